package main

import (
	"cmp"
	"fmt"
	"runtime"
	"slices"
	"strings"
	"sync"

	"github.com/seed05c9d22b/newstext/article"
	"github.com/seed05c9d22b/newstext/internal/boost"
	"github.com/seed05c9d22b/newstext/internal/opinion"
)

func spanOf(s *opinion.Scene, x opinion.Sentence) article.Span {
	return article.Span{Start: s.Words[x.First].Start, End: s.Words[x.End-1].End}
}

// grow trains trees without each fold, and the last on all. Of the examples of class 0
// one in thin is kept and counts for all.
func (t *trainer) grow(names []string, examples []boost.Small, thin int, o boost.Options) [folds + 1]*boost.Oblivious {
	var out [folds + 1]*boost.Oblivious
	var wg sync.WaitGroup
	free := make(chan bool, runtime.GOMAXPROCS(0))
	for fold := range out {
		wg.Go(func() {
			free <- true
			defer func() { <-free }()
			var in []boost.Small
			for i, e := range examples {
				if t.docs[e.Group].group == fold {
					continue
				}
				if e.Class == 0 {
					if i%thin != 0 {
						continue
					}
					e.Weight *= float32(thin)
				}
				in = append(in, e)
			}
			out[fold] = boost.TrainOblivious(names, in, o)
		})
	}
	wg.Wait()
	return out
}

// sentences learns which sentences show a stance.
func (t *trainer) sentences() {
	all := each(t, []kind{story}, func(d *doc, s *opinion.Scene, out *[]boost.Small) {
		s.Meetings(&opinion.Judges{Evidence: t.judges[d.group].Evidence, Gates: gates}, &opinion.Watch{Show: func(x *opinion.Sentence, f *opinion.SentenceFigures) {
			e := boost.Small{X: slices.Clone(f[:]), Weight: d.weight()}
			span := spanOf(s, *x)
			for k := range d.Stances {
				if slices.ContainsFunc(d.Stances[k].Evidence, span.Overlaps) {
					e.Class = 1
				}
			}
			*out = append(*out, e)
		}})
	})
	examples, _ := t.split(all)
	models := t.grow(opinion.SentenceNames, examples, 1, showTrees)
	for k := range models {
		t.judges[k].Show = models[k]
	}
	fmt.Print(keptOut(t, "sentence", all, func(d *doc, e *boost.Small) (float32, int) { return t.judges[d.group].Show.ScoreOne(e.X), e.Class }))
}

// meeting is a pair that passes the gate, with its label.
type meeting struct {
	figures opinion.Figures
	label   int
}

// meetings learns which of the pairs that pass the gate are in a stance in one place, and
// on which side.
func (t *trainer) meetings() {
	all := each(t, []kind{story, sentence}, func(d *doc, s *opinion.Scene, out *[]meeting) {
		labels := d.labels()
		found := s.Meetings(&t.judges[d.group], nil)
		for i := range found {
			*out = append(*out, meeting{found[i].Figures, labels[placeOf(&found[i].Pair)]})
		}
	})
	some, side := t.split(t.examples(all))
	fmt.Println(len(some), "pairs pass the gate,", len(side), "with a stance")
	meet, sides := t.grow(opinion.FigureNames, some, 3, meetTrees), t.grow(opinion.FigureNames, side, 1, sideTrees)
	for k := range meet {
		t.judges[k].Meet, t.judges[k].MeetSide = meet[k], sides[k]
	}
	fmt.Print(keptOut(t, "pair", all, func(d *doc, m *meeting) (float32, int) { return t.judges[d.group].Meet.ScoreOne(m.figures[:]), m.label }))
}

// keptOut tells what a judge keeps out of the stories at several odds.
func keptOut[T any](t *trainer, what string, all [][]T, judge func(d *doc, x *T) (odds float32, label int)) string {
	var odds [2][]float64 // without and with a stance
	for i, d := range t.docs {
		if !d.measured() {
			continue
		}
		for k := range all[i] {
			v, label := judge(d, &all[i][k])
			some := min(max(label, 0), 1)
			odds[some] = append(odds[some], float64(v))
		}
	}
	slices.Sort(odds[0])
	slices.Sort(odds[1])
	var b strings.Builder
	for v := -5.0; v <= -0.4; v += 0.4 {
		fmt.Fprintf(&b, "%s at %.1f:", what, v)
		for k, name := range []string{"without", "with"} {
			n, _ := slices.BinarySearch(odds[k], v)
			fmt.Fprintf(&b, " keeps out %.3f %s a stance", float64(n)/float64(len(odds[k])), name)
		}
		b.WriteByte('\n')
	}
	return b.String()
}

