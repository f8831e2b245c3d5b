package opinion

import (
	"math"
	"sync/atomic"

	"github.com/seed05c9d22b/newstext/article"
	"github.com/seed05c9d22b/newstext/internal/linear"
)

// A target's tone is judged by some hundred features, each of a word and where it
// stands: on which side, how far, in which clause, or what it is in the tree. What the
// model says of these is known as soon as the word is, and kept with it; so that for each
// word around a target one or two numbers are added, and nothing is looked up.
// [Scene.Tone] makes all features, for training; the two must, and a test sees to it,
// say the same.

// pull is how far something pulls to negative and, in the upper half, to positive, each
// less neutral: one addition adds both. No word pulls further than a half holds: some
// thirty features at most say something of it, wherever it stands, 254 each.
type pull int32

// pulls are sums of them.
type pulls int64

func pullOf(w [4]int8) pull {
	return pull(int32(w[Negative])-int32(w[Neutral])) + pull(int32(w[Positive])-int32(w[Neutral]))<<16
}

// wide makes one a sum.
func (x pull) wide() pulls {
	low := pulls(int16(x))
	return low + (pulls(x)-low)<<16
}

// split returns both parts.
func (x pulls) split() (negative, positive int32) {
	negative = int32(x)
	return negative, int32((x - pulls(negative)) >> 32)
}

// lean is how far it pulls to positive more than to negative.
func (x pulls) lean() int32 {
	negative, positive := x.split()
	return positive - negative
}

// lean is the same of one pull.
func (x pull) lean() int32 {
	negative := int32(int16(x))
	return int32(x-pull(negative))>>16 - negative
}

// toneWord is what the model of tone says of a word. It takes two lines of memory, of which
// the first is all that is read of most words.
type toneWord struct {
	aside
	next, previous   pull // more where it stands beside the target
	next2, previous2 pull // or next but one
	itself           pull // where it is the target: a pronoun
	tree             atomic.Pointer[treeRow]
	_                [24]byte
}

// aside is what the model says of a word around a target; of a mark, nothing.
type aside struct {
	on      [2 * sided]pull // by side: first by number of clauses between, then more by distance
	negated [2]pull         // more where it is negated
}

// What is said of a word on a side, in the order of an aside.
const (
	clauses = 3               // how many numbers of clauses between are told apart
	nears   = 5               // and how many distances
	sided   = clauses + nears // a power of 2
)

func (x *aside) plus(other *aside) {
	for k, v := range other.on {
		x.on[k] += v
	}
	for side, v := range other.negated {
		x.negated[side] += v
	}
}

// far are those of a side by number of clauses between.
func (x *aside) far(side int) []pull { return x.on[side*sided:][:clauses] }

// near are those of a side by distance.
func (x *aside) near(side int) []pull { return x.on[side*sided+clauses:][:nears] }

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
	edge     toneWord                           // of a sentence
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
	exps      [1 << 11]float64          // the powers of e by the falling log-odds of which they are asked most
	shared    []atomic.Pointer[treeRow] // of the aspects that many words share, see slotOf
}

