package lexicon

// GenderOfGivenName is 'f' or 'm' for a given name that four in five of its bearers
// or more are women or men of, otherwise 0.
func GenderOfGivenName(name string) byte {
	e, ok := GivenNames.Lookup(name)
	if !ok {
		return 0
	}
	switch f := e.Field(GivenNamesFemale); {
	case f == "":
	case f[0] >= '8':
		return 'f'
	case f[0] <= '1':
		return 'm'
	}
	return 0
}
