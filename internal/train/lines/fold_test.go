package lines

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestFoldsShareOutExamples(t *testing.T) {
	var f Fold
	assert.False(t, f.Has(0), "the empty fold")
	require.NoError(t, f.Set("1/4"))
	assert.Equal(t, "1/4", f.String())
	for i, in := range []bool{false, true, false, false, false, true} {
		assert.Equal(t, in, f.Has(i), i)
	}
	for _, bad := range []string{"", "1", "4/4", "-1/4", "1/4/2", "a/b"} {
		assert.Error(t, f.Set(bad), bad)
	}
}
