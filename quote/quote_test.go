package quote_test

import (
	"bufio"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/seed05c9d22b/newstext/article"
	"github.com/seed05c9d22b/newstext/quote"
)

// TestGolden reads testdata/*.txt: a line that begins with # names the cases
// below it, every other line is a case.
func TestGolden(t *testing.T) {
	files, err := filepath.Glob("testdata/*.txt")
	require.NoError(t, err)
	require.NotEmpty(t, files)
	for _, path := range files {
		f, err := os.Open(path)
		require.NoError(t, err)
		defer f.Close()
		lines, name := bufio.NewScanner(f), ""
		for lines.Scan() {
			line := lines.Text()
			if strings.HasPrefix(line, "#") {
				name = strings.TrimSpace(line[1:])
				continue
			}
			if line == "" {
				continue
			}
			t.Run(name, func(t *testing.T) {
				text, labels := unmark(strings.ReplaceAll(line, " ¶ ", "\n\n"))
				entities, names := entitiesOf(text, labels)
				a := article.Parse(text)
				got := quote.Extract(a, entities)
				require.NoError(t, got.Check(text, entities))
				assert.Equal(t, line, strings.ReplaceAll(markQuotes(text, names, got), "\n\n", " ¶ "))
			})
		}
		require.NoError(t, lines.Err())
	}
}
