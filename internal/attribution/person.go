package attribution

import (
	"slices"

	"github.com/seed05c9d22b/newstext/internal/boost"
)

// maxLook is how many mentions before the words are looked at.
const maxLook = 80

// findPersons chooses the entity that each speaker's words refer to: first by the
// linear model, from the beginning to the end; then, where it is not sure, by
// trees that know whom it took to say what stands before and behind.
func (e *engine) findPersons() {
	e.rows, e.values, e.odds = e.rows[:0], e.values[:0], e.odds[:0]
	for i := range e.drafts {
		d := &e.drafts[i]
		gold := none
		if d.gold != nil && len(d.gold.Entities) > 0 {
			gold = d.gold.Entities[0]
		}
		e.listPersons(i)
		if d.gold != nil && d.gold.Lost && gold == none {
			continue
		}
		e.steps = d.steps
		who := e.decide(gold)
		d.steps = e.steps
		if e.teacher == nil && (d.steps[TaskPerson] < sureOfName || e.trace) && (e.model.persons != nil || e.trace) {
			e.shortlist(i)
		}
		e.speaks(d, who)
		if d.gold != nil && who != none {
			d.who = append(d.who[:0], d.gold.Entities...)
		}
	}
	if e.teacher == nil && (e.model.persons != nil || e.trace) {
		e.reconsider()
	}
}

// speaks notes that an entity speaks, or none.
func (e *engine) speaks(d *draft, who int) {
	d.who = d.who[:0]
	if who != none {
		d.who = append(d.who, who)
		if d.speaker.known() && d.gold == nil {
			d.who = e.together(d.speaker, d.who)
		}
		return
	}
	// One without a name is known by the words alone.
	if x := e.linkedEntity(d.speaker); x >= 0 && !e.story.named(x) {
		d.who = append(d.who, x)
	}
}

const (
	maxJudged  = 5    // candidates that the trees judge beside "none"
	sureOfName = 0.98 // from this probability on the linear model is not asked again
)

// shortlist notes the candidates for the speaker of draft i that the linear model
// finds likely, with their signs.
func (e *engine) shortlist(i int) {
	c, d := &e.choice, &e.drafts[i]
	e.judged = append(e.judged[:0], 0)
	e.likeliest(maxJudged)
	d.firstRow, d.endRow = len(e.values), len(e.values)+len(e.judged)
	from := len(e.odds)
	for _, k := range e.judged {
		e.values, e.odds = append(e.values, c.Values[k]), append(e.odds, float32(c.scores[k]))
	}
	boost.Softmax(e.odds[from:])
	e.personSigns(i)
}

// reconsider chooses anew where the linear model is not sure.
func (e *engine) reconsider() {
	e.listSaid()
	for i := range e.drafts {
		d := &e.drafts[i]
		for n := d.firstRow; n < d.endRow; n++ {
			x := e.row(n)
			e.contextSigns(i, int(e.values[n]), x)
			if e.trace {
				d.options = append(d.options, Option{int(e.values[n]), slices.Clone(x)})
			}
		}
	}
	if e.model.persons == nil {
		return
	}
	for i := range e.drafts {
		if d := &e.drafts[i]; d.firstRow < d.endRow && d.steps[TaskPerson] < sureOfName {
			e.choose(d)
		}
	}
}

// preferSome is by how much, in log-odds, "none" must be likelier than a
// candidate to be preferred: where either may be, a reader is served better by a
// name. By cross-validation it costs one right choice in a thousand, and finds as
// many as are then given in vain.
const preferSome = 0.4

// preferSomeAlone is the same for words in marks without a cue: they are always
// somebody's.
const preferSomeAlone = 2

// choose makes the trees choose the speaker of a draft.
func (e *engine) choose(d *draft) {
	odds := e.odds[d.firstRow:d.endRow]
	for n := range odds {
		odds[n] = e.model.persons.Score(e.row(d.firstRow + n))
	}
	prefer := float32(preferSome)
	if d.cue < 0 {
		prefer = preferSomeAlone
	}
	best, top := 0, odds[0]-prefer
	for n, x := range odds[1:] {
		if x > top {
			best, top = n+1, x
		}
	}
	boost.Softmax(odds)
	d.steps[TaskPerson] = odds[best]
	e.speaks(d, int(e.values[d.firstRow+best]))
}

func (e *engine) row(n int) []float32 { return e.rows[n*personCount : (n+1)*personCount] }

// likeliest adds to the judged candidates the n that the linear model prefers,
// the first aside.
func (e *engine) likeliest(n int) {
	c := &e.choice
	for k := 1; k < len(c.Values); k++ {
		j := len(e.judged)
		for j > 1 && c.scores[e.judged[j-1]] < c.scores[k] {
			j--
		}
		if e.judged = slices.Insert(e.judged, j, k); len(e.judged) > n+1 {
			e.judged = e.judged[:n+1]
		}
	}
}

// together adds the persons that the words name beside the first: "Merkel and
// Hollande".
func (e *engine) together(w piece, who []int) []int {
	s := &e.story
	if s.tokens[w.last].entity != int32(who[0]) && s.tokens[w.first].entity != int32(who[0]) {
		return who
	}
	for j := w.first + 1; j < w.last; j++ {
		if s.tokens[j].class != classCoordinator || s.tokens[j-1].entity < 0 {
			continue
		}
		for _, x := range []int32{s.tokens[j-1].entity, s.tokens[w.last].entity} {
			if x >= 0 && int(x) != who[0] && len(who) < 4 && s.entities[x].Type == s.entities[who[0]].Type {
				who = append(who, int(x))
			}
		}
	}
	return who
}
