package ner

import (
	"strings"
	"unicode/utf8"

	"github.com/seed05c9d22b/newstext/internal/lexicon"
	"github.com/seed05c9d22b/newstext/internal/linear/clusters"
)

// words tells the words of a document apart, case aside, and counts how they
// are written where case means something: in plain sentences, not at the start.
type words struct {
	slots []int32 // open addressing: index into list + 1
	list  []word
}

type word struct {
	fold                  uint32 // hash of the word in lower case
	lower, capital, upper int32
	starts                int32 // at the start of a sentence, or in a headline
	longest               int32 // longest run that holds the word, or -1
	at                    int32 // place in that run
	evidence              uint32
	head                  uint8 // kind of names that end with it
	sure                  bool  // names that end so are nearly always of that kind
	noun                  uint8 // what the common noun is said of
	described             int32 // token of a noun that describes it somewhere, or -1
	long, longEnd         int32 // tokens of the name that the acronym stands for, or -1
	common                bool  // an acronym of words in small letters
	sport                 bool  // tells of games
	others                [3]other
}

// other is a run in a plain sentence that begins or ends with a word, and the
// classes of the words around it.
type other struct {
	run           int32 // or -1
	before, after clusters.ID
}

var noOthers = [...]other{{run: -1}, {run: -1}, {run: -1}}

func (w *words) reset(tokens int) {
	n := 64
	for n < tokens {
		n *= 2
	}
	if cap(w.slots) < n {
		w.slots = make([]int32, n)
	}
	w.slots = w.slots[:n]
	clear(w.slots)
	w.list = w.list[:0]
}

// slotOf is the slot of the word with that hash, or the empty one where it belongs.
func (w *words) slotOf(fold uint32) uint32 {
	mask := uint32(len(w.slots) - 1)
	at := (fold * 0x9E3779B1) >> 7 & mask
	for w.slots[at] != 0 && w.list[w.slots[at]-1].fold != fold {
		at = (at + 1) & mask
	}
	return at
}

// lookUp returns the number of the word with that hash, or -1.
func (w *words) lookUp(fold uint32) int32 { return w.slots[w.slotOf(fold)] - 1 }

// intern returns the number of the word with that hash.
func (w *words) intern(form string, hash lexicon.Hash) int32 {
	fold := uint32(hash)
	at := w.slotOf(fold)
	if w.slots[at] == 0 {
		w.list = append(w.list, word{fold: fold, longest: -1, described: -1, long: -1, others: noOthers})
		w.list[len(w.list)-1].classify(form, hash)
		w.slots[at] = int32(len(w.list))
	}
	return w.slots[at] - 1
}

// countWords gives every token its word and counts the ways of writing.
func (d *Doc) countWords() {
	if len(d.words.slots) < 2*len(d.Tokens) {
		d.words.reset(2 * len(d.Tokens))
	}
	for si := range d.Sentences {
		s := &d.Sentences[si]
		start := true
		for i := s.First; i < s.End; i++ {
			t := &d.Tokens[i]
			t.Word = d.words.intern(t.Form, lexicon.Hash(0).AddFold(t.Form))
			w := &d.words.list[t.Word]
			switch {
			case t.Shape == Mark:
				if opens(t.Form) {
					start = true
				}
				continue
			case s.Case == Title || s.Case == Capitals || start:
				w.starts++
			case t.Shape == Lower:
				w.lower++
			case t.Shape == Upper || t.Shape == UpperDots:
				w.upper++
			case t.Shape.Capital():
				w.capital++
			}
			start = false
		}
	}
}

// WrittenSmall reports whether the document writes the word of token i in small
// letters, too.
func (d *Doc) WrittenSmall(i int) bool { return d.words.list[d.Tokens[i].Word].lower > 0 }

// opens reports whether a mark may be followed by a capital that says nothing.
func opens(mark string) bool {
	switch mark {
	case `"`, "“", ":", "—", "–", "--", "•", "‘", "``", "'", "…", "...", "*", "|":
		return true
	}
	return false
}

// recase writes the words of headlines as the body has them, so that one
// reading serves both.
func (d *Doc) recase() {
	for si := range d.Sentences {
		s := &d.Sentences[si]
		switch s.Case {
		case Plain:
			continue
		case Small:
			d.raise(s)
			continue
		}
		for i := s.First; i < s.End; i++ {
			t := &d.Tokens[i]
			if !t.Shape.Capital() {
				continue
			}
			w := &d.words.list[t.Word]
			switch {
			case s.Case == Title:
				if w.lower > 0 && w.capital+w.upper == 0 {
					t.Form = strings.ToLower(t.Form)
				}
			case t.Shape != Upper:
			case w.upper > 0 && w.upper >= w.capital && w.upper >= w.lower:
			case w.lower > w.capital:
				t.Form = strings.ToLower(t.Form)
			case w.capital > 0 || len(t.Form) > 3:
				t.Form = titleCase(t.Form)
			}
			t.Shape = shapeOf(t.Form)
		}
	}
}

func titleCase(s string) string {
	_, n := utf8.DecodeRuneInString(s)
	return s[:n] + strings.ToLower(s[n:])
}
