package opinion

import (
	"sync/atomic"

	"github.com/seed05c9d22b/newstext/internal/linear"
	"github.com/seed05c9d22b/newstext/internal/linear/clusters"
)

// sums are the models of words, of pairs and of phrases as they are used: what they say
// of each word in each place, and of each fact.
type sums struct {
	of    [models]*linear.Model
	names [markEdge - markPerson + 1]struct { // of names, and of the edge of a sentence
		words wordRow
		row   *row
	}
	facts [len(factSizes)]factTable
	// What is kept of the aspects that many words share, see slotOf.
	sharedWords []atomic.Pointer[wordRow]
	sharedRows  []atomic.Pointer[row]
}

// wordRow is what the model of words says of a word in each place.
type wordRow [ofPairs]duo

// stanceWord is what the models say of a word, in two lines of memory and where these point.
type stanceWord struct {
	words wordRow
	row   atomic.Pointer[row] // nil before it is asked of
}

// noWord is beyond the edge of a sentence.
var noWord wordRow

// row is what the models of pairs and of phrases say of a word in each place, as lines has
// them; of pairs it is a duo. Three words in four stand in sentences that are not asked that
// far.
type row [8 * len(lines)]quad

// lines are the places of pairs and of phrases by the lines of memory that a row fills:
// together stand those that are asked of the same words.
var lines = [...][8]place{
	{atPrevious, atPrevious + 1, atPrevious2, atNext, atNext + 1, atNext2, atBetween, atBetween + 1},
	{atTrigger, atTrigger + 1, atTrigger + 2, atTrigger + 3, atShown, atShown + 1, atShown + 2, atShown + 3},
	{atNoun, atNoun + 1, atPremodifier, atHolder, atTarget, atActor, atBelow + obliquePart, atBelow + modifierPart},
	{atPreposition, atPreposition + 1, atPreposition + 2, atPreposition + 3, atPreposition + 4, atPreposition + 5, atPreposition + 6, atTargetPreposition},
	{atSpoken, atSpoken + 1, atSpoken + 2, atSpoken + 3, atGovernor, atAbove, atUp, atDown},
	{atGovernor + 1, atAbove + 1, atUp + 1, atDown + 1, atGovernor + 2, atAbove + 2, atUp + 2, atDown + 2},
	{atGovernor + 3, atAbove + 3, atUp + 3, atDown + 3, atGovernor + 4, atAbove + 4, atUp + 4, atDown + 4},
	{atGovernor + 5, atAbove + 5, atUp + 5, atDown + 5, atGovernor + 6, atAbove + 6, atUp + 6, atDown + 6},
	{atMeeting, atMeeting + 1, atMeeting + 2, atCue, atFrame, atFrame + 1, atFrame + 2, atFilled},
	{atBelow + otherPart, atBelow + subjectPart, atBelow + objectPart, atBelow + conjunctPart, atBelow + clausePart, atHolderPreposition},
}

// inRow is where in a row a place stands.
var inRow = func() (in [1 << 8]uint8) {
	for k, line := range lines {
		for i, p := range line {
			if p >= ofPairs {
				in[p] = uint8(8*k + i)
			}
		}
	}
	return in
}()

// at is what is said of the word in a place.
func (r *row) at(p place) quad { return r[inRow[p]] }

// factTable is what they say of the facts of a kind.
type factTable struct {
	width   int    // how many values the second number has
	says    []duo  // of words and of pairs
	phrases []quad // of phrases
}

// duo has two sums side by side, of for and of against, each less that of none, so that
// one addition adds to both. None overflows: of a word that may show a stance a view has
// twenty words at most, with six aspects that add 254 each at most, of others forty, and 127.
type duo int32

// quad has those of a phrase as a target and, above them, as a holder.
type quad int64

const duoBits = 16

func duoOf(pro, con int8) duo { return duo(pro) + duo(con)<<duoBits }

func quadOf(target, holder duo) quad { return quad(target) + quad(holder)<<(2*duoBits) }

func (x duo) leaning() Leaning {
	pro := int32(int16(x))
	return leaningOf(0, pro, (int32(x)-pro)>>duoBits)
}

func (x quad) split() (target, holder duo) {
	target = duo(x)
	return target, duo((x - quad(target)) >> (2 * duoBits))
}

func newSums(of [models]*linear.Model) *sums {
	slots := sharedSlots()
	t := &sums{of: of, sharedWords: make([]atomic.Pointer[wordRow], slots), sharedRows: make([]atomic.Pointer[row], slots)}
	for k := range t.names {
		x := aspect{aWord, markPerson + uint64(k)}
		t.addWord(&t.names[k].words, x)
		t.names[k].row = new(row)
		t.addRow(t.names[k].row, x)
	}
	for k, size := range factSizes {
		m := of[modelOf(firstFact+Template(k))]
		var features []uint64
		for a := range size[0] {
			for b := range size[1] {
				features = append(features, featureOf(firstFact+Template(k), uint64(a), uint64(b)))
			}
		}
		weights, x := make([][4]int8, len(features)), factTable{width: size[1]}
		m.Each(weights, features)
		for _, w := range weights {
			if len(m.Labels()) == 4 {
				x.phrases = append(x.phrases, quadOf(duoOf(w[0], w[1]), duoOf(w[2], w[3])))
			} else {
				x.says = append(x.says, duoOf(w[0], w[1]))
			}
		}
		t.facts[k] = x
	}
	return t
}

