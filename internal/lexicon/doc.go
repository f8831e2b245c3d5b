// Package lexicon holds the word lists of newstext: countries, cities, names,
// titles, organizations, people, verbs of speech and whatever a stage needs.
//
// A list is a reviewed file lists/NAME.tsv. go generate compiles each into a
// compact table, tables/NAME.tab, which is embedded as a string and read in
// place: nothing is built at program start, a look-up allocates nothing, and a
// table that a program never mentions is dropped by the linker. The generated
// file tables.go has one variable a table and one constant a column:
//
//	if e, ok := lexicon.Countries.Lookup("Britain"); ok {
//		fmt.Println(e.Field(lexicon.CountriesIso2)) // GB
//	}
//
// Adding a list is a matter of one .tsv and go generate; the form of a list is
// described in lists/README.md.
package lexicon

//go:generate go run ./gen
