package attribution

import (
	_ "embed"
	"encoding/binary"
	"errors"
	"math"
	"sync"

	"github.com/seed05c9d22b/newstext/internal/boost"
	"github.com/seed05c9d22b/newstext/internal/linear"
)

// ModelName is the name of the model file, and of the linear model in it.
const ModelName = "attribution"

// The trees in the model file.
const (
	PersonTrees = "person" // which entity speaks
	SaidTrees   = "said"   // whether the content of a quote is right
	TrustTrees  = "trust"  // whether content and speaker are
)

// ModelClasses are the classes of the model: choices with Classes use one for
// each candidate but the first, the others use the first class alone.
var ModelClasses = [...]string{"1", "2", "3"}

//go:embed attribution.model
var modelData string

// Model scores candidates. It is immutable and safe for concurrent use.
type Model struct {
	weights *linear.Model
	persons *boost.Model // nil: the linear model alone chooses
	said    *boost.Model // nil: the product of the choices tells
	trust   *boost.Model // nil: likewise
	Numbers
}

// Numbers are the single numbers of a model.
type Numbers struct {
	Scale float64 // what a weight of one is in the integers of the linear model
	// LeastLikely is how likely a quote must be right for it to be given: the mean
	// for its content alone and for content and speaker.
	LeastLikely float64
}

// Defaults are the numbers before any were fitted.
var Defaults = Numbers{Scale: 16, LeastLikely: 0.3}

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

// Trained, where it is set, is used in place of the model that comes with the
// library. It is for training; do not set it while articles are read.
var Trained *Model

// OpenModel reads the model of a file. One without trees is judged by the linear
// model alone.
func OpenModel(f *linear.File) (*Model, error) {
	w, err := f.Model(ModelName)
	if err != nil {
		return nil, err
	}
	m := &Model{weights: w, Numbers: Defaults}
	if s, ok := f.Section("numbers"); ok && len(s) >= 16 {
		m.Scale, m.LeastLikely = number(s), number(s[8:])
	}
	if m.persons, err = trees(f, PersonTrees, PersonSigns); err != nil {
		return nil, err
	}
	if m.said, err = trees(f, SaidTrees, TrustSigns); err != nil {
		return nil, err
	}
	if m.trust, err = trees(f, TrustTrees, TrustSigns); err != nil {
		return nil, err
	}
	return m, nil
}

// trees reads trees of a file, nil where it has none of this name.
func trees(f *linear.File, name string, signs []string) (*boost.Model, error) {
	m, err := boost.OpenFor(f, name, signs)
	if errors.Is(err, linear.ErrForeign) {
		return nil, nil
	}
	return m, err
}

// Section is the section of the model file that holds the numbers.
func (n Numbers) Section() linear.Section {
	s := linear.Section{Name: "numbers"}
	for _, v := range []float64{n.Scale, n.LeastLikely} {
		s.Data = binary.LittleEndian.AppendUint64(s.Data, math.Float64bits(v))
	}
	return s
}

func number(s string) float64 {
	return math.Float64frombits(binary.LittleEndian.Uint64([]byte(s[:8])))
}
