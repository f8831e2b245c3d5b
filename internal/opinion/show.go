package opinion

import (
	"github.com/seed05c9d22b/newstext/article"
	"github.com/seed05c9d22b/newstext/entity"
)

// Three sentences in four show no stance. So each is judged as a whole, by the words
// that may show one and a few counts, before its phrases are looked for and paired.

// SentenceFigures are what the trees know of a sentence, in numbers of 0 to
// [boost.Most] (numbers.go).
type SentenceFigures [sentenceFigureCount]uint8

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

// sentence makes the figures of a sentence whose words are judged, and returns what
// their probabilities sum up to; before is the sum of the one before it.
func (s *Scene) sentence(d *SentenceFigures, x *Sentence, index int, before float32) (sum float32) {
	*d = SentenceFigures{
		zBefore: shownSum(before), zLength: count(x.End - x.First), zSentences: count(len(s.Sentences)), zHeadline: flag(x.Kind == article.Headline),
		zPlace: share(float32(index) / float32(len(s.Sentences))),
	}
	var top [4]float32 // of the probabilities
	var side float32
	var good, bad, plus, minus, marks, negations, hedges, verbs, quoted int
	quote := int32(-1)
	for i := x.First; i < x.End; i++ {
		w := &s.Words[i]
		if e := s.evidence[i]; e.Some > 0 {
			sum += e.Some
			side += e.signed()
			v := e.Some
			for k := range top {
				if v > top[k] {
					top[k], v = v, top[k]
				}
			}
		}
		if w.Mention >= 0 {
			if i == x.First || s.Words[i-1].Mention != w.Mention {
				s.countMention(d, int(w.Mention))
			}
		} else if w.Closed == Open && !w.Name() {
			switch {
			case w.sign > 0:
				good++
			case w.sign < 0:
				bad++
			}
			switch {
			case w.Valence > 0:
				plus++
			case w.Valence < 0:
				minus++
			}
		}
		switch {
		case w.is(comma) || w.Closed == Conjunction:
			marks++
		case w.Modifier == Negation:
			negations++
		case w.Modifier == Hedge || w.Modifier == Conditional:
			hedges++
		case w.Tag == Verb:
			verbs++
		}
		if w.Quote >= 0 {
			quoted++
			if quote < 0 {
				quote = w.Quote
			}
		}
	}
	d[zBest], d[zSecond], d[zThird], d[zFourth] = share(top[0]), share(top[1]), share(top[2]), share(top[3])
	d[zSum], d[zSide] = shownSum(sum), tenths(side)
	d[zGood], d[zBad], d[zPlus], d[zMinus] = count(good), count(bad), count(plus), count(minus)
	d[zMarks], d[zNegation], d[zHedge], d[zVerbs], d[zQuoted] = count(marks), count(negations), count(hedges), count(verbs), count(quoted)
	if quote >= 0 {
		q := &s.Quotes[quote]
		d[zQuoteClass] = uint8(1 + q.Class)
		d[zSpeakers] = count(len(q.Speaker.Entities))
	}
	return sum
}

// shownSum is the sum of the probabilities of the words of a sentence.
func shownSum(v float32) uint8 { return scaled(v, 20, 0) }

func (s *Scene) countMention(d *SentenceFigures, mention int) {
	m := &s.Mentions[mention]
	if m.Kind != entity.Name {
		more(&d[zPronouns])
		return
	}
	more(&d[zNames])
	switch s.Entities[m.Entity].Type {
	case entity.Person:
		more(&d[zPersons])
	case entity.Org, entity.Group:
		more(&d[zParties])
	}
}

// judgeSentences asks the trees about the sentences from one on whose words are judged,
// eight at most.
func (s *Scene) judgeSentences(j *Judges, waiting []shownSentence) {
	o := &s.octet
	o.set(len(waiting), func(k int) []uint8 { return waiting[k].figures[:] })
	j.Show.Score(&o.scores, &o.words)
	for k := range waiting {
		waiting[k].shows = o.scores[k]
	}
}

// shownSentence is a sentence whose words are judged.
type shownSentence struct {
	index   int // in Scene.Sentences
	figures SentenceFigures
	shows   float32 // log-odds that it shows a stance
}
