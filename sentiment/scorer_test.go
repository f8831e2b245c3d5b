package sentiment_test

import (
	"fmt"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/seed05c9d22b/newstext/article"
	"github.com/seed05c9d22b/newstext/entity"
	"github.com/seed05c9d22b/newstext/examples/seed"
	"github.com/seed05c9d22b/newstext/quote"
	"github.com/seed05c9d22b/newstext/sentiment"
)

func score(text string, targets ...article.Span) (*article.Article, entity.List, sentiment.Result) {
	a := article.Parse(text)
	entities := entity.Extract(a)
	return a, entities, sentiment.Score(a, entities, quote.Extract(a, entities), targets...)
}

// check fails where a result breaks what is promised of every result.
func check(t *testing.T, a *article.Article, entities entity.List, r sentiment.Result) {
	t.Helper()
	require.NoError(t, r.Stances.Check(a.Text(), entities))
	require.NoError(t, sentiment.CheckTones(r.Tones, a.Text(), entities))
	last := -1
	for _, s := range r.Stances {
		require.NotEmpty(t, s.Evidence)
		require.GreaterOrEqual(t, s.Evidence[0].Start, last, "stances are in order of their evidence")
		last = s.Evidence[0].Start
		require.False(t, s.Target.Author || s.Holder.Entity >= 0 && s.Holder.Entity == s.Target.Entity)
	}
	for _, x := range r.Tones {
		for i := 1; i < len(x.Evidence); i++ {
			require.Less(t, x.Evidence[i-1].Start, x.Evidence[i].Start)
		}
	}
}

func TestScoreIsTheSameFromManyGoroutines(t *testing.T) {
	a, entities, want := score(seed.Story)
	check(t, a, entities, want)
	quotes := quote.Extract(a, entities)
	var wg sync.WaitGroup
	for range 8 {
		wg.Go(func() {
			for range 4 {
				assert.Equal(t, want, sentiment.Score(a, entities, quotes))
			}
		})
	}
	wg.Wait()
}

func TestTonesOfSpans(t *testing.T) {
	text := "Critics called Mayor Ann Lee a corrupt liar. Voters praised the honest and brave Bob Ray as a hero."
	lee := article.Span{Start: strings.Index(text, "Ann Lee"), End: strings.Index(text, "Ann Lee") + 7}
	ray := article.Span{Start: strings.Index(text, "Bob Ray"), End: strings.Index(text, "Bob Ray") + 7}
	nowhere := article.Span{Start: 1000, End: 1010}
	a, entities, r := score(text, lee, ray, nowhere)
	check(t, a, entities, sentiment.Result{Stances: r.Stances, Tones: r.Tones[:len(r.Tones)-1]})
	tones := r.Tones[len(entities):]
	require.Len(t, tones, 3)
	assert.Equal(t, sentiment.Negative, tones[0].Label)
	assert.Equal(t, sentiment.Positive, tones[1].Label)
	assert.Equal(t, sentiment.Neutral, tones[2].Label, "a span that does not fit the text is neutral")
	assert.Equal(t, lee, tones[0].Span)
}

func TestOwnLexiconComesFirst(t *testing.T) {
	text := "The senator said the plan of Ann Lee was totally bananas."
	target := article.Span{Start: strings.Index(text, "Ann Lee"), End: strings.Index(text, "Ann Lee") + 7}
	a := article.Parse(text)
	entities := entity.Extract(a)
	quotes := quote.Extract(a, entities)
	tone := func(valence float64) sentiment.Tone {
		l := new(sentiment.Lexicon)
		require.NoError(t, l.Set("bananas", valence))
		r := sentiment.Scorer{Lexicon: l}.Score(a, entities, quotes, target)
		return r.Tones[len(r.Tones)-1]
	}
	assert.Equal(t, sentiment.Negative, tone(-1).Label)
	assert.Equal(t, sentiment.Positive, tone(1).Label)
	bad := tone(-1)
	found := false
	for _, e := range bad.Evidence {
		if e.Term == "bananas" {
			found = true
			assert.Negative(t, e.Weight)
		}
	}
	assert.True(t, found, "the word is named as evidence")
}

func FuzzScore(f *testing.F) {
	f.Add(seed.Story[:800], 10, 20)
	f.Add("\"A\xff 'B\" said C's D-backed 'critics of E' , by F who \r\n\n", 0, 3)
	f.Add("Not pro-X anti- -backed X's 's 's of of by by", 2, 2)
	f.Fuzz(func(t *testing.T, text string, start, end int) {
		span := article.Span{Start: start, End: end}
		if span.Check("", text) != nil {
			span = article.Span{}
		}
		a, entities, r := score(text, span)
		check(t, a, entities, r)
		if len(r.Tones) != len(entities)+1 {
			t.Fatalf("%d tones for %d entities and a span", len(r.Tones), len(entities))
		}
		_, _, again := score(text, span)
		assert.Equal(t, r, again)
	})
}

func TestTimeIsLinear(t *testing.T) {
	if testing.Short() {
		t.Skip("takes seconds")
	}
	for _, unit := range []string{"Lee attacked Ray and Day, ", "\"Bad Ray\" ", "critics of ", "'s ", "Lee blamed Ray. "} {
		time1 := timeOf(strings.Repeat(unit, 10_000/len(unit)))
		time8 := timeOf(strings.Repeat(unit, 8*10_000/len(unit)))
		assert.Less(t, time8, 24*time1+time.Second/2, "8 times the text of %q", unit)
	}
	assert.Less(t, timeOf(oneSentence(8000)), 24*timeOf(oneSentence(1000))+time.Second/4, "8 times the people")
}

// oneSentence is a sentence about so many people.
func oneSentence(people int) string {
	var b strings.Builder
	for i := range people {
		fmt.Fprintf(&b, "Ray %c%c%cson hates bad plans, ", 'A'+i%26, 'a'+i/26%26, 'a'+i/676%26)
	}
	return b.String()
}

func timeOf(text string) time.Duration {
	a := article.Parse(text)
	entities := entity.Extract(a)
	quotes := quote.Extract(a, entities)
	start := time.Now()
	sentiment.Score(a, entities, quotes)
	return time.Since(start)
}

func BenchmarkScore(b *testing.B) {
	a := article.Parse(seed.Story)
	entities := entity.Extract(a)
	quotes := quote.Extract(a, entities)
	sentiment.Score(a, entities, quotes)
	b.SetBytes(int64(len(seed.Story)))
	b.ReportAllocs()
	for b.Loop() {
		sentiment.Score(a, entities, quotes)
	}
}
