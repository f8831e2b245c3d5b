package page

import (
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/seed05c9d22b/newstext/examples/corpus/tally"
)

// archive makes a summary of n stories from a month on.
func archive(t *testing.T, n, months int, first int) *tally.Summary {
	t.Helper()
	s := new(tally.Summary)
	for i := range n {
		m := first + i%months
		f, err := tally.Read(fmt.Appendf(nil, `{"id":"%d","meta":{"published":"%04d-%02d-05T00:00:00Z","source":"Paper %d"},
			"entities":[{"type":"person","name":"<script>alert(1)</script>"},{"type":"person","name":"Bob \"B\" Stone"},{"type":"person","name":"Number %d"}],
			"quotes":[{"kind":"direct","speaker":{"entities":[0]}},{"kind":"indirect","speaker":{"entities":[2]}}],
			"stances":[{"holder":{"entity":0},"target":{"entity":1},"polarity":"%s"}]}`, i, m/12, m%12+1, i%4, i%30, []string{"for", "against"}[i%2]))
		require.NoError(t, err)
		s.Add(f)
	}
	return s
}

func draw(t *testing.T, s *tally.Summary, o Options) string {
	t.Helper()
	var b bytes.Buffer
	require.NoError(t, Write(&b, s, o))
	return b.String()
}

func TestThePageIsWellFormedEscapedAndNeedsNothing(t *testing.T) {
	p := draw(t, archive(t, 300, 40, 2015*12), Options{Title: "A & B <i>", Bad: 1234, Tables: []string{"stances.csv"}})
	d := xml.NewDecoder(strings.NewReader(p))
	d.Strict, d.AutoClose, d.Entity = false, []string{"meta"}, xml.HTMLEntity
	for {
		_, err := d.Token()
		if errors.Is(err, io.EOF) {
			break
		}
		require.NoError(t, err)
	}
	assert.NotContains(t, p, "<script")
	assert.NotContains(t, p, "ZgotmplZ")
	assert.NotContains(t, p, "NaN")
	assert.NotContains(t, p, "http://")
	assert.NotContains(t, p, "https://")
	for _, want := range []string{"&lt;script&gt;alert(1)&lt;/script&gt;", "A &amp; B &lt;i&gt;", "300 stories, from January 2015 to April 2018, of 4 outlets",
		"1,234", `<a href="stances.csv">`, "Jan 2015: 8 stories", "one bar is a month", `150 for`, "All counts are of the whole archive"} {
		assert.Contains(t, p, want)
	}
}

func TestThePageOfLittleOrNothing(t *testing.T) {
	p := draw(t, new(tally.Summary), Options{})
	assert.Contains(t, p, "0 stories.")
	for _, section := range []string{"when", "speakers", "quoting", "stances"} {
		assert.NotContains(t, p, `id="`+section+`"`)
	}
	p = draw(t, archive(t, 1, 1, 2015*12), Options{})
	assert.Contains(t, p, "1 story, of January 2015.")
	s := new(tally.Summary)
	f, err := tally.Read([]byte(`{"entities":[{"type":"person","name":"A"},{"type":"person","name":"B"}],"stances":[{"holder":{"entity":0},"target":{"entity":1},"polarity":"for"}]}`))
	require.NoError(t, err)
	s.Add(f)
	p = draw(t, s, Options{})
	assert.Contains(t, p, "1 without date")
	assert.NotContains(t, p, "one bar is a")
}

func TestAxisHasStepsThatFit(t *testing.T) {
	for _, c := range []struct {
		first, months int
		unit          string
		n             int
		name          string
	}{
		{2015*12 + 2, 60, "month", 60, "Mar 2015"},
		{2015*12 + 2, 61, "quarter", 21, "Jan to Mar 2015"},
		{2015*12 + 2, 200, "year", 17, "2015"},
		{1801 * 12, 12 * 100, "2 years", 51, "1800 to 1801"},
	} {
		a := newAxis(archive(t, 3*c.months, c.months, c.first), 60)
		assert.Equal(t, c.unit, a.Unit())
		assert.Equal(t, c.n, a.n, c.unit)
		assert.Equal(t, c.name, a.name(0))
		assert.NotEmpty(t, a.ticks(100, 6))
		assert.LessOrEqual(t, len(a.ticks(100, 6)), 7)
	}
}

func TestOneWrongDateDoesNotSqueezeTheOthers(t *testing.T) {
	s := archive(t, 1000, 24, 2015*12)
	f, err := tally.Read([]byte(`{"meta":{"published":"0001-01-01T00:00:00Z"}}`))
	require.NoError(t, err)
	s.Add(f)
	c := newCalendar(s)
	assert.Equal(t, 24, c.n)
	assert.Equal(t, 1, c.Out)
}

func TestNumbersAreReadable(t *testing.T) {
	assert.Equal(t, "0 7 999 1,000 12,345 1,234,567", fmt.Sprint(thousands(0), " ", thousands(7), " ", thousands(999), " ", thousands(1000), " ", thousands(12345), " ", thousands(1234567)))
	assert.Equal(t, "0 12 12.5 0.3", px(0)+" "+px(12)+" "+px(12.5)+" "+px(0.3001))
}
