package page

import (
	"cmp"
	"fmt"
	"math"
	"slices"
	"strings"

	"github.com/seed05c9d22b/newstext/article"
	"github.com/seed05c9d22b/newstext/sentiment"
)

// stance is who is for or against whom, as the page shows it.
type stance struct {
	Number         int
	Holder, Target string
	Polarity       string // "for" or "against"
	Sign           string
	Strength       string
	Flags          string
	Frame          string
	Evidence       []link
	value          float64
	holder, target int // indexes of parties
}

// link leads to words of the story.
type link struct {
	Words string
	At    int // offset
	Sign  string
}

// Says puts the stance in words.
func (s *stance) Says() string { return s.Holder + " " + s.Polarity + " " + s.Target }

// party is who holds a stance, or toward whom one is held. Words that are no entity
// are a party of their own; the same words are the same one.
type party struct {
	Name  string
	Of    *subject // nil where it is no entity
	count int      // mentions
}

// pair is all that one party holds toward another.
type pair struct {
	holder, target int
	value          float64 // mean, from −1 against to 1 for
	words          []string
	list           []*stance
}

// Limits of the drawings: a graph of more parties cannot be read.
const (
	maxNodes   = 12
	maxColumns = 12
	maxRows    = 16
)

func (p *report) stances() {
	var parties []party
	at := map[string]int{}
	find := func(q sentiment.Party) int {
		key := fmt.Sprint(q.Entity)
		if q.Entity < 0 {
			key = "words " + strings.ToLower(clean(q.Name()))
		}
		i, ok := at[key]
		if !ok {
			i = len(parties)
			at[key] = i
			n := party{Name: clean(q.Name()), count: 1}
			switch {
			case q.Author:
				n.Name = "the author"
			case q.Entity >= 0:
				n.Of = p.Subjects[q.Entity]
				n.Name, n.count = n.Of.Name, n.Of.Count
			}
			parties = append(parties, n)
		}
		return i
	}
	var pairs []*pair
	for i, s := range p.analysis.Stances {
		t := &stance{Number: i + 1, Polarity: s.Polarity.String(), Sign: "+", Strength: fmt.Sprintf("%.2f", s.Strength),
			Flags: strings.Join(s.Flags.Names(), ", "), Frame: clean(s.Frame), value: s.Signed(), holder: find(s.Holder), target: find(s.Target)}
		t.Holder, t.Target = parties[t.holder].Name, parties[t.target].Name
		if s.Polarity == sentiment.Against {
			t.Sign = "−"
		}
		t.Evidence = p.links(s.Evidence, t.Sign)
		p.Stances = append(p.Stances, t)
		for k, j := range []int{t.holder, t.target} {
			if of := parties[j].Of; of != nil && (k == 0 || t.target != t.holder) {
				of.Stances = append(of.Stances, t)
			}
		}
		k := slices.IndexFunc(pairs, func(q *pair) bool { return q.holder == t.holder && q.target == t.target })
		if k < 0 {
			k = len(pairs)
			pairs = append(pairs, &pair{holder: t.holder, target: t.target})
		}
		pairs[k].list = append(pairs[k].list, t)
	}
	for _, q := range pairs {
		q.sum()
	}
	if len(pairs) > 0 {
		p.Graph, p.Matrix = newGraph(parties, pairs), newMatrix(parties, pairs)
	}
}

// links returns the words of spans, each once.
func (p *report) links(spans []article.Span, sign string) []link {
	var out []link
	for _, s := range spans {
		out = append(out, link{clean(p.analysis.Article.Slice(s)), s.Start, sign})
	}
	return out
}

// sum takes the mean of the stances of a pair and the words that show them.
func (q *pair) sum() {
	for _, s := range q.list {
		q.value += s.value / float64(len(q.list))
		for _, e := range s.Evidence {
			if !slices.Contains(q.words, e.Words) {
				q.words = append(q.words, e.Words)
			}
		}
	}
}

// polarity returns the side of a pair as its words and its sign.
func (q *pair) polarity() (words, sign string) {
	if q.value < 0 {
		return "against", "−"
	}
	return "for", "+"
}

// says puts the pair in words.
func (q *pair) says(parties []party) string {
	side, _ := q.polarity()
	s := fmt.Sprintf("%s %s %s (%s)", parties[q.holder].Name, side, parties[q.target].Name, signed(q.value))
	if len(q.words) > 0 {
		s += ": “" + strings.Join(q.words, "”, “") + "”"
	}
	return s
}

// matrix is the table of holders and targets.
type matrix struct {
	Targets []party
	Rows    []row
	Left    int // stances between parties that it has no room for
}

type row struct {
	Holder party
	Cells  []cell
}

// cell is what the holder of the row holds toward the target of the column; the zero
// cell is empty.
type cell struct {
	Polarity, Sign, Says string
	Size, Width          int // of the mark: half its side, 6 to 11, and the side
}

func newMatrix(parties []party, pairs []*pair) *matrix {
	var given, taken []int // stances held and received, by party
	given, taken = make([]int, len(parties)), make([]int, len(parties))
	for _, q := range pairs {
		given[q.holder] += len(q.list)
		taken[q.target] += len(q.list)
	}
	holders, targets := most(given, maxRows), most(taken, maxColumns)
	m := &matrix{}
	for _, t := range targets {
		m.Targets = append(m.Targets, parties[t])
	}
	for _, h := range holders {
		r := row{parties[h], make([]cell, len(targets))}
		for k, t := range targets {
			i := slices.IndexFunc(pairs, func(q *pair) bool { return q.holder == h && q.target == t })
			if i < 0 {
				continue
			}
			c := &r.Cells[k]
			c.Polarity, c.Sign = pairs[i].polarity()
			c.Says = pairs[i].says(parties)
			c.Size = 6 + int(math.Round(5*math.Min(1, math.Abs(pairs[i].value))))
			c.Width = 2 * c.Size
		}
		if slices.ContainsFunc(r.Cells, func(c cell) bool { return c != cell{} }) {
			m.Rows = append(m.Rows, r)
		}
	}
	for _, q := range pairs {
		if !slices.Contains(holders, q.holder) || !slices.Contains(targets, q.target) {
			m.Left += len(q.list)
		}
	}
	return m
}

// most returns the indexes of the n largest numbers above 0, the largest first.
func most(numbers []int, n int) []int {
	var out []int
	for i, x := range numbers {
		if x > 0 {
			out = append(out, i)
		}
	}
	slices.SortStableFunc(out, func(a, b int) int { return cmp.Compare(numbers[b], numbers[a]) })
	return out[:min(n, len(out))]
}