// modelOf is the model that a kind of facts is for.
func modelOf(kind Template) int {
	switch {
	case kind >= fQuote:
		return 2
	case kind >= fKinds:
		return 1
	}
	return 0
}

// askedAt are the places of each model, with the wide ones.
var askedAt = func() (at [models][]place) {
	first := place(0)
	for k, end := range endOf {
		for p := first; p < end; p++ {
			at[k] = append(at[k], p)
			if w := wider[p]; w == p|wide {
				at[k] = append(at[k], w)
			}
		}
		first = end
	}
	return at
}()

// Aspects that many words share come alone or in twos that belong together: the level of
// a valence; a class and the coarser one; the sign and the class of a frame. What is said
// of them is kept in slots: those of levels, of frames, of classes begin here.
var firstShared = [...]int{0, 8, 8 + frameSigns*frameClassCount}

const frameSigns = 5

// sharedSlots is how many there are.
func sharedSlots() int { return firstShared[len(firstShared)-1] + clusters.Count() + 1 }

// slotOf returns how many of the aspects belong together, and where what is said of
// them is kept: a negative number for nowhere.
func slotOf(all []aspect) (n, slot int) {
	switch x := all[0]; x.kind {
	case aValence:
		return 1, firstShared[0] + int(x.value)
	case aSign:
		if sign := int(x.value) - 8 + frameSigns/2; sign >= 0 && sign < frameSigns {
			return 2, firstShared[1] + sign*frameClassCount + int(all[1].value)
		}
		return 2, -1
	}
	return 2, firstShared[2] + int(all[0].value)
}

// gather adds what is said of a word: of the aspect that is its own, and of those that it
// shares.
func gather[R any](r *R, x *Info, shared []atomic.Pointer[R], add func(*R, aspect), plus func(to, from *R)) {
	var buffer [6]aspect
	all := x.aspects(buffer[:0])
	add(r, all[0])
	for all = all[1:]; len(all) > 0; {
		n, slot := slotOf(all)
		var of *R
		if slot >= 0 {
			of = shared[slot].Load()
		}
		if of == nil {
			of = new(R)
			for _, x := range all[:n] {
				add(of, x)
			}
			if slot >= 0 {
				shared[slot].Store(of)
			}
		}
		plus(r, of)
		all = all[n:]
	}
}

// stanceOf is what the models say of a word that is no name.
func (t *sums) stanceOf(w *Word) *stanceWord {
	if x := w.said.stance.Load(); x != nil {
		return x
	}
	x := new(stanceWord)
	gather(&x.words, w.Info, t.sharedWords, t.addWord, (*wordRow).plus)
	w.said.stance.Store(x)
	return x
}

// wordRowOf is what the model of words says of a word.
func (t *sums) wordRowOf(w *Word) *wordRow {
	if w.Name() {
		return &t.names[w.Mark-markPerson].words
	}
	return &t.stanceOf(w).words
}

// rowOf is what the models of pairs and phrases say of a word.
func (t *sums) rowOf(w *Word) *row {
	if w.Name() {
		return t.names[w.Mark-markPerson].row
	}
	x := t.stanceOf(w)
	r := x.row.Load()
	if r == nil {
		r = new(row)
		gather(r, w.Info, t.sharedRows, t.addRow, (*row).plus)
		x.row.Store(r)
	}
	return r
}

func (r *wordRow) plus(other *wordRow) {
	for p, v := range other {
		r[p] += v
	}
}

func (r *row) plus(other *row) {
	for p, v := range other {
		r[p] += v
	}
}

// answers are what a model says of an aspect in each place that it is asked about.
type answers [2 * places][4]int8

// ask asks a model about an aspect, and returns the places.
func (t *sums) ask(model int, x aspect, answers *answers) []place {
	var features [2 * places]uint64
	of, at := linear.Mix(uint64(x.kind), x.value), askedAt[model]
	for i, p := range at {
		features[i] = linear.Mix(of, uint64(p))
	}
	t.of[model].Each(answers[:len(at)], features[:len(at)])
	return at
}

// addWord adds what is said of an aspect of a word as evidence.
func (t *sums) addWord(r *wordRow, x aspect) {
	var weights answers
	var widely [ofPairs]duo
	for i, p := range t.ask(0, x, &weights) {
		if w := duoOf(weights[i][0], weights[i][1]); p >= wide {
			widely[p&^wide] = w
		} else {
			r[p] += w
		}
	}
	for p, w := range wider[:ofPairs] {
		if w != 0 {
			r[p] += widely[w&^wide]
		}
	}
}

// addRow adds what is said of an aspect of a word in a pair and of a phrase.
func (t *sums) addRow(r *row, x aspect) {
	var weights answers
	for i, p := range t.ask(1, x, &weights) {
		r[inRow[p]] += quad(duoOf(weights[i][0], weights[i][1]))
	}
	for i, p := range t.ask(2, x, &weights) {
		w := weights[i]
		r[inRow[p]] += quadOf(duoOf(w[0], w[1]), duoOf(w[2], w[3]))
	}
}

// fact is what is said of a fact of a word or of a pair.
func (t *sums) fact(kind Template, a, b int) duo {
	f := &t.facts[kind-firstFact]
	return f.says[a*f.width+b]
}
