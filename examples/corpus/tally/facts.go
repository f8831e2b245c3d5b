// Package tally counts over the analyses of an archive: who speaks, who is quoted by
// whom, who stands for or against whom and when. It reads the lines that the corpus
// program writes, so that a summary can be made of them at any time, and by other
// means: on a cluster, or in parts that are merged.
package tally

import (
	"cmp"
	"encoding/json"
	"slices"
	"strings"
)

// Name is who or what is named: stories agree on whom they mean where they give
// the same full name and type.
type Name struct {
	Name string `json:"name"`
	Type string `json:"type"` // person, org, place, group, event, work
}

func (n Name) compare(m Name) int {
	return cmp.Or(strings.Compare(n.Name, m.Name), strings.Compare(n.Type, m.Type))
}

// Quoting is an outlet that quotes a speaker.
type Quoting struct {
	Outlet  string `json:"outlet"`
	Speaker Name   `json:"speaker"`
}

func (q Quoting) compare(r Quoting) int {
	return cmp.Or(strings.Compare(q.Outlet, r.Outlet), q.Speaker.compare(r.Speaker))
}

// Pair is who holds a stance toward whom.
type Pair struct {
	Holder Name `json:"holder"`
	Target Name `json:"target"`
}

func (p Pair) compare(q Pair) int {
	return cmp.Or(p.Holder.compare(q.Holder), p.Target.compare(q.Target))
}

// Month is a month of publication as 2016-09, or empty where a story has no date.
type Month string

func (m Month) compare(n Month) int { return strings.Compare(string(m), string(n)) }

// Facts are what one story adds to the counts. Each key is there once, in order of
// the story.
type Facts struct {
	ID       string
	Month    Month
	Outlet   string
	Quotes   int // all of them, also of unknown speakers
	Stances  int // all of them, also toward what is no entity
	Speakers []Row[Name, Speech]
	Pairs    []Row[Pair, Standing]
}

// analysis is the part of the JSON of an analysis that is counted.
type analysis struct {
	ID   string `json:"id"`
	Meta struct {
		Published string `json:"published"`
		Source    string `json:"source"`
	} `json:"meta"`
	Entities []Name `json:"entities"`
	Quotes   []struct {
		Kind    string `json:"kind"`
		Speaker struct {
			Entities []int `json:"entities"`
		} `json:"speaker"`
	} `json:"quotes"`
	Stances []struct {
		Holder   party  `json:"holder"`
		Target   party  `json:"target"`
		Polarity string `json:"polarity"`
	} `json:"stances"`
}

type party struct {
	Entity *int `json:"entity"`
}

// Read reads the facts from the line of an analysis.
func Read(line []byte) (Facts, error) {
	var a analysis
	if err := json.Unmarshal(line, &a); err != nil {
		return Facts{}, err
	}
	for i := range a.Entities {
		a.Entities[i].Name = strings.Join(strings.Fields(a.Entities[i].Name), " ")
	}
	f := Facts{ID: a.ID, Outlet: a.Meta.Source, Quotes: len(a.Quotes), Stances: len(a.Stances)}
	if len(a.Meta.Published) >= 7 {
		f.Month = Month(a.Meta.Published[:7])
	}
	for _, q := range a.Quotes {
		for _, id := range q.Speaker.Entities {
			if n, ok := a.name(&id); ok {
				row(&f.Speakers, n).add(spoken(q.Kind))
			}
		}
	}
	for i := range f.Speakers {
		f.Speakers[i].Counts.Stories = 1
	}
	for _, s := range a.Stances {
		holder, ok := a.name(s.Holder.Entity)
		target, ok2 := a.name(s.Target.Entity)
		if ok && ok2 && holder != target {
			row(&f.Pairs, Pair{holder, target}).add(stood(f.Month, s.Polarity))
		}
	}
	return f, nil
}

func (a *analysis) name(id *int) (Name, bool) {
	if id == nil || *id < 0 || *id >= len(a.Entities) || a.Entities[*id].Name == "" {
		return Name{}, false
	}
	return a.Entities[*id], true
}

// row returns the counts of a key, which is appended where it is not there. The
// speakers and pairs of a story are few.
func row[K comparable, V any](rows *[]Row[K, V], k K) *V {
	i := slices.IndexFunc(*rows, func(r Row[K, V]) bool { return r.Key == k })
	if i < 0 {
		i = len(*rows)
		*rows = append(*rows, Row[K, V]{Key: k})
	}
	return &(*rows)[i].Counts
}
