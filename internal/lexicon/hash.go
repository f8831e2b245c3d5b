package lexicon

// Hash is the running hash of a key. The zero value is the hash of no text.
// It is the same whether a text is added whole or in pieces.
type Hash uint32

const (
	hashPrime = 16777619
	hashBasis = 2166136261
)

// Add adds s as it stands (but see [Normal]: accents and typographic
// apostrophes and hyphens do not count).
func (h Hash) Add(s string) Hash { return h.add(s, false) }

// AddFold adds s in lower case.
func (h Hash) AddFold(s string) Hash { return h.add(s, true) }

func (h Hash) add(s string, fold bool) Hash {
	x := uint32(h) ^ hashBasis
	for i := 0; i < len(s); {
		c := s[i]
		if c < 0x80 {
			i++
			if fold && 'A' <= c && c <= 'Z' {
				c += 'a' - 'A'
			}
			x = (x ^ uint32(c)) * hashPrime
			continue
		}
		r, n := normalRune(s[i:], fold)
		i += n
		if r < 0x80 {
			x = (x ^ uint32(r)) * hashPrime
			continue
		}
		for ; r > 0; r >>= 8 {
			x = (x ^ uint32(r&0xff)) * hashPrime
		}
	}
	return Hash(x ^ hashBasis)
}

// mix spreads a hash over all bits, for slot and tag.
func (h Hash) mix() uint32 {
	x := uint32(h)
	x ^= x >> 16
	x *= 0x85ebca6b
	x ^= x >> 13
	x *= 0xc2b2ae35
	x ^= x >> 16
	return x
}
