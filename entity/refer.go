package entity

import (
	"slices"
	"strings"

	"github.com/seed05c9d22b/newstext/article"
	"github.com/seed05c9d22b/newstext/internal/coref"
	"github.com/seed05c9d22b/newstext/internal/ner"
	"github.com/seed05c9d22b/newstext/internal/roles"
)

// refer finds what the pronouns and noun phrases of the story mean. It reads the
// story once, from the beginning, keeping in mind what was spoken of lately.
func (r *reading) refer() {
	d := &r.doc
	r.memory.reset(len(r.groups))
	if cap(r.refAt) < len(d.Tokens) {
		r.refAt = make([]int32, len(d.Tokens))
	}
	r.refAt = r.refAt[:len(d.Tokens)]
	clear(r.refAt)
	clear(r.holders)
	clear(r.sole)
	r.nextName = 0
	r.findForemost()
	r.roles = r.rolesInOrder()
	var q quotation
	for si := range d.Sentences {
		s := &d.Sentences[si]
		if si == 0 || strings.Contains(d.Text[d.Tokens[s.First-1].End:d.Tokens[s.First].Start], "\n") {
			q.paragraph()
		}
		r.referIn(s, si, &q)
	}
	r.giveNames()
}

// maxForemost is how many entities a phrase at the start of a story may mean
// before they are named.
const maxForemost = 12

// findForemost finds the persons, organizations and places that the story names
// most.
func (r *reading) findForemost() {
	r.foremost = r.foremost[:0]
	for g := range r.groups {
		if t := r.groups[g].typ; t == Person || t == Org || t == Place {
			i := len(r.foremost)
			for i > 0 && r.groups[r.foremost[i-1]].names < r.groups[g].names {
				i--
			}
			if i < maxForemost {
				r.foremost = slices.Insert(r.foremost, i, int32(g))
				r.foremost = r.foremost[:min(len(r.foremost), maxForemost)]
			}
		}
	}
}

// referIn does it for one sentence.
func (r *reading) referIn(s *ner.Sentence, si int, q *quotation) {
	n := 0 // mentions so far
	person := int32(-1)
	for i := s.First; i < s.End; i++ {
		t := &r.doc.Tokens[i]
		for len(r.roles) > 0 && r.roles[0].at < int(t.Start) {
			r.hold(r.roles[0].group, r.roles[0])
			r.roles = r.roles[1:]
		}
		q.mark(t.Form)
		for r.nextName < len(r.names) && r.names[r.nextName].first <= i {
			r.nextName++
		}
		if x := r.nameOf(i); x != nil {
			if x.first == i {
				form := fullForm
				if x.end-x.first == 1 {
					form = singleForm
				}
				ref := r.referentOf(x.entity)
				head := r.headOf(x)
				r.mentioned(ref, r.place(s, si, x.first, x.end, head, form, n, q.now()))
				r.refAt[head] = ref + 1
				n++
				if r.groups[x.entity].typ == Person {
					person = x.entity
				}
			}
			if r.groups[x.entity].typ != Group {
				continue
			}
		}
		if t.Shape == ner.Mark {
			continue
		}
		if copula(t.Form) && person >= 0 && q.now() == 0 {
			r.predicate(s, si, i, person)
		}
		a := anaphor{holder: -1, named: -1}
		if kind, case_, gender, ok := r.pronoun(s, i); ok {
			a.kind, a.case_, a.gender = kind, case_, gender
			a.mention = r.place(s, si, i, i+1, i, pronounForm, n, q.now())
			a.expletive = kind == coref.It && r.expletive(s, i)
			x := r.resolve(s, &a)
			if x < 0 {
				x = r.newReferent(typesOfPronoun(kind), gender, pluralOfPronoun(kind))
			} else if f := &r.memory.all[x]; f.group >= 0 && kind == coref.HeShe && r.groups[f.group].typ == Person {
				person = f.group
			}
			r.take(x, &a, Pronoun)
			r.memory.last = x
			n++
			continue
		}
		p, ok := r.phraseAt(s, i)
		if !ok {
			continue
		}
		if x := r.saidOf(s, &p); x != 0 {
			if x > 0 {
				f := &r.memory.all[x-1]
				f.call(p.noun)
				if f.group >= 0 && f.last.form >= pronounForm && r.hasCopula(p.head) && r.groups[f.group].typ != Group { // "she is a judge"
					r.propose(proposal{group: f.group, sentence: si, first: behindDeterminer(r, &p), end: r.phraseEnd(s, &p), name: -1, source: roles.ByPronoun, quoted: q.now() != 0})
				}
			}
			continue
		}
		a.kind, a.phrase, a.gender = coref.Nominal, &p, p.gender
		a.mention = r.place(s, si, p.first, p.head+1, p.head, nominalForm, n, q.now())
		x := int32(-1)
		if r.takesUp(s, si, &p) {
			r.findHolder(s, &a)
			x = r.resolve(s, &a)
			r.proposeNominal(s, &a)
		}
		if x < 0 {
			plural := one
			if p.plural {
				plural = several
			}
			x = r.newReferent(p.types, p.gender, plural)
			r.memory.all[x].unsure = p.determiner == indefinite
		}
		if f := &r.memory.all[x]; f.group < 0 && !p.plural && p.determiner != indefinite && p.determiner != quantified {
			f.vote(a.named, a.behind)
		}
		r.take(x, &a, Nominal)
		r.memory.nouns[p.noun]++
		n++
	}
}

