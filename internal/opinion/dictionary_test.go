package opinion

import (
	"strconv"
	"sync"
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/seed05c9d22b/newstext/internal/linear"
)

func TestADictionaryKeepsTheWordsThatComeAgain(t *testing.T) {
	d := &dictionary{}
	ask := func(word string) *Info { return d.open().info(nil, linear.Hash(word), word) }
	often := ask("minister")
	assert.Same(t, often, ask("minister"))
	once := ask("talks")
	for i := range maxWords {
		ask(strconv.Itoa(i))
	}
	assert.Same(t, often, ask("minister"))
	assert.NotSame(t, once, ask("talks"))
	assert.Equal(t, once, ask("talks"))
	assert.Less(t, int(d.page.Load().count.Load()), 100)
}

func TestManyMayAskADictionaryAtOnce(t *testing.T) {
	d := &dictionary{}
	var all sync.WaitGroup
	for n := range 8 {
		all.Go(func() {
			for i := range maxWords / 4 {
				word := strconv.Itoa(i * (n + 1) % 30_000)
				if x := d.open().info(nil, linear.Hash(word), word); x.Lower != word {
					t.Errorf("%s for %s", x.Lower, word)
				}
			}
		})
	}
	all.Wait()
}
