// Package quote finds what a story reports as said: the words, direct or
// indirect, the cue that reports them, who said them and to whom.
//
//	a := article.Parse(text)
//	entities := entity.Extract(a)
//	for _, q := range quote.Extract(a, entities) {
//		fmt.Printf("%s: %s\n", q.Speaker.Name(), q.Text())
//	}
//
// # How it works
//
// Quotation marks are paired first, with local repair where one is missing; titles,
// nicknames and scare quotes are told from speech. Then every word that may report
// speech is a candidate for a cue ("said", "according to", "his claim that"), its
// content a clause of the dependency tree or a passage in marks, its speaker a
// phrase near it. Trained models choose: whether the cue reports speech, which
// content, which speaker. Passages in marks without a cue of their own go on from
// the speaker before. The speaker's words are resolved through the entities of the
// story. Quotes are found inside of quotes ("a source told Reuters that the minister
// had said …"): each knows its [Quote.Parent].
//
// What else stands in quotation marks is given by [List.Marked]: scare quotes,
// terms, nicknames, titles and mottos, told apart by rules over the words beside the
// marks (a reviewed list), the way they are written and the names that they hold.
//
// # What it cannot do
//
// Thoughts, wishes and expectations are not speech and are left out. Where the
// speaker is "the company" or "they", it is right only as far as the mention was
// resolved. In dialogue without cues, speakers go wrong after a few turns.
package quote
