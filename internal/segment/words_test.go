package segment

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestLookup(t *testing.T) {
	for word, want := range map[string]properties{
		"Mr": abbreviated | beforeName, "e.g": abbreviated | latin, "U.S": abbreviated | initials | endsSentence,
		"non": prefix, "wise": suffix, "uh-oh": whole, "com": domain, "pdf": fileType, "kg": numberUnit, "Yahoo": exclamation,
		"said": speech | finiteVerb, "His": determiner, "really": clause, "Senate": follower, "alt": newsgroup, "em": elision,
	} {
		assert.Equal(t, want, lookup(word)&want, word)
	}
	assert.Equal(t, 3, lookup("cannot").cut())
	assert.Equal(t, 15, lookup("Talks").opens())
	assert.Equal(t, 1, lookup("President").opens())
	assert.Zero(t, lookup("Okoro"))
	assert.Zero(t, lookup(""))
	assert.Equal(t, lookup("gonna"), lookupLower("GonNA"))
	assert.Equal(t, lookup("Corp"), lookupTitle("CORP"))
}
