package lexicon

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// baseLetters gives, for U+00C0 to U+017F, the plain letter under an accent;
// a dot where the letter has none.
const baseLetters = "AAAAAA.CEEEEIIII.NOOOOO.OUUUUY..aaaaaa.ceeeeiiii.nooooo.ouuuuy.y" +
	"AaAaAaCcCcCcCcDdDdEeEeEeEeEeGgGgGgGgHhHhIiIiIiIiIi..JjKk.LlLlLlL" +
	"lLlNnNnNn...OoOoOo..RrRrRrSsSsSsSsTtTtTtUuUuUuUuUuUuWwYyYZzZzZzs"

// normalRune decodes the first rune of s in the normal form of keys.
func normalRune(s string, fold bool) (rune, int) {
	r, n := utf8.DecodeRuneInString(s)
	switch {
	case r >= 0xC0 && r <= 0x17F:
		if b := baseLetters[r-0xC0]; b != '.' {
			r = rune(b)
		}
	case r == '’' || r == '‘' || r == 'ʼ':
		r = '\''
	case r == '‐' || r == '‑':
		r = '-'
	case r == utf8.RuneError && n == 1:
		r = 0xE000 + rune(s[0]) // stray bytes differ from each other and from text
	}
	if fold {
		if r < 0x80 {
			if 'A' <= r && r <= 'Z' {
				r += 'a' - 'A'
			}
		} else {
			r = unicode.ToLower(r)
		}
	}
	return r, n
}

// Normal returns s in the form in which keys are compared: letters of Latin
// without their accents ("François" is "Francois"), straight apostrophes, the
// plain hyphen, one space for each run of white space, none at the ends; and in
// lower case if fold is set.
func Normal(s string, fold bool) string {
	var b strings.Builder
	for i := 0; i < len(s); {
		r, n := normalRune(s[i:], fold)
		i += n
		if unicode.IsSpace(r) {
			r = ' '
			if t := b.String(); t == "" || t[len(t)-1] == ' ' {
				continue
			}
		}
		b.WriteRune(r)
	}
	return strings.TrimSuffix(b.String(), " ")
}

// cutNormal takes the normal form of s off the front of key, which is in normal
// form already, and reports whether key began with it.
func cutNormal(key, s string, fold bool) (rest string, ok bool) {
	k := 0
	for i := 0; i < len(s); {
		if k >= len(key) {
			return key, false
		}
		c := s[i]
		if c < 0x80 {
			if fold && 'A' <= c && c <= 'Z' {
				c += 'a' - 'A'
			}
			if key[k] != c {
				return key, false
			}
			i++
			k++
			continue
		}
		r, n := normalRune(s[i:], fold)
		i += n
		kr, kn := utf8.DecodeRuneInString(key[k:])
		if kr != r {
			return key, false
		}
		k += kn
	}
	return key[k:], true
}

// Boundary reports whether a token may end at key[:i], 0 < i < len(key): after
// a word, around a mark, before the clitic n't.
func Boundary(key string, i int) bool {
	if key[i-1] == ' ' {
		return false
	}
	if wordByte(key[i-1]) != wordByte(key[i]) || !wordByte(key[i]) {
		return true
	}
	return strings.HasPrefix(key[i:], "n't")
}

func wordByte(c byte) bool {
	return c >= 0x80 || 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z' || '0' <= c && c <= '9'
}
