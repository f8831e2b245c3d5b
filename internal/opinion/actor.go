package opinion

import (
	"slices"

	"github.com/seed05c9d22b/newstext/entity"
	"github.com/seed05c9d22b/newstext/internal/lexicon"
)

// actor returns the entity that a holder stands for. A nationality before a
// hyphen, as in "Russian-backed rebels" and "a French-led force", or set against
// another country stands for the country that acts, if the story names it.
func (s *Scene) actor(p *Phrase, countries *map[string]int) int {
	if p.Entity < 0 || s.Entities[p.Entity].Type != entity.Group || !s.beforeHyphen(p.End-1) && !slices.Contains(s.nations, p.Head) {
		return p.Entity
	}
	if *countries == nil {
		*countries = s.countries()
	}
	if id, ok := (*countries)[s.Entities[p.Entity].Country]; ok {
		return id
	}
	return p.Entity
}

// beforeHyphen reports whether a hyphen sticks to the end of a word.
func (s *Scene) beforeHyphen(i int) bool {
	if i < 0 || i+1 >= len(s.Words) || s.Words[i].End != s.Words[i+1].Start {
		return false
	}
	return s.Words[i+1].is(hyphen)
}

// countries returns the countries that the story names, by code.
func (s *Scene) countries() map[string]int {
	m := map[string]int{}
	for _, e := range s.Entities {
		if e.Type != entity.Place || e.Country == "" {
			continue
		}
		c, ok := lexicon.Countries.Lookup(e.Name)
		if _, known := m[e.Country]; ok && !known && c.Field(lexicon.CountriesIso2) == e.Country {
			m[e.Country] = e.ID
		}
	}
	return m
}
