package lexicon

import (
	"encoding/binary"
	"fmt"
	"slices"
)

// Build compiles a list. The result depends on nothing but the list.
func Build(l *List) (Table, error) {
	b := builder{list: l, out: make([]byte, headerColumns+4*len(l.Columns))}
	b.dictionaries()
	for i := range l.Rows {
		if err := b.row(i); err != nil {
			return "", fmt.Errorf("%w: %s.tsv:%d: %v", ErrForm, l.Name, l.lines[i], err)
		}
	}
	if len(b.out) > slotOffset {
		return "", fmt.Errorf("%w: %s.tsv: more than %d bytes", ErrForm, l.Name, slotOffset)
	}
	b.slots()
	copy(b.out, "LEX1")
	if l.Fold {
		b.out[4] |= flagFold
	}
	if l.Stem {
		b.out[4] |= flagStem
	}
	b.put(16, len(l.Rows))
	b.put(20, len(l.Columns))
	return Table(b.out), nil
}

type builder struct {
	list *List
	out  []byte
	dict []map[string]int // a column's values that are written as numbers
	keys []builtKey
}

type builtKey struct {
	text string
	rec  int
}

func (b *builder) put(at, v int) { binary.LittleEndian.PutUint32(b.out[at:], uint32(v)) }

// putMark says of a column that it is dropped.
func (b *builder) putMark(at int) { binary.LittleEndian.PutUint32(b.out[at:], dropped) }

// dictionaries finds the columns with few values, and writes these once.
func (b *builder) dictionaries() {
	b.dict = make([]map[string]int, len(b.list.Columns))
	for c := range b.list.Columns {
		if slices.Contains(b.list.Skip, c) || c > 0 && slices.Contains(b.list.Keys, c) {
			b.putMark(headerColumns + 4*c)
			continue
		}
		if c == 0 {
			continue
		}
		var values []string
		seen := map[string]int{}
		size := 0
		for _, r := range b.list.Rows {
			size += len(r[c])
			if _, ok := seen[r[c]]; !ok {
				seen[r[c]] = len(values)
				values = append(values, r[c])
				size -= len(r[c]) + 5
			}
		}
		if len(values) > 255 || size <= 0 || slices.ContainsFunc(values, func(v string) bool { return len(v) > 255 }) {
			continue
		}
		at := len(b.out)
		b.put(headerColumns+4*c, at)
		b.out = append(b.out, make([]byte, 4*len(values))...)
		for i, v := range values {
			b.put(at+4*i, len(b.out))
			b.out = append(append(b.out, byte(len(v))), v...)
		}
		b.dict[c] = seen
	}
}

// row writes the records of one entry.
func (b *builder) row(i int) error {
	l, r := b.list, b.list.Rows[i]
	own := len(b.out)
	var of []string // the entry's keys so far
	for _, c := range l.Keys {
		for _, k := range splitKeys(r[c]) {
			key := Normal(k, l.Fold)
			if l.Stem {
				key = stemWords(key)
			}
			if key == "" || len(key) > 255 {
				return fmt.Errorf("key %q: empty or too long", k)
			}
			if slices.Contains(of, key) {
				if !l.Stem && c == l.Keys[0] {
					return fmt.Errorf("key %q twice", k)
				}
				continue
			}
			rec := len(b.out)
			first := len(of) == 0
			of = append(of, key)
			b.keys = append(b.keys, builtKey{key, rec})
			b.out = append(append(b.out, byte(len(key))), key...)
			if !first {
				b.out = append(b.out, byte(max(c, 1)), byte(own), byte(own>>8), byte(own>>16))
				continue
			}
			b.out = append(b.out, 0)
			for c, v := range r {
				switch {
				case binary.LittleEndian.Uint32(b.out[headerColumns+4*c:]) == dropped:
				case b.dict[c] != nil:
					b.out = append(b.out, byte(b.dict[c][v]))
				case c == 0 && v == key:
					b.out = append(b.out, 0)
				case len(v) > 255:
					return fmt.Errorf("%s: more than 255 bytes", l.Columns[c])
				default:
					b.out = append(append(b.out, byte(len(v))), v...)
				}
			}
		}
	}
	return nil
}

func splitKeys(field string) []string {
	var out []string
	for at := 0; at <= len(field); {
		end := at
		for end < len(field) && field[end] != ';' {
			end++
		}
		if end > at {
			out = append(out, field[at:end])
		}
		at = end + 1
	}
	return out
}

// slots writes the hash table: the keys in the order of the list, then the
// beginnings of keys that are no keys themselves.
func (b *builder) slots() {
	isKey := map[string]bool{}
	prefix := map[string]int{} // to the record of the first key that has it
	var prefixes []string
	for _, k := range b.keys {
		isKey[k.text] = true
		for i := 1; i < len(k.text); i++ {
			if !Boundary(k.text, i) {
				continue
			}
			p := k.text[:i]
			if _, ok := prefix[p]; !ok {
				prefix[p] = k.rec
				prefixes = append(prefixes, p)
			}
		}
	}
	n := len(b.keys)
	for _, p := range prefixes {
		if !isKey[p] {
			n++
		}
	}
	slots := make([]uint32, n*5/3+2)
	insert := func(text string, v uint32) {
		mixed := Hash(0).Add(text).mix()
		at := Table("").slot(mixed, len(slots))
		for slots[at] != 0 {
			at = (at + 1) % len(slots)
		}
		slots[at] = v | mixed<<slotTagBits
	}
	for _, k := range b.keys {
		v := uint32(k.rec) | slotKey
		if _, ok := prefix[k.text]; ok {
			v |= slotPrefix
		}
		insert(k.text, v)
	}
	for _, p := range prefixes {
		if !isKey[p] {
			insert(p, uint32(prefix[p])|slotPrefix)
		}
	}
	for len(b.out)%4 != 0 {
		b.out = append(b.out, 0)
	}
	b.put(8, len(slots))
	b.put(12, len(b.out))
	for _, v := range slots {
		b.out = binary.LittleEndian.AppendUint32(b.out, v)
	}
}
