// Package sentiment scores who stands for or against whom in a story, and how
// the story frames those that it names.
//
//	r := sentiment.Score(a, entities, quotes)
//	for _, s := range r.Stances {
//		fmt.Println(s.Holder, s.Polarity, s.Target, s.Evidence)
//	}
//
// Two things that other tools mix up are kept apart. A [Stance] has a holder and
// a target: "A blames B". A [Tone] is how the text frames one entity, all voices
// together. Both can be traced to the words that made them: a stance has its
// evidence and the frame that fired, a tone what each word adds to its score.
//
// # How it works
//
// Stances come from pairs of phrases: two of a sentence, or the speaker of a
// quote and what he speaks of. A linear model judges each pair by the frames of
// the word lists ("A accuses B of C"), the way from holder to target in the
// dependency tree, the words around them and what the story says of them
// elsewhere. Tones come from a second linear model over the words around the
// target, their side and distance, and what the target hangs on. No name is a
// feature of either. A [Lexicon] of one's own comes before the built-in words.
//
// # What it cannot do
//
// A linear model over words and trees does not understand. Sarcasm, allusion and
// what has to be known of the world pass it by; where a story says of "the firm"
// what it means of a company, it is right only if the mention was resolved. On
// NewsMTSC it reaches a macro F1 of about 70, a fine-tuned transformer 83. Two
// people who label the same stories agree on three stances in four.
package sentiment
