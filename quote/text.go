package quote

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/seed05c9d22b/newstext/article"
	"github.com/seed05c9d22b/newstext/internal/lexicon"
)

// Text returns the words said, interruptions left out. What the interruption
// took the place of is put back: the comma that stands before it in the marks,
// or the full stop where the sentence ends with it.
//
//	"We will rebuild," she said, "and soon."    →  We will rebuild, and soon.
//	"We will rebuild," she said. "It is time."  →  We will rebuild. It is time.
func (q Quote) Text() string {
	if len(q.Content) == 1 {
		return q.Content[0].In(q.text)
	}
	var b strings.Builder
	for i, s := range q.Content {
		if i > 0 {
			b.WriteString(q.joint(q.Content[i-1], s))
		}
		b.WriteString(s.In(q.text))
	}
	return b.String()
}

// joint is what stands between two spans of content when they are read as one.
func (q Quote) joint(a, b article.Span) string {
	if a.Empty() || a.End > b.Start || b.End > len(q.text) {
		return " "
	}
	if strings.ContainsRune(".?!…:;,—-", lastRune(a.In(q.text))) {
		return " "
	}
	between := q.text[a.End:b.Start]
	reported := strings.TrimRightFunc(between, func(r rune) bool { return unicode.IsSpace(r) || isMark(r) })
	first, _ := utf8.DecodeRuneInString(b.In(q.text))
	switch {
	case unicode.IsUpper(first) && strings.ContainsRune(".?!", lastRune(reported)):
		return ". "
	case q.Kind != Indirect && strings.HasPrefix(between, ",") && strings.ContainsFunc(between, isMark) && !isAuxiliary(b.In(q.text)):
		return ", "
	}
	return " "
}

func lastRune(s string) rune {
	r, _ := utf8.DecodeLastRuneInString(s)
	return r
}

func isMark(r rune) bool { return strings.ContainsRune("\"“”„«»'‘’`", r) }

// isAuxiliary reports whether text begins with a verb such as "is" or "will",
// which no comma parts from its subject.
func isAuxiliary(text string) bool {
	word, _, _ := strings.Cut(text, " ")
	e, ok := lexicon.ClosedClass.Lookup(word)
	if !ok {
		return false
	}
	switch e.Field(lexicon.ClosedClassClass) {
	case "be", "have", "do", "modal":
		return true
	}
	return false
}
