package opinion

import "github.com/seed05c9d22b/newstext/quote"

// voice is what is known of a quote and of the one who speaks it, of which many sentences
// and pairs may want to know.
type voice struct {
	known    bool   // who speaks, and the cue
	speaker  Phrase // without an entity
	cue      wordRange
	content  []wordRange // the words of what is said; see placeQuotes
	heard    bool        // of these words:
	words    int         // how many they are
	first    int         // of these, in the first person
	valence  float32
	leanings [speakerKinds]Leaning // of a speaker, by kind
	judged   [speakerKinds]bool
}

// wordRange is some words of the story.
type wordRange struct{ first, end int }

// maxHeard is how many words of each part of a quote are read.
const maxHeard = 200

// forgetVoices forgets what is known of the quotes, but for their words.
func (s *Scene) forgetVoices() {
	for i := range s.voice {
		v := &s.voice[i]
		v.known, v.heard, v.judged = false, false, [speakerKinds]bool{}
	}
	s.authorJudged = false
}

// whose returns what is known of the one who speaks a quote.
func (s *Scene) whose(i int) *voice {
	v := &s.voice[i]
	if v.known {
		return v
	}
	q := &s.Quotes[i]
	v.known = true
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
	return v
}

// hear returns what is known of what is said in a quote.
func (s *Scene) hear(i int) *voice {
	v := &s.voice[i]
	if v.heard {
		return v
	}
	v.heard, v.words, v.first, v.valence = true, 0, 0, 0
	for _, c := range v.content {
		v.words += c.end - c.first
		for k := c.first; k < min(c.end, c.first+maxHeard); k++ {
			w := &s.Words[k]
			if w.is(valued) && w.Closed == Open && !w.Name() {
				v.valence += float32(w.Valence)
			}
			if firstPerson(w) {
				v.first++
			}
		}
	}
	return v
}

// speakerKinds is how many kinds of speakers there are: without an entity, and by its type.
const speakerKinds = 8

// speaker judges the speaker of a quote, or the author, as a holder.
func (s *Scene) speaker(quote int, h *Phrase, j *Judges) *Leaning {
	of, judged := &s.byAuthor, &s.authorJudged
	if quote >= 0 {
		v, kind := &s.voice[quote], min(s.holderKind(h), speakerKinds-1)
		of, judged = &v.leanings[kind], &v.judged[kind]
	}
	if !*judged {
		*judged, *of = true, Leaning{}
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

// SpeakerFeatures are the features of the speaker of a quote as a holder.
func (s *Scene) SpeakerFeatures(f *Features, quote int, holder *Phrase) {
	f.reset()
	if quote < 0 {
		s.authorFeatures(f)
		return
	}
	q := &s.Quotes[quote]
	k := uint64(0)
	if holder.Entity >= 0 {
		k = 1 + uint64(s.Entities[holder.Entity].Type)
	}
	f.add(-1, yBias, 1, 0)
	f.add(-1, yKind, k, 255)
	f.add(-1, yQuote, uint64(q.Class)<<4|uint64(q.Kind), 0)
	cue := s.whose(quote).cue
	for i := cue.first; i < min(cue.end, cue.first+6); i++ {
		f.add(i, yCue, s.Words[i].Mark, 0)
	}
}

// isSpeaker reports whether the holder of a frame is the one who speaks: nobody is
// named, "we", or a pronoun for him where his words are reported ("said it wants
// a cease-fire").
func (s *Scene) isSpeaker(p *Pair, holder int) bool {
	if holder < 0 {
		return true
	}
	w := &s.Words[holder]
	if firstPerson(w) {
		return true
	}
	if p.Quote < 0 || w.Closed != Pronoun || int(w.Quote) != p.Quote || s.Quotes[p.Quote].Kind == quote.Direct {
		return false
	}
	switch w.Lower {
	case "he", "she", "it", "they":
		id := s.entityAt(holder)
		return id < 0 || id == p.Holder.Entity
	}
	return false
}

func firstPerson(w *Word) bool { return w.is(speaking) }
