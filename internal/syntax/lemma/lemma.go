// Package lemma finds the lemma of a word, the form that a dictionary lists it
// under: "said" is a form of "say", "an" of "a", "Americans" of "American".
//
// A lemma is made of the word by a script: write it small or leave it, cut some
// bytes off its end, add some. Which script is looked up in one table of rules
// and exceptions, by the word's fine tag and capitals together with the word as
// it is written, the word in small letters, its last five letters, its last four,
// and so on to none: the longest that the table has decides.
package lemma

import (
	"math/bits"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/seed05c9d22b/newstext/internal/linear"
	"github.com/seed05c9d22b/newstext/internal/syntax/tagger"
)

// Script is the number of a way to make a lemma of a word. 0 leaves the word as
// it is written.
type Script uint16

// Capital says how a word is written and what that means where it stands.
type Capital uint8

// The kinds of capitals.
const (
	NoCapital Capital = iota
	FirstLetter
	FirstLetterExpected // at the start of a sentence, in a headline in title case
	Mixed               // NATO, iPhone
	AllExpected         // in a headline in capitals
)

// CapitalOf is the kind of capitals of word i of a sentence.
func CapitalOf(w *tagger.Word, i int, how tagger.Case) Capital {
	switch {
	case w.Shape&(tagger.FirstUpper|tagger.OtherUpper) == 0:
		return NoCapital
	case how == tagger.Capitals && w.Shape&tagger.HasLower == 0:
		return AllExpected
	case w.Shape&tagger.OtherUpper != 0:
		return Mixed
	case i == 0 || how == tagger.Titled:
		return FirstLetterExpected
	}
	return FirstLetter
}

// MaxSuffix is the length in bytes of the longest suffix that rules have.
const MaxSuffix = 6

// Levels of rules, from the most general to the most special: suffixes by
// length from 0 to MaxSuffix, then the word in small letters, each once for any
// capitals and once for those of the word; at last the word as it is written.
const (
	WordLevel  = 2 * (MaxSuffix + 1)
	ExactLevel = WordLevel + 2
	Levels     = ExactLevel + 1
)

// Key is the key of the rule of a level for a word; false where the level has
// none for it: suffixes leave something before them and have no digits.
func Key(level int, w *tagger.Word, fine tagger.Fine, c Capital) (uint64, bool) {
	if level&1 == 0 && level < ExactLevel {
		c = 15
	}
	kind := uint64(level)<<16 | uint64(fine)<<8 | uint64(c)
	if w.Shape&tagger.HasDigit != 0 {
		if level > 1 {
			return 0, false
		}
		kind |= 1 << 32
	}
	switch n := level / 2; {
	case level == ExactLevel:
		return linear.Mix(kind, w.Exact), w.Exact != w.Low
	case level >= WordLevel:
		return linear.Mix(kind, w.Low), true
	case n > 0 && int(w.Length) <= n:
		return 0, false
	default:
		return linear.Mix(kind, w.Tail&(1<<(8*n)-1)), true
	}
}

// Lemmatizer has the rules. It is immutable and safe for concurrent use.
type Lemmatizer struct {
	rules   *linear.Table
	scripts string
	levels  string // by fine tag the levels that have rules, as bits (4 bytes)
}

// A script in the file: mode, bytes to cut, bytes to add and their number.
const (
	scriptSize = 16
	MaxAdd     = scriptSize - 3
)

// Mode says what becomes of a word's capitals.
type Mode uint8

// The modes.
const (
	Keep  Mode = iota // the word as it is written
	Lower             // in small letters, with straight quotation marks
	Title             // in small letters, the first a capital
	Plain             // a number without the commas that group its digits
)

// Open opens the lemmatizer of a model file.
func Open(f *linear.File) (*Lemmatizer, error) {
	rules, err := f.Table("rules")
	if err != nil {
		return nil, err
	}
	scripts, _ := f.Section("scripts")
	levels, _ := f.Section("levels")
	return &Lemmatizer{rules, scripts, levels}, nil
}

