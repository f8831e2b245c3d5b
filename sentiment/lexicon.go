package sentiment

import (
	"fmt"
	"math"
	"slices"
	"strings"
	"sync/atomic"
	"unicode"
	"unicode/utf8"

	"github.com/seed05c9d22b/newstext/internal/opinion"
)

// Lexicon holds polar words and frames of a caller's own. They come before the
// built-in ones: a word in it has the valence given here and no other.
//
// Words are found by the word itself, case aside, or else by its stem (Porter's
// second algorithm for English), so that "fiasco" is found in "fiascos". A term
// or a frame may have up to six words ("train wreck", "throw shade at"), which are
// found by their stems; where one stands in the text it counts as a whole, and
// the words in it no longer by themselves. The zero value is empty and ready for
// use. It is safe for concurrent use as long as it is not changed.
type Lexicon struct {
	words  map[string]float64             // by the term in lower case
	stems  map[string]float64             // by its stems, of the term that was added first
	frames map[string][]Frame             // by the stems of the lemma
	starts map[string]bool                // stems with which terms or lemmas of several words begin
	shared atomic.Pointer[opinion.Reader] // made when the lexicon is first used
}

// Frame says what one who does something thereby holds toward another: "X
// lambasts Y" is X against Y.
type Frame struct {
	Lemma  string  // the verb, noun or adjective in its base form: "lambast"
	POS    string  // "v", "n" or "a"
	Theme  string  // where the other stands: "obj", "comp", or "pp:" and a preposition, "pp:of"
	Stance float64 // −1 against to 1 for
}

// Longest term, and most entries, that a lexicon takes.
const (
	maxTerm    = 64
	maxEntries = 1 << 20
)

// stemsOf returns the stems of a term, with a space between each two.
func stemsOf(term string) string {
	if !strings.Contains(term, " ") {
		return opinion.Stem(term)
	}
	words := strings.Split(term, " ")
	for i, w := range words {
		words[i] = opinion.Stem(w)
	}
	return strings.Join(words, " ")
}

// begin notes that a term of several words begins with a stem.
func (l *Lexicon) begin(stems string) {
	first, _, several := strings.Cut(stems, " ")
	if !several {
		return
	}
	if l.starts == nil {
		l.starts = map[string]bool{}
	}
	l.starts[first] = true
}

// Len returns the number of words and frames.
func (l *Lexicon) Len() int {
	n := len(l.words)
	for _, f := range l.frames {
		n += len(f)
	}
	return n
}

// Set gives a word a valence from −1 to 1, 0 to make it neutral. A word that is
// there already is overridden.
func (l *Lexicon) Set(term string, valence float64) error {
	term = normalTerm(term)
	if err := checkTerm(term); err != nil {
		return err
	}
	if err := checkValence(valence); err != nil {
		return err
	}
	l.set(term, valence)
	return nil
}

func (l *Lexicon) set(term string, valence float64) {
	if l.words == nil {
		l.words, l.stems = map[string]float64{}, map[string]float64{}
	}
	stem := stemsOf(term)
	l.begin(stem)
	old, there := l.words[term]
	if s, ok := l.stems[stem]; !ok || there && s == old {
		l.stems[stem] = valence
	}
	l.words[term] = valence
	l.shared.Store(nil)
}

// SetFrame adds a frame, or overrides the one of the same lemma and part of
// speech.
func (l *Lexicon) SetFrame(f Frame) error {
	f.Lemma = normalTerm(f.Lemma)
	if err := checkFrame(f); err != nil {
		return err
	}
	l.setFrame(f)
	return nil
}

func (l *Lexicon) setFrame(f Frame) {
	if l.frames == nil {
		l.frames = map[string][]Frame{}
	}
	stem := stemsOf(f.Lemma)
	l.begin(stem)
	of := l.frames[stem]
	if i := slices.IndexFunc(of, func(x Frame) bool { return x.Lemma == f.Lemma && x.POS == f.POS }); i >= 0 {
		of[i] = f
	} else {
		l.frames[stem] = append(of, f)
	}
	l.shared.Store(nil)
}

// Merge takes over all entries of another lexicon; where both have one, the
// other's counts.
func (l *Lexicon) Merge(other *Lexicon) {
	if other == nil {
		return
	}
	for _, term := range other.Terms() {
		l.set(term, other.words[term])
	}
	for _, f := range other.Frames() {
		l.setFrame(f)
	}
}

