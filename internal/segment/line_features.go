package segment

import (
	"unicode"
	"unicode/utf8"
)

// Lines are classified by what they look like (length, case, marks, words) and
// where they stand: the place in the story, the lines around, and whether their
// words are those of the body. Each observation becomes a feature, a hash of 32
// bits; the model has a weight for each feature and kind.
//
// The body is first told from the rest by sight: a line of running text is long,
// begins like a sentence and ends like one.

const (
	headBytes = 72  // a long line is read to here,
	tailBytes = 48  // and from here before its end
	longLine  = 160 // a line longer than this is read at its ends only
	minRunny  = 90  // a line of running text is at least this long
)

// LineReader reads the lines of a text as features. It is used for one text at a
// time, and may be used again for the next.
type LineReader struct {
	text  string
	lines []Block
	fixed uint32 // 1 if the headline stands before the lines

	firstRunny, lastRunny, runny int // lines of running text: the first, the last, how many

	bodyWords [64]uint64 // a Bloom filter of the words of the body's first lines
	words     []uint32   // of the line at hand
	looks     [5]look    // of the lines before, at and after it
	at        int        // the index of the line that looks[2] shows, −1 at first
}

// look is what is seen of a line at a glance.
type look struct {
	length      uint8 // bucket; 0 where there is no line
	first, last uint8 // class of the character
	runny       bool
	blank       bool // an empty line stands before it
	word        uint32
}

// Read begins with a new text. headlineKnown is that of [Blocks].
func (r *LineReader) Read(text string, lines []Block, headlineKnown bool) {
	r.text, r.lines = text, lines
	r.fixed = 0
	if headlineKnown {
		r.fixed = 1
	}
	r.firstRunny, r.lastRunny, r.runny = -1, -1, 0
	r.bodyWords = [64]uint64{}
	for i := range lines {
		if !isRunny(text[lines[i].Start:lines[i].End]) {
			continue
		}
		if r.runny == 0 {
			r.firstRunny = i
		}
		r.lastRunny = i
		r.runny++
		if r.runny <= 12 {
			r.addBody(text[lines[i].Start:lines[i].End])
		}
	}
	r.at = -1
}

// isRunny says whether a line looks like running text.
func isRunny(s string) bool {
	if len(s) < minRunny {
		return false
	}
	switch lastClass(s) {
	case charStop, charQuoteStop:
	default:
		return false
	}
	switch firstClass(s) {
	case charUpper, charQuote:
		return true
	}
	return false
}

// addBody adds the words of a line of the body to the filter.
func (r *LineReader) addBody(s string) {
	r.words = r.words[:0]
	r.readWords(s[:min(len(s), 400)])
	for _, w := range r.words {
		r.bodyWords[w>>6&63] |= 1 << (w & 63)
	}
}

func (r *LineReader) inBody(w uint32) bool {
	return r.bodyWords[w>>6&63]&(1<<(w&63)) != 0
}

// Classes of characters.
const (
	charNone uint8 = iota
	charUpper
	charLower
	charDigit
	charQuote     // a mark that opens a quotation, or an ambiguous one
	charStop      // . ? ! …
	charQuoteStop // a stop within the closing mark
	charComma
	charColon
	charDash
	charBullet
	charOpen  // ( [
	charClose // ) ]
	charBar   // |
	charSlash
	charSign // © @ # * and other signs
	charClosingQuote
	charOther
)

func classOf(c rune) uint8 {
	switch {
	case 'a' <= c && c <= 'z':
		return charLower
	case 'A' <= c && c <= 'Z':
		return charUpper
	case '0' <= c && c <= '9':
		return charDigit
	}
	switch c {
	case '.', '!', '?', '…':
		return charStop
	case '"', '\'', '“', '‘', '«', '`', '„':
		return charQuote
	case '”', '’', '»':
		return charClosingQuote
	case ',', ';':
		return charComma
	case ':':
		return charColon
	case '-', '–', '—', '―', '_':
		return charDash
	case '•', '◦', '▪', '■', '●', '‣', '·', '∙', '►', '➢', '*':
		return charBullet
	case '(', '[':
		return charOpen
	case ')', ']':
		return charClose
	case '|':
		return charBar
	case '/', '\\':
		return charSlash
	}
	switch {
	case c < utf8.RuneSelf:
		return charSign
	case unicode.IsUpper(c):
		return charUpper
	case unicode.IsLetter(c):
		return charLower
	}
	return charOther
}

func firstClass(s string) uint8 {
	c := rune(s[0])
	if c >= utf8.RuneSelf {
		c, _ = utf8.DecodeRuneInString(s)
	}
	return classOf(c)
}

