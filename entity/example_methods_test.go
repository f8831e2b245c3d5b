package entity_test

import (
	"fmt"
	"os"

	"github.com/seed05c9d22b/newstext/article"
	"github.com/seed05c9d22b/newstext/entity"
)

const harbour = "Ostia's mayor, Ann Lee, met President Rui Costa in Lisbon on Monday. " +
	"Lee said the talks with Costa had been good. She will return to Lisbon in May."

// Who is named most, with the forms of the name.
func ExampleList_ByMentions() {
	a := article.Parse(harbour)
	for _, e := range entity.Extract(a).ByMentions()[:2] {
		fmt.Print(e, ":")
		for _, m := range e.Mentions {
			fmt.Printf(" %s (%s)", a.Slice(m.Span), m.Kind)
		}
		fmt.Println(",", len(e.Names()), "names")
	}
	// Output:
	// Ann Lee: Ann Lee (name) Lee (name) She (pronoun), 2 names
	// Rui Costa: Rui Costa (name) Costa (name), 2 names
}

// What stands under the reader's cursor.
func ExampleList_At() {
	a := article.Parse(harbour)
	e, ok := entity.Extract(a).At(41)
	fmt.Println(e.Name, ok)
	// Output:
	// Rui Costa true
}

// An index is for many look-ups: whom each sentence mentions.
func ExampleList_Index() {
	a := article.Parse(harbour)
	entities := entity.Extract(a)
	index := entities.Index()
	for s := range a.Sentences() {
		for _, ref := range index.In(s.Span()) {
			e, _ := entities.Get(ref.Entity)
			fmt.Print(e.Name, "; ")
		}
		fmt.Println("end of sentence")
	}
	// Output:
	// Ostia; Ann Lee; Rui Costa; Lisbon; end of sentence
	// Ann Lee; Rui Costa; end of sentence
	// Ann Lee; Lisbon; end of sentence
}

// Names that the caller knows, made in the program.
func ExampleNewGazetteer() {
	g, err := entity.NewGazetteer([]entity.Record{
		{Name: "Blue Harbour Trust", Type: entity.Org, Aliases: []string{"BHT"}, Country: "NZ"},
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	a := article.Parse("BHT said on Monday that it would sell its boats.")
	e, _ := entity.Extractor{Gazetteer: g}.Extract(a).At(0)
	fmt.Println(g.Len(), e.Name, e.Country)
	// Output:
	// 1 Blue Harbour Trust NZ
}

// A model that was trained on names of the caller's own takes the place of the
// built-in one.
func ExampleReadModel() {
	f, err := os.Open("testdata/no-such.model")
	if err != nil {
		fmt.Println("no model of our own: the built-in one it is")
	} else {
		defer f.Close()
		model, err := entity.ReadModel(f)
		if err != nil {
			fmt.Println(err)
			return
		}
		fmt.Println(len(entity.Extractor{Model: model}.Extract(article.Parse(harbour))))
	}
	// Output: no model of our own: the built-in one it is
}

// Whom the story is about, and who stands beside whom.
func ExampleList_Salience() {
	a := article.New(article.Meta{Headline: "Harbour of Ostia shut, says Lee"}, harbour)
	entities := entity.Extract(a)
	for _, s := range entities.Salience(a)[:2] {
		fmt.Printf("%s: headline %t, lead %t, %.2f\n", entities[s.Entity].Name, s.Headline, s.Lead, s.Score)
	}
	most := entities.CoMentions(a)[0]
	fmt.Println(entities[most.A].Name, "and", entities[most.B].Name, "share", most.Sentences, "sentences")
	// Output:
	// Ann Lee: headline true, lead true, 1.00
	// Rui Costa: headline false, lead true, 0.45
	// Ann Lee and Rui Costa share 2 sentences
}
