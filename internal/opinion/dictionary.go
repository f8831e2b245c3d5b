package opinion

import (
	"strings"
	"sync/atomic"

	"github.com/seed05c9d22b/newstext/article"
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

// entry has in one place of memory all that is read of a word, and in the first of its lines
// what is read of every word.
type entry struct {
	spelling
	again atomic.Bool // asked for again since it came to its page
	Info
	word string
	_    [2]uint64 // so that each begins a line
}

func newEntry(own Own, of *spelling, word string) *entry {
	word = strings.Clone(word) // the text need not be kept
	x := &entry{spelling: *of, word: word}
	x.known = look(own, word)
	return x
}

// is reports whether an entry is that of the word at a place of a text.
func (x *entry) is(of *spelling, text string, at *article.Span) bool {
	return x.low == of.low && x.high == of.high && (!of.long() || x.word == text[at.Start:at.End])
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

// infos tells each of the words of a text what the lists, and the caller's lexicon, if
// he has one, say of it.
func (d *dictionary) infos(own Own, text string, words []Word) {
	var spellings [together]spelling
	var found [together]*entry
	for len(words) > 0 {
		p, part := d.open(), words[:min(together, len(words))]
		for k := range part {
			w, x := &part[k], &spellings[k%together]
			if len(text)-w.Start > spelled {
				first, size := text[w.Start:w.Start+spelled+1], min(uint(w.End-w.Start), spelled+1)
				keep := &kept[size]
				x.low, x.high = keep[0]&eight(first[:8]), keep[1]&eight(first[8:])|uint64(size)<<sizeAt
			} else {
				*x = spellLast(text[w.Start:w.End])
			}
			h := x.hash()
			if x.long() {
				h = further(h, text[w.Start:w.End])
			}
			found[k%together] = p.slots[h%pageSize].Load()
		}
		for k := range part {
			w, of, x := &part[k], &spellings[k%together], found[k%together]
			if x != nil && x.is(of, text, &w.Span) {
				x.remember()
				w.be(&x.Info)
			} else {
				w.be(p.info(own, of, text[w.Start:w.End]))
			}
		}
		words = words[len(part):]
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
func (p *page) info(own Own, of *spelling, word string) *Info {
	for i := of.place(word); ; i = (i + 1) % pageSize {
		x := p.slots[i].Load()
		if x == nil {
			return &p.put(newEntry(own, of, word)).Info
		}
		if x.is(of, word, &article.Span{End: len(word)}) {
			x.remember()
			return &x.Info
		}
	}
}

// put puts in the entry of a word, and returns the one that stands there: another may
// have been quicker.
func (p *page) put(made *entry) *entry {
	for i := made.place(made.word); ; i = (i + 1) % pageSize {
		if p.slots[i].CompareAndSwap(nil, made) {
			p.count.Add(1)
			return made
		}
		if x := p.slots[i].Load(); x.is(&made.spelling, made.word, &article.Span{End: len(made.word)}) {
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
