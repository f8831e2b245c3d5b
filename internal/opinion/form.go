package opinion

import "github.com/seed05c9d22b/newstext/internal/lexicon"

// form is what is asked of a word by its letters, again and again: found once, when
// the word is looked up.
type form uint16

// The forms.
const (
	apostropheS form = 1 << iota // "'s", or "'" behind a plural
	possessor                    // "his", "whose"
	speaking                     // "I", "our"
	hyphen                       // of any length but the dash
	comma
	question
	hyphened // has a hyphen inside
	relative // "who", "which"
	contrast // "rather", "instead"
	divider  // a mark between clauses
	exclamation
	opener     // a capital behind it says nothing
	addressing // "you", "your"
	framed     // not by its letters: frames consist of it alone
	dated      // likewise: a day, a month or a time
	valued     // likewise: it has a valence
)

// isDated reports whether a word in lower case, which has this hash, is that of a day, a
// month or a time.
func isDated(hash lexicon.Hash, lower string) bool {
	e, ok := lexicon.ClosedClass.Find(hash, lower)
	if !ok {
		return false
	}
	switch e.Field(lexicon.ClosedClassClass) {
	case "day", "month", "time":
		return true
	}
	return false
}

func formOf(lower string) (f form) {
	switch lower {
	case "'s", "'":
		f = apostropheS
	case "your", "his", "her", "its", "their", "whose":
		f = possessor
	case "my", "our":
		f = possessor | speaking
	case "i", "we", "me", "us":
		f = speaking
	case "-", "‐", "‑", "–":
		f = hyphen
	case ",":
		f = comma
	case "?":
		f = question
	case "who", "which":
		f = relative
	case "rather", "instead":
		f = contrast
	}
	switch lower {
	case "you", "your":
		f |= addressing
	case ",", ";", ")", "-":
		f |= divider
	case ":", "—", "–", "(":
		f |= divider | opener
	case "\"", "“", "‘", "'", ".":
		f |= opener
	case "!":
		f |= exclamation
	}
	for i := 1; i < len(lower); i++ {
		if lower[i] == '-' {
			f |= hyphened
		}
	}
	return f
}

// is reports whether a word has one of these forms.
func (x *traits) is(f form) bool { return x.form&f != 0 }
