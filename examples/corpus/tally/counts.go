package tally

import (
	"slices"
	"strings"
)

// Speech counts the quotes of a speaker, and the stories that have one.
type Speech struct {
	Quotes   int `json:"quotes"`
	Direct   int `json:"direct,omitempty"`
	Mixed    int `json:"mixed,omitempty"`
	Indirect int `json:"indirect,omitempty"`
	Stories  int `json:"stories"`
}

func (s *Speech) weight() int { return s.Quotes }

func (s *Speech) add(t Speech) {
	s.Quotes += t.Quotes
	s.Direct += t.Direct
	s.Mixed += t.Mixed
	s.Indirect += t.Indirect
	s.Stories += t.Stories
}

// Plus returns the sum of two counts.
func (s Speech) Plus(t Speech) Speech {
	s.add(t)
	return s
}

func spoken(kind string) Speech {
	s := Speech{Quotes: 1}
	switch kind {
	case "direct":
		s.Direct = 1
	case "mixed":
		s.Mixed = 1
	default:
		s.Indirect = 1
	}
	return s
}

// Activity counts what the stories of a month have.
type Activity struct {
	Stories int `json:"stories"`
	Quotes  int `json:"quotes,omitempty"`
	For     int `json:"for,omitempty"`
	Against int `json:"against,omitempty"`
}

func (a *Activity) weight() int { return a.Stories }

func (a *Activity) add(b Activity) {
	a.Stories += b.Stories
	a.Quotes += b.Quotes
	a.For += b.For
	a.Against += b.Against
}

// Standing counts the stances of a pair, in all and by month.
type Standing struct {
	For     int     `json:"for,omitempty"`
	Against int     `json:"against,omitempty"`
	Months  []Stand `json:"months,omitempty"` // in order, the undated first
}

// Stand counts the stances of a pair in a month.
type Stand struct {
	Month   Month `json:"month,omitempty"`
	For     int   `json:"for,omitempty"`
	Against int   `json:"against,omitempty"`
}

func (s *Standing) weight() int { return s.For + s.Against }

func (s *Standing) add(t Standing) {
	s.For += t.For
	s.Against += t.Against
	for _, m := range t.Months {
		i, ok := slices.BinarySearchFunc(s.Months, m.Month, func(a Stand, b Month) int { return strings.Compare(string(a.Month), string(b)) })
		if !ok {
			s.Months = slices.Insert(s.Months, i, Stand{Month: m.Month})
		}
		s.Months[i].For += m.For
		s.Months[i].Against += m.Against
	}
}

func stood(m Month, polarity string) Standing {
	s := Stand{Month: m, For: 1}
	if polarity == "against" {
		s.For, s.Against = 0, 1
	}
	return Standing{For: s.For, Against: s.Against, Months: []Stand{s}}
}
