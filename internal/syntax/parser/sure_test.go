package parser

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/seed05c9d22b/newstext/internal/linear"
)

func TestLeadsAreWrittenAndRead(t *testing.T) {
	want := Sure{
		Guide: PassSure{Transitions: [2]int32{1, 2}, Labels: [2]int32{3, 4}},
		Main:  PassSure{Transitions: [2]int32{5, 6}, Labels: [2]int32{7, 80000}},
	}
	b, err := linear.Encode("parser", []linear.Section{want.Section()})
	require.NoError(t, err)
	f, err := linear.Open(string(b))
	require.NoError(t, err)
	got, err := readSure(f)
	require.NoError(t, err)
	assert.Equal(t, want, got)
}

// TestLooksAreAllFeatures sees to it that the stages together are all features.
func TestLooksAreAllFeatures(t *testing.T) {
	m := openModel(t)
	words := sentence("Ministers/NOUN|NNS said/VERB|VBD on/ADP|IN Monday/PROPN|NNP that/SCONJ|IN talks/NOUN|NNS failed/VERB|VBD ./PUNCT|.")
	p := m.NewParser()
	p.Parse(words, make([]Arc, len(words)))
	for _, of := range []*pass{&p.guide, &p.main} {
		w := of.scorer.(*weights)
		of.begin(&p.forward)
		if !w.guided {
			of.begin(&p.backward)
		}
		of.apply(Shift, 0)
		of.apply(Shift, 0)
		assert.Len(t, of.structure(), w.ends().transitions[stages-2])
		assert.Len(t, of.labelling(of.config.joint(Left)), w.ends().labels[stages-2])
	}
}

func TestSettleCountsWrongDecisions(t *testing.T) {
	var all []decision
	for i := range 1000 {
		all = append(all, decision{leads: [2]int32{int32(i), int32(i)}, same: [2]bool{i != 500 && i != 900, true}})
	}
	assert.Equal(t, [2]int32{900, 1}, needed(all, 0), "no decision ahead by more than 900 is wrong")
	assert.Equal(t, [2]int32{500, 1}, needed(all, 0.001), "one in a thousand may be")
}
