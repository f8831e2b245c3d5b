// Package quote finds what a story reports as said: the words, direct or
// indirect, the cue that reports them, who said them and to whom.
//
//	a := article.Parse(text)
//	entities := entity.Extract(a)
//	for _, q := range quote.Extract(a, entities) {
//		fmt.Printf("%s: %s\n", q.Speaker.Name(), q.Text())
//	}
package quote
