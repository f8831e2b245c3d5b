package source

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
)

// ErrLong says that a line is longer than allowed.
var ErrLong = errors.New("longer than allowed")

// Lines calls yield with each line of in that is not blank, numbered from 1 and
// without its end, until yield returns false. A line of more than limit bytes is
// passed over without being held; yield gets ErrLong for it. An error of reading
// ends the lines: what was read of the last is dropped, and yield gets the error
// with its number. The data may be kept by yield.
func Lines(in io.Reader, limit int, yield func(number int, line []byte, err error) bool) {
	r := bufio.NewReaderSize(in, 64<<10)
	for n := 1; ; n++ {
		line, size, err := readLine(r, limit)
		switch {
		case err != nil && !errors.Is(err, io.EOF):
			yield(n, nil, err)
			return
		case size > limit:
			if !yield(n, nil, fmt.Errorf("%w: %d bytes, of %d", ErrLong, size, limit)) {
				return
			}
		case len(bytes.TrimSpace(line)) > 0:
			if !yield(n, line, nil) {
				return
			}
		}
		if err != nil {
			return
		}
	}
}

// readLine returns the next line, or its size alone where it is above limit.
func readLine(r *bufio.Reader, limit int) (line []byte, size int, err error) {
	for {
		part, err := r.ReadSlice('\n')
		whole := err == nil
		if whole {
			part = part[:len(part)-1]
		}
		size += len(part)
		if size <= limit {
			line = append(line, part...)
		} else {
			line = nil
		}
		if errors.Is(err, bufio.ErrBufferFull) {
			continue
		}
		return line, size, err
	}
}
