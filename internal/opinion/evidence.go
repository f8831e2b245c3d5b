package opinion

import "github.com/seed05c9d22b/newstext/article"

// The words that show a stance are looked for first, whoever holds it and
// whatever its target: the labelled stories mark them, so that this is learned
// from many more words than there are stances. Holders and targets are then
// judged by how they hang on such words.

// seeWord makes the view of a word as evidence.
func (s *Scene) seeWord(v *view, x *Sentence, i int) {
	v.reset()
	w := &s.Words[i]
	part, headline := partOf[w.Rel], int(flag(x.Kind == article.Headline))
	v.see(i, atSelf+part)
	if w.Quote < 0 {
		v.note(fSpeech, 0, headline)
		v.note(fOutside, int(w.Tag), 0)
	} else {
		q := &s.Quotes[w.Quote]
		v.see(i, atQuoted)
		v.note(fSpeech, 1+int(q.Kind), headline)
		v.note(fCue, int(q.Class), int(q.Kind))
	}
	v.note(fTag, int(w.Tag)*relations+int(w.Rel), int(w.Ending))
	for j := max(x.First, i-reach); j < min(x.End, i+reach+1); j++ {
		if j != i {
			v.see(j, around[j-i+reach])
		}
	}
	if h := int(w.Head); h >= 0 {
		v.see(h, atHead+part)
	}
	n := 0
	for c := s.firstChild(i); c >= 0 && n < maxDependents; c = s.nextChild(c) {
		if d := &s.Words[c]; d.Closed != Mark && d.Rel != DeterminerRelation {
			n++
			v.see(c, atDependent+partOf[d.Rel])
		}
	}
}

// maxDependents is how many words that hang on a candidate are seen.
const maxDependents = 6
