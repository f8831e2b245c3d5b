package entity

import (
	"bytes"
	"errors"
	"os"
	"strings"
	"testing"
	"testing/iotest"

	"github.com/seed05c9d22b/newstext/article"
	"github.com/seed05c9d22b/newstext/internal/linear"
	"github.com/seed05c9d22b/newstext/internal/ner"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func shippedModel(t *testing.T) []byte {
	data, err := os.ReadFile("../internal/ner/ner.model")
	require.NoError(t, err)
	return data
}

func TestExtractorFindsNamesByTheModelItIsGiven(t *testing.T) {
	a := article.Parse("Anna Holt met Peter Korvalt in Paris.")
	m, err := ReadModel(bytes.NewReader(shippedModel(t)))
	require.NoError(t, err)
	assert.Equal(t, Extract(a), Extractor{Model: m}.Extract(a), "the shipped model, read from its file")
	assert.Equal(t, Extract(a), Extractor{Model: new(Model)}.Extract(a), "the zero Model is the shipped one")

	// A model that has learned nothing finds nothing.
	trainer := linear.NewTrainer(ner.LabelNames(), linear.TrainerOptions{})
	trainer.Update([]uint64{1}, 1, 1)
	trainer.Tick()
	var sections []linear.Section
	for _, name := range []string{"names", "second"} {
		s, err := linear.ModelSections(name, trainer.Labels(), trainer.Pack(linear.PackOptions{}))
		require.NoError(t, err)
		sections = append(sections, s...)
	}
	file, err := linear.Encode("names", sections)
	require.NoError(t, err)
	m, err = ReadModel(bytes.NewReader(file))
	require.NoError(t, err)
	assert.Empty(t, Extractor{Model: m}.Extract(a))
}

func TestUnfitModelsAreRefused(t *testing.T) {
	whole := shippedModel(t)
	flipped := bytes.Clone(whole)
	flipped[len(flipped)/2] ^= 1
	later := bytes.Clone(whole)
	later[8]++
	other, err := os.ReadFile("../internal/segment/lines.model")
	require.NoError(t, err)
	for _, c := range []struct {
		shows string
		data  []byte
		want  error
	}{
		{"empty file", nil, ErrModelForeign},
		{"text", []byte("names\tperson\n"), ErrModelForeign},
		{"model of something else", other, ErrModelForeign},
		{"cut off", whole[:len(whole)-1], ErrModelDamaged},
		{"one wrong bit", flipped, ErrModelDamaged},
		{"version to come", later, ErrModelVersion},
	} {
		t.Run(c.shows, func(t *testing.T) {
			m, err := ReadModel(bytes.NewReader(c.data))
			assert.Nil(t, m)
			assert.ErrorIs(t, err, c.want)
			assert.True(t, strings.HasPrefix(err.Error(), "entity: "), err)
		})
	}
	broken := errors.New("broken pipe")
	_, err = ReadModel(iotest.ErrReader(broken))
	assert.ErrorIs(t, err, broken)
}
