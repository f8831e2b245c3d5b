package entity_test

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/seed05c9d22b/newstext/article"
	"github.com/seed05c9d22b/newstext/entity"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

const ownNames = "name\ttype\taliases\tcountry\n" +
	"# a comment, and an empty line\n\n" +
	"Blue Harbour Trust\torg\tBlue Harbour;BHT\tNZ\n" +
	"flydays\torg\t\t\n" +
	"Mara Quill\tperson\tThe Quill\tIE\n"

func TestGazetteerGoesBeforeWhatIsFound(t *testing.T) {
	g, err := entity.ReadGazetteer(strings.NewReader(ownNames))
	require.NoError(t, err)
	a := article.Parse("Blue Harbour to merge with flydays\n\nBHT said on Monday that flydays had accepted its offer, and Mara Quill agreed. The Quill has led Blue Harbour since May.")
	l := entity.Extractor{Gazetteer: g}.Extract(a)
	require.NoError(t, l.Check(a.Text()))
	e, ok := l.Find("Blue Harbour Trust")
	require.True(t, ok)
	assert.Equal(t, entity.Org, e.Type)
	assert.Equal(t, "NZ", e.Country)
	assert.Len(t, e.Names(), 3, "all names of a record are one entity")
	e, ok = l.Find("flydays")
	require.True(t, ok, "a name in small letters")
	assert.Len(t, e.Names(), 2)
	e, ok = l.Find("Mara Quill")
	require.True(t, ok)
	assert.Equal(t, "IE", e.Country)
	assert.Len(t, e.Names(), 2)
}

func TestGazetteerReadsJSON(t *testing.T) {
	lines := `{"name":"Blue Harbour Trust","type":"org","aliases":["BHT"],"country":"NZ"}` + "\n" + `{"name":"flydays","type":"org"}`
	for _, s := range []string{lines, "[" + strings.Replace(lines, "\n", ",\n", 1) + "]", "\uFEFF\n" + lines} {
		g, err := entity.ReadGazetteer(strings.NewReader(s))
		require.NoError(t, err)
		assert.Equal(t, 2, g.Len())
	}
}

func TestGazetteerErrorsNameTheLine(t *testing.T) {
	for _, c := range []struct{ data, want string }{
		{"word\n", `line 1: the first line must name the columns`},
		{"name\ttype\nX\tperson\nY\tpersn\n", `line 3: `},
		{"name\ttype\n\tperson\n", `line 2: empty name`},
		{"name\ttype\tcountry\nX\tplace\tGreat Britain\n", `line 2: "X": country "Great Britain" is no ISO 3166 code`},
		{"name\ttype\nX\tplace\textra\n", `line 2: 3 fields for 2 columns`},
		{"name\ttype\nX\n", `line 2: 1 fields for 2 columns`},
		{"{\"name\":\"X\",\"type\":\"org\"}\n{\"name\":\"\",\"type\":\"org\"}\n", `line 2: empty name`},
		{"[{\"name\":\"X\",\"type\":\"org\"},\n{\"name\":\"Y\"}]", `line 2: "Y" has no type`},
		{"{\"name\":\"X\",\n\"type\":\"org\",}", `line 2: `},
		{"[{\"name\":\"X\",\"type\":\"org\"}\n", `line 2: `},
		{"name\ttype\n" + strings.Repeat("x", 2000) + "\torg\n", `line 2: name of 2000 bytes`},
	} {
		_, err := entity.ReadGazetteer(strings.NewReader(c.data))
		var e *entity.GazetteerError
		if assert.ErrorAs(t, err, &e, "%q", c.data) {
			assert.ErrorContains(t, err, c.want)
		}
	}
	g, err := entity.ReadGazetteer(strings.NewReader(""))
	require.NoError(t, err)
	assert.Zero(t, g.Len())
}

func TestGazetteerBearsCirclesAndDoubles(t *testing.T) {
	g, err := entity.NewGazetteer([]entity.Record{
		{Name: "Alpha Works", Type: entity.Org, Aliases: []string{"Beta Works", "", " "}},
		{Name: "Beta Works", Type: entity.Org, Aliases: []string{"Alpha Works"}},
		{Name: "Alpha Works", Type: entity.Place},
	})
	require.NoError(t, err)
	l := entity.Extractor{Gazetteer: g}.Extract(article.Parse("They met at Alpha Works and Beta Works."))
	for _, n := range []string{"Alpha Works", "Beta Works"} {
		e, ok := l.Find(n)
		if assert.True(t, ok, n) {
			assert.Equal(t, entity.Org, e.Type, "the first record goes before others")
			assert.Len(t, e.Mentions, 1, "a record's own name goes before an alias")
		}
	}
}

func TestGazetteerOfManyIsFast(t *testing.T) {
	if testing.Short() {
		t.Skip("measures time")
	}
	var b strings.Builder
	b.WriteString("name\ttype\n")
	for i := range 300_000 {
		fmt.Fprintf(&b, "Person %d Of The Long List\tperson\n", i)
	}
	start := time.Now()
	g, err := entity.ReadGazetteer(strings.NewReader(b.String()))
	require.NoError(t, err)
	l := entity.Extractor{Gazetteer: g}.Extract(article.Parse("We saw Person 299999 Of The Long List there."))
	require.NotEmpty(t, l)
	assert.Equal(t, "Person 299999 Of The Long List", l[0].Name)
	assert.Less(t, time.Since(start), 20*time.Second)
}

func TestGazetteerOfAMillionDoublesAndCircles(t *testing.T) {
	if testing.Short() {
		t.Skip("takes seconds")
	}
	records := make([]entity.Record, 1_000_000)
	for i := range records {
		// a tenth of the names is different, and every alias is another's name
		records[i] = entity.Record{Name: fmt.Sprintf("Harbour Works %d", i%100_000), Type: entity.Org,
			Aliases: []string{fmt.Sprintf("Harbour Works %d", (i+1)%100_000), "", "HW"}}
	}
	start := time.Now()
	g, err := entity.NewGazetteer(records)
	require.NoError(t, err)
	assert.Equal(t, len(records), g.Len())
	l := entity.Extractor{Gazetteer: g}.Extract(article.Parse("HW and Harbour Works 99999 merged."))
	e, ok := l.Find("Harbour Works 99999")
	require.True(t, ok)
	assert.Equal(t, entity.Org, e.Type)
	assert.Less(t, time.Since(start), 30*time.Second)
}

func FuzzReadGazetteer(f *testing.F) {
	f.Add(ownNames)
	f.Add(`[{"name":"Blue Harbour Trust","type":"org","aliases":["BHT"]},` + "\n" + `{"name":"x","type":"place"}]`)
	f.Add(`{"name":"x","type":"person","country":"IE"}` + "\n{")
	f.Add("name\ttype\taliases\nA\torg\tB;;A\nB\torg\tA\n\xff\tplace\t\n")
	a := article.Parse("Blue Harbour met x, A and B; BHT did not.")
	f.Fuzz(func(t *testing.T, data string) {
		g, err := entity.ReadGazetteer(strings.NewReader(data))
		if err != nil {
			var e *entity.GazetteerError
			require.ErrorAs(t, err, &e)
			assert.LessOrEqual(t, e.Line, strings.Count(data, "\n")+2)
			assert.NotEmpty(t, e.Reason)
			return
		}
		checkList(t, a, entity.Extractor{Gazetteer: g}.Extract(a))
	})
}
