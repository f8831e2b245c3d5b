package entity

import (
	"github.com/seed05c9d22b/newstext/article"
	"github.com/seed05c9d22b/newstext/internal/enum"
)

// Type says what an entity is.
type Type uint8

// The types of entities.
const (
	Person Type = iota // people, named animals, fictional characters; titles are outside the name
	Org                // companies, government bodies, parties, teams, media, armed groups
	Place              // countries, cities, regions, rivers, buildings, streets
	Group              // nationalities, ethnicities, religions, political affiliations, as noun or adjective
	Event              // wars, storms, tournaments, elections with a name
	Work               // titles, laws, treaties, prizes, products, ships
)

var typeNames = enum.Names{Of: "entity type", Names: []string{"person", "org", "place", "group", "event", "work"}}

// String returns the type's name in JSON, such as "person".
func (t Type) String() string { return typeNames.Name(uint8(t)) }

// MarshalText implements [encoding.TextMarshaler].
func (t Type) MarshalText() ([]byte, error) { return typeNames.Marshal(uint8(t)) }

// UnmarshalText implements [encoding.TextUnmarshaler].
func (t *Type) UnmarshalText(b []byte) error {
	i, err := typeNames.Unmarshal(b)
	*t = Type(i)
	return err
}

// MentionKind says how an entity is mentioned.
type MentionKind uint8

// The kinds of mentions.
const (
	Name    MentionKind = iota // "Barack Obama", "Obama"
	Nominal                    // "the president"
	Pronoun                    // "he"
)

var mentionNames = enum.Names{Of: "mention kind", Names: []string{"name", "nominal", "pronoun"}}

// String returns the kind's name in JSON, such as "pronoun".
func (k MentionKind) String() string { return mentionNames.Name(uint8(k)) }

// MarshalText implements [encoding.TextMarshaler].
func (k MentionKind) MarshalText() ([]byte, error) { return mentionNames.Marshal(uint8(k)) }

// UnmarshalText implements [encoding.TextUnmarshaler].
func (k *MentionKind) UnmarshalText(b []byte) error {
	i, err := mentionNames.Unmarshal(b)
	*k = MentionKind(i)
	return err
}

// Mention is a place in the text that names or refers to an entity.
type Mention struct {
	article.Span
	Kind MentionKind `json:"kind"`
}

// Role is what the text says an entity is: office, job, kinship or description,
// such as "Russian foreign minister".
type Role struct {
	article.Span
	Head   string `json:"head,omitempty"`   // the noun of the role in lower case: "minister"
	Of     string `json:"of,omitempty"`     // ISO 3166 alpha-2 code of the country that it belongs to
	Former bool   `json:"former,omitempty"` // "former", "ex-", "then"
}

// Entity is a person, organization, place, group, event or work that a story
// names, with everything that the story calls it.
type Entity struct {
	ID       int       `json:"id"` // place in its List
	Type     Type      `json:"type"`
	Name     string    `json:"name"`              // the fullest form that the text has, or the usual name of a country
	Country  string    `json:"country,omitempty"` // ISO 3166 alpha-2 code, or "EU"
	Roles    []Role    `json:"roles,omitempty"`
	Mentions []Mention `json:"mentions"` // in order of the text
}

// Names returns the mentions by name.
func (e Entity) Names() []Mention {
	var out []Mention
	for _, m := range e.Mentions {
		if m.Kind == Name {
			out = append(out, m)
		}
	}
	return out
}

// String returns the name.
func (e Entity) String() string { return e.Name }
