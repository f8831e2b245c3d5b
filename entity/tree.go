package entity

import (
	"github.com/seed05c9d22b/newstext/article"
)

// word is the place of a token of the document in the tree of its sentence. Of
// the pieces of one token of the article, the last has its place, and the others
// hang on it.
type word struct {
	head int32 // token of the document, or -1 at a root
	rel  relation
	tag  tag
}

// relation is a relation of Universal Dependencies, as far as it is asked for.
type relation uint8

const (
	otherRelation relation = iota
	rootRelation
	subjectRelation // nsubj, nsubj:pass, csubj
	objectRelation  // obj, iobj
	obliqueRelation
	agentRelation // obl:agent
	nounRelation  // nmod
	possessiveRelation
	conjunctRelation
	appositionRelation
	compoundRelation // compound, flat, fixed
	copulaRelation
	caseRelation
	determinerRelation
	adjectiveRelation
	numeralRelation
	clauseRelation   // acl, advcl, ccomp, csubj
	relativeRelation // acl:relcl
	openRelation     // xcomp
	markRelation
	auxiliaryRelation
	passiveRelation
	expletiveRelation
	adverbRelation
	coordinatorRelation
	punctuationRelation
	parataxisRelation
	vocativeRelation
)

// relations are the relations by their names.
var relations = map[string]relation{
	"root": rootRelation, "nsubj": subjectRelation, "nsubj:pass": subjectRelation, "nsubj:outer": subjectRelation,
	"obj": objectRelation, "iobj": objectRelation, "obl": obliqueRelation, "obl:agent": agentRelation, "obl:unmarked": obliqueRelation,
	"nmod": nounRelation, "nmod:unmarked": nounRelation, "nmod:poss": possessiveRelation, "conj": conjunctRelation, "appos": appositionRelation,
	"compound": compoundRelation, "flat": compoundRelation, "fixed": compoundRelation, "cop": copulaRelation,
	"case": caseRelation, "det": determinerRelation, "det:predet": determinerRelation, "amod": adjectiveRelation, "nummod": numeralRelation,
	"acl": clauseRelation, "advcl": clauseRelation, "advcl:relcl": clauseRelation, "ccomp": clauseRelation, "csubj": clauseRelation,
	"csubj:pass": clauseRelation, "acl:relcl": relativeRelation, "xcomp": openRelation, "mark": markRelation,
	"aux": auxiliaryRelation, "aux:pass": passiveRelation, "expl": expletiveRelation, "advmod": adverbRelation,
	"cc": coordinatorRelation, "cc:preconj": coordinatorRelation, "punct": punctuationRelation, "parataxis": parataxisRelation,
	"vocative": vocativeRelation, "discourse": otherRelation,
}

// tag is a part of speech, as far as it is asked for.
type tag uint8

const (
	otherTag tag = iota
	nounTag
	nameTag
	pronounTag
	determinerTag
	adjectiveTag
	numeralTag
	verbTag
	auxiliaryTag
	adpositionTag
	conjunctionTag
	subordinatorTag
	adverbTag
	punctuationTag
	particleTag
)

var tags = map[article.Tag]tag{
	article.NOUN: nounTag, article.PROPN: nameTag, article.PRON: pronounTag, article.DET: determinerTag, article.ADJ: adjectiveTag,
	article.NUM: numeralTag, article.VERB: verbTag, article.AUX: auxiliaryTag, article.ADP: adpositionTag, article.CCONJ: conjunctionTag,
	article.SCONJ: subordinatorTag, article.ADV: adverbTag, article.PUNCT: punctuationTag, article.PART: particleTag,
}

// findTrees reads the trees of all sentences.
func (r *reading) findTrees() {
	d := &r.doc
	if cap(r.words) < len(d.Tokens) {
		r.words = make([]word, len(d.Tokens))
		r.source = make([]article.Token, len(d.Tokens))
	}
	r.words, r.source = r.words[:len(d.Tokens)], r.source[:len(d.Tokens)]
	for si := range d.Sentences {
		s := &d.Sentences[si]
		first, end := d.Article.Sentence(s.Index).TokenRange()
		if cap(r.pieces) < end-first {
			r.pieces = make([]int32, end-first)
		}
		last := r.pieces[:end-first] // by token of the article: its last piece
		t := first - 1
		for i := s.First; i < s.End; i++ {
			if !d.Tokens[i].Inner {
				t++
			}
			r.source[i] = d.Article.Token(t)
			last[t-first] = int32(i)
		}
		for i := s.First; i < s.End; i++ {
			x := r.source[i]
			if p := last[x.Index()-first]; p != int32(i) {
				r.words[i] = word{p, compoundRelation, tags[x.Tag()]}
				continue
			}
			w := word{head: -1, rel: relations[x.Relation()], tag: tags[x.Tag()]}
			if h, ok := x.Head(); ok {
				w.head = last[h.Index()-first]
			}
			r.words[i] = w
		}
	}
}

// lemma is the lemma of token i in lower case where it has one, of a piece of a
// token the piece.
func (r *reading) lemma(i int) string {
	t := &r.doc.Tokens[i]
	if x := r.source[i].Span(); x.Start == int(t.Start) && x.End == int(t.End) {
		return r.source[i].Lemma()
	}
	return t.Form
}
