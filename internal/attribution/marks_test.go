package attribution

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/seed05c9d22b/newstext/article"
)

// show writes a text with its segments in ⟦⟧; ⟧ is left out where the closing
// mark is missing, … stands where the quotation runs on.
func show(text string) string {
	var s story
	s.read(article.New(article.Meta{Headline: "Marks"}, text), nil)
	start := strings.Index(s.text, text)
	at := map[int]string{}
	for _, g := range s.segments {
		if g.Start < start {
			continue
		}
		at[g.Open] += "⟦"
		switch {
		case g.Closed():
			at[g.Close] += "⟧"
		case g.Runs:
			at[g.End] += "…"
		default:
			at[g.End] += "⟩"
		}
	}
	var b strings.Builder
	for i := start; i <= len(s.text); i++ {
		b.WriteString(at[i])
		if i < len(s.text) {
			b.WriteByte(s.text[i])
		}
	}
	return b.String()
}

func TestPairing(t *testing.T) {
	for name, want := range map[string]string{
		"straight double":          `⟦"We agree,"⟧ she said. ⟦"We always did."⟧`,
		"curly double":             `⟦“We agree,”⟧ she said.`,
		"single":                   `⟦'We agree,'⟧ she said.`,
		"curly single":             `⟦‘We agree,’⟧ she said.`,
		"single inside double":     `⟦"He said ⟦'no'⟧ twice,"⟧ she said.`,
		"double inside single":     `⟦'He said ⟦"no"⟧ twice,'⟧ she said.`,
		"doubled marks":            "⟦``We agree,''⟧ she said.",
		"guillemets":               `⟦« Oui »⟧, dit-elle.`,
		"low and high":             `⟦„Ja“⟧, sagte sie.`,
		"corner":                   `⟦「はい」⟧と言った。`,
		"apostrophes are none":     `The players' union didn't like the '90s and rock 'n' roll.`,
		"curly apostrophes":        `The players’ union didn’t like the ’90s.`,
		"possessive in single":     `⟦'The players' union agrees,'⟧ he said.`,
		"wrong way round":          `⟦”We agree,”⟧ she said.`,
		"closed with an opening":   `⟦“We agree,“⟧ she said.`,
		"stray close":              `We agree," she said. ⟦"We always did."⟧`,
		"missing close, new open":  `⟦"We agree.… ⟦"We always did,"⟧ she said.`,
		"missing close at the end": `⟦"We agree, she said.⟩`,
		"one mark in a sentence":   `The 5" gun was fired.`,
		"scare quotes":             `The ⟦"reform"⟧ was a cut.`,
		"brackets":                 `It was over (⟦"done"⟧, in his words).`,
		"inch marks glued":         `He is 6'2" tall.`,
	} {
		t.Run(name, func(t *testing.T) {
			text := strings.NewReplacer("⟦", "", "⟧", "", "⟩", "", "…", "").Replace(want)
			assert.Equal(t, want, show(text))
		})
	}
}

func TestPairingOverParagraphs(t *testing.T) {
	want := "⟦“We agree.…\n\n⟦“We always did,”⟧ she said."
	text := strings.NewReplacer("⟦", "", "⟧", "", "…", "").Replace(want)
	assert.Equal(t, want, show(text), "a new opening mark each paragraph, one close at the end")
}
