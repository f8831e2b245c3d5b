package article

// Concept is something that a story is about or names, in the form in which the
// formats under article/ carry it beside the text. An analysis gives the
// concepts of what it found; a caller may have others of his own.
type Concept struct {
	Type string // person, org, place, group, event or work, as in the JSON of an entity
	Name string
	URI  string // of an authority file, where the caller knows one
}
