package opinion

import (
	"slices"

	"github.com/seed05c9d22b/newstext/internal/boost"
)

// Meeting is a pair in one place, with what the judges say of it.
type Meeting struct {
	Pair
	Figures Figures
	Some    float32 // log-odds
	Side    float32 // log-odds of for against against
	Trigger int     // the word that shows it most, −1 if none does
	Own     int     // sign of a frame that holds the pair and decides by itself
	// What is known of the parties: how likely they are holder and target, and on which side
	// the target is.
	holderSome, targetSome, targetSide float32
	sentence                           int // index of the sentence
	fill                               fillBrief
}

// fillBrief is what is told of the frame that holds a pair.
type fillBrief struct {
	frame         *Frame // nil where none does
	trigger, sign int
}

// pairState is what the pairs of a sentence share.
type pairState struct {
	figures              Figures
	known                bool // whether they are made
	target               targetState
	holders              []holderState // of each phrase
	holding              []int         // the phrases that may be holders
	speakerOf            int           // the quote of which the speaker was told to who watches
	heard                int           // the quote whose evidence in the sentence is summed up
	heardSome, heardSide float32
	view                 pairView // of the pair that is looked at
}

// targetState is what the pairs with a target share.
type targetState struct {
	order   int // its place among the phrases, −1 for none
	figures Figures
	left    *[maxTriggers]float32 // of the probability of each trigger that counts
	fills   []int32               // those of which it is the target
	kind    int
	way     [maxClimb]int // up from it
	climbed int           // how many words these are, 0 where it is not gone yet
	words   once          // its own
}

// holderState is what the pairs with a holder who does not speak share.
type holderState struct {
	made    bool
	figures [holderFigures]uint8
	fades   [maxTriggers]float32 // what is left on the way to each trigger
	kind    int
	words   once // his own
}

// resetPairs forgets the pairs of the sentence before.
func (s *Scene) resetPairs(j *Judges, phrases int) {
	ps := &s.paired
	ps.known, ps.target.order, ps.speakerOf, ps.heard = false, -1, -2, -2 // none; quote −1 is the author's
	ps.view = pairView{seeing: s.seeingBy(j)}
	ps.holders = room(ps.holders, phrases)
	for i := range ps.holders {
		ps.holders[i].made = false
	}
}

// next returns the place of the next meeting.
func (s *Scene) next() *Meeting {
	n := len(s.meetings)
	if n == s.judged {
		s.meetings = slices.Grow(s.meetings, boost.MostRows) // they stay where they are until they are judged
	}
	return &s.meetings[:n+1][n]
}

// meet judges the next meeting, whose pair is made and has this holder.
func (s *Scene) meet(m *Meeting, holder *Leaning, j *Judges, w *Watch) {
	p := &m.Pair
	if w != nil && w.Pair != nil {
		w.Pair(p)
	}
	if w != nil && w.Speaker != nil && p.Voice {
		s.watchSpeaker(p, w)
	}
	if j.Party == nil {
		return
	}
	st := &s.state
	target, own := &st.targets[p.TargetOrder], 0
	if st.own {
		own = s.plainFill(p)
	}
	if own == 0 && holder.Odds+target.Odds < j.Gates.Pair {
		return
	}
	s.meetings = s.meetings[:len(s.meetings)+1]
	m.sentence, m.Own, m.Some, m.Side, m.fill = st.index, own, 0, 0, fillBrief{}
	m.holderSome, m.targetSome, m.targetSide = holder.Some, target.Some, target.Side
	s.figures(m, holder)
	s.linkFigures(m, j, w)
	s.waiting.ask(j.Meet, m.Figures[:], &m.Some)
	if len(s.meetings) == s.judged+boost.MostRows {
		s.judgeMeetings(j)
	}
}

// judgeMeetings has the trees answer about the meetings that are not judged yet, and drops
// those that do not pass the gate.
func (s *Scene) judgeMeetings(j *Judges) {
	waiting := s.meetings[s.judged:]
	s.waiting.answer(j.Meet)
	for k := range waiting {
		m := &waiting[k]
		if j.Meet != nil && m.Some < j.Gates.Meet && m.Own == 0 {
			continue
		}
		if s.judged != len(s.meetings)-len(waiting)+k {
			s.meetings[s.judged] = *m
		}
		s.judged++
	}
	s.meetings = s.meetings[:s.judged]
}

// judgeSides asks the trees on which side the meetings of a story are: those that are
// likely enough. Others are on the side of which it is to be the target.
func (s *Scene) judgeSides(j *Judges) {
	q := &s.waiting
	for i := range s.meetings {
		m := &s.meetings[i]
		switch {
		case m.Own != 0:
			m.Some, m.Side = max(m.Some, 3), float32(m.Own)*3
		case j.Meet != nil:
			if m.Side = m.targetSide; m.Some > j.Gates.Side {
				q.ask(j.MeetSide, m.Figures[:], &m.Side)
			}
		}
	}
	q.answer(j.MeetSide)
}

// plainFill returns the sign of a frame that holds both parties and leaves nothing
// to judge: one of the caller's, or a plain one.
func (s *Scene) plainFill(p *Pair) int {
	for i := range s.fills {
		x := &s.fills[i]
		decides := x.Plain || x.Frame.Own && !p.Voice
		if decides && x.Holder >= 0 && s.covers(&p.Target, x.Target) && s.holds(x, p) {
			return x.Sign
		}
	}
	return 0
}
