package lexicon

// Table is a compiled word list: the bytes of a .tab file. The empty Table has
// no entries. A Table is read only and safe for concurrent use.
//
// Keys are compared in their normal form ([Normal]), with case unless the list
// says "fold". The keys of a list marked "stem" are stems, word by word: look
// them up by stems ([Stemmer]).
//
// Layout, numbers little-endian, offsets from the start:
//
//	0   "LEX1"
//	4   flags: 1 fold, 2 stem
//	8   number of slots
//	12  offset of the slots: uint32 each, linear probing
//	16  number of entries
//	20  number of columns, then 4 bytes for each: offset of its dictionary or 0
//
// A slot holds the offset of a record (21 bits), whether the key ends there
// (slotKey) and whether longer keys begin with it (slotPrefix), and 9 bits of
// the hash. A record is
//
//	length and bytes of the key, via, then
//	via = 0: the fields
//	via > 0: three bytes, the offset of the entry's own record
//
// where a field is a length and its bytes (no bytes for a name that equals the
// key), or the number of a value in the
// column's dictionary.
type Table string

const (
	flagFold = 1
	flagStem = 2

	slotKey     = 1 << 21
	slotPrefix  = 1 << 22
	slotOffset  = slotKey - 1
	slotTagBits = 23

	headerColumns = 24
)

func (t Table) u32(i int) uint32 {
	s := t[i : i+4]
	return uint32(s[0]) | uint32(s[1])<<8 | uint32(s[2])<<16 | uint32(s[3])<<24
}

// Len returns the number of entries.
func (t Table) Len() int {
	if t == "" {
		return 0
	}
	return int(t.u32(16))
}

// Folds reports whether the table disregards case.
func (t Table) Folds() bool { return t != "" && t[4]&flagFold != 0 }

// Hash returns the hash of a key under the table's rule of case, for
// [Table.Find]. Tables with the same rule share it.
func (t Table) Hash(key string) Hash { return Hash(0).add(key, t.Folds()) }

// Lookup finds the entry of a key: the first of the list if several have it
// ([Entry.Next] finds the others).
func (t Table) Lookup(key string) (Entry, bool) {
	if t == "" {
		return Entry{}, false
	}
	return t.Find(t.Hash(key), key)
}

// Has reports whether key is in the table.
func (t Table) Has(key string) bool {
	_, ok := t.Lookup(key)
	return ok
}

// Find is [Table.Lookup] for a caller that has the hash already, because it
// asks several tables for the same word.
func (t Table) Find(h Hash, key string) (Entry, bool) {
	if t == "" {
		return Entry{}, false
	}
	n := int(t.u32(8))
	return t.find(t.slot(h.mix(), n), h.mix(), n, key)
}

func (t Table) slot(mixed uint32, slots int) int {
	return int(uint64(mixed) * uint64(slots) >> 32)
}

// find goes through the slots from the given one to the next that is empty.
func (t Table) find(slot int, mixed uint32, slots int, key string) (Entry, bool) {
	base := int(t.u32(12))
	fold := t[4]&flagFold != 0
	for ; ; slot++ {
		if slot == slots {
			slot = 0
		}
		v := t.u32(base + 4*slot)
		if v == 0 {
			return Entry{}, false
		}
		if v&slotKey == 0 || v>>slotTagBits != mixed&(1<<(32-slotTagBits)-1) {
			continue
		}
		rec := int(v & slotOffset)
		if rest, ok := cutNormal(t.key(rec), key, fold); ok && rest == "" {
			return Entry{t: t, rec: uint32(rec), slot: uint32(slot)}, true
		}
	}
}

// key returns the key of a record.
func (t Table) key(rec int) string {
	n := int(t[rec])
	return string(t[rec+1 : rec+1+n])
}

// Entry is one row of a list, found by one of its keys.
type Entry struct {
	t         Table
	rec, slot uint32
}

// Key returns the key by which the entry was found, in normal form.
func (e Entry) Key() string { return e.t.key(int(e.rec)) }

// Via returns the column that holds the key: 0 for the first, the entry's own
// name.
func (e Entry) Via() int { return int(e.t[int(e.rec)+1+int(e.t[e.rec])]) }

// ID tells the entries of a table apart: two keys of one entry have the same.
func (e Entry) ID() int {
	at := int(e.rec) + 1 + int(e.t[e.rec])
	if e.t[at] == 0 {
		return int(e.rec)
	}
	return int(e.t[at+1]) | int(e.t[at+2])<<8 | int(e.t[at+3])<<16
}

// At returns the entry with that [Entry.ID], as found by its own name.
func (t Table) At(id int) Entry { return Entry{t: t, rec: uint32(id)} }

// Field returns a column of the entry by its constant in tables.go, as a part
// of the embedded text: no allocation. Columns of keys other than the first are
// not kept; they are empty.
func (e Entry) Field(column int) string {
	id := e.ID()
	at := id + 2 + int(e.t[id])
	for c := 0; ; c++ {
		dict := e.t.u32(headerColumns + 4*c)
		if dict == dropped {
			if c == column {
				return ""
			}
			continue
		}
		v := int(e.t[at])
		if dict == 0 {
			if c == column {
				if c == 0 && v == 0 { // the name is the key
					return e.t.key(id)
				}
				return string(e.t[at+1 : at+1+v])
			}
			at += 1 + v
			continue
		}
		if c == column {
			p := int(e.t.u32(int(dict) + 4*v))
			return string(e.t[p+1 : p+1+int(e.t[p])])
		}
		at++
	}
}

// dropped stands for the dictionary of a column that is not kept.
const dropped = 0xffffffff

// Next returns the next entry with the same key.
func (e Entry) Next() (Entry, bool) {
	n := int(e.t.u32(8))
	key := e.Key()
	return e.t.find((int(e.slot)+1)%n, e.t.Hash(key).mix(), n, key)
}
