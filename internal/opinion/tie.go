package opinion

import (
	"math"
	"slices"

	"github.com/seed05c9d22b/newstext/internal/fixed"
)

// Tie is what the story shows between two parties, all the places where they meet
// taken together.
type Tie struct {
	Holder, Target Phrase // where it shows most
	Voice          bool
	Meetings       []int32  // indexes of the meetings, the likeliest first
	X              []uint8  // 0 to boost.Most
	Some           float32  // log-odds
	Side           float32  // log-odds of for against against
	key            [2]int32 // numbers of the two parties
	sentence       int      // index of that of the likeliest meeting
	own            int      // sign of a frame that holds it and decides by itself
	odds           float64  // that at least one meeting shows a stance
	lean           float64  // mean of the sides of the meetings
	ranks          ranks    // by odds
	probability    float64  // of those that are told
}

// Probability is that of the stance and its side together.
func (t *Tie) Probability() float64 {
	return fixed.Round(sigmoid(t.Some) * sigmoid(max(t.Side, -t.Side)))
}

func sigmoid(x float32) float64 { return fixed.Round(1 / (1 + math.Exp(-float64(x)))) }

// TieNames are the names of the figures of a tie: what the trees are told of all
// meetings together, then the figures of the likeliest one.
var TieNames = append([]string{
	"side of others to target", "side of holder to others", "target shown", "target side", "target places", "holder shown", "holder as target shown", "target as holder shown",
	"least side", "most side", "best", "second", "odds", "side", "side size", "meetings", "likely meetings",
	"rank of holder's", "sum of holder's", "best of holder's", "rank of target's", "sum of target's", "best of target's", "rank", "sum", "sentences",
}, FigureNames...)

// Ties joins the meetings of the same two parties. The slice and what is in it are
// valid until the scene is read again.
func (s *Scene) Ties(all []Meeting, j *Judges) []Tie {
	var countries map[string]int
	m := &s.tied
	m.reset(len(all))
	for i := range all {
		all[i].Holder.Entity = s.actor(&all[i].Holder, &countries)
		h, _ := m.parties.of(s.PartyKey(all[i].Holder))
		t, _ := m.parties.of(s.PartyKey(all[i].Target))
		m.holders, m.targets = append(m.holders, h), append(m.targets, t)
	}
	m.sort(all)
	// The likeliest meeting of two parties makes their tie.
	ties := m.ties
	for _, i := range m.order {
		h, t := m.holders[i], m.targets[i]
		if h == t {
			m.of[i] = -1
			continue
		}
		n, fresh := m.at.of(uint64(h)<<32 | uint64(t))
		if fresh {
			x := &all[i]
			ties = append(ties, Tie{Holder: x.Holder, Target: x.Target, Voice: x.Voice, key: [2]int32{h, t}, own: x.Own, sentence: x.sentence})
			m.sizes = append(m.sizes, 0)
		}
		m.of[i] = n
		m.sizes[n]++
	}
	places := m.places[:0]
	for n := range ties {
		places = slices.Grow(places, int(m.sizes[n]))
		ties[n].Meetings = places[len(places) : len(places) : len(places)+int(m.sizes[n])]
		places = places[:len(places)+int(m.sizes[n])]
	}
	for _, i := range m.order {
		if n := m.of[i]; n >= 0 {
			ties[n].Meetings = append(ties[n].Meetings, i)
		}
	}
	m.ties, m.places = ties, places
	s.tieFigures(ties, all, &j.Gates)
	m.decide(ties, j, &s.waiting)
	return ties
}

// Faint reports whether no place of a tie says enough for the trees to be asked.
func (t *Tie) Faint(g *Gates) bool { return t.odds < float64(g.Tie) && t.own == 0 }

// Decide asks the judges of ties.
func Decide(ties []Tie, j *Judges) {
	var m tied
	m.decide(ties, j, new(waiting))
}

func (m *tied) decide(ties []Tie, j *Judges, q *waiting) {
	for i := range ties {
		t := &ties[i]
		if t.Side = float32(t.lean); j.Tie != nil && !t.Faint(&j.Gates) {
			q.ask(j.Tie, t.X, &t.Some)
		} else {
			t.Some = logit(float32(t.odds))
		}
	}
	q.answer(j.Tie)
	sided := max(j.Gates.Side, j.tooUnlikely())
	for i := range ties {
		if t := &ties[i]; j.Tie != nil && t.Some > sided && !t.Faint(&j.Gates) {
			q.ask(j.TieSide, t.X, &t.Side)
		}
	}
	q.answer(j.TieSide)
	for i := range ties {
		if t := &ties[i]; t.own != 0 {
			t.Some, t.Side = max(t.Some, 3), float32(3*t.own)
		}
	}
	m.unnest(ties)
}

// tooUnlikely are the log-odds up to which no tie is told, on whichever side.
func (j *Judges) tooUnlikely() float32 {
	if p := min(j.Threshold, j.WordsThreshold, j.ShortThreshold); p > 0 {
		return logit(p) - 0.01
	}
	return float32(math.Inf(-1))
}
