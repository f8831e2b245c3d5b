package segment

import (
	"fmt"
	"os"
	"strings"
)

// readPlaces reads places.tsv and refuses rows that are malformed or out of order.
func readPlaces() (map[string]uint32, error) {
	text, err := os.ReadFile("places.tsv")
	if err != nil {
		return nil, err
	}
	table := make(map[string]uint32)
	before := ""
	for n, row := range strings.Split(strings.TrimSuffix(string(text), "\n"), "\n")[1:] {
		name, kinds, ok := strings.Cut(row, "\t")
		if !ok || name <= before {
			return nil, fmt.Errorf("places.tsv:%d: %q is malformed or out of order", n+2, row)
		}
		before = name
		for kind := range strings.SplitSeq(kinds, ",") {
			bit, ok := PlaceKind(kind)
			if !ok {
				return nil, fmt.Errorf("places.tsv:%d: unknown kind %q", n+2, kind)
			}
			table[name] |= bit
		}
	}
	return table, nil
}
