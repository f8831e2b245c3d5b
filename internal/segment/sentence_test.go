package segment

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
)

// The sentences of each text are written with | between them.
func TestSentences(t *testing.T) {
	for name, tests := range map[string][]string{
		"quotes": {
			`"The vote is over." |Lawmakers left.`,
			`"We won. |It was hard," he said. |"But we won."`,
			`"Why did nobody warn us?" asked Marta Hule. |"Nobody knew."`,
			`"Will she run?" Brisk asked reporters.`,
			`"They lost." Mayor Brisk said.`,
			`"They lost." |Mayor Brisk said that few had come.`,
			`He called it “a disgrace.” |His lawyers will appeal.`,
			`Protesters chanted "Shame! Shame!" as the convoy passed.`,
			`Protesters chanted 'Shame! Shame!' as the convoy passed.`,
			`'Never! |Not now!' she said.`,
			`''We won. |They lost,'' he said. |Few cheered.`,
			`The minister said: "We have a plan. |We will publish it."`,
			`'We won,' he said. |'Few had hoped for it.'`,
			"``We won.'' |They had.",
		},
		"abbreviations amid a sentence": {
			`Gen. Ulreich met Dr. Okoro-Vance of Norfield Inc. on Jan. 5.`,
			`The U.S. Senate and the U.N. Security Council met in Washington, D.C., at 6 p.m. Tuesday.`,
			`Judge Maria E. Santos lives at No. 10, i.e. on the corner.`,
			`ORAL ARGUMENT OF GEN. ADELA BRISK`,
		},
		"abbreviations at the end": {
			`It was first imposed by the U.S. |Brazil followed a year later.`,
			`They sell fruit, nuts, etc. |Prices are low.`,
			`He left at 6 p.m. |Mr. Lemmer stayed.`,
			`She joined Bolt Corp. |It makes locks.`,
			`We make a good team, you and I. |Did you see Albert I. Jones?`,
		},
		"lost full stops": {
			`Rebels are backed by the US |Talks are expected to resume.`,
			`The port was closed after the storm |Officials said it would open.`,
			`The bill now goes to the Senate |It is likely to pass.`,
			`The court sentenced him to 12 years in prison |His wife was acquitted.`,
			`He is leading US Talks on the matter.`,
			`The Dow Jones Industrial Average rose.`,
			`It was the day when Norfield Money reported a loss.`,
			`They saw the film They Are Here on Monday.`,
		},
		"missing blanks": {
			`It ended at dawn.|The shelling began again.`,
			`Did he know?|The inquiry says yes.`,
			`Rates fell to 2.5 percent.|Markets rose.`,
			`Shares of Norfield (NFD.O) fell, as Bolt.TV said.`,
			`Write to tips@example.com or see example.com/a.Html today.`,
		},
		"ellipses": {
			`I thought about it ... and said no.`,
			`Well... maybe. |We waited... |Then it came.`,
			`It ends here . . . . |Next sentence.`,
		},
		"brackets and notes": {
			`It passed. |(The speaker did not vote.) |It takes effect in June.`,
			`He teaches (he worked as an engineer.) at the school.`,
			`It was found in 1805. [19] |He left.`,
			`Cognition has two types.10 |This is one.`,
		},
		"numbers": {
			`The magnitude was 6.1. |Aftershocks followed.`,
			`Of these, 340 were held. |12 remain.`,
			`1. Get some rest. |2. Eat well.`,
		},
		"lists run on in one line": {
			`1) bread |2) milk |3) salt`,
			`1. Bread is out. |2. Milk is not.`,
			`• 9. bread |• 10. milk`,
			`a. bread |b. milk`,
			`The 2. district and the 3. district met.`,
		},
		"lower case": {
			`i went there. |it was fine.`,
			`She works at Yahoo! in the accounting department.`,
			`Is it open? |thanks`,
		},
		"empty lines": {
			"one line\n\n|another",
			"hard-wrapped\ntext goes on",
		},
	} {
		t.Run(name, func(t *testing.T) {
			for _, marked := range tests {
				text := strings.ReplaceAll(marked, "|", "")
				sentences, _ := Sentences(text, Span{0, uint32(len(text))}, false, nil, nil)
				var want []string
				for _, s := range strings.Split(marked, "|") {
					want = append(want, strings.TrimSpace(s))
				}
				var got []string
				for _, s := range sentences {
					got = append(got, text[s.Start:s.End])
				}
				assert.Equal(t, want, got)
			}
		})
	}
}

func TestHeadlinesLoseNoFullStops(t *testing.T) {
	text := "Rebels backed by the US Talks are expected"
	sentences, _ := Sentences(text, Span{0, uint32(len(text))}, true, nil, nil)
	assert.Len(t, sentences, 1)
}

func TestSentencesAppendsAndKeepsToTheBlock(t *testing.T) {
	text := "Not this. But this. And not that."
	sentences, tokens := Sentences(text, Span{10, 19}, false, []Sentence{{Span: Span{0, 9}, EndToken: 1}}, []Token{{0, 9}})
	assert.Equal(t, []Sentence{{Span{0, 9}, 0, 1}, {Span{10, 19}, 1, 4}}, sentences)
	assert.Equal(t, []Token{{0, 9}, {10, 13}, {14, 18}, {18, 19}}, tokens)
}

func TestSentencesOfNothing(t *testing.T) {
	for _, text := range []string{"", " ", "\n\t \u200b\ufeff"} {
		sentences, tokens := Sentences(text, Span{0, uint32(len(text))}, false, nil, nil)
		assert.Empty(t, sentences)
		assert.Empty(t, tokens)
	}
}
