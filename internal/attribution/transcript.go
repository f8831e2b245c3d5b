package attribution

import (
	"slices"

	"github.com/seed05c9d22b/newstext/article"
)

// A transcript gives each turn a paragraph that begins with the name of who
// speaks, in capitals, and a colon: "BELL: Good morning."

const (
	maxNameWords = 6
	minTurns     = 3 // fewer are headings or list items
)

// turn is a paragraph of a transcript, by its sentences.
type turn struct {
	name  piece // words of the speaker
	colon int
	end   int // token behind the paragraph
}

// findTurns lists the turns of the story, none where it is no transcript.
func (e *engine) findTurns() {
	s := &e.story
	e.turns = e.turns[:0]
	again := false
	for i := 0; i < len(s.sentences); {
		block := s.sentences[i].block
		first := int(s.sentences[i].first)
		for i < len(s.sentences) && s.sentences[i].block == block {
			i++
		}
		end := int(s.sentences[i-1].end)
		name, colon := s.turnName(first, end)
		if !name.known() {
			continue
		}
		for _, t := range e.turns {
			again = again || len(e.turns) < 8 && s.tokens[t.name.last].form == s.tokens[name.last].form
		}
		e.turns = append(e.turns, turn{name, colon, end})
	}
	if len(e.turns) < minTurns || !again {
		e.turns = e.turns[:0]
	}
}

// turnName returns the words in capitals and the colon that a paragraph begins
// with.
func (s *story) turnName(first, end int) (piece, int) {
	if first < end && s.tokens[first].class == classOpenMark {
		first++
	}
	letters := 0
	for i := first; i < end && i <= first+maxNameWords; i++ {
		t := &s.tokens[i]
		switch {
		case t.class == classColon && i > first && letters > 1:
			if i+1 < end {
				return piece{first, i - 1}, i
			}
			return noWords, 0
		case t.is(allCapital) && t.isWord():
			letters += t.end - t.start
		case t.class == classComma || t.class == classPeriod:
		default:
			return noWords, 0
		}
	}
	return noWords, 0
}

// draftTurns makes a draft of each turn. Paragraphs without a name between two
// turns go on with the one before.
func (e *engine) draftTurns() {
	s := &e.story
	for n, t := range e.turns {
		c := s.tokens[t.colon].cue
		if c < 0 {
			continue
		}
		d := draft{cue: c, form: formBehind, domain: s.domainOf(s.cues[c]), speaker: t.name, hearer: noWords, p: 1, turn: true}
		end := t.end
		if n+1 < len(e.turns) {
			end = e.turns[n+1].name.first
		}
		for first := t.colon + 1; first < end; {
			block := s.sentences[s.tokens[first].sentence].block
			last := first
			for last < end && s.sentences[s.tokens[last].sentence].block == block {
				last++
			}
			if p := s.words(first, last); p.known() && s.sentences[s.tokens[first].sentence].kind == article.Paragraph {
				d.pieces = append(d.pieces, p)
			}
			first = last
		}
		if len(d.pieces) > 0 {
			e.drafts = append(e.drafts, d)
		}
	}
}

// words returns the first and the last word of a range.
func (s *story) words(first, end int) piece {
	for first < end && !s.tokens[first].isWord() {
		first++
	}
	for end > first && !s.tokens[end-1].isWord() {
		end--
	}
	if first == end {
		return noWords
	}
	return piece{first, end - 1}
}

// isTurn reports whether a cue is the colon of a turn.
func (e *engine) isTurn(c cue) bool {
	if c.kind != cueColon || len(e.turns) == 0 {
		return false
	}
	i, found := slices.BinarySearchFunc(e.turns, int(c.first), func(t turn, at int) int { return t.colon - at })
	return found && e.turns[i].colon == int(c.first)
}
