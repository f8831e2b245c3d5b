package opinion

import (
	"github.com/seed05c9d22b/newstext/article"
	"github.com/seed05c9d22b/newstext/entity"
)

// Phrase is a noun phrase: words that can hold a stance or be its target.
type Phrase struct {
	First, End int // words, determiner left out
	Head       int // the noun
	Entity     int // that the head names or refers to, −1 for other words
	// Modifier: the phrase is a name inside a larger phrase and not its head:
	// "Russian" in "Russian intelligence".
	Modifier   bool
	Possessive bool // followed by 's, or a possessive pronoun
}

// maxPhrases bounds the phrases of a sentence, and so the pairs.
const maxPhrases = 28 // 32 at most: shownOf

// Phrases returns the noun phrases of a sentence in order of the text. The
// slice is valid until the next call.
func (s *Scene) Phrases(x Sentence) []Phrase {
	s.phrases = s.phrases[:0]
	runs := s.nominalRuns(x)
	for ; len(runs) > 1 && len(s.phrases) < maxPhrases; runs = runs[2:] {
		first, end := int(runs[0]), int(runs[1])
		for i := first + 1; i < end && len(s.phrases) < maxPhrases; i++ {
			if s.splits(i) {
				s.phrase(first, i)
				first = i
			}
		}
		s.phrase(first, end)
	}
	return s.phrases
}

// nominalRuns lists where words of noun phrases begin and end that stand together, in turns.
func (s *Scene) nominalRuns(x Sentence) []int32 {
	words := s.Words[x.First:x.End]
	runs := room(s.runs, len(words)+2)
	s.runs = runs
	n, before := 0, uint8(0)
	for k := range words {
		nominal := words[k].nominal()
		if nominal == byPlace {
			nominal = flag(s.nominalHere(x.First + k))
		}
		nominal *= flag(!words[k].inDateline())
		runs[n] = int32(x.First + k)
		n += int(nominal ^ before)
		before = nominal
	}
	runs[n] = int32(x.End)
	return runs[:n+int(before)]
}

// splits reports whether a new phrase begins at a nominal word that follows
// another.
func (s *Scene) splits(i int) bool {
	a, b := &s.Words[i-1], &s.Words[i]
	if a.Mention != b.Mention && a.Mention >= 0 && b.Mention >= 0 && s.Mentions[a.Mention].Kind == entity.Name && s.Mentions[b.Mention].Kind != entity.Name {
		return true
	}
	return b.Closed == Determiner || b.Closed == Pronoun || a.Closed == Pronoun && !possessivePronoun(a)
}

func possessivePronoun(w *Word) bool { return w.is(possessor) }

// phrase adds the phrase of the words first to end, and those inside it: what
// stands before a possessive, and names that are not its head.
func (s *Scene) phrase(first, end int) {
	for first < end && s.Words[first].Closed == Determiner {
		first++
	}
	start := first
	for i := first; i < end && len(s.phrases) < maxPhrases; i++ {
		w := &s.Words[i]
		switch {
		case isPossessive(w):
			if i > start {
				s.append(start, i, false, true)
			}
			start = i + 1
		case possessivePronoun(w) && i+1 < end:
			s.append(i, i+1, false, true)
			start = i + 1
		case w.Mention >= 0 && (i == start || s.Words[i-1].Mention != w.Mention):
			e := i + 1
			for e < end && s.Words[e].Mention == w.Mention {
				e++
			}
			if e < end && !isPossessive(&s.Words[e]) {
				s.append(i, e, true, false)
			}
		}
	}
	if start < end && len(s.phrases) < maxPhrases {
		s.append(start, end, false, false)
	}
}

// append adds a phrase whose last word is its head.
func (s *Scene) append(first, end int, modifier, possessive bool) {
	p := Phrase{First: first, End: end, Head: end - 1, Entity: -1, Modifier: modifier, Possessive: possessive}
	if m := s.Words[p.Head].Mention; m >= 0 {
		p.Entity = s.Mentions[m].Entity
	}
	s.phrases = append(s.phrases, p)
}

func isPossessive(w *Word) bool { return w.is(apostropheS) }

// nominal reports whether a word may be part of a noun phrase.
func (s *Scene) nominal(i int) bool {
	nominal := s.Words[i].nominal()
	return (nominal == 1 || nominal == byPlace && s.nominalHere(i)) && !s.Words[i].inDateline()
}

// nominal is 1 for a word that may be part of a noun phrase but in a dateline, byPlace for
// one that may by the words around, 0 for others.
func (w *Word) nominal() uint8 {
	of, named := &nominalTag[w.Tag], flag(w.Mention >= 0)
	here := (flag(w.form&of.forms != 0) | of.endings>>(w.Ending%8)) &^ named & 1
	return byPlace*here | flag(w.Closed < of.below) | named
}

const byPlace = 2

// nominality is which words of some tag may be part of a noun phrase.
type nominality struct {
	below Closed // those of the classes below
	// Of these the words around tell, where they are in no mention; see nominalHere:
	endings uint8 // those that have one of these endings, a bit for each
	forms   form  // those of these forms
}

// nominalTag has that of each tag: of all that a byte may be, so that none is checked.
var nominalTag = [1 << 8]nominality{
	Noun: {below: Mark}, ProperNoun: {below: Mark}, PronounTag: {below: Mark}, DeterminerTag: {below: Mark}, Number: {below: Mark + 1},
	Adjective: {endings: 0xff}, Verb: {endings: 1<<Ed | 1<<Ing}, PunctuationTag: {forms: hyphen}, Particle: {forms: apostropheS},
}

