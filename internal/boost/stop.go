package boost

import (
	"encoding/binary"
	"errors"
	"math"
	"slices"
)

// Most candidates are none, and a part of the trees is enough to tell. Where a low
// score is as good as any other low score, a sum may end behind a chunk of the trees
// if it is so low by then that hardly any such sum comes up again (the rejection trace
// of Bourdev & Brandt 2005, "Robust object detection via soft cascade").

// stop says, for a chunk of the trees, below which sum to end, and what the rest of
// the trees add to such sums on the average.
type stop struct{ limit, rest float32 }

// Stop learns from examples after which parts of the trees a sum may end. What ends is
// below floor, and estimated; of the examples that reach it no more than a share ends
// in error. It is for models with one output. It returns which share of the trees is
// still walked.
func (m *Model) Stop(examples [][]float32, floor float32, share float64) float64 {
	m.stops = nil
	if m.outputs != 1 || m.walk == nil || len(examples) == 0 {
		return 1
	}
	chunks := (len(m.trees) + chunk - 1) / chunk
	sums := make([][]float32, len(examples)) // behind each chunk
	for i, x := range examples {
		sums[i] = make([]float32, chunks)
		sum := float32(0)
		for k, t := range m.trees {
			sum += t.leaf(x)
			sums[i][k/chunk] = sum
		}
	}
	walked, total := 0, len(m.trees)*len(examples)
	for k := range chunks - 1 {
		walked += chunk * len(sums)
		var high []float32
		for _, s := range sums {
			if s[chunks-1] >= floor {
				high = append(high, s[k])
			}
		}
		s := stop{limit: -inf}
		if len(high) > 0 {
			slices.Sort(high)
			s.limit = high[int(share/float64(chunks-1)*float64(len(high)))]
		}
		rest, n := 0.0, 0
		sums = slices.DeleteFunc(sums, func(x []float32) bool {
			if x[k] >= s.limit {
				return false
			}
			rest += float64(x[chunks-1] - x[k])
			n++
			return true
		})
		if n > 0 {
			s.rest = float32(math.Min(rest/float64(n), float64(floor-s.limit)))
		}
		m.stops = append(m.stops, s)
	}
	walked += (len(m.trees) - chunk*(chunks-1)) * len(sums)
	return float64(walked) / float64(total)
}

func writeStops(stops []stop) (data []byte) {
	for _, s := range stops {
		data = binary.LittleEndian.AppendUint32(data, math.Float32bits(s.limit))
		data = binary.LittleEndian.AppendUint32(data, math.Float32bits(s.rest))
	}
	return data
}

func readStops(data string) (stops []stop, err error) {
	if len(data)%8 != 0 {
		return nil, errors.New("length")
	}
	number := func(i int) float32 { return math.Float32frombits(binary.LittleEndian.Uint32([]byte(data[i : i+4]))) }
	for i := 0; i < len(data); i += 8 {
		stops = append(stops, stop{number(i), number(i + 4)})
	}
	return stops, nil
}
