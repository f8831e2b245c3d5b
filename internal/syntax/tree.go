package syntax

import (
	_ "embed"
	"sync"

	"github.com/seed05c9d22b/newstext/internal/linear"
	"github.com/seed05c9d22b/newstext/internal/segment"
	"github.com/seed05c9d22b/newstext/internal/syntax/parser"
	"github.com/seed05c9d22b/newstext/internal/syntax/tagger"
)

//go:embed parser/parser.model
var parserData string

// The parser is apart from the other models: who wants no trees does not open it.
var embeddedParser linear.Lazy[*parser.Model]

func loadedParser() *parser.Model { return embeddedParser.Get(openParser) }

func openParser() *parser.Model {
	m, err := open(parserData, parser.Open)
	if err != nil {
		panic(err) // the embedded file is checked by a test
	}
	return m
}

// Arc is the place of a token in the tree of its sentence.
type Arc = parser.Arc

// treeScratch is the memory of one call.
type treeScratch struct {
	parser *parser.Parser
	look   []tagger.Word
	words  []parser.Word
}

var treePool = sync.Pool{New: func() any { return &treeScratch{parser: loadedParser().NewParser()} }}

// Tree finds the dependency tree of a sentence whose words [Tags] has filled in.
// Heads are indexes into the sentence, −1 at its one root. arcs is as long as
// tokens.
func Tree(text string, tokens []segment.Token, words []Word, arcs []Arc) {
	if len(tokens) == 0 {
		return
	}
	s := treePool.Get().(*treeScratch)
	if cap(s.look) < len(tokens) {
		s.look, s.words = make([]tagger.Word, len(tokens)*3/2), make([]parser.Word, len(tokens)*3/2)
	}
	look, ws := s.look[:len(tokens)], s.words[:len(tokens)]
	tagger.Look(text, tokens, look, nil)
	for i := range tokens {
		ws[i] = parser.NewWord(text, tokens, i, &look[i], words[i].Fine)
	}
	s.parser.Parse(ws, arcs)
	treePool.Put(s)
}

// Relation is the name of a relation: "nsubj:pass".
func Relation(rel uint8) string {
	if names := loadedParser().Relations(); int(rel) < len(names) {
		return names[rel]
	}
	return "dep"
}
