package lexicon

import "github.com/kljensen/snowball/english"

// Stem returns the stem of an English word under Porter's second algorithm
// (Porter 2001, "Snowball"), in lower case: "accusing", "accused" and "accuses"
// are "accus". It is what keys of a list marked "stem" consist of. The stem may be a part
// of the word, and keep it in memory.
//
// It is what [english.Stem] says, which is asked of words that are not in small letters of
// ASCII, without what that allocates: most words of a language are seen once, so that a
// memory of stems does not help.
func Stem(word string) string {
	if len(word) < 3 || len(word) > longestPlain || !plain(word) {
		return english.Stem(word, true)
	}
	if e, ok := StemExceptions.Lookup(word); ok {
		return e.Field(StemExceptionsStem)
	}
	var buffer [longestPlain + 1]byte // a step may add a letter
	first := 0
	for first < len(word)-1 && word[first] == '\'' {
		first++
	}
	p := porter{w: append(buffer[:0], word[first:]...)}
	p.findRegions()
	p.possessive()
	p.plural()
	p.past()
	p.finalY()
	p.derived(derivations[:])
	p.derived(moreDerivations[:])
	p.residual()
	p.finalE()
	for i, c := range p.w {
		if c == 'Y' {
			p.w[i] = 'y'
		}
	}
	if n := len(p.w); string(p.w) == word[first:first+min(n, len(word)-first)] {
		return word[first : first+n]
	}
	return string(p.w)
}

// longestPlain is the length in bytes of the longest words that are not left to
// [english.Stem].
const longestPlain = 64

func plain(word string) bool {
	for i := range len(word) {
		if c := word[i]; c <= ' ' || c >= 0x7f || 'A' <= c && c <= 'Z' {
			return false
		}
	}
	return true
}

// porter is a word that is being stemmed.
type porter struct {
	w []byte // "Y" stands for a y that is no vowel
	// Where the regions begin: R1 behind the first consonant that follows a vowel, R2
	// likewise in R1.
	r1, r2 int
}

func vowel(c byte) bool {
	const vowels = 1<<('a'&31) | 1<<('e'&31) | 1<<('i'&31) | 1<<('o'&31) | 1<<('u'&31) | 1<<('y'&31)
	return 'a' <= c && c <= 'z' && vowels>>(c&31)&1 != 0
}

func (p *porter) findRegions() {
	for i, c := range p.w {
		if c == 'y' && (i == 0 || vowel(p.w[i-1])) {
			p.w[i] = 'Y'
		}
	}
	switch {
	case p.begins("gener"), p.begins("arsen"):
		p.r1 = len("gener")
	case p.begins("commun"):
		p.r1 = len("commun")
	default:
		p.r1 = p.region(0)
	}
	p.r2 = p.region(p.r1)
}

func (p *porter) region(from int) int {
	for i := from + 1; i < len(p.w); i++ {
		if vowel(p.w[i-1]) && !vowel(p.w[i]) {
			return i + 1
		}
	}
	return len(p.w)
}

func (p *porter) begins(prefix string) bool {
	return len(p.w) >= len(prefix) && string(p.w[:len(prefix)]) == prefix
}

func (p *porter) ends(suffix string) bool {
	return len(p.w) >= len(suffix) && string(p.w[len(p.w)-len(suffix):]) == suffix
}

// replace puts other letters in the place of the last n.
func (p *porter) replace(n int, by string) {
	p.w = append(p.w[:len(p.w)-n], by...)
	p.r1, p.r2 = min(p.r1, len(p.w)), min(p.r2, len(p.w))
}

// hasVowel reports whether there is a vowel in front of the last n letters.
func (p *porter) hasVowel(n int) bool {
	for i := 0; i < len(p.w)-n; i++ {
		if vowel(p.w[i]) {
			return true
		}
	}
	return false
}

// shortSyllable reports whether the first n letters end with a short syllable: a vowel
// between consonants of which the last is not w, x or Y, or a vowel that begins the word and
// a consonant.
func (p *porter) shortSyllable(n int) bool {
	switch {
	case n == 2:
		return vowel(p.w[0]) && !vowel(p.w[1])
	case n > 2:
		last := p.w[n-1]
		return !vowel(last) && last != 'w' && last != 'x' && last != 'Y' && vowel(p.w[n-2]) && !vowel(p.w[n-3])
	}
	return false
}

// possessive is step 0: "minister's".
func (p *porter) possessive() {
	switch {
	case p.ends("'s'"):
		p.replace(3, "")
	case p.ends("'s"):
		p.replace(2, "")
	case p.ends("'"):
		p.replace(1, "")
	}
}

// plural is step 1a: "caresses", "ties", "cries", "gaps", but "gas".
func (p *porter) plural() {
	switch {
	case p.ends("sses"):
		p.replace(2, "")
	case p.ends("ied"), p.ends("ies"):
		if len(p.w) > 4 {
			p.replace(2, "")
		} else {
			p.replace(1, "")
		}
	case p.ends("us"), p.ends("ss"):
	case p.ends("s") && p.hasVowel(2):
		p.replace(1, "")
	}
}

