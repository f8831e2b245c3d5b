package news

import (
	_ "embed"
	"strings"

	"github.com/seed05c9d22b/newstext/article"
	"github.com/seed05c9d22b/newstext/sentiment"
)

// tones are how sentences in stories of the folder news frame those that they name: read
// for this project, a few sentences of a story, by the rules and with examples of NewsMTSC.
// A line is
//
//	story  targets
//
// where a target is the first letter of its tone (u for a neutral one), and its range as
// that of a name.
//
//go:embed tones.tsv
var tones string

// Toned is a story with targets.
type Toned struct {
	Story
	Targets []Target
}

// Target is somebody whom a sentence names or means, and how it frames him.
type Target struct {
	Span article.Span
	Tone sentiment.Label
}

// Tones returns the stories of the folder that were read for tones and that keep asks
// for, in a fixed order.
func Tones(folder string, keep func(id string) bool) ([]Toned, error) {
	return find(folder, allTones, keep)
}

func (x *Toned) check() error {
	for _, t := range x.Targets {
		if err := t.Span.Check("target", x.Text); err != nil {
			return err
		}
	}
	return nil
}

// toneLetters are the first letters of the labels of package sentiment, u for neutral.
const toneLetters = "upn"

// allTones reads the labels, without texts.
func allTones() ([]Toned, error) {
	all, err := named("tones.tsv", tones, toneLetters)
	out := make([]Toned, len(all))
	for i, x := range all {
		out[i].Story = x.Story
		for _, t := range x.Names {
			out[i].Targets = append(out[i].Targets, Target{t.Span, sentiment.Label(strings.IndexByte(toneLetters, t.Type))})
		}
	}
	return out, err
}
