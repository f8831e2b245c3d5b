package page

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/seed05c9d22b/newstext"
	"github.com/seed05c9d22b/newstext/article"
	"github.com/seed05c9d22b/newstext/entity"
	"github.com/seed05c9d22b/newstext/examples/seed"
	"github.com/seed05c9d22b/newstext/quote"
	"github.com/seed05c9d22b/newstext/sentiment"
)

// shown writes a line with its marks in the text.
func shown(line []voice) string {
	var b strings.Builder
	for _, v := range line {
		if v.Quote != nil {
			b.WriteString("{")
		}
		for _, w := range v.Words {
			if w.Of != nil {
				b.WriteString("[")
			}
			for _, k := range w.Inks {
				b.WriteString(k.Text)
			}
			if w.Of != nil {
				b.WriteString("]")
			}
			for _, s := range w.Shows {
				b.WriteString(s[0].Sign)
			}
		}
		if v.Quote != nil {
			b.WriteString("}")
		}
		for range v.Ends {
			b.WriteString("*")
		}
	}
	return b.String()
}

// at returns where the n-th occurrence of words stands.
func at(t *testing.T, text, words string, n int) article.Span {
	start := 0
	for i := 0; ; i++ {
		k := strings.Index(text[start:], words)
		require.GreaterOrEqual(t, k, 0, words)
		if start += k; i == n {
			return article.Span{Start: start, End: start + len(words)}
		}
		start += len(words)
	}
}

func TestMarksNestInALine(t *testing.T) {
	text := "\"We will come,\" the US envoy Ann Lee told Bob. She said the mayor promised that \"all is well.\""
	a := article.New(article.Meta{Headline: "Talks"}, text)
	text = a.Text()
	mention := func(words string, n int, k entity.MentionKind) entity.Mention {
		return entity.Mention{Span: at(t, text, words, n), Kind: k}
	}
	r := &newstext.Analysis{Article: a,
		Entities: entity.List{
			{ID: 0, Name: "Ann Lee", Mentions: []entity.Mention{mention("We", 0, entity.Pronoun), mention("the US envoy", 0, entity.Nominal), mention("Ann Lee", 0, entity.Name), mention("She", 0, entity.Pronoun)}},
			{ID: 1, Type: entity.Place, Name: "United States", Mentions: []entity.Mention{mention("US", 0, entity.Name)}},
			{ID: 2, Name: "Bob", Mentions: []entity.Mention{mention("Bob", 0, entity.Name)}},
		},
		Quotes: quote.List{
			{Content: []article.Span{at(t, text, "We will come", 0)}, Cue: at(t, text, "told", 0), Speaker: quote.Party{Entities: []int{0}}, Parent: -1},
			{Kind: quote.Mixed, Content: []article.Span{at(t, text, "the mayor promised that \"all is well", 0)}, Cue: at(t, text, "said", 0), Parent: -1},
			{Content: []article.Span{at(t, text, "all is well", 0)}, Cue: at(t, text, "promised", 0), Parent: 1},
		},
		Stances: sentiment.List{
			{Holder: sentiment.Party{Entity: 0}, Target: sentiment.Party{Entity: 2}, Evidence: []article.Span{at(t, text, "come,\" the US", 0)}},
			{Holder: sentiment.Party{Entity: 2}, Target: sentiment.Party{Entity: 0}, Evidence: []article.Span{at(t, text, "told", 0), at(t, text, "well", 0)}, Polarity: sentiment.Against},
		},
	}
	r.Quotes.Bind(a, r.Entities)
	r.Stances.Bind(a, r.Entities)
	p := newReport(r)
	assert.Equal(t, `{"[We] will come,"}* [the ][US]+[ envoy] [Ann Lee] told [Bob]. [She] said {the mayor promised that }{"all is well−."}**`,
		shown(p.Story[0].Lines[0]), "the comma and the marks are shaded with the words, and of names in names the inner one counts")
	assert.Equal(t, "all is well", p.quotes[2].Text)
	assert.Equal(t, `the mayor promised that "all is well"`, p.quotes[1].Text, "closed where the content ends before the mark")
}

func TestWordsOfTheStoryComeThroughWhateverCoversThem(t *testing.T) {
	for _, text := range []string{seed.Story, hostile, "\"a\" \"b\" said X. 'No,' she said. “Yes\n\n“No.” \xff\u202e",
		strings.Repeat("\"“Ann said Bob said \"no\" ", 200), strings.Repeat("• Ann Lee\n", 20)} {
		p := newReport(newstext.Analyze(article.Parse(text)))
		for b := range p.analysis.Article.Blocks() {
			var got strings.Builder
			for _, v := range p.line(b.Index()) {
				for _, w := range v.Words {
					for _, k := range w.Inks {
						got.WriteString(k.Text)
					}
				}
			}
			assert.Equal(t, plain(b.Text()), got.String())
		}
	}
}

func TestShadeTakesTheMarksAroundTheWords(t *testing.T) {
	for _, c := range []struct{ text, words, want string }{
		{`He said "no," then left.`, `no`, `"no,"`},
		{`“We will,” she said.`, `We will`, `“We will,”`},
		{`She said it is over. He left.`, `it is over`, `it is over.`},
		{`It cost 4.5 million, she said.`, `cost 4`, `cost 4`},
		{`‘Never,’ he said.`, `Never`, `‘Never,’`},
		{`the boys’ club, he said`, `the boys`, `the boys`},
	} {
		start := strings.Index(c.text, c.words)
		got := withMarks(c.text, article.Span{Start: start, End: start + len(c.words)})
		assert.Equal(t, c.want, got.In(c.text))
	}
}

func TestStretchesInQuotationMarks(t *testing.T) {
	text := `the "gaps of trust" and “common enemies” and "what`
	var got []string
	for _, s := range inMarks(text, article.Span{End: len(text)}) {
		got = append(got, s.In(text))
	}
	assert.Equal(t, []string{`"gaps of trust"`, `“common enemies”`, `"what`}, got)
}
