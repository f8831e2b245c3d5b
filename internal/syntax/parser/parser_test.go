package parser

import (
	"os"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/seed05c9d22b/newstext/internal/linear"
	"github.com/seed05c9d22b/newstext/internal/linear/clusters"
	"github.com/seed05c9d22b/newstext/internal/segment"
	"github.com/seed05c9d22b/newstext/internal/syntax/tagger"
)

func openModel(t testing.TB) *Model {
	t.Helper()
	b, err := os.ReadFile("parser.model")
	require.NoError(t, err)
	f, err := linear.Open(string(b))
	require.NoError(t, err)
	m, err := Open(f)
	require.NoError(t, err)
	return m
}

// sentence makes words of "form/FINE" tokens: "Putin/PROPN|NNP".
func sentence(tagged string) []Word {
	var words []Word
	for _, t := range strings.Fields(tagged) {
		form, tag, _ := strings.Cut(t, "/")
		upos, xpos, _ := strings.Cut(tag, "|")
		var look tagger.Word
		look.Low, look.Cluster = linear.Hash(strings.ToLower(form)), clusters.Of(form)
		words = append(words, NewWord(form, []segment.Token{{End: uint32(len(form))}}, 0, &look, tagger.FineOf(upos, xpos)))
	}
	return words
}

// draw writes a tree as "form<relation<head", a word a line.
func draw(m *Model, tagged string, arcs []Arc) string {
	forms := strings.Fields(tagged)
	for i, f := range forms {
		forms[i], _, _ = strings.Cut(f, "/")
	}
	var b strings.Builder
	for i, a := range arcs {
		head := "ROOT"
		if a.Head >= 0 {
			head = forms[a.Head]
		}
		b.WriteString(forms[i] + "<" + m.Relations()[a.Rel] + "<" + head + " ")
	}
	return strings.TrimSpace(b.String())
}

func TestParse(t *testing.T) {
	m := openModel(t)
	p := m.NewParser()
	for name, c := range map[string]struct{ text, want string }{
		"reported clause": {
			"The/DET|DT minister/NOUN|NN said/VERB|VBD that/SCONJ|IN the/DET|DT talks/NOUN|NNS had/AUX|VBD failed/VERB|VBN ./PUNCT|.",
			"The<det<minister minister<nsubj<said said<root<ROOT that<mark<failed the<det<talks talks<nsubj<failed had<aux<failed failed<ccomp<said .<punct<said",
		},
		"passive with agent": {
			"The/DET|DT bill/NOUN|NN was/AUX|VBD rejected/VERB|VBN by/ADP|IN the/DET|DT council/NOUN|NN ./PUNCT|.",
			"The<det<bill bill<nsubj:pass<rejected was<aux:pass<rejected rejected<root<ROOT by<case<council the<det<council council<obl:agent<rejected .<punct<rejected",
		},
		"conjunction and apposition": {
			"Olga/PROPN|NNP Lind/PROPN|NNP ,/PUNCT|, the/DET|DT mayor/NOUN|NN ,/PUNCT|, met/VERB|VBD teachers/NOUN|NNS and/CCONJ|CC parents/NOUN|NNS ./PUNCT|.",
			"Olga<nsubj<met Lind<flat<Olga ,<punct<mayor the<det<mayor mayor<appos<Olga ,<punct<Olga met<root<ROOT teachers<obj<met and<cc<parents parents<conj<teachers .<punct<met",
		},
		"relative clause": {
			"The/DET|DT law/NOUN|NN that/PRON|WDT they/PRON|PRP passed/VERB|VBD has/AUX|VBZ angered/VERB|VBN farmers/NOUN|NNS ./PUNCT|.",
			"The<det<law law<nsubj<angered that<obj<passed they<nsubj<passed passed<acl:relcl<law has<aux<angered angered<root<ROOT farmers<obj<angered .<punct<angered",
		},
		"negation": {
			"She/PRON|PRP did/AUX|VBD n't/PART|RB support/VERB|VB it/PRON|PRP ./PUNCT|.",
			"She<nsubj<support did<aux<support n't<advmod<support support<root<ROOT it<obj<support .<punct<support",
		},
	} {
		t.Run(name, func(t *testing.T) {
			ws := sentence(c.text)
			arcs := make([]Arc, len(ws))
			p.Parse(ws, arcs)
			require.Equal(t, c.want, draw(m, c.text, arcs))
		})
	}
}

