package boost

import (
	"math/rand/v2"
	"testing"

	"github.com/seed05c9d22b/newstext/internal/linear"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// ring makes examples whose class no linear model of x and y can tell.
func ring(n int) []Example {
	r := rand.New(rand.NewPCG(1, 2))
	examples := make([]Example, n)
	for i := range examples {
		x, y := r.Float32()*2-1, r.Float32()*2-1
		class := 0
		if d := x*x + y*y; d > 0.3 && d < 0.8 {
			class = 1
		}
		examples[i] = Example{X: []float32{x, y, r.Float32()}, Class: class, Group: i}
	}
	return examples
}

var ringFeatures = []string{"x", "y", "noise"}

func share(n int, right func(i int) bool) float64 {
	sum := 0
	for i := range n {
		if right(i) {
			sum++
		}
	}
	return float64(sum) / float64(n)
}

func TestTreesLearnWhatIsNotLinear(t *testing.T) {
	examples := ring(4000)
	m := Train(ringFeatures, examples[:3000], Options{Rounds: 60})
	test := examples[3000:]
	assert.Greater(t, share(len(test), func(i int) bool { return (m.Score(test[i].X) > 0) == (test[i].Class == 1) }), 0.95)
}

func TestClassesGetAnOutputEach(t *testing.T) {
	examples := ring(3000)
	for i, e := range examples {
		if e.X[0] > 0 && e.Class == 1 {
			examples[i].Class = 2
		}
	}
	m := Train(ringFeatures, examples, Options{Objective: Classes, Classes: 3, Rounds: 40})
	require.Equal(t, 3, m.Outputs())
	scores := make([]float32, 3)
	assert.Greater(t, share(len(examples), func(i int) bool {
		m.ScoreAll(scores, examples[i].X)
		Softmax(scores)
		assert.InDelta(t, 1, scores[0]+scores[1]+scores[2], 1e-5)
		for _, s := range scores {
			if s > scores[examples[i].Class] {
				return false
			}
		}
		return true
	}), 0.95)
}

func TestChoiceComparesCandidatesWithEachOther(t *testing.T) {
	// the right candidate is the one nearest to what all its rivals share
	r := rand.New(rand.NewPCG(3, 4))
	var examples []Example
	for c := range 800 {
		shift, best := r.Float32()*10, 0
		first := len(examples)
		for range 2 + r.IntN(4) {
			examples = append(examples, Example{X: []float32{shift, r.Float32()}, Choice: c, Group: c})
		}
		for i := range examples[first:] {
			if examples[first+i].X[1] > examples[first+best].X[1] {
				best = i
			}
		}
		examples[first+best].Class = 1
	}
	m := Train([]string{"shift", "size"}, examples, Options{Objective: Choice, Rounds: 50})
	right, all := 0, 0
	for i := 0; i < len(examples); {
		best, j := i, i
		for ; j < len(examples) && examples[j].Choice == examples[i].Choice; j++ {
			if m.Score(examples[j].X) > m.Score(examples[best].X) {
				best = j
			}
		}
		all++
		right += examples[best].Class
		i = j
	}
	assert.Greater(t, float64(right)/float64(all), 0.9)
}

func TestTheSameExamplesGiveTheSameTrees(t *testing.T) {
	o := Options{Rounds: 10, RowShare: 0.7, FeatureShare: 0.7, Seed: 5}
	assert.Equal(t, Train(ringFeatures, ring(500), o), Train(ringFeatures, ring(500), o))
}

func TestCrossScoresComeFromTreesThatDidNotSeeTheGroup(t *testing.T) {
	examples := ring(2000)
	scores := Cross(ringFeatures, examples, 5, Options{Rounds: 40})
	right := share(len(examples), func(i int) bool { return (scores[i][0] > 0) == (examples[i].Class == 1) })
	assert.Greater(t, right, 0.9)
}

func write(t *testing.T, m *Model) string {
	data, err := linear.Encode("test", m.Sections("ring"))
	require.NoError(t, err)
	return string(data)
}

func TestAFileGivesTheModelBack(t *testing.T) {
	m := Train(ringFeatures, ring(500), Options{Objective: Classes, Classes: 2, Rounds: 5})
	file, err := linear.Open(write(t, m))
	require.NoError(t, err)
	got, err := Open(file, "ring")
	require.NoError(t, err)
	assert.Equal(t, m, got)
	_, err = Open(file, "other")
	assert.ErrorIs(t, err, linear.ErrForeign)
	_, err = OpenFor(file, "ring", ringFeatures)
	require.NoError(t, err)
	got, err = OpenFor(file, "ring", []string{"new", "y", "x", "noise"})
	require.NoError(t, err)
	for _, e := range ring(20) {
		assert.Equal(t, m.Score(e.X), got.Score([]float32{7, e.X[1], e.X[0], e.X[2]}), "features are found by their names")
	}
	_, err = OpenFor(file, "ring", []string{"y", "x", "sound"})
	assert.ErrorContains(t, err, "other features")
}

func TestFeaturesOfOneNameAreKnownByTheirOrder(t *testing.T) {
	m := Train([]string{"x", "x", "noise"}, ring(200), Options{Rounds: 8, Leaves: 4})
	file, err := linear.Open(write(t, m))
	require.NoError(t, err)
	got, err := OpenFor(file, "ring", []string{"new", "x", "noise", "x"})
	require.NoError(t, err)
	for _, e := range ring(20) {
		assert.Equal(t, m.Score(e.X), got.Score([]float32{7, e.X[0], e.X[2], e.X[1]}))
	}
}

func TestTreesThatAreNoneAreRefused(t *testing.T) {
	for name, m := range map[string]*Model{
		"a node leads back":         {features: []string{"x"}, outputs: 1, trees: []tree{{{left: 1}, {left: 1}, {}}}},
		"a node leads out":          {features: []string{"x"}, outputs: 1, trees: []tree{{{left: 2}, {}, {}}}},
		"a feature is not there":    {features: []string{"x"}, outputs: 1, trees: []tree{{{feature: 1, left: 1}, {}, {}}}},
		"a tree is empty":           {features: []string{"x"}, outputs: 1, trees: []tree{{}}},
		"an output lacks its trees": {features: []string{"x"}, outputs: 2, trees: []tree{{{}}}},
	} {
		file, err := linear.Open(write(t, m))
		require.NoError(t, err)
		_, err = Open(file, "ring")
		assert.ErrorIs(t, err, linear.ErrDamaged, name)
	}
}

func FuzzOpen(f *testing.F) {
	m := Train(ringFeatures, ring(200), Options{Rounds: 2, Leaves: 4})
	s := m.Sections("ring")
	f.Add(s[0].Data, s[1].Data, s[2].Data)
	f.Fuzz(func(t *testing.T, head, sizes, nodes []byte) {
		data, err := linear.Encode("fuzz", []linear.Section{{Name: "ring.boost.head", Data: head}, {Name: "ring.boost.sizes", Data: sizes}, {Name: "ring.boost.nodes", Data: nodes}})
		require.NoError(t, err)
		file, err := linear.Open(string(data))
		require.NoError(t, err)
		m, err := Open(file, "ring")
		if err != nil {
			return
		}
		if m.Outputs() < 1000 {
			m.ScoreAll(make([]float32, m.Outputs()), make([]float32, len(m.Features())))
		}
	})
}

func BenchmarkScore(b *testing.B) {
	examples := ring(3000)
	m := Train(ringFeatures, examples, Options{})
	b.ReportAllocs()
	for i := 0; b.Loop(); i++ {
		m.Score(examples[i%len(examples)].X)
	}
}
