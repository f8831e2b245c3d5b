package tally

import (
	"cmp"
	"slices"
)

// MostQuoted returns the n speakers who are quoted in most stories: unlike those
// with most quotes they are not there for one long interview.
func (s *Summary) MostQuoted(n int) []Row[Name, Speech] {
	all := s.Speakers.Rows()
	slices.SortStableFunc(all, func(a, b Row[Name, Speech]) int { return cmp.Compare(b.Counts.Stories, a.Counts.Stories) })
	return all[:min(n, len(all))]
}

// Calendar returns the months that have stories, in order, without the undated.
func (s *Summary) Calendar() []Row[Month, Activity] {
	all := s.Months.Rows()
	slices.SortFunc(all, func(a, b Row[Month, Activity]) int { return a.Key.compare(b.Key) })
	if len(all) > 0 && all[0].Key == "" {
		all = all[1:]
	}
	return all
}

// Span returns the first and the last month that have stories, or "".
func (s *Summary) Span() (first, last Month) {
	if c := s.Calendar(); len(c) > 0 {
		return c[0].Key, c[len(c)-1].Key
	}
	return "", ""
}