// lastClass is the class of the last character; a stop before closing marks
// makes it charQuoteStop.
func lastClass(s string) uint8 {
	c, n := rune(s[len(s)-1]), 1
	if c >= utf8.RuneSelf {
		c, n = utf8.DecodeLastRuneInString(s)
	}
	class := classOf(c)
	if class != charQuote && class != charClosingQuote || n == len(s) {
		return class
	}
	switch s[len(s)-n-1] {
	case '.', '!', '?', ',':
		return charQuoteStop
	case 0xA6: // …
		return charQuoteStop
	}
	return class
}

// lengthBuckets are the upper ends of the buckets of a line's length in bytes.
var lengthBuckets = [...]int{2, 5, 9, 14, 20, 28, 38, 50, 65, 85, 110, 140, 180, 240, 320, 480, 800}

func lengthBucket(n int) uint8 {
	for i, end := range lengthBuckets {
		if n <= end {
			return uint8(i + 1)
		}
	}
	return uint8(len(lengthBuckets) + 1)
}

// glance looks at line i.
func (r *LineReader) glance(i int) look {
	if i < 0 || i >= len(r.lines) {
		return look{}
	}
	s := r.text[r.lines[i].Start:r.lines[i].End]
	l := look{length: lengthBucket(len(s)), first: firstClass(s), last: lastClass(s), runny: isRunny(s)}
	if i > 0 {
		l.blank = !adjacent(r.text[r.lines[i-1].End:r.lines[i].Start])
	}
	n := 0
	for n < len(s) && n < 12 && isWordByte(s[n]) {
		l.word = l.word*31 + uint32(s[n]|0x20)
		n++
	}
	return l
}

// Features appends the features of line i to dst. Lines are read in order.
func (r *LineReader) Features(dst []uint32, i int) []uint32 {
	if r.at+1 == i && i > 0 {
		copy(r.looks[:], r.looks[1:])
		r.looks[4] = r.glance(i + 2)
	} else if r.at != i {
		for k := range r.looks {
			r.looks[k] = r.glance(i + k - 2)
		}
	}
	r.at = i
	s := r.text[r.lines[i].Start:r.lines[i].End]
	f := features{dst: dst}
	place := r.place(&f, i)
	r.around(&f)
	r.shape(&f, s, place)
	r.wording(&f, s, place)
	return f.dst
}

// features collects features.
type features struct{ dst []uint32 }

// add adds a feature: the template that it belongs to, and its value.
func (f *features) add(template, value uint32) {
	h := (value + template*0x9E3779B1) * 0x85EBCA6B
	h ^= h >> 13
	h *= 0xC2B2AE35
	h ^= h >> 16
	f.dst = append(f.dst, h)
}

// Templates of features. A new one is added at the end.
const (
	fBias uint32 = iota
	fFromStart
	fFromBody
	fAfterBody
	fRunnyCount
	fLength
	fFirst
	fLast
	fFirstLast
	fCase
	fDigits
	fSigns
	fStops
	fInBody
	fWord
	fWordPlace
	fFirstWord
	fSecondWord
	fThirdWord
	fFirstTwo
	fFirstThree
	fLastWord
	fLastTwo
	fWhole
	fPrevLength
	fNextLength
	fPrevLast
	fNextLast
	fPrevWord
	fNextWord
	fBlank
	fNear
	fPairs
	fPlace
	fWordCount
	fLengthPlace
	fCasePlace
	fInBodyPlace
	fTwo
	fFirstShape
	fNextFirst
	fPrevFirst
)

// distance is a bucket of how far away a line is.
func distance(n int) uint32 {
	switch {
	case n < 4:
		return uint32(n)
	case n < 6:
		return 4
	case n < 10:
		return 5
	case n < 20:
		return 6
	}
	return 7
}

// place says where line i stands, and returns it as one of a few zones.
func (r *LineReader) place(f *features, i int) uint32 {
	f.add(fBias, r.fixed)
	f.add(fFromStart, distance(i)*2+r.fixed)
	zone := uint32(0) // no body at all
	switch {
	case r.runny == 0:
	case i < r.firstRunny:
		zone = 1
		f.add(fFromBody, distance(r.firstRunny-i))
	case i > r.lastRunny:
		zone = 3
		f.add(fAfterBody, distance(i-r.lastRunny))
	default:
		zone = 2
		if i == r.firstRunny {
			f.add(fFromBody, 100)
		}
	}
	f.add(fPlace, zone)
	f.add(fRunnyCount, distance(r.runny))
	if i == 0 {
		zone += 4
	}
	return zone
}

