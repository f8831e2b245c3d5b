package feed_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/seed05c9d22b/newstext/article"
	"github.com/seed05c9d22b/newstext/examples/webpage/feed"
	"github.com/seed05c9d22b/newstext/internal/forms"
)

func TestFeedsGiveTheStory(t *testing.T) {
	text := forms.Analyze(article.Parse(string(forms.Read(t, "story.txt"))))
	for _, file := range []string{"feed.rss.xml", "feed.atom.xml"} {
		t.Run(file, func(t *testing.T) {
			all, err := feed.Parse(forms.Read(t, file))
			require.NoError(t, err)
			require.Len(t, all, 1)
			forms.Check(t, file, all[0])
			assert.Equal(t, text, forms.Analyze(all[0]))
		})
	}
}

func TestFeedsThatAreNone(t *testing.T) {
	for name, c := range map[string]struct {
		data string
		want error
		at   int
	}{
		"nothing":       {"", article.ErrSyntax, 0},
		"a page":        {"<html><body>Hello</body></html>", article.ErrSyntax, 0},
		"truncated":     {`<rss version="2.0"><channel><item><title>Deal`, article.ErrSyntax, 45},
		"no JSON":       {`{"version": "https://jsonfeed.org/version/1", "items": [}`, article.ErrSyntax, 57},
		"no entries":    {`<rss version="2.0"><channel><title>News</title></channel></rss>`, article.ErrNoStory, 0},
		"too large":     {strings.Repeat(" ", article.MaxInput+1), article.ErrTooLarge, article.MaxInput},
		"own entities":  {`<!DOCTYPE rss [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><rss version="2.0"><channel><item><title>&b;</title></item></channel></rss>`, nil, 0},
		"deeply nested": {`<rss version="2.0"><channel><item><title>` + strings.Repeat("<a>", 100000), nil, 0},
	} {
		_, err := feed.Parse([]byte(c.data))
		if c.want != nil {
			assert.ErrorIs(t, err, c.want, name)
			var e *article.ParseError
			if assert.ErrorAs(t, err, &e, name) {
				assert.Equal(t, c.at, e.Offset, name)
			}
		} else {
			_ = fmt.Sprint(err) // no panic
		}
	}
}
