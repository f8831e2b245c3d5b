package article_test

import (
	"fmt"

	"github.com/seed05c9d22b/newstext/article"
)

func ExampleToken_Relation() {
	a := article.Parse("The ministers oppose the plan. Lawmakers have not read it.")
	for t := range a.Tokens() {
		if head, ok := t.Head(); ok && t.Relation() == "nsubj" && head.Tag() == article.VERB {
			fmt.Println(t.Lemma(), head.Lemma())
		}
	}
	// Output:
	// minister oppose
	// lawmaker read
}

// The words of a clause: what the verb governs, with all that hangs on it.
func ExampleToken_Subtree() {
	a := article.Parse("The mayor of Ostia said that boats would be moved.")
	said, _ := a.Sentence(0).Root()
	for t := range said.Children() {
		fmt.Printf("%s: %q\n", t.Relation(), a.Slice(t.Subtree()))
	}
	// Output:
	// nsubj: "The mayor of Ostia"
	// ccomp: "that boats would be moved"
	// punct: "."
}

// From a word up to the root of its sentence.
func ExampleToken_Ancestors() {
	a := article.Parse("The mayor of Ostia said that boats would be moved.")
	boats, _ := a.TokenAt(29)
	for t := range boats.Ancestors() {
		fmt.Println(t.Text(), t.Tag(), t.Penn(), t.Lemma())
	}
	// Output:
	// moved VERB VBN move
	// said VERB VBD say
}