// nominalHere is nominal for a word of which its neighbours tell.
func (s *Scene) nominalHere(i int) bool {
	w := &s.Words[i]
	switch w.Tag {
	case Adjective:
		return s.beforeNoun(i)
	case Verb:
		// "the proposed bill": a participle between determiner and noun.
		return i > 0 && (s.beginsPhrase(i-1) || s.Words[i-1].Lower == "-" && s.Words[i-1].End == w.Start && i > 1 && s.Words[i-2].Mention < 0) && s.beforeNoun(i)
	case PunctuationTag:
		// "cease-fire" and "time-limited deal" cut in three; in "Russian-backed rebels"
		// the name stands for itself.
		if (w.Lower != "-" && w.Lower != "‐") || i == 0 || i+1 >= len(s.Words) || s.Words[i-1].End != w.Start || w.End != s.Words[i+1].Start || s.Words[i-1].Mention >= 0 {
			return false
		}
		left, right := s.Words[i-1].Tag, &s.Words[i+1]
		return left == Noun && right.Tag == Noun ||
			(left == Noun || left == Adjective || left == Adverb) && (right.Tag == Adjective || right.Tag == Verb && right.Ending == Ed) && s.beforeNoun(i+1)
	case Particle:
		return i > 0 && w.Start == s.Words[i-1].End && s.Words[i-1].Closed != Mark
	}
	return false
}

// beforeNoun reports whether a noun comes next, behind adjectives.
func (s *Scene) beforeNoun(i int) bool {
	for j := i + 1; j < min(len(s.Words), i+5); j++ {
		t := s.Words[j].Tag
		if t == Noun || t == ProperNoun {
			return true
		}
		if t != Adjective && t != Number && (t != Verb || s.Words[j].Ending != Ed && s.Words[j].Ending != Ing) && s.Words[j].Lower != "-" {
			return false
		}
	}
	return false
}

// beginsPhrase reports whether a word stands before the words of its phrase.
func (s *Scene) beginsPhrase(i int) bool {
	w := &s.Words[i]
	return w.Tag == DeterminerTag || w.Tag == Adjective || isPossessive(w) || possessivePronoun(w) || w.Tag == Number
}

// SpanOf returns the words of a phrase in the text: for words that are no entity
// with the possessor before them, "the minister's plan".
func (s *Scene) SpanOf(p Phrase) article.Span {
	if p.First < 0 || p.First >= p.End {
		return article.Span{}
	}
	first := p.First
	if p.Entity < 0 && first >= 2 && isPossessive(&s.Words[first-1]) {
		x := s.SentenceOf(first)
		i := first - 2
		for i > x.First && first-i < maxPossessor && s.continues(i-1) {
			i--
		}
		if i >= x.First && s.Words[i].Closed == Open {
			first = i
		}
	}
	return article.Span{Start: s.Words[first].Start, End: s.Words[s.complement(p)-1].End}
}

// complement returns the end of a phrase with its complement: "the release of the
// letters", "sanctions on Norway". Only words that are no entity have theirs.
func (s *Scene) complement(p Phrase) int {
	if p.Entity >= 0 || p.End+1 >= len(s.Words) || !s.complements(p) {
		return p.End
	}
	x := s.SentenceOf(p.First)
	i := p.End + 1
	for i < x.End && s.Words[i].Closed == Determiner {
		i++
	}
	from := i
	for i < x.End && i-p.End <= maxComplement && s.nominal(i) && (i == from || !s.splits(i)) {
		i++
	}
	if i == from || i < x.End && s.nominal(i) || isPossessive(&s.Words[i-1]) {
		return p.End
	}
	return i
}

// complements reports whether the word behind a phrase begins its complement: "of",
// or the preposition by which a frame's noun takes its theme.
func (s *Scene) complements(p Phrase) bool {
	next, w := s.Words[p.End].Lower, &s.Words[p.Head]
	if next == "of" {
		return true
	}
	if w.Tag != Noun || !w.is(framed) {
		return false
	}
	for k := range w.frames {
		if f := &w.frames[k]; f.POS == 'n' && oneOf(next, f.Preposition()) {
			return true
		}
	}
	return false
}

// How many words a complement and a possessor may have.
const (
	maxComplement = 6
	maxPossessor  = 6
)

// continues reports whether the word behind belongs to the same name or compound.
func (s *Scene) continues(i int) bool {
	a, b := &s.Words[i], &s.Words[i+1]
	if a.Mention >= 0 || b.Mention >= 0 {
		return a.Mention == b.Mention || a.Mention < 0 && a.Tag == Adjective
	}
	return a.Tag == Noun || a.Tag == ProperNoun || a.Tag == Adjective
}

// kindOf puts a phrase into one of a few classes by what it names.
func (s *Scene) kindOf(p *Phrase) int {
	k := 0
	switch {
	case p.Entity >= 0:
		k = 1 + int(s.Entities[p.Entity].Type)
	case p.Head >= 0 && s.Words[p.Head].Closed == Pronoun:
		k = 7
	}
	return k | 8*int(flag(p.Modifier)) | 16*int(flag(p.Possessive))
}
