package article_test

import (
	"encoding/json"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/text/language"

	"github.com/seed05c9d22b/newstext/article"
)

func TestJSONRoundTrip(t *testing.T) {
	meta := article.Meta{ID: "7", Headline: "Harbour shut", Byline: []string{"Ann Lee"}, Language: language.BritishEnglish,
		Published: time.Date(2024, 3, 5, 8, 0, 0, 0, time.UTC), Source: "Orrin Post"}
	for name, a := range map[string]*article.Article{
		"parsed":        article.Parse(story),
		"known parts":   article.New(meta, story),
		"invalid UTF-8": article.Parse("Caf\xe9 shut. It re-opens on Monday."),
		"empty":         article.Parse(""),
	} {
		t.Run(name, func(t *testing.T) {
			first, err := json.Marshal(a)
			require.NoError(t, err)
			var b article.Article
			require.NoError(t, json.Unmarshal(first, &b))
			assert.Equal(t, a.Text(), b.Text())
			assert.Equal(t, a.Meta(), b.Meta())
			assert.Equal(t, a.Body(), b.Body())
			assert.Equal(t, a.TokenCount(), b.TokenCount())
			second, err := json.Marshal(&b)
			require.NoError(t, err)
			assert.JSONEq(t, string(first), string(second))
		})
	}
}

func TestJSONThatDoesNotFitIsRefused(t *testing.T) {
	for _, c := range []struct{ name, json, message string }{
		{"block behind the text", `{"text":"abc","blocks":[{"kind":"headline","start":0,"end":4}]}`, "blocks[0]: span 0:4 ends behind the text (3 bytes)"},
		{"negative start", `{"text":"abc","blocks":[{"kind":"headline","start":-1,"end":3}]}`, "blocks[0]: span -1:3 starts before the text"},
		{"backward", `{"text":"abc","blocks":[{"kind":"headline","start":2,"end":1}]}`, "blocks[0]: span 2:1 ends before it starts"},
		{"overlap", `{"text":"abcdef","blocks":[{"kind":"headline","start":0,"end":4},{"kind":"paragraph","start":3,"end":6}]}`, "blocks[1]: span 3:6 overlaps the block before it, which ends at 4"},
		{"sentence outside", `{"text":"abcdef","blocks":[{"kind":"headline","start":0,"end":3}],"sentences":[{"start":4,"end":6}]}`, "sentences[0]: span 4:6 is not inside a block"},
		{"sentence over the end", `{"text":"abcdef","blocks":[{"kind":"headline","start":0,"end":3}],"sentences":[{"start":0,"end":6}]}`, "sentences[0]: span 0:6 is out of order or not inside one block"},
		{"dateline", `{"text":"abc","meta":{"dateline":{"start":0,"end":9}},"blocks":[]}`, "meta.dateline: span 0:9 ends behind the text (3 bytes)"},
		{"body", `{"text":"abc","body":{"start":0,"end":9},"blocks":[]}`, "body: span 0:9 ends behind the text (3 bytes)"},
	} {
		t.Run(c.name, func(t *testing.T) {
			a := article.Parse("as it was")
			err := json.Unmarshal([]byte(c.json), a)
			require.EqualError(t, err, c.message)
			require.ErrorIs(t, err, article.ErrSpan)
			assert.Equal(t, "as it was", a.Text())
		})
	}
	var a article.Article
	assert.EqualError(t, json.Unmarshal([]byte(`{}`), &a), "article: JSON without text")
	assert.ErrorContains(t, json.Unmarshal([]byte(`{"text":"a","blocks":[{"kind":"poem","start":0,"end":1}]}`), &a), `there is no block kind "poem"`)
}
