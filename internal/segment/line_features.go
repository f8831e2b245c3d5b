package segment

import (
	"strings"

	"github.com/seed05c9d22b/newstext/internal/linear"
)

// Lines are classified by what they look like (length, case, marks, words) and
// where they stand: the place in the story, the lines around, and whether their
// words are those of the body. Each observation becomes a feature; the model
// has weights for each feature and kind.
//
// The body is first told from the rest by sight: a line of running text is long,
// begins like a sentence and ends like one.

const (
	longLine  = 160 // a line longer than this is read at its ends only:
	headBytes = 72  // to here,
	tailBytes = 48  // and from here before its end
	minRunny  = 90  // a line of running text is at least this long

	minSentence = 40 // a shorter line is not decided at first look
)

// LineReader reads the lines of a text as features. It is used for one text at a
// time, and may be used again for the next.
type LineReader struct {
	text  string
	lines []Block
	fixed uint64 // 1 if the headline stands before the lines

	firstRunny, lastRunny, runny int // lines of running text: the first, the last, how many

	body  bodyWords
	words []uint32 // of the line at hand
	looks [5]look  // of the lines before, at and after it
	at    int      // the index of the line that looks[2] shows, −1 at first
}

// look is what is seen of a line at a glance.
type look struct {
	length      uint8  // bucket; 0 where there is no line
	first, last uint8  // class of the character
	sentence    bool   // begins and ends like a sentence
	runny       bool   // and is long
	bullet      uint8  // the first character of a bullet or number
	blank       bool   // an empty line stands before it
	signed      bool   // ends like a post: "— Ilena Tarrow (@itarrow) March 5, 2024"
	word        uint32 // the first word
}

// Read begins with a new text. headlineKnown is that of [Blocks].
func (r *LineReader) Read(text string, lines []Block, headlineKnown bool) {
	r.text, r.lines = text, lines
	r.fixed = 0
	if headlineKnown {
		r.fixed = 1
	}
	r.firstRunny, r.lastRunny, r.runny = -1, -1, 0
	r.body = bodyWords{}
	for i := range lines {
		s := text[lines[i].Start:lines[i].End]
		if len(s) < minRunny || !isSentence(firstClass(s), lastClass(s)) {
			continue
		}
		if r.runny == 0 {
			r.firstRunny = i
		}
		r.lastRunny = i
		r.runny++
		if r.runny <= 4 {
			r.body.add(s[:min(len(s), 160)])
		}
	}
	r.at = -1
}

// Clear lets go of the text.
func (r *LineReader) Clear() { r.text, r.lines = "", nil }

// isSentence says whether a line with first and last characters of these classes
// begins and ends like a sentence.
func isSentence(first, last uint8) bool {
	return (last == charStop || last == charQuoteStop) && (first == charUpper || first == charQuote)
}

