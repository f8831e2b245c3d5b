// Package entity finds who and what a story names: people, organizations,
// places, groups, events and works, joined into entities with their mentions,
// roles and countries.
//
//	a := article.Parse(text)
//	for _, e := range entity.Extract(a) {
//		fmt.Println(e.Type, e.Name, len(e.Mentions))
//	}
//
// Behind the entities with names stand those without one that the story speaks of
// again and again: "the gunman … he". [List.Named] leaves them out.
//
// Two different things never share an entity: where the text leaves it open
// whether two names mean the same, they stay apart.
//
// # How it works
//
// Names are found by a linear-chain conditional random field (Lafferty et al.
// 2001) over words, shapes, affixes, word classes learned from news, and lists of
// names and places, in two passes: the second knows what the same words were taken
// for elsewhere in the story. A [Gazetteer] of the caller's comes before it.
//
// Names are joined by rules that put precision first: the same core, a surname
// that only one person of the story has, an acronym and its long form, a country
// and its adjectives, abbreviations and capital where it acts as a government,
// spellings of one name. Countries come from roles, lists of places, and what the text
// says, which outranks every list.
//
// Pronouns and noun phrases ("the company") are read in the order of the text, and
// each is a choice between those spoken of before (or, for "he" and "she", behind
// in the same sentence), with or without a name, and nobody of them: a
// mention-ranking model (Denis & Baldridge 2008) of gradient-boosted trees weighs
// distance, what both do in their clauses, gender, number, type, what else they
// were called, and how often they are mentioned. Roles ("Russian foreign
// minister") are proposed by the words around a name, by the tree and by the
// phrases that mean an entity; trees decide which of them are roles.
//
// # What it cannot do
//
// It does not know the world: two names that only a reader of other news would
// join stay apart. Events and works are found about half of the time, and result
// tables are its weakest text.
package entity