// Valence returns the valence of a term, or of another with the same stems.
func (l *Lexicon) Valence(word string) (float64, bool) {
	if l == nil || len(l.words) == 0 {
		return 0, false
	}
	word = normalTerm(word)
	if v, ok := l.words[word]; ok {
		return v, true
	}
	v, ok := l.stems[stemsOf(word)]
	return v, ok
}

// Terms returns the words, sorted.
func (l *Lexicon) Terms() []string {
	out := make([]string, 0, len(l.words))
	for t := range l.words {
		out = append(out, t)
	}
	slices.Sort(out)
	return out
}

// Frames returns the frames, sorted by lemma and part of speech.
func (l *Lexicon) Frames() []Frame {
	var out []Frame
	for _, f := range l.frames {
		out = append(out, f...)
	}
	slices.SortFunc(out, func(a, b Frame) int {
		if c := strings.Compare(a.Lemma, b.Lemma); c != 0 {
			return c
		}
		return strings.Compare(a.POS, b.POS)
	})
	return out
}

// reader returns what reads stories by this lexicon.
func (l *Lexicon) reader() *opinion.Reader {
	if r := l.shared.Load(); r != nil {
		return r
	}
	r := &opinion.Reader{Own: own{l}}
	if l.shared.CompareAndSwap(nil, r) {
		return r
	}
	return l.shared.Load()
}

// own shows a lexicon to the rooms that read stories.
type own struct{ l *Lexicon }

func (o own) Valence(word, stem string) (float64, bool) {
	if v, ok := o.l.words[word]; ok {
		return v, true
	}
	v, ok := o.l.stems[stem]
	return v, ok
}

func (o own) Frames(dst []opinion.Frame, stem string) []opinion.Frame {
	for _, f := range o.l.frames[stem] {
		sign := int(math.Round(2 * f.Stance))
		if sign == 0 && f.Stance != 0 {
			sign = int(math.Copysign(1, f.Stance))
		}
		dst = append(dst, opinion.Frame{Lemma: f.Lemma, POS: f.POS[0], Class: "own", Theme: f.Theme, AgentTheme: sign, Own: true})
	}
	return dst
}

func (o own) Starts(stem string) bool { return o.l.starts[stem] }

// normalTerm writes a term as it is kept: small letters, straight apostrophes,
// one space between words.
func normalTerm(s string) string {
	return strings.Join(strings.Fields(strings.ToLower(strings.ReplaceAll(s, "’", "'"))), " ")
}

func checkTerm(term string) error {
	if strings.HasPrefix(term, "#") {
		return fmt.Errorf("term %q begins as a comment does", term)
	}
	return checkWords("term", term)
}

// checkWords checks the words of a term or a lemma.
func checkWords(what, words string) error {
	switch {
	case words == "":
		return fmt.Errorf("no %s", what)
	case len(words) > maxTerm:
		return fmt.Errorf("a %s of %d bytes; %d are possible", what, len(words), maxTerm)
	case !utf8.ValidString(words):
		return fmt.Errorf("%s %q is not UTF-8", what, words)
	case strings.ContainsFunc(words, invisible):
		return fmt.Errorf("%s %q has a character that cannot be seen", what, words)
	case strings.Count(words, " ") >= opinion.MaxTermWords:
		return fmt.Errorf("%s %q has more than %d words", what, words, opinion.MaxTermWords)
	}
	return nil
}

// invisible reports whether a character is for machines: a control character, or
// the mark that files may begin with.
func invisible(r rune) bool { return unicode.IsControl(r) || r == '\ufeff' }

func checkValence(v float64) error {
	if math.IsNaN(v) || v < -1 || v > 1 {
		return fmt.Errorf("valence %v is not between -1 and 1", v)
	}
	return nil
}

func checkFrame(f Frame) error {
	if err := checkWords("lemma", f.Lemma); err != nil {
		return err
	}
	switch {
	case f.POS != "v" && f.POS != "n" && f.POS != "a":
		return fmt.Errorf("part of speech %q is none of v, n, a", f.POS)
	case f.Theme != "obj" && f.Theme != "comp" && (!strings.HasPrefix(f.Theme, "pp:") || len(f.Theme) == 3 || len(f.Theme) > 20 || strings.ContainsFunc(f.Theme, invisible)):
		return fmt.Errorf("theme %q is none of obj, comp, pp:PREPOSITION", f.Theme)
	}
	if err := checkValence(f.Stance); err != nil {
		return fmt.Errorf("stance: %w", err)
	}
	return nil
}
