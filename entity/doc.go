// Package entity finds who and what a story names: people, organizations,
// places, groups, events and works, joined into entities with their mentions,
// roles and countries.
//
//	a := article.Parse(text)
//	for _, e := range entity.Extract(a) {
//		fmt.Println(e.Type, e.Name, len(e.Mentions))
//	}
//
// Two different things never share an entity: where the text leaves it open
// whether two names mean the same, they stay apart.
package entity
