package attribution

import "slices"

// draft is a quote in the making.
type draft struct {
	cue     int32 // candidate in story.cues, −1 where there is none
	form    form
	domain  domain
	pieces  []piece // in order of the text
	p       float64 // probability that this is a quote with this content
	steps   steps
	against float32  // probability that the cue reports nothing
	options []Option // entities that may speak, in training
	speaker piece    // words, {−1, −1} where there are none
	hearer  piece
	who     []int // entities that speak
	// Rows of the engine that describe who may speak, where the linear model is
	// not sure.
	firstRow, endRow int
	turn             bool  // a turn of a transcript
	gold             *Gold // in training: what it should be
}

var noWords = piece{-1, -1}

func (p piece) known() bool { return p.first >= 0 }

func (p piece) has(i int) bool { return p.first <= i && i <= p.last }

// holds reports whether token i is part of what is said.
func (d *draft) holds(i int) bool {
	for _, p := range d.pieces {
		if p.has(i) {
			return true
		}
	}
	return false
}

// add puts a piece in its place among the others.
func (d *draft) add(p piece) {
	i := len(d.pieces)
	for i > 0 && d.pieces[i-1].first > p.first {
		i--
	}
	d.pieces = slices.Insert(d.pieces, i, p)
}

// at is the token by which drafts are ordered: the cue, or the first word.
func (d *draft) at() int {
	if d.cue >= 0 {
		return int(d.domain.cue.first)
	}
	return d.pieces[0].first
}

// end is the token behind the last word said.
func (d *draft) end() int { return d.pieces[len(d.pieces)-1].last + 1 }

// findDrafts decides for each candidate cue whether it reports, and what.
func (e *engine) findDrafts() {
	s := &e.story
	e.drafts = e.drafts[:0]
	for i := range s.cues {
		if e.isTurn(s.cues[i]) {
			continue
		}
		e.steps = steps{}
		d := s.domainOf(s.cues[i])
		e.listForms(&d)
		f := form(e.decide(none))
		if f == formNone {
			continue
		}
		against := float32(e.choice.first)
		x := draft{cue: int32(i), form: f, domain: d, speaker: noWords, hearer: noWords}
		if f == formFront || f == formAround {
			e.listFrontEnds(&d, f)
			last := e.decide(none)
			if last == none {
				continue
			}
			e.listFrontStarts(&d, f, last)
			first := e.decide(none)
			if first == none {
				continue
			}
			x.pieces = append(x.pieces, piece{first, last})
		}
		if f == formBehind || f == formAround {
			e.listStarts(&d, f)
			first := e.decide(none)
			if first != none {
				e.listEnds(&d, f, first)
				if last := e.decide(none); last != none {
					x.pieces = append(x.pieces, piece{first, last})
				}
			}
		}
		if len(x.pieces) == 0 {
			continue
		}
		x.p, x.steps, x.against = e.steps.product(), e.steps, against
		e.drafts = append(e.drafts, x)
	}
	e.resolve()
	e.draftTurns()
}

// resolve drops drafts that claim the words of a better one. A quote may stand
// in another only with its cue.
func (e *engine) resolve() {
	s := &e.story
	n := 0
	for i := range e.drafts {
		a := &e.drafts[i]
		keep := true
		for j := max(0, i-6); j < min(len(e.drafts), i+7) && keep; j++ {
			b := &e.drafts[j]
			if i == j || a.domain.first != b.domain.first && !overlap(a, b) || !overlap(a, b) {
				continue
			}
			if b.holds(a.at()) || a.holds(b.at()) {
				continue
			}
			worse := b.p > a.p || b.p == a.p && j < i
			// "Stone said, according to the paper": what is in marks are his words.
			if one, other := a.domain.cue.kind == cuePrep, b.domain.cue.kind == cuePrep; one != other && s.marked(a.pieces) == 2 && s.marked(b.pieces) == 2 {
				worse = one
			}
			if worse {
				keep = false
			}
		}
		e.keep = append(e.keep[:i], keep)
	}
	for i := range e.drafts {
		if e.keep[i] {
			e.drafts[n] = e.drafts[i]
			n++
		}
	}
	e.drafts = e.drafts[:n]
}

func overlap(a, b *draft) bool {
	for _, p := range a.pieces {
		for _, q := range b.pieces {
			if p.first <= q.last && q.first <= p.last {
				return true
			}
		}
	}
	return false
}
