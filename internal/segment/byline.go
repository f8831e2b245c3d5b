package segment

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// FindByline reads the authors, their title and their agency out of a byline:
//
//	By Ilena Tarrow and Jonas Pell
//	Ilena Tarrow, Staff Writer
//	By Ilena Tarrow, The Associated Press | March 11, 2024
//
// It reports false when the line names nobody. A handle, an address, or a time
// that stands on the line belongs to none of the parts.
func FindByline(text string, b Block) (BylineParts, bool) {
	s := text[b.Start:min(b.End, b.Start+maxByline)]
	parts := BylineParts{}
	i := bylineLead(s)
	separator := ""
	for i < len(s) {
		n := bylinePiece(s[i:])
		piece := trimSpan(s, i, i+n)
		if end := untilTime(s[piece.Start:piece.End]); end < int(piece.End-piece.Start) {
			piece = trimSpan(s, int(piece.Start), int(piece.Start)+end)
		}
		if separator != " in " { // "Ilena Tarrow in Port Ansel"
			addBylinePiece(&parts, s, piece, b.Start)
		}
		i += n
		n = bylineSeparator(s[i:])
		separator = s[i : i+n]
		i += n
	}
	if len(parts.Authors) == 0 && parts.Agency.End == 0 {
		return BylineParts{}, false
	}
	parts.Span = Span{b.Start, b.Start + uint32(len(s))}
	return parts, true
}

// maxByline is how much of a line is read as a byline.
const maxByline = 300

// addBylinePiece puts a piece of the line where it belongs.
func addBylinePiece(parts *BylineParts, s string, x Span, shift uint32) {
	if x.Start >= x.End {
		return
	}
	piece := s[x.Start:x.End]
	at := Span{x.Start + shift, x.End + shift}
	switch {
	case dateLen(piece) > 0 || timeLen(piece) > 0 || strings.ContainsAny(piece, "@0123456789"):
	case isBylineAgency(piece):
		if parts.Agency.End == 0 {
			parts.Agency = at
		}
	case isJobTitle(piece):
		if parts.Title.End == 0 && len(parts.Authors) > 0 {
			parts.Title = at
		}
	case len(parts.Authors) > 0 && placeKindsOf(piece)&(placeCity|placeWeak) == placeCity: // "Ilena Tarrow, Nairobi"
	case isPersonShape(piece):
		parts.Authors = append(parts.Authors, at)
	}
}

// bylineLead is the length of "By", "Posted by", "Story by:" and the like.
func bylineLead(s string) int {
	if strings.HasPrefix(s, "From ") {
		return len("From ")
	}
	for i := 0; i < len(s) && i < 40; i++ {
		if (s[i] == 'B' || s[i] == 'b') && i+2 < len(s) && s[i+1]|0x20 == 'y' && (s[i+2] == ' ' || s[i+2] == ':' || s[i+2] == 0xC2) && (i == 0 || s[i-1] == ' ') {
			i += 2
			for i < len(s) && (s[i] == ':' || blankLen(s[i:]) > 0) {
				i += max(1, blankLen(s[i:]))
			}
			return i
		}
	}
	return 0
}

// bylinePiece is the length of s up to the next separator.
func bylinePiece(s string) int {
	for i := 0; i < len(s); i++ {
		if bylineSeparator(s[i:]) > 0 {
			return i
		}
	}
	return len(s)
}

// bylineSeparator is the length of the separator that s begins with, or 0.
func bylineSeparator(s string) int {
	if s == "" {
		return 0
	}
	switch s[0] {
	case ',', '|', ';', '/', '(', ')', '[', ']':
		return 1
	case '@': // a handle; an address has a dot behind it
		if n := 1 + letters(s[1:]); n == len(s) || s[n] != '.' {
			return n
		}
		return 0
	}
	for _, sep := range [...]string{" and ", " & ", " AND ", " - ", " – ", " — ", " • ", " · ", " in ", " for ", " of ", " on ", " with ", "  "} {
		if strings.HasPrefix(s, sep) {
			return len(sep)
		}
	}
	return 0
}

func trimSpan(s string, start, end int) Span {
	for start < end && (blankLen(s[start:end]) > 0 || s[start] == '.' || s[start] == ':') {
		start += max(1, blankLen(s[start:end]))
	}
	for start < end && (blankLenLast(s[start:end]) > 0 || s[end-1] == ':') {
		end -= max(1, blankLenLast(s[start:end]))
	}
	return Span{uint32(start), uint32(end)}
}

// untilTime is the length of s before a date, an address or a "Published" that
// follows without a separator: "Ilena Tarrow March 11".
func untilTime(s string) int {
	if dateLen(s) > 0 {
		return len(s)
	}
	for i := 1; i+1 < len(s); i++ {
		if s[i] != ' ' {
			continue
		}
		w := s[i+1:]
		word, _, _ := strings.Cut(w, " ")
		if strings.Contains(word, "@") || dateLen(w) > 0 && letters(w) != 3 || dayMonthLen(w) > 0 || timeLen(w) > 0 || hasWordPrefix(w, "published") || hasWordPrefix(w, "updated") || hasWordPrefix(w, "posted") || '0' <= w[0] && w[0] <= '9' {
			return i
		}
	}
	return len(s)
}

// hasWordPrefix says whether s begins with the word, whatever its case.
func hasWordPrefix(s, word string) bool {
	return len(s) >= len(word) && strings.EqualFold(s[:len(word)], word) && (len(s) == len(word) || !isWordStart(s[len(word):]))
}

// isBylineAgency says whether a piece names an agency or another medium.
func isBylineAgency(s string) bool {
	return placeKindsOf(s)&placeAgency != 0 || hasEnd(s, placeMedium)
}

// isJobTitle says whether a piece is what the author is.
func isJobTitle(s string) bool { return hasEnd(s, placeJob) }

// hasEnd says whether the first or last word of s is of a kind.
func hasEnd(s string, kind uint32) bool {
	first, _, _ := strings.Cut(s, " ")
	last := s[strings.LastIndexByte(s, ' ')+1:]
	return (placeKindsOf(first)|placeKindsOf(last))&kind != 0
}

// isPersonShape says whether a piece can be a name: one to five words, each
// beginning with a capital but for particles.
func isPersonShape(s string) bool {
	words := 0
	for w := range strings.FieldsSeq(s) {
		r, _ := utf8.DecodeRuneInString(w)
		if !unicode.IsUpper(r) && !isNameParticle(w) {
			return false
		}
		words++
	}
	return 1 <= words && words <= 5
}

// isNameParticle says whether a small word occurs within names.
func isNameParticle(w string) bool {
	return placeKindsOf(w)&placeParticle != 0 || strings.HasPrefix(w, "al-") || strings.HasPrefix(w, "el-") || strings.HasPrefix(w, "d'")
}
