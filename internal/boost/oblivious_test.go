package boost

import (
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/seed05c9d22b/newstext/internal/linear"
)

var smallFeatures = []string{"a", "b", "x", "c", "y", "d", "e", "f", "g", "h", "i"}

// smallRing makes examples whose class no linear model of x and y can tell; the other
// features are noise.
func smallRing(n int) []Small {
	r := rand.New(rand.NewPCG(3, 4))
	out := make([]Small, n)
	for i := range out {
		e := &out[i]
		for range smallFeatures {
			e.X = append(e.X, uint8(r.IntN(Most+1)))
		}
		x, y := int(e.X[2])-64, int(e.X[4])-64
		if x*x+y*y < 40*40 {
			e.Class = 1
		}
	}
	return out
}

func TestObliviousTreesLearnWhatIsNotLinear(t *testing.T) {
	examples := smallRing(4000)
	m := TrainOblivious(smallFeatures, examples[:3000], Options{Rounds: 60})
	right := share(1000, func(i int) bool { return (m.ScoreOne(examples[3000+i].X) > 0) == (examples[3000+i].Class == 1) })
	assert.Greater(t, right, 0.95)
}

func TestRowsTogetherHaveTheScoresOfEach(t *testing.T) {
	examples := smallRing(1000)
	for _, rounds := range []int{3, 70} {
		m := TrainOblivious(smallFeatures, examples, Options{Rounds: rounds, RowShare: 0.6, FeatureShare: 0.5})
		var rows Rows
		var scores [MostRows]float32
		for from, n := 0, 1; n <= MostRows && from+n < len(examples); from, n = from+n, n+1 {
			some := examples[from : from+n]
			rows.Clear()
			for _, e := range some {
				rows.Add(e.X)
			}
			m.Score(scores[:], &rows)
			for k, e := range some {
				require.Equal(t, m.ScoreOne(e.X), scores[k])
			}
		}
	}
}

func TestTheSameExamplesGiveTheSameObliviousTrees(t *testing.T) {
	o := Options{Rounds: 10, RowShare: 0.7, FeatureShare: 0.7, Seed: 5}
	assert.Equal(t, TrainOblivious(smallFeatures, smallRing(500), o), TrainOblivious(smallFeatures, smallRing(500), o))
}

func TestAHeavyExampleCountsLikeMany(t *testing.T) {
	once := smallRing(300)
	twice := append(slices.Clone(once), once...)
	heavy := slices.Clone(once)
	for i := range heavy {
		heavy[i].Weight = 2
	}
	a, b := TrainOblivious(smallFeatures, twice, Options{Rounds: 5}), TrainOblivious(smallFeatures, heavy, Options{Rounds: 5})
	for _, e := range once {
		require.InDelta(t, a.ScoreOne(e.X), b.ScoreOne(e.X), 0.01)
	}
}

func TestPartsSumUpToTheScore(t *testing.T) {
	examples := smallRing(500)
	m := TrainOblivious(smallFeatures, examples, Options{Rounds: 20})
	kinds := make([]uint8, len(smallFeatures))
	kinds[2], kinds[4] = 1, 2
	explainer := m.Explainer(kinds)
	rest := m.bias
	for i := range m.means {
		rest += int32(m.means[i][1])
	}
	const n = 13
	var rows Rows
	var scores []float32
	for _, e := range examples[:n] {
		rows.Add(e.X)
		scores = append(scores, m.ScoreOne(e.X))
	}
	var sums [n]Parts
	explainer.Explain(sums[:], &rows, scores)
	for k, parts := range sums {
		assert.InDelta(t, scores[k], inOdds(rest)+parts[0]+parts[1]+parts[2], 1e-4)
		assert.NotZero(t, parts[1])
	}
}

func encoded(t *testing.T, sections []linear.Section) *linear.File {
	data, err := linear.Encode("test", sections)
	require.NoError(t, err)
	file, err := linear.Open(string(data))
	require.NoError(t, err)
	return file
}

func TestAFileGivesTheObliviousModelBack(t *testing.T) {
	examples := smallRing(200)
	m := TrainOblivious(smallFeatures, examples, Options{Rounds: 5})
	file := encoded(t, m.Sections("ring"))
	got, err := OpenOblivious(file, "ring", smallFeatures)
	require.NoError(t, err)
	assert.Equal(t, m, got)
	got, err = OpenOblivious(file, "ring", append([]string{"new"}, smallFeatures...))
	require.NoError(t, err)
	for _, e := range examples {
		require.Equal(t, m.ScoreOne(e.X), got.ScoreOne(append([]uint8{9}, e.X...)))
	}
	_, err = OpenOblivious(file, "ring", smallFeatures[1:])
	assert.Error(t, err)
	_, err = OpenOblivious(file, "other", smallFeatures)
	assert.ErrorIs(t, err, linear.ErrForeign)
}

func TestObliviousTreesThatAreNoneAreRefused(t *testing.T) {
	m := TrainOblivious([]string{"x", "y"}, []Small{{X: []uint8{1, 2}}, {X: []uint8{2, 2}, Class: 1}}, Options{Rounds: 1})
	for name, damage := range map[string]func(asks, values *[]byte){
		"a feature is not there":  func(asks, _ *[]byte) { (*asks)[2*3] = 2 },
		"a bound is 0":            func(asks, _ *[]byte) { (*asks)[1] = 0 },
		"a bound is too large":    func(asks, _ *[]byte) { (*asks)[1] = 128 },
		"a tree has no questions": func(asks, _ *[]byte) { *asks = nil },
		"values are missing":      func(_, values *[]byte) { *values = (*values)[:2*treeLeaves] },
	} {
		sections := m.Sections("ring")
		damage(&sections[1].Data, &sections[2].Data)
		_, err := OpenOblivious(encoded(t, sections), "ring", []string{"x", "y"})
		assert.ErrorIs(t, err, linear.ErrDamaged, name)
	}
}

func BenchmarkRows(b *testing.B) {
	examples := smallRing(4000)
	m := TrainOblivious(smallFeatures, examples, Options{Rounds: 128})
	var rows Rows
	var scores [MostRows]float32
	for i := 0; b.Loop(); i++ {
		rows.Clear()
		for range MostRows {
			rows.Add(examples[i%len(examples)].X)
			i++
		}
		m.Score(scores[:], &rows)
	}
}
