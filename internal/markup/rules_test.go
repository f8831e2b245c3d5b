package markup

import (
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/seed05c9d22b/newstext/article"
)

func TestListsAreSortedAndNameKinds(t *testing.T) {
	for name, tsv := range map[string]string{"elements.tsv": elementsTSV, "classes.tsv": classesTSV} {
		var names []string
		columns := 0
		for line := range strings.Lines(tsv) {
			cells := strings.Split(strings.TrimSuffix(line, "\n"), "\t")
			if strings.HasPrefix(line, "#") {
				continue
			}
			if columns == 0 {
				columns = len(cells)
				continue
			}
			assert.Len(t, cells, columns, "%s: %q", name, line)
			names = append(names, cells[0])
			kind := cells[columns-1]
			assert.True(t, kind == "" || kind == "unknown" || new(article.Kind).UnmarshalText([]byte(kind)) == nil, "%s: kind %q", name, kind)
			if columns == 3 {
				assert.Contains(t, []string{"block", "skip"}, cells[1], name)
			}
		}
		assert.True(t, slices.IsSorted(names), "%s is sorted", name)
		assert.Len(t, slices.Compact(names), len(names), "%s has each name once", name)
	}
}
