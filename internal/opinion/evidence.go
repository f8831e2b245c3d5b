package opinion

import (
	"math"

	"github.com/seed05c9d22b/newstext/article"
)

// The words that show a stance are looked for first, whoever holds it and
// whatever its target: the labelled stories mark them, so that this is learned
// from many more words than there are stances. Holders and targets are then
// judged by how they hang on such words.

// shows reports whether a word may be evidence at all.
func (w *Word) shows() bool {
	return (w.Closed == Open && !w.Name()) || w.Modifier != Plain
}

// evidenceReach is how far from a word other words count.
const evidenceReach = 5

// EvidenceFeatures are the features of a word as evidence.
func (s *Scene) EvidenceFeatures(f *Features, x *Sentence, i int) {
	f.reset()
	s.aroundFeatures(f, x, i)
	s.hangingFeatures(f, x, i)
}

// aroundFeatures are those of the word itself and of each of the words around it,
// wherever they hang: what evidencesum.go keeps with the words.
func (s *Scene) aroundFeatures(f *Features, x *Sentence, i int) {
	w := &s.Words[i]
	f.add(i, vWord, w.ID, 0)
	f.add(i, vClass, w.class(), 0)
	f.add(i, vPrevious, s.markIn(x, i-1), 0)
	f.add(i, vNext, s.markIn(x, i+1), 0)
	for j := max(x.First, i-evidenceReach); j < min(x.End, i+evidenceReach+1); j++ {
		if j == i {
			continue
		}
		v, side := &s.Words[j], uint64(0)
		if j > i {
			side = 1
		}
		if v.Closed != Mark {
			f.add(i, vNear, v.Mark, side)
		}
		if c := v.coarse(); c > 0 && j >= i-2 && j <= i+2 {
			f.add(i, vNear, 1<<41|c, 8+uint64(j-i+2))
		}
		if v.Valence != 0 && v.Closed == Open {
			f.add(i, vValence, level(v.Valence), 2+side)
		}
	}
}

// markIn is the mark of a word, or that of the edge of the sentence.
func (s *Scene) markIn(x *Sentence, i int) uint64 {
	if i < x.First || i >= x.End {
		return markEdge
	}
	return s.Words[i].Mark
}

// hangingFeatures are the others: the word in its relation, with its neighbours, what
// it hangs on, what hangs on it, and the quote that it stands in.
func (s *Scene) hangingFeatures(f *Features, x *Sentence, i int) {
	w := &s.Words[i]
	q, head := uint64(0), uint64(0)
	if w.Quote >= 0 {
		q = 1 + uint64(s.Quotes[w.Quote].Kind)
	}
	if x.Kind == article.Headline {
		head = 1
	}
	c := w.class()
	f.add(i, vBias, q, head)
	f.add(i, vWord, w.ID, 1+q)
	f.add(i, vWord, w.ID, 16+uint64(w.Rel))
	f.add(i, vClass, c, 16+uint64(w.Rel))
	f.add(i, vClass, 1<<41|w.coarse(), 16+uint64(w.Rel))
	f.add(i, vTag, uint64(w.Tag)<<8|uint64(w.Rel), uint64(w.Ending))
	previous, next := s.markIn(x, i-1), s.markIn(x, i+1)
	f.add(i, vPrevious2, s.markIn(x, i-2), previous)
	f.add(i, vNext2, next, s.markIn(x, i+2))
	f.add(i, vBigram, previous, w.ID)
	f.add(i, vBigram, w.ID, next)
	if w.Valence != 0 {
		f.add(i, vValence, level(w.Valence), 0)
	}
	for k := range w.frames {
		if w.fits(&w.frames[k]) {
			f.add(i, vFrame, uint64(w.frames[k].Sign()+8), 0)
			f.add(i, vFrame, w.frames[k].classID, 1)
			break
		}
	}
	s.phrasalFeatures(f, i)
	if h := int(w.Head); h >= 0 {
		g := &s.Words[h]
		f.add(i, vHead, g.Mark, uint64(w.Rel))
		f.add(i, vHead, g.class()|1<<40, uint64(w.Rel))
		if g.Valence != 0 {
			f.add(i, vValence, level(g.Valence), 8+uint64(w.Rel))
		}
		if n := frameSign(g); n != 0 {
			f.add(i, vFrame, uint64(n+8), 8+uint64(w.Rel))
		}
	}
	n := 0
	for c := s.firstChild(i); c >= 0 && n < 6; c = s.nextChild(c) {
		v := &s.Words[c]
		if v.Closed == Mark || v.Rel == DeterminerRelation {
			continue
		}
		n++
		f.add(i, vChild, v.Mark, uint64(v.Rel))
		if c := v.coarse(); c > 0 {
			f.add(i, vChild, 1<<41|c, uint64(v.Rel))
		}
		if v.Valence != 0 {
			f.add(i, vValence, level(v.Valence), 128+uint64(v.Rel))
		}
	}
	if w.Quote >= 0 {
		f.add(i, vQuote, uint64(s.Quotes[w.Quote].Class)<<4|uint64(s.Quotes[w.Quote].Kind), 0)
	} else {
		// a cue of a quote
		f.add(i, vQuote, 255, uint64(w.Tag))
	}
}

