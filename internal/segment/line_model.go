package segment

import "strings"

// classify fills in the kinds of the lines.
func classify(lines []Block, text string, headlineKnown bool) {
	for i := range lines {
		s := text[lines[i].Start:lines[i].End]
		switch {
		case strings.EqualFold(s, "Follow Us:"):
			lines[i].Kind = Share
		case !headlineKnown && len(s) < 160 && s[len(s)-1] != '.':
			lines[i].Kind = Headline
			headlineKnown = true
		case strings.HasPrefix(s, "By ") && len(s) < 80:
			lines[i].Kind = Byline
			headlineKnown = true
		default:
			headlineKnown = true
		}
	}
}
