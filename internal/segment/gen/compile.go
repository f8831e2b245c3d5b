package main

import (
	"encoding/binary"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
)

// The bits of a word's properties, in the order of the constants in words.go.
const (
	abbreviated = 1 << iota
	endsSentence
	alsoWord
	beforeName
	beforeNumber
	companySuffix
	calendar
	timeOfDay
	stateName
	initials
	latin
	unit
	finiteVerb
	follower
	prefix
	suffix
	whole
	domain
	fileType
	numberUnit
	exclamation
	elision
	newsgroup
	speech
	determiner
	clause
	last
	bound
	present
	country
)

const (
	cutShift   = 40
	scoreShift = 44
	slotSize   = 16
)

// abbreviationClasses says which bit a class of abbreviations.tsv sets.
var abbreviationClasses = map[string]uint64{
	"title-before-name": beforeName, "place-prefix": beforeName, "before-number": beforeNumber,
	"company-suffix": companySuffix, "name-suffix": companySuffix, "month": calendar, "weekday": calendar,
	"time": timeOfDay, "us-state": stateName, "province": stateName, "country": initials | country, "initials": initials,
	"latin": latin, "dictionary": latin, "sport": latin, "unit": unit, "street": unit, "initial": 0,
}

var kinds = map[string]uint64{
	"prefix": prefix, "suffix": suffix, "whole": whole, "domain": domain, "file": fileType,
	"newsgroup": newsgroup,
	"speech":    speech, "time": calendar, "determiner": determiner, "clause": clause,
	"end": last, "bound": bound, "present": present,
}

// Compile reads the lists in a folder and returns the table.
func Compile(dir string) ([]byte, error) {
	words := map[string]uint64{}
	lists := []struct {
		file   string
		fields int
		add    func(f []string) error
	}{
		{"abbreviations.tsv", 4, func(f []string) error {
			class, ok := abbreviationClasses[f[1]]
			if !ok {
				return fmt.Errorf("no class %q", f[1])
			}
			bits := class | abbreviated
			if f[2] == "y" {
				bits |= endsSentence
			}
			if f[3] == "y" {
				bits |= alsoWord
			}
			words[strings.TrimSuffix(f[0], ".")] |= bits
			return nil
		}},
		{"affixes.tsv", 2, func(f []string) error { return addKind(words, f) }},
		{"roles.tsv", 2, func(f []string) error { return addKind(words, f) }},
		{"domains.tsv", 2, func(f []string) error { return addKind(words, f) }},
		{"contractions.tsv", 2, func(f []string) error { return addNumber(words, f, cutShift, 7) }},
		{"openers.tsv", 2, func(f []string) error { return addNumber(words, f, scoreShift, 15) }},
		{"followers.tsv", 1, func(f []string) error { words[f[0]] |= follower; return nil }},
		{"verbs.tsv", 1, func(f []string) error { words[f[0]] |= finiteVerb; return nil }},
		{"units.tsv", 1, func(f []string) error { words[f[0]] |= numberUnit; return nil }},
		{"exclamations.tsv", 1, func(f []string) error { words[f[0]] |= exclamation; return nil }},
		{"elisions.tsv", 1, func(f []string) error { words[f[0]] |= elision; return nil }},
	}
	for _, l := range lists {
		if err := readList(filepath.Join(dir, l.file), l.fields, l.add); err != nil {
			return nil, err
		}
	}
	return table(words), nil
}

// readList calls add for each line of a list; lines that begin with # say what
// the columns are.
func readList(path string, fields int, add func(f []string) error) error {
	text, err := os.ReadFile(path)
	if err != nil {
		return err
	}
	n := 0
	for line := range strings.Lines(string(text)) {
		n++
		line = strings.TrimSuffix(line, "\n")
		if strings.HasPrefix(line, "#") {
			continue
		}
		f := strings.Split(line, "\t")
		if len(f) != fields || slices.Contains(f, "") {
			return fmt.Errorf("%s:%d: %d fields wanted", path, n, fields)
		}
		if err := add(f); err != nil {
			return fmt.Errorf("%s:%d: %w", path, n, err)
		}
	}
	return nil
}

func addKind(words map[string]uint64, f []string) error {
	bit, ok := kinds[f[1]]
	if !ok {
		return fmt.Errorf("no kind %q", f[1])
	}
	words[f[0]] |= bit
	return nil
}

func addNumber(words map[string]uint64, f []string, shift, limit int) error {
	n, err := strconv.Atoi(f[1])
	if err != nil || n < 1 || n > limit {
		return fmt.Errorf("%q is no number from 1 to %d", f[1], limit)
	}
	words[f[0]] |= uint64(n) << shift
	return nil
}

// table lays the words out in slots, at most half of them taken.
func table(words map[string]uint64) []byte {
	slots := 1
	for slots < 2*len(words) {
		slots *= 2
	}
	out := make([]byte, slots*slotSize)
	keys := make([]string, 0, len(words))
	for w := range words {
		keys = append(keys, w)
	}
	slices.Sort(keys)
	for _, w := range keys {
		h := hashWord(w)
		i := int(h) & (slots - 1)
		for binary.LittleEndian.Uint64(out[i*slotSize:]) != 0 {
			i = (i + 1) & (slots - 1)
		}
		binary.LittleEndian.PutUint64(out[i*slotSize:], h)
		binary.LittleEndian.PutUint64(out[i*slotSize+8:], words[w])
	}
	return out
}

// hashWord is the function of the same name in words.go.
func hashWord(word string) uint64 {
	h := uint64(14695981039346656037)
	for i := range len(word) {
		h = (h ^ uint64(word[i])) * 1099511628211
	}
	return h ^ h>>32 | 1<<63
}
