package opinion

import (
	"strings"
	"sync/atomic"

	"github.com/seed05c9d22b/newstext/internal/linear"
)

// dictionary remembers what the lists say of the words seen so far. It is safe for
// concurrent use, and takes no lock: what a word is does not depend on who asks
// first, so that nothing is lost where two ask at once.
type dictionary struct {
	page atomic.Pointer[page]
}

// page is a hash table with open addressing. When it is half full, another takes over the
// words that were asked for more than once: they will be again. Of the words of a story of
// news, some ten are in no page yet; twice as many where a page is half as large.
type page struct {
	count  atomic.Int32
	turned atomic.Bool // somebody makes the next
	slots  [pageSize]atomic.Pointer[entry]
}

// entry has in one place of memory all that is read of a word.
type entry struct {
	hash   uint64
	begins [16]byte // the word, or its first bytes
	size   int32
	again  atomic.Bool // asked for again since it came to its page
	Info
	word string
}

func newEntry(own Own, hash uint64, word string) *entry {
	word = strings.Clone(word) // the text need not be kept
	x := &entry{hash: hash, size: int32(len(word)), word: word}
	x.known = look(own, word)
	copy(x.begins[:], word)
	return x
}

// is reports whether an entry is that of a word.
func (x *entry) is(hash uint64, word string) bool {
	if x.hash != hash || int(x.size) != len(word) {
		return false
	}
	if len(word) <= len(x.begins) {
		return string(x.begins[:len(word)]) == word
	}
	return x.word == word
}

const (
	pageSize = 1 << 17
	maxWords = pageSize / 2     // of a page, but for those that come while the next is made
	maxFull  = pageSize * 3 / 4 // of it in any case
	maxTaken = maxWords * 3 / 4 // that the next takes over
)

// together is how many words are looked up together: the memory of words is larger
// than the fast caches, and reads that do not wait for one another take the time of one.
const together = 16

// recently is how many words of a text are remembered while it is read: every second
// word has just been there.
const recently = 1 << 10

// infos tells each of the words of a text what the lists, and the caller's lexicon, if
// he has one, say of it.
func (d *dictionary) infos(own Own, text string, words []Word) {
	var recent [recently]int32 // places of words, from 1
	var asked [together]int
	var hashes [together]uint64
	var found [together]*entry
	for i := 0; i < len(words); {
		p, n, known := d.open(), 0, i
		for ; i < len(words) && n < together; i++ {
			word := words[i].In(text)
			h := linear.Hash(word)
			last := &recent[h%recently]
			if k := int(*last) - 1; k >= 0 && k < known && words[k].In(text) == word {
				words[i].Info, words[i].traits = words[k].Info, words[k].traits
				continue
			}
			*last = int32(i + 1)
			asked[n], hashes[n] = i, h
			n++
		}
		for k, h := range hashes[:n] {
			found[k] = p.slots[h%pageSize].Load()
		}
		for k, h := range hashes[:n] {
			if found[k] != nil && found[k].hash != h {
				found[k] = nil
			}
		}
		for k, i := range asked[:n] {
			word := words[i].In(text)
			if x := found[k]; x != nil && x.is(hashes[k], word) {
				x.remember()
				words[i].be(&x.Info)
			} else {
				words[i].be(p.info(own, hashes[k], word))
			}
		}
	}
}

// open returns a page with room.
func (d *dictionary) open() *page {
	p := d.page.Load()
	if p == nil || p.count.Load() >= maxFull || p.count.Load() >= maxWords && p.turned.CompareAndSwap(false, true) {
		p = p.next()
		d.page.Store(p)
	}
	return p
}

// next returns a page with the words of another that were asked for again.
func (p *page) next() *page {
	next := &page{}
	for i := range pageSize {
		if p == nil || next.count.Load() == maxTaken {
			break
		}
		if x := p.slots[i].Load(); x != nil && x.again.Swap(false) {
			next.put(x)
		}
	}
	return next
}

// info tells of one word what [dictionary.infos] tells of many.
func (p *page) info(own Own, hash uint64, word string) *Info {
	if x := p.find(hash, word); x != nil {
		x.remember()
		return &x.Info
	}
	return &p.put(newEntry(own, hash, word)).Info
}

// find returns the entry of a word, or nil.
func (p *page) find(hash uint64, word string) *entry {
	for i := hash % pageSize; ; i = (i + 1) % pageSize {
		if x := p.slots[i].Load(); x == nil || x.is(hash, word) {
			return x
		}
	}
}

// put puts in the entry of a word, and returns the one that stands there: another may
// have been quicker.
func (p *page) put(made *entry) *entry {
	for i := made.hash % pageSize; ; i = (i + 1) % pageSize {
		if p.slots[i].CompareAndSwap(nil, made) {
			p.count.Add(1)
			return made
		}
		if x := p.slots[i].Load(); x.is(made.hash, made.word) {
			return x
		}
	}
}

// remember notes that a word was asked for again.
func (x *entry) remember() {
	if !x.again.Load() { // many write what nobody needs to read anew
		x.again.Store(true)
	}
}
