package opinion

import (
	"math"
	"slices"

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

// sentence makes the figures of a sentence whose words are judged, so many of them quoted,
// and returns what their probabilities sum up to; before is the sum of the one before it.
func (s *Scene) sentence(d *SentenceFigures, x *Sentence, index, quoted int, before float32) (sum float32) {
	*d = SentenceFigures{
		zBefore: shownSum(before), zLength: count(x.End - x.First), zSentences: count(len(s.Sentences)), zHeadline: flag(x.Kind == article.Headline),
		zPlace: share(float32(index) / float32(len(s.Sentences))),
	}
	var best, second, third, fourth uint32 // of the probabilities, whose bits have their order
	var side float32
	evidence := s.evidence[x.First:x.End]
	for _, k := range s.candidates {
		e := &evidence[k]
		if !(e.Some > 0) {
			continue
		}
		sum += e.Some
		side += e.signed()
		if v := math.Float32bits(e.Some); v > fourth {
			best, v = max(best, v), min(best, v)
			second, v = max(second, v), min(second, v)
			third, v = max(third, v), min(third, v)
			fourth = max(fourth, v)
		}
	}
	d[zBest], d[zSecond] = share(math.Float32frombits(best)), share(math.Float32frombits(second))
	d[zThird], d[zFourth] = share(math.Float32frombits(third)), share(math.Float32frombits(fourth))
	d[zSum], d[zSide] = shownSum(sum), tenths(side)
	s.countWords(d, s.Words[x.First:x.End], quoted)
	return sum
}

// countWords counts the words of a sentence that are of some kind.
func (s *Scene) countWords(d *SentenceFigures, words []Word, quoted int) {
	var counts [kinds]int
	mention := int32(-1)
	for rest := words; len(rest) > 0; {
		part, some := rest[:min(mostKinds, len(rest))], kindCounts(0)
		for k := range part {
			w := &part[k]
			some += kindCountsOf[w.kinds]
			if w.Mention != mention {
				if mention = w.Mention; mention >= 0 {
					s.countMention(d, int(mention))
				}
			}
		}
		some.addTo(&counts)
		rest = rest[len(part):]
	}
	d[zQuoted] = count(quoted)
	for k, figure := range [kinds]int{kindMark: zMarks, kindNegation: zNegation, kindHedge: zHedge, kindVerb: zVerbs, kindGood: zGood, kindBad: zBad, kindPlus: zPlus, kindMinus: zMinus} {
		d[figure] = count(counts[k])
	}
	if quoted > 0 {
		first := slices.IndexFunc(words, func(w Word) bool { return w.Quote >= 0 })
		q := &s.Quotes[words[first].Quote]
		d[zQuoteClass] = uint8(1 + q.Class)
		d[zSpeakers] = count(len(q.Speaker.Entities))
	}
}

// The kinds of words that are counted in a sentence.
const (
	kindMark     = iota // comma or conjunction
	kindNegation        // no mark
	kindHedge           // nor negation
	kindVerb            // may be a verb: none of these
	kindGood            // shows a stance for, by its frames; these of open words that are no names
	kindBad
	kindPlus // by its valence
	kindMinus
	kinds
)

// kindSet are the kinds of a word.
type kindSet uint8

// ofAll are those to which names may belong.
const ofAll = kindSet(1)<<kindGood - 1

// here are those of the word where it stands.
func (x kindSet) here(w *Word) kindSet {
	return x &^ (kindSet(flag(w.Tag != Verb)) << kindVerb) & (ofAll | kindSet(w.Mention>>31)) // all bits outside of mentions
}

// kindCounts counts words of all kinds side by side, mostKinds at most.
type kindCounts uint64

const (
	kindBits  = 64 / kinds
	mostKinds = 1<<kindBits - 1
)

// kindCountsOf counts one word of some kinds.
var kindCountsOf = func() (of [1 << kinds]kindCounts) {
	for x := range of {
		for k := range kinds {
			of[x] |= kindCounts(x>>k&1) << (kindBits * k)
		}
	}
	return of
}()

func (c kindCounts) addTo(counts *[kinds]int) {
	for k := range counts {
		counts[k] += int(c >> (kindBits * k) & mostKinds)
	}
}

// kindsOf tells of which kinds a word may be.
func (x *Info) kindsOf() (c kindSet) {
	of := func(kind int) { c |= 1 << kind }
	switch {
	case x.is(comma) || x.Closed == Conjunction:
		of(kindMark)
	case x.Modifier == Negation:
		of(kindNegation)
	case x.Modifier == Hedge || x.Modifier == Conditional:
		of(kindHedge)
	default:
		of(kindVerb)
	}
	if x.Closed != Open {
		return c
	}
	switch {
	case x.sign() > 0:
		of(kindGood)
	case x.sign() < 0:
		of(kindBad)
	}
	switch {
	case x.Valence > 0:
		of(kindPlus)
	case x.Valence < 0:
		of(kindMinus)
	}
	return c
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

// judgeSentences asks the trees about the sentences whose words are judged.
func (s *Scene) judgeSentences(j *Judges) {
	q := &s.waiting
	for i := range s.showing {
		x := &s.showing[i]
		q.ask(j.Show, x.figures[:], &x.shows)
	}
	q.answer(j.Show)
}

// shownSentence is a sentence whose words are judged.
type shownSentence struct {
	index   int       // in Scene.Sentences
	forms   form      // of its words
	likely  wordRange // its likely evidence, in Scene.likely
	figures SentenceFigures
	shows   float32 // log-odds that it shows a stance
}