// maxTriggers is how many words of a sentence are looked at as evidence.
const maxTriggers = 8

// listTriggers lists the likeliest evidence of a sentence, of at least this
// probability, in order of the text.
func (s *Scene) listTriggers(x *Sentence, least float32) {
	s.triggers = s.triggers[:0]
	for i := x.First; i < x.End; i++ {
		e := s.evidence[i]
		if e.Some < least {
			continue
		}
		if len(s.triggers) < maxTriggers {
			s.triggers = append(s.triggers, i)
			continue
		}
		worst := 0
		for k := range s.triggers {
			if s.evidence[s.triggers[k]].Some < s.evidence[s.triggers[worst]].Some {
				worst = k
			}
		}
		if s.evidence[s.triggers[worst]].Some < e.Some {
			s.triggers = append(s.triggers[:worst], s.triggers[worst+1:]...)
			s.triggers = append(s.triggers, i)
		}
	}
}

// fade is what a step in the tree leaves of a trigger's weight.
func fade(steps int) float32 {
	if steps >= len(fading) {
		return 0
	}
	return fading[steps]
}

var fading = func() (f [2*maxClimb + 1]float32) {
	for i := range f {
		f[i] = float32(math.Exp(-0.35 * float64(i)))
	}
	return f
}()

// steps are the steps in the tree from a phrase up and down to a trigger.
type steps struct{ up, down int8 }

func (x steps) sum() int { return int(x.up) + int(x.down) }

// apart are the steps between words that are too far from each other to be counted.
var apart = steps{10, 10}

// hang notes how far a phrase is from each trigger, up and down.
func (s *Scene) hang(dst []steps, top int) []steps {
	var way [maxClimb]int
	n := s.climb(top, &way)
	for k, i := range way[:n] {
		s.onWay[i] = int8(k + 1)
	}
	for _, i := range s.triggers {
		x := apart
		for down := range maxClimb {
			if up := s.onWay[i]; up > 0 {
				x = steps{up - 1, int8(down)}
				break
			}
			if i = int(s.Words[i].Head); i < 0 {
				break
			}
		}
		dst = append(dst, x)
	}
	for _, i := range way[:n] {
		s.onWay[i] = 0
	}
	return dst
}

// nearness is how near a phrase hangs to words that are likely evidence: the most of a
// probability that is left on the way.
func (s *Scene) nearness(top int, way []steps) (most float32) {
	for k, i := range s.triggers {
		n := way[k].sum()
		if i == top {
			n = 2 // as of what hangs on the same word
		}
		most = max(most, s.evidence[i].Some*fade(n))
	}
	return most
}

// nearest returns the trigger on which a phrase hangs most, by likelihood and
// steps in the tree; −1 if there is none.
func (s *Scene) nearest(top int, way []steps) int {
	best, at := float32(0), -1
	for k, i := range s.triggers {
		if v := s.evidence[i].Some * fade(way[k].sum()); i != top && v > best {
			best, at = v, k
		}
	}
	return at
}
