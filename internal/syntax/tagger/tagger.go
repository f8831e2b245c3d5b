// Package tagger finds the part of speech of the words of a sentence.
//
// The tagger goes from left to right and chooses among fine tags (VERB|VBD) with
// a linear model over words, affixes, shapes, word classes and the tags before.
// Frequent words that only ever have one tag get it without a look at the rest.
// It knows how the sentence is written (headlines in title case or in capitals)
// and trusts capitals accordingly.
package tagger

import (
	"github.com/seed05c9d22b/newstext/internal/linear"
	"github.com/seed05c9d22b/newstext/internal/segment"
)

// Tagger is a trained model. It is immutable and safe for concurrent use.
type Tagger struct {
	Weights linear.Scorer
	Known   *linear.Table // tags seen with a word, by the hash of the word in small letters
}

// Open opens the tagger of a model file.
func Open(f *linear.File) (*Tagger, error) {
	weights, err := f.Model("tags")
	if err != nil {
		return nil, err
	}
	known, err := f.Table("known")
	if err != nil {
		return nil, err
	}
	return &Tagger{weights, known}, nil
}

// Read looks at the words of a sentence, without tagging them.
func (t *Tagger) Read(s *Sentence, text string, tokens []segment.Token) {
	s.how = Look(text, tokens, s.reset(len(tokens)), t.Known)
}

// Tag tags a sentence: it writes the tags to s and returns them, as long as s
// is not used again.
func (t *Tagger) Tag(s *Sentence, text string, tokens []segment.Token) []Fine {
	t.Read(s, text, tokens)
	return t.decide(s)
}

func (t *Tagger) decide(s *Sentence) []Fine {
	for i := range s.n {
		if f, ok := s.fixed(i); ok {
			s.SetTag(i, f)
			continue
		}
		t.Weights.Score(&s.scores, s.lookUp(i))
		s.SetTag(i, Fine(s.scores.Best(FineCount)))
	}
	return s.tags[pad : pad+s.n]
}
