package opinion

import (
	"slices"

	"github.com/seed05c9d22b/newstext/article"
)

// judgeWordsOf judges the words of all sentences, and notes what is known of these.
func (s *Scene) judgeWordsOf(j *Judges, w *Watch) {
	s.showing, s.likely, s.style = s.showing[:0], s.likely[:0], style{}
	sum := float32(0)
	for k := range s.Sentences {
		x := &s.Sentences[k]
		if !reads(x.Kind) {
			continue
		}
		quoted, forms := s.style.read(s.Words[x.First:x.End])
		if x.End-x.First < 3 {
			continue
		}
		from := len(s.likely)
		s.judgeWords(x, j, w)
		if j.Evidence == nil {
			continue
		}
		s.showing = append(s.showing, shownSentence{index: k, forms: forms, likely: wordRange{from, len(s.likely)}})
		d := &s.showing[len(s.showing)-1].figures
		sum = s.sentence(d, x, k, quoted, sum)
		if w != nil && w.Show != nil {
			w.Show(x, d)
		}
	}
}

// judgeWords judges the words of a sentence that may be evidence, and lists those that are
// likely to be.
func (s *Scene) judgeWords(x *Sentence, j *Judges, w *Watch) {
	if t := j.sums; t != nil {
		s.sumWordsOf(t, x, j.Gates.Evidence)
		return
	}
	s.candidates = s.candidates[:0]
	f, v := &s.features, &s.view
	for i := x.First; i < x.End; i++ {
		if !s.Words[i].shows() {
			continue
		}
		s.candidates = append(s.candidates, int32(i-x.First))
		s.seeWord(v, x, i)
		s.describe(f, v)
		if w != nil && w.Word != nil {
			w.Word(i, f)
		}
		if j.Evidence == nil {
			continue
		}
		if s.evidence[i] = j.Evidence(f); s.evidence[i].Some >= j.Gates.Evidence {
			s.likely = append(s.likely, int32(i))
		}
	}
}

// sumWordsOf judges the words of a sentence by sums: what [Scene.seeWord] sees of each. Likely
// are those of at least this probability.
func (s *Scene) sumWordsOf(t *sums, x *Sentence, least float32) {
	words, rows := s.Words[x.First:x.End], s.lookUpWords(t, x)
	headline := int(flag(x.Kind == article.Headline))
	unquoted, quote, quoted := t.fact(fSpeech, 0, headline), int32(-1), duo(0)
	heads, evidence := s.dependents[:len(words)], s.evidence[x.First:][:len(words)]
	s.likely = slices.Grow(s.likely, len(s.candidates))
	likely, n := s.likely[len(s.likely):][:len(s.candidates)], 0
	for _, k := range s.candidates {
		w, near := &words[k], (*[2*reach + 1]*wordRow)(rows[k:])
		says, part := near[reach], partOf[w.Rel]
		sum := heads[k].say + says[atSelf+part] + t.fact(fTag, int(w.Tag)*relations+int(w.Rel), int(w.Ending)) +
			near[0][atLeft] + near[1][atLeft] + near[2][atLeft+1] + near[3][atLeft+2] + near[4][atLeft+3] +
			near[6][atRight] + near[7][atRight+1] + near[8][atRight+2] + near[9][atRight+3] + near[10][atRight+3]
		if h := uint(int(w.Head) - x.First); h < uint(len(words)) {
			sum += rows[h+reach][atHead+part]
		}
		if w.Quote < 0 {
			sum += unquoted + t.fact(fOutside, int(w.Tag), 0)
		} else {
			if w.Quote != quote {
				q := &s.Quotes[w.Quote]
				quote, quoted = w.Quote, t.fact(fSpeech, 1+int(q.Kind), headline)+t.fact(fCue, int(q.Class), int(q.Kind))
			}
			sum += quoted + says[atQuoted]
		}
		e := sum.leaning()
		evidence[k], likely[n] = e, int32(x.First)+k
		n += int(flag(e.Some >= least))
	}
	s.likely = s.likely[:len(s.likely)+n]
}

// dependents are the words that hang on another.
type dependents struct {
	told int32 // how many of them have told what is said of them
	say  duo   // and that
}

// lookUpWords looks up what is said of the words of a sentence, and of nothing in as many
// places before and behind as a word sees; lets those that hang on each tell; and lists the
// candidates.
func (s *Scene) lookUpWords(t *sums, x *Sentence) (rows []*wordRow) {
	words := s.Words[x.First:x.End]
	rows = room(s.wordRows, len(words)+2*reach)
	for k := range reach {
		rows[k], rows[len(rows)-1-k] = &noWord, &noWord
	}
	own, ahead := rows[reach:][:len(words)], duo(0)
	for k := range words {
		w := &words[k]
		x := w.said.stance.Load()
		if x == nil || w.Name() { // as few are
			own[k] = t.wordRowOf(w)
			continue
		}
		says := &x.words
		own[k] = says
		// A number of both lines of memory of each row is read first, all at once: most are in
		// slow memory, and these reads do not wait for one another.
		ahead += says[atSelf] + says[atDependent]
	}
	s.wordRows, s.ahead = rows, s.ahead+quad(ahead)
	s.listDependents(words, own, x.First)
	return rows
}

// listDependents lets the words of a sentence tell those that they hang on what is said of
// them there, and lists the candidates.
func (s *Scene) listDependents(words []Word, rows []*wordRow, first int) {
	s.dependents, s.candidates = zeroed(s.dependents, len(words)), room(s.candidates, len(words))
	heads, candidates, n := s.dependents[:len(words)], s.candidates[:len(words)], 0
	for k, says := range rows[:len(words)] {
		w := &words[k]
		h := uint(int(w.Head) - first)
		if h < uint(len(words)) && heads[h].told < maxDependents {
			tells := int32(flag(w.Closed != Mark) & flag(w.Rel != DeterminerRelation)) // as a branch it is guessed wrong too often
			heads[h].told += tells
			heads[h].say += says[atDependent+partOf[w.Rel]] & duo(-tells)
		}
		candidates[n] = int32(k)
		n += int(flag(w.shows()))
	}
	s.candidates = candidates[:n]
}
