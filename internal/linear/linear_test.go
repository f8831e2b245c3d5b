package linear

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// sample is a small file with a model and a table.
func sample(t testing.TB, rows []Row, classes int) []byte {
	t.Helper()
	labels := make([]string, classes)
	for i := range labels {
		labels[i] = fmt.Sprintf("class%d", i)
	}
	sections, err := ModelSections("m", labels, rows)
	require.NoError(t, err)
	table, err := TableSections("t", []Entry{{Hash("Berlin"), 7}, {Hash("Paris"), 65535}, {Hash(""), 0}})
	require.NoError(t, err)
	data, err := Encode("sample", append(sections, table...))
	require.NoError(t, err)
	return data
}

func TestFileRoundTrip(t *testing.T) {
	rows := []Row{
		{Hash("suffix=ing"), []Weight{{1, 100}, {4, -127}}},
		{Hash("all"), []Weight{{0, 1}, {1, 2}, {2, 3}, {3, 4}, {4, 5}}},
	}
	f, err := Open(string(sample(t, rows, 5)))
	require.NoError(t, err)
	assert.Equal(t, "sample", f.Name())
	m, err := f.Model("m")
	require.NoError(t, err)
	assert.Equal(t, "class4", m.Label(4))

	var s Scores
	m.Score(&s, []uint64{Hash("suffix=ing"), Hash("unknown"), Hash("all")})
	assert.Equal(t, []int32{1, 102, 3, 4, -122}, s[:5])
	assert.Equal(t, 1, m.Best(&s))

	table, err := f.Table("t")
	require.NoError(t, err)
	for word, want := range map[string]uint16{"Berlin": 7, "Paris": 65535, "": 0} {
		got, ok := table.Lookup(Hash(word))
		assert.True(t, ok, word)
		assert.Equal(t, want, got, word)
	}
	_, ok := table.Lookup(Hash("London"))
	assert.False(t, ok)
	_, err = f.Model("other")
	assert.ErrorIs(t, err, ErrForeign)
}

func TestDamageAtEveryByteIsRefused(t *testing.T) {
	data := sample(t, []Row{{Hash("a"), []Weight{{1, 1}}}}, 3)
	for i := range data {
		broken := bytes.Clone(data)
		broken[i] ^= 0x10
		_, err := Open(string(broken))
		require.Error(t, err, "byte %d", i)
	}
	for i := range data {
		_, err := Open(string(data[:i]))
		require.Error(t, err, "cut at %d", i)
		_, err = OpenEmbedded(string(data[:i]))
		require.Error(t, err, "cut at %d", i)
	}
	_, err := Open(string(data) + "x")
	assert.ErrorIs(t, err, ErrDamaged)
}

func TestErrorsSayWhatIsWrong(t *testing.T) {
	_, err := Open("GIF89a and more")
	assert.ErrorIs(t, err, ErrForeign)
	_, err = Open("")
	assert.ErrorIs(t, err, ErrForeign)
	data := sample(t, nil, 3)
	data[8] = 9
	_, err = Open(string(data))
	assert.ErrorIs(t, err, ErrVersion)
	assert.ErrorContains(t, err, "version 9")
	data[8] = 1
	data[len(data)-1]++
	_, err = Open(string(data))
	assert.ErrorContains(t, err, "checksum")
}

// TestModelEqualsItsRows compares a large model with sums made by hand.
func TestModelEqualsItsRows(t *testing.T) {
	for _, classes := range []int{1, 3, 17, 90, MaxClasses} {
		r := rand.New(rand.NewPCG(1, uint64(classes)))
		var rows []Row
		for i := range 20000 {
			row := Row{Feature: Mix(7, uint64(i))}
			for c := range classes {
				if r.IntN(5) == 0 || i%50 == 0 {
					row.Weights = append(row.Weights, Weight{uint8(c), int8(r.IntN(255) - 127)})
				}
			}
			rows = append(rows, row)
		}
		f, err := Open(string(sample(t, rows, classes)))
		require.NoError(t, err)
		m, err := f.Model("m")
		require.NoError(t, err)
		different := 0
		for _, row := range rows {
			var got, want Scores
			m.Score(&got, []uint64{row.Feature})
			for _, w := range row.Weights {
				want[w.Class] = int32(w.Value)
			}
			if got != want {
				different++ // a row that the format cannot tell from another
			}
		}
		assert.LessOrEqual(t, different, 2)
	}
}

