package entity

import (
	"github.com/seed05c9d22b/newstext/article"
	"github.com/seed05c9d22b/newstext/internal/coref"
	"github.com/seed05c9d22b/newstext/internal/lexicon"
	"github.com/seed05c9d22b/newstext/internal/ner"
)

// anaphor is a mention that may take up what the story has spoken of.
type anaphor struct {
	mention
	kind      int // of coref
	gender    byte
	case_     uint8
	phrase    *phrase
	expletive bool
	holder    int32 // entity that alone has the office of the phrase, or -1
	holds     float32
	named     int32   // the entity of the best candidate that has a name, or -1
	ahead     float32 // how far that candidate is above all other choices
	behind    float32 // how far it is below nobody
}

// How many sentences back a mention looks.
const (
	pronounWindow = 4
	nominalWindow = 60
)

// resolve chooses what a mention means: a referent, or -1.
func (r *reading) resolve(s *ner.Sentence, a *anaphor) int32 {
	m := &r.memory
	m.candidates, m.chosen = m.candidates[:0], m.chosen[:0]
	base := r.describe(s, a)
	none := base
	none[coref.None] = 1
	m.add(none, -1)
	rank, rankType := 0, 0
	for k := len(m.recent) - 1; k >= 0 && len(m.candidates) <= maxCandidates; k-- {
		x := m.recent[k]
		f := &m.all[x]
		if !r.may(a, f) {
			if a.kind != coref.Nominal && a.sentence-f.last.sentence > pronounWindow {
				break
			}
			rank++
			continue
		}
		v := base
		r.weigh(s, a, x, f, &v)
		v[coref.Recency], v[coref.RecencyType] = float32(min(rank, 30)), float32(min(rankType, 20))
		rank++
		rankType++
		m.add(v, x)
		if a.sentence == f.last.sentence && r.controls(a, &f.last) {
			m.candidates[len(m.candidates)-1].Bonus = controlled
		}
	}
	switch {
	case a.kind == coref.HeShe:
		r.ahead(s, a, base)
	case a.kind == coref.Nominal && a.sentence < leadSentences:
		r.aheadInStory(s, a, base)
	}
	r.rank(a)
	best := coref.Choose(m.candidates)
	a.named, a.ahead, a.behind = r.bestNamed()
	if coref.Watch != nil {
		for i := range m.candidates {
			m.candidates[i].Mentions = r.placesOf(m.chosen[i])
		}
		h := &r.doc.Tokens[a.head]
		if c := coref.Watch(a.kind, int(h.Start), int(h.End), m.candidates); c >= 0 {
			return m.chosen[c]
		}
	}
	if best > 0 && m.candidates[best].Score < m.candidates[0].Score+margin[a.kind] {
		return -1
	}
	return m.chosen[best]
}

// margin is how far the best choice must be above that of nobody, by kind of
// mention.
var margin = [...]float32{coref.HeShe: 0, coref.It: 0.4, coref.They: 0.2, coref.Nominal: 0}

// bestNamed returns the entity of the best candidate that has a name, or -1, how
// far its score is above that of the best other choice, and how far below that of
// nobody.
func (r *reading) bestNamed() (g int32, ahead, behind float32) {
	m := &r.memory
	best := -1
	for i := 1; i < len(m.candidates); i++ {
		if m.all[m.chosen[i]].group >= 0 && (best < 0 || m.candidates[i].Score > m.candidates[best].Score) {
			best = i
		}
	}
	if best < 0 {
		return -1, 0, 0
	}
	other := float32(-100)
	for i := range m.candidates {
		if i != best {
			other = max(other, m.candidates[i].Score)
		}
	}
	score := m.candidates[best].Score
	return m.all[m.chosen[best]].group, score - other, m.candidates[0].Score - score
}

func (m *memory) add(v coref.Values, x int32) {
	m.candidates = append(m.candidates, coref.Candidate{Values: v})
	m.chosen = append(m.chosen, x)
}

// may reports whether a referent is worth a look as what a mention means.
func (r *reading) may(a *anaphor, f *referent) bool {
	back := a.sentence - f.last.sentence
	if a.gender != 0 && f.gender != 0 && a.gender != f.gender {
		return false
	}
	switch a.kind {
	case coref.HeShe:
		if back > pronounWindow || f.plural == several {
			return false
		}
		if f.group >= 0 {
			g := &r.groups[f.group]
			return g.typ == Person || g.typ != Group && back <= 2 && r.likePerson(g)
		}
		return f.types[personType] > .4 && back <= 3
	case coref.It:
		if back > pronounWindow || f.plural == several || f.gender != 0 && f.types[personType] > .5 {
			return false
		}
		return f.types[personType] < .8 && (f.group >= 0 || back <= 2)
	case coref.They:
		if back > pronounWindow || f.plural == one && (f.group < 0 || f.types[personType] > .5) {
			return false
		}
		return f.group >= 0 || back <= 2
	}
	p := a.phrase
	if p.plural && f.plural == one && f.unnamed || !p.plural && f.plural == several && f.unnamed {
		return false
	}
	if p.gender != 0 && f.gender != 0 && p.gender != f.gender {
		return false
	}
	if back > nominalWindow {
		return false
	}
	if f.unnamed {
		return f.called(p.noun) > 0 || back <= 3 && p.types.fit(f.types) > .5
	}
	if p.types.fit(f.types) > .05 {
		return true
	}
	return f.called(p.noun) > 0 || r.namedBy(f, p.noun) > 0
}

