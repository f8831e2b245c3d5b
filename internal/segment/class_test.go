package segment

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestLeadingLetters(t *testing.T) {
	for c := range 256 {
		for at := range 8 {
			b := []byte("abXYZzAa")
			b[at] = byte(c)
			want := 8
			if !isLetter(byte(c)) {
				want = at
			}
			assert.Equal(t, want, leadingLetters(uint64at(string(b))), "byte %#x at %d", c, at)
		}
	}
}
