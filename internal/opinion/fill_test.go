package opinion

import (
	"fmt"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/seed05c9d22b/newstext/article"
)

// parsed makes a scene of one sentence from words with their tag, head (from 1)
// and relation: "Lee/PROPN/2/nsubj attacked/VERB/0/root".
func parsed(t *testing.T, tree string) (*Scene, Sentence) {
	t.Helper()
	var text strings.Builder
	type token struct {
		word, tag string
		head      int
		rel       string
	}
	var tokens []token
	for _, f := range strings.Fields(tree) {
		p := strings.Split(f, "/")
		head, err := strconv.Atoi(p[2])
		assert.NoError(t, err)
		tokens = append(tokens, token{p[0], p[1], head, p[3]})
	}
	s := &Scene{}
	d := &dictionary{}
	for i, k := range tokens {
		if i > 0 && k.word != "'s" {
			text.WriteByte(' ')
		}
		start := text.Len()
		text.WriteString(k.word)
		w := Word{Span: article.Span{Start: start, End: text.Len()}, Mention: -1, Quote: -1,
			Tag: tagOf(k.tag), Rel: relationOf(k.rel), Head: int32(k.head - 1), child: -1, sibling: -1}
		w.be(d.infoOf(k.word))
		s.Words = append(s.Words, w)
	}
	x := Sentence{0, len(s.Words), article.Paragraph}
	s.Sentences = []Sentence{x}
	s.under = make([]relationSet, len(s.Words))
	s.mark(x)
	s.link(x)
	s.countMarks()
	return s, x
}

