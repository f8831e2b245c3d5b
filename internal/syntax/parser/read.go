package parser

import (
	"github.com/seed05c9d22b/newstext/internal/segment"
	"github.com/seed05c9d22b/newstext/internal/syntax/tagger"
)

// NewWord is a token of a sentence as the parser sees it: as it stands in the
// text, what the tagger read of it, and its tag.
func NewWord(text string, tokens []segment.Token, i int, w *tagger.Word, fine tagger.Fine) Word {
	v := Word{
		Form:    uint32(w.Low >> 32),
		Cluster: uint16(w.Cluster),
		Coarse:  uint16(w.Cluster.Path().Prefix(6)),
		Tag:     uint8(fine.Tag()),
		Fine:    uint8(fine),
	}
	switch fine.Tag() {
	case tagger.PUNCT:
		v.Mark = MarkAt(text, tokens, i)
	case tagger.VERB, tagger.AUX:
		v.Finite = finite[fine]
	case tagger.SCONJ, tagger.CCONJ:
		v.Linker = true
	default:
		v.Linker = linkers[fine]
	}
	return v
}

// finite are the tags of finite verbs, linkers those of relative and
// interrogative words.
var finite, linkers = func() (finite, linkers [256]bool) {
	for i := range tagger.FineCount {
		switch tagger.Fine(i).Penn() {
		case "VBD", "VBP", "VBZ", "MD":
			finite[i] = true
		case "WDT", "WP", "WP$", "WRB":
			linkers[i] = true
		}
	}
	return finite, linkers
}()
