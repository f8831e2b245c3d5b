package lexicon

import (
	"iter"
	"strings"
)

// Longest finds the longest key that the words spell, and how many words it
// takes. word(n) gives the n-th word, counted from 0, and whether white space
// stands before it; an empty word ends the text. So the text may be cut as the
// caller likes: the key "cease-fire" is found in the one word "cease-fire" as
// in the three "cease", "-", "fire", and "cease fire" is another key.
//
// It takes one probe for each word and stops at the first that no key goes on
// with.
func (t Table) Longest(word func(n int) (w string, spaced bool)) (e Entry, words int, ok bool) {
	return t.longest(0, 0, word)
}

// LongestOfSeveral is [Table.Longest] of keys of several words only, where the hash of the
// first is at hand.
func (t Table) LongestOfSeveral(first Hash, word func(n int) (w string, spaced bool)) (e Entry, words int, ok bool) {
	return t.longest(first, 1, word)
}

// longest is Longest from the n-th word on; h is the hash of those before.
func (t Table) longest(h Hash, n int, word func(n int) (w string, spaced bool)) (e Entry, words int, ok bool) {
	if t == "" {
		return Entry{}, 0, false
	}
	fold := t[4]&flagFold != 0
	for ; ; n++ {
		w, spaced := word(n)
		if w == "" {
			return e, words, ok
		}
		if n > 0 && spaced {
			h = h.add(" ", false)
		}
		h = h.add(w, fold)
		found, hit, more := t.step(h, n, word)
		if hit {
			e, words, ok = found, n+1, true
		}
		if !more {
			return e, words, ok
		}
	}
}

// Starts reports whether some key may begin with the word that has this hash:
// false is certain. A caller that has the hash at hand saves a call of
// [Table.Longest] for most words.
func (t Table) Starts(h Hash) bool { return t.probe(h, 0) }

// GoesOn reports whether some key of several words may begin with the word that has
// this hash: false is certain.
func (t Table) GoesOn(h Hash) bool { return t.probe(h, slotPrefix) }

// Pairs are the first words of the keys of several words, two and three of them, by the
// hashes of these words: sets with few false members.
type Pairs struct {
	both    bits
	threes  bits // and the pairs that are a whole key
	seconds bits
}

// bits is a set of hashes, by their first bits: some forty bits for each member.
type bits [1 << (hashBits - 6)]uint64

const hashBits = 17

func (b *bits) add(h Hash) { b[h>>(32-hashBits)>>6] |= 1 << (h >> (32 - hashBits) & 63) }

func (b *bits) has(h Hash) bool { return b[h>>(32-hashBits)>>6]>>(h>>(32-hashBits)&63)&1 != 0 }

// Has reports whether some key may begin with two words that have these hashes: false is
// certain.
func (p *Pairs) Has(first, second Hash) bool { return p.both.has(hashOf(first, second, 0)) }

// AreKey reports whether two words that have these hashes may be a key: false is certain.
func (p *Pairs) AreKey(first, second Hash) bool { return p.threes.has(hashOf(first, second, 0)) }

// GoOn reports whether some key may begin with three words that have these hashes: false is
// certain.
func (p *Pairs) GoOn(first, second, third Hash) bool {
	return p.threes.has(hashOf(first, second, third))
}

// Second reports whether the word that has this hash may be the second of some key: false
// is certain.
func (p *Pairs) Second(h Hash) bool { return p.seconds.has(hashOf(h, 0, 0)) }

func hashOf(first, second, third Hash) Hash { return (first ^ second*5 ^ third*25) * 0x9e3779b1 }

// Pairs finds the first words of all keys. It reads the whole table.
func (t Table) Pairs() *Pairs {
	p := new(Pairs)
	if t == "" {
		return p
	}
	base, slots := int(t.u32(12)), int(t.u32(8))
	for slot := range slots {
		v := t.u32(base + 4*slot)
		if v&slotKey == 0 {
			continue
		}
		for first, rest := range firstWords(t.key(int(v & slotOffset))) {
			for second, rest := range firstWords(rest) {
				first, second := Hash(0).Add(first), Hash(0).Add(second)
				p.both.add(hashOf(first, second, 0))
				p.seconds.add(hashOf(second, 0, 0))
				if rest == "" {
					p.threes.add(hashOf(first, second, 0))
				}
				for third := range firstWords(rest) {
					p.threes.add(hashOf(first, second, Hash(0).Add(third)))
				}
			}
		}
	}
	return p
}

// firstWords are the ways to cut the first word off a key, with the rest of it.
func firstWords(key string) iter.Seq2[string, string] {
	return func(yield func(word, rest string) bool) {
		for i := 1; i <= len(key) && key[i-1] != ' '; i++ {
			if (i == len(key) || Boundary(key, i)) && !yield(key[:i], strings.TrimPrefix(key[i:], " ")) {
				return
			}
		}
	}
}

// probe reports whether a slot for the hash has all of these flags.
func (t Table) probe(h Hash, flags uint32) bool {
	if t == "" {
		return false
	}
	mixed := h.mix()
	base, slots := int(t.u32(12)), int(t.u32(8))
	for slot := t.slot(mixed, slots); ; slot++ {
		if slot == slots {
			slot = 0
		}
		v := t.u32(base + 4*slot)
		if v == 0 {
			return false
		}
		if v>>slotTagBits == mixed&(1<<(32-slotTagBits)-1) && v&flags == flags {
			return true
		}
	}
}

// step probes for the words 0 to n: whether they are a key, whether longer keys
// begin with them (not verified: a false "more" costs one probe).
func (t Table) step(h Hash, n int, word func(n int) (string, bool)) (e Entry, hit, more bool) {
	mixed := h.mix()
	base, slots := int(t.u32(12)), int(t.u32(8))
	for slot := t.slot(mixed, slots); ; slot++ {
		if slot == slots {
			slot = 0
		}
		v := t.u32(base + 4*slot)
		if v == 0 {
			return e, hit, more
		}
		if v>>slotTagBits != mixed&(1<<(32-slotTagBits)-1) {
			continue
		}
		if v&slotPrefix != 0 {
			more = true
		}
		if v&slotKey != 0 && !hit && t.spelled(t.key(int(v&slotOffset)), n, word) {
			e, hit = Entry{t: t, rec: v & slotOffset, slot: uint32(slot)}, true
		}
	}
}

// spelled reports whether the words 0 to n spell key.
func (t Table) spelled(key string, n int, word func(n int) (string, bool)) bool {
	fold := t[4]&flagFold != 0
	for i := 0; i <= n; i++ {
		w, spaced := word(i)
		if i > 0 && spaced {
			if key == "" || key[0] != ' ' {
				return false
			}
			key = key[1:]
		}
		var ok bool
		if key, ok = cutNormal(key, w, fold); !ok {
			return false
		}
	}
	return key == ""
}
