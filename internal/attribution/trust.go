package attribution

import (
	"math"

	"github.com/seed05c9d22b/newstext/internal/boost"
)

// Signs of how far a quote is to be trusted.
const (
	trustProduct = iota
	trustForm
	trustNone
	trustStart
	trustEnd
	trustFrontEnd
	trustFrontStart
	trustFloat
	trustSpeakerEnd
	trustSpeakerStart
	trustPerson
	trustShape
	trustCueKind
	trustCueThat
	trustCueDirect
	trustMarked
	trustNested
	trustPieces
	trustWords
	trustGap
	trustSpeaker
	trustSpeakerWords
	trustEntity
	trustEntityInside
	trustBlock
	trustTurn
	trustSure
	trustCount
)

// TrustSigns names the signs.
var TrustSigns = []string{
	trustProduct:      "log odds of the product of all choices",
	trustForm:         "form",
	trustNone:         "that the cue reports nothing",
	trustStart:        "start",
	trustEnd:          "end",
	trustFrontEnd:     "front end",
	trustFrontStart:   "front start",
	trustFloat:        "float",
	trustSpeakerEnd:   "speaker's last word",
	trustSpeakerStart: "speaker's first word",
	trustPerson:       "entity",
	trustShape:        "which form",
	trustCueKind:      "kind of cue",
	trustCueThat:      "cue takes that",
	trustCueDirect:    "cue takes direct speech",
	trustMarked:       "how much is in marks",
	trustNested:       "cue is in marks",
	trustPieces:       "pieces",
	trustWords:        "words",
	trustGap:          "words between cue and content",
	trustSpeaker:      "speaker's last word is a name, a pronoun, another",
	trustSpeakerWords: "speaker's words",
	trustEntity:       "type of the entity",
	trustEntityInside: "entity is named in the speaker's words",
	trustBlock:        "kind of block",
	trustTurn:         "turn of a transcript",
	trustSure:         "product of the choices of the content",
}

type trustSigns [trustCount]float32

// trustSigns sets the signs of a draft.
func (e *engine) trustSigns(d *draft, x *trustSigns) {
	s := &e.story
	*x = trustSigns{}
	x[trustProduct] = logOdds(d.steps.product())
	x[trustForm], x[trustNone] = d.steps[TaskForm], d.against
	x[trustStart], x[trustEnd] = d.steps[TaskStart], d.steps[TaskEnd]
	x[trustFrontEnd], x[trustFrontStart] = d.steps[TaskFrontEnd], d.steps[TaskFrontStart]
	x[trustFloat] = d.steps[TaskFloat]
	x[trustSpeakerEnd], x[trustSpeakerStart] = d.steps[TaskSpeakerEnd], d.steps[TaskSpeakerStart]
	x[trustPerson] = d.steps[TaskPerson]
	x[trustSure] = logOdds(d.p)
	x[trustShape] = float32(d.form)
	k := d.domain.cue
	x[trustCueKind] = -1
	if d.cue >= 0 {
		x[trustCueKind] = float32(k.kind)
	}
	x[trustCueThat], x[trustCueDirect] = float32(flag(k.that)), float32(flag(k.direct))
	x[trustMarked] = float32(s.marked(d.pieces))
	x[trustNested] = float32(flag(d.domain.root >= 0))
	x[trustPieces] = float32(len(d.pieces))
	gap := 99
	for _, p := range d.pieces {
		x[trustWords] += float32(p.last - p.first + 1)
		gap = min(gap, max(p.first-int(k.end), int(k.first)-p.last-1, 0))
	}
	x[trustGap] = float32(gap)
	if w := d.speaker; w.known() {
		head := &s.tokens[w.last]
		x[trustSpeaker] = 3
		switch {
		case head.entity >= 0:
			x[trustSpeaker] = 1
		case head.class == classPronoun:
			x[trustSpeaker] = 2
		}
		x[trustSpeakerWords] = float32(w.last - w.first + 1)
	}
	x[trustEntity] = -1
	if len(d.who) > 0 {
		x[trustEntity] = float32(s.entities[d.who[0]].Type)
		for j := d.speaker.first; d.speaker.known() && j <= d.speaker.last; j++ {
			if int(s.tokens[j].entity) == d.who[0] {
				x[trustEntityInside] = 1
			}
		}
	}
	x[trustBlock] = float32(d.domain.kind)
	x[trustTurn] = float32(flag(d.turn))
}

// right is how likely it is that content and speaker of a draft are right.
func (m *Model) right(x *trustSigns, d *draft) float64 { return probability(m.trust, x, d) }

// contentRight is how likely it is that the content is.
func (m *Model) contentRight(x *trustSigns, d *draft) float64 { return probability(m.said, x, d) }

func probability(trees *boost.Model, x *trustSigns, d *draft) float64 {
	if trees == nil {
		return d.steps.product()
	}
	return float64(boost.Probability(trees.Score(x[:])))
}

// logOdds is the logarithm of p to 1−p, kept finite.
func logOdds(p float64) float32 {
	p = max(1e-6, min(1-1e-6, p))
	return float32(math.Log(p / (1 - p)))
}
