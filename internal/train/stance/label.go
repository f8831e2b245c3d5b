package main

import (
	"slices"

	"github.com/seed05c9d22b/newstext/article"
	"github.com/seed05c9d22b/newstext/internal/opinion"
	"github.com/seed05c9d22b/newstext/sentiment"
)

func classOf(p sentiment.Polarity) int {
	if p == sentiment.Against {
		return opinion.Against
	}
	return opinion.For
}

// label gives the pairs of a document their classes.
func (d *doc) label() {
	if d.kind == story {
		d.labelStory()
	} else {
		d.labelSentence()
	}
}

// labelStory labels by the evidence. A pair that is labelled on the evidence of
// another sentence is left out: it may show here or not.
func (d *doc) labelStory() {
	for i := range d.Stances {
		g := &d.Stances[i]
		h, t := labelled(g.Holder), labelled(g.Target)
		type where struct {
			sentence, holder int
			voice            bool
		}
		best, score := map[where]int{}, map[where]float64{}
		for j := range d.pairs {
			c := &d.pairs[j]
			if !d.agree(h, t, c.holder, c.target) {
				continue
			}
			if c.label == opinion.None {
				c.label = -1
			}
			if !slices.ContainsFunc(g.Evidence, c.span.Overlaps) {
				continue
			}
			k := where{c.span.Start, c.holder.entity, c.voice}
			if q := likeness(h, t, c); q > score[k] {
				best[k], score[k] = j, q
			}
		}
		for _, j := range best {
			d.pairs[j].label = classOf(g.Polarity)
		}
	}
}

// likeness tells which of several phrases that agree with a label is meant.
func likeness(h, t party, c *pair) float64 {
	q := 1.0
	if t.entity < 0 {
		o := float64(overlap(t.words, c.target.words))
		q = o / (float64(t.words.Len()+c.target.words.Len()) - o)
	} else if c.target.entity < 0 {
		q = 0.3
	}
	if h.entity >= 0 && c.holder.entity < 0 {
		q *= 0.5
	}
	return q
}

// labelSentence labels the pairs of the two names asked about; nothing else in
// the sentence is labelled.
func (d *doc) labelSentence() {
	a, b := article.Span{Start: d.A[0], End: d.A[1]}, article.Span{Start: d.B[0], End: d.B[1]}
	for i := range d.pairs {
		c := &d.pairs[i]
		c.label = d.sentenceLabel(a, b, c.holder, c.target)
	}
}

// sentenceLabel is the class of a pair of a sentence, −1 if it is not asked about.
func (d *doc) sentenceLabel(a, b article.Span, holder, target party) int {
	ab := d.names(holder, a) && d.names(target, b)
	ba := d.names(holder, b) && d.names(target, a)
	switch {
	case ab == ba:
		return -1
	case ab && d.Label == 1, ba && d.Label == 2:
		return opinion.For
	case ab && d.Label == 3, ba && d.Label == 4:
		return opinion.Against
	}
	return opinion.None
}

// names reports whether a party is what stands at a span.
func (d *doc) names(p party, at article.Span) bool {
	if p.entity < 0 {
		return p.words.Overlaps(at)
	}
	for _, m := range d.found[p.entity].Mentions {
		if m.Overlaps(at) {
			return true
		}
	}
	return false
}

// agree reports whether holder and target found are those labelled.
func (d *doc) agree(goldHolder, goldTarget, holder, target party) bool {
	return agrees(d.Text, d.Entities, d.found, goldHolder, holder) && agrees(d.Text, d.Entities, d.found, goldTarget, target)
}

// phrase is a phrase of a document as a target and as a holder.
type phrase struct {
	party          party
	sentence       int
	span           article.Span // of the sentence
	features       []uint64
	target, holder int // classes, −1 left out
}

// labelPhrases gives phrases their classes, by the pairs that they are in.
func (d *doc) labelPhrases(phrases []phrase, at map[[2]int]int) {
	if d.kind == tone {
		d.labelTone(phrases)
		return
	}
	for i := range phrases {
		if d.kind == sentence {
			phrases[i].target, phrases[i].holder = -1, -1
		}
	}
	// What agrees with a label in the sentence of its evidence, and is not the best
	// of those that do, is left out.
	for i := range d.Stances {
		g := &d.Stances[i]
		h, t := labelled(g.Holder), labelled(g.Target)
		for k := range phrases {
			p := &phrases[k]
			if !slices.ContainsFunc(g.Evidence, p.span.Overlaps) {
				continue
			}
			if p.target == 0 && agrees(d.Text, d.Entities, d.found, t, p.party) {
				p.target = -1
			}
			if p.holder == 0 && agrees(d.Text, d.Entities, d.found, h, p.party) {
				p.holder = -1
			}
		}
	}
	for i := range d.pairs {
		c := &d.pairs[i]
		if c.label < 0 || c.label == 0 && d.kind == story || c.voice && d.kind == sentence {
			continue
		}
		t := &phrases[at[[2]int{c.sentence, c.place.target}]]
		t.target = max(t.target, c.label)
		if !c.voice {
			h := &phrases[at[[2]int{c.sentence, c.place.holder}]]
			h.holder = max(h.holder, c.label)
		}
	}
}

func (d *doc) labelTone(phrases []phrase) {
	at := article.Span{Start: d.Target[0], End: d.Target[1]}
	done := false
	for i := range phrases {
		p := &phrases[i]
		p.target, p.holder = -1, -1
		if o := overlap(p.party.words, at); !done && o > 0 && 2*o >= p.party.words.Len() {
			done = true
			p.target = []int{opinion.Against, opinion.None, opinion.For}[d.Polarity+1]
		}
	}
}
