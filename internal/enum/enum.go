// Package enum gives small integer types their names in JSON.
package enum

import "fmt"

// Names lists the names of a type's values, the name of 0 first.
type Names struct {
	Of    string // what the values are, for errors: "entity type"
	Names []string
}

// Name returns the name of value i, or "entity type 9" where there is none.
func (n *Names) Name(i uint8) string {
	if int(i) < len(n.Names) {
		return n.Names[i]
	}
	return fmt.Sprintf("%s %d", n.Of, i)
}

// Marshal returns the name of value i, for encoding.TextMarshaler.
func (n *Names) Marshal(i uint8) ([]byte, error) {
	if int(i) >= len(n.Names) {
		return nil, fmt.Errorf("there is no %s %d", n.Of, i)
	}
	return []byte(n.Names[i]), nil
}

// Unmarshal returns the value with a name, for encoding.TextUnmarshaler.
func (n *Names) Unmarshal(name []byte) (uint8, error) {
	for i, x := range n.Names {
		if x == string(name) {
			return uint8(i), nil
		}
	}
	return 0, fmt.Errorf("there is no %s %q", n.Of, name)
}
