package tagger

import (
	"slices"

	"github.com/seed05c9d22b/newstext/internal/linear"
	"github.com/seed05c9d22b/newstext/internal/segment"
)

// Learner is a model in training, a [linear.Trainer].
type Learner interface {
	linear.Scorer
	Update(features []uint64, class int, by int32)
	Tick()
}

// Learn goes through a sentence that was read, and learns from it. gold has the
// tags, boundaryless; a negative one is unknown. The tags that later words look
// at are those that the tagger itself would choose, so that it learns to live
// with its mistakes. It returns how many were wrong.
func Learn(t Learner, s *Sentence, gold []int) int {
	wrong := 0
	for i := range s.n {
		if f, ok := s.fixed(i); ok {
			s.SetTag(i, f)
			continue
		}
		features := s.all(i)
		t.Score(&s.scores, features)
		best := s.scores.Best(FineCount)
		if g := gold[i]; g >= 0 && best != g {
			t.Update(features, g, 1)
			t.Update(features, best, -1)
			wrong++
		}
		s.SetTag(i, Fine(best))
		t.Tick()
	}
	return wrong
}

// Leads goes through a sentence that was read and tags it by all features. For each
// word and each stage but the last it tells by how much the best tag is ahead then,
// and whether it is the one that is chosen in the end.
func (t *Tagger) Leads(s *Sentence, each func(leads Sure, same [stages - 1]bool)) {
	for i := range s.n {
		if f, ok := s.fixed(i); ok {
			s.SetTag(i, f)
			continue
		}
		var leads Sure
		var best [stages]int
		clear(s.scores[:FineCount])
		for stage := range stages {
			t.Weights.Add(&s.scores, s.lookUp(i, stage))
			lead := int32(0)
			if best[stage], lead = s.scores.Lead(FineCount); stage < len(leads) {
				leads[stage] = lead
			}
		}
		chosen := best[stages-1]
		s.SetTag(i, Fine(chosen))
		var same [stages - 1]bool
		for stage := range same {
			same[stage] = best[stage] == chosen
		}
		each(leads, same)
	}
}

// TagReversed is Tag for a tagger that has learned from reversed sentences.
func (t *Tagger) TagReversed(s *Sentence, text string, tokens []segment.Token) []Fine {
	t.Read(s, text, tokens)
	s.Reverse()
	tags := t.decide(s)
	slices.Reverse(tags)
	return tags
}

// Labels are the names of the classes of the model.
func Labels() []string {
	labels := make([]string, FineCount)
	for i := range labels {
		labels[i] = Fine(i).String()
	}
	return labels
}
