// Package segment cuts the text of a news story into blocks, sentences and
// tokens, and finds the parts of datelines and bylines.
//
// All positions are byte offsets into the text as given; nothing is copied or
// rewritten. The three layers nest: every token lies in one sentence, every
// sentence in one block. Blank space lies outside of all of them.
package segment

// Span is a half-open range of bytes.
type Span struct{ Start, End uint32 }

// Token is a word, number, mark or symbol, cut as in Universal Dependencies
// for English.
type Token = Span

// Sentence is a sentence and the tokens in it.
type Sentence struct {
	Span
	FirstToken, EndToken uint32 // half-open range of tokens
}

// Block is a line of the story or a paragraph of hard-wrapped lines.
type Block struct {
	Span
	Kind                       Kind
	FirstSentence, EndSentence uint32 // half-open range of sentences
}

// Kind says what a block is in the story.
type Kind uint8

// The kinds of blocks. Their order is that of article.Kind.
const (
	Paragraph Kind = iota
	Headline
	Subhead
	Byline
	DatelineLine // a dateline alone on its line
	Time
	Crosshead
	Caption
	Credit
	PullQuote
	List
	Link
	Share
	Advert
	Newsletter
	Copyright
	Note
)

// DatelineParts is a dateline and its parts; a part that is missing is the zero
// span.
type DatelineParts struct {
	Span          // from the first place or the agency to the end of the closing mark
	Places []Span // each with its state or country: "FLINT, Mich."
	Date   Span
	Agency Span // without brackets
}

// BylineParts is a byline and its parts; a part that is missing is the zero
// span.
type BylineParts struct {
	Span
	Authors []Span // names without "By" and "and"
	Title   Span   // "Staff Writer"
	Agency  Span   // "Associated Press"
}
