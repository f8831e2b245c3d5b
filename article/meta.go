package article

import (
	"time"

	"golang.org/x/text/language"
)

// Meta is what is known about a story beside its text. All fields may be empty.
//
// Given to [New] it describes the story. [Article.Meta] returns it completed by
// what the text itself says: headline, byline, dateline, time of publication.
type Meta struct {
	ID        string       `json:"-"` // the caller's key of the story, given back as it is
	Headline  string       `json:"headline,omitempty"`
	Subhead   string       `json:"subhead,omitempty"`
	Byline    []string     `json:"byline,omitempty"`   // names of the authors
	Dateline  *Dateline    `json:"dateline,omitempty"` // found in the text; what is given to New is not looked at
	Published time.Time    `json:"published,omitzero"`
	Updated   time.Time    `json:"updated,omitzero"`  // of the last change, where it is told apart from the first
	Language  language.Tag `json:"language,omitzero"` // the zero value means unknown
	Source    string       `json:"source,omitempty"`  // newspaper, agency or site
	URL       string       `json:"url,omitempty"`
	Section   string       `json:"section,omitempty"`  // part of the paper or site: "World"
	Keywords  []string     `json:"keywords,omitempty"` // given by the publisher, in his order
	Copyright string       `json:"copyright,omitempty"`
}

// Dateline is the place, date and agency at the start of a story, as in
// "FLINT, Mich., Oct. 4 (AP) —". Parts that are missing are empty.
type Dateline struct {
	Span          // from the first place or the agency to the end of the closing mark
	Places []Span `json:"places,omitempty"` // each with its state or country: "FLINT, Mich."
	Date   Span   `json:"date,omitzero"`
	Agency Span   `json:"agency,omitzero"` // without brackets
}

// Byline is a line that names the authors, as in "By Ann Lee and Bob Ray, Staff
// Writers". Parts that are missing are empty.
type Byline struct {
	Span
	Authors []Span `json:"authors,omitempty"` // each name, without "By" and "and"
	Title   Span   `json:"title,omitzero"`    // "Staff Writers"
	Agency  Span   `json:"agency,omitzero"`   // "Associated Press"
}
