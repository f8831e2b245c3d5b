package lines

import (
	"bytes"
	"compress/gzip"
	"errors"
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func write(t *testing.T, name string, data []byte) string {
	path := filepath.Join(t.TempDir(), name)
	require.NoError(t, os.WriteFile(path, data, 0o644))
	return path
}

func packed(t *testing.T, text string) []byte {
	var b bytes.Buffer
	z := gzip.NewWriter(&b)
	_, err := z.Write([]byte(text))
	require.NoError(t, err)
	require.NoError(t, z.Close())
	return b.Bytes()
}

func TestLinesArePlainOrPacked(t *testing.T) {
	for name, data := range map[string][]byte{"plain": []byte("one\n\nthree"), "packed": packed(t, "one\n\nthree")} {
		var got []string
		err := Each(write(t, name, data), func(line []byte) error {
			got = append(got, string(line))
			return nil
		})
		require.NoError(t, err)
		assert.Equal(t, []string{"one", "", "three"}, got, name)
	}
}

func TestErrorsNameFileAndLine(t *testing.T) {
	bad := errors.New("bad")
	path := write(t, "x", []byte("one\ntwo\n"))
	err := Each(path, func(line []byte) error {
		if string(line) == "two" {
			return bad
		}
		return nil
	})
	assert.ErrorIs(t, err, bad)
	assert.ErrorContains(t, err, path+":2: ")
	cut := packed(t, "one\ntwo\n")
	path = write(t, "y", cut[:len(cut)-6])
	assert.ErrorContains(t, Each(path, func([]byte) error { return nil }), path)
	assert.Error(t, Each(path+"none", nil))
	assert.NoError(t, Each(write(t, "empty", nil), nil))
}
