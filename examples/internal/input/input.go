// Package input reads the story that the arguments of an example name.
package input

import (
	"errors"
	"fmt"
	"io"
	"os"
	"strings"
	"unicode/utf8"

	"github.com/seed05c9d22b/newstext/examples/seed"
)

// Story returns the story that the arguments name: a file, standard input for "-", or
// the one that comes with the examples.
func Story(args []string, stdin io.Reader) (string, error) {
	switch {
	case len(args) == 0:
		return seed.Story, nil
	case len(args) > 1:
		return "", errors.New("one file at a time; examples/corpus reads many")
	case args[0] == "-":
		return read("standard input", stdin)
	}
	f, err := os.Open(args[0])
	if err != nil {
		return "", err
	}
	defer f.Close()
	return read(args[0], f)
}

func read(name string, in io.Reader) (string, error) {
	b, err := io.ReadAll(in)
	if err != nil {
		return "", err // names the file: "read folder: is a directory"
	}
	text := string(b)
	if strings.TrimSpace(text) == "" {
		return "", fmt.Errorf("%s: empty", name)
	}
	if binary(text) {
		return "", fmt.Errorf("%s: binary data, not text", name)
	}
	return text, nil
}

// binary reports whether the text is none: it has a NUL byte, or more than one
// character in ten is a control character or no valid UTF-8.
func binary(text string) bool {
	odd, n := 0, 0
	for _, r := range text {
		n++
		switch {
		case r == 0:
			return true
		case r == utf8.RuneError, r < ' ' && !strings.ContainsRune("\t\n\r\f", r):
			odd++
		}
	}
	return odd*10 > n
}
