package opinion

import "math"

// Triggers are the words of a sentence that are likely evidence; phrases are described
// by how they hang on them in the tree.

// maxTriggers is how many words of a sentence are looked at as evidence.
const maxTriggers = 8 // 8 at most: Scene.below

// listTriggers lists the likeliest evidence of a sentence in order of the text.
func (s *Scene) listTriggers(x *Sentence, likely []int32) {
	s.triggers = s.triggers[:0]
	for _, i := range likely {
		i, some := int(i), s.evidence[i].Some
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
		if s.evidence[s.triggers[worst]].Some < some {
			s.triggers = append(s.triggers[:worst], s.triggers[worst+1:]...)
			s.triggers = append(s.triggers, i)
		}
	}
	s.climbTriggers(x)
}

// fade is what some steps in the tree leave of a trigger's weight.
func fade(steps int) float32 { return fading[steps&(len(fading)-1)] }

// fading has that for all steps up and down that there may be.
var fading = func() (f [32]float32) {
	for i := range 2*maxClimb + 1 {
		f[i] = float32(math.Exp(-0.35 * float64(i)))
	}
	return f
}()

// apart is how many steps there are up and down, as it were, between words that are too far
// from each other to be counted.
const apart = 10

// eachByte has 1 in each of its bytes.
const eachByte = 0x0101010101010101

// hanging is how a phrase hangs on the triggers of its sentence.
type hanging struct {
	// The steps in the tree from the phrase up and, one more, down to each trigger: a byte for each.
	ups, downs uint64
	// What each of them is to the phrase: what is left of its probability on the way.
	left    [maxTriggers]float32
	nearest int     // the trigger that is most, but for the phrase itself; −1 if there is none
	near    float32 // what the nearest is; of the phrase itself, as if it hung beside
}

// steps are those up and down to a trigger.
func (h *hanging) steps(k int) (up, down int) {
	return int(uint8(h.ups >> (8 * k))), int(uint8(h.downs>>(8*k))) - 1
}

// sum is their sum.
func (h *hanging) sum(k int) int { return int(uint8((h.ups + h.downs - eachByte) >> (8 * k))) }

// beside are the steps to a word that hangs on the same one.
const beside = 2

// climbTriggers notes the way up from each trigger: of each word of the sentence, how many
// steps down from it they are.
func (s *Scene) climbTriggers(x *Sentence) {
	words := s.Words[x.First:x.End]
	s.below = zeroed(s.below, len(words))
	below := s.below[:len(words)]
	for k, i := range s.triggers {
		s.shows[uint(k)%maxTriggers] = s.evidence[i].Some
		step := uint64(1) << (8 * uint(k) % 64)
		down := step
		for i -= x.First; uint(i) < uint(len(words)) && down <= maxClimb*step; down += step {
			below[i] |= down
			i = int(words[i].Head) - x.First
		}
	}
}

// hang tells how a phrase, of which this is the top word, hangs on each trigger: the way up
// from it is gone until it meets those from all of them.
func (s *Scene) hang(h *hanging, x *Sentence, top int) {
	ups, downs, met := uint64(0), uint64(0), uint64(0)
	all := uint64(1)<<(8*len(s.triggers)) - 1
	words := s.Words[x.First:x.End]
	below := s.below[:len(words)]
	i := top - x.First
	for up := uint64(0); up < maxClimb*eachByte && uint(i) < uint(len(words)) && met != all; up += eachByte {
		down := below[i]
		fresh := (down + 0x7f*eachByte) >> 7 & eachByte * 0xff &^ met // all bits of the bytes that are not 0
		ups, downs, met = ups|up&fresh, downs|down&fresh, met|fresh
		i = int(words[i].Head) - x.First
	}
	h.ups, h.downs = ups|apart*eachByte&^met, downs|(apart+1)*eachByte&^met
	h.weigh(s.shows[:len(s.triggers)])
}

// weigh tells what each trigger is to a phrase whose steps to it are known, by the
// probability of each.
func (h *hanging) weigh(triggers []float32) {
	most, nearest, itself := uint32(0), -1, float32(0)
	sums := h.ups + h.downs - eachByte
	for k, some := range triggers {
		steps := int(sums % (1 << 8))
		sums >>= 8
		left := some * fade(steps)
		h.left[uint(k)%maxTriggers] = left
		if steps == 0 {
			itself = some * fade(beside)
			continue
		}
		if v := math.Float32bits(left); v > most { // they have the order of the numbers
			most, nearest = v, k
		}
	}
	h.near, h.nearest = max(math.Float32frombits(most), itself), nearest
}
