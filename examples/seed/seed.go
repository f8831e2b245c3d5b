// Package seed holds the story that the examples are built on.
package seed

import _ "embed"

// Story is a news story of 2016 on talks about Syria, as plain text with a line
// of page furniture above the headline and a lost full stop in the middle.
//
//go:embed story.txt
var Story string
