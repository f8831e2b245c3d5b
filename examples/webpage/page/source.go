package page

import (
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/net/html"

	"github.com/seed05c9d22b/newstext/article"
)

// source holds the words that a page shows, without any blank space, and where
// each byte of them stands in the page. What a browser shows and what an
// extractor returns differ in blanks and in nothing else.
type source struct {
	words  string
	pieces []piece // sorted
}

// piece says that the words from at on stand in the page from page on, byte by
// byte, up to the next piece.
type piece struct{ at, page int }

// newSource reads the words of a page.
func newSource(src string) source {
	var s source
	var b strings.Builder
	b.Grow(len(src) / 2)
	z := html.NewTokenizer(strings.NewReader(src))
	at, hidden := 0, ""
	for {
		kind := z.Next()
		if kind == html.ErrorToken {
			break
		}
		raw := string(z.Raw())
		switch kind {
		case html.StartTagToken:
			if name, _ := z.TagName(); hidden == "" {
				switch n := string(name); n {
				case "script", "style", "noscript", "template", "title":
					hidden = n
				}
			}
		case html.EndTagToken:
			if name, _ := z.TagName(); string(name) == hidden {
				hidden = ""
			}
		case html.TextToken:
			if hidden == "" {
				s.add(&b, raw, at)
			}
		}
		at += len(raw)
	}
	s.words = b.String()
	return s
}

// add adds the words of a text that stands in the page at a place.
func (s *source) add(b *strings.Builder, raw string, at int) {
	next := -1 // the place in the page that would go on with the last piece
	for i := 0; i < len(raw); {
		text, n := raw[i:], 0
		if text[0] == '&' {
			if e := strings.IndexByte(text[:min(len(text), 40)], ';'); e > 0 {
				if x := html.UnescapeString(text[:e+1]); x != text[:e+1] {
					text, n = x, e+1
				}
			}
		}
		plain := n == 0
		if plain {
			_, n = utf8.DecodeRuneInString(text)
			text = text[:n]
		}
		for _, r := range text {
			if blank(r) {
				continue
			}
			if !plain || at+i != next {
				s.pieces = append(s.pieces, piece{b.Len(), at + i})
			}
			b.WriteRune(r)
			next = at + i + n
			if !plain {
				next = -1
			}
		}
		i += n
	}
}

// blank reports whether a character is of no account for finding words.
func blank(r rune) bool {
	return unicode.IsSpace(r) || r == 0xAD || r == 0xFEFF || r >= 0x200B && r <= 0x200D
}

func squeeze(s string) string {
	return strings.Map(func(r rune) rune {
		if blank(r) {
			return -1
		}
		return r
	}, s)
}

// find returns where a text stands in the words, from a place on if it is there,
// else anywhere, or -1.
func (s *source) find(text string, from int) int {
	text = squeeze(text)
	if text == "" {
		return -1
	}
	if i := strings.Index(s.words[from:], text); i >= 0 {
		return from + i
	}
	return strings.Index(s.words, text)
}

// page returns where a byte of the words stands in the page.
func (s *source) page(at int) int {
	i := sort.Search(len(s.pieces), func(i int) bool { return s.pieces[i].at > at }) - 1
	if i < 0 {
		return 0
	}
	return s.pieces[i].page + at - s.pieces[i].at
}

// Source returns where the words of a span of the article stand in p.HTML, tags
// between them included. It reports false for a span that is empty or goes over
// more than one block, and for a block whose words the page does not show, such as
// a byline that only the metadata has.
func (p *Page) Source(span article.Span) (article.Span, bool) {
	b, ok := p.Article.BlockAt(span.Start)
	if !ok || span.Empty() || !b.Span().Contains(span) || p.start[b.Index()] < 0 {
		return article.Span{}, false
	}
	before := squeeze(p.Article.Slice(article.Span{Start: b.Span().Start, End: span.Start}))
	text := squeeze(p.Article.Slice(span))
	if text == "" {
		return article.Span{}, false
	}
	start := p.start[b.Index()] + len(before)
	_, n := utf8.DecodeLastRuneInString(text)
	lastRune := start + len(text) - n
	end := p.source.page(lastRune) + n
	// A character that the page writes as a reference is as long as that.
	if at := p.source.page(lastRune); p.HTML[at] == '&' {
		if e := strings.IndexByte(p.HTML[at:min(len(p.HTML), at+40)], ';'); e > 0 && html.UnescapeString(p.HTML[at:at+e+1]) != p.HTML[at:at+e+1] {
			end = at + e + 1
		}
	}
	return article.Span{Start: p.source.page(start), End: end}, true
}
