package forms_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/seed05c9d22b/newstext/article"
	"github.com/seed05c9d22b/newstext/article/jsonld"
	"github.com/seed05c9d22b/newstext/article/markdown"
	"github.com/seed05c9d22b/newstext/article/newsml"
	"github.com/seed05c9d22b/newstext/article/ninjs"
	"github.com/seed05c9d22b/newstext/article/nitf"
	"github.com/seed05c9d22b/newstext/internal/forms"
)

// readers has a reader for each form but the web page and the feeds, which are
// read, and tested, in examples/webpage.
var readers = map[string]func([]byte) (*article.Article, error){
	"story.txt":                      plain,
	"story-wrapped-crlf.txt":         plain,
	"story.md":                       markdown.Parse,
	"ninjs-1.4.json":                 ninjs.Parse,
	"ninjs-2.1.json":                 ninjs.Parse,
	"ninjs-3.1.json":                 ninjs.Parse,
	"newsarticle-author-object.json": jsonld.Parse,
	"newsarticle-author-list.json":   jsonld.Parse,
	"newsarticle-author-string.json": jsonld.Parse,
	"newsarticle-graph.json":         jsonld.Parse,
	"story.newsml-g2.xml":            newsml.Parse,
	"story.nitf.xml":                 nitf.Parse,
}

func plain(data []byte) (*article.Article, error) { return article.Parse(string(data)), nil }

func TestOneStoryInFifteenForms(t *testing.T) {
	text := forms.Analyze(article.Parse(string(forms.Read(t, "story.txt"))))
	tested := 0
	for _, file := range forms.Files(t) {
		read := readers[file]
		if read == nil {
			continue
		}
		tested++
		t.Run(file, func(t *testing.T) {
			a, err := read(forms.Read(t, file))
			require.NoError(t, err)
			forms.Check(t, file, a)
			assert.Equal(t, text, forms.Analyze(a), "entities and quotes are those of story.txt")
		})
	}
	assert.Equal(t, len(readers), tested)
}