// take notes that a mention means a referent.
func (r *reading) take(x int32, a *anaphor, kind MentionKind) {
	f := &r.memory.all[x]
	at := Mention{r.span(a.first, a.end), kind}
	r.refAt[a.head] = x + 1
	if p := a.phrase; p != nil {
		f.call(p.noun)
		f.callWhole(p.whole)
		if x := r.possessorOf(p); x != 0 {
			f.possessor = x
		}
		if f.gender == 0 && f.unnamed {
			f.gender = p.gender
		}
	}
	if a.kind == coref.HeShe && f.gender == 0 {
		f.gender, f.guessed = a.gender, true
	}
	r.mentioned(x, a.mention)
	named := false // a noun that is a name, too, stays a name
	if n := r.nameOf(a.first); n != nil {
		named = n.first == a.first && n.end == a.end
	}
	if f.group < 0 {
		if !named {
			f.mentions = append(f.mentions, at)
		}
		return
	}
	g := &r.groups[f.group]
	if !named {
		g.others = append(g.others, at)
	}
	if a.kind == coref.HeShe && g.gender == 0 {
		g.gender = a.gender
	}
	if p := a.phrase; p != nil && g.typ == Person && !p.plural {
		if _, ok := r.roleNoun(p.head, Person); ok {
			r.addRole(g, p.first, p.head+1)
		}
	}
}

// proposeNominal proposes a phrase as role of the entity that it may mean.
func (r *reading) proposeNominal(s *ner.Sentence, a *anaphor) {
	if a.named < 0 || a.ahead < -3 || r.groups[a.named].typ == Group {
		return
	}
	p := a.phrase
	r.propose(proposal{
		group: a.named, sentence: a.sentence, first: behindDeterminer(r, p), end: r.phraseEnd(s, p), name: -1,
		source: roles.Nominal, ahead: a.ahead, determiner: p.determiner, quoted: a.quote != 0,
	})
}

// phraseEnd is the end of a phrase with what hangs on its noun by a preposition.
func (r *reading) phraseEnd(s *ner.Sentence, p *phrase) int {
	end := p.head + 1
	if end < s.End && preposition(r.form(end)) && r.form(end) != "and" && !r.time(s, end+1) {
		return r.rightEdge(s, end)
	}
	return end
}

