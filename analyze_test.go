package newstext_test

import (
	"encoding/json"
	"strings"
	"sync"
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/seed05c9d22b/newstext"
	"github.com/seed05c9d22b/newstext/article"
	"github.com/seed05c9d22b/newstext/examples/seed"
	"github.com/seed05c9d22b/newstext/sentiment"
)

func TestAnalysisRoundTripsAsJSON(t *testing.T) {
	for name, text := range map[string]string{
		"seed":          seed.Story,
		"empty":         "",
		"invalid UTF-8": "\xff\xfe Ann Lee said \"no\xe9\" to Bob Ray.",
	} {
		t.Run(name, func(t *testing.T) {
			r := newstext.Analyze(article.Parse(text), article.Span{Start: 0, End: len(text)})
			first, err := json.Marshal(r)
			require.NoError(t, err)
			var back newstext.Analysis
			require.NoError(t, json.Unmarshal(first, &back))
			second, err := json.Marshal(&back)
			require.NoError(t, err)
			assert.Equal(t, string(first), string(second))
			for i, q := range r.Quotes {
				assert.Equal(t, q.Text(), back.Quotes[i].Text())
				assert.Equal(t, q.Speaker.Name(), back.Quotes[i].Speaker.Name())
			}
			for i, s := range r.Stances {
				assert.Equal(t, s.Holder.Name(), back.Stances[i].Holder.Name())
				assert.Equal(t, s.Target.Name(), back.Stances[i].Target.Name())
			}
		})
	}
}

func TestAnalysisThatDoesNotFitIsRefused(t *testing.T) {
	const head = `{"text":"Ann Lee spoke.","blocks":[{"kind":"paragraph","start":0,"end":14}],"sentences":[{"start":0,"end":14}],`
	for _, c := range []struct{ name, rest, message string }{
		{"mention", `"entities":[{"id":0,"type":"person","name":"Ann Lee","mentions":[{"kind":"name","start":0,"end":15}]}]}`,
			"newstext: entities[0].mentions[0]: span 0:15 ends behind the text (14 bytes)"},
		{"role", `"entities":[{"id":0,"type":"person","name":"Ann Lee","roles":[{"start":-2,"end":1}],"mentions":[]}]}`,
			"newstext: entities[0].roles[0]: span -2:1 starts before the text"},
		{"content", `"quotes":[{"kind":"direct","class":"neutral","content":[{"start":9,"end":8}]}]}`,
			"newstext: quotes[0].content: span 9:8 ends before it starts"},
		{"speaker", `"quotes":[{"kind":"direct","class":"neutral","content":[],"speaker":{"entities":[3]}}]}`,
			"newstext: quotes[0]: no entity 3"},
		{"parent", `"quotes":[{"kind":"direct","class":"neutral","content":[],"parent":0}]}`,
			"newstext: quotes[0].parent: no quote 0"},
		{"marked", `"marked":[{"start":5,"end":99,"use":"title"}]}`,
			"newstext: marked[0]: span 5:99 ends behind the text (14 bytes)"},
		{"holder", `"stances":[{"holder":{"entity":1},"target":{"start":0,"end":3},"polarity":"for","strength":1,"evidence":[]}]}`,
			"newstext: stances[0].holder: no entity 1"},
		{"strength", `"stances":[{"holder":{"author":true},"target":{"start":0,"end":3},"polarity":"for","strength":2,"evidence":[]}]}`,
			"newstext: stances[0].strength: 2 is not above 0 to 1"},
		{"tone", `"tones":[{"start":0,"end":99,"score":0,"label":"neutral"}]}`,
			"newstext: tones[0]: span 0:99 ends behind the text (14 bytes)"},
	} {
		t.Run(c.name, func(t *testing.T) {
			var r newstext.Analysis
			assert.EqualError(t, json.Unmarshal([]byte(head+c.rest), &r), c.message)
		})
	}
}

