package main

import (
	"strings"

	"github.com/seed05c9d22b/newstext/article"
	"github.com/seed05c9d22b/newstext/entity"
	"github.com/seed05c9d22b/newstext/internal/opinion"
	"github.com/seed05c9d22b/newstext/sentiment"
)

// sameWords compares words as the measure of stances does: case, articles and
// possessives aside.
func sameWords(text string, a, b article.Span) bool { return plain(a.In(text)) == plain(b.In(text)) }

func plain(s string) string {
	s = strings.ToLower(strings.ReplaceAll(strings.TrimSpace(s), "’", "'"))
	for _, d := range []string{"the ", "a ", "an ", "its ", "his ", "her ", "their ", "our ", "this ", "these ", "those "} {
		if t, ok := strings.CutPrefix(s, d); ok {
			s = t
			break
		}
	}
	s = strings.TrimSuffix(s, "'s")
	return strings.TrimSuffix(s, "'")
}

func overlap(a, b article.Span) int { return max(0, min(a.End, b.End)-max(a.Start, b.Start)) }

// touches reports whether two spans have half of the shorter one in common.
func touches(a, b article.Span) bool {
	o := overlap(a, b)
	return o > 0 && 2*o >= min(a.Len(), b.Len())
}

// party is a holder or target: an entity of a list, or words.
type party struct {
	entity int
	words  article.Span
	author bool
}

// partyOf is the party that a phrase stands for.
func partyOf(s *opinion.Scene, p opinion.Phrase) party {
	return party{p.Entity, s.SpanOf(p), p.IsAuthor()}
}

func labelled(p sentiment.Party) party { return party{p.Entity, p.Span, p.Author} }

// agrees reports whether a party found is the one that is labelled, as the
// measure of stances has it.
func agrees(text string, gold, found entity.List, g, p party) bool {
	if g.author || p.author {
		return g.author && p.author
	}
	if g.entity >= 0 && p.entity >= 0 {
		return shareName(gold[g.entity], found[p.entity])
	}
	spans := func(l entity.List, x party) []article.Span {
		if x.entity < 0 {
			return []article.Span{x.words}
		}
		var out []article.Span
		for _, m := range l[x.entity].Mentions {
			out = append(out, m.Span)
		}
		return out
	}
	as, bs := spans(gold, g), spans(found, p)
	for _, a := range as {
		for _, b := range bs {
			if touches(a, b) {
				return true
			}
		}
	}
	return g.entity < 0 && p.entity < 0 && sameWords(text, g.words, p.words)
}

func shareName(a, b entity.Entity) bool {
	for _, m := range a.Mentions {
		for _, n := range b.Mentions {
			if m.Kind == entity.Name && n.Kind == entity.Name && m.Overlaps(n.Span) {
				return true
			}
		}
	}
	return false
}
