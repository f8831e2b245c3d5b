package entity

import (
	"cmp"
	"slices"
	"strings"

	"github.com/seed05c9d22b/newstext/article"
	"github.com/seed05c9d22b/newstext/internal/lexicon"
	"github.com/seed05c9d22b/newstext/internal/ner"
	"github.com/seed05c9d22b/newstext/internal/roles"
)

// proposal is words that may give a role of an entity.
type proposal struct {
	group            int32
	sentence         int
	first, head, end int // tokens
	name             int // index of the name that it stands with, or -1
	source, variant  uint8
	ahead            float32 // how far the entity is the likeliest that the words mean
	determiner       determiner
	quoted           bool
	verb             uint8
	denied           bool
	values           roles.Values
	score            float32
}

// Ways in which a proposal differs from what was found, added up.
const (
	withoutPossessor = 1
	withoutBehind    = 2
	partOfSeries     = 4
	firstPhrase      = 8
)

// maxProposals is how many words are looked at for one entity.
const maxProposals = 256

// propose proposes words as a role, and parts of them.
func (r *reading) propose(p proposal) {
	p.first = r.behindArticles(p.first, p.end)
	if p.first >= p.end || r.groups[p.group].proposed >= maxProposals {
		return
	}
	p.head = r.headIn(p.first, p.end, r.groups[p.group].typ)
	r.proposeParts(p)
	// a series: "wife and co-host"
	from := p.first
	for i := p.first + 1; i < p.end && i <= p.head+8; i++ {
		if f := r.form(i); (f == "and" || f == ",") && r.nameOf(i) == nil {
			r.proposePart(p, from, i)
			from = i + 1
		}
	}
	if from > p.first {
		r.proposePart(p, from, p.end)
	}
}

func (r *reading) proposePart(p proposal, first, end int) {
	first = r.behindArticles(first, end)
	if first >= end {
		return
	}
	p.first, p.end = first, end
	p.head = r.headIn(first, end, r.groups[p.group].typ)
	p.variant |= partOfSeries
	r.proposeParts(p)
}

// proposeParts proposes words as they are, without the possessor and without what
// hangs on their noun.
func (r *reading) proposeParts(p proposal) {
	r.proposeOne(p)
	starts := []int{p.first}
	for i := p.head - 1; i > p.first; i-- {
		if genitive(r.form(i)) {
			q := p
			q.first, q.variant = i+1, p.variant|withoutPossessor
			r.proposeOne(q)
			starts = append(starts, i+1)
			break
		}
	}
	if p.end <= p.head+1 {
		return
	}
	cut := 0 // behind the first phrase that hangs on the noun
	for i := p.head + 2; i < p.end && cut == 0; i++ {
		switch r.form(i) {
		case "of", "for", "at", "in", "to", "on", "with", "from", "who", "and", ",", "that", "which":
			cut = i
		}
	}
	for _, first := range starts {
		q := p
		q.first, q.end, q.variant = first, p.head+1, p.variant|withoutBehind
		r.proposeOne(q)
		if cut > p.head+1 {
			q.end, q.variant = cut, p.variant|firstPhrase
			r.proposeOne(q)
		}
	}
}

func (r *reading) proposeOne(p proposal) {
	if p.first >= p.end || p.head < p.first || p.head >= p.end {
		return
	}
	for i := p.first; i < p.end; i++ { // a description names no other person but as possessor
		if n := r.nameOf(i); n != nil && r.groups[n.entity].typ == Person && (n.end >= p.end || !genitive(r.form(n.end))) {
			return
		}
	}
	g := &r.groups[p.group]
	g.proposed++
	if g.proposed > maxProposals {
		return
	}
	r.proposals = append(r.proposals, p)
}

