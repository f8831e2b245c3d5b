package sentiment_test

import (
	"errors"
	"fmt"
	"os"
	"strings"

	"github.com/seed05c9d22b/newstext/article"
	"github.com/seed05c9d22b/newstext/entity"
	"github.com/seed05c9d22b/newstext/quote"
	"github.com/seed05c9d22b/newstext/sentiment"
)

const harbour = "Ann Lee accused Rui Costa of lying. Costa praised Maria Alves. Costa condemned Lee."

func harbourStances() (*article.Article, entity.List, sentiment.Result) {
	a := article.Parse(harbour)
	entities := entity.Extract(a)
	return a, entities, sentiment.Score(a, entities, quote.Extract(a, entities))
}

// Who stands where toward whom, with the frame that fired.
func ExampleList_By() {
	a, entities, r := harbourStances()
	costa, _ := entities.Find("Rui Costa")
	for _, s := range r.Stances.By(costa.ID) {
		fmt.Printf("%s %s: %q, %s\n", s.Polarity, s.Target, a.Slice(s.Evidence[0]), s.Frame)
	}
	fmt.Println(len(r.Stances.Toward(costa.ID)), "toward him")
	// Output:
	// for Maria Alves: "praised", praise
	// against Ann Lee: "condemned", condemn
	// 1 toward him
}

// Two parties at odds, and one side's approval, as one table of a story.
func ExampleList_Matrix() {
	_, entities, r := harbourStances()
	lee, _ := entities.Find("Ann Lee")
	costa, _ := entities.Find("Rui Costa")
	m := r.Stances.Matrix()
	cell, ok := m.At(lee.ID, costa.ID)
	fmt.Println(ok, cell.Value < 0, m.Relation(lee.ID, costa.ID).Direct < 0)
	// Output:
	// true true true
}

// A lexicon is made, changed and written in the program, too.
func ExampleLexicon_Set() {
	var l sentiment.Lexicon
	for _, word := range []struct {
		term    string
		valence float64
	}{{"bananas", -1}, {"peachy", 0.8}} {
		if err := l.Set(word.term, word.valence); err != nil {
			fmt.Println(err)
		}
	}
	fmt.Println(l.Set("void", 7))
	v, ok := l.Valence("Bananas")
	fmt.Println(l.Len(), l.Terms(), v, ok)
	if _, err := l.WriteTo(os.Stdout); err != nil {
		fmt.Println(err)
	}
	// Output:
	// valence 7 is not between -1 and 1
	// 2 [bananas peachy] -1 true
	// bananas	-1
	// peachy	0.8
}

// A frame says what the agent of a verb holds toward its object, and comes
// before the built-in ones.
func ExampleLexicon_SetFrame() {
	var l sentiment.Lexicon
	if err := l.SetFrame(sentiment.Frame{Lemma: "stonewall", POS: "v", Theme: "obj", Stance: -1}); err != nil {
		fmt.Println(err)
		return
	}
	a := article.Parse("Ann Lee stonewalled Rui Costa on Monday.")
	entities := entity.Extract(a)
	r := sentiment.Scorer{Lexicon: &l}.Score(a, entities, quote.Extract(a, entities))
	for _, s := range r.Stances {
		fmt.Println(s.Holder, s.Polarity, s.Target, s.Frame)
	}
	// Output:
	// Ann Lee against Rui Costa stonewall
}

// The lists of two desks become one; the other's entries win.
func ExampleLexicon_Merge() {
	read := func(text string) *sentiment.Lexicon {
		l, err := sentiment.ReadLexicon(strings.NewReader(text))
		if err != nil {
			fmt.Println(err)
		}
		return l
	}
	l := read("bananas\t-1\npeachy\t0.8\n")
	l.Merge(read("bananas\t-0.5\n"))
	v, _ := l.Valence("bananas")
	fmt.Println(l.Len(), v)
	// Output:
	// 2 -0.5
}

// Bad lines are told all at once, each with its reason, and nothing is loaded.
func ExampleLexiconError() {
	_, err := sentiment.ReadLexicon(strings.NewReader("bananas\t-7\npeachy\n"))
	var bad *sentiment.LexiconError
	if errors.As(err, &bad) {
		for _, line := range bad.Lines {
			fmt.Println(line)
		}
	}
	// Output:
	// line 1: valence -7 is not between -1 and 1
	// line 2: 1 columns; a word has 2, a frame 5
}

// Tones from elsewhere are checked before they are believed.
func ExampleCheckTones() {
	a, entities, r := harbourStances()
	fmt.Println(sentiment.CheckTones(r.Tones, a.Text(), entities))
	bad := []sentiment.Tone{{Entity: 99}}
	fmt.Println(sentiment.CheckTones(bad, a.Text(), entities) != nil)
	// Output:
	// <nil>
	// true
}