func newToneTables(m *linear.Model) *toneTables {
	t := &toneTables{model: m, shared: make([]atomic.Pointer[treeRow], sharedSlots())}
	for i := range t.types {
		mark, row := markPerson+uint64(i), new(treeRow)
		for k := range t.names {
			t.addWord(&t.names[k][i], mark, false)
		}
		t.names[1][i].silence()
		t.addTree(row, aspect{aWord, mark})
		t.names[0][i].tree.Store(row)
		t.types[i] = t.weights(tTargetType, mark, 0)
	}
	t.addWord(&t.edge, markEdge, false)
	for i := range t.exps {
		t.exps[i] = math.Exp(float64(-i) / Scale)
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
	for side := range x.negated {
		for c := range x.far(side) {
			x.far(side)[c] = t.weights(clause, value, inClause(uint64(side), uint64(c)))
		}
		for n := range x.near(side) {
			x.near(side)[n] = t.weights(near, value, nearOn(uint64(side), uint64(n+1)))
		}
		x.negated[side] = t.weights(negated, value, uint64(side))
	}
	return x
}

// addWord adds what the model says of a word of its own.
func (t *toneTables) addWord(x *toneWord, mark uint64, open bool) {
	var f [28]uint64
	var to [28]*pull // where each belongs
	var alone pull   // wherever it stands
	var side [2]pull
	n := 0
	add := func(at *pull, template Template, b uint64) {
		f[n], to[n] = featureOf(template, mark, b), at
		n++
	}
	add(&x.next, tNext, 0)
	add(&x.previous, tPrevious, 0)
	add(&x.next2, tNext2, 0)
	add(&x.previous2, tPrevious2, 0)
	add(&x.itself, tTargetForm, 0)
	for k := range side {
		add(&side[k], tWordSide, uint64(k))
		for near := range x.near(k) {
			add(&x.near(k)[near], tWordNear, nearOn(uint64(k), uint64(near+1)))
		}
	}
	if open {
		add(&alone, tWord, 0)
		for k := range side {
			for c := range x.far(k) {
				add(&x.far(k)[c], tWordClause, inClause(uint64(k), uint64(c)))
			}
			add(&x.negated[k], tNegatedWord, uint64(k))
		}
	}
	var weights [len(f)][4]int8
	t.model.Each(weights[:n], f[:n])
	for k, at := range to[:n] {
		*at = pullOf(weights[k])
	}
	for k := range side {
		for c := range x.far(k) {
			x.far(k)[c] += alone + side[k]
		}
	}
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
		x.silence()
	}
	w.said.tone.Store(x)
	return x
}

// silence forgets what is said of a word but where it stands beside the target, or is it:
// of marks, and of the caller's words.
func (x *toneWord) silence() {
	x.aside = aside{}
	x.tree.Store(new(treeRow))
}

// inTree is what it says of that word in the tree.
func (t *toneTables) inTree(x *toneWord, w *Word) *treeRow {
	if r := x.tree.Load(); r != nil {
		return r
	}
	return gather(&x.tree, w.Info, t.shared, t.addTree, (*treeRow).plus)
}

// toneSum adds up what is said of a target.
type toneSum struct {
	lo, hi int // the words around
	all    pulls
	words  pulls // what is said of the words around; of each, see [Scene.briefs]
}

// forgetTones begins a story.
func (s *Scene) forgetTones() {
	s.briefed, s.briefs = zeroed(s.briefed, len(s.Sentences)), room(s.briefs, len(s.Words))
	s.valences = room(s.valences, len(s.Words)+len(s.Sentences))
	s.tellers, s.turning = s.tellers[:0], s.turning[:0]
	s.tones.reset(len(s.Words))
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
	lo, hi := x.around(first, end)
	sum.lo, sum.hi, sum.all, sum.words = lo, hi, says.bias.wide()+says.lengths[windowLength(hi-lo)].wide(), 0
	if x.Kind == article.Headline {
		sum.all += says.head.wide()
	}
	for i := first; i < end; i++ {
		s.briefs[i].said = 0
	}
	before, nearBefore := sumSide(s.briefs, 0, first-1, -1, first-lo)
	behind, nearBehind := sumSide(s.briefs, 1, end, 1, hi-end)
	sum.all += before + behind
	sum.words += before + behind
	s.sumValences(says, k, first, end, nearBefore, nearBehind)
	s.sumTurning(says, k, first, end)
	s.sumTarget(says, k, first, end)
	s.sumTree(says, first, end)
	return sum
}

// sumValences adds what is said of the valences around the target first to end in the k-th
// sentence, of which so many words before and behind are in its clause.
func (s *Scene) sumValences(t *toneTables, k, first, end, before, behind int) {
	sum, from, valences := &s.toneSum, s.Sentences[k].First, s.valencesOf(k)
	own := valences[end-from] - valences[first-from]
	level := func(lo, hi int) uint8 {
		v := valences[hi-from] - valences[lo-from] - own
		return t.sumLevels[max(-lastLevel, min(v, lastLevel))+lastLevel]
	}
	said := t.sums[0][level(sum.lo, sum.hi)] + t.sums[1][level(first-before, end+behind)]
	said += t.sums[2][level(max(sum.lo, first-sumReach), min(sum.hi, end+sumReach))]
	sum.all += said.wide()
}

