package opinion

import (
	"cmp"
	"math"
	"slices"

	"github.com/seed05c9d22b/newstext/internal/fixed"
)

// tied is the memory in which the ties of a story are worked out. Parties have
// numbers, in the order in which they are met.
type tied struct {
	parties          map[uint64]int32
	at               map[[2]int32]int32 // ties by their parties
	order            []int32            // of the meetings, the likeliest first
	holders, targets []int32            // of each meeting
	of               []int32            // the tie of each meeting, −1 for none
	ties             []Tie
	sizes            []int32 // how many meetings each tie has
	places           []int32 // of all ties
	figures          []float32
	byHolder         []group
	byTarget         []group
	asTarget         []shown
	asHolder         []shown
	odds             []float64
	seen             map[seat]bool
}

func (m *tied) reset(meetings int) {
	if m.parties == nil {
		m.parties, m.at, m.seen = map[uint64]int32{}, map[[2]int32]int32{}, map[seat]bool{}
	}
	clear(m.parties)
	clear(m.at)
	clear(m.seen)
	m.order, m.holders, m.targets, m.ties, m.sizes = m.order[:0], m.holders[:0], m.targets[:0], m.ties[:0], m.sizes[:0]
	m.of = zeroed(m.of, meetings)
}

// party is the number of a party.
func (m *tied) party(key uint64) int32 {
	n, ok := m.parties[key]
	if !ok {
		n = int32(len(m.parties))
		m.parties[key] = n
	}
	return n
}

// group is a set of ties that compete.
type group struct {
	size      int
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

func falling(a, b float64) int { return cmp.Compare(b, a) }

// among says how a tie stands among the others of a group: how many are likelier,
// the sum of their odds and the best of them.
func (g *group) among(t *Tie) (rank, sum, best float32) {
	n, _ := slices.BinarySearchFunc(g.sorted, t.odds, falling)
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

// grouped puts the ties into groups by the one or the other party.
func (m *tied) grouped(groups []group, ties []Tie, party int) []group {
	groups = zeroed(groups, len(m.parties))
	for i := range ties {
		groups[ties[i].key[party]].size++
	}
	for k := range groups {
		n := len(m.odds)
		m.odds = slices.Grow(m.odds, groups[k].size)
		groups[k].sorted = m.odds[n : n : n+groups[k].size]
		m.odds = m.odds[:n+groups[k].size]
	}
	for i := range ties {
		groups[ties[i].key[party]].add(&ties[i])
	}
	for k := range groups {
		slices.SortFunc(groups[k].sorted, falling)
	}
	return groups
}

// tieFigures makes the figures of ties, but for those of faint ones, which nobody asks.
func (s *Scene) tieFigures(ties []Tie, all []Meeting, gates *Gates) {
	m := &s.tied
	m.odds = m.odds[:0]
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
	m.byHolder, m.byTarget = m.grouped(m.byHolder, ties, 0), m.grouped(m.byTarget, ties, 1)
	var whole group
	for i := range ties {
		whole.add(&ties[i])
	}
	slices.SortFunc(whole.sorted, falling)
	s.shownOf(all)
	size := len(TieNames)
	m.figures = slices.Grow(m.figures[:0], size*len(ties))
	x := m.figures
	for i := range ties {
		t := &ties[i]
		if t.Faint(gates) {
			continue
		}
		best := &all[t.Meetings[0]]
		g, to := &m.byHolder[t.key[0]], &m.byTarget[t.key[1]]
		from := len(x)
		target, holder := m.asTarget[t.key[1]], m.asHolder[t.key[0]]
		x = append(x, to.others(t), g.others(t), float32(target.some), fraction(target.side/max(1e-6, target.some)), float32(target.places),
			float32(holder.some), float32(m.asTarget[t.key[0]].some), float32(m.asHolder[t.key[1]].some), float32(len(s.Quotes)))
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
		x = append(x, least, most, best.Some, second, float32(t.odds), float32(t.lean), float32(math.Abs(t.lean)), float32(len(t.Meetings)), float32(voices), float32(likely))
		rank, sum, top := g.among(t)
		x = append(x, rank, sum, top)
		rank, sum, top = to.among(t)
		x = append(x, rank, sum, top)
		rank, sum, _ = whole.among(t)
		x = append(x, rank, sum+float32(t.odds), float32(len(s.Sentences)))
		reverse := float32(0)
		if k, ok := m.at[[2]int32{t.key[1], t.key[0]}]; ok {
			reverse = float32(ties[k].odds)
		}
		x = append(x, reverse)
		x = append(x, best.Figures[:]...)
		t.X = x[from:len(x):len(x)]
	}
	m.figures = x
}

// shown is what the places of a party add up to.
type shown struct{ some, side, places float64 }

// seat is a party's place in a sentence.
type seat struct {
	sentence, order int32
	holder          bool
}

// shownOf sums up, over the places of each party, how likely it is a target and
// a holder there.
func (s *Scene) shownOf(all []Meeting) {
	t := &s.tied
	t.asTarget, t.asHolder = zeroed(t.asTarget, len(t.parties)), zeroed(t.asHolder, len(t.parties))
	for i := range all {
		m := &all[i]
		first := int32(m.Sentence.First)
		if k := (seat{first, int32(m.TargetOrder), false}); !t.seen[k] {
			t.seen[k] = true
			q := sigmoid(m.Figures[dTargetSome])
			x := &t.asTarget[t.targets[i]]
			x.some += q
			x.side += float64(q * float64(m.Figures[dTargetSide]))
			x.places++
		}
		if k := (seat{first, int32(m.HolderOrder), true}); !m.Voice && !t.seen[k] {
			t.seen[k] = true
			t.asHolder[t.holders[i]].some += sigmoid(m.Figures[dHolderSome])
		}
	}
}

// KeepTies makes a copy of ties that outlives the scene.
func KeepTies(ties []Tie) []Tie {
	ties = slices.Clone(ties)
	for i := range ties {
		ties[i].Meetings, ties[i].X = slices.Clone(ties[i].Meetings), slices.Clone(ties[i].X)
	}
	return ties
}
