package opinion

// author is the holder where the writer of the story judges himself, as in opinion
// and review pieces.
var author = Phrase{Entity: -1, First: -1, End: -1, Head: -1}

// ByAuthor reports whether the writer of the story himself is the holder.
func (p *Pair) ByAuthor() bool { return p.Voice && p.Quote < 0 }

// IsAuthor reports whether a phrase stands for the writer of the story.
func (p *Phrase) IsAuthor() bool { return p.Entity < 0 && p.Head < 0 }

// style is how the story is written outside of its quotes: what tells opinion
// from news.
type style struct {
	words, first, second, questions, polar int
}

// read counts the words of a sentence, and returns how many of them are quoted, and the forms
// of all.
func (y *style) read(words []Word) (quoted int, forms form) {
	for k := range words {
		w := &words[k]
		forms |= w.form
		if w.Quote >= 0 {
			quoted++
			continue
		}
		if w.is(speaking | addressing | question) {
			switch {
			case firstPerson(w):
				y.first++
			case w.is(addressing):
				y.second++
			default:
				y.questions++
			}
			continue
		}
		y.polar += int((flag(w.Tag == Adjective) | flag(w.Tag == Adverb)) & flag(w.is(valued)))
	}
	y.words += len(words) - quoted
	return quoted, forms
}

// opinionated reports whether the author may judge himself at all: news reports
// that never say "I", "we" or "you" outside of quotes, ask nothing and use few
// polar adjectives are none of his opinion.
func (s *Scene) opinionated() bool {
	y := &s.style
	return y.words >= 100 && (1000*(y.first+y.second+y.questions) >= 4*y.words || 1000*y.polar >= 14*y.words)
}

// authorFeatures are the features of the author as a holder.
func (s *Scene) authorFeatures(f *Features) {
	y := &s.style
	per := func(n int) uint64 { return uint64(min(8, 250*n/max(1, y.words))) }
	f.add(-1, yBias, 2, 0)
	f.add(-1, yKind, per(y.first), 300)
	f.add(-1, yKind, per(y.second), 301)
	f.add(-1, yKind, per(y.questions), 302)
	f.add(-1, yKind, per(y.polar), 303)
	f.add(-1, yKind, uint64(min(len(s.Quotes), 8)), 304)
}
