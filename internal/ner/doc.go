package ner

import (
	"strings"

	"github.com/seed05c9d22b/newstext/article"
	"github.com/seed05c9d22b/newstext/internal/lexicon"
	"github.com/seed05c9d22b/newstext/internal/linear/clusters"
)

// Doc is a story prepared for finding names: the tokens of all blocks that
// later stages read. Make one with [Doc.Reset]; its buffers are reused.
type Doc struct {
	Article   *article.Article
	Text      string
	Tokens    []Token
	Sentences []Sentence

	words  words
	lists  [][listCount]uint8
	runs   []run
	pieces []article.Span
	sport  uint8 // how much of it tells of games, 0 to 2
}

// Token is a token of a Doc: a token of the article or, where that has inner
// hyphens or slashes, a part of it.
type Token struct {
	Start, End int32  // bytes of the text
	Form       string // as in the text, but re-cased in headlines
	Shape      Shape
	Spaced     bool // white space before
	Inner      bool // not the first part of an article token
	Address    bool // of a web page, mailbox or file: never in a name
	Word       int32
	Run        int32         // index of the run of capitalised tokens, or -1
	Cluster    clusters.ID   // class of the word in unlabelled news
	Path       clusters.Path // of the class in the tree of classes
}

// Sentence is a sentence of a Doc.
type Sentence struct {
	First, End int // tokens
	Index      int // of the sentence in the article
	Kind       article.Kind
	Case       Case
}

// Case says how a sentence is written.
type Case uint8

// Ways of writing a sentence.
const (
	Plain    Case = iota
	Title         // Most Words Begin With Capitals
	Capitals      // ALL IN CAPITALS
	Small         // all in small letters, from the first word on
)

// Read reports whether all blocks of a kind are read for names. Of link and share
// lines those are that are made of names and figures.
func Read(k article.Kind) bool {
	switch k {
	case article.Headline, article.Subhead, article.Paragraph, article.Crosshead, article.Caption,
		article.ListItem, article.PullQuote, article.BylineBlock, article.TimeBlock, article.DatelineLine, article.Credit, article.Note:
		return true
	}
	return false
}

// Reset prepares the story a.
func (d *Doc) Reset(a *article.Article) {
	d.Article, d.Text = a, a.Text()
	d.Tokens, d.Sentences, d.runs = d.Tokens[:0], d.Sentences[:0], d.runs[:0]
	for b := range a.Blocks() {
		first, end := b.SentenceRange()
		if !Read(b.Kind()) && !(sparse(b.Kind()) && d.ofNames(a, first, end)) {
			continue
		}
		small := true
		for i := first; i < end; i++ {
			small = d.sentence(a, i, b.Kind(), small) && small
		}
	}
	d.words.reset(len(d.Tokens))
	d.countWords()
	d.findSport()
	d.recase()
	for i := range d.Tokens {
		t := &d.Tokens[i]
		t.Cluster = clusters.Of(t.Form)
		t.Path = t.Cluster.Path()
	}
	d.findRuns()
	d.lookUp()
	d.gatherEvidence()
}

// sparse reports whether only those blocks of a kind are read that are made of
// names and figures: what looks like a link or share line may be a row of a table of
// results, of a list or the name below a letter.
func sparse(k article.Kind) bool { return k == article.Link || k == article.Share }

// ofNames reports whether sentences have names and figures and little else: no
// row of capitals as long as in titles, and few words in small letters.
func (d *Doc) ofNames(a *article.Article, first, end int) bool {
	capitals, small, row := 0, 0, 0
	for i := first; i < end; i++ {
		t, last := a.Sentence(i).TokenRange()
		for ; t < last; t++ {
			span := a.Token(t).Span()
			switch s := shapeOf(d.Text[span.Start:span.End]); {
			case s.Capital():
				capitals++
				if row++; row > 3 {
					return false
				}
				continue
			case s == Lower && span.End-span.Start > 2:
				small++
			}
			row = 0
		}
	}
	return capitals > 0 && small <= capitals
}

// sentence appends a sentence. It reports whether it begins with a small letter;
// where all of a block before it did, that is its way of writing.
func (d *Doc) sentence(a *article.Article, i int, kind article.Kind, small bool) bool {
	s := Sentence{First: len(d.Tokens), Index: i, Kind: kind}
	first, end := a.Sentence(i).TokenRange()
	before := -1
	for t := first; t < end; t++ {
		span := a.Token(t).Span()
		address := isAddress(d.Text[span.Start:span.End])
		d.pieces = cut(d.pieces[:0], d.Text, span)
		for j, p := range d.pieces {
			form := d.Text[p.Start:p.End]
			d.Tokens = append(d.Tokens, Token{
				Start: int32(p.Start), End: int32(p.End), Form: form, Shape: shapeOf(form),
				Spaced: p.Start != before, Inner: j > 0, Address: address, Run: -1,
			})
			before = p.End
		}
	}
	s.End = len(d.Tokens)
	if s.End > s.First {
		s.Case = d.caseOf(s)
		begins, all := d.beginsSmall(s)
		small = small && begins
		if s.Case == Plain && small && all {
			s.Case = Small
		}
		d.Sentences = append(d.Sentences, s)
	}
	return small
}