// behindDeterminer is where a phrase begins without its article or possessive.
func behindDeterminer(r *reading, p *phrase) int {
	if p.first < p.head && r.words[p.first].tag == pronounTag || r.words[p.first].tag == determinerTag {
		return min(p.first+1, p.head)
	}
	return p.first
}

func typesOfPronoun(kind int) types {
	switch kind {
	case coref.HeShe:
		return types{1, 0, 0}
	case coref.They:
		return types{.6, .2, 0}
	}
	return types{}
}

func pluralOfPronoun(kind int) uint8 {
	if kind == coref.They {
		return several
	}
	return one
}

// takesUp reports whether a phrase may mean what was spoken of before.
func (r *reading) takesUp(s *ner.Sentence, si int, p *phrase) bool {
	switch p.determiner {
	case quantified:
		return false
	case indefinite:
		return si < leadSentences && !p.plural && p.types[personType] > .5
	case bare:
		if s.Kind == article.Paragraph && si >= leadSentences && !p.capital && !p.plural && r.memory.nouns[p.noun] == 0 {
			return false
		}
	}
	return p.types[0]+p.types[1]+p.types[2] > .25 || r.memory.nouns[p.noun] > 0
}

// saidOf returns the referent, counted from 1, that a phrase describes in
// apposition or as predicate: it is no mention of its own. It returns 0 if the
// phrase describes nothing, and -1 if it is unknown what.
func (r *reading) saidOf(s *ner.Sentence, p *phrase) int32 {
	if g := r.describes[p.head]; g != 0 {
		return r.referentOf(g-1) + 1
	}
	w := &r.words[p.head]
	if w.rel == appositionRelation && w.head >= 0 {
		if x := r.refAt[w.head]; x != 0 {
			return x
		}
		return -1
	}
	if r.hasCopula(p.head) {
		for k := p.head - 1; k >= s.First && p.head-k < 2*maxClimb; k-- {
			if x := &r.words[k]; x.head == int32(p.head) && x.rel == subjectRelation {
				if x := r.refAt[k]; x != 0 {
					return x
				}
				break
			}
		}
		return -1
	}
	for k := p.head + 1; k < s.End && k < p.head+2*maxClimb; k++ {
		if x := &r.words[k]; x.head == int32(p.head) && (x.rel == appositionRelation || x.rel == compoundRelation) {
			if n := r.nameOf(k); n != nil && r.groups[n.entity].typ != Group && !(n.end < s.End && genitive(r.form(n.end))) {
				return r.referentOf(n.entity) + 1
			}
		}
	}
	return 0
}

// pronoun tells what kind of pronoun token i is.
func (r *reading) pronoun(s *ner.Sentence, i int) (kind int, case_ uint8, gender byte, ok bool) {
	switch f := r.form(i); f {
	case "he", "He":
		return coref.HeShe, 0, 'm', true
	case "she", "She":
		return coref.HeShe, 0, 'f', true
	case "him":
		return coref.HeShe, 1, 'm', true
	case "her", "Her":
		if r.words[i].rel == possessiveRelation || r.words[i].rel == determinerRelation {
			return coref.HeShe, 2, 'f', true
		}
		return coref.HeShe, 1, 'f', true
	case "his", "His":
		return coref.HeShe, 2, 'm', true
	case "hers":
		return coref.HeShe, 1, 'f', true
	case "himself":
		return coref.HeShe, 3, 'm', true
	case "herself":
		return coref.HeShe, 3, 'f', true
	case "it", "It":
		if r.words[i].rel == objectRelation || r.words[i].rel == obliqueRelation || r.words[i].rel == nounRelation {
			return coref.It, 1, 0, true
		}
		return coref.It, 0, 0, true
	case "its", "Its":
		return coref.It, 2, 0, true
	case "itself":
		return coref.It, 3, 0, true
	case "they", "They":
		return coref.They, 0, 0, true
	case "them":
		return coref.They, 1, 0, true
	case "their", "Their":
		return coref.They, 2, 0, true
	case "themselves":
		return coref.They, 3, 0, true
	}
	return 0, 0, 0, false
}