// requireTree checks that arcs are a tree: one root, heads in range, no cycle.
func requireTree(t testing.TB, m *Model, arcs []Arc) {
	t.Helper()
	roots := 0
	for i, a := range arcs {
		require.Less(t, int(a.Rel), len(m.Relations()))
		require.Less(t, int(a.Head), len(arcs))
		require.GreaterOrEqual(t, int(a.Head), -1)
		if a.Head < 0 {
			roots++
		}
		steps := 0
		for j := i; arcs[j].Head >= 0; j = int(arcs[j].Head) {
			steps++
			if steps > len(arcs) {
				t.Fatalf("token %d is in a cycle", i)
			}
		}
	}
	if len(arcs) > 0 {
		require.Equal(t, 1, roots, "roots")
	}
}

func TestAlwaysATree(t *testing.T) {
	m := openModel(t)
	p := m.NewParser()
	words := sentence("the/DET|DT man/NOUN|NN ,/PUNCT|, said/VERB|VBD (/PUNCT|-LRB- )/PUNCT|-RRB- \"/PUNCT|`` and/CCONJ|CC ./PUNCT|. of/ADP|IN 他/X|FW")
	for name, s := range map[string][]Word{
		"empty":          nil,
		"one word":       words[1:2],
		"one mark":       words[2:3],
		"marks alone":    {words[2], words[4], words[4], words[5], words[6], words[8], words[6]},
		"brackets open":  {words[4], words[4], words[1], words[5]},
		"unknown script": {words[10], words[10], words[10]},
		"many verbs":     repeat(words[3:4], 1000),
		"many mixed":     repeat(words, 1000),
		"many marks":     repeat(words[2:3], 5000),
	} {
		t.Run(name, func(t *testing.T) {
			arcs, again := make([]Arc, len(s)), make([]Arc, len(s))
			p.Parse(s, arcs)
			requireTree(t, m, arcs)
			m.NewParser().Parse(s, again)
			require.Equal(t, arcs, again, "the same words twice")
		})
	}
}

func repeat(words []Word, n int) []Word {
	var out []Word
	for range n {
		out = append(out, words...)
	}
	return out
}

func FuzzParse(f *testing.F) {
	m := openModel(f)
	used := m.NewParser()
	f.Add([]byte("Subject verb object."))
	f.Add([]byte{0, 255, 13, 13, 38, 39, 40, 41, 42})
	f.Fuzz(func(t *testing.T, data []byte) {
		ws, tokens := make([]Word, len(data)), make([]segment.Token, len(data))
		for i := range data {
			tokens[i] = segment.Token{Start: uint32(i), End: uint32(i + 1)}
		}
		for i, b := range data {
			ws[i] = NewWord(string(data), tokens, i, &tagger.Word{Low: uint64(b) * mulA}, tagger.Fine(b)%tagger.Fine(tagger.FineCount))
		}
		arcs, again := make([]Arc, len(ws)), make([]Arc, len(ws))
		m.NewParser().Parse(ws, arcs)
		requireTree(t, m, arcs)
		for i, a := range arcs {
			if a.Head >= 0 && ws[a.Head].Mark != NoMark && ws[i].Mark == NoMark {
				t.Fatalf("word %d hangs on the mark %d", i, a.Head)
			}
		}
		used.Parse(ws, again)
		require.Equal(t, arcs, again, "by a parser that was used before")
	})
}
