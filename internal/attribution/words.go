package attribution

import "github.com/seed05c9d22b/newstext/internal/lexicon"

// Words that the steps ask for by name.
var (
	formThat = hashOf("that")
	formThe  = hashOf("the")
	formA    = hashOf("a")
	formAn   = hashOf("an")
	formTo   = hashOf("to")
	formOf   = hashOf("of")
	formAs   = hashOf("as")
	formBy   = hashOf("by")
	formOn   = hashOf("on")
	formHe   = hashOf("he")
	formHim  = hashOf("him")
	formHis  = hashOf("his")
	formShe  = hashOf("she")
	formHer  = hashOf("her")
	formIt   = hashOf("it")
	formThey = hashOf("they")
	formWho  = hashOf("who")
	formI    = hashOf("I")
	formWe   = hashOf("we")
	formMy   = hashOf("my")
	formOur  = hashOf("our")
)

func hashOf(w string) uint32 { return uint32(lexicon.Hash(0).AddFold(w)) }

// suffix returns the last three bytes of a word in lower case, as a number: what
// tells "adding" from "added".
func suffix(w string) uint64 {
	var x uint64
	for i := max(0, len(w)-3); i < len(w); i++ {
		c := w[i]
		if 'A' <= c && c <= 'Z' {
			c += 'a' - 'A'
		}
		x = x<<8 | uint64(c)
	}
	if len(w) <= 3 {
		x |= 1 << 32
	}
	return x
}
