// Command genplaces compiles ../places.tsv into the table places.bin that
// package segment reads in place. Run it by go generate in internal/segment.
package main

import (
	"encoding/binary"
	"fmt"
	"log"
	"os"
	"slices"
	"strings"

	"github.com/seed05c9d22b/newstext/internal/segment"
)

func main() {
	log.SetFlags(0)
	if err := compile("places.tsv", "places.bin"); err != nil {
		log.Fatal(err)
	}
}

// compile writes the entries of the list in the order of their hashes.
func compile(list, table string) error {
	text, err := os.ReadFile(list)
	if err != nil {
		return err
	}
	kinds := make(map[uint32]uint32)
	for n, line := range strings.Split(strings.TrimSuffix(string(text), "\n"), "\n") {
		if strings.HasPrefix(line, "#") {
			continue
		}
		name, names, ok := strings.Cut(line, "\t")
		if !ok {
			return fmt.Errorf("%s:%d: want name and kinds, divided by a tab", list, n+1)
		}
		for kind := range strings.SplitSeq(names, ",") {
			bit, ok := segment.PlaceKind(kind)
			if !ok {
				return fmt.Errorf("%s:%d: unknown kind %q", list, n+1, kind)
			}
			kinds[segment.PlaceHash(name)] |= bit
		}
	}
	entries := make([]uint32, 0, len(kinds))
	for hash, bits := range kinds {
		entries = append(entries, hash|bits)
	}
	slices.Sort(entries)
	out := make([]byte, 0, 4*len(entries))
	for _, e := range entries {
		out = binary.LittleEndian.AppendUint32(out, e)
	}
	return os.WriteFile(table, out, 0o644)
}
