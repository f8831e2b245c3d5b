package treebank

import (
	"encoding/json"
	"fmt"
	"path/filepath"
	"slices"

	"github.com/seed05c9d22b/newstext/internal/train/lines"
)

// EachStory calls f with the headline and the text of every story of the news
// folder of a data folder, in a fixed order.
func EachStory(data string, f func(headline, text string) error) error {
	files, err := filepath.Glob(filepath.Join(data, "news", "*.jsonl.gz"))
	if err != nil || len(files) == 0 {
		return fmt.Errorf("no stories in %s", filepath.Join(data, "news"))
	}
	slices.Sort(files)
	for _, name := range files {
		err := lines.Each(name, func(line []byte) error {
			var story struct{ Headline, Text string }
			if err := json.Unmarshal(line, &story); err != nil {
				return err
			}
			return f(story.Headline, story.Text)
		})
		if err != nil {
			return err
		}
	}
	return nil
}
