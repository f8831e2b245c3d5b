package opinion

// Phrase is a noun phrase.
type Phrase struct{ First, End, Head int }
