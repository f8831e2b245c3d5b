package tally

// Summary counts over many stories, in bounded memory (see Table). The zero value
// is an empty one. It marshals to JSON and back without loss: counting can be
// interrupted and resumed.
type Summary struct {
	Stories    int `json:"stories"`
	Dated      int `json:"dated"` // stories that have a date
	Quotes     int `json:"quotes"`
	Attributed int `json:"attributed"` // quotes with a speaker that is named, counted once for each
	Stances    int `json:"stances"`
	Between    int `json:"between"` // stances of one entity toward another

	Months   Table[Month, Activity, *Activity] `json:"months"`
	Speakers Table[Name, Speech, *Speech]      `json:"speakers"`
	Quoting  Table[Quoting, Speech, *Speech]   `json:"quoting"` // of stories whose outlet is known
	Pairs    Table[Pair, Standing, *Standing]  `json:"pairs"`
}

// Add counts a story.
func (s *Summary) Add(f Facts) {
	s.Stories++
	if f.Month != "" {
		s.Dated++
	}
	s.Quotes += f.Quotes
	s.Stances += f.Stances
	month := Activity{Stories: 1, Quotes: f.Quotes}
	for _, r := range f.Speakers {
		s.Attributed += r.Counts.Quotes
		s.Speakers.Add(r.Key, r.Counts)
		if f.Outlet != "" {
			s.Quoting.Add(Quoting{f.Outlet, r.Key}, r.Counts)
		}
	}
	for _, r := range f.Pairs {
		s.Between += r.Counts.For + r.Counts.Against
		month.For += r.Counts.For
		month.Against += r.Counts.Against
		s.Pairs.Add(r.Key, r.Counts)
	}
	s.Months.Add(f.Month, month)
}

// Merge adds the counts of another summary.
func (s *Summary) Merge(t *Summary) {
	s.Stories += t.Stories
	s.Dated += t.Dated
	s.Quotes += t.Quotes
	s.Attributed += t.Attributed
	s.Stances += t.Stances
	s.Between += t.Between
	s.Months.Merge(&t.Months)
	s.Speakers.Merge(&t.Speakers)
	s.Quoting.Merge(&t.Quoting)
	s.Pairs.Merge(&t.Pairs)
}
