package opinion

import (
	"math"
	"sync/atomic"

	"github.com/seed05c9d22b/newstext/article"
	"github.com/seed05c9d22b/newstext/internal/linear"
	"github.com/seed05c9d22b/newstext/internal/search"
)

// A target's tone is judged by some hundred features, each of a word and where it
// stands: on which side, how far, in which clause, or what it is in the tree. What the
// model says of these is known as soon as the word is, and kept with it, and added up once
// for all targets of a sentence ([running]); so that for a target only those of the nearest
// words are added one by one, and nothing is looked up.
// [Scene.Tone] makes all features, for training; the two must, and a test sees to it,
// say the same.

// pull is how much further something pulls to positive than to negative, and, in the upper
// half, how far to negative, more than to neutral: one addition adds both. No word pulls
// further than a half holds: some thirty features at most say something of it, wherever it
// stands, 254 each, or twice as much.
type pull int32

// pulls are sums of them.
type pulls int64

func pullOf(w [4]int8) pull {
	return pull(int32(w[Positive])-int32(w[Negative])) + pull(int32(w[Negative])-int32(w[Neutral]))<<16
}

// wide makes one a sum.
func (x pull) wide() pulls {
	low := pulls(int16(x))
	return low + (pulls(x)-low)<<16
}

// split returns how far it pulls to negative and to positive, more than to neutral.
func (x pulls) split() (negative, positive int32) {
	negative = int32((x - pulls(int32(x))) >> 32)
	return negative, negative + x.lean()
}

// lean is how much further it pulls to positive than to negative.
func (x pulls) lean() int32 { return int32(x) }

// lean is the same of one pull.
func (x pull) lean() int32 { return int32(int16(x)) }

// sides is what is said of a word before the target and, in the upper half, behind it.
type sides int64

func sidesOf(said [2]pull) sides { return sides(said[0]) + sides(said[1])<<32 }

// before is the one.
func (x sides) before() pull { return pull(x) }

// behind is the other.
func (x sides) behind() pull { return pull((x - sides(pull(x))) >> 32) }

// toneWord is what the model of tone says of a word. It takes two lines of memory, of which
// the first is all that is read of most words.
type toneWord struct {
	aside
	itself pull // where it is the target: a pronoun
	tree   atomic.Pointer[treeRow]
	_      [40]byte
}

// aside is what the model says of a word around a target; of a mark, only where it stands
// beside it.
type aside struct {
	far     [clauses]sides // by number of clauses between
	near    [2][nears]pull // more by distance, on either side
	negated [2]pull        // more where it is negated, likewise
}

// What is said of a word on a side.
const (
	clauses = 3 // how many numbers of clauses between are told apart
	nears   = 5 // and how many distances
)

func (x *aside) plus(other *aside) {
	for c, v := range other.far {
		x.far[c] += v
	}
	for side := range other.near {
		for k, v := range other.near[side] {
			x.near[side][k] += v
		}
		x.negated[side] += other.negated[side]
	}
}

// treeRow is what the model says of a word by what it is in the tree.
type treeRow [treePlaces]pull

func (r *treeRow) plus(other *treeRow) {
	for p, v := range other {
		r[p] += v
	}
}

// toneTables is what the model of tone says of what is no word.
type toneTables struct {
	names    [2][markEdge - markPerson]toneWord // of words in names, and of what is silent there
	edges    [2][3]pull                         // of the edge of a sentence, by side, 0, 1 or more words from the target
	model    *linear.Model
	valences [7]aside          // of all words of a level
	frames   [frameSigns]aside // of all words of a sign
	asks     [2][2]pull        // "!" and "?", by side
	lengths  [8]pull           // of the window
	bias     pull
	head     pull                                         // in a headline
	forms    [4]pull                                      // of a target that is no pronoun
	types    [markEdge - markPerson]pull                  // of one that is a name
	speaker  pull                                         // of one that speaks
	quotes   [quoteClasses]pull                           // of one that is quoted
	tops     [relations]pull                              // of one that hangs on nothing
	tags     [tags][relations]pull                        // of what it hangs on
	negated  [partCount]pull                              // more where that is negated
	sums     [len(valenceSums{})][len(sumLevels) + 1]pull // of sums of valences, by level

	sumLevels [2*lastLevel + 1]uint8    // of the sums from -lastLevel to lastLevel, beyond which none changes
	exps      [2][1 << expBits]float64  // powers of e, see exp
	shared    []atomic.Pointer[treeRow] // of the aspects that many words share, see slotOf
}

