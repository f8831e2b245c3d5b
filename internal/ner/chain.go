package ner

import (
	"strings"

	"github.com/seed05c9d22b/newstext/internal/linear"
)

// findChains finds the runs that are named one after the other, as "Harrow, Velden
// and Holt" are, and the noun that says of all of them what they are: "brands such
// as Velden and Holt", "the Harrow and Holt rivers" (Hearst 1992).
func (d *Doc) findChains() {
	for k := 0; k < len(d.runs); {
		end := k + 1
		for end < len(d.runs) && d.joined(end) {
			d.runs[end].joined = true
			end++
		}
		s := &d.Sentences[d.runs[k].sentence]
		noun := d.listed(s, int(d.runs[k].first), end-k > 1)
		if after := int(d.runs[end-1].end); noun < 0 && end-k > 1 && d.noun(s, after) != 0 && plural(d.Tokens[after].Form) {
			noun = after
		}
		for ; k < end; k++ {
			d.runs[k].noun = int32(noun)
		}
	}
}

// joined reports whether there is but a comma or a conjunction between a run and the
// one before, or that and figures.
func (d *Doc) joined(k int) bool {
	a, b := &d.runs[k-1], &d.runs[k]
	if a.sentence != b.sentence || b.first-a.end > 6 || a.end == b.first {
		return false
	}
	joins := false
	for i := a.end; i < b.first; i++ {
		t := &d.Tokens[i]
		switch {
		case t.Form == "," || t.Form == ";" || t.Form == "and" || t.Form == "or" || t.Form == "&":
			joins = true
		case t.Shape == Number || t.Shape == Alphanumeric || t.Form == "(" || t.Form == ")":
		case t.Shape == Lower && len(t.Form) <= 2 && d.Tokens[i-1].Shape == Number: // "mm"
		default:
			return false
		}
	}
	return joins
}

// listed returns the noun of which the run that begins at token i is an example, or
// -1. Of several runs it may stand before the first without more: "brands Velden
// and Holt".
func (d *Doc) listed(s *Sentence, i int, several bool) int {
	k := i - 1
	switch d.form(s, k) {
	case "as":
		if w := d.form(s, k-1); w != "such" && w != "known" {
			return -1
		}
		k -= 2
	case "including", "like", "namely", "especially", ":", "named", "called":
		k--
	default:
		if !several || k < s.First || !plural(d.Tokens[k].Form) {
			return -1
		}
	}
	if d.form(s, k) == "," {
		k--
	}
	if d.noun(s, k) == 0 {
		return -1
	}
	return k
}

func plural(w string) bool { return strings.HasSuffix(w, "s") }

// chainFeatures appends what a word in a run has from the runs beside it: the noun
// that is said of all, and the kinds of those before and behind.
func (d *Doc) chainFeatures(out []uint64, s *Sentence, i int) []uint64 {
	t := &d.Tokens[i]
	if t.Run < 0 {
		if i > s.First && i+1 < s.End {
			out = d.joint(out, d.Tokens[i-1].Run, d.Tokens[i+1].Run, i, 0)
		}
		return out
	}
	r := &d.runs[t.Run]
	first, end := int(r.first), int(r.end)
	place := uint64(min(i-first, 1)<<1 | min(end-1-i, 1))
	if r.noun >= 0 {
		out = d.nounFeatures(out, tListed, int(r.noun))
	}
	if r.joined {
		out = d.mate(out, t.Run-1, place)
	}
	if n := t.Run + 1; int(n) < len(d.runs) && d.runs[n].joined {
		out = d.mate(out, n, place)
	}
	if i == end-1 && end+1 < s.End {
		out = d.joint(out, t.Run, d.Tokens[end+1].Run, end, 1)
	}
	if i == first && first-2 >= s.First {
		before := d.Tokens[first-2].Run
		out = d.joint(out, before, t.Run, first-1, 2)
		if before >= 0 && d.form(s, first-1) == "(" {
			last := int(d.runs[before].end) - 1
			out = append(out, hash(tBracket, d.known(before)<<4|place), hash(tBracket, d.head(s, last)<<4|place|1<<30))
		}
	}
	return out
}

// mate appends of what kind a run is that is named beside another.
func (d *Doc) mate(out []uint64, run int32, place uint64) []uint64 {
	last := &d.Tokens[d.runs[run].end-1]
	return append(out,
		hash(tMate, d.known(run)<<2|place),
		hash(tMateHead, uint64(d.words.list[last.Word].head)<<2|place),
		hash(tMateClass, uint64(last.Path.Prefix(8))<<2|place))
}

// joint appends of what kind two runs are that token i joins to one name or not:
// "Port of Holt and Velden Airport".
func (d *Doc) joint(out []uint64, a, b int32, i int, place uint64) []uint64 {
	if a < 0 || b < 0 || a == b {
		return out
	}
	x, y := &d.runs[a], &d.runs[b]
	heads := uint64(d.words.list[d.Tokens[x.end-1].Word].head)<<8 | uint64(d.words.list[d.Tokens[y.end-1].Word].head)<<4
	length := uint64(min(x.end-x.first, 2)<<2 | min(y.end-y.first, 2))
	word := uint64(d.words.list[d.Tokens[i].Word].fold)
	return append(out,
		hash(tJoint, linear.Mix(word, heads<<8|length<<2|place)),
		hash(tJointKnown, linear.Mix(word, (d.known(a)<<8|d.known(b))<<2|place)))
}

// known says which lists know the whole of a run, as bits.
func (d *Doc) known(run int32) uint64 {
	r := &d.runs[run]
	l := &d.lists[r.end-1]
	whole := uint8(2) // its last word is the last of a key
	if r.end-r.first == 1 {
		whole = 3
	}
	x := uint64(0)
	for k, list := range [...]int{listCountry, listAdmin, listCity, listOrg, listPeople, listGroup, listTown} {
		if v := l[list]; v != 0 && (v-1)%4 == whole {
			x |= 1 << k
		}
	}
	if d.lists[r.first][listGiven] != 0 && r.end-r.first > 1 || l[listSurname] != 0 {
		x |= 1 << 7
	}
	return x
}
