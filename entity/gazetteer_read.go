package entity

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
)

// GazetteerError says which line of a gazetteer is unfit and why.
type GazetteerError struct {
	Line   int // from 1
	Reason string
}

func (e *GazetteerError) Error() string {
	return fmt.Sprintf("gazetteer: line %d: %s", e.Line, e.Reason)
}

// ReadGazetteer reads a gazetteer, in one of two forms.
//
// Tab-separated values: the first line names the columns, "name" and "type" and,
// in any order, "aliases" (joined by ;) and "country"; columns of other names are
// ignored, and so are empty lines and lines that begin with #.
//
//	name	type	aliases	country
//	Keir Starmer	person	Starmer;Sir Keir	GB
//
// JSON, where the first character is { or [: one [Record] a line, or an array of
// them.
//
// An error in the data is a *[GazetteerError].
func ReadGazetteer(r io.Reader) (*Gazetteer, error) {
	in := bufio.NewReaderSize(r, 1<<16)
	c, err := firstByte(in)
	if err != nil {
		if err == io.EOF {
			return NewGazetteer(nil)
		}
		return nil, fmt.Errorf("gazetteer: %w", err)
	}
	g := new(Gazetteer)
	if c == '{' || c == '[' {
		err = g.readJSON(in)
	} else {
		err = g.readTSV(in)
	}
	if err != nil {
		return nil, err
	}
	g.index()
	return g, nil
}

// firstByte looks at the first byte that is not white space or a BOM.
func firstByte(in *bufio.Reader) (byte, error) {
	if b, _ := in.Peek(3); string(b) == "\uFEFF" {
		if _, err := in.Discard(3); err != nil {
			return 0, err
		}
	}
	for n := 1; ; n++ {
		b, err := in.Peek(n)
		if len(b) < n {
			if err == nil || err == bufio.ErrBufferFull {
				return ' ', nil
			}
			return 0, err
		}
		if !strings.ContainsRune(" \t\r\n", rune(b[n-1])) {
			return b[n-1], nil
		}
	}
}

func (g *Gazetteer) readTSV(in *bufio.Reader) error {
	lines := bufio.NewScanner(in)
	lines.Buffer(nil, 1<<20)
	var columns []string
	name, typ, aliases, country := -1, -1, -1, -1
	line := 0
	for lines.Scan() {
		line++
		s := strings.TrimSuffix(lines.Text(), "\r")
		if strings.TrimSpace(s) == "" || s[0] == '#' {
			continue
		}
		f := strings.Split(s, "\t")
		if columns == nil {
			columns = f
			name, typ = slices.Index(f, "name"), slices.Index(f, "type")
			aliases, country = slices.Index(f, "aliases"), slices.Index(f, "country")
			if name < 0 || typ < 0 {
				return &GazetteerError{line, `the first line must name the columns, among them "name" and "type"`}
			}
			continue
		}
		if len(f) > len(columns) || len(f) <= max(name, typ) {
			return &GazetteerError{line, fmt.Sprintf("%d fields for %d columns", len(f), len(columns))}
		}
		r := Record{Name: f[name]}
		if err := r.Type.UnmarshalText([]byte(f[typ])); err != nil {
			return &GazetteerError{line, err.Error()}
		}
		if aliases >= 0 && aliases < len(f) && f[aliases] != "" {
			r.Aliases = strings.Split(f[aliases], ";")
		}
		if country >= 0 && country < len(f) {
			r.Country = f[country]
		}
		if err := g.add(r); err != nil {
			return &GazetteerError{line, err.Error()}
		}
	}
	if err := lines.Err(); err != nil {
		if errors.Is(err, bufio.ErrTooLong) {
			return &GazetteerError{line + 1, "longer than a million bytes"}
		}
		return fmt.Errorf("gazetteer: %w", err)
	}
	return nil
}

func (g *Gazetteer) readJSON(in *bufio.Reader) error {
	counter := &lineCounter{in: in}
	d := json.NewDecoder(counter)
	fail := func(err error) error {
		if err == io.EOF || err == io.ErrUnexpectedEOF {
			return &GazetteerError{counter.line(counter.read), "ends before its last record does"}
		}
		at := d.InputOffset()
		var syntax *json.SyntaxError
		if errors.As(err, &syntax) {
			at = max(at, syntax.Offset-1)
		} else if !isData(err) {
			return fmt.Errorf("gazetteer: %w", err)
		}
		return &GazetteerError{counter.line(at), strings.TrimPrefix(err.Error(), "json: ")}
	}
	c, err := firstByte(in)
	if err != nil {
		return fmt.Errorf("gazetteer: %w", err)
	}
	array := c == '['
	if array {
		if _, err := d.Token(); err != nil {
			return fail(err)
		}
	}
	for {
		if array && !d.More() {
			if _, err := d.Token(); err != nil {
				return fail(err)
			}
			return nil
		}
		var raw struct {
			Name    string   `json:"name"`
			Type    *Type    `json:"type"`
			Aliases []string `json:"aliases"`
			Country string   `json:"country"`
		}
		if err := d.Decode(&raw); err != nil {
			if err == io.EOF && !array {
				return nil
			}
			return fail(err)
		}
		if raw.Type == nil {
			return &GazetteerError{counter.line(d.InputOffset()), fmt.Sprintf("%q has no type", raw.Name)}
		}
		if err := g.add(Record{raw.Name, *raw.Type, raw.Aliases, raw.Country}); err != nil {
			return &GazetteerError{counter.line(d.InputOffset()), err.Error()}
		}
	}
}

// isData reports whether an error is about the data and not from the reader.
func isData(err error) bool {
	var t *json.UnmarshalTypeError
	return errors.As(err, &t) || strings.Contains(err.Error(), "entity type")
}

// lineCounter keeps where lines end, so that an offset can be told as a line.
type lineCounter struct {
	in   io.Reader
	read int64
	ends []int64 // offsets of the newlines
}

func (c *lineCounter) Read(p []byte) (int, error) {
	n, err := c.in.Read(p)
	for i := 0; ; {
		k := bytes.IndexByte(p[i:n], '\n')
		if k < 0 {
			break
		}
		i += k + 1
		c.ends = append(c.ends, c.read+int64(i-1))
	}
	c.read += int64(n)
	return n, err
}

func (c *lineCounter) line(at int64) int {
	n, _ := slices.BinarySearch(c.ends, at)
	return n + 1
}
