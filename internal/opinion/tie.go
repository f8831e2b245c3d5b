package opinion

import (
	"cmp"
	"math"
	"slices"

	"github.com/seed05c9d22b/newstext/internal/fixed"
)

// Tie is what the story shows between two parties, all the places where they meet
// taken together.
type Tie struct {
	Holder, Target Phrase // where it shows most
	Voice          bool
	Meetings       []int32 // indexes of the meetings, the likeliest first
	X              []float32
	Some           float32 // log-odds
	Side           float32 // log-odds of for against against
	key            [2]uint64
	sentence       int     // first word of the sentence of the likeliest meeting
	own            int     // sign of a caller's frame that holds it
	odds           float64 // that at least one meeting shows a stance
	lean           float64 // mean of the sides of the meetings
}

// Probability is that of the stance and its side together.
func (t *Tie) Probability() float64 {
	return fixed.Round(sigmoid(t.Some) * max(sigmoid(t.Side), sigmoid(-t.Side)))
}

func sigmoid(x float32) float64 { return fixed.Round(1 / (1 + math.Exp(-float64(x)))) }

// TieNames are the names of the figures of a tie: what the trees are told of all
// meetings together, then the figures of the likeliest one.
var TieNames = append([]string{
	"side of others to target", "side of holder to others", "target shown", "target side", "target places", "holder shown", "holder as target shown", "target as holder shown", "quotes",
	"least side", "most side", "best", "second", "odds", "side", "side size", "meetings", "voices", "likely meetings",
	"rank of holder's", "sum of holder's", "best of holder's", "rank of target's", "sum of target's", "best of target's", "rank", "sum", "sentences", "reverse",
	"rivals", "sum of rivals", "rivals of holder",
}, FigureNames...)

// Ties joins the meetings of the same two parties.
func (s *Scene) Ties(all []Meeting, j *Judges) []Tie {
	var countries map[string]int
	order := make([]int32, len(all))
	for i := range all {
		order[i] = int32(i)
		all[i].Holder.Entity = s.actor(&all[i].Holder, &countries)
	}
	slices.SortStableFunc(order, func(a, b int32) int { return cmp.Compare(all[b].Some, all[a].Some) })
	at := make(map[[2]uint64]int, len(all))
	var ties []Tie
	for _, i := range order {
		m := &all[i]
		k := [2]uint64{s.PartyKey(m.Holder), s.PartyKey(m.Target)}
		if k[0] == k[1] {
			continue
		}
		n, ok := at[k]
		if !ok {
			n = len(ties)
			at[k] = n
			ties = append(ties, Tie{Holder: m.Holder, Target: m.Target, Voice: m.Voice, key: k, own: m.Own, sentence: m.Sentence.First})
		}
		ties[n].Meetings = append(ties[n].Meetings, i)
	}
	s.tieFigures(ties, all)
	Decide(ties, j)
	return ties
}

// Faint reports whether no place of a tie says enough for the trees to be asked.
func (t *Tie) Faint() bool { return t.odds < leastTie && t.own == 0 }

const leastTie = 0.04

// Decide asks the judges of ties.
func Decide(ties []Tie, j *Judges) {
	for i := range ties {
		t := &ties[i]
		t.Some, t.Side = logit(float32(t.odds)), float32(t.lean)
		if t.Faint() {
			continue
		}
		if j.Tie != nil {
			t.Some = j.Tie.Score(t.X)
		}
		if j.TieSide != nil && t.Some > leastSided {
			t.Side = j.TieSide.Score(t.X)
		}
		if t.own != 0 {
			t.Some, t.Side = max(t.Some, 3), float32(3*t.own)
		}
	}
	unnest(ties)
}

// group is a set of ties that compete.
type group struct {
	sorted    []float64 // odds, falling
	sum       float64
	lean, all float64 // of the sides, by odds
}

func (g *group) add(t *Tie) {
	g.sorted = append(g.sorted, t.odds)
	g.sum += t.odds
	g.lean += float64(t.odds * t.lean)
	g.all += t.odds
}

func (g *group) sort() {
	slices.SortFunc(g.sorted, func(a, b float64) int { return cmp.Compare(b, a) })
}

// among says how a tie stands among the others of a group: how many are likelier,
// the sum of their odds and the best of them.
func (g *group) among(t *Tie) (rank, sum, best float32) {
	n, _ := slices.BinarySearchFunc(g.sorted, t.odds, func(a, b float64) int { return cmp.Compare(b, a) })
	b := g.sorted[0]
	if n == 0 {
		b = 0
		if len(g.sorted) > 1 {
			b = g.sorted[1]
		}
	}
	return float32(n), float32(g.sum - t.odds), float32(b)
}

// others is the mean side of the others of a group.
func (g *group) others(t *Tie) float32 {
	return fraction((g.lean - float64(t.odds*t.lean)) / (g.all - t.odds + 1e-3))
}

// shown is what the places of a party add up to.
type shown struct{ some, side, places float64 }