// sumSide adds up what is said of n words on a side of the target, from the i-th on, and
// counts those that are in its clause.
func sumSide(briefs []toneBrief, side, i, step, n int) (all pulls, near int) {
	here := uint(side * sided)
	at, words := here, pull(0) // at is here and the clauses between, 2 at most
	for _, nearAt := range nearsAt[:min(n, close)] {
		b := &briefs[i]
		on := &b.word.on
		b.said = on[at%uint(len(on))] + on[(here+nearAt)%uint(len(on))]
		words += b.said
		near += int(flag(at == here))
		at += uint(b.ends) >> (at & 2)
		i += step
	}
	// There is room in a pull for all other words, since no more than five features say
	// something of one.
	all, words = words.wide(), 0
	for n -= close; n > 0; n-- {
		b := &briefs[i]
		b.said = b.word.on[at%uint(len(b.word.on))]
		words += b.said
		near += int(flag(at == here))
		at += uint(b.ends) >> (at & 2)
		i += step
	}
	return all + words.wide(), near
}

// nearsAt is where an aside has what is said of the nearest words on a side.
var nearsAt = func() (t [close]uint) {
	for k := range t {
		t[k] = clauses + uint(distances[k+1]) - 1
	}
	return t
}()

// known adds what is known of a word in its place.
func (s *Scene) known(i int, w pull) {
	sum := &s.toneSum
	sum.all += w.wide()
	if i >= sum.lo && i < sum.hi {
		sum.words += w.wide()
		s.briefs[i].said += w
	}
}

// sumTurning adds what is said of words around the target first to end in the k-th sentence
// that are negated, or ask.
func (s *Scene) sumTurning(t *toneTables, k, first, end int) {
	sum, in := &s.toneSum, s.briefed[k].turning
	for _, w := range inRange(s.turning[in.first:in.end], sum.lo, sum.hi) {
		i := int(w)
		if i >= first && i < end {
			continue
		}
		side := flag(i >= end)
		if w := &s.Words[i]; w.Closed == Mark {
			s.known(i, t.asks[w.asking()][side])
		} else {
			s.known(i, s.briefs[i].word.negated[side])
		}
	}
}

// sumTarget adds what is said of how the target is named, what stands next to it, and
// whether it is quoted or speaks.
func (s *Scene) sumTarget(t *toneTables, k, first, end int) {
	x := &s.Sentences[k]
	said := pull(0)
	if form := s.form(first, end); form < uint64(len(t.forms)) {
		said += t.forms[form]
	} else {
		said += s.briefs[first].word.itself
	}
	if last := &s.Words[end-1]; last.Name() {
		said += t.types[last.Mark-markPerson]
	}
	if q := s.Words[first].Quote; q >= 0 {
		said += t.quotes[s.Quotes[q].Class]
	}
	if s.briefed[k].quoted && s.isReported(x, first, end) {
		said += t.speaker
	}
	s.known(first, said)
	s.known(end, s.toneAt(t, x, end).next)
	s.known(first-1, s.toneAt(t, x, first-1).previous)
	s.known(end+1, s.toneAt(t, x, end+1).next2)
	s.known(first-2, s.toneAt(t, x, first-2).previous2)
}

// toneAt is what is said of a word of a sentence, or of its edge.
func (s *Scene) toneAt(t *toneTables, x *Sentence, i int) *toneWord {
	if i < x.First || i >= x.End {
		return &t.edge
	}
	return s.briefs[i].word
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
	row := t.inTree(s.briefs[b.governor].word, g)
	said := t.tags[g.Tag][rel] + row[treeGovernor+part]
	if b.negated {
		said += t.negated[part] + row[treeNegated+part]
	}
	s.known(b.governor, said)
	if b.preposition >= 0 {
		s.known(b.preposition, t.inTree(s.briefs[b.preposition].word, &s.Words[b.preposition])[treePreposition+part])
	}
	if b.above >= 0 {
		s.known(b.above, t.inTree(s.briefs[b.above].word, &s.Words[b.above])[above(b.part, partOf[g.Rel])])
	}
}
