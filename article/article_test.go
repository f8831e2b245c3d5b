package article_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/seed05c9d22b/newstext/article"
)

const story = `Harbour to close for a week

By Ann Lee

OSTIA (NSA) — The harbour closes on Monday, the mayor said. "We can't wait," she added.

Boats will be moved to Lake Orrin.`

func TestParseFindsTheParts(t *testing.T) {
	a := article.Parse(story)
	var kinds []string
	for b := range a.Blocks() {
		kinds = append(kinds, b.Kind().String())
	}
	assert.Equal(t, []string{"headline", "byline", "paragraph", "paragraph"}, kinds)
	assert.Equal(t, "Harbour to close for a week", a.Headline())
	assert.Equal(t, []string{"Ann Lee"}, a.Meta().Byline)
	d, ok := a.Dateline()
	require.True(t, ok)
	assert.Equal(t, "OSTIA (NSA) —", a.Slice(d.Span))
	assert.Equal(t, "NSA", a.Slice(d.Agency))
	require.Len(t, d.Places, 1)
	assert.Equal(t, "OSTIA", a.Slice(d.Places[0]))
}

func TestNewKeepsTheKnownParts(t *testing.T) {
	for _, c := range []struct{ name, headline, body, text string }{
		{"headline before body", "Deal reached", "They agreed.", "Deal reached\n\nThey agreed."},
		{"headline that the body repeats", "Deal reached", "Deal reached\nThey agreed.", "Deal reached\nThey agreed."},
		{"headline that only begins like the body", "Deal", "Deal reached on Monday.", "Deal\n\nDeal reached on Monday."},
		{"headline with a line end", "Deal\nreached", "They agreed.", "Deal\nreached\n\nThey agreed."},
		{"no body", "Deal reached", "", "Deal reached\n\n"},
	} {
		t.Run(c.name, func(t *testing.T) {
			a := article.New(article.Meta{Headline: c.headline}, c.body)
			assert.Equal(t, c.text, a.Text())
			assert.Equal(t, c.body, a.Slice(a.Body()))
			assert.Equal(t, c.headline, a.Headline())
			assert.Equal(t, article.Headline, a.Block(0).Kind())
			assert.Equal(t, c.headline, a.Block(0).Text())
		})
	}
}

func TestViewsNestAndFindEachOther(t *testing.T) {
	a := article.Parse(story)
	for tok := range a.Tokens() {
		s := tok.Sentence()
		require.True(t, s.Span().Contains(tok.Span()), "%q in %q", tok.Text(), s.Text())
		require.True(t, s.Block().Span().Contains(s.Span()), "%q in %q", s.Text(), s.Block().Text())
		at, ok := a.TokenAt(tok.Span().Start)
		require.True(t, ok)
		require.Equal(t, tok, at)
		sentence, ok := a.SentenceAt(tok.Span().End - 1)
		require.True(t, ok)
		require.Equal(t, s, sentence)
		block, ok := a.BlockAt(tok.Span().Start)
		require.True(t, ok)
		require.Equal(t, s.Block(), block)
	}
}

func TestTokenRangeIsThatOfAllTokensThatOverlap(t *testing.T) {
	a := article.Parse("The mayor, who said so, resigned.  She left at once.\n\nNobody saw her leave, or so they say: not one.\n")
	for start := range len(a.Text()) {
		for end := start; end <= len(a.Text()); end++ {
			first, last := 0, 0
			for t := range a.Tokens() {
				if t.Span().End <= start {
					first++
				}
				if t.Span().Start < end {
					last++
				}
			}
			gotFirst, gotEnd := a.TokenRange(article.Span{Start: start, End: end})
			require.Equal(t, [2]int{first, max(first, last)}, [2]int{gotFirst, gotEnd}, "%d to %d", start, end)
		}
	}
}

func TestTokenRangeGivesWhatASpanCovers(t *testing.T) {
	a := article.Parse(story)
	start := strings.Index(story, "the mayor")
	first, end := a.TokenRange(article.Span{Start: start, End: start + len("the mayor said")})
	var words []string
	for i := first; i < end; i++ {
		words = append(words, a.Token(i).Text())
	}
	assert.Equal(t, []string{"the", "mayor", "said"}, words)
	blank := strings.Index(story, "\n\n")
	first, end = a.TokenRange(article.Span{Start: blank, End: blank + 2})
	assert.Equal(t, first, end)
	_, ok := a.TokenAt(blank)
	assert.False(t, ok)
}

func TestZeroValuesAreEmpty(t *testing.T) {
	var a article.Article
	assert.Empty(t, a.Text())
	for range a.Tokens() {
		t.Fatal("a token in no text")
	}
	assert.Empty(t, article.Token{}.Text())
	assert.Empty(t, article.Sentence{}.Text())
	assert.Empty(t, article.Block{}.Text())
	for range (article.Sentence{}).Tokens() {
		t.Fatal("a token in no sentence")
	}
	assert.Equal(t, 0, article.Parse("").BlockCount())
}
