package opinion

import (
	"sync"

	"github.com/seed05c9d22b/newstext/internal/linear"
)

// sums are the models of words, of phrases and of pairs as they are used: what they say
// of each word in each place, and of each fact.
type sums struct {
	of    [models]*linear.Model
	names [markEdge - markPerson + 1]row // of names, and of the edge of a sentence
	facts [2][len(factSizes)]factTable   // by role
	known sync.Map                       // *row by aspect: many words share a class
}

// role is which of two questions a model of phrases answers; the others have one.
type role int

const (
	asTarget role = iota
	asHolder
)

// row is what the models say of a word in each place; behind that, what is said of it in
// the places of a phrase as a holder.
type row [places + ofPairs - ofPhrases]duo

const holderPlaces = places - ofPhrases // from the place of a phrase as a target to that as a holder

// factTable is what they say of the facts of a kind.
type factTable struct {
	width int // how many values the second number has
	says  []duo
}

// duo has two sums side by side, of for and of against, each less that of none, so that
// one addition adds to both. None overflows: an aspect adds 254 at most, a word has six,
// and no view has twenty words of which so much is said.
type duo int32

const duoBits = 16

func duoOf(pro, con int8) duo { return duo(pro) + duo(con)<<duoBits }

func (x duo) split() (pro, con int32) {
	pro = int32(int16(x))
	return pro, (int32(x) - pro) >> duoBits
}

func newSums(of [models]*linear.Model) *sums {
	t := &sums{of: of}
	for k := range t.names {
		t.add(&t.names[k], aspect{aWord, markPerson + uint64(k)})
	}
	for k, size := range factSizes {
		m := of[modelOf(firstFact+Template(k))]
		var features []uint64
		for a := range size[0] {
			for b := range size[1] {
				features = append(features, featureOf(firstFact+Template(k), uint64(a), uint64(b)))
			}
		}
		weights := make([][4]int8, len(features))
		m.Each(weights, features)
		for role := range len(m.Labels()) / 2 {
			says := make([]duo, len(weights))
			for i, w := range weights {
				says[i] = duoOf(w[2*role], w[2*role+1])
			}
			t.facts[role][k] = factTable{size[1], says}
		}
	}
	return t
}

// modelOf is the model that a kind of facts is for.
func modelOf(kind Template) int {
	switch {
	case kind >= fKinds:
		return 2
	case kind >= fQuote:
		return 1
	}
	return 0
}

// askedAt are the places of each model, with the wide ones.
var askedAt = func() (at [models][]place) {
	first := place(0)
	for k, end := range endOf {
		for p := first; p < end; p++ {
			at[k] = append(at[k], p)
			if w := wider[p]; w == p|wide {
				at[k] = append(at[k], w)
			}
		}
		first = end
	}
	return at
}()

// fill makes the row of a word with these aspects, of which the first is its own.
func (t *sums) fill(r *row, all []aspect) {
	t.add(r, all[0])
	for _, x := range all[1:] {
		known, ok := t.known.Load(x)
		if !ok {
			of := new(row)
			t.add(of, x)
			known, _ = t.known.LoadOrStore(x, of)
		}
		for p, v := range known.(*row) {
			r[p] += v
		}
	}
}

// add adds what is said of an aspect to a row.
func (t *sums) add(r *row, x aspect) {
	var features [2 * places]uint64
	var weights [2 * places][4]int8
	var widely [wide + ofPhrases]duo
	of := linear.Mix(uint64(x.kind), x.value)
	for k, m := range t.of {
		at := askedAt[k]
		for i, p := range at {
			features[i] = linear.Mix(of, uint64(p))
		}
		m.Each(weights[:len(at)], features[:len(at)])
		for i, p := range at {
			w := weights[i]
			if p >= wide {
				widely[p] = duoOf(w[0], w[1])
				continue
			}
			r[p] += duoOf(w[0], w[1])
			if len(m.Labels()) == 4 {
				r[p+holderPlaces] += duoOf(w[2], w[3])
			}
		}
	}
	for p, w := range wider {
		if w != 0 {
			r[p] += widely[w]
		}
	}
}

// said adds up what the models say of a view.
func (s *Scene) said(t *sums, v *view, as role) Leaning {
	sum, shift := duo(0), place(0)
	if as == asHolder {
		shift = holderPlaces
	}
	for _, u := range v.words {
		r := &t.names[markEdge-markPerson]
		if u.word >= 0 {
			r = s.Words[u.word].row
		}
		sum += r[u.at+shift]
	}
	for _, x := range v.facts {
		f := &t.facts[as][x.kind-firstFact]
		sum += f.says[int(x.a)*f.width+int(x.b)]
	}
	pro, con := sum.split()
	return leaningOf(0, pro, con)
}
