package main

import (
	"fmt"
	"math"
	"os"
	"slices"

	"github.com/seed05c9d22b/newstext/internal/attribution"
	"github.com/seed05c9d22b/newstext/internal/boost"
)

// course is the training of all parts of a model. Trees judge what the linear
// model proposes, so they learn from stories that the linear model has not seen:
// the stories are dealt into folds, and those of each are gone through with a
// model of the others.
type course struct {
	stories []*story
	gold    [][]attribution.Gold
	lessons *lessons
	options options
	folds   int
	models  []*model // linear ones, of the stories outside of each fold

	persons []boost.Example // choices of the entity that speaks
	said    []boost.Example // whether the content of quotes is right
	trust   []boost.Example // whether content and speaker are
	found   [][]found       // quotes of each story
	quotes  [][]attribution.Quote
}

// found is a quote in stories that its model has not seen.
type found struct {
	match   int // labelled quote, −1 for none
	right   bool
	speaker bool
	marked  int
	trust   int     // example in trust
	said    float64 // that its content is right, by trees that have not seen it
	p       float64 // that all of it is right, likewise
}

var personOptions = boost.Options{Objective: boost.Choice, Rounds: 120, Leaves: 12, MinLeaf: 60, Rate: 0.06, L2: 5, RowShare: 0.7, FeatureShare: 0.3, Seed: 5}

var trustOptions = boost.Options{Objective: boost.Binary, Rounds: 80, Leaves: 8, MinLeaf: 40, Rate: 0.08, L2: 5, RowShare: 0.7, FeatureShare: 0.6, Seed: 5}

func newCourse(stories []*story, l *lessons, o options, folds int) *course {
	c := &course{stories: stories, lessons: l, options: o, folds: folds}
	for _, s := range stories {
		c.gold = append(c.gold, s.goldFound())
	}
	return c
}

// run trains a model.
func (c *course) run() (*model, error) {
	all, err := c.lessons.linear(c.options, func(int) bool { return true }).encode()
	if err != nil {
		return nil, err
	}
	if c.folds < 2 {
		return all, nil
	}
	for f := range c.folds {
		m, err := c.lessons.linear(c.options, func(s int) bool { return s%c.folds != f }).encode()
		if err != nil {
			return nil, err
		}
		c.models = append(c.models, m)
	}
	if err := c.each(c.notePersons); err != nil {
		return nil, err
	}
	persons := c.trees(all, attribution.PersonTrees, attribution.PersonSigns, c.persons, personOptions)
	report("entities that speak", attribution.PersonSigns, c.persons, persons)
	if err := c.each(c.noteTrust); err != nil {
		return nil, err
	}
	c.judge(all)
	all.numbers.LeastLikely = c.threshold()
	fmt.Fprintln(os.Stderr, c.figures(all.numbers.LeastLikely))
	c.reliability()
	for _, m := range c.models {
		m.numbers.LeastLikely = all.numbers.LeastLikely
	}
	return all, nil
}

// each goes through the stories with models that have not seen them.
func (c *course) each(do func(s int, quotes []attribution.Quote)) error {
	models := make([]*attribution.Model, c.folds)
	for f, m := range c.models {
		var err error
		if models[f], err = m.open(); err != nil {
			return err
		}
	}
	for i, s := range c.stories {
		do(i, models[i%c.folds].Trace(s.article, s.found))
	}
	return nil
}

// outside are the examples of the stories outside of a fold.
func (c *course) outside(examples []boost.Example, fold int) []boost.Example {
	return slices.DeleteFunc(slices.Clone(examples), func(e boost.Example) bool { return e.Group%c.folds == fold })
}

// notePersons notes the choices between the entities that may speak.
func (c *course) notePersons(s int, quotes []attribution.Quote) {
	for i, j := range match(quotes, c.gold[s]) {
		if j < 0 {
			continue
		}
		g := c.gold[s][j]
		if g.Lost && len(g.Entities) == 0 {
			continue
		}
		choice := len(c.persons)
		for _, o := range quotes[i].Trace.Persons {
			x := boost.Example{X: o.Signs, Group: s, Choice: choice}
			if o.Value < 0 && len(g.Entities) == 0 || slices.Contains(g.Entities, o.Value) {
				x.Class = 1
			}
			c.persons = append(c.persons, x)
		}
	}
}

// trees trains trees for the model, and for the models of the folds trees that
// have not seen their stories; the latter it returns.
func (c *course) trees(all *model, name string, signs []string, examples []boost.Example, o boost.Options) []*boost.Model {
	out := make([]*boost.Model, c.folds)
	for f, m := range c.models {
		out[f] = boost.Train(signs, c.outside(examples, f), o)
		m.trees = append(m.trees, out[f].Sections(name)...)
	}
	all.trees = append(all.trees, boost.Train(signs, examples, o).Sections(name)...)
	return out
}

// report tells how many choices are right by the linear model and by the trees,
// those of each fold on its stories.
func report(what string, signs []string, examples []boost.Example, trees []*boost.Model) {
	var all, byLinear, byTrees, listed int
	linear := slices.Index(signs, "score of the linear model")
	for i := 0; i < len(examples); {
		a, b, can := i, i, 0
		n, top := i, float32(math.Inf(-1))
		for ; n < len(examples) && examples[n].Choice == examples[i].Choice; n++ {
			x := examples[n]
			if x.X[linear] > examples[a].X[linear] {
				a = n
			}
			if score := trees[x.Group%len(trees)].Score(x.X); score > top {
				b, top = n, score
			}
			can = max(can, x.Class)
		}
		all, byLinear, byTrees, listed = all+1, byLinear+examples[a].Class, byTrees+examples[b].Class, listed+can
		i = n
	}
	part := func(n int) float64 { return 100 * float64(n) / float64(max(1, all)) }
	fmt.Fprintf(os.Stderr, "%s: %d, among the candidates %.2f %%, right by the linear model %.2f, by the trees %.2f\n", what, all, part(listed), part(byLinear), part(byTrees))
}

// noteTrust notes whether quotes are right.
func (c *course) noteTrust(s int, quotes []attribution.Quote) {
	var out []found
	for i, j := range match(quotes, c.gold[s]) {
		q := quotes[i]
		f := found{match: j, marked: q.Marked, trust: len(c.trust)}
		x := boost.Example{X: q.Trace.Signs, Group: s}
		if j >= 0 {
			f.speaker = rightSpeaker(q, c.gold[s][j])
		}
		if f.right = f.speaker; f.right {
			x.Class = 1
		}
		c.trust = append(c.trust, x)
		x.Class = 0
		if j >= 0 {
			x.Class = 1
		}
		c.said = append(c.said, x)
		out = append(out, f)
	}
	c.found = append(c.found, out)
	c.quotes = append(c.quotes, quotes)
}

// judge sets how likely each quote is right, by trees that have not seen it.
func (c *course) judge(all *model) {
	said := c.trees(all, attribution.SaidTrees, attribution.TrustSigns, c.said, trustOptions)
	trust := c.trees(all, attribution.TrustTrees, attribution.TrustSigns, c.trust, trustOptions)
	for s, quotes := range c.found {
		for i := range quotes {
			q := &quotes[i]
			q.said = float64(boost.Probability(said[s%c.folds].Score(c.said[q.trust].X)))
			q.p = float64(boost.Probability(trust[s%c.folds].Score(c.trust[q.trust].X)))
		}
	}
}
