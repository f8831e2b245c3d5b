package article

import (
	"iter"
	"math"
	"strings"

	"github.com/seed05c9d22b/newstext/internal/segment"
)

// MaxText is the number of bytes of a text that are cut into blocks, sentences
// and tokens. What stands behind is kept in [Article.Text], and no block covers
// it.
const MaxText = math.MaxInt32

// Article is a news story cut into blocks, sentences and tokens. It is immutable
// and safe for concurrent use. The zero value is a story without text.
type Article struct {
	text      string
	meta      Meta
	body      Span
	blocks    []segment.Block
	sentences []segment.Sentence
	tokens    []segment.Token
	bylines   []Byline
	layers    *layers
}

// Parse reads a story from plain text whose parts are unknown: which line is the
// headline, which is boilerplate, is read off the text. Any bytes are accepted,
// invalid UTF-8 too; the text is kept as it is.
func Parse(text string) *Article { return New(Meta{}, text) }

// New makes a story of parts that are known. Headline and subhead, where meta has
// them, are put before the body, each followed by an empty line, and the offsets
// of all results count from there; [Article.Body] tells where the body starts. A
// headline that the body itself begins with is not put there twice.
//
// Without a headline in meta the body is read as by [Parse].
func New(meta Meta, body string) *Article {
	a := &Article{text: body, meta: meta, body: Span{0, len(body)}, layers: new(layers)}
	head, sub := strings.TrimSpace(meta.Headline), strings.TrimSpace(meta.Subhead)
	if at, ok := firstLine(body, head); ok {
		a.addBlock(at, at+len(head), segment.Headline)
		head = ""
	}
	if sub != "" && strings.Contains(prefix(body, 2*len(sub)+len(meta.Headline)+200), sub) {
		sub = ""
	}
	if head != "" || sub != "" {
		a.compose(head, sub, body)
	}
	a.segment()
	a.describe()
	return a
}

// compose puts the known parts before the body and makes blocks of them.
func (a *Article) compose(head, sub, body string) {
	var b strings.Builder
	for _, part := range []struct {
		text string
		kind segment.Kind
	}{{head, segment.Headline}, {sub, segment.Subhead}} {
		if part.text == "" {
			continue
		}
		b.WriteString(part.text)
		a.addBlock(b.Len()-len(part.text), b.Len(), part.kind)
		b.WriteString("\n\n")
	}
	a.body.Start = b.Len()
	b.WriteString(body)
	a.body.End = b.Len()
	a.text = b.String()
}

// addBlock adds a block that is known, as far as it lies within [MaxText].
func (a *Article) addBlock(start, end int, kind segment.Kind) {
	if end <= MaxText {
		a.blocks = append(a.blocks, segment.Block{Span: segment.Span{Start: uint32(start), End: uint32(end)}, Kind: kind})
	}
}

// segment cuts the text: blocks behind those that are known, then sentences and
// tokens in all of them.
func (a *Article) segment() {
	text := prefix(a.text, MaxText)
	known := strings.TrimSpace(a.meta.Headline) != ""
	// Room for most stories: a token and the blank behind it take five bytes and
	// more on average, a sentence a hundred.
	a.sentences = make([]segment.Sentence, 0, len(text)/100+4)
	a.tokens = make([]segment.Token, 0, len(text)*2/9+8)
	from := a.body.Start
	if n := len(a.blocks); n > 0 {
		from = max(from, int(a.blocks[n-1].End))
	}
	a.blocks = segment.Blocks(a.blocks, text, uint32(min(from, len(text))), known)
	a.cutSentences(text)
}

func (a *Article) cutSentences(text string) {
	for i := range a.blocks {
		b := &a.blocks[i]
		b.FirstSentence = uint32(len(a.sentences))
		a.sentences, a.tokens = segment.Sentences(text, b.Span, !runs(b.Kind), a.sentences, a.tokens)
		b.EndSentence = uint32(len(a.sentences))
	}
}

// runs reports whether a block of this kind holds sentences with stops, as
// opposed to a title.
func runs(k segment.Kind) bool {
	switch k {
	case segment.Headline, segment.Crosshead, segment.Link, segment.Byline, segment.Time:
		return false
	}
	return true
}

