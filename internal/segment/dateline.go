package segment

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// A dateline is read from left to right as
//
//	[place [/ place | and place]…] [, date] [(agency) | (date)] mark [date:]
//
// The places are in capitals ("FLINT, Mich.") or known ("Doha"). What stands
// before the mark must be complete: a word that is neither place, date nor
// agency means that the line only looks like a dateline.

// maxDateline is how far into a paragraph the mark of a dateline can stand.
const maxDateline = 120

// Dateline finds the dateline that block b begins with, or that it consists of.
func Dateline(text string, b Block) (DatelineParts, bool) {
	s := text[b.Start:min(b.End, b.Start+maxDateline)]
	d := datelineReader{s: s, whole: int(b.End-b.Start) == len(s)}
	parts, ok := d.read()
	if !ok {
		return DatelineParts{}, false
	}
	shift := func(x *Span) {
		if x.End > 0 {
			x.Start += b.Start
			x.End += b.Start
		}
	}
	shift(&parts.Span)
	shift(&parts.Date)
	shift(&parts.Agency)
	for i := range parts.Places {
		shift(&parts.Places[i])
	}
	return parts, true
}

// datelineReader reads a dateline at the start of s.
type datelineReader struct {
	s     string
	i     int
	whole bool // s is all of the block
	parts DatelineParts
}

func (d *datelineReader) read() (DatelineParts, bool) {
	if first := placeKindsOf(firstWord(d.s)); dateLen(d.s) == 0 && (first&placeAgency == 0 || first&placeCity != 0) {
		d.places()
	}
	d.blank()
	d.parts.Date = d.date(true)
	d.bareAgency()
	d.blank()
	if len(d.parts.Places) > 0 && strings.HasPrefix(d.s[d.i:], ",") { // a stray comma: "LAHORE, (APP)", "WASHINGTON, –"
		d.i++
		d.blank()
	}
	if inner, ok := d.bracket(); ok {
		if t := d.s[inner.Start:inner.End]; dateLen(t) == len(t) {
			if d.parts.Date.End == 0 {
				d.parts.Date = inner
			}
		} else if i := strings.LastIndex(t, " - "); i > 0 && dateLen(t[i+3:]) > 0 { // "(UrduPoint - 5th Apr, 2019)"
			d.parts.Agency = Span{inner.Start, inner.Start + uint32(len(strings.TrimRight(t[:i], " ")))}
			if d.parts.Date.End == 0 {
				from := inner.Start + uint32(i+3)
				d.parts.Date = Span{from, from + uint32(dateLen(t[i+3:]))}
			}
		} else if isAgency(t) {
			d.parts.Agency = inner
		} else {
			return DatelineParts{}, false
		}
		d.blank()
	}
	if d.parts.Date.End == 0 {
		d.parts.Date = d.date(true)
		d.blank()
	}
	mark := d.mark()
	if mark == 0 && (d.i < len(d.s) || !d.whole) {
		return DatelineParts{}, false
	}
	end := d.i
	// "Kampala, Uganda | AFP | The …"
	if mark == '|' && d.parts.Agency.End == 0 {
		d.blank()
		if i := strings.IndexByte(d.s[d.i:], '|'); i > 0 {
			name := strings.TrimRight(d.s[d.i:d.i+i], " ")
			if placeKindsOf(name)&placeAgency != 0 {
				d.parts.Agency = Span{uint32(d.i), uint32(d.i + len(name))}
				end = d.i + i + 1
			}
		}
	}
	// "CAIRO - 24 July 2022: The …"
	if d.parts.Date.End == 0 && mark != ':' && mark != '|' {
		d.blank()
		if late := d.date(false); late.End > 0 {
			d.blank()
			if second := d.mark(); second != 0 {
				d.parts.Date, end, mark = late, d.i, second
			}
		}
	}
	d.parts.Span = Span{0, uint32(end)}
	return d.parts, d.credible(mark, end)
}

// credible weighs what was found: the fewer parts, the surer the place must be.
func (d *datelineReader) credible(mark rune, end int) bool {
	p := &d.parts
	rest := strings.TrimLeft(d.s[end:], " \u00a0\t")
	if rest == "" {
		return d.whole && d.standsAlone()
	}
	r, _ := utf8.DecodeRuneInString(rest)
	opensText := (!unicode.IsLower(r) || isCamelCase(rest)) && (unicode.IsLetter(r) || unicode.IsDigit(r) || strings.ContainsRune("\"'“‘(«[$£€#`@¿¡…", r))
	if len(p.Places) == 0 {
		return p.Agency.End > 0 && opensText && placeKindsOf(d.s[p.Agency.Start:p.Agency.End])&placeAgency != 0
	}
	known, capitals := true, true
	for _, x := range p.Places {
		k, caps := d.weighPlace(x)
		if k&placeLabel != 0 || k&placeAgency != 0 && k&(placeCity|placeRegion) == 0 {
			return false
		}
		city := k&placeCity != 0 && (k&placeWeak == 0 || caps && mark != ':')
		region := k&placeRegion != 0 && caps && (mark != ':' || x.End-x.Start > 3 && k&placeCity == 0)
		capitals = capitals && caps
		known = known && (city || region)
	}
	switch {
	case p.Agency.End > 0:
		return known || capitals || placeKindsOf(d.s[p.Agency.Start:p.Agency.End])&placeAgency != 0
	case p.Date.End > 0:
		return known || capitals
	case !opensText:
		return false
	case known:
		return true
	}
	return capitals && mark != ':' && mark != '|' && !isCapitals(firstWord(rest))
}

