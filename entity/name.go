package entity

import (
	"strings"

	"github.com/seed05c9d22b/newstext/article"
	"github.com/seed05c9d22b/newstext/internal/lexicon"
	"github.com/seed05c9d22b/newstext/internal/ner"
)

// form is a name as it is written: all mentions with the same words and type.
type form struct {
	text  string   // as first written
	words []string // in normal form, without the leading "the"
	typ   Type
	first int // index of the first mention in reading.names
	count int
	key   int64 // what the word lists know it as; 0 if nothing
	next  int32 // other form with the same hash, for look-ups
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
	doc      ner.Doc
	found    []ner.Name
	names    []name
	forms    []form
	byHash   map[uint64]int32 // hash of type and words to the first form
	parent   []int32          // union-find over forms
	nameAt   []int32          // by token: index of the name there + 1
	entities []person
	home     string // the country of the story
}

// person is what the text says about the one an entity stands for, whatever its
// type.
type person struct {
	gender  byte // 'm', 'f' or 0
	country string
	roles   []Role
	lastAt  int // token of the last mention, while the text is read from left to right
}

// collect turns found names into mentions and forms.
func (r *reading) collect() {
	d := &r.doc
	r.names, r.forms = r.names[:0], r.forms[:0]
	clear(r.byHash)
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
	d := &r.doc
	h := lexicon.Hash(0)
	for i := n.first; i < n.end; i++ {
		h = h.Add(d.Tokens[i].Form)
		if i+1 < n.end && d.Tokens[i+1].Spaced {
			h = h.Add(" ")
		}
	}
	key := uint64(h)<<8 | uint64(t)
	for f, ok := r.byHash[key]; ok && f >= 0; f = r.forms[f].next {
		if r.sameForm(&r.forms[f], n) {
			r.forms[f].count++
			return f
		}
	}
	text := r.written(n)
	f := form{text: text, words: nameWords(text), typ: t, first: len(r.names), count: 1, next: -1}
	if old, ok := r.byHash[key]; ok {
		f.next = old
	}
	r.byHash[key] = int32(len(r.forms))
	r.forms = append(r.forms, f)
	return int32(len(r.forms) - 1)
}

// sameForm guards against equal hashes of different names.
func (r *reading) sameForm(f *form, n *name) bool {
	return len(f.text) == n.End-n.Start || f.text == r.written(n) || len(f.text) < 256
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
	if b < a {
		a, b = b, a
	}
	r.parent[b] = a
}
