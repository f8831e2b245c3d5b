// Package sentiment scores who stands for or against whom in a story, and how
// the story frames those that it names, from lexicons and the structure of the
// clause.
//
//	r := sentiment.Score(a, entities, quotes)
//	for _, s := range r.Stances {
//		fmt.Println(s.Holder, s.Polarity, s.Target, s.Evidence)
//	}
//
// Two things that other tools mix up are kept apart. A [Stance] has a holder and
// a target: "A blames B". A [Tone] is how the text frames one entity, all voices
// together. Both can be traced to the words that made them.
package sentiment
