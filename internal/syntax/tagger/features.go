package tagger

import (
	"slices"

	"github.com/seed05c9d22b/newstext/internal/linear"
)

// pad is the number of words beyond each end of a sentence that features look
// at.
const pad = 3

// boundaryTag stands for the tag of what is before a sentence.
const boundaryTag Fine = 63

var (
	before = Word{Low: 1, Exact: 1, Known: 0x7fff}
	behind = Word{Low: 2, Exact: 2, Known: 0x7ffe}
)

// maxFeatures is the number of features of a word.
const maxFeatures = 64

// Sentence is the sentence that is being tagged: its words and the tags that
// were decided on, from left to right.
type Sentence struct {
	words []Word // with pad words before and behind
	tags  []Fine // with pad tags before
	how   Case
	n     int

	features [maxFeatures]uint64 // of the word that is being decided on
	scores   linear.Scores
}

func (s *Sentence) reset(n int) []Word {
	if cap(s.words) < n+2*pad {
		s.words = make([]Word, (n+2*pad)*3/2)
		s.tags = make([]Fine, cap(s.words))
	}
	s.n = n
	s.words = s.words[:n+2*pad]
	s.tags = s.tags[:n+2*pad]
	for i := range pad {
		s.words[i], s.words[n+pad+i] = before, behind
		s.tags[i] = boundaryTag
	}
	return s.words[pad : n+pad]
}

// Words are the words of the sentence.
func (s *Sentence) Words() []Word { return s.words[pad : s.n+pad] }

// Case is the way the sentence is written.
func (s *Sentence) Case() Case { return s.how }

// Len is the number of words of the sentence.
func (s *Sentence) Len() int { return s.n }

// OnlyTag is the value in the table of known tags of a frequent word that always
// has the same tag.
func OnlyTag(f Fine) uint16 { return onlyTag | uint16(f) }

const onlyTag = 0x8000

// fixed is the tag of word i where it is always the same.
func (s *Sentence) fixed(i int) (Fine, bool) {
	k := s.words[i+pad].Known
	return Fine(k & 0xff), k&onlyTag != 0
}

// Reverse turns the sentence around, so that a tagger can go through it from its
// end. Only training has a use for that.
func (s *Sentence) Reverse() { slices.Reverse(s.Words()) }

// SetTag decides on the tag of a word; features of later words look at it.
func (s *Sentence) SetTag(i int, f Fine) { s.tags[i+pad] = f }

// stages is the number of steps in which a word is looked at: most are clear after
// the first. The features of the first two were chosen one by one, as the one that
// with those before it makes most words of news clear.
const stages = 3

// ends are the numbers of features after each stage.
var ends = [stages]int{8, 16, 60}

// lookUp finds the features that a stage adds for word i, which needs the tags of
// those before it. They are valid until the next call.
func (s *Sentence) lookUp(i, stage int) []uint64 {
	switch stage {
	case 0:
		s.first(i + pad)
		return s.features[:ends[0]]
	case 1:
		s.second(i + pad)
		return s.features[ends[0]:ends[1]]
	}
	s.rest(i + pad)
	return s.features[ends[1]:ends[2]]
}

// all finds the features of all stages.
func (s *Sentence) all(i int) []uint64 {
	for stage := range stages {
		s.lookUp(i, stage)
	}
	return s.features[:ends[stages-1]]
}

// begins is 1 for the first word.
func (s *Sentence) begins(i int) uint64 {
	if s.tags[i-1] == boundaryTag {
		return 1
	}
	return 0
}

func (s *Sentence) shapes(i int) uint64 {
	return (uint64(s.words[i].Shape)<<8|uint64(s.how))<<1 | s.begins(i)
}

func (s *Sentence) first(i int) {
	f := (*[8]uint64)(s.features[:])
	ws := s.words[i-1 : i+2]
	l1, w, r1 := &ws[0], &ws[1], &ws[2]
	t1, tt := uint64(s.tags[i-1]), uint64(s.tags[i-1])<<8|uint64(s.tags[i-2])
	c, suffix3, shapes := uint64(w.Cluster), w.suffix(3), s.shapes(i)
	known, kr1 := uint64(w.Known), uint64(r1.Known)
	f[0] = h2(33, known, kr1)
	f[1] = h1(14, c)
	f[2] = h2(48, t1, suffix3)
	f[3] = h2(13, shapes, suffix3)
	f[4] = h1(20, l1.Low)
	f[5] = h1(22, r1.Low)
	f[6] = h1(18, known)
	f[7] = h1(44, tt)
}