// past is step 1b: "agreed", "hoped", "luxuriating", "hopping".
func (p *porter) past() {
	n := 0
	switch {
	case p.ends("eedly"):
		if len(p.w)-p.r1 >= 5 {
			p.replace(3, "")
		}
	case p.ends("ingly"):
		n = 5
	case p.ends("edly"):
		n = 4
	case p.ends("ing"):
		n = 3
	case p.ends("eed"):
		if len(p.w)-p.r1 >= 3 {
			p.replace(1, "")
		}
	case p.ends("ed"):
		n = 2
	}
	if n == 0 || !p.hasVowel(n) {
		return
	}
	r1, r2 := p.r1, p.r2
	p.replace(n, "")
	switch {
	case p.ends("at"), p.ends("bl"), p.ends("iz"):
		p.replace(0, "e")
	case p.doubled():
		p.replace(1, "")
	case p.r1 >= len(p.w) && p.shortSyllable(len(p.w)):
		p.replace(0, "e")
		p.r1, p.r2 = len(p.w), len(p.w)
		return
	}
	p.r1, p.r2 = min(r1, len(p.w)), min(r2, len(p.w))
}

// doubled reports whether a word ends with two of the same letter, of those that are
// doubled before an ending.
func (p *porter) doubled() bool {
	n := len(p.w)
	if n < 2 || p.w[n-1] != p.w[n-2] {
		return false
	}
	switch p.w[n-1] {
	case 'b', 'd', 'f', 'g', 'm', 'n', 'p', 'r', 't':
		return true
	}
	return false
}

// finalY is step 1c: "cry", but "by" and "say".
func (p *porter) finalY() {
	if n := len(p.w); n > 2 && (p.w[n-1] == 'y' || p.w[n-1] == 'Y') && !vowel(p.w[n-2]) {
		p.w[n-1] = 'i'
	}
}

// ending is an ending in R1 and what it is replaced by.
type ending struct{ suffix, by string }

// derivations are the endings of step 2, of which the first that a word has counts.
var derivations = [...]ending{
	{"ational", "ate"}, {"fulness", "ful"}, {"iveness", "ive"}, {"ization", "ize"}, {"ousness", "ous"},
	{"biliti", "ble"}, {"lessli", "less"}, {"tional", "tion"}, {"alism", "al"}, {"aliti", "al"}, {"ation", "ate"},
	{"entli", "ent"}, {"fulli", "ful"}, {"iviti", "ive"}, {"ousli", "ous"}, {"anci", "ance"}, {"abli", "able"},
	{"alli", "al"}, {"ator", "ate"}, {"enci", "ence"}, {"izer", "ize"}, {"bli", "ble"}, {"ogi", "og"}, {"li", ""},
}

// moreDerivations are those of step 3.
var moreDerivations = [...]ending{
	{"ational", "ate"}, {"tional", "tion"}, {"alize", "al"}, {"icate", "ic"}, {"ative", ""},
	{"iciti", "ic"}, {"ical", "ic"}, {"ful", ""}, {"ness", ""},
}

// residues are those of step 4, which are taken off where they stand in R2.
var residues = [...]ending{
	{"ement", ""}, {"ance", ""}, {"ence", ""}, {"able", ""}, {"ible", ""}, {"ment", ""}, {"ent", ""}, {"ant", ""}, {"ism", ""},
	{"ate", ""}, {"iti", ""}, {"ous", ""}, {"ive", ""}, {"ize", ""}, {"ion", ""}, {"al", ""}, {"er", ""}, {"ic", ""},
}

// first returns the first of these endings that a word has.
func (p *porter) first(all []ending) (ending, bool) {
	if len(p.w) == 0 {
		return ending{}, false
	}
	last := p.w[len(p.w)-1]
	for _, x := range all {
		if x.suffix[len(x.suffix)-1] == last && p.ends(x.suffix) {
			return x, true
		}
	}
	return ending{}, false
}

// before is the letter in front of the last n, 0 where there is none.
func (p *porter) before(n int) byte {
	if len(p.w) <= n {
		return 0
	}
	return p.w[len(p.w)-n-1]
}

// derived is steps 2 and 3.
func (p *porter) derived(all []ending) {
	x, ok := p.first(all)
	n := len(x.suffix)
	if !ok || n > len(p.w)-p.r1 {
		return
	}
	switch x.suffix {
	case "li":
		switch p.before(n) {
		case 'c', 'd', 'e', 'g', 'h', 'k', 'm', 'n', 'r', 't':
		default:
			return
		}
	case "ogi":
		if p.before(n) != 'l' {
			return
		}
	case "ative":
		if n > len(p.w)-p.r2 {
			return
		}
	}
	p.replace(n, x.by)
}

// residual is step 4: "adjustment", "adoption".
func (p *porter) residual() {
	x, ok := p.first(residues[:])
	n := len(x.suffix)
	if !ok || n > len(p.w)-p.r2 || x.suffix == "ion" && p.before(n) != 's' && p.before(n) != 't' {
		return
	}
	p.replace(n, "")
}

// finalE is step 5: "rate", but "cease"; "controll".
func (p *porter) finalE() {
	last := len(p.w) - 1
	switch {
	case p.r1 > last:
	case p.w[last] == 'e':
		if p.r2 <= last || !p.shortSyllable(last) {
			p.replace(1, "")
		}
	case p.r2 <= last && p.w[last] == 'l' && p.before(1) == 'l':
		p.replace(1, "")
	}
}
