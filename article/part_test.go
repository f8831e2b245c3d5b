package article_test

import (
	"encoding/json"
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/seed05c9d22b/newstext/article"
)

func ExampleBuild() {
	a := article.Build(article.Meta{Headline: "Harbour to close"},
		article.Part{Kind: article.Caption, Text: "Boats wait."},
		article.Part{Kind: article.Unknown, Text: "By Ann Lee\n\nThe harbour closes on Monday, the mayor said."})
	for b := range a.Blocks() {
		fmt.Printf("%v: %s\n", b.Kind(), b.Text())
	}
	// Output:
	// headline: Harbour to close
	// caption: Boats wait.
	// byline: By Ann Lee
	// paragraph: The harbour closes on Monday, the mayor said.
}

// outline shows the blocks as "kind: text".
func outline(a *article.Article) []string {
	var out []string
	for b := range a.Blocks() {
		out = append(out, b.Kind().String()+": "+b.Text())
	}
	return out
}

func TestBuildKeepsTheKindsThatAreKnown(t *testing.T) {
	a := article.Build(article.Meta{Headline: "Harbour to close"},
		article.Part{Kind: article.BylineBlock, Text: "By Ann Lee"},
		article.Part{Kind: article.Caption, Text: " Boats wait. \n"},
		article.Part{Kind: article.Paragraph, Text: " \n "},
		article.Part{Kind: article.Paragraph, Text: "Share this story on Facebook"},
		article.Part{Kind: article.Crosshead, Text: "What next"},
		article.Part{Kind: article.Paragraph, Text: "OSTIA (NSA) — The harbour closes."})
	assert.Equal(t, []string{"headline: Harbour to close", "byline: By Ann Lee", "caption: Boats wait.",
		"paragraph: Share this story on Facebook", "crosshead: What next", "paragraph: OSTIA (NSA) — The harbour closes."}, outline(a))
	assert.Equal(t, []string{"Ann Lee"}, a.Meta().Byline)
	assert.True(t, strings.HasPrefix(a.Slice(a.Body()), "By Ann Lee"), "the body starts with the first part")
	assert.True(t, strings.HasPrefix(a.Text(), "Harbour to close\n\nBy Ann Lee\n\nBoats wait.\n\nShare"))
	_, ok := a.Dateline()
	assert.True(t, ok, "a dateline in a known paragraph is found")
}

func TestBuildReadsTheKindsThatAreUnknown(t *testing.T) {
	a := article.Build(article.Meta{},
		article.Part{Kind: article.Headline, Text: "Harbour to close for a week in May"},
		article.Part{Kind: article.Unknown, Text: "By Ann Lee\n\nThe harbour closes on Monday, the mayor said. \"We can't wait,\" she added.\n\nFollow us on Facebook"},
		article.Part{Kind: article.Crosshead, Text: "What next"},
		article.Part{Kind: article.Unknown, Text: "Boats will be moved to the lake, where there is room for all of them until June."})
	assert.Equal(t, []string{"headline", "byline", "paragraph", "share", "crosshead", "paragraph"}, kinds(a))
	assert.Equal(t, "Harbour to close for a week in May", a.Headline())
}

func kinds(a *article.Article) []string {
	var out []string
	for b := range a.Blocks() {
		out = append(out, b.Kind().String())
	}
	return out
}

func TestBuildOfNothing(t *testing.T) {
	assert.Empty(t, article.Build(article.Meta{}).Text())
	assert.Empty(t, outline(article.Build(article.Meta{}, article.Part{Kind: article.Unknown, Text: "\u200b"}, article.Part{Text: "\u200b"})))
}

func TestBuildRoundTripsThroughJSON(t *testing.T) {
	a := article.Build(article.Meta{ID: "7", Headline: "Deal reached", Section: "World", Keywords: []string{"lake"}, Copyright: "© NSA"},
		article.Part{Kind: article.Caption, Text: "The mayor said so."},
		article.Part{Kind: article.Unknown, Text: "They agreed. He left."})
	data, err := json.Marshal(a)
	require.NoError(t, err)
	b := new(article.Article)
	require.NoError(t, json.Unmarshal(data, b))
	assert.Equal(t, outline(a), outline(b))
	assert.Equal(t, a.Meta(), b.Meta())
	assert.Equal(t, a.Body(), b.Body())
	assert.Equal(t, a.SentenceCount(), b.SentenceCount())
	again, err := json.Marshal(b)
	require.NoError(t, err)
	assert.JSONEq(t, string(data), string(again))
}

func FuzzBuild(f *testing.F) {
	f.Add("Head", "By Ann Lee", "One. Two.\n\nThree", uint8(6))
	f.Add("", "\u00a0x\u200b", "a\r\rb", uint8(255))
	f.Fuzz(func(t *testing.T, headline, one, two string, kind uint8) {
		if kind > uint8(article.Note) {
			kind = uint8(article.Unknown)
		}
		a := article.Build(article.Meta{Headline: headline}, article.Part{Kind: article.Kind(kind), Text: one},
			article.Part{Kind: article.Unknown, Text: two})
		end := 0
		for b := range a.Blocks() {
			s := b.Span()
			require.True(t, s.Start >= end && s.End > s.Start && s.End <= len(a.Text()), "block %v after %d", s, end)
			end = s.End
			at := s.Start
			for x := range b.Sentences() {
				require.True(t, x.Span().Start >= at && x.Span().End <= s.End, "sentence %v in %v", x.Span(), s)
				at = x.Span().End
			}
		}
		require.True(t, a.Body().Check("body", a.Text()) == nil)
	})
}
