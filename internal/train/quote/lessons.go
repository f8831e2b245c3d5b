package main

import (
	"fmt"
	"os"

	"github.com/seed05c9d22b/newstext/internal/attribution"
)

// lessons are the choices of labelled stories, with numbers in place of features.
type lessons struct {
	number   map[weight]uint32
	keys     []weight // by number
	counts   []uint32 // choices that have it, by number
	seen     []uint32 // the last choice that had it
	features []uint32 // the weights of all candidates of all choices
	ends     []uint32 // of candidates, in features
	choices  []choice
	missed   attribution.Missed
	quotes   int
	story    int // the present one

	// With describe, errors are shown in the text around them.
	describe bool
	texts    [][]string // for each choice: what a guess would look like
}

// weight is what is learned: how a feature speaks for a class.
type weight struct {
	feature uint64
	class   uint8
}

// choice is a range of candidates of which one is right.
type choice struct {
	task       attribution.Task
	story      int32
	first, end uint32 // in ends
	right      uint32
}

func newLessons(describe bool) *lessons {
	return &lessons{number: make(map[weight]uint32, 1<<20), describe: describe}
}

// learn notes the choices of a story.
func (l *lessons) learn(s *story) {
	l.quotes += len(s.Quotes)
	attribution.Learn(s.article, s.found, s.goldFound(), l.note, &l.missed)
	l.story++
}

func (l *lessons) note(c *attribution.Choice, right int) {
	x := choice{task: c.Task, story: int32(l.story), first: uint32(len(l.ends)), right: uint32(right)}
	id := uint32(len(l.choices)) + 1
	for k := range c.Values {
		features, class := c.Of(k)
		for _, f := range features {
			key := weight{f, class}
			n, ok := l.number[key]
			if !ok {
				n = uint32(len(l.keys))
				l.number[key] = n
				l.keys, l.counts, l.seen = append(l.keys, key), append(l.counts, 0), append(l.seen, 0)
			}
			if l.seen[n] != id {
				l.seen[n] = id
				l.counts[n]++
			}
			l.features = append(l.features, n)
		}
		l.ends = append(l.ends, uint32(len(l.features)))
	}
	x.end = uint32(len(l.ends))
	l.choices = append(l.choices, x)
	if l.describe {
		all := make([]string, len(c.Values))
		for k := range all {
			all[k] = c.Describe(right, k)
		}
		l.texts = append(l.texts, all)
	}
}

// of returns the weights of a candidate.
func (l *lessons) of(c choice, k int) []uint32 {
	from := uint32(0)
	if at := int(c.first) + k; at > 0 {
		from = l.ends[at-1]
	}
	return l.features[from:l.ends[int(c.first)+k]]
}

// report says how many choices there are, and how many right answers were no
// candidates.
func (l *lessons) report() {
	var n, candidates [attribution.Tasks]int
	for _, c := range l.choices {
		n[c.task]++
		candidates[c.task] += int(c.end - c.first)
	}
	fmt.Fprintf(os.Stderr, "%d quotes, %d features\n", l.quotes, len(l.keys))
	for k := range attribution.Tasks {
		fmt.Fprintf(os.Stderr, "%-14s %7d choices among %8d candidates %6d without the right one\n", k, n[k], candidates[k], l.missed[k])
	}
}
