package article

import (
	"errors"
	"fmt"
)

// MaxInput is the number of bytes that the readers of the packages under
// article/ accept. No story is as long; what is longer is refused with
// [ErrTooLarge] before it is looked at.
const MaxInput = 32 << 20

// What the readers of the packages under article/ refuse. Each comes wrapped in a
// [*ParseError]; input that ends too early wraps [io.ErrUnexpectedEOF].
var (
	ErrSyntax    = errors.New("syntax error")
	ErrEncoding  = errors.New("wrong character encoding")
	ErrDuplicate = errors.New("duplicate key")
	ErrTooLarge  = errors.New("too large")
	ErrTooDeep   = errors.New("nested too deeply")
	ErrNoStory   = errors.New("no story in it")
)

// ParseError reports input that a reader refuses, and where.
type ParseError struct {
	Format string // such as "ninjs"
	Offset int    // bytes of the input before the fault
	Line   int    // from 1
	Column int    // in bytes of the line as UTF-8, from 1
	Err    error
}

func (e *ParseError) Error() string {
	return fmt.Sprintf("%s:%d:%d: %v (byte %d)", e.Format, e.Line, e.Column, e.Err, e.Offset)
}

// Unwrap returns what was wrong.
func (e *ParseError) Unwrap() error { return e.Err }
