package opinion

import "math"

// Triggers are the words of a sentence that are likely evidence; phrases are described
// by how they hang on them in the tree.

// maxTriggers is how many words of a sentence are looked at as evidence.
const maxTriggers = 8 // 8 at most: Scene.below

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
	s.below = zeroed(s.below, x.End-x.First)
	for k, i := range s.triggers {
		for down := 1; down <= maxClimb && i >= x.First && i < x.End; down++ {
			s.below[i-x.First] |= uint64(down) << (8 * k)
			i = int(s.Words[i].Head)
		}
	}
}

// hang tells how a phrase, of which this is the top word, hangs on each trigger: the way up
// from it is gone until it meets those from all of them.
func (s *Scene) hang(h *hanging, x *Sentence, top int) {
	ups, downs, met := uint64(0), uint64(0), uint64(0)
	all := uint64(1)<<(8*len(s.triggers)) - 1
	for up, i := uint64(0), top; up < maxClimb*eachByte && i >= x.First && i < x.End && met != all; up += eachByte {
		below := s.below[i-x.First]
		fresh := (below + 0x7f*eachByte) >> 7 & eachByte * 0xff &^ met // all bits of the bytes that are not 0
		ups, downs, met = ups|up&fresh, downs|below&fresh, met|fresh
		i = int(s.Words[i].Head)
	}
	h.ups, h.downs = ups|apart*eachByte&^met, downs|(apart+1)*eachByte&^met
	most, nearest, itself := uint32(0), -1, float32(0)
	for k, i := range s.triggers {
		some := s.evidence[i].Some
		left := some * fade(h.sum(k))
		h.left[k] = left
		if i == top {
			itself = some * fade(beside)
			continue
		}
		if v := math.Float32bits(left); v > most { // they have the order of the numbers
			most, nearest = v, k
		}
	}
	h.near, h.nearest = max(math.Float32frombits(most), itself), nearest
}