func newToneTables(m *linear.Model) *toneTables {
	t := &toneTables{model: m, shared: make([]atomic.Pointer[treeRow], sharedSlots())}
	for i := range t.types {
		mark, row := markPerson+uint64(i), new(treeRow)
		for k := range t.names {
			t.addWord(&t.names[k][i], mark, false)
			t.names[k][i].bound()
		}
		t.silence(&t.names[1][i], mark)
		t.addTree(row, aspect{aWord, mark})
		t.names[0][i].tree.Store(row)
		t.types[i] = t.weights(tTargetType, mark, 0)
	}
	for side, near := range t.beside(markEdge) {
		t.edges[side] = [...]pull{near[0] + near[1], near[1], 0}
	}
	for i := range t.exps[0] {
		t.exps[0][i] = math.Exp(float64(-i) / Scale)
		t.exps[1][i] = math.Exp(float64(-i<<expBits) / Scale)
	}
	for level := range t.valences {
		t.valences[level] = t.share(uint64(level), tValenceClause, tValenceNear, tNegatedValence)
	}
	for sign := range t.frames {
		t.frames[sign] = t.share(uint64(sign), tFrameClause, tFrameNear, tNegatedFrame)
	}
	for k := range t.asks {
		for side := range t.asks[k] {
			t.asks[k][side] = t.weights(tAsks, uint64(k), uint64(side))
		}
	}
	t.bias, t.head, t.speaker = t.weights(tBias, 0, 0), t.weights(tLength, headlineLength, 0), t.weights(tSpeaker, 0, 0)
	t.list(t.lengths[:], tLength)
	t.list(t.forms[:], tTargetForm)
	t.list(t.quotes[:], tInQuote)
	t.list(t.tops[:], tTop)
	t.list(t.negated[:], tGovernorNegated)
	for k := range t.sumLevels {
		t.sumLevels[k] = uint8(sumLevel(int32(k) - lastLevel))
	}
	for k := range t.sums {
		for level := range t.sums[k] {
			t.sums[k][level] = t.weights(tValenceSum, uint64(k), uint64(level))
		}
	}
	for tag := range t.tags {
		for rel := range t.tags[tag] {
			t.tags[tag][rel] = t.weights(tGovernorTag, uint64(tag), uint64(rel))
		}
	}
	return t
}

// weights are those of one feature.
func (t *toneTables) weights(template Template, a, b uint64) pull {
	var w [1][4]int8
	t.model.Each(w[:], []uint64{featureOf(template, a, b)})
	return pullOf(w[0])
}

// list sets those of the features of a kind by their first number.
func (t *toneTables) list(to []pull, template Template) {
	for a := range to {
		to[a] = t.weights(template, uint64(a), 0)
	}
}

// share is what the model says of all words that have a value in common.
func (t *toneTables) share(value uint64, clause, near, negated Template) (x aside) {
	for c := range x.far {
		x.far[c] = sidesOf([2]pull{t.weights(clause, value, inClause(0, uint64(c))), t.weights(clause, value, inClause(1, uint64(c)))})
	}
	for side := range x.near {
		for n := range x.near[side] {
			x.near[side][n] = t.weights(near, value, nearOn(uint64(side), uint64(n+1)))
		}
		x.negated[side] = t.weights(negated, value, uint64(side))
	}
	return x
}

