package segment

import (
	"strings"
	"time"
)

// Blocks is replaced by the helper's.
func Blocks(dst []Block, text string, from uint32, headlineKnown bool) []Block {
	for i := from; int(i) < len(text); {
		j := uint32(len(text))
		if k := strings.IndexByte(text[i:], '\n'); k >= 0 {
			j = i + uint32(k)
		}
		s, e := i, j
		for s < e && text[s] <= ' ' {
			s++
		}
		for e > s && text[e-1] <= ' ' {
			e--
		}
		if s < e {
			k := Paragraph
			if !headlineKnown && e-s < 120 && text[e-1] != '.' {
				k, headlineKnown = Headline, true
			}
			dst = append(dst, Block{Span: Span{s, e}, Kind: k})
		}
		i = j + 1
	}
	return dst
}

func Dateline(text string, b Block) (DatelineParts, bool) { return DatelineParts{}, false }
func FindByline(text string, b Block) (BylineParts, bool) { return BylineParts{}, false }
func PublishedTime(line string) (time.Time, bool)         { return time.Time{}, false }
