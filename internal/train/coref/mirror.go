package main

import (
	_ "embed"
	"path/filepath"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/seed05c9d22b/newstext/article"
	"github.com/seed05c9d22b/newstext/internal/lexicon"
	"github.com/seed05c9d22b/newstext/internal/train/lines"
)

// mirror writes texts with women in the place of men and men in the place of
// women, so that what is learned of one holds for the other.
type mirror struct {
	pairs  map[string]string
	female []string // frequent given names
	male   []string
}

//go:embed pairs.tsv
var pairList string

// newMirror reads the given names of the folder gazetteers.
func newMirror(data string) (*mirror, error) {
	m := &mirror{pairs: map[string]string{}}
	for line := range strings.Lines(pairList) {
		if a, b, ok := strings.Cut(strings.TrimSpace(line), "\t"); ok && a[0] != '#' {
			m.pairs[a], m.pairs[b] = b, a
		}
	}
	err := lines.Each(filepath.Join(data, "gazetteers", "given_names.tsv"), func(line []byte) error {
		f := strings.Split(string(line), "\t")
		if len(f) < 5 || f[2] < "6" || f[4] != "n" {
			return nil
		}
		switch lexicon.GenderOfGivenName(f[0]) {
		case 'f':
			m.female = append(m.female, f[0])
		case 'm':
			m.male = append(m.male, f[0])
		}
		return nil
	})
	return m, err
}

// write returns the text mirrored, and where in it a byte of the text is.
func (m *mirror) write(text string) (string, func(at int) int) {
	var b strings.Builder
	var from, to []int
	at, before := 0, article.PUNCT
	for t := range article.Parse(text).Tokens() {
		s := t.Span()
		w := m.word(t, before != article.PROPN)
		before = t.Tag()
		if w == "" {
			continue
		}
		b.WriteString(text[at:s.Start])
		from, to = append(from, s.Start), append(to, b.Len())
		b.WriteString(w)
		at = s.End
		from, to = append(from, s.End), append(to, b.Len())
	}
	b.WriteString(text[at:])
	return b.String(), func(at int) int {
		k := len(from) - 1
		for k >= 0 && from[k] > at {
			k--
		}
		if k < 0 {
			return at
		}
		return to[k] + at - from[k]
	}
}

// word returns what a word is in the mirror, "" where it stays. Only the first word
// of a name may be a given name.
func (m *mirror) word(t article.Token, first bool) string {
	text := t.Text()
	low := strings.ToLower(text)
	out := m.pairs[low]
	switch low {
	case "he":
		out = "she"
	case "she":
		out = "he"
	case "him":
		out = "her"
	case "himself":
		out = "herself"
	case "herself":
		out = "himself"
	case "hers":
		out = "his"
	case "his":
		out = "her"
		if t.Penn() == "PRP" {
			out = "hers"
		}
	case "her":
		out = "his"
		if t.Penn() == "PRP" {
			out = "him"
		}
	}
	if out != "" {
		if r, n := utf8.DecodeRuneInString(text); unicode.IsUpper(r) {
			r, k := utf8.DecodeRuneInString(out)
			out = string(unicode.ToUpper(r)) + out[k:]
			if len(text) > n && strings.ToUpper(text) == text {
				out = strings.ToUpper(out)
			}
		}
		return out
	}
	if r, _ := utf8.DecodeRuneInString(text); !unicode.IsUpper(r) || !first || t.Tag() != article.PROPN || lexicon.Countries.Has(text) || lexicon.Admin.Has(text) {
		return ""
	}
	var list []string
	switch lexicon.GenderOfGivenName(text) {
	case 'f':
		list = m.male
	case 'm':
		list = m.female
	default:
		return ""
	}
	return list[uint32(lexicon.Hash(0).Add(text))%uint32(len(list))] // the same name throughout, and in all texts
}