// describe completes the metadata by what the text says.
func (a *Article) describe() {
	text := prefix(a.text, MaxText)
	a.meta.Dateline = nil
	paragraphs := 0
	for _, b := range a.blocks {
		switch b.Kind {
		case segment.Headline:
			if a.meta.Headline == "" {
				a.meta.Headline = text[b.Start:b.End]
			}
		case segment.Subhead:
			if a.meta.Subhead == "" {
				a.meta.Subhead = text[b.Start:b.End]
			}
		case segment.Byline:
			if p, ok := segment.FindByline(text, b); ok {
				a.bylines = append(a.bylines, Byline{span(p.Span), spans(p.Authors), span(p.Title), span(p.Agency)})
			}
		case segment.Time:
			if a.meta.Published.IsZero() {
				a.meta.Published, _ = segment.PublishedTime(text[b.Start:b.End])
			}
		case segment.DatelineLine, segment.Paragraph:
			if paragraphs++; paragraphs > 3 || a.meta.Dateline != nil {
				continue
			}
			if d, ok := segment.Dateline(text, b); ok {
				a.meta.Dateline = &Dateline{span(d.Span), spans(d.Places), span(d.Date), span(d.Agency)}
			}
		}
	}
	if len(a.meta.Byline) == 0 {
		for _, b := range a.bylines {
			for _, n := range b.Authors {
				a.meta.Byline = append(a.meta.Byline, n.In(text))
			}
		}
	}
}

// ID returns the caller's key of the story.
func (a *Article) ID() string { return a.meta.ID }

// Text returns the whole text. All offsets count from its first byte.
func (a *Article) Text() string {
	if a == nil {
		return ""
	}
	return a.text
}

// Slice returns the words that a span covers, or "" where it does not fit.
func (a *Article) Slice(s Span) string { return s.In(a.Text()) }

// Body returns where the body as given to [New] or [Parse] stands in the text.
// Subtract its start from an offset to get an offset into that body.
func (a *Article) Body() Span { return a.body }

// Meta returns what is known about the story. The caller must not change the
// slices in it.
func (a *Article) Meta() Meta { return a.meta }

// Headline returns the headline, or "" where there is none.
func (a *Article) Headline() string { return a.meta.Headline }

// Dateline returns the dateline that the story begins with.
func (a *Article) Dateline() (Dateline, bool) {
	if a.meta.Dateline == nil {
		return Dateline{}, false
	}
	return *a.meta.Dateline, true
}

// Bylines walks the bylines that stand in the text.
func (a *Article) Bylines() iter.Seq[Byline] {
	return func(yield func(Byline) bool) {
		for _, b := range a.bylines {
			if !yield(b) {
				return
			}
		}
	}
}

// Blocks walks the blocks from first to last.
func (a *Article) Blocks() iter.Seq[Block] {
	return func(yield func(Block) bool) {
		for i := range a.blocks {
			if !yield(Block{a, i}) {
				return
			}
		}
	}
}

// Sentences walks the sentences of all blocks, boilerplate included.
func (a *Article) Sentences() iter.Seq[Sentence] { return a.sentenceSeq(0, len(a.sentences)) }

// Tokens walks the tokens of all blocks, boilerplate included.
func (a *Article) Tokens() iter.Seq[Token] { return a.tokenSeq(0, len(a.tokens)) }

// BlockCount returns the number of blocks.
func (a *Article) BlockCount() int { return len(a.blocks) }

// SentenceCount returns the number of sentences.
func (a *Article) SentenceCount() int { return len(a.sentences) }

// TokenCount returns the number of tokens.
func (a *Article) TokenCount() int { return len(a.tokens) }

// Block returns the block with index i. It panics where there is none, as a
// slice does.
func (a *Article) Block(i int) Block { _ = a.blocks[i]; return Block{a, i} }

// Sentence returns the sentence with index i. It panics where there is none, as
// a slice does.
func (a *Article) Sentence(i int) Sentence { _ = a.sentences[i]; return Sentence{a, i} }

// Token returns the token with index i. It panics where there is none, as a
// slice does.
func (a *Article) Token(i int) Token { _ = a.tokens[i]; return Token{a, i} }

func span(s segment.Span) Span { return Span{int(s.Start), int(s.End)} }

func spans(s []segment.Span) []Span {
	if len(s) == 0 {
		return nil
	}
	out := make([]Span, len(s))
	for i, x := range s {
		out[i] = span(x)
	}
	return out
}

func prefix(s string, n int) string {
	if uint64(len(s)) > uint64(n) {
		return s[:n]
	}
	return s
}

// firstLine returns where line stands in body, if it is the first line there.
func firstLine(body, line string) (at int, ok bool) {
	rest := strings.TrimLeft(body, "\ufeff \t\r\n")
	at = len(body) - len(rest)
	if line == "" || !strings.HasPrefix(rest, line) {
		return 0, false
	}
	rest = strings.TrimLeft(rest[len(line):], " \t\r")
	return at, rest == "" || rest[0] == '\n'
}
