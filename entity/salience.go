package entity

import (
	"cmp"
	"slices"

	"github.com/seed05c9d22b/newstext/article"
)

// Salience says how central an entity is to its story.
type Salience struct {
	Entity   int     // ID
	Headline bool    // mentioned in the headline
	Lead     bool    // mentioned in the first paragraph
	Share    float64 // part of all mentions of the story, 0 to 1
	Score    float64 // 0 to 1
}

// What a score is made of: mentions, against those of the entity that has most,
// and the two places where a story says what it is about. Count and place tell
// most of what editors take for salient (Dunietz & Gillick 2014).
const (
	salientMentions = 0.5
	salientHeadline = 0.3
	salientLead     = 0.2
)

// Salience returns the salience of each entity of the story, the most central
// first; where two have the same score, in order.
func (l List) Salience(a *article.Article) []Salience {
	var headline, lead article.Span
	for b := range a.Blocks() {
		if k := b.Kind(); k == article.Headline && headline.Empty() {
			headline = b.Span()
		} else if k == article.Paragraph {
			lead = b.Span()
			break
		}
	}
	all, most := 0, 0
	for _, e := range l {
		all += len(e.Mentions)
		most = max(most, len(e.Mentions))
	}
	out := make([]Salience, len(l))
	for i, e := range l {
		s := Salience{Entity: e.ID}
		for _, m := range e.Mentions {
			s.Headline = s.Headline || headline.Contains(m.Span)
			s.Lead = s.Lead || lead.Contains(m.Span)
		}
		if n := len(e.Mentions); n > 0 {
			s.Share = float64(n) / float64(all)
			s.Score = salientMentions * float64(n) / float64(most)
		}
		if s.Headline {
			s.Score += salientHeadline
		}
		if s.Lead {
			s.Score += salientLead
		}
		out[i] = s
	}
	slices.SortStableFunc(out, func(a, b Salience) int { return cmp.Compare(b.Score, a.Score) })
	return out
}

// CoMention says how often two entities are mentioned in one sentence.
type CoMention struct {
	A, B      int // IDs, A the smaller
	Sentences int
}

// crowd is the number of entities from which a sentence is a list, which says
// nothing of any two of them.
const crowd = 40

// CoMentions returns the pairs of entities that share a sentence, those that
// share most first. Sentences with more than forty entities are left out.
func (l List) CoMentions(a *article.Article) []CoMention {
	index := l.Index()
	count := map[[2]int]int{}
	var ids []int
	for s := range a.Sentences() {
		ids = ids[:0]
		for _, r := range index.In(s.Span()) {
			ids = append(ids, r.Entity)
		}
		slices.Sort(ids)
		ids = slices.Compact(ids)
		if len(ids) > crowd {
			continue
		}
		for i, first := range ids {
			for _, second := range ids[i+1:] {
				count[[2]int{first, second}]++
			}
		}
	}
	out := make([]CoMention, 0, len(count))
	for pair, n := range count {
		out = append(out, CoMention{pair[0], pair[1], n})
	}
	slices.SortFunc(out, func(a, b CoMention) int {
		return cmp.Or(b.Sentences-a.Sentences, a.A-b.A, a.B-b.B)
	})
	return out
}