// likePerson reports whether an entity that was not taken for a person might be
// one: no list knows its name, or it is a frequent given name.
func (r *reading) likePerson(g *group) bool {
	f := &r.forms[g.root]
	if len(f.words) > 4 || f.key != 0 {
		return false
	}
	if r.kindOf(g) == "" && g.country == "" {
		return true
	}
	e, ok := lexicon.GivenNames.Lookup(f.words[0])
	return ok && len(f.words) <= 3 && e.Field(lexicon.GivenNamesBand) >= frequentBand
}

// frequentBand is the band of given names from which on one that is a place too
// is first of all a name.
const frequentBand = "6"

// called tells whether a referent was called by a noun: 0 no, 1 before, 3 last.
func (f *referent) called(noun uint64) float32 {
	for i, n := range f.nouns {
		if n == noun {
			if i == 0 {
				return 3
			}
			return 1
		}
	}
	return 0
}

// describe sets what describes the mention alone.
func (r *reading) describe(s *ner.Sentence, a *anaphor) (v coref.Values) {
	v[coref.Kind] = float32(a.kind)
	v[coref.Case] = float32(a.case_)
	v[coref.Slot], v[coref.ClauseSlot] = float32(a.clause.slot), float32(a.clause.slotV)
	v[coref.Depth] = float32(a.clause.depth)
	v[coref.Place] = float32(min(a.first-s.First, 20))
	v[coref.Quoted] = truth(a.quote != 0)
	v[coref.Heading] = truth(s.Kind != article.Paragraph)
	v[coref.Expletive] = truth(a.expletive)
	v[coref.Sentence] = float32(min(a.sentence, 20))
	if p := a.phrase; p != nil {
		v[coref.Determiner] = float32(p.determiner)
		v[coref.Plural] = truth(p.plural)
		v[coref.Person], v[coref.Org], v[coref.Location] = p.types[personType], p.types[orgType], p.types[placeType]
		v[coref.Words] = float32(min(p.words, 6))
		v[coref.More] = truth(p.more)
		v[coref.NameInside] = truth(p.inside != nil)
		v[coref.NounSeen] = float32(min(r.memory.nouns[p.noun], 10))
		v[coref.NounCapital] = truth(p.capital)
		v[coref.NationInside] = truth(p.nation != nil)
	}
	return v
}

func truth(b bool) float32 {
	if b {
		return 1
	}
	return 0
}

// weigh sets what describes a candidate, and it with the mention.
func (r *reading) weigh(s *ner.Sentence, a *anaphor, x int32, f *referent, v *coref.Values) {
	if f.group >= 0 {
		g := &r.groups[f.group]
		w := r.forms[g.root].words
		v[coref.Named] = 1
		v[coref.NameWords] = float32(min(len(w), 6))
		v[coref.Total] = float32(min(g.names, 20))
		if a.kind == coref.HeShe {
			v[coref.Female] = g.femaleShare()
			if a.gender == 'm' {
				v[coref.Female] = 1 - v[coref.Female]
			}
		}
		v[coref.NamedAgain] = truth(r.namedBehind(s, a, f.group))
	}
	v[coref.IsPerson], v[coref.IsOrg], v[coref.IsPlace], v[coref.IsThing] = f.types[personType], f.types[orgType], f.types[placeType], f.types.thing()
	v[coref.Count] = float32(min(f.count, 20))
	l := &f.last
	v[coref.LastForm], v[coref.LastSlot], v[coref.LastClause] = float32(l.form), float32(l.clause.slot), float32(l.clause.slotV)
	v[coref.LastDepth], v[coref.LastPlace] = float32(l.clause.depth), float32(min(l.place, 8))
	v[coref.LastQuoted], v[coref.LastHeading] = truth(l.quote != 0), truth(l.headline)
	v[coref.Subjects] = float32(min(f.subjects, 10))
	v[coref.OfHeadline] = truth(f.headline)
	v[coref.FirstAt] = float32(min(f.first, 20))
	v[coref.Indefinite] = truth(f.unsure)
	v[coref.Plurality] = float32(f.plural)
	if f.gender != 0 {
		v[coref.Gender] = 3
		if f.guessed {
			v[coref.Gender] = 2
		}
	}
	back := a.sentence - l.sentence
	v[coref.Distance] = float32(min(back, 20))
	v[coref.Last] = truth(r.memory.last == x)
	switch {
	case f.subject == a.sentence:
		v[coref.Topic] = 2
	case f.subject >= 0 && f.subject == a.sentence-1:
		v[coref.Topic] = 1
	}
	v[coref.SameSlot] = truth(a.clause.slotV == l.clause.slotV && a.clause.slot == l.clause.slot)
	v[coref.SameQuote] = truth(a.quote != 0 && a.quote == l.quote)
	if back == 0 {
		r.pair(a, l, v)
	}
	if p := a.phrase; p != nil {
		r.match(a, p, f, v)
	}
}

