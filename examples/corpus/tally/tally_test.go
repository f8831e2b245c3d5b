package tally

import (
	"bytes"
	"encoding/json"
	"fmt"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

const line = `{"id":"s1","meta":{"published":"2016-09-05T00:00:00Z","source":"The Gazette"},
"entities":[{"id":0,"type":"person","name":"Ann  Lee"},{"id":1,"type":"person","name":"Bob Stone"},{"id":2,"type":"org","name":""}],
"quotes":[{"kind":"direct","speaker":{"entities":[0]}},{"kind":"indirect","speaker":{"entities":[0,1]}},{"kind":"mixed","speaker":{"entities":[0]}},
 {"kind":"direct","speaker":{"start":1,"end":2}},{"kind":"direct","speaker":{"entities":[2,9,-1]}}],
"stances":[{"holder":{"entity":1},"target":{"entity":0},"polarity":"against"},{"holder":{"entity":1},"target":{"entity":0},"polarity":"for"},
 {"holder":{"author":true},"target":{"entity":0},"polarity":"for"},{"holder":{"entity":0},"target":{"entity":0},"polarity":"for"},{"holder":{"entity":0},"target":{"start":3,"end":4},"polarity":"for"}]}`

var ann, bob = Name{"Ann Lee", "person"}, Name{"Bob Stone", "person"}

func TestFactsOfAStory(t *testing.T) {
	f, err := Read([]byte(line))
	require.NoError(t, err)
	assert.Equal(t, Facts{ID: "s1", Month: "2016-09", Outlet: "The Gazette", Quotes: 5, Stances: 5,
		Speakers: []Row[Name, Speech]{
			{ann, Speech{Quotes: 3, Direct: 1, Mixed: 1, Indirect: 1, Stories: 1}},
			{bob, Speech{Quotes: 1, Indirect: 1, Stories: 1}}},
		Pairs: []Row[Pair, Standing]{
			{Pair{bob, ann}, Standing{For: 1, Against: 1, Months: []Stand{{"2016-09", 1, 1}}}}},
	}, f)
	_, err = Read([]byte(`{"id":`))
	assert.Error(t, err)
}

// many makes facts of stories with some frequent and many rare speakers.
func many(n int) (all []Facts) {
	for i := range n {
		f := Facts{Month: Month(fmt.Sprintf("2016-%02d", 1+i%12)), Outlet: fmt.Sprint("outlet ", i%3), Quotes: 3, Stances: 1}
		for _, who := range []string{"often", fmt.Sprint("every fifth of ", i%5), fmt.Sprint("once ", i)} {
			f.Speakers = append(f.Speakers, Row[Name, Speech]{Name{who, "person"}, Speech{Quotes: 1, Direct: 1, Stories: 1}})
		}
		f.Pairs = append(f.Pairs, Row[Pair, Standing]{Pair{ann, bob}, stood(f.Month, []string{"for", "against"}[i%2])})
		all = append(all, f)
	}
	return all
}

func TestPartsMergedAreTheWhole(t *testing.T) {
	var whole, left, right Summary
	for i, f := range many(100) {
		whole.Add(f)
		if i < 37 {
			left.Add(f)
		} else {
			right.Add(f)
		}
	}
	left.Merge(&right)
	assert.Equal(t, whole.Sheets(), left.Sheets())
	var a, b bytes.Buffer
	require.NoError(t, whole.WriteText(&a, 5))
	require.NoError(t, left.WriteText(&b, 5))
	assert.Equal(t, a.String(), b.String())
}

func TestASummaryIsSavedAndGoesOn(t *testing.T) {
	var whole, before Summary
	facts := many(60)
	for _, f := range facts {
		whole.Add(f)
	}
	for _, f := range facts[:30] {
		before.Add(f)
	}
	data, err := json.Marshal(&before)
	require.NoError(t, err)
	var after Summary
	require.NoError(t, json.Unmarshal(data, &after))
	for _, f := range facts[30:] {
		after.Add(f)
	}
	assert.Equal(t, whole.Sheets(), after.Sheets())
}

func TestATableForgetsTheRareAndSaysSo(t *testing.T) {
	table := Table[Name, Speech, *Speech]{limit: 50}
	true_ := map[Name]int{}
	for _, f := range many(5000) {
		for _, r := range f.Speakers {
			table.Add(r.Key, r.Counts)
			true_[r.Key]++
		}
		require.LessOrEqual(t, table.Len(), 50)
	}
	top := table.Top(6)
	assert.Equal(t, "often", top[0].Key.Name)
	for _, r := range table.Rows() {
		assert.LessOrEqual(t, r.Counts.Quotes, true_[r.Key])
		assert.GreaterOrEqual(t, r.Counts.Quotes+table.Lost, true_[r.Key])
	}
	for _, r := range top {
		assert.Greater(t, r.Counts.Quotes, 900, "the frequent stay")
	}
}

func TestTextShowsEachTable(t *testing.T) {
	var s Summary
	f, err := Read([]byte(line))
	require.NoError(t, err)
	s.Add(f)
	s.Add(Facts{Speakers: []Row[Name, Speech]{{Name{"\x1b[31mRed", "person"}, Speech{Quotes: 2, Direct: 2, Stories: 1}}}})
	var b bytes.Buffer
	require.NoError(t, s.WriteText(&b, 10))
	assert.Equal(t, `2 stories, 1 of them dated, 2016-09 to 2016-09; 5 quotes; 5 stances, 2 of them between two who are named

Top speakers  quotes  direct  mixed  indirect  stories
  Ann Lee     3       1       1      1         1
  [31mRed     2       2       0      0         1
  Bob Stone   1       0       0      1         1

Quoted in most stories  stories  quotes
  Ann Lee               1        3
  [31mRed               1        2
  Bob Stone             1        1

Who quotes whom           quotes  stories
  The Gazette: Ann Lee    3       1
  The Gazette: Bob Stone  1       1

Who stands for or against whom  for  against  months
  Bob Stone → Ann Lee           1    1        2016-09
`, b.String())
}

func TestSheetsAreCSV(t *testing.T) {
	var s Summary
	f, err := Read([]byte(line))
	require.NoError(t, err)
	f.Outlet = `The "Daily", Gazette`
	s.Add(f)
	var b bytes.Buffer
	for _, sheet := range s.Sheets() {
		fmt.Fprintln(&b, sheet.Name)
		require.NoError(t, sheet.Write(&b))
	}
	assert.Equal(t, `speakers.csv
speaker,type,quotes,direct,mixed,indirect,stories
Ann Lee,person,3,1,1,1,1
Bob Stone,person,1,0,0,1,1
quoting.csv
outlet,speaker,type,quotes,stories
"The ""Daily"", Gazette",Ann Lee,person,3,1
"The ""Daily"", Gazette",Bob Stone,person,1,1
stances.csv
holder,holder_type,target,target_type,month,for,against
Bob Stone,person,Ann Lee,person,2016-09,1,1
months.csv
month,stories,quotes,for,against
2016-09,1,5,1,1
`, b.String())
}