// standsAlone says whether what fills a line is a dateline: it has places, all in
// capitals or known, and a date, an agency or a state besides.
func (d *datelineReader) standsAlone() bool {
	more := d.parts.Date.End > 0 || d.parts.Agency.End > 0
	for _, x := range d.parts.Places {
		kinds, capitals := d.weighPlace(x)
		if kinds&placeLabel != 0 || !capitals && kinds&placeCity == 0 {
			return false
		}
		_, state, ok := strings.Cut(d.s[x.Start:x.End], ", ")
		more = more || ok && capitals && placeKindsOf(state)&placeRegion != 0
	}
	return more && len(d.parts.Places) > 0
}

// weighPlace returns the kinds of a place and whether it is in capitals. The
// state behind a city vouches for it.
func (d *datelineReader) weighPlace(x Span) (kinds uint32, capitals bool) {
	city, state, _ := strings.Cut(d.s[x.Start:x.End], ",")
	kinds = placeKindsOf(city)
	if state = strings.TrimSpace(state); state != "" && placeKindsOf(state)&placeRegion != 0 {
		kinds = kinds&^(placeWeak|placeLabel) | placeCity
	}
	return kinds, isCapitals(city)
}

// isCamelCase says whether s begins like "eCommerce".
func isCamelCase(s string) bool {
	return len(s) > 1 && 'a' <= s[0] && s[0] <= 'z' && 'A' <= s[1] && s[1] <= 'Z'
}

// firstWord is the run of letters that s begins with, after marks.
func firstWord(s string) string {
	s = strings.TrimLeft(s, "\"'“‘(")
	for i, r := range s {
		if !unicode.IsLetter(r) {
			return s[:i]
		}
	}
	return s
}

// places reads the places.
func (d *datelineReader) places() {
	for {
		start := d.i
		if !d.place() {
			d.i = start
			return
		}
		d.parts.Places = append(d.parts.Places, Span{uint32(start), uint32(d.i)})
		after := d.i
		switch {
		case strings.HasPrefix(d.s[d.i:], "/ "):
			d.i += len("/ ")
		case strings.HasPrefix(d.s[d.i:], "/"):
			d.i++
		case strings.HasPrefix(d.s[d.i:], " and "):
			d.i += len(" and ")
		case strings.HasPrefix(d.s[d.i:], " / "):
			d.i += len(" / ")
		default:
			return
		}
		if n := len(d.parts.Places); n == 4 || d.i >= len(d.s) {
			d.i = after
			return
		}
	}
}

// place reads a city and, after a comma, its state or country.
func (d *datelineReader) place() bool {
	start := d.i
	caps, words := true, 0
	for words < 5 {
		w := d.word()
		if w == "" {
			break
		}
		if words > 0 && (monthLen(w) > 0 || w == "and") {
			break
		}
		upper := isCapitals(w)
		r, _ := utf8.DecodeRuneInString(w)
		if !upper && !unicode.IsUpper(r) && !(words > 0 && isNameParticle(w)) {
			break
		}
		if caps && words > 0 && !upper && !isNameParticle(w) && isCapitals(d.s[start:d.i]) {
			// "WASHINGTON Reuters": capitals end where mixed case begins.
			break
		}
		caps = caps && upper
		d.i += len(w)
		words++
		if !strings.HasPrefix(d.s[d.i:], " ") || d.i+1 >= len(d.s) || !isWordStart(d.s[d.i+1:]) {
			break
		}
		d.i++
	}
	d.i = start + len(strings.TrimRight(d.s[start:d.i], " "))
	if words == 0 || d.i == start {
		return false
	}
	if !caps && placeKindsOf(d.s[start:d.i])&placeCity == 0 {
		// Mixed case: only what is known, or has an agency or a state behind it.
		rest := d.s[d.i:]
		if !strings.HasPrefix(rest, " (") && !strings.HasPrefix(rest, ", ") {
			return false
		}
	}
	// The state, country or prefecture.
	city := d.i
	if rest, ok := strings.CutPrefix(d.s[d.i:], ", "); ok && monthLen(rest) == 0 && dateLen(rest) == 0 {
		n := statePrefix(rest)
		if n == 0 {
			d.i = city
			return caps
		}
		d.i += 2 + n
	}
	return true
}