// pair sets how a mention and a candidate stand in one sentence.
func (r *reading) pair(a *anaphor, l *mention, v *coref.Values) {
	if l.first >= a.end {
		v[coref.Tokens] = -float32(min(l.first-a.first, 50))
	} else {
		v[coref.Tokens] = float32(min(max(a.first-l.end, 0), 50))
		v[coref.Between] = r.between(l.end, a.first)
	}
	v[coref.SameClause] = truth(a.clause.verb == l.clause.verb)
	v[coref.Coargument] = truth(r.words[a.head].head == r.words[l.head].head && a.clause.slot != possessorSlot)
	v[coref.Over] = float32(1 + r.above(l.clause.verb, a.clause.verb))
	if v[coref.Over] == 2 && l.clause.slotV == subjectSlot {
		v[coref.SubjectOver] = 1
		if lexicon.ReportingVerbs.Has(r.form(int(l.clause.verb))) {
			v[coref.SubjectOver] = 2
		}
	}
	v[coref.Under] = float32(1 + r.above(a.clause.verb, l.clause.verb))
	v[coref.Within] = truth(l.head != a.head && r.holds(l.head, a.head))
	v[coref.Holds] = truth(l.head != a.head && r.holds(a.head, l.head))
}

// controlled is what speaks for the person behind a preposition as the object of
// an infinitive in the same sentence, which the subject before both acts out:
// "used its influence with Mr Hale to persuade him". Too few such sentences are
// in the data to learn it.
const controlled = 2

func (r *reading) controls(a *anaphor, l *mention) bool {
	return a.kind == coref.HeShe && a.case_ == 1 && a.first >= 2 && r.form(a.first-2) == "to" &&
		(l.clause.slot == obliqueSlot || l.clause.slot == nominalSlot) && r.words[a.head].rel == objectRelation
}

// between tells what stands between two mentions of one sentence.
func (r *reading) between(first, end int) float32 {
	verbs, comma, conjunction := 0, false, false
	for i := first; i < end && i < first+40; i++ {
		switch r.words[i].tag {
		case verbTag:
			verbs++
		case conjunctionTag, subordinatorTag:
			conjunction = true
		case punctuationTag:
			comma = true
		}
	}
	switch {
	case verbs > 1:
		return 2
	case conjunction:
		return 3
	case comma:
		return 4
	case verbs == 1:
		return 1
	}
	return 0
}

// match sets how a noun phrase fits a candidate.
func (r *reading) match(a *anaphor, p *phrase, f *referent, v *coref.Values) {
	v[coref.Fit] = p.types.fit(f.types)
	v[coref.NounMatch] = f.called(p.noun)
	if v[coref.NounMatch] == 0 && r.namedBy(f, p.noun) > 0 {
		v[coref.NounMatch] = 2
	}
	for _, w := range f.wholes {
		if w == p.whole {
			v[coref.WholeMatch] = 1
		}
	}
	if p.gender != 0 && f.gender == p.gender {
		v[coref.Gender] = 3
	}
	if x := r.possessorOf(p); x != 0 && f.possessor != 0 {
		v[coref.Possessor] = -1
		if x == f.possessor {
			v[coref.Possessor] = 1
		}
	}
	if f.group < 0 {
		return
	}
	if a.holder == f.group {
		v[coref.Holder] = a.holds
	}
	if p.kind != "" {
		g := &r.groups[f.group]
		if k := r.kindOf(g); k == p.kind {
			v[coref.KindFit] = 1
		} else if k != "" {
			v[coref.KindFit] = -1
		}
	}
	n := p.inside
	if p.nation != nil {
		n = p.nation
	}
	if n != nil {
		if c, d := r.groups[n.entity].country, r.groups[f.group].country; c != "" && d != "" {
			v[coref.Country] = -1
			if c == d {
				v[coref.Country] = 1
			}
		}
	}
}

