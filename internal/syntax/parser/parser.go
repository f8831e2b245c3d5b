// Package parser finds the dependency tree of a sentence (Universal Dependencies
// v2, as in the English Web Treebank and GUM).
//
// Two greedy transition parsers read each sentence. The first, the guide, reads it
// from the end; the second reads it from the beginning, sees what the guide found,
// and decides (stacking, Nivre and McDonald 2008). Each lacks what the other has
// seen, the far side of the sentence, so that two passes are better than one pass
// with a beam, and faster.
//
// Both make their choices in the same way: weights of a few sparse features are
// enough where a choice is clear ([Sure]), and small neural nets decide the rest
// (net.go). Both nets and weights learn with a dynamic oracle (Goldberg and Nivre
// 2013; learn_net.go, learn.go).
//
// Punctuation stays out of both; see the comment in marks.go.
package parser

import "github.com/seed05c9d22b/newstext/internal/linear"

// Parser parses sentence after sentence, with memory of its own. It is not safe
// for concurrent use; make one a goroutine.
type Parser struct {
	guide, main pass
	forward     Sentence
	backward    Sentence
	heads       []int32
	open        []int32
	forms       *linear.Table
}

// NewParser makes a parser.
func (m *Model) NewParser() *Parser {
	return &Parser{guide: pass{scorer: &m.guide, tables: m.reversed}, main: pass{scorer: &m.main, tables: m.tables}, forms: m.forms}
}

// Longest is the number of tokens that are parsed as one. A longer sentence, a
// table or a list without stops as a rule, is cut behind a mark near that length,
// so that time and memory stay linear; the roots of its parts hang on the first.
const Longest = 300

// Parse writes the tree of a sentence into arcs, which must be as long as the
// sentence. There is always exactly one root, no cycle, and the same tree for
// the same words.
func (p *Parser) Parse(sentence []Word, arcs []Arc) {
	root := int32(-1)
	for from := 0; from < len(sentence); {
		to := cut(sentence, from)
		part := arcs[from:to]
		p.parse(sentence[from:to], part)
		for i := range part {
			switch {
			case part[i].Head >= 0:
				part[i].Head += int32(from)
			case root < 0:
				root = int32(from + i)
			default:
				part[i] = Arc{root, p.main.tables.parataxis}
			}
		}
		from = to
	}
}

// cut is the end of the part that begins at from.
func cut(s []Word, from int) int {
	if len(s)-from <= Longest {
		return len(s)
	}
	for _, wanted := range [2][2]Mark{{Stop, Semicolon}, {Comma, Dash}} {
		for to := from + Longest; to > from+Longest/2; to-- {
			if m := s[to-1].Mark; m == wanted[0] || m == wanted[1] {
				return to
			}
		}
	}
	return from + Longest
}

// parse parses what is at most Longest tokens.
func (p *Parser) parse(tokens []Word, arcs []Arc) {
	s := &p.forward
	s.Read(tokens)
	if s.Len() == 0 {
		// Marks alone: the first is the root.
		for i := range arcs {
			arcs[i] = Arc{0, p.main.tables.punct}
		}
		arcs[0] = Arc{-1, p.main.tables.root}
		return
	}
	s.Know(p.forms)
	p.backward.Reverse(s)
	s.Guide(p.guide.run(&p.backward))
	found := p.main.run(s)
	p.heads = append(p.heads[:0], make([]int32, len(tokens)+1)...)
	for d := 1; d <= s.Len(); d++ {
		p.heads[s.at[d]] = s.at[found[d].Head]
		arcs[s.at[d]-1].Rel = found[d].Rel
	}
	p.attach(s.marks, p.heads)
	for i := range arcs {
		arcs[i].Head = p.heads[i+1] - 1
		if tokens[i].Mark != NoMark {
			arcs[i].Rel = p.main.tables.punct
		}
	}
}
