package attribution

import (
	"sync"

	"github.com/seed05c9d22b/newstext/article"
	"github.com/seed05c9d22b/newstext/entity"
)

// engine holds the buffers of one run.
type engine struct {
	story   story
	choice  Choice
	model   *Model
	drafts  []draft
	turns   []turn
	keep    []bool
	covered []int32 // for each segment: the draft that claims it, −1 where none does
	persons []person
	genders []uint8
	p       float64 // product of the probabilities of the choices

	teacher *teacher // in training
}

var engines = sync.Pool{New: func() any { return new(engine) }}

// decide returns the best candidate, or in training the right one, which is
// recorded.
func (e *engine) decide(gold int) int {
	if e.teacher != nil {
		return e.teacher.record(&e.choice, gold)
	}
	v, p := e.choice.best(e.model)
	e.p *= p
	return v
}

// Party is who speaks or is spoken to.
type Party struct {
	Words    article.Span
	Entities []int
}

// Quote is reported speech that was found.
type Quote struct {
	Content   []article.Span
	Cue       article.Span
	Class     string // class of the cue, as in the word lists
	Negated   bool
	Speaker   Party
	Addressee Party
	Parent    int
	P         float64 // product of the probabilities of the choices
	// Confidence is the probability that content and speaker are right.
	Confidence float64
	Marked     int // 2 all of the content stands in marks, 1 a part, 0 none
}

// Find returns the quotes of an article in order of their content.
func Find(a *article.Article, entities entity.List) []Quote {
	return embedded().Find(a, entities)
}

// Find is the function of that name with a model of the caller's own.
func (m *Model) Find(a *article.Article, entities entity.List) []Quote {
	e := engines.Get().(*engine)
	defer engines.Put(e)
	e.model, e.teacher = m, nil
	return e.run(a, entities)
}

func (e *engine) run(a *article.Article, entities entity.List) []Quote {
	e.genders = e.genders[:0]
	e.choice.story = &e.story
	e.story.read(a, entities)
	e.story.findCues()
	e.findTurns()
	e.findDrafts()
	e.findFloating()
	e.findSpeakers()
	e.findPersons()
	return e.quotes()
}
