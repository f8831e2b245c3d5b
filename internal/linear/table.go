package linear

import (
	"cmp"
	"encoding/binary"
	"fmt"
	"math/bits"
	"slices"
)

// Table maps the hashes of words to 16-bit numbers. It is immutable and safe
// for concurrent use.
//
// The words themselves are not kept, only 16 bits of their hashes beyond those
// that choose the bucket: a word that is not in the table is taken for one that
// is about once in twenty thousand.
type Table struct {
	seed    uint64
	index   []byte // uint32 numbers of entries, one a bucket and one at the end
	entries []byte // value (2 bytes), check (2 bytes)
	shift   uint8
}

// Entry is a line of a table: a hash, as [Hash] or [Mix] makes it, and a value.
type Entry struct {
	Key   uint64
	Value uint16
}

const (
	tableHead  = 8 // the seed, before the entries
	tableEntry = 4
	seedTries  = 10000
)

// Table opens the table that was written under this name.
func (f *File) Table(name string) (*Table, error) {
	index, at, err := f.need(name + ".index")
	if err != nil {
		return nil, err
	}
	entries, entriesAt, err := f.need(name + ".entries")
	if err != nil {
		return nil, err
	}
	buckets := len(index)/4 - 1
	if len(index)%4 != 0 || buckets < 1 || buckets&(buckets-1) != 0 {
		return nil, damaged(at, "the index of table %q has %d bytes", name, len(index))
	}
	if len(entries) < tableHead || (len(entries)-tableHead)/tableEntry != int(u32(index, len(index)-4)) {
		return nil, damaged(entriesAt, "table %q has %d bytes of entries", name, len(entries))
	}
	return &Table{
		seed:    binary.LittleEndian.Uint64(bytesOf(entries)),
		index:   bytesOf(index),
		entries: bytesOf(entries[tableHead:]),
		shift:   uint8(64 - bits.TrailingZeros(uint(buckets))),
	}, nil
}

// Len is the number of entries.
func (t *Table) Len() int { return len(t.entries) / tableEntry }

// Lookup finds the value of a hash.
func (t *Table) Lookup(key uint64) (uint16, bool) {
	h := Mix(t.seed, key)
	span := binary.LittleEndian.Uint64(t.index[h>>(t.shift&63)*4:])
	for i, end := uint32(span)*tableEntry, uint32(span>>32)*tableEntry; i < end; i += tableEntry {
		e := binary.LittleEndian.Uint32(t.entries[i:])
		if uint16(e>>16) == uint16(h) {
			return uint16(e), true
		}
	}
	return 0, false
}

// TableSections makes the sections of a table. Entries with equal keys must
// have equal values.
func TableSections(name string, entries []Entry) ([]Section, error) {
	sorted := slices.Clone(entries)
	slices.SortFunc(sorted, func(a, b Entry) int {
		return cmp.Or(cmp.Compare(a.Key, b.Key), cmp.Compare(a.Value, b.Value))
	})
	sorted = slices.Compact(sorted)
	for i := 1; i < len(sorted); i++ {
		if sorted[i-1].Key == sorted[i].Key {
			return nil, fmt.Errorf("linear: table %q has the values %d and %d for the key %x", name,
				sorted[i-1].Value, sorted[i].Value, sorted[i].Key)
		}
	}
	buckets := bucketsFor(len(sorted), 3)
	shift := 64 - bits.TrailingZeros(uint(buckets))
	hashed := make([]Entry, len(sorted))
	for seed := range uint64(seedTries) {
		for i, e := range sorted {
			hashed[i] = Entry{Mix(seed, e.Key), e.Value}
		}
		slices.SortFunc(hashed, func(a, b Entry) int { return cmp.Compare(a.Key>>shift<<16|a.Key&0xffff, b.Key>>shift<<16|b.Key&0xffff) })
		if !collide(hashed, shift) {
			return tableSections(name, hashed, seed, buckets, shift), nil
		}
	}
	return nil, fmt.Errorf("linear: table %q: %d entries are too many for 16-bit checks", name, len(sorted))
}

func collide(sorted []Entry, shift int) bool {
	for i := 1; i < len(sorted); i++ {
		a, b := sorted[i-1].Key, sorted[i].Key
		if a>>shift == b>>shift && uint16(a) == uint16(b) {
			return true
		}
	}
	return false
}

func tableSections(name string, hashed []Entry, seed uint64, buckets, shift int) []Section {
	le := binary.LittleEndian
	index := make([]byte, 0, 4*buckets+4)
	entries := le.AppendUint64(nil, seed)
	next := 0
	for b := range buckets {
		index = le.AppendUint32(index, uint32(next))
		for next < len(hashed) && int(hashed[next].Key>>shift) == b {
			entries = le.AppendUint16(entries, hashed[next].Value)
			entries = le.AppendUint16(entries, uint16(hashed[next].Key))
			next++
		}
	}
	index = le.AppendUint32(index, uint32(next))
	return []Section{{name + ".index", index}, {name + ".entries", entries}}
}

// bucketsFor is the power of two that gives buckets of between half and the
// whole of a size on the average; there are two at least.
func bucketsFor(entries, size int) int {
	n := 2
	for n*size < entries {
		n *= 2
	}
	return n
}
