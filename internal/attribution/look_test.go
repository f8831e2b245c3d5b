package attribution

import (
	"fmt"
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestWordsLookTheSameRemembered(t *testing.T) {
	words := []string{"said", "Said", "SAID", "the", "minister", "claims", "according", "NATO", "42", "—", ",", "Élan", "uncharacteristically", "x"}
	for i := range 30000 { // more than are remembered
		words = append(words, fmt.Sprint("w", i))
	}
	var l looks
	for range 2 {
		for _, w := range words {
			assert.Equal(t, lookAt(w), *l.of(w), w)
			assert.Equal(t, lookAt(w), *l.of(w), w)
		}
	}
}
