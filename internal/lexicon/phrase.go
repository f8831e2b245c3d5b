package lexicon

import "strings"

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

// Pairs are the first two words of the keys of several words, by the hashes of these
// words: sets with few false members.
type Pairs struct {
	both    [1 << (pairBits - 6)]uint64
	seconds [1 << (secondBits - 6)]uint64
}

// How many bits the sets have, as powers of two: of each some forty for each member.
const (
	pairBits   = 17
	secondBits = 14
)

// Has reports whether some key may begin with two words that have these hashes: false is
// certain.
func (p *Pairs) Has(first, second Hash) bool {
	i := pairHash(first, second)
	return p.both[i>>6]>>(i&63)&1 != 0
}

// Second reports whether the word that has this hash may be the second of some key: false
// is certain.
func (p *Pairs) Second(h Hash) bool {
	i := secondHash(h)
	return p.seconds[i>>6]>>(i&63)&1 != 0
}

func pairHash(first, second Hash) uint32 {
	return uint32((first^second*5)*0x9e3779b1) >> (32 - pairBits)
}

func secondHash(h Hash) uint32 { return uint32(h*0x9e3779b1) >> (32 - secondBits) }

// Pairs finds the first two words of all keys. It reads the whole table.
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
		key := t.key(int(v & slotOffset))
		for i := 1; i < len(key) && key[i-1] != ' '; i++ {
			if !Boundary(key, i) {
				continue
			}
			first, rest := Hash(0).Add(key[:i]), strings.TrimPrefix(key[i:], " ")
			for j := 1; j <= len(rest) && rest[j-1] != ' '; j++ {
				if j == len(rest) || Boundary(rest, j) {
					second := Hash(0).Add(rest[:j])
					both, i := pairHash(first, second), secondHash(second)
					p.both[both>>6] |= 1 << (both & 63)
					p.seconds[i>>6] |= 1 << (i & 63)
				}
			}
		}
	}
	return p
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
