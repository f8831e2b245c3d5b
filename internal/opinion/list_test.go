package opinion

import (
	"os"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/seed05c9d22b/newstext/internal/lexicon"
	"github.com/seed05c9d22b/newstext/internal/linear"
)

func readList(t *testing.T, name string) *lexicon.List {
	t.Helper()
	text, err := os.ReadFile("../lexicon/lists/" + name + ".tsv")
	require.NoError(t, err)
	l, err := lexicon.ParseList(name, string(text))
	require.NoError(t, err)
	return l
}

func TestFramesAreWellFormed(t *testing.T) {
	for _, r := range readList(t, "frames").Rows {
		lemma, pos, class, theme := r[0], r[1], r[2], r[3]
		assert.Contains(t, []string{"v", "n", "a"}, pos, lemma)
		assert.NotZero(t, classID(class), lemma)
		if p, ok := strings.CutPrefix(theme, "pp:"); ok {
			assert.NotEmpty(t, p, lemma)
		} else {
			assert.Contains(t, []string{"obj", "comp"}, theme, lemma)
		}
		for _, v := range r[5:] {
			n, err := strconv.Atoi(v)
			assert.NoError(t, err, lemma)
			assert.True(t, -2 <= n && n <= 2, "%s: %s", lemma, v)
		}
	}
}

func TestPolarityIsInRange(t *testing.T) {
	for _, r := range readList(t, "polarity").Rows {
		v, err := strconv.ParseFloat(r[1], 64)
		assert.NoError(t, err, r[0])
		assert.True(t, -1 <= v && v <= 1 && v != 0, r[0])
	}
}

func TestClosedListsHaveKnownKinds(t *testing.T) {
	for _, r := range readList(t, "modifiers").Rows {
		assert.NotZero(t, index(modifierNames, r[1]), r[0])
	}
	for _, r := range readList(t, "function_words").Rows {
		assert.NotZero(t, index(closedNames, r[1]), r[0])
	}
}

func TestModelsOpen(t *testing.T) {
	for _, data := range []string{toneData, stanceData} {
		_, err := linear.Open(data)
		require.NoError(t, err, "the checksum holds")
	}
	require.NotNil(t, toneModel())
	assert.Equal(t, []string{"negative", "neutral", "positive"}, toneModel().Labels())
	j, err := OpenJudges(stanceData)
	require.NoError(t, err)
	assert.Greater(t, j.Threshold, float32(0))
}

func TestTrustIsWellFormed(t *testing.T) {
	n := 0
	require.NoError(t, eachTrust(trustData, func(k Trust, share float64) {
		n++
		assert.Contains(t, frameClasses, k.Class)
		assert.NotZero(t, k.Sign)
		frame := Frame{Class: k.Class, classID: classID(k.Class), Lemma: k.Lemma}
		fill := Fill{Frame: &frame, How: k.How, Sign: k.Sign}
		assert.InDelta(t, share, trusts().of(&fill, flag(k.Voice)), 1e-6)
		fill.Frame.Lemma = "no such lemma"
		if k.Lemma == "" {
			assert.InDelta(t, share, trusts().of(&fill, flag(k.Voice)), 1e-6, "a rare lemma has the share of its class")
		}
	}))
	assert.NotZero(t, n)
	for _, list := range []string{"header\nplainly\taccuse\n", "header\noddly\taccuse\tblame\t-1\tother\t0.5\t9\n", "header\nplainly\taccuse\tblame\t-1\tother\t1.5\t9\n"} {
		assert.ErrorContains(t, eachTrust(list, func(Trust, float64) {}), "trust.tsv:2")
	}
}

func TestInfo(t *testing.T) {
	var d dictionary
	for _, c := range []struct {
		word, stem string
		valence    bool
		frames     bool
		closed     Closed
		modifier   Modifier
	}{
		{"Accused", "accus", true, true, Open, Plain},
		{"drew", "draw", false, false, Open, Plain},
		{"fought", "fight", true, true, Open, Plain},
		{"n't", "n't", false, false, Auxiliary, Negation},
		{"deeply", "deepli", false, false, Open, Intensifier},
		{"may", "may", false, false, Auxiliary, Hedge},
		{",", ",", false, false, Mark, Plain},
		{"", "", false, false, Mark, Plain},
		{strings.Repeat("x", 1000), strings.Repeat("x", 64), false, false, Open, Plain},
	} {
		x := d.infoOf(c.word)
		assert.Equal(t, c.stem, x.Stem, c.word)
		assert.Equal(t, c.valence, x.Valence != 0, c.word)
		assert.Equal(t, c.frames, len(x.frames) > 0, c.word)
		assert.Equal(t, c.closed, x.Closed, c.word)
		assert.Equal(t, c.modifier, x.Modifier, c.word)
		assert.Same(t, x, d.infoOf(c.word))
	}
}
