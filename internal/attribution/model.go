package attribution

import (
	_ "embed"
	"encoding/binary"
	"math"
	"sync"

	"github.com/seed05c9d22b/newstext/internal/linear"
)

// ModelName is the name of the model file, and of the model in it.
const ModelName = "attribution"

// ModelClasses are the classes of the model: choices with Classes use one for
// each candidate but the first, the others use the first class alone.
var ModelClasses = []string{"1", "2", "3"}

//go:embed attribution.model
var modelData string

// Model scores candidates. It is immutable and safe for concurrent use.
type Model struct {
	weights linear.Scorer
	scale   float64 // what a weight of one is in the model's integers
	slope   float64 // of the confidence over the log odds of the choices
	offset  float64
}

var embedded = sync.OnceValue(func() *Model {
	f, err := linear.OpenEmbedded(modelData)
	if err != nil {
		panic(err) // the embedded file is checked by a test
	}
	m, err := OpenModel(f)
	if err != nil {
		panic(err)
	}
	return m
})

// OpenModel reads the model of a file.
func OpenModel(f *linear.File) (*Model, error) {
	w, err := f.Model(ModelName)
	if err != nil {
		return nil, err
	}
	m := &Model{weights: w, scale: 16, slope: 1}
	if s, ok := f.Section("scale"); ok && len(s) >= 8 {
		m.scale = float64frombytes(s)
	}
	if s, ok := f.Section("confidence"); ok && len(s) >= 16 {
		m.slope, m.offset = float64frombytes(s), float64frombytes(s[8:])
	}
	return m, nil
}

// Numbers makes a section of the model file from numbers: "scale", what a weight
// of one is in the model's integers; "confidence", slope and offset.
func Numbers(name string, x ...float64) linear.Section {
	s := linear.Section{Name: name}
	for _, v := range x {
		s.Data = binary.LittleEndian.AppendUint64(s.Data, math.Float64bits(v))
	}
	return s
}

func float64frombytes(s string) float64 {
	return math.Float64frombits(binary.LittleEndian.Uint64([]byte(s[:8])))
}

// LogOdds is the logarithm of p to 1−p, kept finite.
func LogOdds(p float64) float64 {
	p = max(1e-6, min(1-1e-6, p))
	return math.Log(p / (1 - p))
}

// confidence makes a probability of the product of those of the choices, which
// are sure of themselves beyond what they know (Platt 1999).
func (m *Model) confidence(p float64) float64 {
	return 1 / (1 + math.Exp(-m.slope*LogOdds(p)-m.offset))
}
