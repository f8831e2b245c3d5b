package treebank

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/seed05c9d22b/newstext/internal/segment"
)

// Case is a way to write a sentence.
type Case int

// The ways to write a sentence.
const (
	AsWritten Case = iota
	TitleCase      // "Talks Between the Two Sides Are Expected": small words of up to three letters stay small
	EveryWord      // "Talks Between The Two Sides Are Expected"
	Capitals       // "TALKS BETWEEN THE TWO SIDES ARE EXPECTED"
	Small          // "talks between the two sides are expected"
)

// Recase writes a sentence in another way, for headlines are written so. Only
// letters whose other form has as many bytes are changed, so that all spans
// stay. The text of the result is that of the sentence alone.
func (s Sentence) Recase(c Case) Sentence {
	if c == AsWritten || len(s.Tokens) == 0 {
		return s
	}
	from, to := s.Tokens[0].Start, s.Tokens[len(s.Tokens)-1].End
	text := []byte(s.Text[from:to])
	out := Sentence{Doc: s.Doc, Gold: s.Gold}
	for i, t := range s.Tokens {
		t = segment.Token{Start: t.Start - from, End: t.End - from}
		out.Tokens = append(out.Tokens, t)
		word := string(text[t.Start:t.End])
		whole := i == 0 || out.Tokens[i-1].End < t.Start // not "n't" or "'s"
		switch {
		case c == Capitals:
			word = sameLength(word, strings.ToUpper(word))
		case c == Small:
			word = sameLength(word, strings.ToLower(word))
		case whole && (c == EveryWord || i == 0 || !smallInTitles[strings.ToLower(word)]):
			r, n := utf8.DecodeRuneInString(word)
			word = sameLength(word[:n], string(unicode.ToUpper(r))) + word[n:]
		}
		copy(text[t.Start:t.End], word)
	}
	out.Text = string(text)
	return out
}

func sameLength(word, other string) string {
	if len(word) != len(other) {
		return word
	}
	return other
}

var smallInTitles = map[string]bool{
	"a": true, "an": true, "the": true, "and": true, "but": true, "or": true, "nor": true, "as": true, "at": true,
	"by": true, "for": true, "in": true, "of": true, "on": true, "to": true, "up": true, "via": true, "vs": true,
	"with": true, "from": true, "into": true, "over": true, "after": true,
}
