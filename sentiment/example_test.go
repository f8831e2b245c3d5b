package sentiment_test

import (
	"fmt"
	"strings"

	"github.com/seed05c9d22b/newstext/article"
	"github.com/seed05c9d22b/newstext/entity"
	"github.com/seed05c9d22b/newstext/examples/seed"
	"github.com/seed05c9d22b/newstext/quote"
	"github.com/seed05c9d22b/newstext/sentiment"
)

// Who is for or against whom in a story, with the words that show it.
func ExampleScore() {
	a := article.Parse(seed.Story)
	entities := entity.Extract(a)
	r := sentiment.Score(a, entities, quote.Extract(a, entities))
	for _, s := range r.Stances {
		if s.Frame == "back" && s.Strength > 0.5 {
			fmt.Printf("%s is %s %s: %q\n", s.Holder, s.Polarity, s.Target, a.Slice(s.Evidence[0]))
		}
	}
	// Output:
	// United States is for moderate rebels: "backed"
}

// A lexicon of one's own comes before the built-in words, and explains itself.
func ExampleScorer() {
	lexicon, err := sentiment.ReadLexicon(strings.NewReader("bananas\t-1\n"))
	if err != nil {
		fmt.Println(err)
		return
	}
	text := "The plan of Ann Lee is bananas."
	a := article.Parse(text)
	start := strings.Index(text, "Ann Lee")
	r := sentiment.Scorer{Lexicon: lexicon}.Score(a, nil, nil, article.Span{Start: start, End: start + len("Ann Lee")})
	tone := r.Tones[0]
	fmt.Println(tone.Label)
	for _, c := range tone.Evidence {
		if c.Term == "bananas" {
			fmt.Println(c.Term, c.Weight < 0)
		}
	}
	// Output:
	// negative
	// bananas true
}
