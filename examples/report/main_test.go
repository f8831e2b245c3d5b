package main

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestReportGoesToAFileOrToStandardOutput(t *testing.T) {
	name := filepath.Join(t.TempDir(), "page.html")
	var out bytes.Buffer
	require.NoError(t, run(nil, name, nil, &out))
	assert.Contains(t, out.String(), name)
	written, err := os.ReadFile(name)
	require.NoError(t, err)
	assert.Contains(t, string(written), "Sergey Lavrov")

	out.Reset()
	require.NoError(t, run([]string{"-"}, "-", strings.NewReader("Mayor Ann Lee said the bridge is safe."), &out))
	assert.True(t, strings.HasPrefix(out.String(), "<!DOCTYPE html>"))
	assert.Contains(t, out.String(), "Ann Lee")

	assert.ErrorContains(t, run([]string{filepath.Join(t.TempDir(), "none")}, "-", nil, &out), "none")
	assert.Error(t, run(nil, t.TempDir(), nil, &out), "a folder is no file to write")
}
