package entity

import (
	"github.com/seed05c9d22b/newstext/article"
	"github.com/seed05c9d22b/newstext/internal/coref"
	"github.com/seed05c9d22b/newstext/internal/ner"
)

// maxCandidates is how many persons a pronoun may choose from.
const maxCandidates = 12

// recent is a person mentioned lately, with the last mention.
type recent struct {
	group       int32
	sentence    int
	first, end  int // tokens
	role, place uint8
	form        uint8
	headline    bool
	subject     int // sentence whose subject the person was last, or -1
	count       int
}

// The values of coref.Role that are asked about below.
const (
	subjectRole       = 0
	objectRole        = 1
	prepositionalRole = 2
	ofRole            = 3
	byRole            = 4
	possessiveRole    = 5
	conjunctRole      = 6
	appositionRole    = 7
	otherRole         = 8
)

// How a person was mentioned: the values of coref.Form.
const (
	fullForm = iota
	singleForm
	pronounForm
	nominalForm
)

// floor is the score, in hundredths of a logit, above which a pronoun means
// somebody named. Below 0, as most pronouns that mean nobody named in the texts
// learned from stand where names were missed.
const floor = -60

// controlled is what speaks for the person behind a preposition as the object of
// an infinitive in the same sentence, which the subject before both acts out:
// "used its influence with Mr Hale to persuade him". Too few such sentences are
// in the data to learn it.
const controlled = 200

// memory keeps the persons mentioned lately, the newest at the end, each once.
type memory struct {
	list       []recent
	last       int32 // whom the pronoun before meant, or -1
	candidates []coref.Candidate
}

func (m *memory) reset() {
	m.list, m.last = m.list[:0], -1
}

// add notes a mention of a person.
func (m *memory) add(c recent) {
	c.subject, c.count = -1, 1
	for i := range m.list {
		if m.list[i].group == c.group {
			c.subject, c.count = m.list[i].subject, m.list[i].count+1
			m.list = append(m.list[:i], m.list[i+1:]...)
			break
		}
	}
	if c.role == subjectRole {
		c.subject = c.sentence
	}
	if len(m.list) == 2*maxCandidates {
		m.list = append(m.list[:0], m.list[1:]...)
	}
	m.list = append(m.list, c)
}

// tag is the part of speech of a token of the document.
func (r *reading) tag(i int) article.Tag {
	t, ok := r.doc.Article.TokenAt(int(r.doc.Tokens[i].Start))
	if !ok {
		return article.X
	}
	return t.Tag()
}

// mentioned describes the mention of a person at tokens first to end; n persons
// of the sentence stand before it.
func (r *reading) mentioned(s *ner.Sentence, si, first, end, n int, group int32, form uint8) recent {
	c := recent{group: group, sentence: si, first: first, end: end, form: form, headline: s.Kind == article.Headline}
	switch {
	case n == 0 && first-s.First < 3:
		c.place = 0
	case n == 0:
		c.place = 1
	case n == 1:
		c.place = 2
	default:
		c.place = 3
	}
	c.role = r.clauseRole(s, first, end)
	return c
}

// clauseRole tells what a mention does in its clause by the words around it.
func (r *reading) clauseRole(s *ner.Sentence, first, end int) uint8 {
	if end < s.End {
		switch r.form(end) {
		case "'s", "’s", "'", "’":
			return possessiveRole
		}
	}
	b := first - 1
	for b >= s.First && first-b < 5 { // over titles and adjectives: "with former President X"
		if t := r.tag(b); t != article.NOUN && t != article.ADJ && t != article.PROPN && t != article.DET {
			break
		}
		b--
	}
	next := article.X
	after := ""
	if end < s.End {
		next, after = r.tag(end), r.form(end)
	}
	if b >= s.First {
		switch t := r.tag(b); {
		case t == article.ADP:
			switch r.form(b) {
			case "of":
				return ofRole
			case "by":
				return byRole
			}
			return prepositionalRole
		case r.form(b) == "," && first-b <= 4 && b+1 < first && after != "," && next != article.VERB && next != article.AUX:
			return appositionRole
		case t == article.CCONJ && (next == article.VERB || next == article.AUX):
			return subjectRole
		case t == article.CCONJ:
			return conjunctRole
		case t == article.VERB && next != article.AUX && next != article.VERB:
			return objectRole
		}
	}
	if next == article.VERB || next == article.AUX || next == article.ADV {
		return subjectRole
	}
	if (b < s.First || r.tag(b) == article.SCONJ) && end < s.End {
		return subjectRole
	}
	return otherRole
}