// beginsSmall reports whether the first word of a sentence is in small letters,
// and whether nearly all the others are.
func (d *Doc) beginsSmall(s Sentence) (begins, all bool) {
	words, capitals := 0, 0
	for i := s.First; i < s.End; i++ {
		switch sh := d.Tokens[i].Shape; {
		case sh == Mark:
			continue
		case words == 0 && sh != Lower:
			return false, false
		case sh.Capital() && d.Tokens[i].Form != "I":
			capitals++
		}
		words++
	}
	return true, words > 2 && 6*capitals <= words
}

// isAddress reports whether a token is the address of a web page, a mailbox or a
// file rather than a word. A name that sites have ("Amazon.com") is none.
func isAddress(w string) bool {
	if strings.Contains(w, "://") || strings.HasPrefix(w, "www.") || strings.HasPrefix(w, "WWW.") {
		return true
	}
	if at := strings.IndexByte(w, '@'); at > 0 && strings.IndexByte(w[at:], '.') > 0 {
		return true
	}
	dot := strings.LastIndexByte(w, '.')
	if dot < 1 || len(w)-dot < 3 {
		return false
	}
	switch w[dot+1:] {
	case "pdf", "doc", "docx", "xls", "xlsx", "ppt", "jpg", "jpeg", "gif", "png", "txt", "zip", "htm", "html", "php", "exe", "mp3", "mp4":
		return true
	}
	return false
}

// cut cuts a token at hyphens, dashes and slashes between its words, and before
// a possessive 's that was left on it.
func cut(out []article.Span, text string, s article.Span) []article.Span {
	start := s.Start
	flush := func(end int) {
		if end > start {
			out = append(out, article.Span{Start: start, End: end})
		}
		start = end
	}
	for i := s.Start; i < s.End; i++ {
		n := 0
		switch c := text[i]; {
		case c == '-' || c == '/':
			n = 1
		case c == 0xE2 && i+2 < s.End && text[i+1] == 0x80 && text[i+2] >= 0x90 && text[i+2] <= 0x95:
			n = 3 // ‐ to ―
		case (c == '\'' || c == 0xE2 && i+2 < s.End && text[i+1] == 0x80 && text[i+2] == 0x99) && i > s.Start:
			w := 1
			if c != '\'' {
				w = 3
			}
			if rest := text[i+w : s.End]; rest == "s" || rest == "S" || rest == "" {
				flush(i)
				i = s.End
			}
			continue
		default:
			continue
		}
		flush(i)
		start = i
		flush(i + n)
		i += n - 1
	}
	flush(s.End)
	return out
}

// caseOf tells headlines in title case and capitals from plain text.
func (d *Doc) caseOf(s Sentence) Case {
	upper, capital, lower := 0, 0, 0
	for i := s.First; i < s.End; i++ {
		t := &d.Tokens[i]
		switch {
		case t.Shape == Upper || t.Shape == UpperDots:
			upper += len(t.Form)
		case t.Shape == Capitalised || t.Shape == Mixed || t.Shape == Initial:
			capital++
		case t.Shape == Lower && len(t.Form) > 3:
			lower++
		}
	}
	words := 0
	for i := s.First; i < s.End; i++ {
		if t := &d.Tokens[i]; t.Shape == Upper && len(t.Form) > 1 {
			words++
		}
	}
	switch {
	case words >= 2 && upper >= 10 && capital+lower <= words/4:
		return Capitals
	case capital+words >= 4 && lower*4 <= capital+words-1 && s.Kind != article.BylineBlock && s.Kind != article.Paragraph:
		return Title
	case s.Kind == article.Headline && capital+words >= 4 && lower <= 1:
		return Title
	case s.Kind == article.Paragraph && capital+words >= 6 && lower*5 <= capital+words:
		return Title
	}
	return Plain
}

// form returns the form of token i, or "" outside the sentence s.
func (d *Doc) form(s *Sentence, i int) string {
	if i < s.First || i >= s.End {
		return ""
	}
	return d.Tokens[i].Form
}

// Longest finds the longest key of a list that begins at token i of a sentence.
func (d *Doc) Longest(t lexicon.Table, s *Sentence, i int) (lexicon.Entry, int, bool) {
	return t.Longest(func(n int) (string, bool) {
		if i+n >= s.End {
			return "", false
		}
		return d.Tokens[i+n].Form, d.Tokens[i+n].Spaced
	})
}

// Release lets go of the article but keeps the buffers.
func (d *Doc) Release() {
	d.Article, d.Text = nil, ""
	clear(d.Tokens)
	d.Tokens = d.Tokens[:0]
}
