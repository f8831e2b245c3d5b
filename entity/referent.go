package entity

import (
	"slices"

	"github.com/seed05c9d22b/newstext/article"
	"github.com/seed05c9d22b/newstext/internal/coref"
	"github.com/seed05c9d22b/newstext/internal/lexicon"
	"github.com/seed05c9d22b/newstext/internal/ner"
)

// referent is somebody or something that the story has spoken of: an entity with
// names, or what is only called by nouns and pronouns.
type referent struct {
	group     int32 // the entity, or -1 without a name
	last      mention
	mentions  []Mention // of one without a name
	count     int
	subjects  int
	subject   int // sentence whose subject it was last, or -1
	first     int // sentence of its first mention
	spoken    int // mentions of all before its last one
	types     types
	gender    byte
	guessed   bool // the gender is that of a pronoun
	plural    uint8
	nouns     [8]uint64 // what it was called; the newest first
	wholes    [4]uint64
	possessor int32 // the referent, from 1, whose it was last said to be
	headline  bool
	unsure    bool // brought up as "a …"
	unnamed   bool
	rival     int32   // of one without a name: the entity that its phrases fit best
	votes     int32   // phrases for that entity, less those for others
	tries     int32   // phrases in all
	behind    float32 // how far the entity was behind the choice of nobody, summed up
}

// Whether one or several are meant.
const (
	oneOrMore uint8 = iota
	one
	several
)

// mention is a mention as it bears on those that follow.
type mention struct {
	sentence   int
	first, end int // tokens
	head       int // token
	place      int // mentions before it in its sentence
	form       uint8
	clause     clause
	quote      int32 // number of the quotation that it stands in, or 0
	headline   bool
}

// How something was mentioned.
const (
	fullForm uint8 = iota
	singleForm
	pronounForm
	nominalForm
)

// Sizes of the memory, which keep the time linear on any text.
const (
	maxRemembered = 72
	maxCandidates = 16
)

// memory keeps what was spoken of lately, the newest at the end.
type memory struct {
	all        []referent
	recent     []int32 // indexes into all
	of         []int32 // by entity: index into all, or -1
	last       int32   // what the pronoun before meant, or -1
	spoken     int     // mentions so far
	nouns      map[uint64]int32
	candidates []coref.Candidate
	chosen     []int32 // the referents of the candidates
}

func (m *memory) reset(groups int) {
	m.all, m.recent, m.last, m.spoken = m.all[:0], m.recent[:0], -1, 0
	m.of = m.of[:0]
	for range groups {
		m.of = append(m.of, -1)
	}
	if m.nouns == nil {
		m.nouns = map[uint64]int32{}
	}
	clear(m.nouns)
}

// mentioned notes a mention of a referent.
func (r *reading) mentioned(x int32, at mention) {
	m := &r.memory
	f := &m.all[x]
	if f.count == 0 {
		f.first = at.sentence
	}
	f.count++
	f.last = at
	f.headline = f.headline || at.headline
	if at.clause.slotV == subjectSlot || at.clause.slot == subjectSlot {
		f.subjects++
		f.subject = at.sentence
	}
	f.spoken = m.spoken
	m.spoken++
	if i := lastIndex(m.recent, x); i >= 0 {
		m.recent = append(m.recent[:i], m.recent[i+1:]...)
	} else if len(m.recent) == maxRemembered {
		m.recent = append(m.recent[:0], m.recent[1:]...)
	}
	m.recent = append(m.recent, x)
}

func lastIndex(s []int32, x int32) int {
	for i := len(s) - 1; i >= 0; i-- {
		if s[i] == x {
			return i
		}
	}
	return -1
}

// referentOf returns the referent of an entity, which it makes when the entity is
// first mentioned.
func (r *reading) referentOf(g int32) int32 {
	m := &r.memory
	if m.of[g] >= 0 {
		return m.of[g]
	}
	x := int32(len(m.all))
	m.of[g] = x
	e := &r.groups[g]
	f := referent{group: g, subject: -1, types: typesOf(e.typ), gender: e.gender, plural: one}
	switch e.typ {
	case Org:
		f.plural = oneOrMore
	case Group:
		f.plural = several
	}
	for _, o := range e.offices {
		f.call(hashOfNoun(o.noun))
	}
	m.all = append(m.all, f)
	return x
}

// newReferent makes a referent without a name.
func (r *reading) newReferent(t types, gender byte, plural uint8) int32 {
	m := &r.memory
	m.all = append(m.all, referent{group: -1, subject: -1, types: t, gender: gender, plural: plural, unnamed: true})
	return int32(len(m.all) - 1)
}

// call notes a noun by which a referent is called.
func (f *referent) call(noun uint64) {
	if f.nouns[0] == noun {
		return
	}
	i := slices.Index(f.nouns[:], noun)
	if i < 0 {
		i = len(f.nouns) - 1
	}
	copy(f.nouns[1:i+1], f.nouns[:i])
	f.nouns[0] = noun
}

func (f *referent) callWhole(whole uint64) {
	if slices.Contains(f.wholes[:], whole) {
		return
	}
	copy(f.wholes[1:], f.wholes[:len(f.wholes)-1])
	f.wholes[0] = whole
}

// place describes the mention at tokens first to end, with the noun at head.
func (r *reading) place(s *ner.Sentence, si, first, end, head int, form uint8, n int, quote int32) mention {
	return mention{
		sentence: si, first: first, end: end, head: head, place: n, form: form, quote: quote,
		clause: r.clauseOf(head), headline: s.Kind == article.Headline || s.Kind == article.Subhead,
	}
}

// headOf is the token of a name on which the others hang.
func (r *reading) headOf(n *name) int {
	for i := n.first; i < n.end; i++ {
		if h := int(r.words[i].head); h < n.first || h >= n.end {
			return i
		}
	}
	return n.first
}

// namedBy reports whether a noun stands in a referent's name, as its last word
// (2) or another (1).
func (r *reading) namedBy(f *referent, noun uint64) int {
	if f.group < 0 {
		return 0
	}
	w := r.forms[r.groups[f.group].root].words
	for i := len(w) - 1; i >= 0 && len(w)-i < 8; i-- {
		if uint64(lexicon.Hash(0).AddFold(w[i])) == noun {
			if i == len(w)-1 {
				return 2
			}
			return 1
		}
	}
	return 0
}

// vote notes which entity a phrase would have meant that was taken for something
// without a name.
func (f *referent) vote(g int32, behind float32) {
	f.tries++
	switch {
	case g < 0:
		return
	case f.votes == 0:
		f.rival, f.votes = g, 1
	case f.rival == g:
		f.votes++
	default:
		f.votes--
	}
	f.behind += behind
}

// Phrases that seemed to mean something without a name mean an entity after all
// where most of them fit it best, and nearly well enough: it takes several to see
// that "the city" is Athens. Set by hand.
const (
	minVotes  = 2
	maxBehind = 1.2
)

// giveNames gives what was spoken of without a name to the entity that it means.
func (r *reading) giveNames() {
	for i := range r.memory.all {
		f := &r.memory.all[i]
		if f.group >= 0 || f.tries < minVotes || 3*f.votes < 2*f.tries || f.behind > maxBehind*float32(f.tries) {
			continue
		}
		g := &r.groups[f.rival]
		if f.types.fit(typesOf(g.typ)) < .6 {
			continue
		}
		g.others = append(g.others, f.mentions...)
		f.mentions = nil
	}
}
