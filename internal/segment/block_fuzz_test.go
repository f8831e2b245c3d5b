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

// FuzzBlocks checks what holds for any bytes: blocks are sorted and trimmed, do
// not overlap and hold each byte that is not blank once; they keep to characters
// where the text is valid; datelines and bylines lie in their blocks, their parts
// in them; the same text gives the same result.
func FuzzBlocks(f *testing.F) {
	f.Add(benchtext.Invented, uint32(0), false)
	f.Add("PARIS/ROME, May 3 (AP) — A dam broke.\r\rBy A. Bell, Reuters\n12:30 p.m. ET Nov 3, 2024", uint32(0), true)
	f.Add("\ufeff\u00a0• one\n\t1) two\r\n\xff\xe2\x80\n___\n", uint32(1), false)
	f.Fuzz(func(t *testing.T, text string, from uint32, headlineKnown bool) {
		if int(from) > len(text) {
			from = uint32(len(text))
		}
		for int(from) < len(text) && !utf8.RuneStart(text[from]) {
			from++
		}
		checkBlocks(t, text, from, headlineKnown)
	})
}

func checkBlocks(t *testing.T, text string, from uint32, headlineKnown bool) {
	t.Helper()
	blocks := Blocks(nil, text, from, headlineKnown)
	if !slices.Equal(blocks, Blocks(nil, text, from, headlineKnown)) {
		t.Fatalf("%q: another result the second time", text)
	}
	valid := utf8.ValidString(text)
	at := from
	for _, b := range blocks {
		if b.Start < at || b.End <= b.Start || int(b.End) > len(text) {
			t.Fatalf("%q: block [%d,%d) behind %d", text, b.Start, b.End, at)
		}
		if int(b.Kind) >= NumKinds || headlineKnown && b.Kind == Headline {
			t.Fatalf("%q: kind %d", text, b.Kind)
		}
		isBlank(t, text[at:b.Start])
		s := text[b.Start:b.End]
		if blankLen(s) > 0 || blankLenLast(s) > 0 {
			t.Fatalf("%q: block %q is not trimmed", text, s)
		}
		if valid && !utf8.ValidString(s) {
			t.Fatalf("%q: block %q cuts a character", text, s)
		}
		checkParts(t, text, b)
		at = b.End
	}
	isBlank(t, text[at:])
}

func isBlank(t *testing.T, gap string) {
	t.Helper()
	for gap != "" {
		n := blankLen(gap)
		if n == 0 {
			t.Fatalf("%q is in no block", gap)
		}
		gap = gap[n:]
	}
}

// checkParts checks that the parts of what can be found in a block are in it.
func checkParts(t *testing.T, text string, b Block) {
	t.Helper()
	within := func(inner, outer Span) {
		t.Helper()
		if inner.End != 0 && (inner.Start >= inner.End || inner.Start < outer.Start || inner.End > outer.End) {
			t.Fatalf("%q: %v is not within %v", text, inner, outer)
		}
	}
	if d, ok := Dateline(text, b); ok {
		within(d.Span, b.Span)
		within(d.Date, d.Span)
		within(d.Agency, d.Span)
		end := d.Start
		for _, p := range d.Places {
			within(p, d.Span)
			if p.Start < end {
				t.Fatalf("%q: places overlap", text)
			}
			end = p.End
		}
	}
	if p, ok := FindByline(text, b); ok {
		within(p.Span, b.Span)
		within(p.Title, p.Span)
		within(p.Agency, p.Span)
		for _, a := range p.Authors {
			within(a, p.Span)
		}
	}
	PublishedTime(text[b.Start:b.End])
}

func TestLongTextsKeepTheInvariants(t *testing.T) {
	// More lines than are decided together, and wrapped ones.
	checkBlocks(t, strings.Repeat(benchtext.Invented+"\n\n", 120), 0, false)
	checkBlocks(t, strings.Repeat("\n  a line of text that is\nwrapped\r", 1000), 0, false)
}

// Time grows with the text, not faster, on the nastiest kinds of it.
func TestBlocksAreLinear(t *testing.T) {
	if testing.Short() {
		t.Skip("takes seconds")
	}
	for name, piece := range map[string]string{
		"word": "a", "line feeds": "\n", "returns": "\r", "both": "\r\n", "blanks": " ", "zero-width": "\u200b", "lines": "a\n", "lines and returns": "a\r",
		"sentences": "A line of text. ", "short lines": "A line.\n", "wrapped lines": "and so it goes on with lines of just one\n",
		"long lines": strings.Repeat("Velmora moved closer to a deal. ", 8) + "\n", "bullets": "• ", "bullet lines": "- a\n", "indents": "        a\n",
		"bad bytes": "\xff", "bars": "|", "brackets": "(", "datelines": "PARIS, ", "slashes": "A/", "bylines": "By A and ", "signs": "—\n",
		"no-break": "\u00a0", "capitals": "ADA BELL: ", "posts": "— A (@a) May 3, 2024\n",
	} {
		t.Run(name, func(t *testing.T) {
			timed := func(size int) time.Duration {
				text := strings.Repeat(piece, size/len(piece))
				best := time.Hour
				for range 3 {
					start := time.Now()
					Blocks(nil, text, 0, false)
					best = min(best, time.Since(start))
				}
				return best
			}
			small, large := timed(50_000), timed(1_600_000) // quadratic time would be a thousandfold
			assert.Less(t, large, 400*small+50*time.Millisecond, "1.6 MB took %v, 50 kB %v", large, small)
		})
	}
}

// BenchmarkBlocks cuts news into classified blocks; see BenchmarkSegment for the
// texts.
func BenchmarkBlocks(b *testing.B) {
	texts, size := benchtext.Stories(b)
	b.SetBytes(size)
	b.ReportAllocs()
	var blocks []Block
	for b.Loop() {
		for _, t := range texts {
			blocks = Blocks(blocks[:0], t, 0, false)
		}
	}
}
