package attribution

import (
	"sync"

	"github.com/seed05c9d22b/newstext/article"
	"github.com/seed05c9d22b/newstext/entity"
)

// engine holds the buffers of one run.
type engine struct {
	story    story
	choice   Choice
	model    *Model
	drafts   []draft
	turns    []turn
	keep     []bool
	covered  []int32 // for each segment: the draft that claims it, −1 where none does
	persons  []person
	met      []meet // by entity
	meeting  int    // the present draft
	genders  []uint8
	nouns    []uint32   // forms of the nouns among the last words for the speaker of the present draft
	voices   []voice    // entities that spoke lately before the present draft
	sameNoun int        // the last draft before it whose speaker's words end alike, -1
	spots    []spot     // names of entities
	spotted  [][2]int32 // by entity: where its spots begin, and one behind where they end; 0 where they were not sought
	steps    steps      // probabilities of the choices for the present draft
	judged   []int      // candidates for a speaker that the trees judge, "none" first
	values   []int32    // the candidates of all drafts that the trees judge
	odds     []float32  // how likely each of them is
	rows     []float32  // their signs, row by row
	said     []said     // whom the linear model takes to speak
	trace    bool       // results are to hold what they were judged by

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
	e.steps[e.choice.Task] = float32(p)
	return v
}

// steps are the probabilities of the choices that led to a draft, 0 where there
// was none to make.
type steps [Tasks]float32

// product is how likely it is that all choices are right.
func (s *steps) product() float64 {
	p := 1.0
	for _, x := range s {
		if x > 0 {
			p *= float64(x)
		}
	}
	return p
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
	// Confidence is the probability that content and speaker are right.
	Confidence float64
	Marked     int // 2 all of the content stands in marks, 1 a part, 0 none
	Trace      *Trace
}

// Trace is what a quote was judged by, for training.
type Trace struct {
	Signs   []float32 // of the quote, as [TrustSigns] names them
	Persons []Option  // the entities that may be the speaker, −1 for none
}

// Option is a candidate that trees choose from.
type Option struct {
	Value int
	Signs []float32 // as [PersonSigns] names them
}

// Find returns the quotes of an article in order of their content.
func Find(a *article.Article, entities entity.List) []Quote {
	if Trained != nil {
		return Trained.Find(a, entities)
	}
	return embedded().Find(a, entities)
}

// Find is the function of that name with a model of the caller's own.
func (m *Model) Find(a *article.Article, entities entity.List) []Quote {
	e := engines.Get().(*engine)
	defer engines.Put(e)
	e.model, e.teacher, e.trace = m, nil, false
	return e.run(a, entities)
}

// Trace is Find that gives all quotes, likely or not, with what they were judged
// by.
func (m *Model) Trace(a *article.Article, entities entity.List) []Quote {
	e := &engine{model: m, trace: true}
	return e.run(a, entities)
}

func (e *engine) run(a *article.Article, entities entity.List) []Quote {
	e.genders, e.met, e.spots, e.spotted = e.genders[:0], e.met[:0], e.spots[:0], e.spotted[:0]
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
