package article

import (
	"github.com/seed05c9d22b/newstext/internal/enum"
	"github.com/seed05c9d22b/newstext/internal/segment"
)

// Kind says what a block is in its story.
type Kind uint8

// The kinds of blocks.
const (
	Paragraph    = Kind(segment.Paragraph)    // running text; the zero value
	Headline     = Kind(segment.Headline)     // title of the story
	Subhead      = Kind(segment.Subhead)      // standfirst or summary between headline and body
	BylineBlock  = Kind(segment.Byline)       // author or agency, on a line of its own
	DatelineLine = Kind(segment.DatelineLine) // place and date, alone on a line
	TimeBlock    = Kind(segment.Time)         // time of publication or update
	Crosshead    = Kind(segment.Crosshead)    // short title between paragraphs
	Caption      = Kind(segment.Caption)      // words under a picture or video
	Credit       = Kind(segment.Credit)       // source of a picture
	PullQuote    = Kind(segment.PullQuote)    // repeated quotation, embedded post
	ListItem     = Kind(segment.List)         // bullet, numbered item, row of a table
	Link         = Kind(segment.Link)         // related titles, tags, navigation
	Share        = Kind(segment.Share)        // share bar, follow line, comment counter
	Advert       = Kind(segment.Advert)       // advertisement and its label
	Newsletter   = Kind(segment.Newsletter)   // sign-up box and its small print
	Copyright    = Kind(segment.Copyright)    // copyright line
	Note         = Kind(segment.Note)         // correction, contributors, "Reporting by …"
)

var kindNames = enum.Names{Of: "block kind", Names: []string{"paragraph", "headline", "subhead", "byline", "dateline", "time", "crosshead",
	"caption", "credit", "pullquote", "list", "link", "share", "advert", "newsletter", "copyright", "note"}}

// String returns the kind's name in JSON, such as "pullquote".
func (k Kind) String() string { return kindNames.Name(uint8(k)) }

// Boilerplate reports whether blocks of this kind belong to the page and not to
// the story: links, share bars, adverts, newsletter boxes, copyright lines. No
// later stage reads them.
func (k Kind) Boilerplate() bool { return k >= Link && k <= Copyright }

// MarshalText implements [encoding.TextMarshaler].
func (k Kind) MarshalText() ([]byte, error) { return kindNames.Marshal(uint8(k)) }

// UnmarshalText implements [encoding.TextUnmarshaler].
func (k *Kind) UnmarshalText(b []byte) error {
	i, err := kindNames.Unmarshal(b)
	*k = Kind(i)
	return err
}
