package parser

import "github.com/seed05c9d22b/newstext/internal/linear"

// Word is what the parser knows of a token.
type Word struct {
	Form    uint32 // hash of the token in small letters
	Cluster uint16 // class of words of like use, 0 where unknown
	Coarse  uint16 // a larger class that holds it
	Tag     uint8  // universal part of speech
	Fine    uint8  // part of speech with inflection
	Finite  bool   // a finite verb or auxiliary
	Linker  bool   // a conjunction or a relative or interrogative word
	Mark    Mark   // of punctuation: its kind; the rest does not matter then

	known    uint16 // number of a common form, 0 of any other
	before   uint8  // kind of the marks between the word before and this one
	inside   uint8  // in brackets, in quotation marks
	verbs    uint8  // number of finite verbs after it, and how far the next is
	signal   uint8  // the next word that may begin or make a clause
	guide    Arc    // what the guide says; the root is the word behind the last
	from, to int32  // first and last dependents that the guide gives it
}

// Arc is the place of a token in the tree.
type Arc struct {
	Head int32 // index of the head in the sentence, −1 at the root
	Rel  uint8 // number of the relation
}

// Sentinels behind and before the words of a sentence; their tags are those of no
// word.
var (
	beginning = Word{Tag: 28, Fine: 252}
	root      = Word{Tag: 29, Fine: 253}
	beyond    = Word{Tag: 30, Fine: 254}
)

// Sentence is a sentence as the parser goes through it: its words without
// marks, counted from 1, between sentinels. The first sentinel behind is the root.
type Sentence struct {
	words []Word
	at    []int32 // token of each word, counted from 1
	marks []Mark  // of each token, counted from 1
}

// Len is the number of words that are not marks.
func (s *Sentence) Len() int { return len(s.at) - 1 }

// Read takes the words of a sentence in.
func (s *Sentence) Read(tokens []Word) {
	s.words = append(s.words[:0], beginning)
	s.at = append(s.at[:0], 0)
	s.marks = append(s.marks[:0], NoMark)
	before, brackets, quotes := uint8(0), uint8(0), uint8(0)
	for i := range tokens {
		t := &tokens[i]
		s.marks = append(s.marks, t.Mark)
		if t.Mark == NoMark {
			w := *t
			w.before, w.inside = before, brackets<<1|quotes
			s.words = append(s.words, w)
			s.at = append(s.at, int32(i+1))
			before = 0
			continue
		}
		if k := uint8(t.Mark); before == 0 || before == k {
			before = k
		} else {
			before = before<<4 | k
		}
		switch t.Mark {
		case Opening:
			brackets = 1
		case Closing:
			brackets = 0
		case Quotation:
			quotes ^= 1
		}
	}
	s.close(before)
}

// Know gives the words the numbers of common forms, for the nets.
func (s *Sentence) Know(forms *linear.Table) {
	for i := 1; i <= s.Len(); i++ {
		s.words[i].known, _ = forms.Lookup(formKey(s.words[i].Form))
	}
}

func formKey(form uint32) uint64 { return uint64(form) * mulA }

// close puts the sentinels behind the words and notes for each word what the
// rest of the sentence has.
func (s *Sentence) close(before uint8) {
	r := root
	r.before = before
	s.words = append(s.words, r, beyond, beyond, beyond, beyond)
	count, next, signal := uint8(0), int32(0), uint8(0)
	for i := int32(s.Len()); i >= 0; i-- {
		w := &s.words[i]
		w.signal = signal
		if count > 0 {
			w.verbs = count<<4 | uint8(distance(next-i))
		}
		if w.Finite {
			next = i
			count = min(count+1, 3)
		}
		if w.Finite || w.Linker {
			signal = w.Fine
		}
	}
}

// Reverse makes s the sentence t read from its end.
func (s *Sentence) Reverse(t *Sentence) {
	n := t.Len()
	s.words = append(s.words[:0], beginning)
	s.at = append(s.at[:0], t.at...)
	for i := n; i >= 1; i-- {
		w := t.words[i]
		w.before, w.verbs, w.signal, w.guide = t.words[i+1].before, 0, 0, Arc{}
		s.words = append(s.words, w)
	}
	s.close(t.words[1].before)
}

// Guide takes in what a parser of the reversed sentence found: found has heads as
// words of it, from 1, and 0 for the root.
func (s *Sentence) Guide(found []Arc) {
	n := int32(s.Len())
	for i := int32(1); i <= n+1; i++ {
		s.words[i].from, s.words[i].to = i, i
	}
	for i := int32(1); i <= n; i++ {
		arc := found[n+1-i]
		arc.Head = n + 1 - arc.Head
		s.words[i].guide = arc
		h := &s.words[arc.Head]
		h.from, h.to = min(h.from, i), max(h.to, i)
	}
}
