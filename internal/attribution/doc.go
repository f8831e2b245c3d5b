// Package attribution finds reported speech in a story: which words are said,
// which words report them, who says them and to whom. Package quote gives its
// results to users.
//
// The work is done in steps, each in a file of its own:
//
//   - story.go lays the readable part of an article out as a flat row of tokens;
//   - tree.go reads what depends on a cue off the dependency tree;
//   - marks.go pairs quotation marks to segments, and recovers from stray ones;
//   - cue.go finds the words that may report speech;
//   - form.go decides for each of them whether it does, and on which side of it
//     the content stands;
//   - content.go chooses where the content starts and ends;
//   - draft.go runs these for each cue and drops what does not go together;
//   - transcript.go finds the turns of transcripts and interviews;
//   - floating.go decides what a segment in marks is that no cue claims;
//   - speaker.go chooses the words that name the speaker and the addressee;
//   - person.go chooses the entity that they refer to, among those that
//     person_list.go and echo.go find (what earlier mentions of a noun say of whom
//     it speaks for), by how they fit the words (person_match.go, gender.go), where
//     they were mentioned outside of what is said (person_outside.go), and who
//     speaks in the quotes around (person_context.go);
//   - trust.go tells how likely content and speaker are right;
//   - find.go joins the results and leaves out what is not likely.
//
// Every choice is made among candidates that are listed by rules, by a linear
// model of the candidates' features (choice.go, model.go). Which entity speaks, if
// the linear model is not sure, and how far a quote is to be trusted are judged by
// trees over few signs (person_signs.go, trust.go). learn.go records the same
// choices from labelled stories, for the training command in internal/train/quote.
package attribution