// rank sets how the candidates stand against each other.
func (r *reading) rank(a *anaphor) {
	c := r.memory.candidates
	for i := 1; i < len(c); i++ {
		v := &c[i].Values
		v[coref.Rivals] = float32(len(c) - 1)
		for j := 1; j < len(c); j++ {
			w := &c[j].Values
			if w[coref.Count] > v[coref.Count] {
				v[coref.CountRank]++
			}
			if w[coref.Total] > v[coref.Total] {
				v[coref.TotalRank]++
			}
			if a.kind != coref.Nominal || j == i || w[coref.Fit] < v[coref.Fit] {
				continue
			}
			if j < i {
				v[coref.FitRank]++
			}
			if w[coref.Count] > v[coref.Count] {
				v[coref.FitMost]++
			}
		}
	}
}

// ahead adds the persons named behind a pronoun in its sentence: "When he came,
// Hale …".
func (r *reading) ahead(s *ner.Sentence, a *anaphor, base coref.Values) {
	n := 0
	for i := a.end; i < s.End && n < 2 && i < a.end+40; i++ {
		x := r.nameOf(i)
		if x == nil || x.first != i {
			continue
		}
		g := &r.groups[x.entity]
		if g.typ != Person || g.gender != 0 && g.gender != a.gender {
			continue
		}
		n++
		if k := r.memory.of[x.entity]; k >= 0 && a.sentence-r.memory.all[k].last.sentence <= pronounWindow && lastIndex(r.memory.chosen, k) >= 0 {
			continue
		}
		k := r.referentOf(x.entity)
		f := r.memory.all[k]
		f.last = r.place(s, a.sentence, x.first, x.end, r.headOf(x), fullForm, 0, a.quote)
		v := base
		r.weigh(s, a, k, &f, &v)
		v[coref.Distance] = -1
		v[coref.Recency] = float32(n)
		r.memory.add(v, k)
	}
}

// leadSentences is in how many sentences at the start of a story a phrase may mean
// who is named only behind them: "Ohio doctor agrees to pay".
const leadSentences = 4

// aheadInStory adds those whom the story names most, if it has not named them
// yet.
func (r *reading) aheadInStory(s *ner.Sentence, a *anaphor, base coref.Values) {
	n := 0
	for _, g := range r.foremost {
		if r.memory.of[g] >= 0 && r.memory.all[r.memory.of[g]].count > 0 || n == 3 {
			continue
		}
		k := r.referentOf(g)
		f := &r.memory.all[k]
		f.last.sentence = a.sentence
		if !r.may(a, f) {
			continue
		}
		v := base
		g := &r.groups[g]
		f.last.sentence = -1
		r.weigh(s, a, k, f, &v)
		v[coref.Distance] = -float32(min(r.names[max(g.firstName, 0)].sentence-a.sentence, 20))
		v[coref.Recency] = float32(n)
		n++
		r.memory.add(v, k)
	}
}

// namedBehind reports whether an entity is named behind a mention in its sentence.
func (r *reading) namedBehind(s *ner.Sentence, a *anaphor, g int32) bool {
	for k := r.nextName; k < len(r.names) && r.names[k].end <= s.End && k < r.nextName+8; k++ {
		if n := &r.names[k]; n.entity == g && n.first >= a.end {
			return true
		}
	}
	return false
}

// kindOf is the kind of a place or organization.
func (r *reading) kindOf(g *group) string {
	f := &r.forms[g.root]
	if f.kind == nil {
		var k string
		switch g.typ {
		case Place:
			k = coref.KindOfPlace(lookupText(f))
		case Org:
			k = coref.KindOfOrg(lookupText(f))
		}
		f.kind = &k
	}
	return *f.kind
}

// possessorOf is the referent, from 1, whose something is by a phrase: "his wife".
func (r *reading) possessorOf(p *phrase) int32 {
	if p.determiner != possessive {
		return 0
	}
	for k := p.head - 1; k >= p.first; k-- {
		if w := &r.words[k]; w.head == int32(p.head) && w.rel == possessiveRelation {
			return r.refAt[k]
		}
	}
	return 0
}

// placesOf are the bytes at which a referent was mentioned so far.
func (r *reading) placesOf(x int32) (out [][2]int) {
	if x < 0 {
		return nil
	}
	f := &r.memory.all[x]
	list := f.mentions
	if f.group >= 0 {
		list = r.groups[f.group].others
		for i := range r.names {
			if n := &r.names[i]; n.entity == f.group {
				out = append(out, [2]int{n.Start, n.End})
			}
		}
	}
	for _, m := range list {
		out = append(out, [2]int{m.Start, m.End})
	}
	return out
}