func TestTrainerLearnsAndResumes(t *testing.T) {
	labels := []string{"even", "odd", "zero"}
	example := func(i int) ([]uint64, int) {
		gold := i % 2
		if i == 0 {
			gold = 2
		}
		return []uint64{Mix(1, uint64(i%10)), Mix(2, uint64(i)), 0}, gold
	}
	train := func(tr *Trainer, from, to int) {
		for epoch := from; epoch < to; epoch++ {
			for i := range 100 {
				features, gold := example(i)
				var s Scores
				tr.Score(&s, features)
				if guess := s.Best(len(labels)); guess != gold {
					tr.Update(features, gold, 1)
					tr.Update(features, guess, -1)
				}
				tr.Tick()
			}
		}
	}
	whole := NewTrainer(labels, TrainerOptions{})
	train(whole, 0, 10)
	m, err := whole.Model("numbers", PackOptions{})
	require.NoError(t, err)
	for i := range 100 {
		features, gold := example(i)
		var s Scores
		m.Score(&s, features)
		assert.Equal(t, labels[gold], m.Label(m.Best(&s)), i)
	}

	first := NewTrainer(labels, TrainerOptions{})
	train(first, 0, 4)
	second := NewTrainer(labels, TrainerOptions{})
	require.NoError(t, second.Restore(first.Checkpoint()))
	train(second, 4, 10)
	assert.Equal(t, whole.Pack(PackOptions{}), second.Pack(PackOptions{}), "resumed training gives the same weights")
}

func TestPackHoldsItsLimit(t *testing.T) {
	tr := NewTrainer([]string{"a", "b", "c", "d"}, TrainerOptions{})
	r := rand.New(rand.NewPCG(1, 2))
	for range 20000 {
		tr.Update([]uint64{Mix(1, r.Uint64N(5000))}, r.IntN(4), int32(r.IntN(9)-4))
		tr.Tick()
	}
	for _, limit := range []int{1000, 20000, 1 << 20} {
		sections, err := ModelSections("m", tr.Labels(), tr.Pack(PackOptions{MaxBytes: limit}))
		require.NoError(t, err)
		assert.LessOrEqual(t, len(sections[1].Data)+len(sections[2].Data)+len(sections[3].Data), limit+limit/10)
	}
}

func TestHashSpreads(t *testing.T) {
	seen := map[uint64]string{}
	for i := range 200000 {
		w := fmt.Sprintf("w%d", i)
		h := Hash(w)
		if other, ok := seen[h]; ok {
			t.Fatalf("%q and %q have the same hash", w, other)
		}
		seen[h] = w
	}
	assert.NotEqual(t, Hash("abcd"), Hash("abdc"))
	assert.NotEqual(t, Hash(""), Hash("\x00"))
	assert.NotEqual(t, Mix(1, 2), Mix(2, 1))
}

func FuzzOpen(f *testing.F) {
	f.Add(sample(f, []Row{{Hash("a"), []Weight{{1, 1}}}}, 3))
	f.Fuzz(func(t *testing.T, data []byte) {
		file, err := Open(string(data))
		if err != nil {
			return
		}
		file.Model("m")
		file.Table("t")
	})
}