func TestSameResultFromManyGoroutines(t *testing.T) {
	want, err := json.Marshal(newstext.Analyze(article.Parse(seed.Story)))
	require.NoError(t, err)
	a := article.Parse(seed.Story) // shared: what it computes on first use must be safe
	z := newstext.New()
	var wg sync.WaitGroup
	for range 8 {
		wg.Go(func() {
			got, err := json.Marshal(z.Analyze(a))
			assert.NoError(t, err)
			assert.Equal(t, string(want), string(got))
		})
	}
	wg.Wait()
}

func TestToneForEveryEntityAndSpan(t *testing.T) {
	r := newstext.Analyze(article.Parse(seed.Story), article.Span{Start: 12, End: 17},
		article.Span{Start: -1, End: 3}, article.Span{Start: 5, End: 1 << 30}) // two that do not fit
	require.Len(t, r.Tones, len(r.Entities)+1)
	for i := range r.Entities {
		assert.Equal(t, i, r.Tones[i].Entity)
	}
	asked := r.Tones[len(r.Entities)]
	assert.Equal(t, -1, asked.Entity)
	assert.Equal(t, article.Span{Start: 12, End: 17}, asked.Span)
}

func FuzzAnalyze(f *testing.F) {
	f.Add(seed.Story)
	f.Add("\"Why?\" she asked. “No,” ‘yes’ said BELL: U.S. 'tis \xff\x00 «ok» 「a」")
	f.Add(strings.Repeat("\"", 50) + strings.Repeat("(", 50) + strings.Repeat("Obama ", 50))
	f.Fuzz(func(t *testing.T, text string) {
		r := newstext.Analyze(article.Parse(text), article.Span{Start: 0, End: len(text) / 2})
		checkInvariants(t, r, text)
	})
}

// checkInvariants fails where a result does not fit the text.
func checkInvariants(t *testing.T, r *newstext.Analysis, text string) {
	t.Helper()
	require.Equal(t, text, r.Article.Text())
	require.NoError(t, r.Entities.Check(text))
	require.NoError(t, r.Quotes.Check(text, r.Entities))
	require.NoError(t, r.Stances.Check(text, r.Entities))
	valid := utf8.ValidString(text)
	words := func(what string, s article.Span) {
		t.Helper()
		require.False(t, s.Empty(), "%s %v is empty", what, s)
		if valid {
			require.True(t, utf8.ValidString(s.In(text)), "%s %v cuts a character", what, s)
		}
	}
	for _, e := range r.Entities {
		require.NotEmpty(t, e.Mentions, "entity %q has no mention", e.Name)
		last := article.Span{Start: -1}
		for _, m := range e.Mentions {
			words("mention", m.Span)
			require.Greater(t, m.Start, last.Start, "mentions of %q are out of order", e.Name)
			last = m.Span
		}
		for _, role := range e.Roles {
			words("role", role.Span)
		}
	}
	last := -1
	for _, q := range r.Quotes {
		require.NotEmpty(t, q.Content)
		for i, c := range q.Content {
			words("content", c)
			if i > 0 {
				require.GreaterOrEqual(t, c.Start, q.Content[i-1].End, "content is out of order")
			}
		}
		require.GreaterOrEqual(t, q.Content[0].Start, last, "quotes are out of order")
		last = q.Content[0].Start
	}
	for _, s := range r.Stances {
		require.NotEmpty(t, s.Evidence)
		for _, e := range s.Evidence {
			words("evidence", e)
		}
		for _, p := range []sentiment.Party{s.Holder, s.Target} {
			require.NotEmpty(t, p.Name())
		}
	}
	again := newstext.Analyze(article.Parse(text), article.Span{Start: 0, End: len(text) / 2})
	one, err := json.Marshal(r)
	require.NoError(t, err)
	two, err := json.Marshal(again)
	require.NoError(t, err)
	require.Equal(t, string(one), string(two), "not the same result twice")
	require.NoError(t, json.Unmarshal(one, new(newstext.Analysis)))
}