// around says what the lines around look like.
func (r *LineReader) around(f *features) {
	prev2, prev, here, next, next2 := &r.looks[0], &r.looks[1], &r.looks[2], &r.looks[3], &r.looks[4]
	f.add(fPrevLength, uint32(prev.length))
	f.add(fNextLength, uint32(next.length))
	f.add(fPrevLast, uint32(prev.last)<<4|uint32(here.first))
	f.add(fNextLast, uint32(next.last))
	f.add(fNextFirst, uint32(next.first)<<8|uint32(here.last))
	f.add(fPrevFirst, uint32(prev.first)<<8|uint32(here.first))
	if here.length < 13 {
		f.add(fPrevWord, prev.word)
		f.add(fNextWord, next.word)
	}
	near := uint32(0)
	for k, l := range [...]*look{prev2, prev, here, next, next2} {
		if l.runny {
			near |= 1 << k
		}
		if l.length == 0 {
			near |= 32 << k
		}
	}
	f.add(fNear, near)
	f.add(fBlank, near<<2|b2u(here.blank)<<1|b2u(next.blank))
}

func b2u(b bool) uint32 {
	if b {
		return 1
	}
	return 0
}

// shape says what a line looks like apart from its words.
func (r *LineReader) shape(f *features, s string, place uint32) {
	here := &r.looks[2]
	f.add(fLength, uint32(here.length))
	f.add(fLengthPlace, uint32(here.length)<<4|place)
	f.add(fFirst, uint32(here.first)<<4|place)
	f.add(fLast, uint32(here.last)<<4|place)
	f.add(fFirstLast, uint32(here.first)<<16|uint32(here.last)<<8|uint32(here.length+1)/3)
}

// wording says what a line is made of: words, signs, case.
func (r *LineReader) wording(f *features, s string, place uint32) {
	r.words = r.words[:0]
	var c counts
	head := len(s)
	if len(s) > longLine {
		c.add(r.readWords(s[:headBytes]))
		head = len(r.words)
		c.add(r.readWords(s[len(s)-tailBytes:]))
	} else {
		c.add(r.readWords(s))
	}
	w := r.words
	n := len(w)
	head = min(head, n)
	f.add(fSigns, c.signs<<1|b2u(len(s) > longLine))
	f.add(fDigits, min(uint32(c.digits), 15)<<8|uint32(r.looks[2].length))
	letterCase := c.letterCase()
	f.add(fCase, letterCase<<8|uint32(r.looks[2].last))
	f.add(fCasePlace, letterCase<<8|place)
	f.add(fStops, min(uint32(c.stops), 3)<<8|uint32(r.looks[2].last)<<3|uint32(r.looks[2].length)/4)
	f.add(fPairs, c.signs>>4&0xfff<<8|uint32(place))
	if n == 0 {
		return
	}
	f.add(fWordCount, distance(n))
	if len(s) <= longLine {
		content, known := 0, 0
		for _, x := range w {
			if x&1 == 0 { // a word of four letters or more
				content++
				if r.inBody(x) {
					known++
				}
			}
		}
		share := uint32(0)
		if content > 0 {
			share = 1 + uint32(known*6/content)
		}
		f.add(fInBody, share<<4|place)
		f.add(fInBodyPlace, share<<8|min(uint32(content), 4)<<4|uint32(r.looks[2].length)/3)
	}
	f.add(fFirstWord, w[0])
	f.add(fFirstShape, w[0]<<4|uint32(r.looks[2].length)/3)
	f.add(fWordPlace, w[0]*31+place)
	if n > 1 {
		f.add(fSecondWord, w[1])
		f.add(fFirstTwo, w[0]*31+w[1])
		f.add(fLastTwo, w[n-2]*31+w[n-1])
	}
	if n > 2 {
		f.add(fThirdWord, w[2])
		f.add(fFirstThree, (w[0]*31+w[1])*31+w[2])
	}
	f.add(fLastWord, w[n-1])
	whole := uint32(0)
	for k, x := range w {
		f.add(fWord, x)
		whole = whole*31 + x
		if k > 0 && len(s) <= longLine {
			f.add(fTwo, w[k-1]*31+x)
		}
	}
	if n <= 6 && len(s) <= longLine {
		f.add(fWhole, whole)
	}
}

// counts is what a stretch of a line holds.
type counts struct {
	upper, lower, capital, small int // letters; words that begin with a capital, and that do not
	digits, stops                int
	signs                        uint32 // a bit for each kind of sign
}

func (c *counts) add(d counts) {
	c.upper += d.upper
	c.lower += d.lower
	c.capital += d.capital
	c.small += d.small
	c.digits += d.digits
	c.stops += d.stops
	c.signs |= d.signs
}

// letterCase sums up the case of a line.
func (c *counts) letterCase() uint32 {
	switch {
	case c.upper+c.lower == 0:
		return 0
	case c.lower == 0:
		return 1 // CAPITALS
	case c.small == 0:
		return 2 // Each Word
	case c.capital == 0:
		return 3 // no word
	case c.capital >= 2*c.small:
		return 4 // Most of the Words
	case c.capital >= c.small:
		return 5
	case c.upper > c.lower:
		return 6 // MORE CAPITALS than not
	}
	return 7
}

