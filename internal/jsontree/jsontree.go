// Package jsontree reads JSON into a tree that knows where each value stands.
// Unlike encoding/json it refuses duplicate keys, and bounds depth and size.
package jsontree

import (
	"fmt"
	"io"
	"strconv"
	"strings"
	"unicode/utf16"
	"unicode/utf8"

	"github.com/seed05c9d22b/newstext/article"
	"github.com/seed05c9d22b/newstext/internal/source"
)

const (
	maxDepth  = 100     // of arrays and objects
	maxValues = 1 << 19 // in a document; a long story has some hundreds
)

// Kind is the kind of a value.
type Kind uint8

// The kinds of values.
const (
	Null Kind = iota
	Bool
	Number
	String
	Array
	Object
)

// Value is a JSON value. A nil *Value is one that is not there: it has no items,
// no fields and no text.
type Value struct {
	Kind   Kind
	Offset int     // into the text
	Text   string  // of a string; the literal of a number, true or false
	Items  []Value // of an array
	Fields []Field // of an object, in order
}

// Field is a key of an object and its value.
type Field struct {
	Key string
	Value
}

// Parse reads a document: one value and nothing behind it. Errors are of type
// *[article.ParseError].
func Parse(t *source.Text) (*Value, error) {
	p := parser{t: t, s: t.S}
	v := new(Value)
	if err := p.value(v, 0); err != nil {
		return nil, err
	}
	if p.space(); p.i < len(p.s) {
		return nil, p.syntax("%s after the end of the value", p.here())
	}
	return v, nil
}

// Get returns the value of a key; letter case is ignored, because the versions
// of ninjs differ in it.
func (v *Value) Get(key string) *Value {
	if v != nil {
		for i := range v.Fields {
			if strings.EqualFold(v.Fields[i].Key, key) {
				return &v.Fields[i].Value
			}
		}
	}
	return nil
}

// Str returns the text of a string with blank space trimmed, or "" for any other
// value.
func (v *Value) Str() string {
	if v == nil || v.Kind != String {
		return ""
	}
	return strings.TrimSpace(v.Text)
}

// Each returns the items of an array, or the value itself: many keys may have
// one value or a list of them.
func (v *Value) Each() []*Value {
	switch {
	case v == nil || v.Kind == Null:
		return nil
	case v.Kind != Array:
		return []*Value{v}
	}
	out := make([]*Value, len(v.Items))
	for i := range v.Items {
		out[i] = &v.Items[i]
	}
	return out
}

type parser struct {
	t      *source.Text
	s      string
	i      int
	values int
}

func (p *parser) syntax(format string, args ...any) error {
	if p.i >= len(p.s) {
		return p.t.Error(p.i, fmt.Errorf("%w: JSON ends too early", io.ErrUnexpectedEOF))
	}
	return p.t.Error(p.i, fmt.Errorf("%w: %s", article.ErrSyntax, fmt.Sprintf(format, args...)))
}

// here names the character that is looked at.
func (p *parser) here() string {
	r, _ := utf8.DecodeRuneInString(p.s[p.i:])
	return strconv.QuoteRune(r)
}

func (p *parser) space() {
	for p.i < len(p.s) && (p.s[p.i] == ' ' || p.s[p.i] == '\n' || p.s[p.i] == '\t' || p.s[p.i] == '\r') {
		p.i++
	}
}

func (p *parser) value(v *Value, depth int) error {
	p.space()
	v.Offset = p.i
	if p.values++; p.values > maxValues {
		return p.t.Error(p.i, fmt.Errorf("%w: more than %d values", article.ErrTooLarge, maxValues))
	}
	if depth > maxDepth {
		return p.t.Error(p.i, fmt.Errorf("%w: more than %d levels", article.ErrTooDeep, maxDepth))
	}
	if p.i >= len(p.s) {
		return p.syntax("")
	}
	switch c := p.s[p.i]; {
	case c == '{':
		v.Kind = Object
		return p.object(v, depth)
	case c == '[':
		v.Kind = Array
		return p.array(v, depth)
	case c == '"':
		v.Kind = String
		var err error
		v.Text, err = p.str()
		return err
	case c == '-' || c >= '0' && c <= '9':
		v.Kind = Number
		return p.number(v)
	}
	for _, w := range []struct {
		word string
		kind Kind
	}{{"null", Null}, {"true", Bool}, {"false", Bool}} {
		if rest := p.s[p.i:]; strings.HasPrefix(rest, w.word) {
			v.Kind, v.Text = w.kind, w.word
			p.i += len(w.word)
			return nil
		} else if len(rest) < len(w.word) && strings.HasPrefix(w.word, rest) {
			p.i = len(p.s)
		}
	}
	return p.syntax("%s where a value is expected", p.at())
}

// at is here, or "" at the end.
func (p *parser) at() string {
	if p.i >= len(p.s) {
		return ""
	}
	return p.here()
}

