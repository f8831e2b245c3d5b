package main

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/seed05c9d22b/newstext/internal/linear"
	"github.com/seed05c9d22b/newstext/internal/opinion"
	"github.com/seed05c9d22b/newstext/internal/train/logistic"
)

// leastWeight is the smallest weight that is kept, in units of opinion.StanceScale.
const leastWeight = 2

func (t *trainer) write(out string, thresholds [3]float64, report string) error {
	names := t.someFeatures()
	var sections []linear.Section
	add := func(name string, labels []string, rows []linear.Row) error {
		s, err := linear.ModelSections(name, labels, rows)
		sections = append(sections, s...)
		return err
	}
	var sizes []string
	for _, m := range []struct {
		name   string
		labels []string
		rows   []linear.Row
	}{
		{opinion.EvidenceModel, []string{"for", "against"}, joined(t.sparse[opinion.EvidenceModel])},
		{opinion.LinkModel, []string{"for", "against"}, joined(t.sparse[opinion.LinkModel])},
		{opinion.SpeakerModel, []string{"none", "for", "against"}, t.sparse[opinion.SpeakerModel].Pack(opinion.StanceScale, leastWeight)},
		{opinion.PartyModel, []string{"target for", "target against", "holder for", "holder against"}, joined(t.sparse["target"], t.sparse["holder"])},
	} {
		sizes = append(sizes, fmt.Sprintf("%s %d", m.name, len(m.rows)))
		if err := add(m.name, m.labels, m.rows); err != nil {
			return err
		}
	}
	j := &t.judges[folds]
	sections = append(sections, j.Show.Sections(opinion.ShowModel)...)
	sections = append(sections, j.Meet.Sections(opinion.MeetModel)...)
	sections = append(sections, j.MeetSide.Sections(opinion.MeetSideModel)...)
	sections = append(sections, j.Tie.Sections(opinion.TieModel)...)
	sections = append(sections, j.TieSide.Sections(opinion.TieSideModel)...)
	sections = append(sections, linear.Section{Name: opinion.Thresholds, Data: fmt.Appendf(nil, "%.3f %.3f %.3f", thresholds[0], thresholds[2], thresholds[1])})
	sections = append(sections, linear.Section{Name: opinion.GatesSection, Data: []byte(gates.String())})
	bytes, err := linear.Encode("stance", sections)
	if err != nil {
		return err
	}
	if err := os.WriteFile(filepath.Join(out, "stance.model"), bytes, 0o644); err != nil {
		return err
	}
	return os.WriteFile(filepath.Join(out, "stance.md"), []byte(t.card(len(bytes), strings.Join(sizes, ", "), thresholds, report, names)), 0o644)
}

// joined makes one model of some with the same features and the classes none, for
// and against: the weights of for and against of each, less those of none.
func joined(models ...*logistic.Weights) []linear.Row {
	rows := map[uint64]*[4]int{}
	var order []uint64
	for k, m := range models {
		for _, r := range m.Pack(opinion.StanceScale, leastWeight) {
			var w [3]int
			for _, v := range r.Weights {
				w[v.Class] = int(v.Value)
			}
			x := rows[r.Feature]
			if x == nil {
				x = &[4]int{}
				rows[r.Feature] = x
				order = append(order, r.Feature)
			}
			x[2*k], x[2*k+1] = w[opinion.For]-w[opinion.None], w[opinion.Against]-w[opinion.None]
		}
	}
	out := make([]linear.Row, 0, len(order))
	for _, f := range order {
		r := linear.Row{Feature: f}
		for c, v := range rows[f] {
			if v != 0 {
				r.Weights = append(r.Weights, linear.Weight{Class: uint8(c), Value: int8(max(-127, min(127, v)))})
			}
		}
		out = append(out, r)
	}
	return out
}

// someFeatures names the features of a part of the stories, for the card.
func (t *trainer) someFeatures() *opinion.Names {
	names := opinion.NewNames()
	for i, d := range t.docs {
		if d.kind == story && i%8 == 0 {
			t.reader.Read(d.a, d.found, d.quotes, func(s *opinion.Scene) {
				s.Trace(names)
				s.Meetings(&t.judges[folds], nil)
				s.Trace(nil)
			})
		}
	}
	return names
}

func (t *trainer) card(size int, sizes string, thresholds [3]float64, report string, names *opinion.Names) string {
	var tops strings.Builder
	for _, name := range []string{opinion.EvidenceModel, "target", "holder", opinion.LinkModel} {
		for class, title := range []string{"", "for", "against"} {
			if class > 0 {
				fmt.Fprintf(&tops, "\n## %s: %s less none\n| feature | weight | count |\n|---|---|---|\n", name, title)
				t.sparse[name].Top(&tops, 30, class, 0, names.Name)
			}
		}
	}
	return fmt.Sprintf(`# stance.model

Who is for or against whom. A cascade: sparse logistic regressions say which words show a stance ("evidence"), which phrases are its target or
holder ("party", "speaker"); boosted trees over %d figures of a pair in one place ("meet"), and over %d of
all places of two parties together ("tie"), say whether there is a stance, and on which side. Names are replaced by the type of what they name.

- Learned from the labelled stories, training part; stories of the folder news with the labels of internal/train/news/stances.tsv; DSE, training part (Park, Pan & Joo, Findings of ACL 2021; repository
  bywords/directed_sentiment_analysis); NewsMTSC, training part (Hamborg & Donnay, EACL 2021; repository fhamborg/NewsMTSC), for targets alone.
- Made by: go run ./internal/train/stance -data DATA -held HELD -out internal/opinion/models (seed %d; CARD.md tells what HELD is)
- %d bytes; features: %s; weights in 1/%d of log-odds; thresholds %.2f for stories between named parties, %.2f for others, %.2f in a text of a sentence or two.

Cross-validation, by threshold: stories (all stances; both parties named), and DSE sentences
| threshold | stories | both named | DSE |
|---|---|---|---|
%s%s`, len(opinion.FigureNames), len(opinion.TieNames), partyOptions.Seed, size, sizes, opinion.StanceScale, thresholds[0], thresholds[1], thresholds[2], report, tops.String())
}

// ablations are groups of figures that can be left out.
var ablations = map[string][]string{
	"evidence": {"evidence", "trigger"},
	"frames":   {"fill", "frame"},
	"story":    {"count", "first", "speaks", "place", "sentence"},
}

func ablationNames() string {
	var out []string
	for k := range ablations {
		out = append(out, k)
	}
	slices.Sort(out)
	return strings.Join(out, ", ")
}

func (t *trainer) ablate(what string) error {
	if what == "" {
		return nil
	}
	words, ok := ablations[what]
	if !ok {
		return fmt.Errorf("no group %q", what)
	}
	for i, name := range opinion.FigureNames {
		if slices.ContainsFunc(words, func(w string) bool { return strings.Contains(name, w) }) {
			t.drop = append(t.drop, i)
		}
	}
	return nil
}