func (s *Sentence) second(i int) {
	f := (*[8]uint64)(s.features[ends[0]:])
	ws := s.words[i-1 : i+3]
	l1, w, r1, r2 := &ws[0], &ws[1], &ws[2], &ws[3]
	t1, shapes := uint64(s.tags[i-1]), s.shapes(i)
	lc, cl1, cr1, cr2 := uint64(w.LowCluster), uint64(l1.Cluster), uint64(r1.Cluster), uint64(r2.Cluster)
	f[0] = h2(37, lc, cr1)
	f[1] = h2(38, cl1, lc)
	f[2] = h1(2, w.Low)
	f[3] = h2(39, cr1, cr2)
	f[4] = h2(50, t1, cr1)
	f[5] = h2(12, shapes, t1)
	f[6] = h1(15, lc)
	f[7] = h1(4, w.suffix(1))
}

func (s *Sentence) rest(i int) {
	f := (*[44]uint64)(s.features[ends[1]:])
	ws := s.words[i-3 : i+4]
	l2, l1, w, r1, r2 := &ws[1], &ws[2], &ws[3], &ws[4], &ws[5]
	t1, t2 := uint64(s.tags[i-1]), uint64(s.tags[i-2])
	tt := t1<<8 | t2
	lc, cl1, cl2, cr1, cr2 := uint64(w.LowCluster), uint64(l1.Cluster), uint64(l2.Cluster), uint64(r1.Cluster), uint64(r2.Cluster)
	known, kr1, kr2 := uint64(w.Known), uint64(r1.Known), uint64(r2.Known)
	suffix3, shapes, first := w.suffix(3), s.shapes(i), s.begins(i)
	f[0] = h1(1, 0)
	f[1] = h2(3, w.Exact, uint64(s.how)<<1|first)
	f[2] = h1(5, w.suffix(2))
	f[3] = h1(6, suffix3)
	f[4] = h1(7, w.suffix(4))
	f[5] = h1(8, w.suffix(5))
	f[6] = h1(9, w.prefix(2))
	f[7] = h1(10, w.prefix(3))
	f[8] = h1(11, shapes)
	f[9] = h1(16, uint64(w.Path.Prefix(10)))
	f[10] = h1(17, uint64(w.Path.Prefix(6)))
	f[11] = h2(19, lc, suffix3)
	f[12] = h1(21, l2.Low)
	f[13] = h1(23, r2.Low)
	f[14] = h1(24, cl1)
	f[15] = h1(25, cl2)
	f[16] = h1(26, cr1)
	f[17] = h1(27, cr2)
	f[18] = h1(28, l1.suffix(3))
	f[19] = h1(29, r1.suffix(3))
	f[20] = h1(30, r1.suffix(2))
	f[21] = h1(31, uint64(r1.Shape)<<8|uint64(s.how))
	f[22] = h1(32, kr1)
	f[23] = h2(34, kr1, kr2)
	f[24] = h2(35, l1.Low, w.Low)
	f[25] = h2(36, w.Low, r1.Low)
	f[26] = h2(40, known, cr1)
	f[27] = h2(41, r1.Low, r2.Low)
	f[28] = h2(42, l2.Low, l1.Low)
	f[29] = h1(43, t1)
	f[30] = h2(45, t1, w.Low)
	f[31] = h2(46, t1, lc)
	f[32] = h2(47, tt, known)
	f[33] = h2(49, t1, r1.Low)
	f[34] = h2(51, t1<<16|known, kr1)
	f[35] = h2(52, tt, lc)
	f[36] = h2(53, tt, kr1)
	f[37] = h2(54, t1, l1.Low)
	f[38] = h2(55, t2, l1.Low)
	f[39] = h2(56, l1.Low<<1, w.suffix(2))
	f[40] = h2(57, tt, uint64(s.tags[i-3]))
	f[41] = h2(58, uint64(w.Path.Prefix(10)), uint64(r1.Path.Prefix(10)))
	f[42] = h2(59, w.Low, kr1<<16|kr2)
	f[43] = h2(60, w.Low, tt)
}

func h1(template, a uint64) uint64 { return linear.Mix(template, a) }

func h2(template, a, b uint64) uint64 { return linear.Mix(template+b*0x9e3779b97f4a7c15, a) }
