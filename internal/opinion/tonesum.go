package opinion

import (
	"slices"
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
// less neutral: one addition adds both. No word in its place pulls further than a half
// holds: at most a dozen features say something of it, 254 each.
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

// toneWord is what the model of tone says of a word.
type toneWord struct {
	aside
	next, previous   pull // more where it stands beside the target
	next2, previous2 pull // or next but one
	itself           pull // where it is the target: a pronoun
	tree             atomic.Pointer[treeRow]
}

// aside is what the model says of a word around a target.
type aside struct {
	on      [2]toneSide // by side: in one line of memory, what is read of each word
	negated [2]pull     // more where it is negated
}

// toneSide is what the model says of a word on one side of a target.
type toneSide struct {
	far  [3]pull     // by number of clauses between
	near [nears]pull // more where it is near, by distance
}

// nears are how many distances are told apart.
const nears = 5

func (x *aside) plus(other *aside) {
	for side := range x.on {
		to, from := &x.on[side], &other.on[side]
		for c, v := range from.far {
			to.far[c] += v
		}
		for near, v := range from.near {
			to.near[near] += v
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
	model    *linear.Model
	names    [markEdge - markPerson]toneWord
	edge     toneWord          // of a sentence
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

	shared []atomic.Pointer[treeRow] // of the aspects that many words share, see slotOf
}

func newToneTables(m *linear.Model) *toneTables {
	t := &toneTables{model: m, shared: make([]atomic.Pointer[treeRow], sharedSlots())}
	for i := range t.names {
		mark, row := markPerson+uint64(i), new(treeRow)
		t.addWord(&t.names[i], mark, false)
		t.addTree(row, aspect{aWord, mark})
		t.names[i].tree.Store(row)
		t.types[i] = t.weights(tTargetType, mark, 0)
	}
	t.addWord(&t.edge, markEdge, false)
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
	t.list(t.lengths[:], tLength, 0)
	t.list(t.forms[:], tTargetForm, 0)
	t.list(t.quotes[:], tInQuote, 0)
	t.list(t.tops[:], tTop, 0)
	t.list(t.negated[:], tGovernorNegated, 0)
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

// list sets those of the features that differ in the first number.
func (t *toneTables) list(to []pull, template Template, b uint64) {
	for a := range to {
		to[a] = t.weights(template, uint64(a), b)
	}
}

// share is what the model says of all words that have a value in common.
func (t *toneTables) share(value uint64, clause, near, negated Template) (x aside) {
	for side := range x.on {
		for c := range x.on[side].far {
			x.on[side].far[c] = t.weights(clause, value, inClause(uint64(side), uint64(c)))
		}
		for n := range x.on[side].near {
			x.on[side].near[n] = t.weights(near, value, nearOn(uint64(side), uint64(n+1)))
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
	for k := range x.on {
		add(&side[k], tWordSide, uint64(k))
		for near := range x.on[k].near {
			add(&x.on[k].near[near], tWordNear, nearOn(uint64(k), uint64(near+1)))
		}
	}
	if open {
		add(&alone, tWord, 0)
		for k := range x.on {
			for c := range x.on[k].far {
				add(&x.on[k].far[c], tWordClause, inClause(uint64(k), uint64(c)))
			}
			add(&x.negated[k], tNegatedWord, uint64(k))
		}
	}
	var weights [len(f)][4]int8
	t.model.Each(weights[:n], f[:n])
	for k, at := range to[:n] {
		*at = pullOf(weights[k])
	}
	for k := range x.on {
		for c := range x.on[k].far {
			x.on[k].far[c] += alone + side[k]
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

// of is what the model says of a word of the story.
func (t *toneTables) of(w *Word) *toneWord {
	if w.Name() {
		return &t.names[w.Mark-markPerson]
	}
	x := w.said.tone.Load()
	if x == nil {
		x = new(toneWord)
		open := w.Closed == Open
		t.addWord(x, w.ID, open)
		if open && w.is(valued) {
			x.plus(&t.valences[level(w.Valence)])
		}
		if open && w.is(framed) {
			x.plus(&t.frames[w.signLevel()])
		}
		w.said.tone.Store(x)
	}
	return x
}

// inTree is what it says of that word in the tree.
func (t *toneTables) inTree(x *toneWord, w *Word) *treeRow {
	if r := x.tree.Load(); r != nil {
		return r
	}
	return gather(&x.tree, &w.known, t.shared, t.addTree, (*treeRow).plus)
}

// toneSum adds up what is said of a target.
type toneSum struct {
	lo, hi int // the words around
	all    pulls
	words  pulls   // what is said of the words around
	leans  []int32 // of each word of the story; of those around, what is said of each
}

// known adds what is known of a word in its place.
func (t *toneSum) known(i int, w pull) {
	t.all += w.wide()
	if i >= t.lo && i < t.hi {
		t.words += w.wide()
		t.leans[i] += w.lean()
	}
}

// forgetTones begins a story.
func (s *Scene) forgetTones() {
	s.briefed, s.briefs = zeroed(s.briefed, len(s.Sentences)), room(s.briefs, len(s.Words))
	s.toneSum.leans = room(s.toneSum.leans, len(s.Words))
	s.valences = room(s.valences, len(s.Words)+len(s.Sentences))
	s.tellers, s.turning = s.tellers[:0], s.turning[:0]
	s.tones.reset(len(s.Words))
}

// sumTone adds up what the model says of the target first to end in the k-th sentence, which
// words lo to hi surround.
func (s *Scene) sumTone(k, first, end, lo, hi int) *toneSum {
	sum, x, says := &s.toneSum, &s.Sentences[k], toneTable()
	if !s.briefed[k].done {
		s.briefed[k] = s.brief(says, k)
	}
	sum.lo, sum.hi, sum.all, sum.words = lo, hi, says.bias.wide()+says.lengths[windowLength(hi-lo)].wide(), 0
	if x.Kind == article.Headline {
		sum.all += says.head.wide()
	}
	clear(sum.leans[first:end])
	before := s.sumSide(0, first-1, -1, first-lo)
	behind := s.sumSide(1, end, 1, hi-end)
	s.sumValences(says, k, first, end, [...]wordRange{{lo, hi}, {first - before, end + behind}, {max(lo, first-sumReach), min(hi, end+sumReach)}})
	s.sumTurning(says, k, first, end)
	s.sumTarget(says, k, first, end)
	s.sumTree(says, first, end)
	return sum
}

// toneBrief is a word of the story as its part in a tone needs it.
type toneBrief struct {
	word *toneWord
	ends uint8 // 1 where a clause ends behind it
	asks uint8 // 1 for "!", 2 for "?"
}

// saysNothing is said of marks, and of the caller's words.
var saysNothing = func() *toneWord {
	x := new(toneWord)
	x.tree.Store(new(treeRow))
	return x
}()

// briefing is of a sentence whose words are briefed.
type briefing struct {
	done    bool
	quoted  bool      // some of its words are
	tellers wordRange // in [Scene.tellers]
	turning wordRange // in [Scene.turning]
}

// brief makes what tone needs of the words of a sentence.
func (s *Scene) brief(t *toneTables, k int) briefing {
	x, valences := &s.Sentences[k], s.valencesOf(k)
	words, briefs := s.Words[x.First:x.End], s.briefs[x.First:x.End]
	for i := range words {
		briefs[i] = toneBrief{word: t.of(&words[i])}
	}
	for i := range briefs { // what is read of each word around a target, see readAhead
		s.ahead += quad(briefs[i].word.on[0].far[0])
	}
	told := briefing{done: true}
	told.turning.first = len(s.turning)
	told.tellers = wordRange{len(s.tellers), len(s.tellers)}
	tellers := slices.Grow(s.tellers, len(words))[:len(s.tellers)+len(words)]
	valences[0] = 0
	free := 0 // words from here on stand behind no negation that reaches them
	for i := range words {
		w, b := &words[i], &briefs[i]
		told.quoted = told.quoted || w.Quote >= 0
		open := flag(w.Closed == Open) &^ flag(w.Name())
		tellers[told.tellers.end] = int32(x.First + i)
		told.tellers.end += int(open)
		negated := open & flag(i < free)
		turns, valence := negated, int32(0)
		if role := s.toneRoleOf(w); role != speaks {
			b.word, turns, b.ends = saysNothing, 0, flag(role == divides)
			if role == asks {
				turns, b.asks = 1, uint8(1+w.asking())
			}
			if w.Closed == Mark {
				free = 0
			}
		} else {
			b.ends = flag(endsClause(w))
			if open&flag(w.is(valued)) != 0 {
				valence = w.valenceHere(negated != 0)
			}
		}
		valences[i+1] = valences[i] + valence
		if turns != 0 {
			s.turning = append(s.turning, int32(x.First+i))
		}
		if w.Modifier == Negation {
			free = i + 1 + negationReach
		}
	}
	s.tellers, told.turning.end = tellers[:told.tellers.end], len(s.turning)
	return told
}

// valencesOf are the sums of the valences of the first 0, 1 … words of the k-th sentence.
func (s *Scene) valencesOf(k int) []int32 {
	x := &s.Sentences[k]
	return s.valences[x.First+k : x.End+k+1]
}

// sumValences adds what is said of the valences around the target first to end in the k-th
// sentence, for each sum of the words from one to another.
func (s *Scene) sumValences(t *toneTables, k, first, end int, of [len(valenceSums{})]wordRange) {
	from, valences := s.Sentences[k].First, s.valencesOf(k)
	own := valences[end-from] - valences[first-from]
	for n, r := range of {
		s.toneSum.all += t.sums[n][sumLevel(valences[r.end-from]-valences[r.first-from]-own)].wide()
	}
}

// sumSide adds up what is said of n words on a side of the target, from the i-th on. It
// returns how many are in its clause.
func (s *Scene) sumSide(side, i, step, n int) (near int) {
	sum := &s.toneSum
	c, words := uint8(0), pulls(0) // clauses between, 2 at most
	briefs, leans := s.briefs, sum.leans
	for d := 1; d <= n; d, i = d+1, i+step {
		b := &briefs[i]
		at := &b.word.on[side]
		said := at.far[c]
		if d <= close {
			said += at.near[distances[d]-1]
		}
		words += said.wide()
		leans[i] = said.lean()
		near += int((c - 1) >> 7) // 1 where c is 0
		c += b.ends &^ (c >> 1)
	}
	sum.all += words
	sum.words += words
	return near
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
		side, b := flag(i >= end), &s.briefs[i]
		if b.asks > 0 {
			sum.known(i, t.asks[b.asks-1][side])
		} else {
			sum.known(i, b.word.negated[side])
		}
	}
}

// sumTarget adds what is said of how the target is named, what stands next to it, and
// whether it is quoted or speaks.
func (s *Scene) sumTarget(t *toneTables, k, first, end int) {
	sum, x := &s.toneSum, &s.Sentences[k]
	said := pull(0)
	if form := s.form(first, end); form < uint64(len(t.forms)) {
		said += t.forms[form]
	} else {
		said += s.wordAt(t, x, first).itself
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
	sum.known(first, said)
	sum.known(end, s.wordAt(t, x, end).next)
	sum.known(first-1, s.wordAt(t, x, first-1).previous)
	sum.known(end+1, s.wordAt(t, x, end+1).next2)
	sum.known(first-2, s.wordAt(t, x, first-2).previous2)
}

// wordAt is what is said of a word of a sentence, or of its edge.
func (s *Scene) wordAt(t *toneTables, x *Sentence, i int) *toneWord {
	if i < x.First || i >= x.End {
		return &t.edge
	}
	return t.of(&s.Words[i])
}

// sumTree adds what is said of the words that surround the target in the tree.
func (s *Scene) sumTree(t *toneTables, first, end int) {
	sum, b := &s.toneSum, s.branchOf(first, end)
	rel := s.Words[b.top].Rel
	if b.governor < 0 {
		sum.known(b.top, t.tops[rel])
		return
	}
	g := &s.Words[b.governor]
	part := treePlace(b.part)
	row := t.inTree(s.briefs[b.governor].word, g)
	said := t.tags[g.Tag][rel] + row[treeGovernor+part]
	if b.negated {
		said += t.negated[part] + row[treeNegated+part]
	}
	sum.known(b.governor, said)
	if b.preposition >= 0 {
		sum.known(b.preposition, t.inTree(s.briefs[b.preposition].word, &s.Words[b.preposition])[treePreposition+part])
	}
	if b.above >= 0 {
		sum.known(b.above, t.inTree(s.briefs[b.above].word, &s.Words[b.above])[above(b.part, partOf[g.Rel])])
	}
}
