package parser

import (
	"testing"

	"github.com/stretchr/testify/require"
)

func TestProjectivizeLiftsCrossingArcs(t *testing.T) {
	// "A hearing is scheduled on the issue today": "on the issue" depends on "hearing".
	g := &Gold{Head: []int32{0, 2, 4, 4, 0, 7, 7, 2, 4}, Rel: make([]uint8, 9)}
	g.Projectivize()
	require.Equal(t, []int32{0, 2, 4, 4, 0, 7, 7, 4, 4}, g.Head)
}

func TestOracleLeadsToTheGoldTree(t *testing.T) {
	for name, head := range map[string][]int32{
		"chain to the right": {0, 0, 1, 2, 3},
		"chain to the left":  {0, 2, 3, 4, 0},
		"both sides":         {0, 2, 0, 5, 5, 2, 5},
	} {
		t.Run(name, func(t *testing.T) {
			var s Sentence
			s.Read(make([]Word, len(head)-1))
			g := &Gold{Head: head, Rel: make([]uint8, len(head))}
			g.prepare()
			p := pass{tables: NewTables([]string{"dep", "root", "punct", "parataxis"})}
			p.begin(&s)
			for !p.config.done() {
				ok, cost := p.config.legal(), p.config.costs(g)
				action := Shift
				for a := range NumActions {
					if ok[a] && (!ok[action] || cost[a] < cost[action]) {
						action = a
					}
				}
				require.Zero(t, cost[action], "an arc would be lost")
				p.apply(action, 0)
			}
			for d := 1; d < len(head); d++ {
				require.Equal(t, head[d], p.found[d].Head)
			}
		})
	}
}
