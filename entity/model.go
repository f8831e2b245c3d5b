package entity

import (
	"errors"
	"fmt"
	"io"

	"github.com/seed05c9d22b/newstext/internal/linear"
	"github.com/seed05c9d22b/newstext/internal/ner"
)

// Model finds names and tells their types apart. The library comes with one; a
// user with labelled texts of his own trains another by the command that made it,
//
//	go run github.com/seed05c9d22b/newstext/internal/train/ner -data DIR -out FILE -sets=false
//
// reads it with [ReadModel] and gives it to an [Extractor]. DIR/stories holds
// train.jsonl.gz and perhaps dev.jsonl.gz, analyses as the root package writes them, one a
// line. A Model is immutable and safe for concurrent use.
type Model struct {
	names *ner.Model
}

// Errors that [ReadModel] wraps, beside those of its reader.
var (
	ErrModelForeign = errors.New("not a model of names")
	ErrModelVersion = errors.New("model of another version of the library")
	ErrModelDamaged = errors.New("damaged model")
)

// ReadModel reads a model file as the training command wrote it. It refuses a
// file that is not one, and one with a single wrong byte.
func ReadModel(r io.Reader) (*Model, error) {
	data, err := io.ReadAll(r)
	if err != nil {
		return nil, fmt.Errorf("entity: %w", err)
	}
	f, err := ner.Open(string(data))
	if err != nil {
		kind := ErrModelForeign
		switch {
		case errors.Is(err, linear.ErrVersion):
			kind = ErrModelVersion
		case errors.Is(err, linear.ErrDamaged):
			kind = ErrModelDamaged
		}
		return nil, fmt.Errorf("entity: %w: %w", kind, err)
	}
	return &Model{f}, nil
}

func (m *Model) finder() *ner.Model {
	if m == nil || m.names == nil {
		return ner.Default()
	}
	return m.names
}