// addWord adds what the model says of a word of its own.
func (t *toneTables) addWord(x *toneWord, mark uint64, open bool) {
	var f [28]uint64
	var to [len(f)]*pull // where each belongs
	var alone pull       // wherever it stands
	var side [2]pull
	var far [clauses][2]pull
	var beside besides
	n := 0
	add := func(at *pull, template Template, b uint64) {
		f[n], to[n] = featureOf(template, mark, b), at
		n++
	}
	add(&x.itself, tTargetForm, 0)
	for k := range side {
		add(&beside[k][0], besideOn[k][0], 0)
		add(&beside[k][1], besideOn[k][1], 0)
		add(&side[k], tWordSide, uint64(k))
		for near := range x.near[k] {
			add(&x.near[k][near], tWordNear, nearOn(uint64(k), uint64(near+1)))
		}
	}
	if open {
		add(&alone, tWord, 0)
		for k := range side {
			for c := range far {
				add(&far[c][k], tWordClause, inClause(uint64(k), uint64(c)))
			}
			add(&x.negated[k], tNegatedWord, uint64(k))
		}
	}
	var weights [len(f)][4]int8
	t.model.Each(weights[:n], f[:n])
	for k, at := range to[:n] {
		*at = pullOf(weights[k])
	}
	for c := range far {
		x.far[c] = sidesOf([2]pull{far[c][0] + alone + side[0], far[c][1] + alone + side[1]})
	}
	x.addBeside(beside)
}

// besides are, by side, what the model says of a word next to the target and next but one,
// more than what it says of it on that side.
type besides [2][2]pull

var besideOn = [2][2]Template{{tPrevious, tPrevious2}, {tNext, tNext2}}

func (t *toneTables) beside(mark uint64) (x besides) {
	for side, of := range besideOn {
		x[side] = [...]pull{t.weights(of[0], mark, 0), t.weights(of[1], mark, 0)}
	}
	return x
}

// addBeside adds that to what is said of the two nearest places.
func (x *aside) addBeside(said besides) {
	for side, v := range said {
		x.near[side][0] += v[0]
		x.near[side][1] += v[1]
	}
}

// mostPull is how far a word may pull by the clauses between, so that there is room in a pull
// for all that stand on a side of a target. Those of the lists pull a third as far at most.
const mostPull = math.MaxInt16 / window

// bound keeps a word within it.
func (x *aside) bound() {
	for c, v := range x.far {
		x.far[c] = sidesOf([2]pull{v.before().bounded(), v.behind().bounded()})
	}
}

func (x pull) bounded() pull {
	low := x.lean()
	high := int32(x-pull(low)) >> 16
	return pull(max(-mostPull, min(low, mostPull))) + pull(max(-mostPull, min(high, mostPull)))<<16
}

// addTree adds what it says of an aspect of a word in the tree.
func (t *toneTables) addTree(r *treeRow, x aspect) {
	var f [treePlaces]uint64
	var weights [treePlaces][4]int8
	of := linear.Mix(uint64(tPlaced+x.kind-aWord), x.value)
	for p := range f {
		f[p] = linear.Mix(of, uint64(p))
	}
	t.model.Each(weights[:], f[:])
	for p, w := range weights {
		r[p] += pullOf(w)
	}
}

// ask asks the model of a word.
func (t *toneTables) ask(w *Info) *toneWord {
	x, open := new(toneWord), w.Closed == Open
	t.addWord(x, w.ID, open)
	if open && w.is(valued) {
		x.plus(&t.valences[level(w.Valence)])
	}
	if open && w.is(framed) {
		x.plus(&t.frames[w.signLevel()])
	}
	if w.Closed == Mark || w.Own {
		t.silence(x, w.ID)
	}
	x.bound()
	w.said.tone.Store(x)
	return x
}

