package opinion

// seeing is how words and facts of a sentence are seen: they are listed, for a model that
// learns, or what is said of them is added up at once.
type seeing struct {
	list *view // nil where they are summed up
	sums *sums
	rows []*row // what the models say of the words of the sentence; see lookUpRows
}

// seeingBy is how these judges have a sentence seen whose rows are looked up.
func (s *Scene) seeingBy(j *Judges) seeing {
	if t := j.sums; t != nil {
		return seeing{sums: t, rows: s.rows}
	}
	return seeing{list: &s.view}
}

func (v *seeing) reset() {
	if v.list != nil {
		v.list.reset()
	}
}

// phraseView takes the words and facts that are seen of a phrase.
type phraseView struct {
	seeing
	sum quad
}

func (v *phraseView) reset() {
	v.sum = 0
	v.seeing.reset()
}

// see sees a word of the sentence, or one of the two places beyond each edge of it.
func (v *phraseView) see(word int, at place) {
	if v.list == nil {
		v.sum += v.rows[word+margin].at(at)
		return
	}
	v.list.see(word, at)
}

func (v *phraseView) note(kind Template, a, b int) {
	if v.list == nil {
		f := &v.sums.facts[kind-firstFact]
		v.sum += f.phrases[a*f.width+b]
		return
	}
	v.list.note(kind, a, b)
}

// cut makes an edge of the words that are beyond that of a sentence.
func (v *view) cut(x *Sentence) {
	for i := range v.words {
		if u := &v.words[i]; int(u.word) < x.First || int(u.word) >= x.End {
			u.word = -1
		}
	}
}

// lookUpRows looks up what is said of the words of a sentence, and of the edge in the two
// places before and behind. The row of a word stands margin places behind its index in the
// story.
func (s *Scene) lookUpRows(t *sums, x *Sentence) {
	s.rows = room(s.rows, len(s.Words)+2*margin)
	edge := t.names[markEdge-markPerson].row
	for k := range margin {
		s.rows[x.First+k], s.rows[x.End+margin+k] = edge, edge
	}
	words := s.Words[x.First:x.End]
	rows := s.rows[x.First+margin:][:len(words)]
	for i := range words {
		w := &words[i]
		var r *row
		if x := w.said.stance.Load(); x != nil && !w.Name() { // as of most words
			r = x.row.Load()
		}
		if r == nil {
			r = t.rowOf(w)
		}
		rows[i] = r
	}
}

// margin is how far beyond the edge of its sentence a phrase sees.
const margin = 2
