package opinion

import (
	"reflect"
	"strconv"
	"strings"
	"sync"
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/seed05c9d22b/newstext/article"
)

func TestADictionaryKeepsTheWordsThatComeAgain(t *testing.T) {
	d := &dictionary{}
	ask := func(word string) *Info { return d.infoOf(word) }
	often := ask("minister")
	assert.Same(t, often, ask("minister"))
	once := ask("talks")
	for i := range lastSize / 2 {
		ask(strconv.Itoa(i))
	}
	assert.Same(t, often.known, ask("minister").known)
	assert.NotSame(t, once.known, ask("talks").known)
	assert.Equal(t, once.known, ask("talks").known)
	assert.Less(t, int(d.page.Load().count.Load()), 100)
}

func TestADictionaryGrowsWithItsWords(t *testing.T) {
	d := &dictionary{}
	first := d.infoOf("0")
	assert.Len(t, d.page.Load().entries, firstSize)
	for i := range firstSize {
		d.infoOf(strconv.Itoa(i))
	}
	assert.Len(t, d.page.Load().entries, growth*firstSize)
	assert.Same(t, first.known, d.infoOf("0").known)
}

func TestAnEntryOfADictionaryBeginsALineOfMemory(t *testing.T) {
	if strconv.IntSize == 64 {
		assert.Equal(t, 64, int(reflect.TypeFor[entry]().Size()))
		assert.Zero(t, reflect.TypeFor[known]().Size()%64)
	}
}

func TestManyMayAskADictionaryAtOnce(t *testing.T) {
	d := &dictionary{}
	var all sync.WaitGroup
	for n := range 8 {
		all.Go(func() {
			for i := range lastSize / 8 {
				word := strconv.Itoa(i * (n + 1) % 30_000)
				if x := d.infoOf(word); x.Lower != word {
					t.Errorf("%s for %s", x.Lower, word)
				}
			}
		})
	}
	all.Wait()
}

// infoOf is what a dictionary says of a word without a lexicon of the caller's.
func (d *dictionary) infoOf(word string) *Info {
	words := []Word{{Span: article.Span{End: len(word)}}}
	d.infos(nil, word, words)
	return words[0].Info
}

func TestSpellingsTellWordsApart(t *testing.T) {
	d := &dictionary{}
	text := "a ab abc abcdefgh abcdefghi abcdefghijklmnop abcdefghijklmnopq abcdefghijklmnopqr abcdefghijklmnopr a\x00 \x00 Ä ä ab"
	var words []Word
	for _, word := range strings.Fields(text) {
		start := 0
		if n := len(words); n > 0 {
			start = words[n-1].End + 1
		}
		words = append(words, Word{Span: article.Span{Start: start, End: start + len(word)}})
	}
	d.infos(nil, text, words)
	seen := map[string]*Info{}
	for _, w := range words {
		word := w.In(text)
		if x := seen[word]; x != nil {
			assert.Same(t, x, w.Info, word)
		}
		seen[word] = w.Info
		assert.Equal(t, strings.ToLower(word), w.Lower)
		assert.Same(t, w.Info, d.infoOf(word), "where it ends the text")
	}
}
