package segment

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/seed05c9d22b/newstext/examples/seed"
	"github.com/seed05c9d22b/newstext/internal/linear"
)

func TestLinesAreClassified(t *testing.T) {
	// Each line is preceded by its kind.
	page := `link Home
link World
headline Velmora and Karsk edge closer to deal on shared lake
subhead Ministers meet for nine hours but leave the price of water for another day
byline By Ilena Tarrow and Jonas Pell
time Published 6:45 PM EST March 12, 2024
share Share on Facebook
share Tweet
caption Fishing boats lie on the dry bed of Lake Orrin near the village of Teshek. (Photo: Mara Dole/NSA)
paragraph PORT ANSEL, Velmora (AP) — Velmora and its northern neighbour Karsk moved closer on Tuesday to an agreement on sharing the water of Lake Orrin, but failed to settle how much farmers will pay.
paragraph Foreign Minister Adela Brisk and her counterpart met for nine hours in this harbour town, the longest talks since the border was closed in 2019.
advert Advertisement
paragraph “We have not closed every gap, but we are no longer shouting across the lake,” Brisk told reporters. “That is worth something.”
link Related: Lake towns prepare for a dry summer
paragraph Ulreich was more cautious. He said Karsk would sign nothing that left its farms “at the mercy of a tap in another country.”
crosshead Farmers block roads
paragraph Opposition leader Pavel Dunst called the draft a surrender. Farm unions in southern Velmora, which have blocked roads since January, also oppose it.
note (Reporting by Ilena Tarrow; Editing by Jonas Pell)
copyright © 2024 News Service of Ansel. All rights reserved.
link Most Read
link Rail strike called off after late talks
link Why the dam matters
newsletter Sign up for our newsletter`
	var kinds, lines []string
	for line := range strings.SplitSeq(page, "\n") {
		kind, text, _ := strings.Cut(line, " ")
		kinds, lines = append(kinds, kind), append(lines, text)
	}
	text := strings.Join(lines, "\n")
	blocks := Blocks(nil, text, 0, false)
	require.Len(t, blocks, len(lines))
	for i, b := range blocks {
		assert.Equal(t, kinds[i], b.Kind.String(), text[b.Start:b.End])
	}
}

func TestSeedStoryHasItsBlocks(t *testing.T) {
	blocks := Blocks(nil, seed.Story, 0, false)
	for i, b := range blocks {
		want := Paragraph
		switch i {
		case 0:
			want = Share
		case 1:
			want = Headline
		}
		assert.Equal(t, want, b.Kind, seed.Story[b.Start:b.End])
	}
}

func TestKnownHeadlineIsNotLookedFor(t *testing.T) {
	body := "Lake deal near\n\nVelmora and Karsk moved closer on Tuesday to an agreement on sharing the water of Lake Orrin, officials said.\n\nTalks go on."
	for _, b := range Blocks(nil, body, 0, true) {
		assert.NotEqual(t, Headline, b.Kind)
	}
}

func TestEmbeddedLineModelIsWhole(t *testing.T) {
	_, err := linear.Open(embeddedLines)
	assert.NoError(t, err)
	_, err = OpenLineModel(embeddedLines)
	assert.NoError(t, err)
}

func TestWordsHashTheSameWhereverTheyStand(t *testing.T) {
	for _, word := range []string{"a", "the", "Reuters", "COPYRIGHT", "newsletters", "internationally", "12345678", "O'Brien", "Café"} {
		var c counts
		alone := c.read(nil, word)
		before := c.read(nil, word+" and more text behind it")
		after := c.read(nil, "some text before "+strings.ToLower(word))
		require.Len(t, alone, 1, word)
		assert.Equal(t, alone[0], before[0], word)
		assert.Equal(t, alone[0], after[3], word)
	}
}
