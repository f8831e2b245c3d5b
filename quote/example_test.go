package quote_test

import (
	"fmt"

	"github.com/seed05c9d22b/newstext/article"
	"github.com/seed05c9d22b/newstext/entity"
	"github.com/seed05c9d22b/newstext/examples/seed"
	"github.com/seed05c9d22b/newstext/quote"
)

func Example() {
	a := article.Parse(seed.Story)
	entities := entity.Extract(a)
	for _, q := range quote.Extract(a, entities) {
		fmt.Printf("%s (%s, %s): %s\n", q.Speaker.Name(), q.Kind, q.Cue.In(a.Text()), q.Text())
	}
	// Output:
}

func ExampleList_By() {
	a := article.Parse(seed.Story)
	entities := entity.Extract(a)
	quotes := quote.Extract(a, entities)
	if putin, ok := entities.Find("Vladimir Putin"); ok {
		for _, q := range quotes.By(putin.ID) {
			fmt.Println(q.Class, "–", q.Text())
		}
	}
	// Output: deny – his government was involved
}

func ExampleList_Shares() {
	a := article.Parse(seed.Story)
	entities := entity.Extract(a)
	for _, s := range quote.Extract(a, entities).Shares() {
		fmt.Printf("%s: %d quotes, %.0f %% of the words\n", entities[s.Entity].Name, s.Quotes, 100*s.Part)
	}
	// Output:
}
