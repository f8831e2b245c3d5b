package opinion

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/seed05c9d22b/newstext/article"
	"github.com/seed05c9d22b/newstext/entity"
	"github.com/seed05c9d22b/newstext/quote"
)

func TestBondsSayWhoBelongsToWhom(t *testing.T) {
	text := "Ann Day's lawyer Bob Lee spoke to the Labour leader Carl Ray and to Finland on Monday."
	a := article.Parse(text)
	span := func(words string) article.Span {
		i := strings.Index(text, words)
		return article.Span{Start: i, End: i + len(words)}
	}
	named := func(id int, typ entity.Type, name, role string) entity.Entity {
		e := entity.Entity{ID: id, Type: typ, Name: name, Mentions: []entity.Mention{{Span: span(name)}}}
		if role != "" {
			e.Roles = []entity.Role{{Span: span(role)}}
		}
		return e
	}
	list := entity.List{
		named(0, entity.Person, "Ann Day", ""), named(1, entity.Person, "Bob Lee", "lawyer"),
		named(2, entity.Org, "Labour", ""), named(3, entity.Person, "Carl Ray", "leader"), named(4, entity.Place, "Finland", ""),
	}
	var r Reader
	r.Read(a, list, quote.List{}, func(s *Scene) {
		s.prepare()
		bond := func(h, t int) int { return s.bondOf(&Phrase{Entity: h}, &Phrase{Entity: t}) }
		assert.Equal(t, bondUp, bond(1, 0), "Day's lawyer belongs to Day")
		assert.Equal(t, bondDown, bond(0, 1), "and Day has him")
		assert.Equal(t, bondUp, bond(3, 2), "the Labour leader belongs to Labour")
		assert.Equal(t, bondNone, bond(3, 4))
		first, end := s.WordsOf(span("lawyer"))
		assert.Equal(t, bondUp, s.bondOf(&Phrase{First: first, End: end, Head: end - 1, Entity: -1}, &Phrase{Entity: 0}), "the word alone does too")
	})
}

func TestPhrases(t *testing.T) {
	for _, c := range []struct{ shows, tree, want string }{
		{"a complement behind of", "Lee/PROPN/2/nsubj cheered/VERB/0/root the/DET/4/det release/NOUN/2/obj of/ADP/7/case the/DET/7/det letters/NOUN/4/nmod", "release of the letters"},
		{"a compound cut at its hyphen", "Lee/PROPN/2/nsubj wants/VERB/0/root a/DET/7/det time/NOUN/6/compound -/PUNCT/4/punct limited/ADJ/7/amod deal/NOUN/2/obj", "time - limited deal"},
	} {
		t.Run(c.shows, func(t *testing.T) {
			s, x := parsed(t, c.tree)
			var got []string
			for i := range s.Words { // a hyphen sticks to its neighbours
				if s.Words[i].Lower == "-" {
					s.Words[i].Start, s.Words[i].End = s.Words[i-1].End, s.Words[i+1].Start
				}
			}
			text := ""
			for i, w := range s.Words {
				if i > 0 {
					text += " "
				}
				text += w.Lower
			}
			for _, p := range s.Phrases(x) {
				got = append(got, s.SpanOf(p).In(text))
			}
			assert.Contains(t, got, c.want)
		})
	}
}
