package quote

import (
	"slices"
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/seed05c9d22b/newstext/article"
	"github.com/seed05c9d22b/newstext/entity"
	"github.com/seed05c9d22b/newstext/internal/attribution"
	"github.com/seed05c9d22b/newstext/internal/enum"
	"github.com/seed05c9d22b/newstext/internal/lexicon"
)

// Use says what quotation marks are for where they report no speech.
type Use uint8

// The uses of quotation marks beside speech.
const (
	Scare    Use = iota // the writer does not vouch for the words, or takes them from others: the "reform"
	Term                // words spoken of as words, or what something is called: the term "reform"
	Nickname            // Ida "Dot" Moss
	Title               // a work, programme or publication: the film "Harbour Lights"
	Motto               // a slogan, the words of a sign
)

var useNames = enum.Names{Of: "use of quotation marks", Names: []string{"scare", "term", "nickname", "title", "motto"}}

// String returns the use's name in JSON, such as "nickname".
func (u Use) String() string { return useNames.Name(uint8(u)) }

// MarshalText implements [encoding.TextMarshaler].
func (u Use) MarshalText() ([]byte, error) { return useNames.Marshal(uint8(u)) }

// UnmarshalText implements [encoding.TextUnmarshaler].
func (u *Use) UnmarshalText(b []byte) error {
	i, err := useNames.Unmarshal(b)
	*u = Use(i)
	return err
}

// Marked is a stretch of text in quotation marks, without these, that reports no
// speech.
type Marked struct {
	article.Span
	Use Use `json:"use"`
}

// Marked returns what stands in quotation marks and is not said by anybody: scare
// quotes, terms, nicknames, titles and mottos, in order of the text. What is part
// of the content of a quote is left out, but for nicknames, titles and mottos.
// Whole sentences that no quote claims are left out, too: they are speech whose
// speaker was not found.
func (l List) Marked(a *article.Article, entities entity.List) []Marked {
	segments := attribution.Pair(a)
	if len(segments) == 0 {
		return nil
	}
	r := newMarkReader(a, entities, l)
	var out []Marked
	for i, g := range segments {
		if !g.Closed() {
			continue
		}
		m := Marked{Span: r.trim(article.Span{Start: g.Start, End: g.End})}
		said := r.claimed(m.Span, g.Parent >= 0)
		if m.Len() == 0 || said == whole {
			continue
		}
		var ok bool
		if m.Use, ok = r.alike(out, segments, i); !ok {
			m.Use, ok = r.use(g, m.Span)
		}
		if ok && (said == nothing || m.Use == Nickname || m.Use == Title || m.Use == Motto) {
			out = append(out, m)
		}
	}
	return out
}

// claim is how much of a stretch in marks is the content of quotes.
type claim uint8

const (
	nothing claim = iota
	part          // the content goes beyond the marks
	whole         // what is said stands within the marks
)

// markReader reads what stands around marks.
type markReader struct {
	a        *article.Article
	names    entity.Index
	entities entity.List
	said     []article.Span // the content of all quotes, in order
	reach    []int          // for each of them: how far those before it reach
}

func newMarkReader(a *article.Article, entities entity.List, quotes List) *markReader {
	r := &markReader{a: a, names: entities.Index(), entities: entities}
	for _, q := range quotes {
		r.said = append(r.said, q.Content...)
	}
	slices.SortFunc(r.said, article.Span.Compare)
	r.reach = make([]int, len(r.said)+1)
	for i, s := range r.said {
		r.reach[i+1] = max(r.reach[i], s.End)
	}
	return r
}

// trim leaves out blanks around the words, and the comma or full stop that stands
// within the closing mark but belongs to the sentence around.
func (r *markReader) trim(s article.Span) article.Span {
	w := s.In(r.a.Text())
	left := strings.TrimLeftFunc(w, unicode.IsSpace)
	s.Start += len(w) - len(left)
	w = strings.TrimRightFunc(left, func(c rune) bool { return unicode.IsSpace(c) || c == ',' || c == ';' || c == ':' })
	if short, ok := strings.CutSuffix(w, "."); ok && !strings.Contains(short, ".") {
		w = short
	}
	s.End = s.Start + len(w)
	return s
}

