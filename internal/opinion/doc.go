// Package opinion reads a story the way stance and tone need it: each word with
// what the lists say of it (valence, frames, modifiers), the entity that it
// names and the quote that it stands in; noun phrases; pairs of a holder and a
// target; and the features by which trained models judge a target's tone and a
// pair's stance.
//
// It is shared by package sentiment, which asks the models, and by the commands
// that train them, so that both see the same features.
package opinion
