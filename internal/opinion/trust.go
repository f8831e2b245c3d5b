package opinion

import (
	_ "embed"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"sync"

	"github.com/seed05c9d22b/newstext/internal/linear"
)

// Trust is what a fill is filed under: how often a frame of a lemma, or of a
// class, filled in a way, shows a stance. The models see fills as features among
// many; trust is what the fill alone is worth, and both together say how probable
// a stance is.
type Trust struct {
	How   How
	Class string
	Lemma string // "" for all of the class
	Sign  int
	Voice bool // the holder is the one who speaks
}

// Trusts are the shares of fills that show a stance.
type Trusts map[Trust]float64

// TrustTable has the same as it is asked: by numbers.
type TrustTable struct {
	classes [trustKinds]float32
	lemmas  map[uint64]float32 // by lemmaKind
}

// lemmaKind is the number of one of the ways in which a frame of a lemma is filled.
func lemmaKind(lemma string, kind int) uint64 { return linear.Mix(linear.Hash(lemma), uint64(kind)) }

// trustKinds is how many combinations there are of a way, a class, a sign and a speaker.
const (
	trustSigns = 5 // −2 to 2
	trustKinds = hows * frameClassCount * trustSigns * 2
)

func trustKind(how How, class uint8, sign int, speaks uint8) int {
	return ((int(how)*frameClassCount+int(class))*trustSigns+max(-2, min(2, sign))+2)*2 + int(speaks)
}

// Table makes the table of some shares.
func (t Trusts) Table() *TrustTable {
	x := newTrustTable()
	for k, share := range t {
		x.set(k, share)
	}
	return x
}

func newTrustTable() *TrustTable { return &TrustTable{lemmas: map[uint64]float32{}} }

func (t *TrustTable) set(k Trust, share float64) {
	kind := trustKind(k.How, classID(k.Class), k.Sign, flag(k.Voice))
	if k.Lemma == "" {
		t.classes[kind] = float32(share)
	} else {
		t.lemmas[lemmaKind(k.Lemma, kind)] = float32(share)
	}
}

// of returns the share of the lemma of a fill by one who speaks, 1, or by another, 0; or
// that of its class where the lemma is too rare.
func (t *TrustTable) of(f *Fill, speaks uint8) float32 {
	if t == nil {
		return 0
	}
	kind := trustKind(f.How, f.Frame.classID, f.Sign, speaks)
	if share, ok := t.lemmas[lemmaKind(f.Frame.Lemma, kind)]; ok {
		return share
	}
	return t.classes[kind]
}

var howNames = []string{"plainly", "passively", "nominally", "lightly", "as role", "as label", "as quality", "reversed", "through", "recipient", "hyphenated", "evaluated", "contrasted"}

// String returns the name by which the list of trust has it.
func (h How) String() string { return howNames[h] }

// Trust returns what a fill is filed under.
func (f *Fill) Trust(voice bool) Trust {
	return Trust{f.How, f.Frame.Class, f.Frame.Lemma, f.Sign, voice}
}

//go:embed models/trust.tsv
var trustData string

var trusts = sync.OnceValue(func() *TrustTable {
	t := newTrustTable()
	if err := eachTrust(trustData, t.set); err != nil {
		return nil // a test reads the list
	}
	return t
})

// eachTrust reads a list of trust: a header, then how, class, lemma, sign, whose and
// share, separated by tabs.
func eachTrust(text string, use func(Trust, float64)) error {
	n := 0
	for line := range strings.Lines(text) {
		if n++; n == 1 {
			continue
		}
		line = strings.TrimSuffix(line, "\n")
		var c [6]string
		rest, more := line, true
		for i := range c {
			if !more {
				return fmt.Errorf("trust.tsv:%d: %d columns", n, i)
			}
			c[i], rest, more = strings.Cut(rest, "\t")
		}
		how := slices.Index(howNames, c[0])
		sign, err1 := strconv.Atoi(c[3])
		share, err2 := strconv.ParseFloat(c[5], 64)
		if how < 0 || err1 != nil || err2 != nil || share < 0 || share > 1 {
			return fmt.Errorf("trust.tsv:%d: %q", n, line)
		}
		use(Trust{How(how), c[1], c[2], sign, c[4] == "speaker"}, share)
	}
	return nil
}

// hyphenTrust is the trust in "Russian-backed rebels", which says it in so many
// words but is too rare to be counted.
const hyphenTrust = 0.5
