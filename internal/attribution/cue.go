package attribution

import (
	"github.com/seed05c9d22b/newstext/article"
	"github.com/seed05c9d22b/newstext/internal/lexicon"
)

// cueKind is the part of speech of a word that may report.
type cueKind uint8

const (
	cueVerb   cueKind = iota // said
	cueNoun                  // claim
	cueBoth                  // claims: verb or noun
	cuePrep                  // according to
	cueAdverb                // reportedly
	cueColon                 // Obama: …
	cueDash                  // … – Obama
)

// cue is a word or phrase that may report speech: a candidate.
type cue struct {
	first, end int32 // tokens
	kind       cueKind
	lemma      uint32 // hash of the entry in its list
	class      string // class of the entry, as in the list
	classForm  uint32 // its hash
	that       bool   // takes a that-clause
	direct     bool   // takes direct speech
	addressee  string // how it names the hearer: "object", "to", "none"
}

// findCues lists the candidates of the story in order.
func (s *story) findCues() {
	for i := 0; i < len(s.tokens); i++ {
		t := &s.tokens[i]
		c := cue{first: int32(i), end: int32(i) + 1}
		switch {
		case t.class == classColon:
			c.kind, c.lemma = cueColon, t.form
			if !s.colonLeads(i) {
				continue
			}
		case t.class == classDash:
			c.kind, c.lemma = cueDash, t.form
			if !s.dashLeads(i) {
				continue
			}
		case !t.is(reports) || !s.wordCue(i, &c):
			continue
		}
		c.classForm = hashOf(c.class)
		t.cue = int32(len(s.cues))
		s.cues = append(s.cues, c)
		i = int(c.end) - 1
	}
}

// wordCue looks a word up in the lists, phrases first.
func (s *story) wordCue(i int, c *cue) bool {
	h := lexicon.Hash(s.tokens[i].form)
	end := int(s.sentences[s.tokens[i].sentence].end)
	if lexicon.CuePhrases.Starts(h) {
		e, n, ok := lexicon.CuePhrases.Longest(func(k int) (string, bool) {
			if i+k >= end {
				return "", false
			}
			t := &s.tokens[i+k]
			return s.text[t.start:t.end], t.is(spaced)
		})
		if ok {
			c.end = int32(i + n)
			c.lemma = uint32(lexicon.Hash(0).AddFold(e.Field(lexicon.CuePhrasesCue)))
			c.class = e.Field(lexicon.CuePhrasesClass)
			c.that, c.direct, c.addressee = true, true, "none"
			switch e.Field(lexicon.CuePhrasesKind) {
			case "prep":
				c.kind = cuePrep
			case "adverb":
				c.kind = cueAdverb
			}
			return true
		}
	}
	if s.tokens[i].class != classNone {
		return false
	}
	w := s.text[s.tokens[i].start:s.tokens[i].end]
	verb, isVerb := lexicon.ReportingVerbs.Find(h, w)
	noun, isNoun := lexicon.SpeechNouns.Find(h, w)
	switch {
	case isVerb:
		c.kind = cueVerb
		if isNoun {
			c.kind = cueBoth
		}
		c.lemma = uint32(lexicon.Hash(0).AddFold(verb.Field(lexicon.ReportingVerbsLemma)))
		c.class = verb.Field(lexicon.ReportingVerbsClass)
		c.that = verb.Field(lexicon.ReportingVerbsTakesThat) == "y"
		c.direct = verb.Field(lexicon.ReportingVerbsTakesDirect) == "y"
		c.addressee = verb.Field(lexicon.ReportingVerbsAddressee)
		if !c.that && !c.direct {
			s.joinNoun(c, end)
		}
	case isNoun:
		c.kind = cueNoun
		c.lemma = uint32(lexicon.Hash(0).AddFold(noun.Field(lexicon.SpeechNounsNoun)))
		c.class = noun.Field(lexicon.SpeechNounsClass)
		c.that = noun.Field(lexicon.SpeechNounsTakesThat) == "y"
	default:
		return false
	}
	return true
}

// mayReport reports whether a word, as [story.wordCue] reads it, can be a cue or begin one.
func mayReport(h lexicon.Hash, w string, of class) bool {
	if lexicon.CuePhrases.Starts(h) {
		return true
	}
	if of != classNone {
		return false
	}
	_, verb := lexicon.ReportingVerbs.Find(h, w)
	_, noun := lexicon.SpeechNouns.Find(h, w)
	return verb || noun
}

// maxObject is how many words may stand between a verb and the noun that says what
// it reports.
const maxObject = 3

// joinNoun makes a verb that reports nothing by itself, and the speech noun that
// is its object, one cue: "expressed grave doubts".
func (s *story) joinNoun(c *cue, end int) {
	for i := int(c.end); i < end && i <= int(c.end)+maxObject; i++ {
		t := &s.tokens[i]
		if t.class != classNone && t.class != classDeterminer && t.class != classPossessive || t.entity >= 0 || !t.isWord() {
			return
		}
		noun, ok := lexicon.SpeechNouns.Find(lexicon.Hash(t.form), s.text[t.start:t.end])
		if !ok || t.class != classNone {
			continue
		}
		if noun.Field(lexicon.SpeechNounsTakesThat) == "y" {
			c.end, c.that = int32(i)+1, true
			c.lemma ^= joined
			c.class = noun.Field(lexicon.SpeechNounsClass)
			c.addressee = "none"
		}
		return
	}
}

// joined tells the lemma of a verb with its noun from that of the verb alone.
const joined = 0x9E3779B9

// colonLeads reports whether a colon may introduce speech: "Obama: US will act",
// "She added:" before a mark or at the end of a paragraph.
func (s *story) colonLeads(i int) bool {
	x := s.sentences[s.tokens[i].sentence]
	if i == int(x.first) {
		return false
	}
	if i+1 < int(x.end) && s.tokens[i+1].class == classNumber && s.tokens[i-1].class == classNumber {
		return false // 10:30
	}
	return true
}

// dashLeads reports whether a dash may stand between words and who said them.
func (s *story) dashLeads(i int) bool {
	x := s.sentences[s.tokens[i].sentence]
	if !s.tokens[i].is(spaced) && x.kind != article.Paragraph {
		return false
	}
	if i > 0 && s.tokens[i-1].class == classCloseMark {
		return true
	}
	return int(x.end)-int(x.first) <= 20 && i > int(x.first) && (int(x.end)-i <= 6 || i-int(x.first) <= 6)
}