// headIn is the noun of a description: the last noun of a role that does not
// stand behind a preposition, or the word on which the others hang.
func (r *reading) headIn(first, end int, t Type) int {
	head := -1
	for i := first; i < end; i++ {
		if f := r.form(i); i > first && (f == "of" || f == "for" || f == "at" || f == "in" || f == "to" || f == "on" || f == "with" || f == "who" || f == "that") && head >= 0 {
			break
		}
		if _, ok := r.roleNoun(i, t); ok && r.nameOf(i) == nil {
			head = i
		}
	}
	if head >= 0 {
		return head
	}
	for i := first; i < end; i++ {
		if h := int(r.words[i].head); (h < first || h >= end) && r.doc.Tokens[i].Shape != ner.Mark {
			if x := r.words[i].tag; x == nounTag || x == nameTag || x == adjectiveTag {
				head = i
			}
		}
	}
	if head < 0 {
		return end - 1
	}
	return head
}

// chooseRoles decides which proposals are roles.
func (r *reading) chooseRoles() {
	slices.SortFunc(r.proposals, func(a, b proposal) int {
		return cmp.Or(cmp.Compare(a.first, b.first), cmp.Compare(b.end, a.end), cmp.Compare(a.group, b.group), cmp.Compare(a.source, b.source), cmp.Compare(a.variant, b.variant))
	})
	clear(r.roleTexts)
	for i := range r.groups {
		r.groups[i].roles = nil
	}
	r.rankGroups()
	byGroup := make([][]int32, len(r.groups))
	for i := range r.proposals {
		g := r.proposals[i].group
		byGroup[g] = append(byGroup[g], int32(i))
	}
	// Clusters of overlapping proposals for one entity, in order of the text.
	var clusters [][]int32
	for _, list := range byGroup {
		for i := 0; i < len(list); {
			end := r.proposals[list[i]].end
			j := i + 1
			for ; j < len(list) && r.proposals[list[j]].first < end; j++ {
				end = max(end, r.proposals[list[j]].end)
			}
			clusters = append(clusters, list[i:j:j])
			i = j
		}
	}
	slices.SortFunc(clusters, func(a, b []int32) int { return int(a[0] - b[0]) })
	for _, c := range clusters {
		r.chooseOf(c)
	}
}

// rankGroups counts for each entity the entities of its type that are named more
// often.
func (r *reading) rankGroups() {
	var counts [Work + 1][64]int // by type, and names capped
	for i := range r.groups {
		g := &r.groups[i]
		counts[g.typ][min(g.names, 63)]++
	}
	for i := range r.groups {
		g := &r.groups[i]
		for n := min(g.names, 63) + 1; n < 64; n++ {
			g.rank += counts[g.typ][n]
		}
	}
}

// roleFloor is the log-odds above which a proposal is a role.
const roleFloor = -0.7

// chooseOf decides on proposals for one entity that overlap each other.
func (r *reading) chooseOf(cluster []int32) {
	list := r.cluster[:0]
	for _, i := range cluster {
		p := &r.proposals[i]
		if n := len(list); n > 0 && list[n-1].first == p.first && list[n-1].end == p.end {
			list[n-1].ahead = max(list[n-1].ahead, p.ahead)
			continue // the first source counts
		}
		list = append(list, *p)
	}
	r.cluster = list
	g := &r.groups[list[0].group]
	for i := range list {
		r.describeRole(g, &list[i])
	}
	if roles.Watch != nil {
		var names [][2]int
		for i := range r.names {
			if n := &r.names[i]; n.entity == list[0].group {
				names = append(names, [2]int{n.Start, n.End})
			}
		}
		shown := make([]roles.Proposal, len(list))
		for i, p := range list {
			s := r.span(p.first, p.end)
			shown[i] = roles.Proposal{Start: s.Start, End: s.End, Values: p.values}
		}
		for i, x := range roles.Watch(names, shown) {
			list[i].score = x
		}
	} else {
		for i := range list {
			list[i].score = roles.Score(&list[i].values)
		}
	}
	slices.SortStableFunc(list, func(a, b proposal) int { return cmp.Compare(b.score, a.score) })
	for i := range list {
		p := &list[i]
		if p.score <= roleFloor || len(g.roles) >= maxRoles {
			break
		}
		s := r.span(p.first, p.end)
		if slices.ContainsFunc(g.roles, func(x Role) bool { return x.Overlaps(s) }) {
			continue
		}
		role, by := r.roleOf(g, p, s)
		g.roles = append(g.roles, role)
		switch { // phrases that stand alone may mean somebody else
		case p.source == roles.Nominal || role.Of == "":
		case by == Org:
			g.saidByOrg = cmp.Or(g.saidByOrg, role.Of)
		default:
			g.saidByNation = cmp.Or(g.saidByNation, role.Of)
		}
		g.heads = append(g.heads, hashOfNoun(r.form(p.head)))
		r.roleTexts[strings.ToLower(s.In(r.doc.Text))] = p.group
	}
	for i := range list {
		g.texts = append(g.texts, r.hashOf(list[i].first, list[i].end))
	}
	slices.SortFunc(g.roles, func(a, b Role) int { return a.Compare(b.Span) })
}

