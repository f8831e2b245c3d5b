package opinion

import "math"

// Triggers are the words of a sentence that are likely evidence; phrases are described
// by how they hang on them in the tree.

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
