package tally

import (
	"cmp"
	"encoding/json"
	"slices"
)

// Limit is the number of rows that a table may have. A table of names and pairs
// then takes some 20 MB at most, however many stories are counted.
const Limit = 1 << 16

// Table counts by key in bounded memory. Where it has more than Limit rows it
// forgets the rarer half: those whose weight is no more than the median. What is
// frequent stays and is exact but for what was forgotten of it before: a row lacks
// at most Lost. Up to Limit different keys Lost is 0, and all counts are exact.
// (This is the rule of Misra and Gries, 1982, and of Manku and Motwani's lossy
// counting, 2002; the tables of two halves of an archive can be merged.) The zero
// value is an empty table.
type Table[K key[K], V any, P counts[V]] struct {
	Lost int
	rows map[K]P
	// Limit of rows where it is not the usual one.
	limit int
}

// Row is a key with its counts.
type Row[K, V any] struct {
	Key    K `json:"k"`
	Counts V `json:"v"`
}

type key[K any] interface {
	comparable
	compare(K) int
}

type counts[V any] interface {
	*V
	weight() int // what a row is worth, by which tables are sorted and trimmed
	add(V)
}

// Add adds counts to those of a key.
func (t *Table[K, V, P]) Add(k K, v V) {
	if t.rows == nil {
		t.rows = map[K]P{}
	}
	row := t.rows[k]
	if row == nil {
		row = P(new(V))
		t.rows[k] = row
	}
	row.add(v)
	t.trim()
}

// Merge adds all rows of another table.
func (t *Table[K, V, P]) Merge(other *Table[K, V, P]) {
	t.Lost += other.Lost
	for _, r := range other.Rows() {
		t.Add(r.Key, r.Counts)
	}
}

func (t *Table[K, V, P]) trim() {
	limit := cmp.Or(t.limit, Limit)
	if len(t.rows) <= limit {
		return
	}
	weights := make([]int, 0, len(t.rows))
	for _, row := range t.rows {
		weights = append(weights, row.weight())
	}
	slices.Sort(weights)
	cut := weights[len(weights)/2]
	for k, row := range t.rows {
		if row.weight() <= cut {
			delete(t.rows, k)
		}
	}
	t.Lost += cut
}

// Len returns the number of rows.
func (t *Table[K, V, P]) Len() int { return len(t.rows) }

// Rows returns all rows, the heaviest first, and by key where they weigh the same.
func (t *Table[K, V, P]) Rows() []Row[K, V] {
	all := make([]Row[K, V], 0, len(t.rows))
	for k, row := range t.rows {
		all = append(all, Row[K, V]{k, *row})
	}
	slices.SortFunc(all, func(a, b Row[K, V]) int {
		return cmp.Or(cmp.Compare(P(&b.Counts).weight(), P(&a.Counts).weight()), a.Key.compare(b.Key))
	})
	return all
}

// Top returns the first n of Rows.
func (t *Table[K, V, P]) Top(n int) []Row[K, V] {
	all := t.Rows()
	return all[:min(n, len(all))]
}

type tableJSON[K, V any] struct {
	Lost int         `json:"lost"`
	Rows []Row[K, V] `json:"rows"`
}

// MarshalJSON implements json.Marshaler.
func (t *Table[K, V, P]) MarshalJSON() ([]byte, error) {
	return json.Marshal(tableJSON[K, V]{t.Lost, t.Rows()})
}

// UnmarshalJSON implements json.Unmarshaler.
func (t *Table[K, V, P]) UnmarshalJSON(data []byte) error {
	var j tableJSON[K, V]
	if err := json.Unmarshal(data, &j); err != nil {
		return err
	}
	t.Lost, t.rows = j.Lost, make(map[K]P, len(j.Rows))
	for _, r := range j.Rows {
		t.rows[r.Key] = P(&r.Counts)
	}
	return nil
}
