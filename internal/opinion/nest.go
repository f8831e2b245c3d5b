package opinion

// unnest lets a phrase speak for the names inside it: of "US officials blame
// Russian intelligence" the ties of "US" and of "Russian" are dropped, and the
// better of the odds go to the tie of the whole phrases.
func unnest(ties []Tie) {
	var sentences bySentence
	sentences.list(ties)
	for i := range ties {
		x := &ties[i]
		for _, k := range sentences.of(x.sentence) {
			y := &ties[k]
			if int(k) == i || x.Voice != y.Voice || y.Some <= dropped || x.Some <= dropped {
				continue
			}
			h, t := within(x.Holder, y.Holder), within(x.Target, y.Target)
			if h && t || h && x.key[1] == y.key[1] || t && x.key[0] == y.key[0] {
				if x.Some > y.Some {
					y.Some, y.Side = x.Some, x.Side
				}
				x.Some = dropped
				break
			}
		}
	}
}

// dropped are the log-odds of a tie for which another speaks.
const dropped = -20

// within reports whether a name stands within a larger phrase and is not its
// head.
func within(a, b Phrase) bool {
	return a.Modifier && b.First <= a.First && a.End <= b.Head && !b.Modifier
}
