package linear

import "sync"

// Lazy is a model that is opened when it is first asked for. The zero value is ready
// for use, and that is the point: whatever a package works out at program start is kept
// by the linker, models and all (sync.OnceValue in a variable is such a case); of a
// Lazy that no part of a program asks for, neither code nor model gets into the binary.
type Lazy[M any] struct {
	once  sync.Once
	model M
}

// Get returns the model. The first call opens it; open is the same function each time.
func (l *Lazy[M]) Get(open func() M) M {
	l.once.Do(func() { l.model = open() })
	return l.model
}
