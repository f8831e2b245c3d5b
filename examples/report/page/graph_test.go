package page

import (
	"fmt"
	"math"
	"testing"

	"github.com/stretchr/testify/assert"
)

// ring makes n parties, each against the next, and every third for the first.
func ring(n int) ([]party, []*pair) {
	var parties []party
	var pairs []*pair
	for i := range n {
		parties = append(parties, party{Name: fmt.Sprintf("The very long name of party %d", i), count: i * i})
		if i > 0 {
			pairs = append(pairs, &pair{holder: i - 1, target: i, value: -0.5, list: []*stance{{}}})
		}
		if i%3 == 0 {
			pairs = append(pairs, &pair{holder: i, target: 0, value: 0.5, list: []*stance{{}}})
		}
	}
	return parties, pairs
}

func TestGraphKeepsNamesAndNodesApart(t *testing.T) {
	for n := 1; n <= 20; n++ {
		g := newGraph(ring(n))
		assert.Len(t, g.Nodes, min(n, maxNodes))
		assert.Equal(t, n-len(g.Nodes), g.Left)
		for i, a := range g.Nodes {
			assert.LessOrEqual(t, len(a.Lines), 3)
			for _, l := range a.Lines {
				assert.True(t, l.Y > 8 && l.Y < g.Height, "name inside the drawing: %d of %d", l.Y, g.Height)
				assert.LessOrEqual(t, len([]rune(l.Text)), letters)
			}
			for _, b := range g.Nodes[:i] {
				assert.Greater(t, math.Hypot(a.x-b.x, a.y-b.y), a.r+b.r+20)
			}
		}
		assert.Equal(t, g, newGraph(ring(n)), "the same drawing every time")
	}
}

func TestGraphHasNoLineFromAPartyToItself(t *testing.T) {
	g := newGraph([]party{{Name: "A"}}, []*pair{{value: 1, list: []*stance{{}}}})
	assert.Empty(t, g.Edges)
	assert.Len(t, g.Nodes, 1)
}

func TestLinesAreSeatedNotToCross(t *testing.T) {
	slots := bows(4)
	// Seated as they come, 0–3 and 1–2 cross.
	seat := arrange(slots, [][2]int{{0, 3}, {1, 2}})
	assert.False(t, cross(slots[seat[0]], slots[seat[3]], slots[seat[1]], slots[seat[2]]))
}

func TestNamesAreFolded(t *testing.T) {
	assert.Equal(t, []string{"Democratic", "National", "Committee"}, fold("Democratic National Committee", 15, 3))
	assert.Equal(t, []string{"one two", "three f…"}, fold("one two three four five", 8, 2))
	assert.Equal(t, []string{"Donaudampfschi…"}, fold("Donaudampfschifffahrtsgesellschaft", 15, 3))
	assert.Empty(t, fold(" ", 15, 3))
}

func TestMatrixHasRoomForTheMostHeld(t *testing.T) {
	parties, pairs := ring(30)
	m := newMatrix(parties, pairs)
	assert.LessOrEqual(t, len(m.Targets), maxColumns)
	assert.LessOrEqual(t, len(m.Rows), maxRows)
	assert.Equal(t, parties[0].Name, m.Targets[0].Name, "who has the most stances toward him comes first")
	shown := 0
	for _, r := range m.Rows {
		for _, c := range r.Cells {
			if c.Says != "" {
				shown++
			}
		}
	}
	assert.Equal(t, len(pairs), shown+m.Left)
}
