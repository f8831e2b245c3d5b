package opinion

import (
	"cmp"
	"math"
	"slices"

	"github.com/seed05c9d22b/newstext/internal/fixed"
)

// tied is the memory in which the ties of a story are worked out. Parties and ties have
// numbers, in the order in which they are met.
type tied struct {
	parties, at      numbering
	order            []int32  // of the meetings, the likeliest first
	keys             []uint64 // by which they are put into order
	holders, targets []int32  // of each meeting
	of               []int32  // the tie of each meeting, −1 for none
	ties             []Tie
	sizes            []int32 // how many meetings each tie has
	places           []int32 // of all ties
	figures          []uint8
	byHolder         []group
	byTarget         []group
	whole            group // all ties
	asTarget         []shown
	asHolder         []shown
	falling          []int32 // the ties, the likeliest first
	chosen           []*Tie
	sentences        bySentence
}

func (m *tied) reset(meetings int) {
	m.parties.reset(2 * meetings)
	m.at.reset(meetings)
	m.holders, m.targets, m.ties, m.sizes = m.holders[:0], m.targets[:0], m.ties[:0], m.sizes[:0]
	m.of = zeroed(m.of, meetings)
}

// sort puts the meetings into the order of their odds, those of equal odds into that of
// the text: numbers whose upper half falls as the odds rise, above those of the places.
func (m *tied) sort(all []Meeting) {
	m.keys, m.order = m.keys[:0], m.order[:0]
	for i := range all {
		b := math.Float32bits(all[i].Some + 0) // −0 is 0
		if b>>31 == 0 {
			b = ^b &^ (1 << 31)
		}
		m.keys = append(m.keys, uint64(b)<<32|uint64(i))
	}
	slices.Sort(m.keys)
	for _, v := range m.keys {
		m.order = append(m.order, int32(uint32(v)))
	}
}

// group is a set of ties that compete.
type group struct {
	size, rank   int     // of those that have their rank; that of the last of them
	best, second float64 // odds
	last         float64
	sum          float64
	lean         float64 // of the sides, by odds
}

func (g *group) add(t *Tie) {
	g.sum += t.odds
	g.lean += float64(t.odds * t.lean)
}

// next returns how many of a group are likelier than one of these odds, where those come
// first.
func (g *group) next(odds float64) int {
	switch g.size {
	case 0:
		g.best, g.last = odds, odds
	case 1:
		g.second = odds
	}
	if odds < g.last {
		g.rank, g.last = g.size, odds
	}
	g.size++
	return g.rank
}

// ranks are how many of its holder's, of its target's and of all ties are likelier than one.
type ranks struct{ ofHolder, ofTarget, ofAll int }

// among says how a tie of this rank stands among the others of a group: the sum of their
// odds and the best of them.
func (g *group) among(t *Tie, rank int) (sum, best float64) {
	best = g.best
	if rank == 0 {
		best = g.second
	}
	return g.sum - t.odds, best
}

// others is the mean side of the others of a group.
func (g *group) others(t *Tie) float32 {
	return fraction((g.lean - float64(t.odds*t.lean)) / (g.sum - t.odds + 1e-3))
}

// grouped puts the ties into groups by the one and the other party, and all into one.
func (m *tied) grouped(ties []Tie) {
	m.byHolder, m.byTarget = zeroed(m.byHolder, int(m.parties.count)), zeroed(m.byTarget, int(m.parties.count))
	m.whole = group{}
	for i := range ties {
		t := &ties[i]
		m.byHolder[t.key[0]].add(t)
		m.byTarget[t.key[1]].add(t)
		m.whole.add(t)
	}
	for _, i := range m.falling {
		t := &ties[i]
		t.ranks = ranks{m.byHolder[t.key[0]].next(t.odds), m.byTarget[t.key[1]].next(t.odds), m.whole.next(t.odds)}
	}
}

