package attribution

import (
	_ "embed"
	"encoding/binary"
	"sync"

	"github.com/seed05c9d22b/newstext/internal/linear"
)

// ModelClasses are the classes of the model: choices with Classes use one for
// each candidate but the first, the others use the first class alone.
var ModelClasses = []string{"1", "2", "3"}

// ModelName is the name of the model file, and of the model in it.
const ModelName = "attribution"

//go:embed attribution.model
var modelData string

// model scores candidates.
type model struct {
	weights linear.Scorer
	scale   float64 // what a weight of one is in the model's integers
}

var embedded = sync.OnceValue(func() *model {
	f, err := linear.OpenEmbedded(modelData)
	if err != nil {
		panic(err) // the embedded file is checked by a test
	}
	m, err := openModel(f)
	if err != nil {
		panic(err)
	}
	return m
})

// openModel reads the model of a file.
func openModel(f *linear.File) (*model, error) {
	w, err := f.Model(ModelName)
	if err != nil {
		return nil, err
	}
	m := &model{weights: w, scale: 16}
	if s, ok := f.Section("scale"); ok && len(s) >= 4 {
		m.scale = float64(binary.LittleEndian.Uint32([]byte(s))) / 256
	}
	return m, nil
}
