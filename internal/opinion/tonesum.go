package opinion

import (
	"slices"

	"github.com/seed05c9d22b/newstext/article"
	"github.com/seed05c9d22b/newstext/internal/linear"
)

// A target's tone is judged by some hundred features, most of them of a word and
// where it stands: on which side, how far, in which clause. What the model says of
// these is known as soon as the word is, and kept with it; so that for each word
// around a target one or two numbers are added. [Scene.Tone] makes all features,
// for training; the two must, and a test sees to it, say the same.

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
	around [2]toneSide // by side: in one line of memory, what is read of each word around a target

	negated        [2]pull // more where it is negated
	next, previous pull    // more where it stands beside the target
	_              [12]pull
}

// toneSide is what the model says of a word on one side of a target.
type toneSide struct {
	far  [3]pull // by number of clauses between
	near [5]pull // more where it is near, by distance
}

// toneTables is what the model of tone says of what is no word.
type toneTables struct {
	model   *linear.Model
	names   [markEdge - markPerson]toneWord
	edge    toneWord          // of a sentence
	valence [7][2][8 + 3]pull // by level and side, then by distance or clause
	frame   [5][2][8 + 3]pull // by sign likewise
	sums    [3][9]pull        // of the sums of valences, by level
	lengths [8]pull           // of the window
	bias    pull
	head    pull    // in a headline
	forms   [4]pull // of a target that is no pronoun
	speaker pull    // of a target that speaks
	quotes  [quoteClasses]pull
	// of the target's governor, by the target's relation to it
	tags   [tags][relations]pull
	levels [7][relations]pull
	signs  [5][relations]pull
}

