package ner

import (
	_ "embed"
	"fmt"
	"slices"
	"sync"

	"github.com/seed05c9d22b/newstext/internal/linear"
)

// Model labels tokens. It is immutable and safe for concurrent use.
type Model struct {
	scorer     linear.Scorer
	transition [Labels][Labels]int32
	follows    [Labels][]uint8 // by label: those that may stand before it
}

// NewModel makes a model of one that scores.
func NewModel(scorer linear.Scorer) *Model {
	m := &Model{scorer: scorer}
	for b := range Labels {
		for a := range Labels {
			if May(a, b) {
				m.follows[b] = append(m.follows[b], uint8(a))
			}
		}
	}
	var s linear.Scores
	for a := range Labels {
		m.scorer.Score(&s, []uint64{Transition(a)})
		copy(m.transition[a][:], s[:Labels])
	}
	return m
}

// Transition is the feature that stands for the label before.
func Transition(before int) uint64 { return hash(tTransition, uint64(before)) }

//go:embed ner.model
var embedded string

// Default is the model that the package ships.
var Default = sync.OnceValue(func() *Model {
	file, err := linear.OpenEmbedded(embedded)
	if err == nil {
		var m *Model
		if m, err = read(file); err == nil {
			return m
		}
	}
	panic(fmt.Sprintf("ner: %v", err)) // a broken build; a test opens the model with its checksum
})

// Open makes a model of a file that the training command wrote. A file that is
// foreign, damaged or of other labels is an error that wraps one of those of the
// package linear.
func Open(data string) (*Model, error) {
	file, err := linear.Open(data)
	if err != nil {
		return nil, err
	}
	return read(file)
}

func read(file *linear.File) (*Model, error) {
	m, err := file.Model("names")
	if err != nil {
		return nil, err
	}
	if !slices.Equal(m.Labels(), LabelNames()) {
		return nil, fmt.Errorf("%w: the labels of the model are not those of names", linear.ErrForeign)
	}
	return NewModel(m), nil
}

// Lattice holds the candidates of a sentence with their features, and what
// decoding needs. Its buffers are reused.
type Lattice struct {
	Candidate []bool
	Features  []uint64
	Offsets   []int // features of token k are Features[Offsets[k]:Offsets[k+1]]
	Best      []uint8

	scores [][Labels]int32
	back   [][Labels]uint8
	emit   linear.Scores
}

// Fill computes the features of a sentence of d.
func (l *Lattice) Fill(d *Doc, s *Sentence) {
	l.Candidate = d.candidates(s, l.Candidate)
	l.Features, l.Offsets = l.Features[:0], l.Offsets[:0]
	for k, c := range l.Candidate {
		l.Offsets = append(l.Offsets, len(l.Features))
		if c {
			l.Features = d.features(l.Features, s, s.First+k)
		}
	}
	l.Offsets = append(l.Offsets, len(l.Features))
}

// Of returns the features of the k-th token.
func (l *Lattice) Of(k int) []uint64 { return l.Features[l.Offsets[k]:l.Offsets[k+1]] }

const never = -1 << 29

// Decode finds the best row of labels (Viterbi).
func (l *Lattice) Decode(m *Model) []uint8 {
	n := len(l.Candidate)
	if cap(l.scores) < n {
		l.scores = make([][Labels]int32, n)
		l.back = make([][Labels]uint8, n)
	}
	l.scores, l.back = l.scores[:n], l.back[:n]
	if cap(l.Best) < n {
		l.Best = make([]uint8, n)
	}
	l.Best = l.Best[:n]
	clear(l.Best)
	// Between candidates every token is outside, so that rows of candidates are
	// decoded each for itself.
	for k := 0; k < n; {
		if !l.Candidate[k] {
			k++
			continue
		}
		end := k
		for end < n && l.Candidate[end] {
			end++
		}
		l.decode(m, k, end)
		k = end
	}
	return l.Best
}

func (l *Lattice) decode(m *Model, first, end int) {
	emit := &l.emit
	for k := first; k < end; k++ {
		m.scorer.Score(emit, l.Of(k))
		row, back := &l.scores[k], &l.back[k]
		for b := 0; b < Labels; b++ {
			best, from := int32(never), 0
			if k == first {
				if May(outside, b) {
					best = m.transition[outside][b]
				}
			} else {
				before := &l.scores[k-1]
				for _, a := range m.follows[b] {
					if v := before[a] + m.transition[a][b]; v > best {
						best, from = v, int(a)
					}
				}
			}
			row[b] = best + emit[b]
			back[b] = uint8(from)
		}
	}
	best, at := int32(2*never), 0
	for b, v := range l.scores[end-1] {
		if May(b, outside) && v > best {
			best, at = v, b
		}
	}
	for k := end - 1; k >= first; k-- {
		l.Best[k] = uint8(at)
		at = int(l.back[k][at])
	}
}

// Find appends the names of d in order of the text.
func (m *Model) Find(out []Name, d *Doc) []Name {
	l := lattices.Get().(*Lattice)
	defer lattices.Put(l)
	for i := range d.Sentences {
		s := &d.Sentences[i]
		l.Fill(d, s)
		out = FromLabels(out, l.Decode(m), s.First)
	}
	return out
}

var lattices = sync.Pool{New: func() any { return new(Lattice) }}
