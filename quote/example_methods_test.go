package quote_test

import (
	"encoding/json"
	"fmt"

	"github.com/seed05c9d22b/newstext/article"
	"github.com/seed05c9d22b/newstext/entity"
	"github.com/seed05c9d22b/newstext/quote"
)

const harbour = `Mayor Ann Lee told Rui Costa that the harbour would close. "We are sorry," Lee said, "but we will not wait." Costa denied that the harbour was unsafe.`

func harbourQuotes() (*article.Article, entity.List, quote.List) {
	a := article.Parse(harbour)
	entities := entity.Extract(a)
	return a, entities, quote.Extract(a, entities)
}

// Who said what, to whom, and how the story reports it.
func ExampleExtract() {
	a, _, quotes := harbourQuotes()
	for _, q := range quotes {
		fmt.Printf("%s, %s, %q", q.Speaker.Name(), q.Kind, a.Slice(q.Cue))
		if q.Addressee.Known() {
			fmt.Print(", to ", q.Addressee.Name())
		}
		fmt.Printf(": %s\n", q.Text())
	}
	// Output:
	// Ann Lee, indirect, "told", to Rui Costa: the harbour would close
	// Ann Lee, direct, "said": We are sorry, but we will not wait.
	// Rui Costa, indirect, "denied": the harbour was unsafe
}

// The sentence and the length of a quotation, for a caption or a count.
func ExampleQuote_Sentence() {
	a, _, quotes := harbourQuotes()
	last := quotes[len(quotes)-1]
	s, _ := last.Sentence(a)
	fmt.Println(last.Words(), "words of:", s.Text())
	// Output:
	// 4 words of: Costa denied that the harbour was unsafe.
}

// "We" inside a quotation is its speaker.
func ExampleList_Selves() {
	a, entities, quotes := harbourQuotes()
	for _, self := range quotes.Selves(a) {
		e, _ := entities.Get(self.Entity)
		fmt.Println(a.Slice(self.Span), "=", e.Name)
	}
	// Output:
	// We = Ann Lee
	// we = Ann Lee
}

// Which quotation stands at a place of the text, and what stands inside it.
func ExampleList_At() {
	a := article.Parse(`"Costa told me that the harbour would close," said Ann Lee.`)
	entities := entity.Extract(a)
	quotes := quote.Extract(a, entities)
	q, _ := quotes.At(3)
	fmt.Println(q.Speaker.Name(), "–", q.Text())
	for _, inner := range quotes.Inside(0) {
		fmt.Println(inner.Speaker.Name(), "–", inner.Text())
	}
	// Output:
	// Ann Lee – Costa told me that the harbour would close
	// Costa – the harbour would close
}

// Quotations that were stored as JSON are bound to their story again.
func ExampleList_Bind() {
	a, entities, quotes := harbourQuotes()
	stored, err := json.Marshal(quotes)
	if err != nil {
		fmt.Println(err)
		return
	}
	var back quote.List
	if err := json.Unmarshal(stored, &back); err != nil {
		fmt.Println(err)
		return
	}
	back.Bind(a, entities)
	fmt.Println(back.Check(a.Text(), entities), back[0].Speaker.Name(), "–", back[0].Text())
	// Output:
	// <nil> Ann Lee – the harbour would close
}
