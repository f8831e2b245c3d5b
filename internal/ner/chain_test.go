package ner

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

// runsOf writes the runs of a document, those that are joined to the one before
// with "+", and the noun that is said of them.
func runsOf(d *Doc) (out []string) {
	for _, r := range d.runs {
		s := d.Text[d.Tokens[r.first].Start:d.Tokens[r.end-1].End]
		if r.joined {
			s = "+" + s
		}
		if r.noun >= 0 {
			s += ":" + d.Tokens[r.noun].Form
		}
		out = append(out, s)
	}
	return out
}

func TestNamesBesideOneAnotherAreAChain(t *testing.T) {
	for _, c := range []struct {
		shows, text string
		want        []string
	}{
		{"commas and a conjunction", "He saw Harrow, Velden and Holt there.", []string{"Harrow", "+Velden", "+Holt"}},
		{"figures between", "They had Harrow 5.4mm, Velden 3mm, Holt 2.", []string{"Harrow", "+Velden", "+Holt"}},
		{"words between", "He saw Harrow near Velden and Holt there.", []string{"Harrow", "Velden", "+Holt"}},
		{"the noun of examples", "He likes towns such as Harrow and Holt.", []string{"Harrow:towns", "+Holt:towns"}},
		{"a noun before several", "He likes rivers Harrow and Holt.", []string{"Harrow:rivers", "+Holt:rivers"}},
		{"a noun behind several", "He likes the Harrow and Holt rivers.", []string{"Harrow:rivers", "+Holt:rivers"}},
		{"one alone has none", "He likes the rivers Harrow has.", []string{"Harrow"}},
		{"another sentence", "He saw Harrow. Velden and Holt fell.", []string{"Harrow", "Velden", "+Holt"}},
	} {
		t.Run(c.shows, func(t *testing.T) {
			assert.Equal(t, c.want, runsOf(docOf(c.text))[len(runsOf(docOf(c.text)))-len(c.want):])
		})
	}
}

// nameIn finds the tokens of a name of one word.
func nameIn(d *Doc, form string) Name {
	for i := range d.Tokens {
		if d.Tokens[i].Form == form {
			return Name{First: i, End: i + 1}
		}
	}
	return Name{}
}

func TestWordsBesideANameSayThatItIsAPlace(t *testing.T) {
	for _, c := range []struct {
		shows, text string
		said, sure  bool
	}{
		{"a kind of region behind", "He lives in the Velden district now.", true, true},
		{"what may be of a company", "Now the Velden settlements are paid.", false, false},
		{"an apposition", "He lives in Velden, a small town in the hills.", true, false},
		{"a predicate", "They say Velden is a Norlandic city being built.", true, false},
		{"the noun of a list", "He likes towns such as Velden.", true, false},
		{"no noun for a place", "They say Velden is a software firm in the city.", false, false},
		{"the noun belongs to another", "They met Velden, the city's chef.", false, false},
		{"a verb", "They say Velden moved to a city.", false, false},
	} {
		t.Run(c.shows, func(t *testing.T) {
			d := docOf(c.text)
			said, sure := d.SaidPlace(&d.Sentences[0], nameIn(d, "Velden"))
			assert.Equal(t, c.said, said, "said")
			assert.Equal(t, c.sure, sure, "sure")
		})
	}
}

func TestANounOfSeveralSaysThatTheyAreOrganizations(t *testing.T) {
	for text, want := range map[string]bool{
		"They sell brands such as Velden and Holt.":   true,
		"They sued brands such as Velden.":            true,
		"They met singers such as Velden and Holt.":   false,
		"They led companies such as Velden and Holt.": true,
		"They sell a brand such as Velden.":           false,
		"They say that Velden sells brands and more.": false,
	} {
		d := docOf(text)
		assert.Equal(t, want, d.SaidBody(&d.Sentences[0], nameIn(d, "Velden")), text)
	}
}

func TestTheLastWordSaysWhatIsAnEventOrAWork(t *testing.T) {
	d := docOf("The Velden Chemistry Olympiad, the Clean Harbour Act, the Board on Harbour Debates, Velden Bank.")
	at := func(first, last string) Name { return Name{First: nameIn(d, first).First, End: nameIn(d, last).End} }
	for _, c := range []struct {
		name Name
		want Type
		ok   bool
	}{
		{at("Velden", "Olympiad"), Event, true},
		{at("Clean", "Act"), Work, true},
		{at("Act", "Act"), 0, false},
		{at("Board", "Debates"), 0, false},
	} {
		typ, ok := d.EndsAs(c.name)
		assert.Equal(t, c.ok, ok, d.Text[d.Tokens[c.name.First].Start:d.Tokens[c.name.End-1].End])
		if ok {
			assert.Equal(t, c.want, typ)
		}
	}
}

func TestAcronymsOfCommonNouns(t *testing.T) {
	for _, c := range []struct {
		shows, text, form string
		ok                bool
		words             string
	}{
		{"words in small letters", "It sold a highly durable token (HDT) and an HDT again.", "HDT", true, ""},
		{"their plural", "It sold a highly durable token (HDT) and two HDTs again.", "HDTs", true, ""},
		{"words in capitals", "The Harbour Brokers Union (HBU) met.", "HBU", true, "Harbour Brokers Union"},
		{"other letters", "It sold a highly durable token (XYZ) again.", "XYZ", false, ""},
		{"no brackets", "It sold a highly durable HDT again.", "HDT", false, ""},
	} {
		t.Run(c.shows, func(t *testing.T) {
			d := docOf(c.text)
			n, ok := d.StandsFor(nameIn(d, c.form).First)
			assert.Equal(t, c.ok, ok)
			words := ""
			if n.End > 0 {
				words = d.Text[d.Tokens[n.First].Start:d.Tokens[n.End-1].End]
			}
			assert.Equal(t, c.words, words)
		})
	}
}
