// Package article is the typed model of a news story: its text, the blocks,
// sentences and tokens in it, and what is known about it.
//
// [Parse] reads plain text whose parts are unknown, [New] a story whose headline
// and body are known apart. Both accept any bytes, never fail and never rewrite:
// whatever a program learns about a story is a [Span], a half-open range of bytes
// of [Article.Text].
//
//	a := article.Parse(text)
//	for s := range a.Sentences() {
//		if s.Block().Kind() == article.Paragraph {
//			fmt.Println(s.Text())
//		}
//	}
//
// Stories in the formats of newsrooms are read by the packages below this one:
// ninjs, jsonld (schema.org), newsml (NewsML-G2), nitf, markdown and xhtml, each by
// Parse, and written, where it says so, by Append. They make the story with
// [Build], of parts whose kinds are known. A reader refuses bad input with a
// [*ParseError] that says where.
//
// The layers nest. A token lies in one sentence, a sentence in one block, and all
// three are sorted by where they start. Boilerplate (share bars, related links,
// adverts) stays in the text: it is told apart by the kind of its block
// ([Kind.Boilerplate]), and the extractors of the other packages skip it.
//
// Tokens know their part of speech, their lemma and their place in the dependency
// tree of the sentence: [Token.Tag], [Token.Lemma], [Token.Head], [Token.Relation].
// All are found, once, when a program first asks; one that does not ask never
// pays. Who opposes what in "Ministers oppose the plan":
//
//	for t := range a.Tokens() {
//		if head, ok := t.Head(); ok && t.Relation() == "nsubj" && head.Tag() == article.VERB {
//			fmt.Println(t.Text(), head.Lemma()) // Ministers oppose
//		}
//	}
//
// # How it works
//
// Lines become blocks by a linear model over what a line looks like, what it says
// and what stands around it, with rules of newspapers for bylines and datelines.
// Sentences end by rules for the full stop (abbreviations, initials, numbers,
// quotation marks) and lists of words; tokens follow the Penn Treebank's
// conventions as Universal Dependencies have them. One pass over the bytes, no
// regular expressions.
//
// Parts of speech come from a greedy averaged perceptron (Collins 2002) over words,
// affixes, shapes, word classes learned from news, and the tags before; lemmas
// from rules by suffix and tag (learned edit scripts) with exceptions; trees from
// a greedy arc-hybrid parser (Kuhlmann et al. 2011) with a dynamic oracle (Goldberg
// & Nivre 2013) in two passes, of which the second sees what the first made; small
// neural nets (Chen & Manning 2014) decide what a first look leaves unclear.
//
// An Article is immutable and safe for concurrent use. [Block], [Sentence] and
// [Token] are views of it, small enough to pass by value.
package article
