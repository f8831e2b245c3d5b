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

	persons []boost.Example
	said    []boost.Example // whether the content of quotes is right
	trust   []boost.Example // whether content and speaker are
	found   [][]found       // quotes of each story
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

var personOptions = boost.Options{Objective: boost.Choice, Rounds: 80, Leaves: 8, MinLeaf: 25, Rate: 0.08, L2: 5, RowShare: 0.7, FeatureShare: 0.4, Seed: 5}

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
	if err := c.each(attribution.Defaults.SureOfNone, c.notePersons); err != nil {
		return nil, err
	}
	trees := make([]*boost.Model, c.folds)
	for f, m := range c.models {
		trees[f] = boost.Train(attribution.PersonSigns, c.outside(c.persons, f), personOptions)
		m.trees = trees[f].Sections(attribution.PersonTrees)
	}
	c.reportPersons(trees)
	all.trees = boost.Train(attribution.PersonSigns, c.persons, personOptions).Sections(attribution.PersonTrees)
	best, said, trust := -1.0, c.said, c.trust
	for _, sure := range []float64{0.6, 0.75, 0.9} {
		c.said, c.trust, c.found = nil, nil, nil
		if err := c.each(sure, c.noteTrust); err != nil {
			return nil, err
		}
		c.judge()
		least, score := c.threshold()
		fmt.Fprintf(os.Stderr, "sure of none at %.2f: %s\n", sure, c.figures(least))
		if score <= best {
			continue
		}
		best = score
		all.numbers.SureOfNone, all.numbers.LeastLikely = sure, least
		said, trust = c.said, c.trust
		c.reliability()
	}
	all.trees = append(all.trees, boost.Train(attribution.TrustSigns, said, trustOptions).Sections(attribution.SaidTrees)...)
	all.trees = append(all.trees, boost.Train(attribution.TrustSigns, trust, trustOptions).Sections(attribution.TrustTrees)...)
	fmt.Fprintf(os.Stderr, "sure of none at %.2f, least likely %.2f\n", all.numbers.SureOfNone, all.numbers.LeastLikely)
	return all, nil
}

// each goes through the stories with models that have not seen them.
func (c *course) each(sure float64, do func(s int, quotes []attribution.Quote)) error {
	models := make([]*attribution.Model, c.folds)
	for f, m := range c.models {
		m.numbers.SureOfNone = sure
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
		for _, o := range quotes[i].Trace.Options {
			x := boost.Example{X: o.Signs, Group: s, Choice: choice}
			if o.Entity < 0 && len(g.Entities) == 0 || slices.Contains(g.Entities, o.Entity) {
				x.Class = 1
			}
			c.persons = append(c.persons, x)
		}
	}
}

// reportPersons tells how many speakers are right by the linear model and by the
// trees, those of each fold on its stories.
func (c *course) reportPersons(trees []*boost.Model) {
	var all, byLinear, byTrees, listed int
	linear := slices.Index(attribution.PersonSigns, "score of the linear model")
	for i := 0; i < len(c.persons); {
		a, b, can := i, i, false
		n, top := i, float32(math.Inf(-1))
		for ; n < len(c.persons) && c.persons[n].Choice == c.persons[i].Choice; n++ {
			if c.persons[n].X[linear] > c.persons[a].X[linear] {
				a = n
			}
			if score := trees[c.persons[n].Group%c.folds].Score(c.persons[n].X); score > top {
				b, top = n, score
			}
			can = can || c.persons[n].Class == 1
		}
		all, byLinear, byTrees = all+1, byLinear+c.persons[a].Class, byTrees+c.persons[b].Class
		if can {
			listed++
		}
		i = n
	}
	part := func(n int) float64 { return 100 * float64(n) / float64(max(1, all)) }
	fmt.Fprintf(os.Stderr, "entities that speak: %d, among the candidates %.2f %%, right by the linear model %.2f, by the trees %.2f\n", all, part(listed), part(byLinear), part(byTrees))
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
}

// judge sets how likely each quote is right, by trees that have not seen it.
func (c *course) judge() {
	scores := boost.Cross(attribution.TrustSigns, c.trust, c.folds, trustOptions)
	said := boost.Cross(attribution.TrustSigns, c.said, c.folds, trustOptions)
	for _, quotes := range c.found {
		for i := range quotes {
			quotes[i].said = float64(boost.Probability(said[quotes[i].trust][0]))
			quotes[i].p = float64(boost.Probability(scores[quotes[i].trust][0]))
		}
	}
}
