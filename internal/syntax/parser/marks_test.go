package parser

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

func TestMarksHangWhereTheTreeOfTheWordsSays(t *testing.T) {
	for name, c := range map[string]struct {
		text  string
		heads []int32 // −1 for marks
		want  []int32
	}{
		"list and full stop": {"apples , pears and plums .", []int32{0, -1, 1, 5, 1, -1}, []int32{0, 3, 1, 5, 1, 1}},
		"fronted phrase":     {"Yesterday , he left .", []int32{4, -1, 4, 0, -1}, []int32{4, 1, 4, 0, 4}},
		"list before verb":   {"Wine , beer , bread matter", []int32{6, -1, 1, -1, 1, 0}, []int32{6, 3, 1, 5, 1, 0}},
		"brackets":           {"Kerry ( a Democrat ) spoke", []int32{6, -1, 4, 1, -1, 0}, []int32{6, 4, 4, 1, 4, 0}},
		"clause before clause, both under a third": {"said that when talks fail , they leave", []int32{0, 8, 5, 5, 8, -1, 8, 1}, []int32{0, 8, 5, 5, 8, 5, 8, 1}},
		"apposition before the verb of its clause": {"Said Rita , now a storm , grew", []int32{0, 8, -1, 6, 6, 2, -1, 1}, []int32{0, 8, 6, 6, 6, 2, 2, 1}},
		"hyphens":   {"top - down control", []int32{4, -1, 1, 0}, []int32{4, 1, 1, 0}},
		"quotation": {"\" It works , \" he said", []int32{-1, 3, 7, -1, -1, 7, 0}, []int32{3, 3, 7, 3, 3, 7, 0}},
	} {
		t.Run(name, func(t *testing.T) {
			marks := []Mark{NoMark}
			heads := []int32{0}
			for i, w := range strings.Fields(c.text) {
				heads = append(heads, c.heads[i])
				if c.heads[i] < 0 {
					m := markOf(w)
					if name == "hyphens" && m == Dash {
						m = Hyphen
					}
					marks = append(marks, m)
				} else {
					marks = append(marks, NoMark)
				}
			}
			new(Parser).attach(marks, heads)
			require.Equal(t, c.want, heads[1:])
		})
	}
}