// antecedent chooses whom the pronoun at token i means; ok is false if it is
// nobody named.
func (r *reading) antecedent(s *ner.Sentence, si, i int, gender byte) (group int32, ok bool) {
	m := &r.memory
	w := coref.Default()
	kind, opening := r.pronounCase(s, i), r.opening(s, i)
	best, score := int32(-1), 0
	m.candidates = m.candidates[:0]
	for k := len(m.list) - 1; k >= 0 && len(m.candidates) < maxCandidates; k-- {
		c := &m.list[k]
		if si-c.sentence > window {
			break
		}
		g := &r.groups[c.group]
		if g.gender != 0 && g.gender != gender {
			continue
		}
		var v coref.Values
		v[coref.Pronoun], v[coref.Opening] = kind, opening
		v[coref.Distance] = uint8(si - c.sentence)
		v[coref.Recency] = uint8(min(len(m.candidates), 3))
		v[coref.Role], v[coref.Place], v[coref.Form] = c.role, c.place, c.form
		if g.gender == 0 {
			v[coref.Gender] = 1
		} else if g.guessed {
			v[coref.Gender] = 2
		}
		switch {
		case c.count >= 10:
			v[coref.Count] = 4
		case c.count >= 5:
			v[coref.Count] = 3
		case c.count >= 3:
			v[coref.Count] = 2
		case c.count == 2:
			v[coref.Count] = 1
		}
		if m.last == c.group {
			v[coref.Last] = 1
		}
		if c.sentence == si {
			v[coref.Clause] = r.between(c.end, i)
		}
		switch {
		case c.subject == si:
			v[coref.Topic] = 2
		case c.subject >= 0 && c.subject == si-1:
			v[coref.Topic] = 1
		}
		if c.headline {
			v[coref.Kind] = 1
		}
		name := -1
		if coref.Watch != nil {
			name = r.nameOfGroup(c.group)
		}
		m.candidates = append(m.candidates, coref.Candidate{Name: name, Values: v})
		x := w.Score(&v)
		if kind == 1 && opening == 4 && c.sentence == si && c.role == prepositionalRole {
			x += controlled
		}
		if best < 0 || x > score {
			best, score = c.group, x
		}
	}
	if coref.Watch != nil {
		coref.Watch(int(r.doc.Tokens[i].Start), m.candidates)
	}
	return best, best >= 0 && score > floor
}

// nameOfGroup is where an entity is first named.
func (r *reading) nameOfGroup(g int32) int {
	for i := range r.names {
		if r.names[i].entity == g {
			return r.names[i].Start
		}
	}
	return -1
}

// pronounCase is the value of coref.Pronoun of the pronoun at token i.
func (r *reading) pronounCase(s *ner.Sentence, i int) uint8 {
	switch r.form(i) {
	case "he", "He", "she", "She":
		return 0
	case "him", "hers":
		return 1
	case "himself", "herself":
		return 3
	case "her":
		if i+1 == s.End {
			return 1
		}
		switch r.tag(i + 1) {
		case article.NOUN, article.ADJ, article.PROPN, article.NUM:
		case article.VERB, article.ADV: // "her dying wish" or "made her leave"
			if i+2 >= s.End || r.tag(i+2) != article.NOUN {
				return 1
			}
		default:
			return 1
		}
	}
	return 2
}

// opening is the value of coref.Opening of the pronoun at token i.
func (r *reading) opening(s *ner.Sentence, i int) uint8 {
	switch {
	case i == s.First:
		return 0
	case r.tag(i-1) == article.CCONJ || r.tag(i-1) == article.SCONJ:
		return 3
	case i-2 >= s.First && r.form(i-2) == "to" && r.tag(i-1) == article.VERB:
		return 4
	case i-s.First < 4:
		return 1
	}
	return 2
}

// between is the value of coref.Clause for the tokens between a mention and a
// pronoun of the same sentence.
func (r *reading) between(first, end int) uint8 {
	verbs, comma, conjunction := 0, false, false
	for i := first; i < end && i < first+40; i++ {
		switch r.tag(i) {
		case article.VERB:
			verbs++
		case article.CCONJ, article.SCONJ:
			conjunction = true
		case article.PUNCT:
			comma = true
		}
	}
	switch {
	case verbs > 1:
		return 5
	case conjunction:
		return 2
	case comma:
		return 3
	case verbs == 1:
		return 4
	}
	return 1
}
