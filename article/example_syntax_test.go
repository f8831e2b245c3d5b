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
