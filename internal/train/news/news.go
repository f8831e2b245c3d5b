// Package news reads stories of the data folder news, which come without labels, and
// has what was labelled in them for this project: names and stances, as offsets into
// headline, an empty line and text. No text is kept here.
package news

import (
	"encoding/json"
	"fmt"
	"hash/fnv"
	"path/filepath"
	"slices"

	"github.com/seed05c9d22b/newstext/internal/train/lines"
)

// Story is a story of the folder: its headline, an empty line, and its text.
type Story struct{ ID, Text string }

func (s *Story) story() *Story { return s }

// labelled is a story with labels, whose ranges can be checked.
type labelled[T any] interface {
	*T
	story() *Story
	check() error
}

// find returns those stories of a list that keep asks for, with their texts.
func find[T any, P labelled[T]](folder string, list func() ([]T, error), keep func(id string) bool) ([]T, error) {
	all, err := list()
	if err != nil {
		return nil, err
	}
	all = slices.DeleteFunc(all, func(x T) bool { return !keep(P(&x).story().ID) })
	ids := make([]string, len(all))
	for i := range all {
		ids[i] = P(&all[i]).story().ID
	}
	texts, err := read(folder, ids)
	if err != nil {
		return nil, err
	}
	for i := range all {
		x := P(&all[i])
		x.story().Text = texts[i]
		if err := x.check(); err != nil {
			return nil, fmt.Errorf("labels of story %s: %w", ids[i], err)
		}
	}
	return all, nil
}

// read returns the texts of stories, in the order of their ids: headline, an empty
// line, and the text.
func read(folder string, ids []string) ([]string, error) {
	at := make(map[string]int, len(ids))
	for i, id := range ids {
		at[id] = i
	}
	out, missing := make([]string, len(ids)), len(at)
	files, err := filepath.Glob(filepath.Join(folder, "*.jsonl.gz"))
	if err != nil {
		return nil, err
	}
	for _, path := range files {
		if err := lines.Each(path, func(line []byte) error {
			var x struct{ ID, Headline, Text string }
			if err := json.Unmarshal(line, &x); err != nil {
				return err
			}
			if i, ok := at[x.ID]; ok && out[i] == "" {
				out[i] = x.Headline + "\n\n" + x.Text
				missing--
			}
			return nil
		}); err != nil {
			return nil, err
		}
	}
	if missing > 0 {
		for i, text := range out {
			if text == "" {
				return nil, fmt.Errorf("%s: no story %s", folder, ids[i])
			}
		}
	}
	return out, nil
}

// Number deals stories into folds (lines.Fold), the same story always into the
// same, whoever has labelled what in it.
func Number(id string) int {
	h := fnv.New32a()
	h.Write([]byte(id))
	return int(h.Sum32() >> 1)
}
