package opinion

// A scene reads one story after another, and what it holds stays in its place.

// room returns a slice of n things, in the memory of another where that is enough:
// whatever they are.
func room[T any](s []T, n int) []T {
	if cap(s) < n {
		return make([]T, n, n+8)
	}
	return s[:n]
}

// zeroed is [room] of zero values.
func zeroed[T any](s []T, n int) []T {
	s = room(s, n)
	clear(s)
	return s
}