// silence forgets what is said of a word but where it stands beside the target, or is it:
// of marks, and of the caller's words.
func (t *toneTables) silence(x *toneWord, mark uint64) {
	x.aside = aside{}
	x.addBeside(t.beside(mark))
	x.tree.Store(new(treeRow))
}

// inTree is what it says of that word in the tree.
func (t *toneTables) inTree(x *toneWord, w *Word) *treeRow {
	if r := x.tree.Load(); r != nil {
		return r
	}
	r := new(treeRow)
	gather(r, w.Info, t.shared, t.addTree, (*treeRow).plus)
	x.tree.Store(r)
	return r
}

// toneSum adds up what is said of a target.
type toneSum struct {
	surroundings
	all   pulls
	words pulls // what is said of the words around
}

// forgetTones begins a story.
func (s *Scene) forgetTones() {
	s.briefed, s.briefs = zeroed(s.briefed, len(s.Sentences)), room(s.briefs, len(s.Words))
	s.more = room(s.more, len(s.Words))
	s.running = room(s.running, len(s.Words)+len(s.Sentences))
	s.tellers, s.turning, s.breaks = s.tellers[:0], s.turning[:0], s.breaks[:0]
	s.tones.forget()
}

// sumTone adds up what the model says of the target first to end in the k-th sentence.
func (s *Scene) sumTone(k, first, end int) *toneSum {
	if s.says == nil {
		s.says = toneTable()
	}
	sum, x, says := &s.toneSum, &s.Sentences[k], s.says
	if !s.briefed[k].done {
		s.briefed[k] = s.brief(says, k)
	}
	sum.surroundings = s.surround(k, first, end)
	lo, hi := sum.lo, sum.hi
	clear(s.more[lo:hi])
	sum.words = s.sumFar(&sum.surroundings) + (s.sumNear(0, first-1, -1, first-lo) + s.sumNear(1, end, 1, hi-end)).wide()
	sum.all = sum.words + says.bias.wide() + says.lengths[windowLength(hi-lo)].wide()
	sum.all += says.edges[0][min(first-x.First, 2)].wide() + says.edges[1][min(x.End-end, 2)].wide()
	if x.Kind == article.Headline {
		sum.all += says.head.wide()
	}
	s.sumValences(says)
	s.sumTurning(says)
	s.sumTarget(says, k, first, end)
	s.sumTree(says, first, end)
	return sum
}

// sumValences adds what is said of the valences around the target.
func (s *Scene) sumValences(t *toneTables) {
	sum := &s.toneSum
	at := s.running[sum.k:]
	own := at[sum.end].valence - at[sum.first].valence
	level := func(lo, hi int) uint8 {
		v := at[hi].valence - at[lo].valence - own
		return t.sumLevels[max(-lastLevel, min(v, lastLevel))+lastLevel]
	}
	said := t.sums[0][level(sum.lo, sum.hi)] + t.sums[1][level(sum.before[0], sum.behind[0])]
	said += t.sums[2][level(max(sum.lo, sum.first-sumReach), min(sum.hi, sum.end+sumReach))]
	sum.all += said.wide()
}

// sumFar adds up what is said of the words around a target by the clauses between.
func (s *Scene) sumFar(x *surroundings) pulls {
	at := s.running[x.k:]
	far := func(c, lo, hi int) sides { return at[hi].far[c] - at[lo].far[c] }
	before := far(0, x.before[0], x.first) + far(1, x.before[1], x.before[0]) + far(2, x.lo, x.before[1])
	behind := far(0, x.end, x.behind[0]) + far(1, x.behind[0], x.behind[1]) + far(2, x.behind[1], x.hi)
	return before.before().wide() + behind.behind().wide()
}

// sumNear adds up what more is said of the nearest of n words on a side, from the i-th on.
func (s *Scene) sumNear(side, i, step, n int) (sum pull) {
	for _, k := range nearsAt[:min(n, close)] {
		said := s.briefs[i].near[side][k]
		s.more[i] = said
		sum += said
		i += step
	}
	return sum
}

