package entity

import "github.com/seed05c9d22b/newstext/internal/ner"

// Gazetteer is a list of names of the caller's own.
type Gazetteer struct{}

func (g *Gazetteer) apply(found []ner.Name, d *ner.Doc) []ner.Name { return found }