// claimed tells how much of a stretch is said; nested is one within other marks,
// where it says nothing that the words around are said.
func (r *markReader) claimed(s article.Span, nested bool) claim {
	first := sort.Search(len(r.said), func(i int) bool { return r.said[i].Start >= s.Start })
	c := nothing
	if end := r.reach[first]; end > s.Start && (!nested || end < s.End) {
		c = part
	}
	for _, x := range r.said[first:] {
		if x.Start >= s.End {
			break
		}
		if x.End <= s.End+1 {
			return whole
		}
		if x.Start > s.Start || !nested {
			c = part
		}
	}
	return c
}

// alike returns the use of the marks before, where these go on with them: the
// "new" and "improved" plan.
func (r *markReader) alike(before []Marked, segments attribution.Segments, i int) (Use, bool) {
	if len(before) == 0 || i == 0 {
		return 0, false
	}
	last, g := before[len(before)-1], segments[i-1]
	if last.Start < g.Start || last.End > g.End || g.Close > segments[i].Open || last.Use == Nickname {
		return 0, false
	}
	between := r.a.Text()[g.Close:segments[i].Open]
	switch strings.Trim(between, " ,") {
	case "":
		return last.Use, strings.Contains(between, ",") || last.End < g.End // the comma stands before or behind the mark
	case "and", "or", "and the", "and a":
		return last.Use, true
	}
	return 0, false
}

// use tells what marks are used for, by the words around and in them.
func (r *markReader) use(g attribution.Segment, s article.Span) (Use, bool) {
	if r.nickname(g, s) {
		return Nickname, true
	}
	first, end := r.a.TokenRange(s)
	if first == end {
		return 0, false
	}
	cased := r.titleCase(first, end)
	lead, known := r.behind(g)
	if !known {
		lead, known = r.lead(first, cased)
	}
	switch {
	case known && (lead == Motto || lead == Nickname):
		return lead, true
	case cased > 0 && r.isWork(s), known && lead == Title && (cased > 0 || r.upper(first)):
		return Title, true
	case known && lead == Term:
		return Term, true
	case r.sentence(first, end):
		return 0, false
	case r.follows(first, "("):
		return Term, true
	case cased == 0 || r.a.Token(first).Sentence().Block().Kind() == article.Headline:
		return Scare, true // in headlines capitals tell nothing
	case cased > 1 && !r.follows(first, "the", "a", "an") || r.follows(first, "on", "in"):
		return Title, true
	}
	return Term, true
}

// nickname reports whether the marks stand within the name of a person: Ida "Dot"
// Moss.
func (r *markReader) nickname(g attribution.Segment, s article.Span) bool {
	for _, m := range r.names.In(article.Span{Start: g.Open, End: g.Close}) {
		if m.Kind == entity.Name && r.entities[m.Entity].Type == entity.Person && m.Start < g.Open && m.End > g.Close {
			return true
		}
	}
	if strings.Count(s.In(r.a.Text()), " ") > 2 || g.Open == 0 {
		return false
	}
	before, ok := r.person(g.Open - 2)
	if !ok || before.End < g.Open-1 {
		return false
	}
	after, ok := r.person(g.Close + 1)
	return ok && after.Start <= g.Close+1
}

// person returns the name of a person that holds an offset.
func (r *markReader) person(offset int) (article.Span, bool) {
	m, ok := r.names.At(offset)
	return m.Span, ok && m.Kind == entity.Name && r.entities[m.Entity].Type == entity.Person
}

