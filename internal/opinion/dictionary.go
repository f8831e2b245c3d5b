package opinion

import "sync/atomic"

// dictionary remembers what the lists say of the words seen so far. It is safe for
// concurrent use, and takes no lock: what a word is does not depend on who asks
// first, so that nothing is lost where two ask at once.
type dictionary struct {
	page atomic.Pointer[page]
}

// page is a hash table with open addressing. When it is half full, a larger one takes over
// its words; where it is as large as any, those that were asked for more than once: they will
// be again. Of the words of a story of news, some ten are in no page yet; twice as many where
// the largest page is half as large.
type page struct {
	entries []entry // a power of 2 of them
	count   atomic.Int32
	turned  atomic.Bool // somebody makes the next
}

// entry is a word's place in a page: its spelling, and what is read of every word. As it
// stands in the page itself, one line of memory is read to find a word and to know it.
type entry struct {
	low  uint64        // see spelling
	high atomic.Uint64 // likewise, or free, or taken; set last, as it tells that the rest is there
	Info
}

// What an entry may have for the higher number of a spelling, and a bit besides one.
const (
	free  = 0
	taken = 1       // is being made
	again = 1 << 62 // asked for again since it came to its page
)

// is reports whether an entry, which has this higher number, is that of a word.
func (x *entry) is(high uint64, of spelling, word string) bool {
	return high&^again == of.high && x.low == of.low && (!of.long() || x.word == word)
}

// How many entries the first and the largest page have, and how many times as many each has
// as the one before.
const (
	firstSize = 1 << 12
	lastSize  = 1 << 17
	growth    = 4
)

// at is the entry where a word with this hash is looked for first.
func (p *page) at(hash uint64) *entry { return &p.entries[hash&uint64(len(p.entries)-1)] }

// together is how many words are looked up together: the memory of words is larger than the
// fast caches, and reads that do not wait for one another take the time of one.
const together = 16

// infos tells each of the words of a text what the lists, and the caller's lexicon, if
// he has one, say of it.
func (d *dictionary) infos(own Own, text string, words []Word) {
	var spellings [together]spelling
	var found [together]*entry
	var highs [together]uint64 // of these
	for len(words) > 0 {
		p, part := d.open(), words[:min(together, len(words))]
		for k := range part {
			w, of := &part[k], &spellings[k%together]
			if size := uint(w.End - w.Start); size <= spelled && len(text)-w.Start > spelled { // as most are
				first, keep := text[w.Start:w.Start+spelled+1], &kept[size]
				of.low, of.high = keep[0]&eight(first[:8]), keep[1]&eight(first[8:])|uint64(size|present)<<sizeAt
			} else {
				*of = spell(text[w.Start:w.End])
			}
			x := p.at(of.hashOf(text[w.Start:w.End]))
			found[k%together], highs[k%together] = x, x.high.Load()
		}
		for k := range part {
			w, of, x, high := &part[k], spellings[k%together], found[k%together], highs[k%together]
			if word := text[w.Start:w.End]; x.is(high, of, word) {
				x.remember(high)
				w.be(&x.Info)
			} else {
				w.be(p.info(own, of, word))
			}
		}
		words = words[len(part):]
	}
}

// open returns a page with room: until the next is made, words come to one that is half full.
func (d *dictionary) open() *page {
	p, next := d.page.Load(), (*page)(nil)
	switch {
	case p == nil:
		next = &page{entries: make([]entry, firstSize)}
	case int(p.count.Load()) >= len(p.entries)*3/4,
		int(p.count.Load()) >= len(p.entries)/2 && p.turned.CompareAndSwap(false, true):
		next = p.next()
	default:
		return p
	}
	if !d.page.CompareAndSwap(p, next) { // another was quicker
		return d.page.Load()
	}
	return next
}

// next returns a page with the words of another.
func (p *page) next() *page {
	next := &page{entries: make([]entry, min(growth*len(p.entries), lastSize))}
	most, larger := int32(len(next.entries)*3/8), len(next.entries) > len(p.entries)
	for i := range p.entries {
		if next.count.Load() == most {
			break
		}
		x := &p.entries[i]
		high := x.high.Load()
		mark := high & again
		if high <= taken || mark == 0 && !larger {
			continue
		}
		if !larger {
			mark = 0 // so that it must be asked for again to stay
		}
		next.put(spelling{x.low, high &^ again}, mark, &x.Info)
	}
	return next
}

// info tells of one word what [dictionary.infos] tells of many.
func (p *page) info(own Own, of spelling, word string) *Info {
	h := of.hashOf(word)
	for n := range p.entries {
		x := p.at(h + uint64(n))
		high := x.high.Load()
		if high == free {
			return p.put(of, 0, look(own, word))
		}
		if x.is(high, of, word) {
			x.remember(high)
			return &x.Info
		}
	}
	return look(own, word) // so many put words in at once that the page is full
}

// put puts in what is known of a word, marked again or not, and returns what stands
// there then. Where two put in the same word at once it may stand there twice.
func (p *page) put(of spelling, mark uint64, x *Info) *Info {
	h := of.hashOf(x.word)
	for n := range p.entries {
		e := p.at(h + uint64(n))
		if e.high.CompareAndSwap(free, taken) {
			e.low = of.low
			e.take(x)
			e.high.Store(of.high | mark)
			p.count.Add(1)
			return &e.Info
		}
		if e.is(e.high.Load(), of, x.word) {
			return &e.Info
		}
	}
	return x
}

// remember notes that a word was asked for again.
func (x *entry) remember(high uint64) {
	if high&again == 0 { // many write what nobody needs to read anew
		x.high.Or(again)
	}
}
