package opinion

import "github.com/seed05c9d22b/newstext/article"

// targetTopic tells how far the story is about a target: whether its headline names
// it, and how much of the story it is; and how long and of what its words are.
func (s *Scene) targetTopic(d *Figures, p *Pair) {
	d[dTargetHeadline], d[dTargetShare] = s.topic(&p.Target)
	t := &p.Target
	d[dTargetWords] = float32(max(t.End, s.complement(*t)) - t.First)
	if t.Entity >= 0 {
		return
	}
	for i := t.First; i < t.End; i++ {
		if s.Words[i].Mention >= 0 {
			d[dTargetName] = 1 // "Finnish troops"
		}
	}
	if i := t.First - 2; i >= p.Sentence.First && isPossessive(&s.Words[i+1]) && s.Words[i].Mention >= 0 {
		d[dTargetName] = 2 // "Day's plan"
	}
}

// topic returns whether a party is in the headline, and how many of the story's
// mentions are its, or of its open words.
func (s *Scene) topic(p *Phrase) (headline, share float32) {
	switch {
	case p.Entity >= 0:
		m := s.Entities[p.Entity].Mentions
		if len(m) > 0 && s.headline.Overlaps(m[0].Span) {
			headline = 1
		}
		return headline, float32(len(m)) / float32(max(1, len(s.Mentions)))
	case p.Head >= 0:
		w := &s.Words[p.Head]
		for _, id := range s.headlineWords {
			if id == w.ID {
				headline = 1
			}
		}
		return headline, float32(s.counts[w.Mark]) / float32(max(1, len(s.Words)))
	}
	return 0, 0
}

// shareLevel puts a share of the story into one of a few classes.
func shareLevel(x float32) (level uint64) {
	for _, v := range [...]float32{0.001, 0.004, 0.01, 0.03, 0.1, 0.2} {
		if x > v {
			level++
		}
	}
	return level
}

// readHeadline notes where the headline stands, and its open words.
func (s *Scene) readHeadline() {
	s.headline, s.headlineWords = article.Span{}, s.headlineWords[:0]
	for _, x := range s.Sentences {
		if x.Kind != article.Headline {
			if x.Kind == article.Paragraph {
				return
			}
			continue
		}
		for i := x.First; i < x.End; i++ {
			w := &s.Words[i]
			if s.headline.Empty() {
				s.headline.Start = w.Start
			}
			s.headline.End = w.End
			if w.Closed == Open && len(s.headlineWords) < maxHeadline {
				s.headlineWords = append(s.headlineWords, w.ID)
			}
		}
	}
}

// maxHeadline bounds the words of a headline.
const maxHeadline = 24
