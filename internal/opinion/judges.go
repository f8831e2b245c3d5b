package opinion

import (
	"fmt"
	"math"
	"slices"
	"strings"

	"github.com/seed05c9d22b/newstext/internal/boost"
	"github.com/seed05c9d22b/newstext/internal/fixed"
	"github.com/seed05c9d22b/newstext/internal/linear"
)

// Leaning is how likely something is part of a stance, and of which.
type Leaning struct {
	Some float32 // probability
	Odds float32 // the same in log-odds, within those of 1 in 10,000
	Side float32 // log-odds of for against against
}

// LeaningOf makes a leaning of the probabilities of none, for and against.
func LeaningOf(none, pro, con float64) Leaning {
	const least = 1e-6
	some := fraction(1 - none)
	return Leaning{Some: some, Odds: logit(some), Side: fraction(math.Log(max(pro, least) / max(con, least)))}
}

// signed is the probability by the side, which counts up to 3.
func (l *Leaning) signed() float32 {
	switch {
	case l.Side > 3:
		return l.Some * 3
	case l.Side < -3:
		return l.Some * -3
	}
	return l.Some * l.Side
}

func logit(p float32) float32 {
	q := min(max(float64(p), 1e-4), 1-1e-4)
	return fraction(math.Log(q / (1 - q)))
}

// fraction makes a figure of a fraction that is the same on every machine.
func fraction(x float64) float32 { return float32(fixed.Round(x)) }

// Judges are the models of stance, in the order in which they are asked: which
// words show one; which sentences do; which phrases are target or holder; whether a
// pair in one place is in a stance, and on which side; whether two parties of the story
// are, all their places taken together, and on which side. A judge that is nil is not
// asked, nor are those behind it.
type Judges struct {
	Evidence func(*Features) Leaning
	Show     *boost.Oblivious
	Party    func(*Features) (target, holder Leaning)
	Speaker  func(*Features) Leaning
	Link     func(*Features) Leaning // of a pair, by its words
	Meet     *boost.Oblivious
	MeetSide *boost.Oblivious
	Tie      *boost.Oblivious
	TieSide  *boost.Oblivious
	Trust    *TrustTable // in frames
	// What the probability of a stance, times that of its side, must reach: in a
	// story between named parties, and where one is words; and in a text of one or
	// two sentences, where less speaks for it.
	Threshold, WordsThreshold, ShortThreshold float32
	Gates                                     Gates

	explain func() *boost.Explainer // of Meet

	sparse [models]*linear.Model // those of Evidence, Link and Party
	sums   *sums                 // what they say, which is kept with the words; nil but for the models that ship
}

// short is of how many sentences a short text is.
const short = 2

// least is what the probability of a tie must reach for it to be told.
func (j *Judges) least(s *Scene, t *Tie) float64 {
	switch {
	case len(s.Sentences) <= short:
		return float64(j.ShortThreshold)
	case t.Holder.Entity < 0 || t.Target.Entity < 0:
		return float64(j.WordsThreshold)
	}
	return float64(j.Threshold)
}

// Watch is told of features before they are judged; the training commands learn
// from them. Any of its functions may be nil.
type Watch struct {
	Word    func(i int, f *Features)
	Show    func(x *Sentence, d *SentenceFigures)
	Party   func(sentence, order int, p *Phrase, f *Features)
	Speaker func(p *Pair, f *Features)
	Pair    func(p *Pair)
	Link    func(p *Pair, f *Features)
}

// Gates keep out what is hardly a stance before it costs much, the cheapest first. They
// belong to the models, which learn from what comes through, and were tuned by
// cross-validation.
type Gates struct {
	Evidence float32 // what the probability of a word must reach to be looked at as evidence
	// Sentence: what the log-odds that a sentence shows a stance must reach for its phrases
	// to be looked for.
	Sentence float32
	// Near: what a phrase must get of the probability of some word, which fades with each
	// step in the tree between them, to be judged.
	Near float32
	Pair float32 // what the log-odds of target and holder must sum up to for a pair to be judged at all
	Meet float32 // what the log-odds of a pair in one place must reach for it to count at all
	Side float32 // what the log-odds of a pair in one place must reach for its side to be asked
	Tie  float32 // what the probability of some place of a tie must reach for the tie to be judged
}

// numbers are the gates in the order in which they stand in a file.
func (g *Gates) numbers() []any {
	return []any{&g.Evidence, &g.Pair, &g.Meet, &g.Side, &g.Tie, &g.Sentence, &g.Near}
}

// String writes the gates as they stand in a file.
func (g Gates) String() string {
	var b strings.Builder
	for _, v := range g.numbers() {
		fmt.Fprintf(&b, "%g ", *v.(*float32))
	}
	return strings.TrimSuffix(b.String(), " ")
}

// sentenceState is what the pairs of a sentence share.
type sentenceState struct {
	index                int
	ways                 []hanging // of each phrase
	tops                 []int     // the top word of each in the tree
	targets, holders     []Leaning
	canHold, canBeTarget []bool
	bestOdds             float32 // of the targets
	own                  bool    // a frame of the caller's is filled
	shows                float32 // log-odds that the sentence shows a stance
}

// Meetings returns the pairs of the story that pass the gate, in order of the
// text. The slice is valid until the scene is read again.
func (s *Scene) Meetings(j *Judges, w *Watch) []Meeting {
	s.meetings, s.judged = s.meetings[:0], 0
	s.prepare()
	s.trusts = j.Trust
	s.judgeWordsOf(j, w)
	if j.Show == nil {
		return nil
	}
	s.judgeSentences(j)
	for i := range s.showing {
		shown := &s.showing[i]
		x := s.Sentences[shown.index]
		s.state.index, s.state.shows = shown.index, shown.shows
		quiet := s.state.shows < j.Gates.Sentence && len(s.Sentences) > short
		if quiet && !s.mayDecide(shown) {
			continue
		}
		s.Fills(x)
		if s.state.own = s.ownFills(); quiet && !s.state.own {
			continue
		}
		s.listTriggers(&x, s.likely[shown.likely.first:shown.likely.end])
		phrases := s.Phrases(x)
		s.judgePhrases(&x, phrases, j, w)
		all := s.state.own || j.Party == nil || w != nil && w.Pair != nil
		gate := j.Gates.Pair
		if all {
			gate = float32(math.Inf(-1))
		}
		s.pairs(&x, phrases, gate, j, w)
	}
	s.judgeMeetings(j)
	s.judgeSides(j)
	return s.meetings
}

// mayDecide reports whether a sentence may have a frame that decides by itself though
// no word of it is likely evidence: one of the caller's, or "Russian-backed".
func (s *Scene) mayDecide(x *shownSentence) bool {
	return s.owned || x.forms&(hyphen|hyphened) != 0
}

// ownFills reports whether a frame that decides by itself may be filled.
func (s *Scene) ownFills() bool {
	return slices.ContainsFunc(s.fills, func(f Fill) bool { return f.Frame.Own || f.Plain })
}

// prepare clears what belongs to one story.
func (s *Scene) prepare() {
	s.evidence = zeroed(s.evidence, len(s.Words))
	s.speaks = zeroed(s.speaks, len(s.Entities))
	s.forgetVoices()
	s.nations = s.nations[:0]
	for i := range s.Quotes {
		for _, id := range s.Quotes[i].Speaker.Entities {
			if id >= 0 && id < len(s.speaks) {
				s.speaks[id]++
			}
		}
	}
}