// Bits of signs.
const (
	signAt = 1 << iota
	signWeb
	signBar
	signCopyright
	signBullet
	signColon
	signClock // 12:34
	signYear
	signMonth
	signParen
	signQuote
	signSlash
	signEllipsis
	signArrow
	signMoney
	signHash
	signDash
	signSemicolon
)

// readWords appends the hashes of the words of s to r.words, and counts. The
// lowest bit of a hash says that the word is short; digits count as one and the
// same, so that dates and times look alike.
func (r *LineReader) readWords(s string) counts {
	var c counts
	for i := 0; i < len(s); {
		b := s[i]
		if !isWordByte(b) {
			c.sign(s, i)
			i++
			continue
		}
		if b >= utf8.RuneSelf {
			if n := c.wideSign(s, i); n > 0 {
				i += n
				continue
			}
		}
		start := i
		h := uint32(2166136261)
		first := b
		digits := 0
		for i < len(s) {
			b := s[i]
			switch {
			case 'a' <= b && b <= 'z':
				c.lower++
			case 'A' <= b && b <= 'Z':
				c.upper++
				b |= 0x20
			case '0' <= b && b <= '9':
				c.digits++
				digits++
				b = '0'
			case b >= utf8.RuneSelf:
				if isWideSign(s, i) {
					goto end
				}
			case b == '\'' && i+1 < len(s) && isWordByte(s[i+1]):
			default:
				goto end
			}
			h = (h ^ uint32(b)) * 16777619
			i++
		}
	end:
		n := i - start
		h ^= h >> 15
		if n >= 4 {
			h &^= 1
		} else {
			h |= 1
		}
		switch {
		case 'a' <= first && first <= 'z':
			c.small++
		case 'A' <= first && first <= 'Z':
			c.capital++
		case n == 4 && digits == 4 && (first == '1' || first == '2'):
			c.signs |= signYear
		}
		if n >= 3 && n <= 9 && first >= 'A' && first <= 'S' && monthLen(s[start:i]) > 0 {
			c.signs |= signMonth
		}
		r.words = append(r.words, h)
	}
	return c
}

// sign notes the sign at s[i].
func (c *counts) sign(s string, i int) {
	switch s[i] {
	case '.', '!', '?':
		if i+2 < len(s) && s[i+1] == ' ' {
			c.stops++
		} else if i+1 < len(s) && i > 0 && 'a' <= s[i+1] && s[i+1] <= 'z' && isWordByte(s[i-1]) {
			c.signs |= signWeb // example.com
		}
	case '@':
		c.signs |= signAt
	case '|':
		c.signs |= signBar
	case ':':
		if i > 0 && i+1 < len(s) && '0' <= s[i-1] && s[i-1] <= '9' && '0' <= s[i+1] && s[i+1] <= '9' {
			c.signs |= signClock
		} else if i+2 < len(s) && s[i+1] == '/' && s[i+2] == '/' {
			c.signs |= signWeb
		} else {
			c.signs |= signColon
		}
	case '(', '[':
		c.signs |= signParen
	case '"':
		c.signs |= signQuote
	case '/':
		c.signs |= signSlash
	case '<', '>':
		c.signs |= signArrow
	case '$':
		c.signs |= signMoney
	case '#':
		c.signs |= signHash
	case ';':
		c.signs |= signSemicolon
	case '-':
		if i+1 < len(s) && s[i+1] == ' ' {
			c.signs |= signDash
		}
	}
}

// isWideSign says whether the character at s[i] is a mark or sign beyond ASCII,
// and not part of a word. The apostrophe ’ is part of one before a letter.
func isWideSign(s string, i int) bool {
	if s[i] == 0xE2 && i+2 < len(s) {
		return s[i+1] != 0x80 || s[i+2] != 0x99 || i+3 >= len(s) || !isWordByte(s[i+3])
	}
	return s[i] == 0xC2 && i+1 < len(s)
}

// wideSign notes the sign beyond ASCII at s[i] and returns its length, or 0.
func (c *counts) wideSign(s string, i int) int {
	if !isWideSign(s, i) {
		return 0
	}
	r, n := utf8.DecodeRuneInString(s[i:])
	switch r {
	case '©', '®':
		c.signs |= signCopyright
	case '“', '”', '«', '»', '‘':
		c.signs |= signQuote
	case '–', '—':
		c.signs |= signDash
	case '…':
		c.signs |= signEllipsis
	case '•', '·', '▪', '●':
		c.signs |= signBullet
	case '»' + 1, '→', '›', '‹', '←', '▸', '▶':
		c.signs |= signArrow
	case '£', '€':
		c.signs |= signMoney
	}
	return n
}
