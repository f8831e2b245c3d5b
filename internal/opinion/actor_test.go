package opinion

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/seed05c9d22b/newstext/article"
	"github.com/seed05c9d22b/newstext/entity"
)

func TestNationalityBeforeAHyphenStandsForItsCountry(t *testing.T) {
	for _, c := range []struct{ name, text, adjective, want string }{
		{"hyphen", "France sent planes. French-backed rebels took the town.", "French", "France"},
		{"no hyphen", "France sent planes. French officials praised the rebels.", "French", "French"},
		{"country not named", "French-backed rebels took the town.", "French", "French"},
	} {
		t.Run(c.name, func(t *testing.T) {
			a := article.Parse(c.text)
			list := entity.Extract(a)
			new(Reader).Read(a, list, nil, func(s *Scene) {
				for i := range s.Words {
					if s.Words[i].Lower != "french" {
						continue
					}
					group, ok := list.At(s.Words[i].Start)
					require.True(t, ok)
					var countries map[string]int
					got := s.actor(&Phrase{First: i, End: i + 1, Head: i, Entity: group.ID}, &countries)
					assert.Equal(t, c.want, list[got].Name)
				}
			})
		})
	}
}

func TestPeopleSetAgainstACountryStandForTheirs(t *testing.T) {
	a := article.Parse("Finland and Estonia met in May. They spoke about a truce, something the Finns have long sought and Estonia resisted. The Finns left early.")
	list := entity.Extract(a)
	new(Reader).Read(a, list, nil, func(s *Scene) {
		s.prepare()
		for _, x := range s.Sentences {
			s.Fills(x)
		}
		var got []string
		for i := range s.Words {
			if s.Words[i].Lower == "finns" {
				group, ok := list.At(s.Words[i].Start)
				require.True(t, ok)
				var countries map[string]int
				got = append(got, list[s.actor(&Phrase{First: i, End: i + 1, Head: i, Entity: group.ID}, &countries)].Name)
			}
		}
		assert.Equal(t, []string{"Finland", "Finns"}, got)
	})
}
