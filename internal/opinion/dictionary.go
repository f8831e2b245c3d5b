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

// page is a hash table with open addressing that is thrown away when it is full.
type page struct {
	count atomic.Int32
	slots [pageSize]atomic.Pointer[entry]
}

type entry struct {
	word string
	Info
}

const (
	pageSize = 1 << 16
	maxWords = pageSize / 2 // of a page
)

// info returns what the lists and the caller's lexicon, if he has one, say of a word.
func (d *dictionary) info(own Own, word string) *Info {
	p := d.page.Load()
	if p == nil || p.count.Load() >= maxWords {
		p = &page{}
		d.page.Store(p)
	}
	var made *entry
	for i := linear.Hash(word) % pageSize; ; i = (i + 1) % pageSize {
		x := p.slots[i].Load()
		if x == nil {
			if made == nil {
				made = &entry{strings.Clone(word), *look(own, word)}
			}
			if p.slots[i].CompareAndSwap(nil, made) {
				p.count.Add(1)
				return &made.Info
			}
			x = p.slots[i].Load()
		}
		if x.word == word {
			return &x.Info
		}
	}
}
