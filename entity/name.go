package entity

import (
	"strings"

	"github.com/seed05c9d22b/newstext/article"
	"github.com/seed05c9d22b/newstext/internal/lexicon"
	"github.com/seed05c9d22b/newstext/internal/ner"
)

// form is a name as it is written: all mentions with the same words and type.
type form struct {
	text    string   // as first written
	words   []string // in normal form, without the leading "the"
	typ     Type
	first   int // index of the first mention in reading.names
	count   int
	key     int64   // what the word lists know it as; 0 if nothing
	bearers []int32 // full names of which the text leaves open whose this is
	own     int32   // record of the caller's gazetteer, from 1; 0 if none
	kind    *string // of a place or organization, once asked for
	listed  string  // see lookupText; "" before it was asked for
}

// name is one mention by name.
type name struct {
	article.Span
	first, end int // tokens
	sentence   int // in doc.Sentences
	form       int32
	entity     int32
	metonym    bool // a capital that stands for its government
}

// reading is the state of one extraction. Its buffers are reused.
type reading struct {
	doc       ner.Doc
	own       *Gazetteer // the caller's
	found     []ner.Name
	names     []name
	forms     []form
	byText    map[formKey]int32
	parent    []int32 // union-find over forms
	nameAt    []int32 // by token: index of the name there + 1
	groups    []group
	home      string // the country of the story
	holders   map[holder]int32
	sole      map[string]int32 // by office: the one person who has it, or -1 if several
	number    []int32          // entity of each form
	memory    memory           // what was spoken of lately
	refAt     []int32          // by token: the referent, from 1, of the phrase whose head it is
	describes []int32          // by token: the entity, from 1, that it describes beside its name
	foremost  []int32          // entities that are named most
	proposals []proposal       // of roles
	cluster   []proposal
	roleTexts map[string]int32 // entity by the words of a role in lower case
	roles     []placedRole     // of persons, those that come
	nextName  int              // the first name behind the token that is read
	words     []word           // by token: its place in the tree
	source    []article.Token  // by token: the token of the article that it is a piece of
	pieces    []int32
}

// group is an entity in the making: the union of some forms.
type group struct {
	root    int32 // form
	typ     Type
	gender  byte    // 'm', 'f' or 0
	female  float32 // how often the given name is a woman's, plus 1; 0 where nobody looked
	country string
	roles   []Role
	offices []office
	others  []Mention // nominals and pronouns
	names   int

	firstName    int32    // index of the first name, or -1
	saidByNation string   // country that the roles beside its names name by nation or place
	saidByOrg    string   // … by an organization
	proposed     int      // proposals of roles
	rank         int      // entities of its type that are named more often
	heads        []uint64 // nouns of the roles
	texts        []uint64 // hashes of what was proposed as role
}

// collect turns found names into mentions and forms.
func (r *reading) collect() {
	d := &r.doc
	r.names, r.forms = r.names[:0], r.forms[:0]
	clear(r.byText)
	if cap(r.nameAt) < len(d.Tokens) {
		r.nameAt = make([]int32, len(d.Tokens))
	}
	r.nameAt = r.nameAt[:len(d.Tokens)]
	clear(r.nameAt)
	si := 0
	for _, f := range r.found {
		for f.First >= d.Sentences[si].End {
			si++
		}
		n := name{first: f.First, end: f.End, sentence: si}
		n.Start, n.End = int(d.Tokens[f.First].Start), int(d.Tokens[f.End-1].End)
		n.form = r.formOf(&n, Type(f.Type))
		r.names = append(r.names, n)
		for i := f.First; i < f.End; i++ {
			r.nameAt[i] = int32(len(r.names))
		}
	}
}

// formOf finds or makes the form of a mention.
func (r *reading) formOf(n *name, t Type) int32 {
	key := formKey{r.written(n), t}
	if f, ok := r.byText[key]; ok {
		r.forms[f].count++
		return f
	}
	f := int32(len(r.forms))
	r.byText[key] = f
	r.forms = append(r.forms, form{text: key.text, words: nameWords(key.text), typ: t, first: len(r.names), count: 1})
	return f
}

type formKey struct {
	text string
	typ  Type
}

// written returns the words of a mention, in headlines as re-cased.
func (r *reading) written(n *name) string {
	d := &r.doc
	if n.end-n.first == 1 {
		return d.Tokens[n.first].Form
	}
	if d.Sentences[n.sentence].Case == ner.Plain {
		return d.Text[n.Start:n.End]
	}
	var b strings.Builder
	for i := n.first; i < n.end; i++ {
		if i > n.first && d.Tokens[i].Spaced {
			b.WriteByte(' ')
		}
		b.WriteString(d.Tokens[i].Form)
	}
	return b.String()
}

// nameWords cuts a name into its words in normal form: "the" at the start and
// marks at the ends do not count.
func nameWords(text string) []string {
	w := strings.Fields(lexicon.Normal(text, false))
	if len(w) > 1 && (w[0] == "the" || w[0] == "The") {
		w = w[1:]
	}
	for i := range w {
		w[i] = strings.Trim(w[i], `,"“”()`)
	}
	return w
}

// find returns the root of a form in the union of forms.
func (r *reading) find(f int32) int32 {
	for r.parent[f] != f {
		r.parent[f] = r.parent[r.parent[f]]
		f = r.parent[f]
	}
	return f
}

// join makes two forms one entity. The earlier form is the root.
func (r *reading) join(a, b int32) {
	a, b = r.find(a), r.find(b)
	if a == b {
		return
	}
	x, y := &r.forms[a], &r.forms[b]
	if x.own != 0 && y.own != 0 && x.own != y.own {
		return // the caller's gazetteer tells them apart
	}
	if b < a {
		a, b = b, a
		x, y = y, x
	}
	r.parent[b] = a
	x.own = max(x.own, y.own)
}