// glance looks at line i.
func (r *LineReader) glance(i int) look {
	if i < 0 || i >= len(r.lines) {
		return look{}
	}
	s := r.text[r.lines[i].Start:r.lines[i].End]
	l := look{length: lengthBucket(len(s)), first: firstClass(s), last: lastClass(s)}
	l.signed = l.last == charDigit && isSigned(s)
	l.sentence = len(s) >= minSentence && isSentence(l.first, l.last)
	l.runny = l.sentence && len(s) >= minRunny
	if l.first != charUpper && l.first != charLower && bulletLen(s) > 0 {
		l.bullet = l.first
	}
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

// isSigned says whether the end of a line has a handle in brackets and a year
// after it.
func isSigned(s string) bool {
	s = s[max(0, len(s)-48):]
	i := strings.LastIndexByte(s, ')')
	return i > 0 && digitsLast(s) == 4 && strings.Contains(s[:i], "(@")
}

// LookAt turns to line i. Lines are looked at in order.
func (r *LineReader) LookAt(i int) {
	if r.at+1 == i && i > 0 {
		copy(r.looks[:], r.looks[1:])
		r.looks[4] = r.glance(i + 2)
	} else if r.at != i {
		for k := range r.looks {
			r.looks[k] = r.glance(i + k - 2)
		}
	}
	r.at = i
}

// LooksRunning says whether the line that is looked at can be running text at
// first look: a whole sentence, or several. The first and last lines of the body
// are looked at more closely, because standfirsts and notes stand there.
func (r *LineReader) LooksRunning() bool {
	return r.looks[2].sentence && (r.at != r.firstRunny && r.at != r.lastRunny || r.runny < 3)
}

// dateline says whether a line near the start of the story begins with a
// dateline, which makes it a paragraph even where it is cut off, or is one.
func (r *LineReader) dateline() (opens, whole bool) {
	here := &r.looks[2]
	if r.at > 8 && r.at > r.firstRunny || here.first != charUpper && here.first != charOpen || here.length < 4 {
		return false, false
	}
	d, ok := Dateline(r.text, r.lines[r.at])
	return ok && d.End < r.lines[r.at].End, ok && d.End == r.lines[r.at].End
}

// isWholeText says whether the line is all that there is, and ends like a
// sentence: then it is running text.
func (r *LineReader) isWholeText() bool {
	last := r.looks[2].last
	return len(r.lines) == 1 && (last == charStop || last == charQuoteStop)
}

// Features appends the features of the line that is looked at.
func (r *LineReader) Features(dst []uint64) []uint64 {
	s := r.text[r.lines[r.at].Start:r.lines[r.at].End]
	f := features{dst}
	place := r.place(&f)
	r.around(&f)
	r.shape(&f, place)
	r.wording(&f, s, place)
	return f.dst
}

// features collects features.
type features struct{ dst []uint64 }

// add adds a feature: the template that it belongs to, and its value.
func (f *features) add(template, value uint64) {
	f.dst = append(f.dst, linear.Mix(template, value))
}

// Templates of features.
const (
	fBias uint64 = iota + 1
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
	fFirstWord
	fSecondWord
	fFirstTwo
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
	fPlace
	fWordCount
	fLengthPlace
	fCasePlace
	fInBodyPlace
	fNextFirst
	fPrevFirst
	fLastShape
	fBetween
	fBullet
	fBulletLast
	fSigned
	fKind // the kind of the line before
	fPlainLength
	fPlainFirst
	fPlainTwo
	fPlainLast
	fPlainNear
	fPlainPlace
	fPlainEnd
)

// distance is a bucket of how far away a line is.
func distance(n int) uint64 {
	switch {
	case n < 4:
		return uint64(n)
	case n < 6:
		return 4
	case n < 10:
		return 5
	case n < 20:
		return 6
	}
	return 7
}

// zone is the part of the story that the line stands in.
func (r *LineReader) zone() uint64 {
	switch {
	case r.runny == 0:
		return 0
	case r.at < r.firstRunny:
		return 1
	case r.at > r.lastRunny:
		return 3
	}
	return 2
}

// place says where the line stands, and returns it as one of a few zones.
func (r *LineReader) place(f *features) uint64 {
	i := r.at
	f.add(fBias, r.fixed)
	fromStart := distance(i)
	f.add(fFromStart, fromStart*2+r.fixed)
	zone := r.zone()
	switch zone {
	case 1:
		f.add(fFromBody, distance(r.firstRunny-i))
		f.add(fBetween, distance(r.firstRunny-i)<<8|fromStart<<1|r.fixed)
	case 3:
		f.add(fAfterBody, distance(i-r.lastRunny))
	case 2:
		if i == r.firstRunny {
			f.add(fFromBody, 100)
		}
	}
	f.add(fPlace, zone)
	f.add(fRunnyCount, distance(r.runny)<<2|zone)
	if i == 0 {
		zone += 4
	}
	return zone
}

// near is which of the lines around are running text, and which are missing.
func (r *LineReader) near() uint64 {
	near := uint64(0)
	for k := range r.looks {
		if r.looks[k].runny {
			near |= 1 << k
		}
		if r.looks[k].length == 0 {
			near |= 32 << k
		}
	}
	return near
}

// around says what the lines around look like.
func (r *LineReader) around(f *features) {
	prev, here, next := &r.looks[1], &r.looks[2], &r.looks[3]
	f.add(fPrevLength, uint64(prev.length))
	f.add(fNextLength, uint64(next.length))
	f.add(fPrevLast, uint64(prev.last)<<4|uint64(here.first))
	f.add(fNextLast, uint64(next.last))
	f.add(fNextFirst, uint64(next.first)<<8|uint64(here.last))
	f.add(fPrevFirst, uint64(prev.first)<<8|uint64(here.first))
	if here.length < 13 {
		f.add(fPrevWord, uint64(prev.word))
		f.add(fNextWord, uint64(next.word))
	}
	near := r.near()
	f.add(fNear, near)
	f.add(fBullet, uint64(here.bullet)<<10|uint64(prev.bullet)<<5|uint64(next.bullet))
	f.add(fSigned, bit(prev.signed)<<3|bit(here.signed)<<2|bit(next.signed)<<1|bit(r.looks[4].signed))
	f.add(fBulletLast, uint64(here.bullet)<<5|uint64(here.last))
	f.add(fBlank, near<<2|bit(here.blank)<<1|bit(next.blank))
}

func bit(b bool) uint64 {
	if b {
		return 1
	}
	return 0
}

// shape says what the line looks like apart from its words.
func (r *LineReader) shape(f *features, place uint64) {
	here := &r.looks[2]
	f.add(fLength, uint64(here.length))
	f.add(fLengthPlace, uint64(here.length)<<4|place)
	f.add(fFirst, uint64(here.first)<<4|place)
	f.add(fLast, uint64(here.last)<<4|place)
	f.add(fFirstLast, uint64(here.first)<<16|uint64(here.last)<<8|uint64(here.length+1)/3)
}

// wording says what a line is made of: words, signs, case.
func (r *LineReader) wording(f *features, s string, place uint64) {
	here := &r.looks[2]
	long := len(s) > longLine
	r.words = r.words[:0]
	var c counts
	if long {
		r.words = c.read(r.words, s[:headBytes])
		r.words = c.read(r.words, s[len(s)-tailBytes:])
	} else {
		r.words = c.read(r.words, s)
	}
	w := r.words
	n := len(w)
	f.add(fSigns, uint64(c.signs)<<1|bit(long))
	f.add(fDigits, uint64(min(c.digits, 15))<<8|uint64(here.length))
	letterCase := c.letterCase()
	f.add(fCase, letterCase<<8|uint64(here.last))
	f.add(fCasePlace, letterCase<<8|place)
	f.add(fStops, uint64(min(c.stops, 3))<<8|uint64(here.last)<<3|uint64(here.length)/4)
	if n == 0 {
		return
	}
	f.add(fWordCount, distance(n))
	if !long {
		content, known := r.body.share(w)
		share := uint64(0)
		if content > 0 {
			share = 1 + uint64(known*6/content)
		}
		f.add(fInBody, share<<4|place)
		f.add(fInBodyPlace, share<<8|uint64(min(content, 4))<<4|uint64(here.length)/3)
	}
	first, last := uint64(w[0]), uint64(w[n-1])
	f.add(fFirstWord, first)
	if n > 1 {
		f.add(fSecondWord, uint64(w[1]))
		f.add(fFirstTwo, first<<32|uint64(w[1]))
		f.add(fLastTwo, uint64(w[n-2])<<32|last)
	}
	f.add(fLastWord, last)
	f.add(fLastShape, last<<16|uint64(here.last)<<8|bit(long))
	whole := uint64(0)
	for k, x := range w {
		if k < 8 || k >= n-6 {
			f.add(fWord, uint64(x))
		}
		whole = whole*0x9E3779B97F4A7C15 + uint64(x)
	}
	if n <= 6 && !long {
		f.add(fWhole, whole)
	}
}

// PlainFeatures appends the few features by which most lines of running text are
// told at once.
func (r *LineReader) PlainFeatures(dst []uint64) []uint64 {
	here := &r.looks[2]
	s := r.text[r.lines[r.at].Start:r.lines[r.at].End]
	f := features{dst}
	first, second := firstWords(s[:min(len(s), 40)])
	last := lastWord(s[max(0, len(s)-24):])
	f.add(fPlainLength, uint64(here.length)<<8|uint64(here.first)<<4|uint64(here.last))
	f.add(fPlainFirst, first)
	f.add(fPlainTwo, first*31+second)
	f.add(fPlainLast, last)
	f.add(fPlainNear, r.near())
	f.add(fPlainPlace, min(uint64(r.at), 5)<<8|distance(max(0, r.at-r.firstRunny))<<4|distance(r.lastRunny-min(r.at, r.lastRunny)))
	f.add(fPlainEnd, last*31+uint64(here.length))
	return f.dst
}

// firstWords are hashes of the first two words of s, with the marks on them.
func firstWords(s string) (first, second uint64) {
	i := 0
	for i < len(s) && s[i] != ' ' {
		first = first*31 + uint64(s[i])
		i++
	}
	i++
	for i < len(s) && s[i] != ' ' {
		second = second*31 + uint64(s[i])
		i++
	}
	return first, second
}

// lastWord is a hash of the last word of s, with the marks on it.
func lastWord(s string) (last uint64) {
	for i := len(s) - 1; i >= 0 && s[i] != ' '; i-- {
		last = last*31 + uint64(s[i])
	}
	return last
}