// sortTies puts the ties into the order of their odds. They are almost in it, as they stand
// in that of the odds of their likeliest meetings, so that each is put in its place among
// those before it, unless that takes too long.
func (m *tied) sortTies(ties []Tie) {
	m.falling = room(m.falling, len(ties))
	steps := 16 * len(ties)
	for i := range ties {
		k, odds := i, ties[i].odds
		for ; k > 0 && ties[m.falling[k-1]].odds < odds && steps > 0; k-- {
			m.falling[k] = m.falling[k-1]
			steps--
		}
		m.falling[k] = int32(i)
	}
	if steps == 0 {
		slices.SortFunc(m.falling, func(a, b int32) int { return cmp.Compare(ties[b].odds, ties[a].odds) })
	}
}

// likelyOdds are the log-odds from which a meeting counts as likely: 0.15.
const likelyOdds = -1.7346

// sumOf is the sum of some probabilities.
func sumOf(v float64) uint8 { return scaled(float32(v), 16, 0) }

// tieFigures makes the figures of ties, but for those of faint ones, which nobody asks.
func (s *Scene) tieFigures(ties []Tie, all []Meeting, gates *Gates) {
	m := &s.tied
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
	m.sortTies(ties)
	m.grouped(ties)
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
		x = append(x, tenths(to.others(t)), tenths(g.others(t)), sumOf(target.some), tenths(fraction(target.side/max(1e-6, target.some))), count(int(target.places)),
			sumOf(holder.some), sumOf(m.asTarget[t.key[0]].some), sumOf(m.asHolder[t.key[1]].some))
		second, likely := float32(-9), 0
		least, most := float32(9), float32(-9)
		for n, k := range t.Meetings {
			if n == 1 {
				second = all[k].Some
			}
			if all[k].Some > likelyOdds {
				likely++
			}
			least, most = min(least, all[k].Side), max(most, all[k].Side)
		}
		lean := float32(t.lean)
		x = append(x, tenths(least), tenths(most), tenths(best.Some), tenths(second), tenths(logit(float32(t.odds))), tenths(lean), scaled(max(lean, -lean), 24, 0), count(len(t.Meetings)), count(likely))
		rest, top := g.among(t, t.ranks.ofHolder)
		x = append(x, count(t.ranks.ofHolder), sumOf(rest), share(float32(top)))
		rest, top = to.among(t, t.ranks.ofTarget)
		x = append(x, count(t.ranks.ofTarget), sumOf(rest), share(float32(top)))
		rest, _ = m.whole.among(t, t.ranks.ofAll)
		x = append(x, count(t.ranks.ofAll), scaled(float32(rest+t.odds), 6, 0), count(len(s.Sentences)))
		x = append(x, best.Figures[:]...)
		t.X = x[from:len(x):len(x)]
	}
	m.figures = x
}

// shown is what the places of a party add up to.
type shown struct{ some, side, places float64 }

// shownOf sums up, over the places of each party, how likely it is a target and
// a holder there. The meetings stand in order of the text.
func (s *Scene) shownOf(all []Meeting) {
	t := &s.tied
	t.asTarget, t.asHolder = zeroed(t.asTarget, int(t.parties.count)), zeroed(t.asHolder, int(t.parties.count))
	sentence := -1
	var targets, holders uint32 // phrases of the sentence that are counted
	for i := range all {
		m := &all[i]
		if m.sentence != sentence {
			sentence, targets, holders = m.sentence, 0, 0
		}
		if k := uint32(1) << m.TargetOrder; targets&k == 0 {
			targets |= k
			q := float64(m.targetSome)
			x := &t.asTarget[t.targets[i]]
			x.some += q
			x.side += float64(q * float64(m.targetSide))
			x.places++
		}
		if k := uint32(1) << m.HolderOrder; !m.Voice && holders&k == 0 {
			holders |= k
			t.asHolder[t.holders[i]].some += float64(m.holderSome)
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
