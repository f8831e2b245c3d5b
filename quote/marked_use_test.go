package quote_test

import (
	"encoding/json"
	"fmt"
	"os"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/seed05c9d22b/newstext/article"
	"github.com/seed05c9d22b/newstext/entity"
	"github.com/seed05c9d22b/newstext/internal/lexicon"
	"github.com/seed05c9d22b/newstext/quote"
)

func markedIn(text string) string {
	a := article.New(article.Meta{Headline: "A day in town"}, text)
	entities := entity.Extract(a)
	var out []string
	for _, m := range quote.Extract(a, entities).Marked(a, entities) {
		out = append(out, m.Use.String()+": "+a.Slice(m.Span))
	}
	return strings.Join(out, "; ")
}

func TestUsesOfMarks(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{`The "reform" of the port has cost 300 jobs.`, "scare: reform"},
		{`Critics of the 'new' and 'improved' ferry stayed away.`, "scare: new; scare: improved"},
		{`The law does not use the term "refugee" at all.`, "term: refugee"},
		{`Pigs died of what is known as “blue ear,” a disease.`, "term: blue ear"},
		{`Maize rated "good" or "excellent" fell to 56 percent.`, "term: good; term: excellent"},
		{`The victims were Herbert "Bert" Snell and Joshua Hardy.`, "nickname: Bert"},
		{`She played a witch in the film "Harbour Lights" in 2004.`, "title: Harbour Lights"},
		{`Lee joined the cast of “Harbour Lights” and “Dover Nights,” two series.`, "title: Harbour Lights; title: Dover Nights"},
		{`The study is entitled: "Rapid warming on a peninsula".`, "title: Rapid warming on a peninsula"},
		{`He was a guest on “Midday” last week.`, "title: Midday"},
		{`She ran under the slogan "Ferries for all".`, "motto: Ferries for all"},
		{`The house had a "No Trespassing" sign.`, "motto: No Trespassing"},
		{`"We will rebuild the port," Mayor Ann Lee said.`, ""},
		{`Mayor Ann Lee said the port was "a disgrace".`, ""},
		{`"I never liked 'Harbour Lights'," said Mayor Ann Lee.`, "title: Harbour Lights"},
		{`A stray " mark stands here.`, ""},
	} {
		assert.Equal(t, c.want, markedIn(c.text), c.text)
	}
}

func TestEveryMarkedWordNamesAUse(t *testing.T) {
	text, err := os.ReadFile("../internal/lexicon/lists/marked_words.tsv")
	require.NoError(t, err)
	list, err := lexicon.ParseList("marked_words", string(text))
	require.NoError(t, err)
	for _, row := range list.Rows {
		var u quote.Use
		assert.NoError(t, u.UnmarshalText([]byte(row[lexicon.MarkedWordsKind])), row[0])
	}
}

// What stands in quotation marks and is no speech.
func ExampleList_Marked() {
	a := article.Parse(`The "reform" of the port was the theme of the film "Harbour Lights" by Ida "Dot" Moss.`)
	entities := entity.Extract(a)
	for _, m := range quote.Extract(a, entities).Marked(a, entities) {
		fmt.Printf("%s: %s\n", m.Use, a.Slice(m.Span))
	}
	// Output:
	// scare: reform
	// title: Harbour Lights
	// nickname: Dot
}

func TestMarkedAsJSON(t *testing.T) {
	b, err := json.Marshal(quote.Marked{Span: article.Span{Start: 3, End: 9}, Use: quote.Title})
	require.NoError(t, err)
	assert.JSONEq(t, `{"start":3,"end":9,"use":"title"}`, string(b))
	var m quote.Marked
	require.NoError(t, json.Unmarshal(b, &m))
	assert.Equal(t, quote.Title, m.Use)
	assert.Error(t, json.Unmarshal([]byte(`{"use":"shout"}`), &m))
}
