package opinion

import (
	"sync"

	"github.com/seed05c9d22b/newstext/internal/linear"
)

// sums are the models of words, of pairs and of phrases as they are used: what they say
// of each word in each place, and of each fact.
type sums struct {
	of    [models]*linear.Model
	names [markEdge - markPerson + 1]row // of names, and of the edge of a sentence
	facts [len(factSizes)]factTable
	known sync.Map // *row by aspect: many words share a class
}

// row is what the models say of a word in each place.
type row struct {
	phrases [places - ofPhrases]quad // they come first, so that none lies across two lines of memory
	others  [ofPhrases]duo
}

// factTable is what they say of the facts of a kind.
type factTable struct {
	width int // how many values the second number has
	says  []quad
}

// duo has two sums side by side, of for and of against, each less that of none, so that
// one addition adds to both. None overflows: of a word that may show a stance a view has
// twenty words at most, with six aspects that add 254 each at most, of others forty, and 127.
type duo int32

// quad has those of a phrase as a target and, above them, as a holder.
type quad int64

const duoBits = 16

func duoOf(pro, con int8) duo { return duo(pro) + duo(con)<<duoBits }

func quadOf(target, holder duo) quad { return quad(target) + quad(holder)<<(2*duoBits) }

func (x duo) leaning() Leaning {
	pro := int32(int16(x))
	return leaningOf(0, pro, (int32(x)-pro)>>duoBits)
}

func (x quad) split() (target, holder duo) {
	target = duo(x)
	return target, duo((x - quad(target)) >> (2 * duoBits))
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
		weights, says := make([][4]int8, len(features)), make([]quad, len(features))
		m.Each(weights, features)
		for i, w := range weights {
			if says[i] = quad(duoOf(w[0], w[1])); len(m.Labels()) == 4 {
				says[i] = quadOf(duoOf(w[0], w[1]), duoOf(w[2], w[3]))
			}
		}
		t.facts[k] = factTable{size[1], says}
	}
	return t
}

// modelOf is the model that a kind of facts is for.
func modelOf(kind Template) int {
	switch {
	case kind >= fQuote:
		return 2
	case kind >= fKinds:
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
		for p, v := range known.(*row).phrases {
			r.phrases[p] += v
		}
		for p, v := range known.(*row).others {
			r.others[p] += v
		}
	}
}

// say sets what the models say of a word that is no name, and how it is counted, by what
// is known of it now.
func (x *Info) say() {
	x.kinds = x.kindsOf()
	x.row = row{}
	if t := judges().sums; t != nil {
		t.fill(&x.row, x.aspects(nil))
	}
}

// add adds what is said of an aspect to a row.
func (t *sums) add(r *row, x aspect) {
	var features [2 * places]uint64
	var weights [2 * places][4]int8
	var widely [wide + ofPairs]duo
	of := linear.Mix(uint64(x.kind), x.value)
	for k, m := range t.of {
		at := askedAt[k]
		for i, p := range at {
			features[i] = linear.Mix(of, uint64(p))
		}
		m.Each(weights[:len(at)], features[:len(at)])
		for i, p := range at {
			switch w := weights[i]; {
			case p >= wide:
				widely[p] = duoOf(w[0], w[1])
			case p >= ofPhrases:
				r.phrases[p-ofPhrases] += quadOf(duoOf(w[0], w[1]), duoOf(w[2], w[3]))
			default:
				r.others[p] += duoOf(w[0], w[1])
			}
		}
	}
	for p, w := range wider[:ofPairs] {
		if w != 0 {
			r.others[p] += widely[w]
		}
	}
}

// rowAt is the row of a word in a view.
func (s *Scene) rowAt(t *sums, u wordAt) *row {
	if u.word < 0 {
		return &t.names[markEdge-markPerson]
	}
	return s.Words[u.word].row
}

func (t *sums) fact(x fact) quad {
	f := &t.facts[x.kind-firstFact]
	return f.says[int(x.a)*f.width+int(x.b)]
}

// said adds up what the models say of the view of a word or of a pair.
func (s *Scene) said(t *sums, v *view) Leaning {
	sum := duo(0)
	for _, u := range v.words {
		sum += s.rowAt(t, u).others[u.at]
	}
	for _, x := range v.facts {
		sum += duo(t.fact(x))
	}
	return sum.leaning()
}

// saidOfPhrase adds up what the models say of the view of a phrase.
func (s *Scene) saidOfPhrase(t *sums, v *view) (target, holder Leaning) {
	sum := quad(0)
	for _, u := range v.words {
		sum += s.rowAt(t, u).phrases[u.at-ofPhrases]
	}
	for _, x := range v.facts {
		sum += t.fact(x)
	}
	a, b := sum.split()
	return a.leaning(), b.leaning()
}
