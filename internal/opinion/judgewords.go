package opinion

import "github.com/seed05c9d22b/newstext/article"

// judgeWordsOf judges the words of all sentences, and notes what is known of these.
func (s *Scene) judgeWordsOf(j *Judges, w *Watch) {
	s.showing, s.style = s.showing[:0], style{}
	sum := float32(0)
	for k := range s.Sentences {
		x := &s.Sentences[k]
		if !reads(x.Kind) {
			continue
		}
		if s.style.read(s.Words[x.First:x.End]); x.End-x.First < 3 {
			continue
		}
		s.judgeWords(x, j, w)
		if j.Evidence == nil {
			continue
		}
		s.showing = append(s.showing, shownSentence{index: k})
		d := &s.showing[len(s.showing)-1].figures
		sum = s.sentence(d, x, k, sum)
		if w != nil && w.Show != nil {
			w.Show(x, d)
		}
	}
}

// listCandidates lists the words of a sentence that may be evidence.
func (s *Scene) listCandidates(words []Word) {
	s.candidates = room(s.candidates, len(words))
	n := 0
	for k := range words {
		s.candidates[n] = int32(k)
		n += int(flag(words[k].shows()))
	}
	s.candidates = s.candidates[:n]
}

func (s *Scene) judgeWords(x *Sentence, j *Judges, w *Watch) {
	s.listCandidates(s.Words[x.First:x.End])
	if t := j.summed(); t != nil {
		s.sumWordsOf(t, x)
		return
	}
	f, v := &s.features, &s.view
	for _, k := range s.candidates {
		i := x.First + int(k)
		s.seeWord(v, x, i)
		s.describe(f, v)
		if w != nil && w.Word != nil {
			w.Word(i, f)
		}
		if j.Evidence != nil {
			s.evidence[i] = j.Evidence(f)
		}
	}
}

// sumWordsOf judges the words of a sentence by sums: what [Scene.seeWord] sees of each, all
// at once. Each word in turn adds what it says to the words that see it, so that what is
// kept with it is read once.
func (s *Scene) sumWordsOf(t *sums, x *Sentence) {
	words := s.Words[x.First:x.End]
	rows := room(s.wordRows, len(words))
	for k := range words {
		rows[k] = t.wordRowOf(&words[k])
	}
	// A number of both lines of memory of each row is read first, all at once: most are in slow
	// memory, and these reads do not wait for one another.
	for _, r := range rows {
		s.ahead += quad(r[atSelf] + r[atDependent])
	}
	sums := zeroed(s.wordSums, len(words)+2*reach)
	dependents := zeroed(s.dependents, len(words))
	s.wordRows, s.wordSums, s.dependents = rows, sums, dependents
	for k := range words {
		w, says := &words[k], rows[k]
		near := (*[2*reach + 1]duo)(sums[k : k+2*reach+1])
		near[0] += says[atRight+3]
		near[1] += says[atRight+3]
		near[2] += says[atRight+2]
		near[3] += says[atRight+1]
		near[4] += says[atRight]
		near[6] += says[atLeft+3]
		near[7] += says[atLeft+2]
		near[8] += says[atLeft+1]
		near[9] += says[atLeft]
		near[10] += says[atLeft]
		part := partOf[w.Rel]
		if h := uint(int(w.Head) - x.First); h < uint(len(words)) {
			if dependents[h] < maxDependents && w.Closed != Mark && w.Rel != DeterminerRelation {
				dependents[h]++
				sums[h+reach] += says[atDependent+part]
			}
			near[reach] += rows[h][atHead+part]
		}
	}
	headline := int(flag(x.Kind == article.Headline))
	unquoted, quote, quoted := t.fact(fSpeech, 0, headline), int32(-1), duo(0)
	evidence := s.evidence[x.First:x.End]
	for _, k := range s.candidates {
		w, says := &words[k], rows[k]
		sum := sums[k+reach] + says[atSelf+partOf[w.Rel]] + t.fact(fTag, int(w.Tag)*relations+int(w.Rel), int(w.Ending))
		if w.Quote < 0 {
			sum += unquoted + t.fact(fOutside, int(w.Tag), 0)
		} else {
			if w.Quote != quote {
				q := &s.Quotes[w.Quote]
				quote, quoted = w.Quote, t.fact(fSpeech, 1+int(q.Kind), headline)+t.fact(fCue, int(q.Class), int(q.Kind))
			}
			sum += quoted + says[atQuoted]
		}
		evidence[k] = sum.leaning()
	}
}