func TestFramesFindTheirFillers(t *testing.T) {
	for _, c := range []struct{ shows, tree, want string }{
		{"subject and object", "Lee/PROPN/2/nsubj criticized/VERB/0/root Ray/PROPN/2/obj", "Lee > Ray -2 criticize"},
		{"passive", "Ray/PROPN/3/nsubj:pass was/AUX/3/aux:pass criticized/VERB/0/root by/ADP/5/case Lee/PROPN/3/obl:agent", "Lee > Ray -2 criticize"},
		{"accuse of", "Lee/PROPN/2/nsubj accused/VERB/0/root Ray/PROPN/2/obj of/SCONJ/5/mark lying/VERB/2/advcl", "Lee > Ray -2 accuse; Lee > lying -2 accuse"},
		{"a shared subject", "Lee/PROPN/2/nsubj met/VERB/0/root Day/PROPN/2/obj and/CCONJ/5/cc attacked/VERB/2/conj Ray/PROPN/5/obj", "Lee > Ray -2 attack"},
		{"two holders", "Lee/PROPN/4/nsubj and/CCONJ/3/cc Day/PROPN/1/conj backed/VERB/0/root Ray/PROPN/4/obj", "Lee > Ray 2 back; Day > Ray 2 back"},
		{"a shifter", "Lee/PROPN/2/nsubj refused/VERB/0/root to/PART/4/mark back/VERB/2/xcomp Ray/PROPN/4/obj", "Lee > Ray -2 back"},
		{"a relative clause with a subject", "a/DET/2/det deal/NOUN/0/root the/DET/4/det Finns/PROPN/6/nsubj long/ADV/6/advmod sought/VERB/2/acl:relcl", "Finns > deal 1 seek"},
		{"the same, labelled as another clause", "a/DET/2/det deal/NOUN/0/root the/DET/4/det Finns/PROPN/6/nsubj long/ADV/6/advmod sought/VERB/2/acl", "Finns > deal 1 seek"},
		{"who does not back is against", "Lee/PROPN/4/nsubj did/AUX/4/aux not/PART/4/advmod back/VERB/0/root Ray/PROPN/4/obj", "Lee > Ray -1 back"},
		{"who", "Lee/PROPN/0/root ,/PUNCT/4/punct who/PRON/4/nsubj opposes/VERB/1/acl:relcl Ray/PROPN/4/obj", "Lee > Ray -2 oppose"},
		{"a participle", "rebels/NOUN/0/root backed/VERB/1/acl by/ADP/5/case the/DET/5/det Finns/PROPN/2/obl", "Finns > rebels 2 back"},
		{"a participle behind two", "villagers/NOUN/0/root and/CCONJ/3/cc rebels/NOUN/1/conj backed/VERB/1/acl by/ADP/7/case the/DET/7/det Finns/PROPN/4/obl", "Finns > rebels 2 back"},
		{"a fronted object is shared", "something/PRON/3/obj Lee/PROPN/3/nsubj sought/VERB/0/root and/CCONJ/6/cc Day/PROPN/6/nsubj resisted/VERB/3/conj", "Lee > something 1 seek; Day > something -2 resist"},
		{"a possessor", "Lee/PROPN/3/nmod:poss 's/PART/1/case attack/NOUN/0/root on/ADP/5/case Ray/PROPN/3/nmod", "Lee > Ray -2 attack"},
		{"a light verb", "Lee/PROPN/2/nsubj launched/VERB/0/root an/DET/4/det attack/NOUN/2/obj on/ADP/6/case Ray/PROPN/4/nmod", "Lee > Ray -2 attack"},
		{"a role", "critics/NOUN/4/nsubj of/ADP/3/case Ray/PROPN/1/nmod left/VERB/0/root", "critics > Ray -2 critic"},
		{"a role of somebody", "Lee/PROPN/7/nsubj ,/PUNCT/4/punct a/DET/4/det critic/NOUN/1/appos of/ADP/6/case Ray/PROPN/4/nmod left/VERB/0/root", "Lee > Ray -2 critic"},
		{"a quality", "Lee/PROPN/3/nsubj is/AUX/3/cop critical/ADJ/0/root of/ADP/5/case Ray/PROPN/3/obl", "Lee > Ray -2 critical of"},
		{"backed by hyphen", "Finnish-backed/ADJ/2/amod rebels/NOUN/0/root", "Finnish-backed > rebels 2 -backed"},
		{"pro by hyphen", "pro-Finnish/ADJ/2/amod rebels/NOUN/0/root", "rebels > pro-Finnish 2 pro-"},
		{"a label", "Lee/PROPN/2/nsubj called/VERB/0/root Ray/PROPN/2/obj a/DET/5/det liar/NOUN/2/xcomp", "Lee > Ray -1 call"},
		{"drawing criticism", "Lee/PROPN/2/nsubj drew/VERB/0/root criticism/NOUN/2/obj from/ADP/5/case Ray/PROPN/2/obl", "Ray > Lee -2 draw criticism"},
		{"a preposition of the frame", "Lee/PROPN/2/nsubj voted/VERB/0/root against/ADP/5/case the/DET/5/det bill/NOUN/2/obl", "Lee > bill -2 vote against"},
		{"condemned deeds are for who suffers them", "Lee/PROPN/2/nsubj condemned/VERB/0/root the/DET/4/det attack/NOUN/2/obj on/ADP/6/case Ray/PROPN/4/nmod", "Lee > attack -2 condemn; Lee > Ray 2 condemn"},
		{"a perfect is no passive, whatever the tree says", "a/DET/2/det deal/NOUN/0/root the/DET/4/det Finns/PROPN/6/nsubj:pass have/AUX/6/aux sought/VERB/2/acl:relcl", "Finns > deal 1 seek"},
		{"something in apposition stands for the deed", "talks/NOUN/0/root with/ADP/3/case voters/NOUN/1/nmod ,/PUNCT/5/punct something/PRON/3/appos Lee/PROPN/7/nsubj opposed/VERB/5/acl:relcl", "Lee > talks -2 oppose"},
		{"who is blamed for a deed does it", "Lee/PROPN/2/nsubj blamed/VERB/0/root Ray/PROPN/2/obj for/ADP/6/case an/DET/6/det attack/NOUN/2/obl on/ADP/8/case Day/PROPN/6/nmod", "Lee > Ray -2 blame; Lee > attack -2 blame; Ray > Day -2 attack"},
		{"a fight between two", "the/DET/2/det fight/NOUN/0/root between/ADP/4/case Lee/PROPN/2/nmod and/CCONJ/6/cc Ray/PROPN/4/conj", "Lee > Ray -2 fight; Ray > Lee -2 fight"},
		{"an idiom with a determiner in between", "Lee/PROPN/2/nsubj threw/VERB/0/root her/PRON/5/nmod:poss full/ADJ/5/amod weight/NOUN/2/obj behind/ADP/7/case Ray/PROPN/2/obl", "Lee > Ray 2 throw weight behind"},
		{"an idiom around its object", "Lee/PROPN/2/nsubj took/VERB/0/root Ray/PROPN/2/obj to/ADP/5/case task/NOUN/2/obl", "Lee > Ray -2 take to task"},
		{"a quality of several words", "Lee/PROPN/4/nsubj is/AUX/4/cop at/ADP/4/case odds/NOUN/0/root with/ADP/6/case Ray/PROPN/4/nmod", "Lee > Ray -1 at odds with"},
		{"rather than turns round", "Lee/PROPN/2/nsubj wants/VERB/0/root talks/NOUN/2/obj rather/ADV/6/cc than/ADP/4/fixed strikes/NOUN/3/conj", "Lee > strikes -1 want"},
	} {
		t.Run(c.shows, func(t *testing.T) {
			s, x := parsed(t, c.tree)
			var got []string
			for _, f := range s.Fills(x) {
				if f.How == Evaluated {
					continue
				}
				holder := "?"
				if f.Holder >= 0 {
					holder = s.Words[f.Holder].textIn(c.tree)
				}
				got = append(got, fmt.Sprintf("%s > %s %d %s", holder, s.Words[f.Target].textIn(c.tree), f.Sign, f.Frame.Lemma))
			}
			assert.Contains(t, strings.Join(got, "; "), c.want, "in %v", got)
			assert.LessOrEqual(t, len(got), strings.Count(c.want, ";")+2)
		})
	}
}

// textIn returns the word as the tree writes it.
func (w *Word) textIn(tree string) string {
	for _, f := range strings.Fields(tree) {
		if p, _, _ := strings.Cut(f, "/"); strings.EqualFold(p, w.Lower) {
			return p
		}
	}
	return w.Lower
}
