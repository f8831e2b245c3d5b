// Package linear is the one file format and the one engine of the trained
// models of this library: sparse linear models over hashed features with small
// integer weights.
//
// A model file is a container of named sections ([File]) behind a header with
// version and checksum. A [Model] scores classes from features, a [Table] maps
// words to numbers; both live in sections and are read in place from the
// embedded bytes: opening one costs a few reads, and scoring allocates nothing.
//
//	//go:embed tagger.model
//	var data string
//
//	file, err := linear.Open(data)
//	model, err := file.Model("tags")
//	var scores linear.Scores
//	model.Score(&scores, features) // features are 64-bit hashes, see Mix
//	best := model.Best(&scores)
//	name := model.Label(best)
//
// A [Trainer] learns a model: an averaged perceptron (Collins 2002) whose
// update is left to its user, so that taggers, structured predictors with early
// update and transition parsers with a dynamic oracle share it. It scores
// through the same method as a Model, so that one decoder serves training and
// use ([Scorer]). Everything is integers: the same examples in the same order
// give the same bytes on every machine.
//
// # File format, version 1
//
// All numbers are little endian.
//
//	offset  size
//	 0      8     magic "NTXTLIN\n"
//	 8      4     version
//	12      4     CRC-32C of everything from offset 16 to the end
//	16      4     length of the file
//	20      2     length of the name
//	22      2     number of sections
//	24            name, filled with zeros to a multiple of 8
//	              a directory entry a section: name (24 bytes, filled with
//	              zeros), offset (4), length (4)
//	              the sections, each at a multiple of 64, filled with zeros
package linear

import (
	"encoding/binary"
	"errors"
	"fmt"
	"hash/crc32"
	"unsafe"
)

const (
	magic       = "NTXTLIN\n"
	version     = 1
	fixedHeader = 24
	sumFrom     = 16
	entrySize   = 32
	entryName   = 24
	alignment   = 64
)

// Errors that [Open] and the methods of [File] wrap, with the place and the
// reason.
var (
	ErrForeign = errors.New("not a model file")
	ErrVersion = errors.New("model file of another version")
	ErrDamaged = errors.New("damaged model file")
)

var castagnoli = crc32.MakeTable(crc32.Castagnoli)

func damaged(offset int, format string, args ...any) error {
	return fmt.Errorf("linear: %w: offset %d: %s", ErrDamaged, offset, fmt.Sprintf(format, args...))
}

// File is an open model file. It is immutable and safe for concurrent use.
type File struct {
	name     string
	data     string
	sections []section
}

type section struct {
	name   string
	offset int
	length int
}

// Section is a named part of a file that is to be written.
type Section struct {
	Name string // at most 24 bytes
	Data []byte
}

// Open reads a model file in place and refuses one that is foreign, of another
// version or damaged in any byte. The data must not change afterwards.
func Open(data string) (*File, error) {
	if err := checkHeader(data); err != nil {
		return nil, err
	}
	want := binary.LittleEndian.Uint32(bytesOf(data[12:16]))
	if got := crc32.Checksum(bytesOf(data[sumFrom:]), castagnoli); got != want {
		return nil, damaged(12, "checksum is %08x, the content has %08x", want, got)
	}
	return open(data)
}

// OpenEmbedded is Open without the checksum, for data that was compiled into
// the program and is checked by a test: its cost does not depend on the size.
func OpenEmbedded(data string) (*File, error) {
	if err := checkHeader(data); err != nil {
		return nil, err
	}
	return open(data)
}

func checkHeader(data string) error {
	if len(data) < len(magic) || data[:len(magic)] != magic {
		return fmt.Errorf("linear: %w: it does not begin with %q", ErrForeign, magic)
	}
	if len(data) < fixedHeader {
		return damaged(len(data), "the header is cut off")
	}
	if v := u32(data, 8); v != version {
		return fmt.Errorf("linear: %w: offset 8: it has version %d, this program reads version %d", ErrVersion, v, version)
	}
	if n := u32(data, 16); int64(n) != int64(len(data)) {
		return damaged(16, "the header says %d bytes, the file has %d", n, len(data))
	}
	return nil
}