func newToneTables(m *linear.Model) *toneTables {
	t := &toneTables{model: m}
	for i := range t.names {
		t.names[i] = t.word(markPerson+uint64(i), false)
	}
	t.edge = t.word(markEdge, false)
	t.bias, t.head = t.weights(tBias, 0, 0), t.weights(tLength, headlineLength, 0)
	for k := range t.sums {
		for level := range t.sums[k] {
			t.sums[k][level] = t.weights(tValenceSum, uint64(k), uint64(level))
		}
	}
	for n := range t.lengths {
		t.lengths[n] = t.weights(tLength, uint64(n), 0)
	}
	for form := range t.forms {
		t.forms[form] = t.weights(tTargetForm, uint64(form), 0)
	}
	t.speaker = t.weights(tSpeaker, 1, 0)
	for class := range t.quotes {
		t.quotes[class] = t.weights(tInQuote, 1+uint64(class), 0)
	}
	for rel := range relations {
		for tag := range t.tags {
			t.tags[tag][rel] = t.weights(tGovernorTag, uint64(tag), uint64(rel))
		}
		for level := range t.levels {
			t.levels[level][rel] = t.weights(tGovernorValence, uint64(level), uint64(rel))
		}
		for sign := range t.signs {
			t.signs[sign][rel] = t.weights(tGovernorValence, 1<<20|uint64(sign+6), uint64(rel))
		}
	}
	for side := range uint64(2) {
		for level := range uint64(7) {
			for near := range uint64(8) {
				t.valence[level][side][near] = t.weights(tValence, level, side<<3|near)
			}
			for c := range uint64(3) {
				t.valence[level][side][8+c] = t.weights(tValence, level, 1<<6|side<<2|c)
			}
		}
		for sign := range uint64(5) {
			for near := range uint64(8) {
				t.frame[sign][side][near] = t.weights(tFrame, sign+6, side<<4|near)
			}
			for c := range uint64(3) {
				t.frame[sign][side][8+c] = t.weights(tFrame, sign+6, 1<<6|side<<4|c<<2)
			}
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

// word gathers what the model says of a word.
func (t *toneTables) word(mark uint64, open bool) (x toneWord) {
	var f [25]uint64
	var to [25]*pull // where each belongs
	var alone pull   // wherever it stands
	var side [2]pull
	n := 0
	add := func(at *pull, template Template, a, b uint64) {
		f[n], to[n] = featureOf(template, a, b), at
		n++
	}
	add(&x.next, tNext, mark, 0)
	add(&x.previous, tPrevious, mark, 0)
	for k := range uint64(2) {
		add(&side[k], tWordSide, mark, k)
		for near := range uint64(5) {
			add(&x.around[k].near[near], tWordNear, mark, k<<4|(near+1))
		}
	}
	if open {
		add(&alone, tWord, mark, 0)
		for k := range uint64(2) {
			for c := range uint64(3) {
				add(&x.around[k].far[c], tWordClause, mark, k<<2|c)
			}
			add(&x.negated[k], tNegatedWord, mark, k)
		}
	}
	var weights [25][4]int8
	t.model.Each(weights[:n], f[:n])
	for k, at := range to[:n] {
		*at = pullOf(weights[k])
	}
	for k := range x.around {
		for c := range x.around[k].far {
			x.around[k].far[c] += alone + side[k]
		}
	}
	return x
}

// of is what the model says of a word of the story.
func (t *toneTables) of(w *Word) *toneWord {
	if w.Name() {
		return &t.names[w.Mark-markPerson]
	}
	x := w.said.tone.Load()
	if x == nil {
		of := t.word(w.ID, w.Closed == Open)
		x = &of
		w.said.tone.Store(x)
	}
	return x
}

// toneSum adds up what is said of a target.
type toneSum struct {
	tables *toneTables // nil: features are made
	lo, hi int         // the words around
	quoted bool        // some words of the sentence are
	all    pulls
	words  pulls   // what is said of the words around
	leans  []int32 // of each word of the story; of those around, what is said of each
	each   [][4]int8
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
	s.tellers, s.weighty = s.tellers[:0], s.weighty[:0]
	s.tones.reset(len(s.Words))
}

// sumTone adds up what the model says of the target first to end in the k-th sentence, which
// words lo to hi surround.
func (s *Scene) sumTone(f *Features, k, first, end, lo, hi int) *toneSum {
	t, x, says := &f.tone, &s.Sentences[k], toneTable()
	if !s.briefed[k].done {
		s.briefed[k] = s.brief(says, x)
	}
	t.tables, t.lo, t.hi, t.quoted, t.all, t.words = says, lo, hi, s.briefed[k].quoted, 0, 0
	t.leans = room(t.leans, len(s.Words))
	clear(t.leans[first:end])
	f.reset()
	s.sumWords(t, first, end)
	var sums [3]float64
	s.weighWords(f, k, first, end, &sums)
	s.aroundTarget(f, lo, hi, first, end)
	s.governorFeatures(f, first, end)
	t.each = room(t.each, len(f.F))
	says.model.Each(t.each, f.F)
	for k, w := range t.each {
		t.known(int(f.At[k]), pullOf(w))
	}
	t.all += says.bias.wide() + says.lengths[distance((hi-lo)/4)].wide()
	for k, v := range sums {
		t.all += says.sums[k][sumLevel(v)].wide()
	}
	if x.Kind == article.Headline {
		t.all += says.head.wide()
	}
	t.tables = nil
	return t
}

// toneBrief is a word of the story as its part in a tone needs it.
type toneBrief struct {
	word          *toneWord
	valence       float64 // of an open word
	paired        pull    // what the model says of it and the next one
	clauses       int32   // that end before it in the sentence
	ends          uint8   // 1 where one ends behind it
	asks          bool
	level, turned uint8 // of the valence, and of what negation leaves of it
	sign          uint8 // of its frame, noSign without one
	negated       bool
}

const noSign = 255

// saysNothing is said of marks, and of the caller's words.
var saysNothing toneWord

// briefing is of a sentence whose words are briefed.
type briefing struct {
	done    bool
	quoted  bool      // some of its words are
	tellers wordRange // in [Scene.tellers]
	weighty wordRange // in [Scene.weighty]
}

// brief makes what tone needs of the words of a sentence.
func (s *Scene) brief(t *toneTables, x *Sentence) briefing {
	words, briefs := s.Words[x.First:x.End], s.briefs[x.First:x.End]
	for i := range words {
		briefs[i].word = t.of(&words[i])
	}
	for i := range briefs { // what is read of each word around a target, see readAhead
		s.ahead += quad(briefs[i].word.around[0].far[0])
	}
	p, told := &s.pairings, briefing{done: true}
	told.weighty.first = len(s.weighty)
	told.tellers = wordRange{len(s.tellers), len(s.tellers)}
	tellers := slices.Grow(s.tellers, len(words))[:len(s.tellers)+len(words)]
	p.features, p.words = p.features[:0], p.words[:0]
	clauses := int32(0)
	free := 0 // words from here on stand behind no negation that reaches them
	for i := range words {
		w, b := &words[i], &briefs[i]
		told.quoted = told.quoted || w.Quote >= 0
		open := flag(w.Closed == Open) &^ flag(w.Name())
		tellers[told.tellers.end] = int32(x.First + i)
		told.tellers.end += int(open)
		if role := s.toneRoleOf(w); role != speaks {
			*b = toneBrief{word: &saysNothing, clauses: clauses, ends: flag(role == divides), asks: role == asks}
			clauses += int32(b.ends)
			if w.Closed == Mark {
				free = i + 1
			}
			if b.asks {
				s.weighty = append(s.weighty, int32(x.First+i))
			}
			continue
		}
		next := markEdge
		if i+1 < len(words) {
			next = words[i+1].Mark
		}
		p.features, p.words = append(p.features, featureOf(tPair, w.Mark, next)), append(p.words, int32(i))
		*b = toneBrief{word: b.word, sign: noSign, clauses: clauses, ends: flag(endsClause(w))}
		clauses += int32(b.ends)
		if open&(flag(w.is(valued|framed))|flag(i < free)) != 0 {
			s.weighty = append(s.weighty, int32(x.First+i))
			b.negated = i < free
			if w.is(valued) {
				b.valence = w.Valence
				b.level, b.turned = uint8(level(w.Valence)), uint8(level(w.Valence*-0.5))
			}
			if w.is(framed) {
				b.sign = uint8(w.first + 2)
			}
		}
		if w.Modifier == Negation {
			free = i + 1 + negationReach
		}
	}
	p.weights = room(p.weights, len(p.features))
	t.model.Each(p.weights, p.features)
	for k, i := range p.words {
		briefs[i].paired = pullOf(p.weights[k])
	}
	s.tellers, told.weighty.end = tellers[:told.tellers.end], len(s.weighty)
	return told
}

// pairings are the pairs of words of a sentence that are looked up.
type pairings struct {
	features []uint64
	words    []int32 // the first of each
	weights  [][4]int8
}

// sumWords adds up what is said of the words lo to hi around the target first to end.
func (s *Scene) sumWords(t *toneSum, first, end int) {
	s.sumSide(t, 0, first-1, -1, first-t.lo)
	if end < t.hi { // the pair of the last word is none of the window
		last := &s.briefs[t.hi-1]
		paired := last.paired
		last.paired = 0
		s.sumSide(t, 1, end, 1, t.hi-end)
		last.paired = paired
	}
}

// sumSide adds up what is said of n words on a side, from the i-th on.
func (s *Scene) sumSide(t *toneSum, side, i, step, n int) {
	c, words := uint8(0), pulls(0) // clauses between, 2 at most
	briefs, leans := s.briefs, t.leans
	for d := 1; d <= n; d, i = d+1, i+step {
		b := &briefs[i]
		at := &b.word.around[side]
		sum := at.far[c]
		if d <= pairReach {
			sum += b.paired
			if d <= close {
				sum += at.near[distances[d]-1]
			}
		}
		words += sum.wide()
		leans[i] = sum.lean()
		c += b.ends &^ (c >> 1)
	}
	t.all += words
	t.words += words
}

// weighWords adds what is said of words around the target first to end in the k-th sentence
// that ask, or weigh by their valence, frame or negation: by side, distance and clause.
func (s *Scene) weighWords(f *Features, k, first, end int, sums *[3]float64) {
	t, in := &f.tone, s.briefed[k].weighty
	weighty, behind := inRange(s.weighty[in.first:in.end], t.lo, t.hi), 0
	for behind < len(weighty) && int(weighty[behind]) < first {
		behind++
	}
	for n := behind - 1; n >= 0; n-- {
		i := int(weighty[n])
		s.weighWord(f, i, 0, first-i, s.briefs[first].clauses-s.briefs[i+1].clauses, sums)
	}
	for _, w := range weighty[behind:] {
		if i := int(w); i >= end {
			s.weighWord(f, i, 1, i-end+1, s.briefs[i].clauses-s.briefs[end].clauses, sums)
		}
	}
}

// weighWord adds that of one word.
func (s *Scene) weighWord(f *Features, i, side, d int, clauses int32, sums *[3]float64) {
	t, b := &f.tone, &s.briefs[i]
	if b.asks {
		f.add(i, tPunctuation, s.Words[i].ID, uint64(side))
		return
	}
	sum, v, level := pull(0), b.valence, b.level
	if b.negated && (i-negationReach >= t.lo || s.negated(i, t.lo)) {
		sum += b.word.negated[side]
		v, level = v*-0.5, b.turned
	}
	near, c := distance(d), min(int(clauses), 2)
	if v != 0 {
		of := &t.tables.valence[level][side]
		sum += of[near] + of[8+c]
		addValence(sums, v, c, d)
	}
	if b.sign != noSign {
		of := &t.tables.frame[b.sign][side]
		sum += of[near] + of[8+c]
	}
	t.known(i, sum)
}
