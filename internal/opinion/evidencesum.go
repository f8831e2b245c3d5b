package opinion

import "github.com/seed05c9d22b/newstext/internal/linear"

// More than half of what the model of evidence says of a word it says of the word
// itself and of each of the words around, wherever they hang. That is known as soon
// as the words are, and kept with them, as for the tones (tonesum.go); the rest is
// looked up.

// evidenceWord is what the model of evidence says of a word: as a candidate, and as
// one that stands near to one.
type evidenceWord struct {
	self lanes
	near [6]lanes // by nearPlace
}

// nearPlaces are the places around a candidate that differ.
var nearPlaces = [2*evidenceReach + 1]uint8{0, 0, 0, 1, 2, 0, 3, 4, 5, 5, 5}

// nearDistances have one distance of each.
var nearDistances = [6]int{-3, -2, -1, 1, 2, 3}

type evidenceTables struct {
	model        *linear.Model
	names, marks [markEdge - markPerson]evidenceWord // of names, and of marks in names
	first, last  lanes                               // at the edge of a sentence
	valence      [7][2]lanes
}

func newEvidenceTables(m *linear.Model) *evidenceTables {
	t := &evidenceTables{model: m}
	for i := range t.names {
		t.names[i] = t.word(markPerson+uint64(i), 0, 0, false)
		t.marks[i] = t.word(markPerson+uint64(i), 0, 0, true)
	}
	w := t.weights([]uint64{featureOf(vPrevious, markEdge, 0), featureOf(vNext, markEdge, 0)})
	t.first, t.last = lanesOf(w[0]), lanesOf(w[1])
	for level := range uint64(7) {
		for side := range uint64(2) {
			t.valence[level][side] = lanesOf(t.weights([]uint64{featureOf(vValence, level, 2+side)})[0])
		}
	}
	return t
}

func (t *evidenceTables) weights(f []uint64) [][4]int8 {
	w := make([][4]int8, len(f))
	t.model.Each(w, f)
	return w
}

// word gathers what the model says of a word of these classes, 0 for none.
func (t *evidenceTables) word(mark, class, coarse uint64, punctuation bool) (x evidenceWord) {
	const self = -1
	var f [14]uint64
	var to [14]int // where each belongs
	n := 0
	add := func(place int, template Template, a, b uint64) {
		f[n], to[n] = featureOf(template, a, b), place
		n++
	}
	add(self, vWord, mark, 0)
	add(self, vClass, class, 0)
	add(2, vPrevious, mark, 0)
	add(3, vNext, mark, 0)
	for k, d := range nearDistances {
		side := uint64(0)
		if d > 0 {
			side = 1
		}
		if !punctuation {
			add(k, vNear, mark, side)
		}
		if coarse > 0 && d >= -2 && d <= 2 {
			add(k, vNear, 1<<41|coarse, 8+uint64(d+2))
		}
	}
	var weights [14][4]int8
	t.model.Each(weights[:n], f[:n])
	for k, place := range to[:n] {
		if place == self {
			x.self += lanesOf(weights[k])
		} else {
			x.near[place] += lanesOf(weights[k])
		}
	}
	return x
}

// of is what the model says of a word of the story.
func (t *evidenceTables) of(w *Word) *evidenceWord {
	switch {
	case !w.Name():
		return &w.evidence
	case w.Closed == Mark:
		return &t.marks[w.Mark-markPerson]
	}
	return &t.names[w.Mark-markPerson]
}

// evidenceBrief is a word of a sentence as those near to it need it.
type evidenceBrief struct {
	word  *evidenceWord
	level uint8 // of its valence
}

// briefEvidence gathers what is known of the words of a sentence.
func (s *Scene) briefEvidence(t *evidenceTables, x *Sentence) {
	s.shown = zeroed(s.shown, x.End-x.First)
	for k := range s.shown {
		w := &s.Words[x.First+k]
		s.shown[k].word = t.of(w)
		if w.Valence != 0 && w.Closed == Open {
			s.shown[k].level = uint8(level(w.Valence))
		}
	}
}

// glance is what the model says of a word that is no name by the words around it alone.
func (s *Scene) glance(t *evidenceTables, k int) [3]int32 {
	words := s.shown
	sum := words[k].word.self
	if k == 0 {
		sum += t.first
	}
	if k == len(words)-1 {
		sum += t.last
	}
	for j := max(0, k-evidenceReach); j < min(len(words), k+evidenceReach+1); j++ {
		if j == k {
			continue
		}
		b := &words[j]
		sum += b.word.near[nearPlaces[j-k+evidenceReach]]
		if b.level != 0 {
			side := 0
			if j > k {
				side = 1
			}
			sum += t.valence[b.level][side]
		}
	}
	return sum.split()
}

// sumEvidence tells of each word of a sentence that is no name how likely it is
// evidence: 0 of one that is not worth a closer look.
func (s *Scene) sumEvidence(t *evidenceTables, x *Sentence, glance float32) {
	s.briefEvidence(t, x)
	r := &s.rows
	r.reset()
	s.glances = s.glances[:0]
	for i := x.First; i < x.End; i++ {
		if w := &s.Words[i]; !w.shows() || w.Name() {
			continue
		}
		g := s.glance(t, i-x.First)
		if leaningOf(g[None], g[For], g[Against]).Some < glance {
			continue
		}
		s.glances = append(s.glances, g)
		s.hangingFeatures(&r.Features, x, i)
		r.end(i)
	}
	n := 0
	r.score(t.model, func(i int32, v []int32) {
		g := &s.glances[n]
		s.evidence[i] = leaningOf(g[None]+v[None], g[For]+v[For], g[Against]+v[Against])
		n++
	})
}