// Script is the script of a word with this tag.
func (l *Lemmatizer) Script(w *tagger.Word, fine tagger.Fine, c Capital) Script {
	at := int(fine) * 4
	if at+4 > len(l.levels) {
		return 0
	}
	levels := l.levels[at : at+4]
	mask := uint32(levels[0]) | uint32(levels[1])<<8 | uint32(levels[2])<<16
	for mask != 0 {
		level := bits.Len32(mask) - 1
		mask &^= 1 << level
		if key, ok := Key(level, w, fine, c); ok {
			if s, ok := l.rules.Lookup(key); ok {
				return Script(s)
			}
		}
	}
	return 0
}

// Lemma makes the lemma of a word by a script. It is part of the word where
// nothing is added and no letter changes, and then takes no memory of its own.
func (l *Lemmatizer) Lemma(word string, s Script) string {
	at := int(s) * scriptSize
	if at+scriptSize > len(l.scripts) {
		return word
	}
	script := l.scripts[at : at+scriptSize]
	return Apply(word, Mode(script[0]), int(script[1]), script[3:3+min(int(script[2]), MaxAdd)])
}

// Append appends the lemma of a word to dst.
func (l *Lemmatizer) Append(dst []byte, word string, s Script) []byte {
	at := int(s) * scriptSize
	if at+scriptSize > len(l.scripts) {
		return append(dst, word...)
	}
	script := l.scripts[at : at+scriptSize]
	from := len(dst)
	switch Mode(script[0]) {
	case Lower:
		dst = appendLower(dst, word)
	case Title:
		r, n := utf8.DecodeRuneInString(word)
		dst = utf8.AppendRune(dst, unicode.ToUpper(r))
		dst = appendLower(dst, word[n:])
	case Plain:
		for i := range len(word) {
			if word[i] != ',' {
				dst = append(dst, word[i])
			}
		}
	default:
		dst = append(dst, word...)
	}
	cut := max(from, len(dst)-int(script[1]))
	for cut > from && cut < len(dst) && !utf8.RuneStart(dst[cut]) {
		cut--
	}
	return append(dst[:cut], script[3:3+min(int(script[2]), MaxAdd)]...)
}

func appendLower(dst []byte, word string) []byte {
	for i := 0; i < len(word); i++ {
		c := word[i]
		if c >= utf8.RuneSelf {
			for _, r := range word[i:] {
				switch r {
				case '‘', '’':
					r = '\''
				case '“', '”':
					r = '"'
				}
				dst = utf8.AppendRune(dst, unicode.ToLower(r))
			}
			return dst
		}
		if 'A' <= c && c <= 'Z' {
			c += 'a' - 'A'
		}
		dst = append(dst, c)
	}
	return dst
}

// Apply makes a lemma: it changes capitals, cuts bytes off the end, adds others.
func Apply(word string, mode Mode, cut int, add string) string {
	switch mode {
	case Lower:
		word = straight(strings.ToLower(word))
	case Title:
		r, n := utf8.DecodeRuneInString(word)
		if rest, up := strings.ToLower(word[n:]), unicode.ToUpper(r); rest != word[n:] || up != r {
			word = string(up) + rest
		}
	case Plain:
		word = strings.ReplaceAll(word, ",", "")
	}
	end := max(0, len(word)-cut)
	for end > 0 && end < len(word) && !utf8.RuneStart(word[end]) {
		end--
	}
	if add == "" {
		return word[:end]
	}
	return word[:end] + add
}

// straight writes typographic quotation marks as straight ones.
func straight(word string) string {
	if strings.IndexByte(word, 0xe2) < 0 {
		return word
	}
	return quotes.Replace(word)
}

var quotes = strings.NewReplacer("‘", "'", "’", "'", "“", `"`, "”", `"`)

// EncodeScript is a script as the model file has it.
func EncodeScript(mode Mode, cut int, add string) [scriptSize]byte {
	b := [scriptSize]byte{byte(mode), byte(cut), byte(len(add))}
	copy(b[3:], add)
	return b
}
