package ner

// What the whole document says about a word, as bits of word.evidence.
const (
	afterTitle     = 1 << iota // "President Obama", "Mr. Obama"
	afterGiven                 // "Barack Obama"
	afterIn                    // "in Syria"
	afterThe                   // "the Pentagon"
	beforeVerb                 // "Obama said"
	beforeGenitive             // "Obama's"
	beforePlace                // "Flint, Michigan"
	inBrackets                 // "(NATO)"
	firstOfRun                 // "Obama administration" is not one: runs have capitals throughout
	lastOfRun
	alone
	evidenceBits = iota
)

// gatherEvidence looks at every run of the plain sentences once.
func (d *Doc) gatherEvidence() {
	for k, r := range d.runs {
		s := &d.Sentences[r.sentence]
		if s.Case != Plain {
			continue
		}
		first, end := int(r.first), int(r.end)
		d.gatherElsewhere(s, int32(k))
		var e uint32
		switch d.form(s, first-1) {
		case "in", "at", "from", "near", "to", "across", "In", "At", "From":
			e |= afterIn
		case "the", "The":
			e |= afterThe
		case "(":
			if d.form(s, end) == ")" {
				e |= inBrackets
			}
		}
		if first > s.First && d.lists[first-1][listTitle] != 0 {
			e |= afterTitle
		}
		switch next := d.form(s, end); next {
		case "'s", "’s", "'", "’":
			e |= beforeGenitive
		case ",":
			if end+1 < s.End && (d.lists[end+1][listCountry] != 0 || d.lists[end+1][listAdmin] != 0) {
				e |= beforePlace
			}
		default:
			if end < s.End && d.lists[end][listVerb] != 0 {
				e |= beforeVerb
			}
		}
		for k := first; k < end; k++ {
			t := &d.Tokens[k]
			w := &d.words.list[t.Word]
			switch {
			case end-first == 1:
				w.evidence |= alone
			case k == first:
				w.evidence |= firstOfRun
			case k == end-1:
				w.evidence |= lastOfRun
			}
			x := e
			if k > first {
				x &^= afterIn | afterThe | afterTitle
				if d.lists[k-1][listTitle] != 0 {
					x |= afterTitle
				}
				if d.lists[k-1][listGiven] != 0 && d.lists[k-1][listTitle] == 0 {
					x |= afterGiven
				}
			}
			if k < end-1 {
				x &^= beforeVerb | beforeGenitive | beforePlace
			}
			w.evidence |= x
		}
	}
}