// nearsAt is where an aside has what is said of the nearest words on a side.
var nearsAt = func() (t [close]uint8) {
	for k := range t {
		t[k] = distances[k+1] - 1
	}
	return t
}()

// saidBefore is what is said of one of the words before a target.
func (s *Scene) saidBefore(x *surroundings, at []running, i int) pull {
	c := flag(i < x.before[0]) + flag(i < x.before[1]) // the clauses between
	return (at[i+1].far[c] - at[i].far[c]).before() + s.more[i]
}

// saidBehind is what is said of one of the words behind it.
func (s *Scene) saidBehind(x *surroundings, at []running, i int) pull {
	c := flag(i >= x.behind[0]) + flag(i >= x.behind[1])
	return (at[i+1].far[c] - at[i].far[c]).behind() + s.more[i]
}

// known adds what is known of a word in its place.
func (s *Scene) known(i int, w pull) {
	sum := &s.toneSum
	sum.all += w.wide()
	if i >= sum.lo && i < sum.hi {
		sum.words += w.wide()
		s.more[i] += w
	}
}

// sumTurning adds what is said of words around the target that are negated, or ask.
func (s *Scene) sumTurning(t *toneTables) {
	sum := &s.toneSum
	in := s.briefed[sum.k].turning
	for _, w := range inRange(s.turning[in.first:in.end], sum.lo, sum.hi) {
		i := int(w)
		if i >= sum.first && i < sum.end {
			continue
		}
		side := flag(i >= sum.end)
		if w := &s.Words[i]; w.Closed == Mark {
			s.known(i, t.asks[w.asking()][side])
		} else {
			s.known(i, s.briefs[i].negated[side])
		}
	}
}

// inRange are those of some words in order that are lo to hi.
func inRange(words []int32, lo, hi int) []int32 {
	if n := len(words); n == 0 || int(words[0]) >= lo && int(words[n-1]) < hi {
		return words // as in all sentences but long ones
	}
	first := search.First(len(words), func(k int) bool { return int(words[k]) >= lo })
	words = words[first:]
	return words[:search.First(len(words), func(k int) bool { return int(words[k]) >= hi })]
}

// sumTarget adds what is said of how the target is named, and whether it is quoted or speaks.
func (s *Scene) sumTarget(t *toneTables, k, first, end int) {
	said := pull(0)
	if form := s.form(first, end); form < uint64(len(t.forms)) {
		said += t.forms[form]
	} else {
		said += s.briefs[first].itself
	}
	if last := &s.Words[end-1]; last.Name() {
		said += t.types[last.Mark-markPerson]
	}
	if q := s.Words[first].Quote; q >= 0 {
		said += t.quotes[s.Quotes[q].Class]
	}
	if s.briefed[k].quoted && s.isReported(&s.Sentences[k], first, end) {
		said += t.speaker
	}
	s.known(first, said)
}

// sumTree adds what is said of the words that surround the target in the tree.
func (s *Scene) sumTree(t *toneTables, first, end int) {
	b := s.branchOf(first, end)
	rel := s.Words[b.top].Rel
	if b.governor < 0 {
		s.known(b.top, t.tops[rel])
		return
	}
	g := &s.Words[b.governor]
	part := treePlace(b.part)
	row := t.inTree(s.briefs[b.governor], g)
	said := t.tags[g.Tag][rel] + row[treeGovernor+part]
	if b.negated {
		said += t.negated[part] + row[treeNegated+part]
	}
	s.known(b.governor, said)
	if b.preposition >= 0 {
		s.known(b.preposition, t.inTree(s.briefs[b.preposition], &s.Words[b.preposition])[treePreposition+part])
	}
	if b.above >= 0 {
		s.known(b.above, t.inTree(s.briefs[b.above], &s.Words[b.above])[above(b.part, partOf[g.Rel])])
	}
}