// roleOf makes the role of a proposal; by is the type of the name that its country
// comes from.
func (r *reading) roleOf(g *group, p *proposal, s article.Span) (role Role, by Type) {
	role.Span = s
	for i := p.first; i < p.end; i++ {
		if n := r.nameOf(i); n != nil && role.Of == "" {
			role.Of, by = r.groups[n.entity].country, r.groups[n.entity].typ
		}
		role.Former = role.Former || former(r.form(i))
	}
	role.Head = strings.ToLower(r.form(p.head))
	if e, ok := r.roleNoun(p.head, g.typ); ok {
		role.Head = e.Field(lexicon.RoleNounsNoun)
	}
	return role, by
}

func former(w string) bool {
	switch strings.ToLower(w) {
	case "former", "ex", "late", "then", "onetime", "ousted", "deposed", "retired":
		return true
	}
	return false
}

// describeRole sets what describes a proposal.
func (r *reading) describeRole(g *group, p *proposal) {
	v := &p.values
	*v = roles.Values{}
	s := &r.doc.Sentences[p.sentence]
	v[roles.Source], v[roles.Entity], v[roles.Variant] = float32(p.source), float32(g.typ), float32(p.variant)
	v[roles.Words] = float32(min(p.end-p.first, 16))
	if e, ok := lexicon.RoleNouns.Lookup(r.form(p.head)); ok {
		v[roles.HeadListed] = 2
		if e.Field(lexicon.RoleNounsEntity) == g.typ.String() {
			v[roles.HeadListed] = 1
		}
		v[roles.HeadPlural] = truth(e.Via() != 0)
	}
	penn := r.source[p.head].Penn()
	if penn == "NNS" || penn == "NNPS" {
		v[roles.HeadPlural] = 1
	}
	t, _, _ := nounTypes(r.form(p.head), r.lemma(p.head))
	v[roles.HeadRate] = t.fit(typesOf(g.typ))
	v[roles.HeadCapital] = truth(r.doc.Tokens[p.head].Shape.Capital())
	v[roles.HeadTag], v[roles.HeadRelation] = float32(r.words[p.head].tag), float32(r.words[p.head].rel)
	v[roles.Behind] = float32(min(p.end-p.head-1, 12))
	if p.head+1 < p.end {
		switch r.form(p.head + 1) {
		case "of":
			v[roles.Preposition] = 1
		case "for":
			v[roles.Preposition] = 2
		case "at":
			v[roles.Preposition] = 3
		case "in":
			v[roles.Preposition] = 4
		case "to":
			v[roles.Preposition] = 5
		default:
			v[roles.Preposition] = 6
		}
	}
	capitals, unknown := 0, 0
	for i := p.first; i < p.end; i++ {
		f := r.form(i)
		t := &r.doc.Tokens[i]
		if t.Shape.Capital() {
			capitals++
		}
		if n := r.nameOf(i); n != nil {
			x := &r.groups[n.entity]
			v[roles.Name] = max(v[roles.Name], 1+truth(x.typ == Person))
			if x.country != "" && v[roles.CountryInside] == 0 {
				v[roles.CountryInside] = 2
				if g.country == x.country {
					v[roles.CountryInside] = 1
				}
			}
			continue
		}
		switch {
		case genitive(f):
			v[roles.Possessor] = 1
		case f == "and" || f == ",":
			v[roles.Series] = 1
		case former(f):
			v[roles.Former] = 1
		case t.Shape == ner.Number || r.words[i].tag == numeralTag:
			v[roles.Number] = 1
		case t.Shape == ner.Lower:
			if !lexicon.RoleWords.Has(f) && !lexicon.RoleNouns.Has(f) && r.words[i].tag != adpositionTag {
				unknown++
			}
			if r.words[i].tag == adverbTag || r.words[i].tag == verbTag {
				v[roles.Adverb] = 1
			}
		}
	}
	v[roles.Capitals], v[roles.Unknown] = float32(min(capitals, 10)), float32(min(unknown, 6))
	v[roles.Before], v[roles.After] = r.neighbour(s, p.first-1), r.neighbour(s, p.end)
	v[roles.Opening] = truth(p.first == s.First)
	v[roles.Heading] = truth(s.Kind != article.Paragraph)
	v[roles.Sentence] = float32(min(p.sentence, 20))
	v[roles.Quoted] = truth(p.quoted)
	v[roles.EntityNames] = float32(min(g.names, 20))
	if p.name >= 0 {
		n := &r.names[p.name]
		v[roles.NameWords] = float32(min(n.end-n.first, 6))
		v[roles.FirstName] = truth(int32(p.name) == g.firstName)
		v[roles.Distance] = float32(min(max(n.first-p.end, p.first-n.end, 0), 20))
	}
	v[roles.Accepted] = float32(min(len(g.roles), 8))
	span := r.span(p.first, p.end)
	text := strings.ToLower(span.In(r.doc.Text))
	for _, x := range g.roles {
		old := strings.ToLower(x.In(r.doc.Text))
		switch {
		case x.In(r.doc.Text) == span.In(r.doc.Text):
			v[roles.SameText] = 1
		case old == text:
			v[roles.SameText] = max(v[roles.SameText], .5)
		case strings.Contains(old, text):
			v[roles.InEarlier] = 1
		case strings.Contains(text, old):
			v[roles.HoldsEarlier] = 1
		}
	}
	if v[roles.SameText] == 0 && slices.Contains(g.texts, r.hashOf(p.first, p.end)) {
		v[roles.SameText] = 2
	}
	v[roles.SameHead] = truth(slices.Contains(g.heads, hashOfNoun(r.form(p.head))))
	if o, ok := r.roleTexts[text]; ok && o != p.group {
		v[roles.OtherHas] = 1
	}
	v[roles.EntityRank] = float32(min(g.rank, 8))
	if g.firstName >= 0 {
		v[roles.FirstBehind] = float32(max(-20, min(r.names[g.firstName].sentence-p.sentence, 20)))
	}
	v[roles.Determiner] = float32(p.determiner)
	v[roles.Ahead], v[roles.VerbOf], v[roles.Denied] = p.ahead, float32(p.verb), truth(p.denied)
}

// neighbour tells what stands at a token beside a proposal.
func (r *reading) neighbour(s *ner.Sentence, i int) float32 {
	if i < s.First || i >= s.End {
		return roles.Nothing
	}
	switch f := strings.ToLower(r.form(i)); f {
	case "the":
		return roles.Definite
	case "a", "an":
		return roles.Indefinite
	case "his", "her", "its", "their", "our", "my", "'s", "’s", "'", "’":
		return roles.Possessive
	case ",":
		return roles.Comma
	case ".", ";", ":", "!", "?":
		return roles.Stop
	case "(", ")", "[", "]", "—", "–", "-":
		return roles.Bracket
	case "\"", "“", "”", "‘":
		return roles.Quote
	}
	if r.nameOf(i) != nil {
		return roles.NameNext
	}
	switch r.words[i].tag {
	case nounTag, nameTag, adjectiveTag, numeralTag:
		return roles.Noun
	case verbTag, auxiliaryTag:
		return roles.Verb
	case adpositionTag, subordinatorTag, particleTag:
		return roles.Prepositional
	case conjunctionTag:
		return roles.Conjunction
	}
	return roles.Other
}
