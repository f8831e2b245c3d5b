// Package held reads labelled stories with models that have not seen them. The
// models of names, of what pronouns mean and of quotes have learned from the same
// stories, and find more in them than in any others; a later model that learns
// what to expect from such stories trusts too far what it is told of others. So
// the stories are dealt into folds (lines.Fold), and those of each are read with
// models that were learned from the rest:
//
//	DIR/ner-0.model, DIR/coref-0.model, DIR/quote-0.model   // have not seen fold 0
//	DIR/ner-1.model …
package held

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"github.com/seed05c9d22b/newstext/entity"
	"github.com/seed05c9d22b/newstext/internal/attribution"
	"github.com/seed05c9d22b/newstext/internal/coref"
	"github.com/seed05c9d22b/newstext/internal/linear"
	"github.com/seed05c9d22b/newstext/internal/train/lines"
)

// Each calls use for each fold that a folder has models of. While it runs, the
// library takes these in place of its own for what pronouns mean and, where the
// folder has them, for quotes; the model of names is handed over.
func Each(dir string, use func(fold lines.Fold, names *entity.Model) error) error {
	defer func() { coref.Trained, attribution.Trained = nil, nil }()
	files, err := filepath.Glob(filepath.Join(dir, "ner-*.model"))
	if err != nil {
		return err
	}
	if len(files) == 0 {
		return fmt.Errorf("%s: no ner-0.model", dir)
	}
	for i := range files {
		path := func(what string) string { return filepath.Join(dir, fmt.Sprintf("%s-%d.model", what, i)) }
		file, err := os.Open(path("ner"))
		if err != nil {
			return err
		}
		names, err := entity.ReadModel(file)
		file.Close()
		if err != nil {
			return err
		}
		sections, err := open(path("coref"))
		if err != nil {
			return err
		}
		if coref.Trained, err = coref.Open(sections); err != nil {
			return err
		}
		if sections, err = open(path("quote")); err == nil {
			attribution.Trained, err = attribution.OpenModel(sections)
		}
		if err != nil && !errors.Is(err, fs.ErrNotExist) {
			return err
		}
		if err := use(lines.Fold{I: i, N: len(files)}, names); err != nil {
			return err
		}
	}
	return nil
}

// Save writes the model of quotes that has not seen a fold.
func Save(dir string, fold int, quotes []byte) error {
	return os.WriteFile(filepath.Join(dir, fmt.Sprintf("quote-%d.model", fold)), quotes, 0o644)
}

func open(path string) (*linear.File, error) {
	data, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	return linear.Open(string(data))
}
