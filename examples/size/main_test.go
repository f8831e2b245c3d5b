package main

import (
	"runtime"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// A variable that a package works out at program start keeps all that it refers to in
// every program: one such variable, and who cuts sentences carries a parser.
func TestSentencesAndTokensCarryNoModelOfTheParser(t *testing.T) {
	if testing.Short() {
		t.Skip("builds programs")
	}
	t.Chdir("../..")
	target := runtime.GOOS + "/" + runtime.GOARCH
	base, err := build(t.TempDir(), source(probes[0].imports, probes[0].body), target)
	require.NoError(t, err)
	tokens, err := build(t.TempDir(), source(probes[1].imports, probes[1].body), target)
	require.NoError(t, err)
	assert.Less(t, mega(tokens.plain-base.plain), 3.0)
}

func TestAProgramThatDoesNotBuildIsAnError(t *testing.T) {
	t.Chdir("../..")
	_, err := build(t.TempDir(), source("", "no Go"), runtime.GOOS+"/"+runtime.GOARCH)
	assert.Error(t, err)
	_, err = build(t.TempDir(), "", "linux")
	assert.ErrorContains(t, err, "linux/amd64")
}
