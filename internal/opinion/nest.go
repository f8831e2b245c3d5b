package opinion

// unnest lets a phrase speak for the names inside it: of "US officials blame
// Russian intelligence" the ties of "US" and of "Russian" are dropped, and the
// better of the odds go to the tie of the whole phrases.
func (m *tied) unnest(ties []Tie) {
	sentences := &m.sentences
	sentences.list(ties)
	for i := range ties {
		x := &ties[i]
		if !x.Holder.Modifier && !x.Target.Modifier {
			continue // nobody speaks for it
		}
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

// bySentence lists ties by the sentence of their likeliest meeting.
type bySentence struct {
	ends []int32 // of the list of each sentence
	all  []int32
}

func (b *bySentence) list(ties []Tie) {
	sentences := 0
	for i := range ties {
		sentences = max(sentences, ties[i].sentence+1)
	}
	b.ends, b.all = zeroed(b.ends, sentences), room(b.all, len(ties))
	for i := range ties {
		b.ends[ties[i].sentence]++
	}
	sum := int32(0)
	for k, n := range b.ends {
		b.ends[k] = sum // where its list begins; the end when all are in it
		sum += n
	}
	for i := range ties {
		end := &b.ends[ties[i].sentence]
		b.all[*end] = int32(i)
		*end++
	}
}

// of returns the first ties of a sentence.
func (b *bySentence) of(sentence int) []int32 {
	first := int32(0)
	if sentence > 0 {
		first = b.ends[sentence-1]
	}
	return b.all[first:min(b.ends[sentence], first+maxNested)]
}

// maxNested bounds the ties of a sentence that are compared with each other.
const maxNested = 200