func BenchmarkScore(b *testing.B) {
	for _, classes := range []int{4, 17, 50, 100} {
		b.Run(fmt.Sprintf("classes=%d", classes), func(b *testing.B) {
			r := rand.New(rand.NewPCG(1, 2))
			var rows []Row
			for i := range 200000 {
				row := Row{Feature: Mix(7, uint64(i))}
				for c := range classes {
					if r.IntN(classes) < 4 {
						row.Weights = append(row.Weights, Weight{uint8(c), 5})
					}
				}
				rows = append(rows, row)
			}
			file, err := Open(string(sample(b, rows, classes)))
			require.NoError(b, err)
			m, err := file.Model("m")
			require.NoError(b, err)
			features := make([]uint64, 40)
			var s Scores
			for i := 0; b.Loop(); i++ {
				for j := range features {
					features[j] = Mix(7, uint64((i*40+j)*7919%400000)) // half of them known
				}
				m.Score(&s, features)
			}
		})
	}
}

func TestEachIsTheScoreOfOneFeature(t *testing.T) {
	for _, classes := range []int{2, 3, 4} {
		r := rand.New(rand.NewPCG(3, uint64(classes)))
		var rows []Row
		var features []uint64
		for i := range 300 {
			row := Row{Feature: Mix(9, uint64(i))}
			for c := range classes {
				row.Weights = append(row.Weights, Weight{uint8(c), int8(r.IntN(255) - 127)})
			}
			rows = append(rows, row)
			features = append(features, row.Feature, Mix(10, uint64(i)))
		}
		f, err := Open(string(sample(t, rows, classes)))
		require.NoError(t, err)
		m, err := f.Model("m")
		require.NoError(t, err)
		got := make([][denseClasses]int8, len(features))
		m.Each(got, features)
		for k, feature := range features {
			var s Scores
			m.Score(&s, []uint64{feature})
			for c, w := range got[k][:classes] {
				require.Equal(t, s[c], int32(w))
			}
		}
	}
}

func TestMergeIsTheSum(t *testing.T) {
	labels := []string{"a", "b", "c"}
	one, two := NewTrainer(labels, TrainerOptions{MinUpdates: 2}), NewTrainer(labels, TrainerOptions{MinUpdates: 2})
	for range 10 {
		one.Update([]uint64{1, 2}, 0, 3)
		two.Update([]uint64{2, 3}, 1, 3)
		one.Tick()
		two.Tick()
	}
	two.Update([]uint64{9}, 2, 1) // too rare
	one.Merge(two)
	weights := map[uint64][]Weight{}
	for _, r := range one.Pack(PackOptions{}) {
		weights[r.Feature] = r.Weights
	}
	assert.Len(t, weights, 3)
	assert.Equal(t, weights[1][0], weights[2][0], "what one has learned")
	assert.Equal(t, weights[3][0], weights[2][1], "what the other has learned")
}

// BenchmarkLookup looks up features as a tagger does, in a table that is larger than
// the second level of caches: few are asked for often, one in four is unknown.
func BenchmarkLookup(b *testing.B) {
	const known, classes = 250000, 60
	r := rand.New(rand.NewPCG(1, 2))
	var rows []Row
	for i := range known {
		row := Row{Feature: Mix(7, uint64(i)), Weights: []Weight{{uint8(r.IntN(classes / 2)), 5}}}
		for c := classes / 2; c < classes && r.IntN(2) == 0; c++ {
			row.Weights = append(row.Weights, Weight{uint8(c), -5})
		}
		rows = append(rows, row)
	}
	file, err := Open(string(sample(b, rows, classes)))
	require.NoError(b, err)
	m, err := file.Model("m")
	require.NoError(b, err)
	zipf := rand.NewZipf(r, 1.05, 20, known*4/3)
	vectors := make([][]uint64, 2000)
	for i := range vectors {
		for range 48 {
			vectors[i] = append(vectors[i], Mix(7, zipf.Uint64()))
		}
	}
	var s Scores
	for i := 0; b.Loop(); i++ {
		m.Score(&s, vectors[i%len(vectors)])
	}
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/48, "ns/feature")
}
