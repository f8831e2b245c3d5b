package main

import (
	"fmt"
	"math/rand/v2"
	"strings"

	"github.com/seed05c9d22b/newstext/internal/linear"
)

// filtered leaves features out: by their place, and in training a random share.
type filtered struct {
	linear.Scorer
	out    []bool
	buffer []uint64
	share  float64 // to leave out
	random *rand.Rand
}

// bias is the place of the feature that all words have.
const bias = 16

func (m *filtered) filter(features []uint64) []uint64 {
	if m.out == nil && m.share == 0 {
		return features
	}
	m.buffer = m.buffer[:0]
	for i, f := range features {
		if (i >= len(m.out) || !m.out[i]) && (m.share == 0 || i == bias || m.random.Float64() >= m.share) {
			m.buffer = append(m.buffer, f)
		}
	}
	return m.buffer
}

func (m *filtered) Score(s *linear.Scores, features []uint64) { m.Scorer.Score(s, m.filter(features)) }
func (m *filtered) Add(s *linear.Scores, features []uint64)   { m.Scorer.Add(s, m.filter(features)) }
func (m *filtered) Update(features []uint64, class int, by int32) {
	// the features left out for the score before are left out here too
	if m.share == 0 {
		m.buffer = m.filter(features)
	}
	m.Scorer.(*linear.Trainer).Update(m.buffer, class, by)
}
func (m *filtered) Tick() { m.Scorer.(*linear.Trainer).Tick() }

// parsePlaces reads "13-18,23".
func parsePlaces(list string) []bool {
	if list == "" {
		return nil
	}
	out := make([]bool, 64)
	for part := range strings.SplitSeq(list, ",") {
		var from, to int
		if n, _ := fmt.Sscanf(part, "%d-%d", &from, &to); n == 1 {
			to = from
		}
		for i := from; i <= to && i < len(out); i++ {
			out[i] = true
		}
	}
	return out
}
