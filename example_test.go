package newstext_test

import (
	"encoding/json"
	"errors"
	"fmt"
	"strings"

	"github.com/seed05c9d22b/newstext"
	"github.com/seed05c9d22b/newstext/article"
	"github.com/seed05c9d22b/newstext/article/ninjs"
	"github.com/seed05c9d22b/newstext/entity"
	"github.com/seed05c9d22b/newstext/examples/seed"
	"github.com/seed05c9d22b/newstext/sentiment"
)

func ExampleAnalyze() {
	r := newstext.Analyze(article.Parse(seed.Story))
	for _, e := range r.Entities.ByType(entity.Person)[:2] {
		fmt.Println(e.Name, e.Country, r.Article.Slice(e.Roles[0].Span))
	}
	for _, q := range r.Quotes[:2] {
		fmt.Printf("%s, %s: %s\n", q.Speaker.Name(), q.Kind, q.Text())
	}
	// Output:
	// Barack Obama US President
	// Vladimir Putin RU Russian counterpart
	// Barack Obama, indirect: the US and Russia have not given up on negotiations that could stem the bloodshed in Syria
	// Barack Obama, mixed: leaders are challenged by "gaps of trust" between the rival powers
}

// A gazetteer of one's own tells names that no list has.
func ExampleNew() {
	names, err := entity.ReadGazetteer(strings.NewReader(`[{"name": "Blue Heron", "type": "org", "country": "CA"}]`))
	if err != nil {
		fmt.Println(err)
		return
	}
	z := newstext.New(newstext.WithGazetteer(names))
	r := z.Analyze(article.Parse("Workers at Blue Heron walked out on Monday."))
	for _, e := range r.Entities {
		fmt.Println(e.Type, e.Name, e.Country)
	}
	// Output:
	// org Blue Heron CA
}

func ExampleAnalysis_MarshalJSON() {
	r := newstext.Analyze(article.New(article.Meta{ID: "17"}, `"We will not wait," Mayor Ann Lee said.`))
	b, err := json.Marshal(r)
	if err != nil {
		fmt.Println(err)
		return
	}
	var back newstext.Analysis
	if err := json.Unmarshal(b, &back); err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(back.Article.ID(), back.Quotes[0].Text(), "|", back.Quotes[0].Speaker)
	// Output:
	// 17 We will not wait | Ann Lee
}

// Settings go together: names and words of the caller's own.
func ExampleWithLexicon() {
	lexicon, err := sentiment.ReadLexicon(strings.NewReader("frame\tstonewall\tv\tobj\t-1\n"))
	if err != nil {
		fmt.Println(err)
		return
	}
	z := newstext.New(newstext.WithLexicon(lexicon))
	for _, s := range z.Analyze(article.Parse("Ann Lee stonewalled Rui Costa on Monday.")).Stances {
		fmt.Println(s.Holder, s.Polarity, s.Target)
	}
	// Output:
	// Ann Lee against Rui Costa
}

// The tone toward a span that the caller names, whatever stands there.
func ExampleAnalyzer_Analyze() {
	a := article.Parse("The new harbour is a disgrace, said Ann Lee.")
	r := newstext.New().Analyze(a, article.Span{Start: 4, End: 15})
	for _, t := range r.Tones {
		if t.Entity < 0 {
			fmt.Println(a.Slice(t.Span), t.Label)
		}
	}
	// Output:
	// new harbour negative
}

// What a story is about, ready for the formats of newsrooms.
func ExampleAnalysis_Concepts() {
	r := newstext.Analyze(article.Parse("Mayor Ann Lee met Rui Costa of the World Bank in Lisbon."))
	b, err := ninjs.Append(nil, r.Article, r.Concepts()...)
	if err != nil {
		fmt.Println(err)
		return
	}
	var story struct {
		People []struct{ Name string } `json:"people"`
		Places []struct{ Name string } `json:"places"`
	}
	if err := json.Unmarshal(b, &story); err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(story.People, story.Places)
	// Output:
	// [{Ann Lee} {Rui Costa}] [{Lisbon}]
}

// Whoever has names of his own to learn from can train a model, and use it.
func ExampleWithModel() {
	model, err := entity.ReadModel(strings.NewReader("not a model"))
	if errors.Is(err, entity.ErrModelForeign) {
		fmt.Println("no model of names: the built-in one it is")
		model = nil
	}
	r := newstext.New(newstext.WithModel(model)).Analyze(article.Parse("Mayor Ann Lee met Rui Costa."))
	fmt.Println(len(r.Entities))
	// Output:
	// no model of names: the built-in one it is
	// 2
}

// Names, words and a model of the caller's own go together.
func ExampleWithGazetteer() {
	names, err := entity.NewGazetteer([]entity.Record{{Name: "Blue Heron", Type: entity.Org, Country: "CA"}})
	if err != nil {
		fmt.Println(err)
		return
	}
	r := newstext.New(newstext.WithGazetteer(names)).Analyze(article.Parse("Blue Heron will not wait, said its chairman."))
	fmt.Println(r.Entities[0].Name, r.Entities[0].Country)
	// Output:
	// Blue Heron CA
}