func open(data string) (*File, error) {
	nameLen, count := int(u16(data, 20)), int(u16(data, 22))
	at := fixedHeader + roundUp(nameLen, 8)
	if at+count*entrySize > len(data) {
		return nil, damaged(20, "name and directory do not fit")
	}
	f := &File{name: data[fixedHeader : fixedHeader+nameLen], data: data, sections: make([]section, count)}
	for i := range f.sections {
		s := section{
			name:   trimZeros(data[at : at+entryName]),
			offset: int(u32(data, at+entryName)),
			length: int(u32(data, at+entryName+4)),
		}
		if s.offset > len(data) || s.length > len(data)-s.offset {
			return nil, damaged(at, "section %q does not fit", s.name)
		}
		f.sections[i] = s
		at += entrySize
	}
	return f, nil
}

// Name is the name that the file was given when it was written.
func (f *File) Name() string { return f.name }

// Size is the number of bytes of the file.
func (f *File) Size() int { return len(f.data) }

// Section returns the bytes of a section, in place, and whether the file has it.
func (f *File) Section(name string) (string, bool) {
	for _, s := range f.sections {
		if s.name == name {
			return f.data[s.offset : s.offset+s.length], true
		}
	}
	return "", false
}

// Sections are all sections of the file, as they would be written.
func (f *File) Sections() []Section {
	all := make([]Section, len(f.sections))
	for i, s := range f.sections {
		all[i] = Section{s.name, bytesOf(f.data[s.offset : s.offset+s.length])}
	}
	return all
}

func (f *File) need(name string) (string, int, error) {
	for _, s := range f.sections {
		if s.name == name {
			return f.data[s.offset : s.offset+s.length], s.offset, nil
		}
	}
	return "", 0, fmt.Errorf("linear: %w: the file %q has no section %q", ErrForeign, f.name, name)
}

// Encode makes the bytes of a model file. Names of sections that are longer
// than 24 bytes or doubled are an error.
func Encode(name string, sections []Section) ([]byte, error) {
	head := fixedHeader + roundUp(len(name), 8)
	at := head + len(sections)*entrySize
	total := roundUp(at, alignment)
	seen := map[string]bool{}
	for _, s := range sections {
		if len(s.Name) > entryName || s.Name == "" || seen[s.Name] {
			return nil, fmt.Errorf("linear: section name %q is empty, doubled or too long", s.Name)
		}
		seen[s.Name] = true
		total += roundUp(len(s.Data), alignment)
	}
	b := make([]byte, total)
	copy(b, magic)
	le := binary.LittleEndian
	le.PutUint32(b[8:], version)
	le.PutUint32(b[16:], uint32(total))
	le.PutUint16(b[20:], uint16(len(name)))
	le.PutUint16(b[22:], uint16(len(sections)))
	copy(b[fixedHeader:], name)
	offset := roundUp(at, alignment)
	for i, s := range sections {
		entry := b[head+i*entrySize:]
		copy(entry, s.Name)
		le.PutUint32(entry[entryName:], uint32(offset))
		le.PutUint32(entry[entryName+4:], uint32(len(s.Data)))
		copy(b[offset:], s.Data)
		offset += roundUp(len(s.Data), alignment)
	}
	le.PutUint32(b[12:], crc32.Checksum(b[sumFrom:], castagnoli))
	return b, nil
}

func roundUp(n, to int) int { return (n + to - 1) / to * to }

func trimZeros(s string) string {
	for len(s) > 0 && s[len(s)-1] == 0 {
		s = s[:len(s)-1]
	}
	return s
}

func u16(s string, i int) uint16 {
	_ = s[i+1]
	return uint16(s[i]) | uint16(s[i+1])<<8
}

func u32(s string, i int) uint32 {
	_ = s[i+3]
	return uint32(s[i]) | uint32(s[i+1])<<8 | uint32(s[i+2])<<16 | uint32(s[i+3])<<24
}

// bytesOf views a string as bytes; the result must not be written to.
func bytesOf(s string) []byte { return unsafe.Slice(unsafe.StringData(s), len(s)) }
