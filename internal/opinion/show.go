package opinion

import (
	"github.com/seed05c9d22b/newstext/article"
	"github.com/seed05c9d22b/newstext/entity"
)

// Three sentences in four show no stance. So each is judged as a whole, by the words
// that may show one and a few counts, before its phrases are looked for and paired.

// SentenceFigures are what the trees know of a sentence.
type SentenceFigures [sentenceFigureCount]float32

// The figures of a sentence. Their names are those by which the models have them.
const (
	zBest   = iota // probability of the likeliest evidence
	zSecond        // and of those behind it
	zThird
	zFourth
	zSum    // of all words
	zSide   // for less against
	zBefore // what the sentence before sums up to
	zLength
	zPlace     // in the story, 0 to 1
	zSentences // of the story
	zHeadline
	zNames // of all types
	zPersons
	zParties  // organizations and peoples
	zPronouns // and nouns that stand for somebody
	zGood     // words whose frames show a stance, by side
	zBad
	zPlus // words by their valence
	zMinus
	zQuoted     // words in quotes
	zQuoteClass // of the first quote
	zSpeakers   // its speakers who are named
	zMarks      // commas and conjunctions
	zHedge
	zNegation
	zVerbs
	sentenceFigureCount
)

// SentenceNames are the names of the figures of a sentence.
var SentenceNames = []string{
	"best", "second", "third", "fourth", "sum", "side", "sum before", "length", "place", "sentences", "headline", "names", "persons", "parties", "pronouns",
	"good", "bad", "plus", "minus", "quoted", "quote class", "speakers", "marks", "hedges", "negations", "verbs",
}

// sentence makes the figures of a sentence whose words are judged; before is the sum
// of the one before it.
func (s *Scene) sentence(d *SentenceFigures, x *Sentence, index int, before float32) {
	*d = SentenceFigures{zBefore: before, zLength: float32(x.End - x.First), zSentences: float32(len(s.Sentences)), zHeadline: one(x.Kind == article.Headline)}
	d[zPlace] = float32(index) / float32(len(s.Sentences))
	quote := int32(-1)
	for i := x.First; i < x.End; i++ {
		w := &s.Words[i]
		if e := s.evidence[i]; e.Some > 0 {
			d[zSum] += e.Some
			d[zSide] += e.signed()
			for k, v := zBest, e.Some; k <= zFourth; k++ {
				if v > d[k] {
					d[k], v = v, d[k]
				}
			}
		}
		if w.Mention >= 0 {
			if i == x.First || s.Words[i-1].Mention != w.Mention {
				s.countMention(d, int(w.Mention))
			}
		} else if w.Closed == Open && !w.Name() {
			d[zGood] += one(w.sign > 0)
			d[zBad] += one(w.sign < 0)
			d[zPlus] += one(w.Valence > 0)
			d[zMinus] += one(w.Valence < 0)
		}
		switch {
		case w.is(comma) || w.Closed == Conjunction:
			d[zMarks]++
		case w.Modifier == Negation:
			d[zNegation]++
		case w.Modifier == Hedge || w.Modifier == Conditional:
			d[zHedge]++
		case w.Tag == Verb:
			d[zVerbs]++
		}
		if w.Quote >= 0 {
			d[zQuoted]++
			if quote < 0 {
				quote = w.Quote
			}
		}
	}
	if quote >= 0 {
		q := &s.Quotes[quote]
		d[zQuoteClass] = float32(1 + q.Class)
		d[zSpeakers] = float32(len(q.Speaker.Entities))
	}
}

func (s *Scene) countMention(d *SentenceFigures, mention int) {
	m := &s.Mentions[mention]
	if m.Kind != entity.Name {
		d[zPronouns]++
		return
	}
	d[zNames]++
	switch s.Entities[m.Entity].Type {
	case entity.Person:
		d[zPersons]++
	case entity.Org, entity.Group:
		d[zParties]++
	}
}
