package opinion

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestWhomSomethingIsSaidToIsNoTarget(t *testing.T) {
	for _, c := range []struct {
		shows, tree string
		want        bool
	}{
		{"with the verb", "Lee/PROPN/2/nsubj expressed/VERB/0/root concerns/NOUN/2/obj to/ADP/5/case Ray/PROPN/2/obl", true},
		{"with its object", "Lee/PROPN/2/nsubj expressed/VERB/0/root concerns/NOUN/2/obj to/ADP/5/case Ray/PROPN/3/nmod", true},
		{"what it is about", "Lee/PROPN/2/nsubj expressed/VERB/0/root concerns/NOUN/2/obj about/ADP/5/case Ray/PROPN/2/obl", false},
		{"no verb of speech", "Lee/PROPN/2/nsubj gave/VERB/0/root aid/NOUN/2/obj to/ADP/5/case Ray/PROPN/2/obl", false},
		{"a frame that takes its theme so", "Lee/PROPN/2/nsubj objected/VERB/0/root to/ADP/4/case Ray/PROPN/2/obl", false},
		{"the object", "Lee/PROPN/2/nsubj told/VERB/0/root Ray/PROPN/2/obj", false},
	} {
		s, x := parsed(t, c.tree)
		assert.Equal(t, c.want, s.addressed(x.End-1), c.shows)
	}
}
