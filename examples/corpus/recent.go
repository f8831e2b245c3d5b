package main

import "hash/fnv"

// recentIDs is how many ids are known again: with some 50 MB, the memory of a run
// stays bounded on an archive of any size.
const recentIDs = 1 << 20

// recent remembers the last ids that it was given, by a hash of 64 bits: that two
// of a million different ids have the same is about as likely as one in 10⁸.
type recent struct {
	known map[uint64]struct{}
	order []uint64 // a ring once it is full
	next  int
	limit int
}

func newRecent(limit int) *recent { return &recent{known: map[uint64]struct{}{}, limit: limit} }

// add returns false where the id is known.
func (r *recent) add(id string) bool {
	h := fnv.New64a()
	h.Write([]byte(id))
	k := h.Sum64()
	if _, ok := r.known[k]; ok {
		return false
	}
	r.known[k] = struct{}{}
	if len(r.order) < r.limit {
		r.order = append(r.order, k)
		return true
	}
	delete(r.known, r.order[r.next])
	r.order[r.next] = k
	r.next = (r.next + 1) % r.limit
	return true
}