// word returns the word at i: letters, digits, and the dots, hyphens and
// apostrophes within it.
func (d *datelineReader) word() string {
	s := d.s[d.i:]
	j := 0
	for j < len(s) {
		r, n := utf8.DecodeRuneInString(s[j:])
		switch {
		case unicode.IsLetter(r), unicode.IsMark(r):
		case r == '.' && j > 0 && (j <= 3 || strings.Contains(s[:j], ".")):
		case (r == '\'' || r == '’' || r == '-') && j > 0 && isWordStart(s[j+n:]):
		default:
			return s[:j]
		}
		j += n
	}
	return s[:j]
}

func isWordStart(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsLetter(r)
}

// isCapitals says whether s has two letters or more and all are capitals, but
// for the small letters of "McALLEN" and "St. LOUIS".
func isCapitals(s string) bool {
	s = strings.TrimPrefix(strings.TrimPrefix(s, "Mc"), "Mac")
	letters := 0
	for _, r := range s {
		if unicode.IsLower(r) {
			return false
		}
		if unicode.IsUpper(r) || unicode.IsLetter(r) {
			letters++
		}
	}
	return letters >= 2
}

// statePrefix is the length of the state or country that s begins with, up to
// the mark, the bracket, the slash or the date that ends it.
func statePrefix(s string) int {
	end, words := 0, 0
	i := 0
	for i < len(s) && words < 4 {
		d := datelineReader{s: s, i: i}
		w := d.word()
		r, _ := utf8.DecodeRuneInString(w)
		if w == "" || !unicode.IsUpper(r) && !(words > 0 && isNameParticle(w)) || words > 0 && monthLen(w) > 0 {
			break
		}
		i += len(w)
		if i < len(s) && s[i] == '.' && len(w) <= 6 { // "Calif.", "W. Va."
			i++
		}
		end = i
		words++
		if i < len(s) && s[i] == ' ' {
			i++
		} else {
			break
		}
	}
	if end == 0 {
		return 0
	}
	rest := strings.TrimLeft(s[end:], " \u00a0")
	if rest == "" {
		return end
	}
	switch r, _ := utf8.DecodeRuneInString(rest); r {
	case '—', '–', '-', '―', '(', '[', ',', '/', ':', '|':
		return end
	}
	if strings.HasPrefix(rest, "and ") {
		return end
	}
	return 0
}

// blank skips blank space and, where asked for by the grammar, nothing else.
func (d *datelineReader) blank() {
	for d.i < len(d.s) {
		n := blankLen(d.s[d.i:])
		if n == 0 {
			return
		}
		d.i += n
	}
}

// date reads a date, after a comma if there is one.
func (d *datelineReader) date(comma bool) Span {
	i := d.i
	if comma && i < len(d.s) && d.s[i] == ',' {
		i++
		for i < len(d.s) && blankLen(d.s[i:]) > 0 {
			i += blankLen(d.s[i:])
		}
	}
	n := dateLen(d.s[i:])
	if n == 0 {
		return Span{}
	}
	d.i = i + n
	return Span{uint32(i), uint32(i + n)}
}

// bracket reads "(…)" and returns what is within.
func (d *datelineReader) bracket() (Span, bool) {
	if d.i >= len(d.s) || d.s[d.i] != '(' && d.s[d.i] != '[' {
		return Span{}, false
	}
	closing := byte(')')
	if d.s[d.i] == '[' {
		closing = ']'
	}
	n := strings.IndexByte(d.s[d.i:min(len(d.s), d.i+60)], closing)
	if n < 3 {
		return Span{}, false
	}
	inner := Span{uint32(d.i + 1), uint32(d.i + n)}
	d.i += n + 1
	return inner, true
}

// bareAgency reads an agency that stands after a comma, or without a place:
// "WASHINGTON, April 8, Reuter -", "CNN —".
func (d *datelineReader) bareAgency() {
	i := d.i
	if rest, ok := strings.CutPrefix(d.s[i:], ", "); ok {
		i = len(d.s) - len(rest)
	} else if i > 0 {
		return
	}
	word, _, _ := strings.Cut(d.s[i:], " ")
	if kinds := placeKindsOf(word); kinds&placeAgency != 0 && kinds&(placeCity|placeRegion) == 0 && word != "" {
		d.parts.Agency = Span{uint32(i), uint32(i + len(word))}
		d.i = i + len(word)
	}
}

// isAgency says whether what stands in the brackets can be the name of an agency.
func isAgency(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return (unicode.IsUpper(r) || placeKindsOf(s)&placeAgency != 0) && strings.Count(s, " ") <= 4
}

// mark reads the mark that closes a dateline and returns it, or 0.
func (d *datelineReader) mark() rune {
	s := d.s[d.i:]
	for _, m := range [...]string{"—", "–", "―", "--", "-", ":", "|"} {
		if strings.HasPrefix(s, m) {
			if m == "-" && d.i > 0 && d.s[d.i-1] != ' ' && d.i+1 < len(d.s) && isWordByte(d.s[d.i+1]) {
				return 0 // "AR-15"
			}
			d.i += len(m)
			// "---", "— –"
			for strings.HasPrefix(d.s[d.i:], "-") {
				d.i++
			}
			r, _ := utf8.DecodeRuneInString(m)
			return r
		}
	}
	return 0
}
