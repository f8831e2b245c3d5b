// Command roles trains the trees of package roles, which decide what words give
// the role of an entity.
//
//	go run ./internal/train/roles -data DIR [-out internal/roles/roles.model]
//
// It learns from the labelled stories. The proposals are those that package
// entity makes itself; what was accepted before in a story is taken from the
// labels. The same data give the same bytes.
package main

import (
	"encoding/json"
	"flag"
	"log"
	"os"
	"path/filepath"
	"slices"

	"github.com/seed05c9d22b/newstext/article"
	"github.com/seed05c9d22b/newstext/entity"
	"github.com/seed05c9d22b/newstext/internal/boost"
	"github.com/seed05c9d22b/newstext/internal/linear"
	"github.com/seed05c9d22b/newstext/internal/roles"
	"github.com/seed05c9d22b/newstext/internal/train/lines"
)

var (
	data   = flag.String("data", "", "data folder: stories")
	out    = flag.String("out", "internal/roles/roles.model", "model file to write")
	trees  = flag.Int("trees", 150, "trees")
	leaves = flag.Int("leaves", 12, "leaves of a tree at most")
	least  = flag.Int("least", 15, "proposals in a leaf at least")
)

func main() {
	log.SetFlags(0)
	flag.Parse()
	if err := run(); err != nil {
		log.Fatal(err)
	}
}

// story is a story with the roles of its entities.
type story struct {
	Text     string
	Entities []struct {
		Mentions, Roles []struct{ Start, End int }
	}
}

func run() error {
	var examples []boost.Example
	stories, gold, found := 0, 0, 0
	err := lines.Each(filepath.Join(*data, "stories", "train.jsonl.gz"), func(line []byte) error {
		var s story
		if err := json.Unmarshal(line, &s); err != nil {
			return err
		}
		for _, e := range s.Entities {
			gold += len(e.Roles)
		}
		taken := map[[2]int]bool{}
		roles.Watch = func(names [][2]int, proposals []roles.Proposal) []float32 {
			scores := make([]float32, len(proposals))
			for i, p := range proposals {
				e := boost.Example{X: slices.Clone(p.Values[:]), Group: stories}
				match, role := s.right(names, p)
				scores[i] = match - 0.5 // exact ones before those that overlap
				if match > 0 {
					e.Class = 1
					taken[role] = true
				} else {
					scores[i] = -1
				}
				examples = append(examples, e)
			}
			return scores
		}
		entity.Extract(article.Parse(s.Text))
		found += len(taken)
		stories++
		return nil
	})
	if err != nil {
		return err
	}
	roles.Watch = nil
	log.Printf("%d stories, %d roles, of which %d proposed; %d proposals", stories, gold, found, len(examples))
	o := boost.Options{Rounds: *trees, Leaves: *leaves, MinLeaf: *least, L2: 2, RowShare: 0.8, FeatureShare: 0.6, Seed: 1}
	m := boost.Train(roles.Names[:], examples, o)
	file, err := linear.Encode(roles.ModelName, m.Sections(roles.ModelName))
	if err != nil {
		return err
	}
	return os.WriteFile(*out, file, 0o644)
}

// right tells how well a proposal fits a role of the entity that bears one of the
// names: 1 exactly, less where each covers half of the other, 0 not at all.
func (s *story) right(names [][2]int, p roles.Proposal) (match float32, role [2]int) {
	for _, e := range s.Entities {
		same := false
		for _, m := range e.Mentions {
			for _, n := range names {
				same = same || m.Start < n[1] && n[0] < m.End
			}
		}
		if !same {
			continue
		}
		for _, r := range e.Roles {
			o := min(r.End, p.End) - max(r.Start, p.Start)
			if o <= 0 || 2*o < r.End-r.Start || 2*o < p.End-p.Start {
				continue
			}
			if x := float32(o) / float32(max(r.End, p.End)-min(r.Start, p.Start)); x > match {
				match, role = x, [2]int{r.Start, r.End}
			}
		}
	}
	return match, role
}
