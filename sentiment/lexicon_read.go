package sentiment

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"
	"unicode/utf8"
)

// ErrLexicon is what every error about the form of a lexicon wraps.
var ErrLexicon = errors.New("sentiment: lexicon")

// LineError is what is wrong with one line of a lexicon.
type LineError struct {
	Line   int // from 1
	Reason string
}

// Error returns "line 7: reason".
func (e LineError) Error() string { return fmt.Sprintf("line %d: %s", e.Line, e.Reason) }

// LexiconError lists what is wrong with a lexicon, in order of the lines. It
// wraps [ErrLexicon].
type LexiconError struct {
	Lines []LineError // at most 100: reading stops there
}

// Error returns one line for each error.
func (e *LexiconError) Error() string {
	var b strings.Builder
	b.WriteString(ErrLexicon.Error())
	for _, l := range e.Lines {
		b.WriteString("\n")
		b.WriteString(l.Error())
	}
	return b.String()
}

// Unwrap returns ErrLexicon.
func (e *LexiconError) Unwrap() error { return ErrLexicon }

// Bounds of reading.
const (
	maxLine   = 1 << 10
	maxErrors = 100
)

// ReadLexicon reads a lexicon: UTF-8, one entry a line, columns separated by
// tabs. An entry is a word and its valence from −1 to 1, or a frame.
//
//	# comment
//	fiasco	-0.8
//	frame	lambast	v	obj	-1
//	frame	fond	a	pp:of	0.5
//
// A first line "term<TAB>valence" is a header. If anything is wrong no lexicon
// is returned, and the error is a [*LexiconError] with all bad lines (or the
// error of the reader): a word that stands twice, a valence that is no number or
// out of range, wrong columns, other encodings, lines that are too long. Reading
// stops after 100 bad lines, and at a million entries.
func ReadLexicon(r io.Reader) (*Lexicon, error) {
	p := lexiconReader{at: map[string]int{}}
	b := bufio.NewReaderSize(r, 64<<10)
	for !p.stop {
		line, err := p.line(b)
		if line != nil {
			p.entry(line)
		}
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return nil, fmt.Errorf("sentiment: lexicon: line %d: %w", p.n+1, err)
		}
	}
	if len(p.bad) > 0 {
		return nil, &LexiconError{p.bad}
	}
	return &p.lexicon, nil
}

type lexiconReader struct {
	lexicon Lexicon
	at      map[string]int // line of each entry
	n       int            // lines read
	bad     []LineError
	stop    bool
}

func (p *lexiconReader) fail(format string, args ...any) {
	p.bad = append(p.bad, LineError{p.n, fmt.Sprintf(format, args...)})
	p.stop = p.stop || len(p.bad) >= maxErrors
}

// line reads the next line, nil where there is nothing to make of it. A line
// that is too long is skipped without being kept.
func (p *lexiconReader) line(b *bufio.Reader) ([]byte, error) {
	line, err := b.ReadSlice('\n')
	if len(line) == 0 {
		return nil, err
	}
	p.n++
	long := len(line) > maxLine
	for errors.Is(err, bufio.ErrBufferFull) {
		long = true
		_, err = b.ReadSlice('\n')
	}
	if p.n == 1 {
		if bytes.HasPrefix(line, []byte{0xff, 0xfe}) || bytes.HasPrefix(line, []byte{0xfe, 0xff}) || bytes.IndexByte(line, 0) >= 0 {
			p.fail("not UTF-8 but UTF-16 or binary")
			p.stop = true
			return nil, nil
		}
		line = bytes.TrimPrefix(line, []byte("\ufeff"))
	}
	if long {
		p.fail("longer than %d bytes", maxLine)
		return nil, err
	}
	return line, err
}

func (p *lexiconReader) entry(line []byte) {
	if !utf8.Valid(line) {
		p.fail("not UTF-8")
		return
	}
	s := strings.TrimRight(string(line), "\r\n")
	if strings.TrimSpace(s) == "" || s[0] == '#' || p.n == 1 && s == "term\tvalence" {
		return
	}
	columns := strings.Split(s, "\t")
	if columns[0] == "frame" && len(columns) != 2 {
		p.frame(columns)
		return
	}
	if len(columns) != 2 {
		p.fail("%d columns; a word has 2, a frame 5", len(columns))
		return
	}
	term := normalTerm(columns[0])
	v, err := number(columns[1])
	if err == nil {
		err = checkTerm(term)
	}
	if err == nil {
		err = checkValence(v)
	}
	if err == nil {
		err = p.once(term)
	}
	if err != nil {
		p.fail("%v", err)
		return
	}
	p.lexicon.set(term, v)
}

func (p *lexiconReader) frame(columns []string) {
	if len(columns) != 5 {
		p.fail("%d columns; a frame has 5: frame, lemma, part of speech, theme, stance", len(columns))
		return
	}
	f := Frame{Lemma: normalTerm(columns[1]), POS: columns[2], Theme: columns[3]}
	var err error
	if f.Stance, err = number(columns[4]); err == nil {
		err = checkFrame(f)
	}
	if err == nil {
		err = p.once("frame\t" + f.Lemma + "\t" + f.POS)
	}
	if err != nil {
		p.fail("%v", err)
		return
	}
	p.lexicon.setFrame(f)
}

// once refuses an entry that is there already, and too many entries.
func (p *lexiconReader) once(key string) error {
	if first, ok := p.at[key]; ok {
		return fmt.Errorf("%q twice, first on line %d", strings.ReplaceAll(key, "\t", " "), first)
	}
	if len(p.at) == maxEntries {
		p.stop = true
		return fmt.Errorf("more than %d entries", maxEntries)
	}
	p.at[key] = p.n
	return nil
}

func number(s string) (float64, error) {
	v, err := strconv.ParseFloat(strings.TrimSpace(s), 64)
	if err != nil {
		return 0, fmt.Errorf("%q is no number", s)
	}
	return v, nil
}

// WriteTo writes the lexicon in the form that [ReadLexicon] reads, sorted.
func (l *Lexicon) WriteTo(w io.Writer) (int64, error) {
	var b bytes.Buffer
	for _, t := range l.Terms() {
		fmt.Fprintf(&b, "%s\t%v\n", t, l.words[t])
	}
	for _, f := range l.Frames() {
		fmt.Fprintf(&b, "frame\t%s\t%s\t%s\t%v\n", f.Lemma, f.POS, f.Theme, f.Stance)
	}
	return b.WriteTo(w)
}
