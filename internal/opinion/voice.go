package opinion

// voice is what is known of a quote and of the one who speaks it, of which many sentences
// and pairs may want to know.
type voice struct {
	heard    bool
	speaker  Phrase      // without an entity
	content  []wordRange // the words
	cue      wordRange
	words    int // of the content
	first    int // of these, in the first person
	valence  float32
	leanings [speakerKinds]Leaning // of a speaker, by kind
	known    [speakerKinds]bool
}

// wordRange is some words of the story.
type wordRange struct{ first, end int }

// maxHeard is how many words of each part of a quote are read.
const maxHeard = 200

// forgetVoices makes room for what is known of the quotes of another story.
func (s *Scene) forgetVoices() {
	s.voice = room(s.voice, len(s.Quotes))
	for i := range s.voice {
		v := &s.voice[i]
		v.heard, v.known = false, [speakerKinds]bool{}
	}
	s.quoted, s.authorKnown = s.quoted[:0], false
}

// hear returns what is known of a quote.
func (s *Scene) hear(i int) *voice {
	v := &s.voice[i]
	if v.heard {
		return v
	}
	q := &s.Quotes[i]
	v.heard, v.words, v.first, v.valence = true, 0, 0, 0
	v.speaker, v.cue = Phrase{Entity: -1, First: -1, End: -1, Head: -1}, wordRange{}
	if h := &v.speaker; !q.Speaker.Empty() {
		h.First, h.End = s.WordsOf(q.Speaker.Span)
		for h.First < h.End && s.Words[h.First].Closed == Determiner {
			h.First++
		}
		h.Head = h.End - 1
	}
	if !q.Cue.Empty() {
		v.cue.first, v.cue.end = s.WordsOf(q.Cue)
	}
	from := len(s.quoted)
	for _, c := range q.Content {
		first, end := s.WordsOf(c)
		s.quoted = append(s.quoted, wordRange{first, end})
		v.words += end - first
		for k := first; k < min(end, first+maxHeard); k++ {
			w := &s.Words[k]
			if w.Closed == Open && !w.Name() {
				v.valence += float32(w.Valence)
			}
			if firstPerson(w) {
				v.first++
			}
		}
	}
	v.content = s.quoted[from:len(s.quoted):len(s.quoted)]
	return v
}

// speakerKinds is how many kinds of speakers there are: without an entity, and by its type.
const speakerKinds = 8

// speaker judges the speaker of a quote, or the author, as a holder.
func (s *Scene) speaker(quote int, h *Phrase, j *Judges) *Leaning {
	of, known := &s.byAuthor, &s.authorKnown
	if quote >= 0 {
		v, kind := &s.voice[quote], min(s.holderKind(h), speakerKinds-1)
		of, known = &v.leanings[kind], &v.known[kind]
	}
	if !*known {
		*known, *of = true, Leaning{}
		if j.Speaker != nil {
			s.SpeakerFeatures(&s.features, quote, h)
			*of = j.Speaker(&s.features)
		}
	}
	return of
}

// watchSpeaker tells the features of the speaker of a pair: once a sentence, unless the
// quote has several.
func (s *Scene) watchSpeaker(p *Pair, w *Watch) {
	if s.paired.speakerOf != p.Quote || p.Quote >= 0 && len(s.Quotes[p.Quote].Speaker.Entities) > 1 {
		s.paired.speakerOf = p.Quote
		s.SpeakerFeatures(&s.features, p.Quote, &p.Holder)
		w.Speaker(p, &s.features)
	}
}
