// Package tagger finds the part of speech of the words of a sentence.
//
// The tagger goes from left to right and chooses among fine tags (VERB|VBD) with
// a linear model over words, affixes, shapes, word classes and the tags before.
// Frequent words that only ever have one tag get it without a look at the rest, and
// other words after a look at a few features where these are clear.
// It knows how the sentence is written (headlines in title case or in capitals)
// and trusts capitals accordingly.
package tagger

import (
	"encoding/binary"
	"fmt"

	"github.com/seed05c9d22b/newstext/internal/linear"
	"github.com/seed05c9d22b/newstext/internal/segment"
)

// Tagger is a trained model. It is immutable and safe for concurrent use.
type Tagger struct {
	Weights linear.Scorer
	Known   *linear.Table // tags seen with a word, by the hash of the word in small letters
	Sure    Sure
}

// Sure says by how much the best tag of a word must be ahead of the next after each
// stage but the last, so that it is not looked at any further. 0 means always.
type Sure [stages - 1]int32

// Section is the section of a model file.
func (s Sure) Section() linear.Section {
	var data []byte
	for _, lead := range s {
		data = binary.LittleEndian.AppendUint32(data, uint32(lead))
	}
	return linear.Section{Name: "tags.sure", Data: data}
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
	t := &Tagger{Weights: weights, Known: known}
	data, _ := f.Section("tags.sure")
	if len(data) != 4*len(t.Sure) {
		return nil, fmt.Errorf("tagger: %w: section tags.sure has %d bytes", linear.ErrDamaged, len(data))
	}
	for i := range t.Sure {
		t.Sure[i] = int32(binary.LittleEndian.Uint32([]byte(data[4*i:])))
	}
	return t, nil
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
		f, ok := s.fixed(i)
		if !ok {
			f = t.choose(s, i)
		}
		s.SetTag(i, f)
	}
	return s.tags[pad : pad+s.n]
}

// choose finds the tag of a word, stage by stage until it is clear.
func (t *Tagger) choose(s *Sentence, i int) Fine {
	clear(s.scores[:FineCount])
	for stage, sure := range t.Sure {
		t.Weights.Add(&s.scores, s.lookUp(i, stage))
		if sure == 0 {
			continue
		}
		if best, lead := s.scores.Lead(FineCount); lead > sure {
			return Fine(best)
		}
	}
	t.Weights.Add(&s.scores, s.lookUp(i, stages-1))
	return Fine(s.scores.Best(FineCount))
}
