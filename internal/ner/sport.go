package ner

import "github.com/seed05c9d22b/newstext/internal/linear"

// Where a story tells of games, places are mostly teams: "Boston beat Chicago". The
// words around a name often do not say so.

// leastSport is how many words a text must have to be about games.
const leastSport = 60

// findSport finds how much of the story tells of games.
func (d *Doc) findSport() {
	n := 0
	for i := range d.Tokens {
		if d.words.list[d.Tokens[i].Word].sport {
			n++
		}
	}
	d.sport = 0
	switch all := len(d.Tokens); {
	case all < leastSport || n*100 < all:
	case n*100 < 2*all:
		d.sport = 1
	default:
		d.sport = 2
	}
}

// OfGames reports whether the story tells of games.
func (d *Doc) OfGames() bool { return d.sport > 0 }

// sportFeatures appends what a word in a run has from the games that the story tells
// of: with the words beside the run, and with the lists that have it as a place.
func (d *Doc) sportFeatures(out []uint64, s *Sentence, i int) []uint64 {
	r := d.Tokens[i].Run
	if d.sport == 0 || r < 0 {
		return out
	}
	first, end := int(d.runs[r].first), int(d.runs[r].end)
	at := uint64(d.sport)<<4 | uint64(min(i-first, 1)<<1|min(end-1-i, 1))
	place := uint64(0)
	for k, list := range [...]int{listCountry, listAdmin, listCity, listTown} {
		if d.lists[i][list] != 0 {
			place |= 1 << k
		}
	}
	return append(out,
		hash(tSport, place<<8|at),
		hash(tSport, linear.Mix(place<<8|at, d.fold(s, first-1))<<1),
		hash(tSport, linear.Mix(place<<8|at, d.fold(s, end))<<1|1),
	)
}
