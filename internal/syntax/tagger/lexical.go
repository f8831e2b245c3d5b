package tagger

import (
	"unicode"
	"unicode/utf8"
	"unsafe"

	"github.com/seed05c9d22b/newstext/internal/linear"
	"github.com/seed05c9d22b/newstext/internal/linear/clusters"
	"github.com/seed05c9d22b/newstext/internal/segment"
)

// Word is what the models know of a token by itself. It is made once a token and
// shared by tagger, lemmatizer and parser.
type Word struct {
	Exact, Low uint64        // hashes of the word and of the word in small letters; digits are alike
	Head, Tail uint64        // the first and the last eight bytes in small letters, the outermost in the low byte
	Cluster    clusters.ID   // class of the word as it is written
	LowCluster clusters.ID   // class of the word in small letters
	Path       clusters.Path // of Cluster in the tree of classes
	Known      uint16        // its tags in the training data, as a number; 0 is none
	Shape      Shape
	Length     uint8 // bytes in small letters, at most longWord
	Plain      bool  // it is in ASCII, and no longer than those that have classes
}

// longWord is the length in bytes up to which a word is read; of what is beyond
// only the last eight bytes count.
const longWord = 64

// Shape says what a word is made of.
type Shape uint8

// The bits of a shape.
const (
	FirstUpper Shape = 1 << iota // the first letter is a capital
	OtherUpper                   // another is
	HasLower
	HasDigit
	HasHyphen
	HasStop // a full stop
	HasMark // something else that is neither letter nor digit
	BeginsMark
)

// Case is the way a sentence is written.
type Case uint8

// The ways a sentence is written.
const (
	Usual    Case = iota
	Titled        // Most Words Begin with a Capital
	Capitals      // MOST WORDS ARE IN CAPITALS
	Small         // all words are in small letters, the first too
)

// Look fills in what is known of the tokens of a sentence and returns how it is
// written. out is as long as tokens.
func Look(text string, tokens []segment.Token, out []Word, known *linear.Table) Case {
	lower, upper, all := 0, 0, 0 // of words of more than three letters but the first
	for i, t := range tokens {
		w := &out[i]
		w.look(text[t.Start:t.End])
		if known != nil {
			w.Known, _ = known.Lookup(w.Low)
		}
		if i == 0 || t.End-t.Start < 4 || w.Shape&BeginsMark != 0 {
			continue
		}
		switch {
		case w.Shape&(FirstUpper|HasLower) == FirstUpper|HasLower:
			upper++
		case w.Shape&FirstUpper != 0:
			all++
		case w.Shape&HasLower != 0:
			lower++
		}
	}
	switch {
	case all > 0 && all > 3*(lower+upper):
		return Capitals
	case upper+all > 1 && upper+all > 3*lower:
		return Titled
	case upper+all == 0 && lower > 2 && out[0].Shape&FirstUpper == 0:
		return Small
	}
	return Usual
}

func (w *Word) look(word string) {
	*w = Word{}
	var buffer [3*longWord + 8]byte // an invalid byte becomes three
	low := buffer[:0]
	rest := ""
	w.Plain = len(word) <= clusters.MaxWord
	if len(word) > longWord {
		cut := longWord - 8
		for cut > longWord-12 && !utf8.RuneStart(word[cut]) {
			cut--
		}
		word, rest = word[:cut], word[len(word)-8:]
	}
	for i := 0; i < len(word); i++ {
		c := word[i]
		switch kinds[c] {
		case lowerLetter:
			w.Shape |= HasLower
		case upperLetter:
			c += 'a' - 'A'
			w.Shape |= upperAt(i)
		case digit:
			c = '0'
			w.Shape |= HasDigit
		case hyphen:
			w.Shape |= HasHyphen
		case stop:
			w.Shape |= HasStop
		case mark:
			w.Shape |= HasMark
		case high:
			w.Plain = false
			r, n := utf8.DecodeRuneInString(word[i:])
			switch {
			case r == '’' || r == '‘':
				r = '\''
				w.Shape |= HasMark
			case r == '“' || r == '”':
				r = '"'
				w.Shape |= HasMark
			case unicode.IsUpper(r):
				r = unicode.ToLower(r)
				w.Shape |= upperAt(i)
			case unicode.IsLower(r):
				w.Shape |= HasLower
			case !unicode.IsLetter(r):
				w.Shape |= HasMark
			}
			low = utf8.AppendRune(low, r)
			i += n - 1
			continue
		}
		low = append(low, c)
	}
	if len(word) > 0 && (kinds[word[0]] > digit && kinds[word[0]] < high || w.Shape == HasMark) {
		w.Shape |= BeginsMark
	}
	low = append(low, rest...)
	w.Length = uint8(min(len(low), longWord))
	for i := min(len(low), 8) - 1; i >= 0; i-- {
		w.Head = w.Head<<8 | uint64(low[i])
	}
	for _, c := range low[max(0, len(low)-8):] {
		w.Tail = w.Tail<<8 | uint64(c)
	}
	w.Low = linear.Hash(unsafe.String(unsafe.SliceData(low), len(low)))
	w.LowCluster = clusters.OfNormal(w.Low)
	w.Exact, w.Cluster = w.Low, w.LowCluster
	if w.Shape&(FirstUpper|OtherUpper) != 0 {
		w.Exact = linear.Mix(w.Low, linear.Hash(word))
		if c := clusters.OfExact(word); c != 0 {
			w.Cluster = c
		}
	}
	w.Path = w.Cluster.Path()
}

func upperAt(i int) Shape {
	if i == 0 {
		return FirstUpper
	}
	return OtherUpper
}

// kinds of bytes.
const (
	lowerLetter = iota
	upperLetter
	digit
	hyphen
	stop
	mark
	high
)

var kinds = func() (k [256]uint8) {
	for c := range 256 {
		switch {
		case 'a' <= c && c <= 'z':
			k[c] = lowerLetter
		case 'A' <= c && c <= 'Z':
			k[c] = upperLetter
		case '0' <= c && c <= '9':
			k[c] = digit
		case c == '-':
			k[c] = hyphen
		case c == '.':
			k[c] = stop
		case c < utf8.RuneSelf:
			k[c] = mark
		default:
			k[c] = high
		}
	}
	return k
}()

// suffix is the last n bytes as a number, with n in it; 0 when the word is
// shorter.
func (w *Word) suffix(n int) uint64 {
	if int(w.Length) < n {
		return 0
	}
	return w.Tail&(1<<(8*n)-1) | uint64(n)<<56
}

// prefix is the first n bytes.
func (w *Word) prefix(n int) uint64 {
	if int(w.Length) < n {
		return 0
	}
	return w.Head&(1<<(8*n)-1) | uint64(n)<<56
}
