package forms_test

import (
	"encoding/json"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/seed05c9d22b/newstext"
	"github.com/seed05c9d22b/newstext/article"
	"github.com/seed05c9d22b/newstext/article/jsonld"
	"github.com/seed05c9d22b/newstext/article/markdown"
	"github.com/seed05c9d22b/newstext/article/ninjs"
	"github.com/seed05c9d22b/newstext/article/nitf"
	"github.com/seed05c9d22b/newstext/article/xhtml"
	"github.com/seed05c9d22b/newstext/internal/forms"
)

// writers has a writer for each format that is written, and its reader.
var writers = map[string]struct {
	write func([]byte, *article.Article) ([]byte, error)
	read  func([]byte) (*article.Article, error)
}{
	"ninjs": {func(dst []byte, a *article.Article) ([]byte, error) {
		return ninjs.Append(dst, a, newstext.Analyze(a).Concepts()...)
	}, ninjs.Parse},
	"jsonld": {func(dst []byte, a *article.Article) ([]byte, error) {
		return jsonld.Append(dst, a, newstext.Analyze(a).Concepts()...)
	}, jsonld.Parse},
	"markdown": {markdown.Append, markdown.Parse},
	"xhtml":    {xhtml.Append, xhtml.Parse},
}

func TestWhatIsWrittenReadsTheSame(t *testing.T) {
	for file, read := range readers {
		a, err := read(forms.Read(t, file))
		require.NoError(t, err)
		for name, w := range writers {
			t.Run(file+" as "+name, func(t *testing.T) {
				prefix := []byte("prefix")
				data, err := w.write(prefix, a)
				require.NoError(t, err)
				require.Equal(t, "prefix", string(data[:6]), "the output is appended")
				again, err := w.write(nil, a)
				require.NoError(t, err)
				require.Equal(t, string(data[6:]), string(again), "the same story gives the same bytes")
				b, err := w.read(data[6:])
				require.NoError(t, err)
				assert.Equal(t, story(a, name), story(b, name))
				if name != "xhtml" { // it has no metadata
					assert.True(t, a.Meta().Published.Equal(b.Meta().Published))
					assert.Equal(t, a.Meta().Byline, b.Meta().Byline)
					assert.Equal(t, a.Meta().Language, b.Meta().Language)
					assert.Equal(t, a.Meta().Source, b.Meta().Source)
				}
			})
		}
	}
}

// story shows the blocks that every format carries.
func story(a *article.Article, format string) []string {
	var out []string
	for b := range a.Blocks() {
		switch b.Kind() {
		case article.BylineBlock, article.TimeBlock, article.Credit, article.Caption: // known apart, or not at all
		case article.Note:
			if format == "jsonld" {
				out = append(out, "paragraph "+words(b.Text()))
				continue
			}
			fallthrough
		default:
			out = append(out, b.Kind().String()+" "+words(b.Text()))
		}
	}
	return out
}

func TestConceptsAreWhatTheStoryNames(t *testing.T) {
	a, err := nitf.Parse(forms.Read(t, "story.nitf.xml"))
	require.NoError(t, err)
	about := newstext.Analyze(a).Concepts()
	assert.Contains(t, about, article.Concept{Type: "person", Name: "Marta Hule"})
	for _, c := range about {
		assert.NotContains(t, []string{"Ilena Tarrow", "Jonas Pell", "Mara Dole"}, c.Name, "authors and photographers are not in the story")
	}
}

func TestNinjsHasTheConcepts(t *testing.T) {
	a := article.New(article.Meta{Headline: "Harbour to close", ID: "7"}, "Mayor Ann Lee of the Harbour Board said in Paris on Monday that the harbour would close.")
	about := append(newstext.Analyze(a).Concepts(), article.Concept{Type: "org", Name: "The Board", URI: "https://example.org/board"},
		article.Concept{Type: "event", Name: "Harbour Day"}, article.Concept{Type: "work", Name: "Harbour Act"}, article.Concept{Type: "group", Name: "Parisian"})
	data, err := ninjs.Append(nil, a, about...)
	require.NoError(t, err)
	var item map[string]any
	require.NoError(t, json.Unmarshal(data, &item))
	assert.Contains(t, item["people"], map[string]any{"name": "Ann Lee", "rel": "mentions"})
	assert.Contains(t, item["places"], map[string]any{"name": "Paris", "rel": "mentions"})
	assert.Contains(t, item["organisations"], map[string]any{"name": "The Board", "rel": "mentions", "uri": "https://example.org/board"})
	assert.Contains(t, item["events"], map[string]any{"name": "Harbour Day", "rel": "mentions"})
	assert.Contains(t, item["objects"], map[string]any{"name": "Harbour Act", "rel": "mentions"})
	assert.NotContains(t, string(data), "Parisian", "ninjs has no place for groups")
	assert.Regexp(t, `^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$`, item["uri"])
	// The keys of the schema of ninjs 3.1 that are written; it allows no others.
	known := []string{"uri", "type", "representationType", "versionCreated", "pubStatus", "copyrightNotice", "language", "bodies", "headlines",
		"people", "organisations", "places", "subjects", "events", "objects", "infoSources", "by", "located", "standard"}
	for key := range item {
		assert.Contains(t, known, key)
	}
}

// FuzzWriters writes any text in all formats: no panic, output that is read again.
func FuzzWriters(f *testing.F) {
	f.Add("Harbour closed", "By Ann Lee", "*Boats* wait [here] <b>&amp; # \"there\".\n\n1. One\n- two\n> three", uint8(0))
	f.Add("", "", "\xff\x00</script>\u2028", uint8(6))
	f.Fuzz(func(t *testing.T, headline, byline, body string, kind uint8) {
		if kind > uint8(article.Note) {
			kind = uint8(article.Unknown)
		}
		a := article.Build(article.Meta{Headline: headline, Byline: []string{byline}, ID: byline, Keywords: []string{body}},
			article.Part{Kind: article.Kind(kind), Text: body})
		for name, w := range writers {
			data, err := w.write(nil, a)
			require.NoError(t, err, name)
			b, err := w.read(data)
			if err != nil {
				require.ErrorIs(t, err, article.ErrNoStory, "%s: %q", name, data)
				continue
			}
			_ = b.Text()
		}
	})
}

func words(s string) string { return strings.Join(strings.Fields(s), " ") }