func (s *Scene) tieFigures(ties []Tie, all []Meeting) {
	sentences := bySentence(ties)
	for i := range ties {
		t := &ties[i]
		none, sum, lean := 1.0, 0.0, 0.0
		for _, k := range t.Meetings {
			q := sigmoid(all[k].Some)
			none *= 1 - q
			sum += q
			lean += float64(q * float64(all[k].Side))
		}
		t.odds, t.lean = fixed.Round(1-none), fixed.Round(lean/max(sum, 1e-6))
	}
	groups := map[uint64]*group{} // of a holder
	toward := map[uint64]*group{} // of a target
	byKey := make(map[[2]uint64]int, len(ties))
	var whole group
	find := func(m map[uint64]*group, k uint64) *group {
		g := m[k]
		if g == nil {
			g = &group{}
			m[k] = g
		}
		return g
	}
	for i := range ties {
		t := &ties[i]
		find(groups, t.key[0]).add(t)
		find(toward, t.key[1]).add(t)
		whole.add(t)
		byKey[t.key] = i
	}
	for i := range ties {
		// Each is sorted once, by its first tie.
		if g := groups[ties[i].key[0]]; !slices.IsSortedFunc(g.sorted, falling) {
			g.sort()
		}
		if g := toward[ties[i].key[1]]; !slices.IsSortedFunc(g.sorted, falling) {
			g.sort()
		}
	}
	whole.sort()
	targets, holders := s.shownOf(all)
	size := len(TieNames)
	x := make([]float32, 0, size*len(ties))
	for i := range ties {
		t := &ties[i]
		m := &all[t.Meetings[0]]
		g, to := groups[t.key[0]], toward[t.key[1]]
		from := len(x)
		target, holder := targets[t.key[1]], holders[t.key[0]]
		x = append(x, to.others(t), g.others(t), float32(target.some), fraction(target.side/max(1e-6, target.some)), float32(target.places),
			float32(holder.some), float32(targets[t.key[0]].some), float32(holders[t.key[1]].some), float32(len(s.Quotes)))
		second, voices, likely := float32(-9), 0, 0
		least, most := float32(9), float32(-9)
		for n, k := range t.Meetings {
			if n == 1 {
				second = all[k].Some
			}
			if all[k].Voice {
				voices++
			}
			if sigmoid(all[k].Some) > 0.15 {
				likely++
			}
			least, most = min(least, all[k].Side), max(most, all[k].Side)
		}
		x = append(x, least, most, m.Some, second, float32(t.odds), float32(t.lean), float32(math.Abs(t.lean)), float32(len(t.Meetings)), float32(voices), float32(likely))
		rank, sum, best := g.among(t)
		x = append(x, rank, sum, best)
		rank, sum, best = to.among(t)
		x = append(x, rank, sum, best)
		rank, sum, _ = whole.among(t)
		x = append(x, rank, sum+float32(t.odds), float32(len(s.Sentences)))
		reverse := float32(0)
		if k, ok := byKey[[2]uint64{t.key[1], t.key[0]}]; ok {
			reverse = float32(ties[k].odds)
		}
		rivals, rivalSum, ownRivals := s.rivals(ties, all, i, sentences[t.sentence])
		x = append(x, reverse, rivals, rivalSum, ownRivals)
		x = append(x, m.Figures[:]...)
		t.X = x[from:len(x):len(x)]
	}
}

// bySentence lists the ties by the sentence of their likeliest meeting.
func bySentence(ties []Tie) map[int][]int {
	m := map[int][]int{}
	for i := range ties {
		m[ties[i].sentence] = append(m[ties[i].sentence], i)
	}
	return m
}

func falling(a, b float64) int { return cmp.Compare(b, a) }

// maxRivals bounds the ties of a sentence that are compared with each other.
const maxRivals = 200

// rivals counts the likelier ties of a sentence.
func (s *Scene) rivals(ties []Tie, all []Meeting, i int, others []int) (likelier, sum, own float32) {
	best := all[ties[i].Meetings[0]].Some
	for _, k := range others[:min(len(others), maxRivals)] {
		if k == i {
			continue
		}
		o := all[ties[k].Meetings[0]].Some
		sum += float32(sigmoid(o))
		if o > best {
			likelier++
			if ties[k].key[0] == ties[i].key[0] {
				own++
			}
		}
	}
	return likelier, sum, own
}

// shownOf sums up, over the places of each party, how likely it is a target and
// a holder there.
func (s *Scene) shownOf(all []Meeting) (targets, holders map[uint64]shown) {
	targets, holders = map[uint64]shown{}, map[uint64]shown{}
	type place struct {
		sentence, order int
		holder          bool
	}
	seen := make(map[place]bool, len(all))
	for i := range all {
		m := &all[i]
		if k := (place{m.Sentence.First, m.TargetOrder, false}); !seen[k] {
			seen[k] = true
			q := sigmoid(m.Figures[dTargetSome])
			key := s.PartyKey(m.Target)
			x := targets[key]
			x.some += q
			x.side += float64(q * float64(m.Figures[dTargetSide]))
			x.places++
			targets[key] = x
		}
		if k := (place{m.Sentence.First, m.HolderOrder, true}); !m.Voice && !seen[k] {
			seen[k] = true
			key := s.PartyKey(m.Holder)
			x := holders[key]
			x.some += sigmoid(m.Figures[dHolderSome])
			holders[key] = x
		}
	}
	return targets, holders
}