// expletive reports whether the "it" at token i may mean nothing: "it is clear
// that", "it seems", "it was May who".
func (r *reading) expletive(s *ner.Sentence, i int) bool {
	w := &r.words[i]
	if w.rel == expletiveRelation {
		return true
	}
	if w.rel != subjectRelation || w.head < 0 {
		return false
	}
	h := int(w.head)
	switch r.lemma(h) {
	case "seem", "appear", "happen", "rain", "snow":
		return true
	}
	if !r.hasCopula(h) {
		return false
	}
	for k := h + 1; k < s.End && k < h+maxClimb; k++ {
		if x := &r.words[k]; x.head == int32(h) && (x.rel == clauseRelation || x.rel == openRelation || x.rel == relativeRelation) {
			return true
		}
	}
	return r.words[h].tag == adjectiveTag
}

// quotation follows quotation marks through the story.
type quotation struct {
	number int32
	inside bool
}

// paragraph ends a quotation where a new line begins; if it goes on, a mark stands
// there.
func (q *quotation) paragraph() { q.inside = false }

func (q *quotation) mark(form string) {
	switch form {
	case "“", "``":
		q.open()
	case "”", "''":
		q.inside = false
	case `"`:
		if q.inside {
			q.inside = false
		} else {
			q.open()
		}
	}
}

func (q *quotation) open() {
	if !q.inside {
		q.number++
	}
	q.inside = true
}

// now is the number of the quotation, or 0 outside of all.
func (q *quotation) now() int32 {
	if q.inside {
		return q.number
	}
	return 0
}

// copula reports whether a role of the subject may follow: "served as director",
// "was a judge", "named chairman".
func copula(w string) bool {
	switch w {
	case "as", "is", "was", "be", "been", "became", "become", "named", "appointed", "elected", "remains":
		return true
	}
	return false
}

// predicate reads a role behind the copula at token i.
func (r *reading) predicate(s *ner.Sentence, si, i int, g int32) {
	verb := r.form(i)
	k := i + 1
	for k < s.End && k < i+3 && adverb(r.form(k)) {
		k++
	}
	if k >= s.End || copula(r.form(k)) {
		return
	}
	determined := false
	switch r.form(k) {
	case "the", "a", "an", "his", "her", "its", "their", "one":
		k++
		determined = true
	}
	if k >= s.End || !determined && (verb == "is" || verb == "was" || verb == "be" || verb == "been") && r.nameOf(k) == nil {
		if _, ok := r.roleNoun(min(k, s.End-1), Person); !ok {
			return
		}
	}
	if first, end, ok := r.description(s, k, Person, true); ok {
		r.addRole(&r.groups[g], first, end)
		p := proposal{group: g, sentence: si, first: first, end: end, name: -1, source: roles.Predicate, verb: verbOf(verb)}
		for b := i - 1; b >= s.First && b > i-4; b-- {
			switch r.form(b) {
			case "not", "n't", "n’t", "would", "could", "never", "if", "to", "will", "might", "should":
				p.denied = true
			}
		}
		r.propose(p)
	}
}

func adverb(w string) bool {
	switch w {
	case "also", "now", "then", "currently", "still", "once", "previously", "formerly", "already", "only", "not":
		return w != "not"
	}
	return false
}

func (r *reading) span(first, end int) article.Span {
	return article.Span{Start: int(r.doc.Tokens[first].Start), End: int(r.doc.Tokens[end-1].End)}
}

// verbOf is the value of roles.VerbOf.
func verbOf(verb string) uint8 {
	switch verb {
	case "is":
		return 1
	case "was", "been", "be":
		return 2
	case "became", "become":
		return 3
	case "as":
		return 4
	case "named", "appointed", "elected":
		return 5
	}
	return 6
}