func (t *trainer) examples(all [][]meeting) [][]boost.Small {
	out := make([][]boost.Small, len(all))
	for i := range all {
		for k := range all[i] {
			if m := &all[i][k]; m.label >= 0 {
				out[i] = append(out[i], boost.Small{X: t.kept(m.figures[:]), Class: m.label, Weight: t.docs[i].weight()})
			}
		}
	}
	return out
}

// split makes of examples with three classes those of any stance, and of those
// with one those of its side.
func (t *trainer) split(found [][]boost.Small) (some, side []boost.Small) {
	for g := range found {
		for _, e := range found[g] {
			e.Group = g
			class := e.Class
			e.Class = min(class, 1)
			some = append(some, e)
			if class > 0 {
				e.Class = 0
				if class == opinion.For {
					e.Class = 1
				}
				side = append(side, e)
			}
		}
	}
	return some, side
}

// tie is a tie of a document with its label.
type tie struct {
	holder, target party
	label          int
	side           float32
	p              float64
}

// ties learns which parties have a stance, all places taken together, and judges
// those of each story by models that have not seen it.
func (t *trainer) ties() {
	type found struct {
		ties     []opinion.Tie
		examples []boost.Small
	}
	all := each(t, []kind{story, sentence}, func(d *doc, s *opinion.Scene, out *found) {
		out.ties = opinion.KeepTies(s.Ties(s.Meetings(&t.judges[d.group], nil), &t.judges[d.group]))
		for i := range out.ties {
			x := &out.ties[i]
			y := tie{holder: partyOf(s, x.Holder), target: partyOf(s, x.Target), side: x.Side, p: float64(x.Some)}
			d.ties = append(d.ties, y)
		}
		d.labelTies()
		for i := range out.ties {
			x, y := &out.ties[i], &d.ties[i]
			if y.label >= 0 && !x.Faint(&gates) {
				e := boost.Small{X: t.keptTie(x.X), Class: y.label, Weight: d.weight()}
				if y.named() {
					e.Weight *= namedWeight
				}
				out.examples = append(out.examples, e)
			}
		}
	})
	examples := make([][]boost.Small, len(all))
	for i := range all {
		examples[i] = all[i].examples
	}
	some, side := t.split(examples)
	fmt.Println(len(some), "ties,", len(side), "with a stance")
	models, sides := t.grow(opinion.TieNames, some, 1, tieTrees), t.grow(opinion.TieNames, side, 1, sideTrees)
	for k := range models {
		t.judges[k].Tie, t.judges[k].TieSide = models[k], sides[k]
	}
	for i, d := range t.docs {
		opinion.Decide(all[i].ties, &t.judges[d.group])
		for k := range d.ties {
			d.ties[k].side, d.ties[k].p = all[i].ties[k].Side, all[i].ties[k].Probability()
		}
	}
}

// labelTies gives the ties of a document their classes. A label of a story counts
// once, so that of the ties that agree with it the likeliest has it, of its side
// if one is.
func (d *doc) labelTies() {
	if d.kind == sentence {
		a, b := article.Span{Start: d.A[0], End: d.A[1]}, article.Span{Start: d.B[0], End: d.B[1]}
		for i := range d.ties {
			x := &d.ties[i]
			x.label = d.sentenceLabel(a, b, x.holder, x.target)
		}
		return
	}
	order := make([]int, len(d.ties))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(d.ties[b].p, d.ties[a].p) })
	given := make([]bool, len(d.Stances))
	for _, sides := range []bool{true, false} {
		for _, k := range order {
			x := &d.ties[k]
			for i := range d.Stances {
				g := &d.Stances[i]
				if c := classOf(g.Polarity); x.label == opinion.None && !given[i] && (!sides || x.side < 0 == (c == opinion.Against)) &&
					d.agree(labelled(g.Holder), labelled(g.Target), x.holder, x.target) {
					x.label, given[i] = c, true
				}
			}
		}
	}
}

// kept leaves out the figures of an ablation.
func (t *trainer) kept(x []uint8) []uint8 {
	x = slices.Clone(x)
	for _, i := range t.drop {
		x[i] = 0
	}
	return x
}

func (t *trainer) keptTie(x []uint8) []uint8 {
	x = slices.Clone(x)
	n := len(opinion.TieNames) - len(opinion.FigureNames)
	for _, i := range t.drop {
		x[n+i] = 0
	}
	return x
}
