package segment

import (
	"slices"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"github.com/stretchr/testify/assert"

	"github.com/seed05c9d22b/newstext/internal/benchtext"
)

// FuzzSentences checks what holds for any bytes: tokens and sentences are sorted
// and nested and do not overlap, each byte that is not blank is in exactly one
// token, no token holds a blank, spans keep to characters where the text is valid,
// and the same text gives the same result.
func FuzzSentences(f *testing.F) {
	f.Add(benchtext.Invented, false)
	f.Add("``No,'' he said... (\"U.S.\" 5kg 3.5% :-) [12] a.b@c.de http://x.y/(z). \xff\xe2\x80", true)
	f.Add("I’m “here”. it's . . . . \ufeff\u200b O'Brien's can't 1,2,3-4-5/6 x.X.y", false)
	f.Fuzz(func(t *testing.T, text string, headline bool) {
		checkSentences(t, text, headline)
	})
}

func checkSentences(t *testing.T, text string, headline bool) {
	t.Helper()
	block := Span{0, uint32(len(text))}
	sentences, tokens := Sentences(text, block, headline, nil, nil)
	again, tokensAgain := Sentences(text, block, headline, nil, nil)
	if !slices.Equal(sentences, again) || !slices.Equal(tokens, tokensAgain) {
		t.Fatalf("%q: another result the second time", text)
	}
	valid := utf8.ValidString(text)
	at := 0
	blankTo := func(end int) {
		for at < end {
			n := blankAt(text, at)
			if n == 0 {
				t.Fatalf("%q: byte %d is in no token", text, at)
			}
			at += n
		}
	}
	for _, k := range tokens {
		start, end := int(k.Start), int(k.End)
		if start < at || end <= start || end > len(text) {
			t.Fatalf("%q: token [%d,%d) behind %d", text, start, end, at)
		}
		blankTo(start)
		if at != start {
			t.Fatalf("%q: token [%d,%d) begins amid a character", text, start, end)
		}
		for at < end {
			if blankAt(text, at) > 0 {
				t.Fatalf("%q: token %q holds a blank", text, text[start:end])
			}
			_, n := utf8.DecodeRuneInString(text[at:])
			at += n
		}
		if valid && at != end {
			t.Fatalf("%q: token [%d,%d) ends amid a character", text, start, end)
		}
	}
	blankTo(len(text))
	next := uint32(0)
	for _, s := range sentences {
		if s.FirstToken != next || s.EndToken <= s.FirstToken || s.Start != tokens[s.FirstToken].Start || s.End != tokens[s.EndToken-1].End {
			t.Fatalf("%q: sentence %v does not fit its tokens", text, s)
		}
		next = s.EndToken
	}
	if int(next) != len(tokens) {
		t.Fatalf("%q: tokens from %d on are in no sentence", text, next)
	}
}

// The same holds around the limits of what is looked ahead: long words, numbers and
// runs of marks, with each of the others amid them.
func TestSentencesOfLongWords(t *testing.T) {
	pieces := []string{
		"a", "A", "0", ".", ",", "-", "/", "'", "’", "\"", "“", "(", ")", "[", "@", ":", "&", "!", " ", "\n", "\u00a0", "é", "É", "\xff", "…", "—", "_",
		"U.S.", "a.", ".A", "0.", "-a", "s'", "http://", "Inc. ", "The ", "is ", "[1]", "...", ". . ", "n't", "@a.", ".com", "• ", "1) ",
	}
	for _, a := range pieces {
		for _, b := range pieces {
			for _, n := range []int{1, 3, 12, 24, 63, 64, 65, 130, 256} {
				long := strings.Repeat(a, n)
				checkSentences(t, long+b, false)
				checkSentences(t, b+long+b+a, false)
			}
		}
	}
}

// Time grows with the text, not faster, on the nastiest kinds of it.
func TestSentencesAreLinear(t *testing.T) {
	if testing.Short() {
		t.Skip("takes seconds")
	}
	for name, piece := range map[string]string{
		"word": "a", "words": "and so on ", "capitals": "Talks are The It ", "full stops": ".", "spaced stops": ". ",
		"quotation marks": `"`, "curly marks": "“", "apostrophes": "'", "U.S.": "U.S.", "U.S. spaced": "U.S. ", "brackets": "(", "open and stop": "(a. ",
		"hyphens": "a-", "slashes": "a/", "ats": "a@", "dotted": "ab.", "domains": "example.com", "digits": "1-", "commas": "1,", "line feeds": "\n",
		"blanks": " ", "bad bytes": "\xff", "no-break": "\u00a0", "http": "http://", "stop and blanks": ".\u200b",
		"notes": ". [1]", "prefixes": "non-", "numbers with slashes": "1/", "clitics": "'s", "colons": "a:", "mail": "a.b-",
	} {
		t.Run(name, func(t *testing.T) {
			timed := func(size int) time.Duration {
				text := strings.Repeat(piece, size/len(piece))
				tokens := make([]Token, 0, size)
				best := time.Hour
				for range 3 {
					start := time.Now()
					Sentences(text, Span{0, uint32(len(text))}, false, nil, tokens)
					best = min(best, time.Since(start))
				}
				return best
			}
			small, large := timed(100_000), timed(3_200_000) // quadratic time would be a thousandfold
			assert.Less(t, large, 400*small+50*time.Millisecond, "3.2 MB took %v, 100 kB %v", large, small)
		})
	}
}
