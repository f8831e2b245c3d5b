package ner

// gatherElsewhere notes of the first and the last word of a run of a plain
// sentence where they stand and what describes them, for the other places of the
// words.
func (d *Doc) gatherElsewhere(s *Sentence, run int32) {
	first, end := int(d.runs[run].first), int(d.runs[run].end)
	noun := d.apposition(s, end)
	if noun < 0 && d.noun(s, first-1) > nounThing { // "research firm Holt"
		noun = first - 1
	}
	before, _ := d.cluster(s, first-1)
	after, _ := d.cluster(s, end)
	for _, k := range [...]int{first, end - 1} {
		w := &d.words.list[d.Tokens[k].Word]
		if w.described < 0 {
			w.described = int32(noun)
		}
		for j := range w.others {
			if o := &w.others[j]; o.run < 0 {
				*o = other{run, before, after}
				break
			}
		}
		if end-first == 1 {
			break
		}
	}
	if end-first == 1 && d.Tokens[first].Shape == Upper && d.form(s, first-1) == "(" && d.form(s, end) == ")" {
		d.findLong(s, first)
		d.findCommon(s, first)
	}
}

// findCommon finds out whether the acronym in brackets at token i stands for words
// in small letters, which are no name: "highest occupied orbital (HOO)".
func (d *Doc) findCommon(s *Sentence, i int) {
	w := &d.words.list[d.Tokens[i].Word]
	letters := d.Tokens[i].Form
	n := len(letters)
	if n < 2 || n > 6 {
		return
	}
	for k := i - 2; k >= s.First && n > 0; k-- {
		t := &d.Tokens[k]
		switch {
		case t.Form == "-":
		case t.Shape != Lower:
			return
		case t.Form[0]-'a'+'A' == letters[n-1]:
			n--
		case n == len(letters) || len(t.Form) > 3:
			return
		}
	}
	w.common = w.common || n == 0
}

// findLong finds the name that the acronym in brackets at token i stands for: the
// words before it whose first letters it has. Small words may be passed over.
func (d *Doc) findLong(s *Sentence, i int) {
	w := &d.words.list[d.Tokens[i].Word]
	letters := d.Tokens[i].Form
	n := len(letters)
	if w.long >= 0 || n < 2 || n > 8 {
		return
	}
	last, k := -1, i-2
	for ; k >= s.First && n > 0 && k > i-14; k-- {
		t := &d.Tokens[k]
		switch {
		case t.Shape == Mark:
			switch t.Form {
			case "-", "&", "'", "’", "'s", "’s":
			default:
				return
			}
		case t.Shape.Capital():
			if last < 0 {
				last = k
			}
			if t.Form[0] == letters[n-1] {
				n--
			} else if n == len(letters) {
				return
			}
		case t.Shape == Lower:
			if last < 0 {
				return
			}
			if n > 1 && t.Form[0]-'a'+'A' == letters[n-1] {
				n--
			}
		}
	}
	if n == 0 && last > k+1 {
		w.long, w.longEnd = int32(k+1), int32(last)
	}
}
