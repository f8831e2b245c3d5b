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

// seeWord makes the view of a word as evidence.
func (s *Scene) seeWord(v *view, x *Sentence, i int) {
	v.reset()
	w := &s.Words[i]
	part, headline := partOf[w.Rel], int(flag(x.Kind == article.Headline))
	v.see(i, atSelf+part)
	if w.Quote < 0 {
		v.note(fSpeech, 0, headline)
		v.note(fOutside, int(w.Tag), 0)
	} else {
		q := &s.Quotes[w.Quote]
		v.see(i, atQuoted)
		v.note(fSpeech, 1+int(q.Kind), headline)
		v.note(fCue, int(q.Class), int(q.Kind))
	}
	v.note(fTag, int(w.Tag)*relations+int(w.Rel), int(w.Ending))
	for j := max(x.First, i-reach); j < min(x.End, i+reach+1); j++ {
		if j != i {
			v.see(j, around[j-i+reach])
		}
	}
	if h := int(w.Head); h >= 0 {
		v.see(h, atHead+part)
	}
	n := 0
	for c := s.firstChild(i); c >= 0 && n < maxDependents; c = s.nextChild(c) {
		if d := &s.Words[c]; d.Closed != Mark && d.Rel != DeterminerRelation {
			n++
			v.see(c, atDependent+partOf[d.Rel])
		}
	}
}

// maxDependents is how many words that hang on a candidate are seen.
const maxDependents = 6

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