func (p *parser) object(v *Value, depth int) error {
	var seen map[string]bool // once there are many
	p.i++
	for first := true; ; first = false {
		p.space()
		if first && p.i < len(p.s) && p.s[p.i] == '}' {
			p.i++
			return nil
		}
		if p.i >= len(p.s) || p.s[p.i] != '"' {
			return p.syntax("%s where a key is expected", p.at())
		}
		at := p.i
		key, err := p.str()
		if err != nil {
			return err
		}
		if len(v.Fields) == 16 {
			seen = make(map[string]bool)
			for _, f := range v.Fields {
				seen[f.Key] = true
			}
		}
		double := seen[key]
		if seen != nil {
			seen[key] = true
		} else {
			for i := range v.Fields {
				double = double || v.Fields[i].Key == key
			}
		}
		if double {
			return p.t.Error(at, fmt.Errorf("%w %q", article.ErrDuplicate, key))
		}
		if p.space(); p.i >= len(p.s) || p.s[p.i] != ':' {
			return p.syntax("%s where ':' is expected", p.at())
		}
		p.i++
		v.Fields = append(v.Fields, Field{Key: key})
		if err := p.value(&v.Fields[len(v.Fields)-1].Value, depth+1); err != nil {
			return err
		}
		if done, err := p.next('}'); done || err != nil {
			return err
		}
	}
}

func (p *parser) array(v *Value, depth int) error {
	p.i++
	if p.space(); p.i < len(p.s) && p.s[p.i] == ']' {
		p.i++
		return nil
	}
	for {
		v.Items = append(v.Items, Value{})
		if err := p.value(&v.Items[len(v.Items)-1], depth+1); err != nil {
			return err
		}
		if done, err := p.next(']'); done || err != nil {
			return err
		}
	}
}

// next reads the comma before the next member, or the mark that closes.
func (p *parser) next(closing byte) (done bool, err error) {
	p.space()
	switch {
	case p.i < len(p.s) && p.s[p.i] == ',':
		p.i++
		return false, nil
	case p.i < len(p.s) && p.s[p.i] == closing:
		p.i++
		return true, nil
	}
	return false, p.syntax("%s where ',' or %q is expected", p.at(), closing)
}

func (p *parser) number(v *Value) error {
	start := p.i
	digits := func() bool {
		from := p.i
		for p.i < len(p.s) && p.s[p.i] >= '0' && p.s[p.i] <= '9' {
			p.i++
		}
		return p.i > from
	}
	if p.s[p.i] == '-' {
		p.i++
	}
	zero := p.i
	if !digits() || p.i-zero > 1 && p.s[zero] == '0' {
		return p.syntax("%s in a number", p.at())
	}
	if p.i < len(p.s) && p.s[p.i] == '.' {
		if p.i++; !digits() {
			return p.syntax("%s in a number", p.at())
		}
	}
	if p.i < len(p.s) && p.s[p.i]|0x20 == 'e' {
		if p.i++; p.i < len(p.s) && (p.s[p.i] == '+' || p.s[p.i] == '-') {
			p.i++
		}
		if !digits() {
			return p.syntax("%s in a number", p.at())
		}
	}
	v.Text = p.s[start:p.i]
	return nil
}

// str reads a string. What has no escape is a part of the text, not a copy.
func (p *parser) str() (string, error) {
	p.i++
	start := p.i
	for ; p.i < len(p.s); p.i++ {
		switch c := p.s[p.i]; {
		case c == '"':
			p.i++
			return p.s[start : p.i-1], nil
		case c == '\\':
			return p.escaped(start)
		case c < ' ':
			return "", p.syntax("control character %s in a string", p.here())
		}
	}
	return "", p.syntax("")
}

// escaped reads the rest of a string that has escapes.
func (p *parser) escaped(start int) (string, error) {
	var b strings.Builder
	b.WriteString(p.s[start:p.i])
	for p.i < len(p.s) {
		switch c := p.s[p.i]; {
		case c == '"':
			p.i++
			return b.String(), nil
		case c < ' ':
			return "", p.syntax("control character %s in a string", p.here())
		case c != '\\':
			b.WriteByte(c)
			p.i++
			continue
		}
		p.i++
		if p.i >= len(p.s) {
			break
		}
		c := p.s[p.i]
		if at := strings.IndexByte(`"\/bfnrt`, c); at >= 0 {
			b.WriteByte("\"\\/\b\f\n\r\t"[at])
			p.i++
			continue
		}
		if c != 'u' {
			return "", p.syntax("%s after a backslash", p.here())
		}
		r, err := p.hex()
		if err != nil {
			return "", err
		}
		if utf16.IsSurrogate(r) {
			low := rune(0)
			if strings.HasPrefix(p.s[p.i:], `\u`) {
				p.i++
				if low, err = p.hex(); err != nil {
					return "", err
				}
			}
			if r = utf16.DecodeRune(r, low); r == utf8.RuneError {
				return "", p.syntax("half a surrogate pair before %s", p.at())
			}
		}
		b.WriteRune(r)
	}
	return "", p.syntax("")
}

// hex reads u and four digits.
func (p *parser) hex() (rune, error) {
	p.i++
	var r rune
	for range 4 {
		if p.i >= len(p.s) {
			return 0, p.syntax("")
		}
		x, err := strconv.ParseUint(p.s[p.i:p.i+1], 16, 8)
		if err != nil {
			return 0, p.syntax("%s where a hexadecimal digit is expected", p.here())
		}
		r = r<<4 | rune(x)
		p.i++
	}
	return r, nil
}
