package newstext_test

import (
	"testing"

	"github.com/seed05c9d22b/newstext"
	"github.com/seed05c9d22b/newstext/article"
	"github.com/seed05c9d22b/newstext/entity"
	"github.com/seed05c9d22b/newstext/internal/benchtext"
	"github.com/seed05c9d22b/newstext/quote"
	"github.com/seed05c9d22b/newstext/sentiment"
)

// BenchmarkStages runs each stage on what the stages before it have found, again and
// again: models are open, and the words of the stories known, before it is timed.
func BenchmarkStages(b *testing.B) {
	texts, bytes := benchtext.Stories(b)
	var articles []*article.Article
	var entities []entity.List
	var quotes []quote.List
	tokens := 0
	for _, text := range texts {
		a := article.Parse(text)
		for t := range a.Tokens() {
			t.Head() // tags and trees are found once, when first asked for
			break
		}
		e := entity.Extract(a)
		articles, entities, quotes = append(articles, a), append(entities, e), append(quotes, quote.Extract(a, e))
		tokens += a.TokenCount()
	}
	stage := func(name string, run func(i int)) {
		b.Run(name, func(b *testing.B) {
			all := func() {
				for i := range texts {
					run(i)
				}
			}
			all()
			b.SetBytes(bytes)
			b.ReportAllocs()
			for b.Loop() {
				all()
			}
			b.ReportMetric(float64(tokens)*float64(b.N)/b.Elapsed().Seconds(), "words/s")
		})
	}
	stage("article", func(i int) { article.Parse(texts[i]) })
	stage("tags", func(i int) {
		for t := range article.Parse(texts[i]).Tokens() {
			t.Tag()
			break
		}
	})
	stage("syntax", func(i int) {
		for t := range article.Parse(texts[i]).Tokens() {
			t.Head()
		}
	})
	stage("entity", func(i int) { entity.Extract(articles[i]) })
	stage("quote", func(i int) { quote.Extract(articles[i], entities[i]) })
	stage("sentiment", func(i int) { sentiment.Score(articles[i], entities[i], quotes[i]) })
	stage("all", func(i int) { newstext.Analyze(article.Parse(texts[i])) })
}