// isWork reports whether the marks hold the name of a work, an event or an
// organization, such as a newspaper, and nothing else.
func (r *markReader) isWork(s article.Span) bool {
	for _, m := range r.names.In(s) {
		if m.Kind != entity.Name || m.Start > s.Start || m.End < s.End {
			continue
		}
		switch r.entities[m.Entity].Type {
		case entity.Work, entity.Event, entity.Org:
			return true
		}
	}
	return false
}

// leadWords is how many words are passed over between marks and the word that says
// what they hold.
const leadWords = 5

// lead looks up the word before marks that says what they hold, passing over what
// may stand between: the slogan is "…", referred to as the "…". What a person is
// called with capitals is a nickname: called Stone "Slick Ida".
func (r *markReader) lead(first, cased int) (Use, bool) {
	from, _ := r.a.Token(first).Sentence().TokenRange()
	person := false
	for i := first - 1; i >= from && first-i <= leadWords; i-- {
		t := r.a.Token(i)
		tag, lemma := t.Tag(), t.Lemma()
		if u, ok := useOf(lemma); ok && tag != article.PROPN && (tag == article.VERB || !person) {
			if person && u == Term && cased > 0 {
				u = Nickname
			}
			return u, true
		}
		switch tag {
		case article.DET, article.PRON, article.AUX, article.ADV, article.PUNCT, article.ADP:
		case article.PROPN:
			if _, person = r.person(t.Span().Start); !person {
				return 0, false
			}
		case article.SCONJ, article.PART:
			if lemma != "as" && lemma != "to" {
				return 0, false
			}
		case article.VERB:
			if lemma != "read" && lemma != "say" && lemma != "proclaim" {
				return 0, false
			}
		default:
			return 0, false
		}
	}
	return 0, false
}

// behind looks up the noun behind marks that says what they hold: a "No Entry" sign.
func (r *markReader) behind(g attribution.Segment) (Use, bool) {
	t, ok := r.a.TokenAt(g.Close + 1)
	if !ok || t.Tag() != article.NOUN {
		return 0, false
	}
	return useOf(t.Lemma())
}

// useOf looks up what the words are that a word stands beside.
func useOf(lemma string) (u Use, ok bool) {
	e, ok := lexicon.MarkedWords.Lookup(lemma)
	if ok {
		ok = u.UnmarshalText([]byte(e.Field(lexicon.MarkedWordsKind))) == nil
	}
	return u, ok
}

// titleCase returns how many words are written as in a title, 0 if one is not:
// small letters are for short words within.
func (r *markReader) titleCase(first, end int) int {
	n, shouted, last := 0, 0, false
	for i := first; i < end; i++ {
		w := r.a.Token(i).Text()
		c, _ := utf8.DecodeRuneInString(w)
		switch {
		case unicode.IsUpper(c), unicode.IsDigit(c) && n > 0:
			n++
			last = true
			if len(w) > 1 && strings.ToUpper(w) == w {
				shouted++
			}
		case !unicode.IsLetter(c):
		case n == 0 || len(w) > 4:
			return 0
		default:
			last = false
		}
	}
	if !last || n > 1 && shouted == n {
		return 0
	}
	return n
}

// upper reports whether a word begins with a capital letter.
func (r *markReader) upper(i int) bool {
	c, _ := utf8.DecodeRuneInString(r.a.Token(i).Text())
	return unicode.IsUpper(c)
}

// sentence reports whether the marks hold a sentence.
func (r *markReader) sentence(first, end int) bool {
	if !r.upper(first) || end-first < 4 {
		return false
	}
	for i := first; i < end; i++ {
		switch r.a.Token(i).Penn() {
		case "VBD", "VBZ", "VBP", "MD":
			return true
		}
	}
	return false
}

// follows reports whether one of some words stands before the marks.
func (r *markReader) follows(first int, words ...string) bool {
	return first > 1 && slices.ContainsFunc(words, func(w string) bool { return strings.EqualFold(w, r.a.Token(first-2).Text()) })
}
