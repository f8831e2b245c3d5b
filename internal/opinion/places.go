package opinion

// Which words show a stance, and which phrases are its target or its holder, is
// judged by the words around and by what each of them is to the candidate: the word
// behind it, its object, what it hangs on. What a model says of a word in such a
// place depends on nothing else, so that it is known as soon as the word is, and is
// kept with it: to judge a candidate is to add up a number for each word in its place,
// and one for each of a few facts (sums.go). A candidate is described once, as a view,
// whether a model learns from it or judges it.

// place is what a word is to a candidate.
type place uint8

// The places. Where a part is added to one, it is as partOf has it.
const (
	// of a word that may show a stance
	atSelf      place = 0                       // and its part: the word itself
	atQuoted          = atSelf + partCount      // itself, in a quote
	atLeft            = atQuoted + 1            // words before it, see around
	atRight           = atLeft + 4              // words behind it
	atHead            = atRight + 4             // and the part that the candidate is of it: what it hangs on
	atDependent       = atHead + partCount      // and its part: what hangs on the candidate
	ofPairs           = atDependent + partCount // those that follow
	// of a holder and a target in one place
	atHolder            = ofPairs      // his last word
	atTarget            = atHolder + 1 // likewise
	atHolderPreposition = atTarget + 1 // before his phrase
	atTargetPreposition = atHolderPreposition + 1
	atUp                = atTargetPreposition + 1 // and the part of what hangs on it: on the way up from the holder to where the ways of both meet
	atDown              = atUp + partCount        // likewise, from the target
	atMeeting           = atDown + partCount      // where they meet; 1 and 2 more where that is in the holder and in the target
	atBetween           = atMeeting + 3           // between the two; 1 more where the target comes first
	atShown             = atBetween + 2           // the word that shows it most; 1 more behind the holder, and 2 behind the target
	atSpoken            = atShown + 4             // and the steps to it: on what the target hangs in a quote of the holder
	atActor             = atSpoken + 4            // who acts in that
	atCue               = atActor + 1             // of the quote
	atFilled            = atCue + 1               // the word of a frame that holds both
	ofPhrases           = atFilled + 1            // those that follow
	// of a phrase that may be target or holder
	atNoun        = ofPhrases                 // its last word; 1 more in a quote
	atPremodifier = atNoun + 2                // the word before that
	atPrevious    = atPremodifier + 1         // the word before the phrase; 1 more before one that stands for somebody
	atPrevious2   = atPrevious + 2            // the one before that
	atNext        = atPrevious2 + 1           // the word behind; 1 more likewise
	atNext2       = atNext + 2                // the one behind that
	atGovernor    = atNext2 + 1               // and the part that the phrase is of it: what it hangs on
	atPreposition = atGovernor + partCount    // and likewise
	atAbove       = atPreposition + partCount // and the part that the governor is of it
	atBelow       = atAbove + partCount       // and its part: what hangs on the phrase
	atTrigger     = atBelow + partCount       // and the steps to it, up to 3: the nearest word that shows a stance
	atFrame       = atTrigger + 4             // and whose, see seeFills: the word of a frame that holds the phrase
	places        = atFrame + 3
)

// models are how many models there are: of words, of pairs and of phrases, each with the
// places up to its end.
const models = 3

var endOf = [models]place{ofPairs, ofPhrases, places}

// groups are the places that differ in a part or a number only, with their names.
var groups = [...]struct {
	first, end place
	name       string
}{
	{atSelf, atQuoted, "self"}, {atQuoted, atLeft, "self quoted"}, {atLeft, atRight, "left"}, {atRight, atHead, "right"},
	{atHead, atDependent, "head"}, {atDependent, ofPairs, "dependent"},
	{atNoun, atPremodifier, "noun"}, {atPremodifier, atPrevious, "premodifier"}, {atPrevious, atPrevious2, "previous"}, {atPrevious2, atNext, "previous but one"},
	{atNext, atNext2, "next"}, {atNext2, atGovernor, "next but one"}, {atGovernor, atPreposition, "governor"}, {atPreposition, atAbove, "preposition"},
	{atAbove, atBelow, "above"}, {atBelow, atTrigger, "below"}, {atTrigger, atFrame, "trigger"}, {atFrame, places, "frame"},
	{atHolder, atTarget, "holder"}, {atTarget, atHolderPreposition, "target"}, {atHolderPreposition, atTargetPreposition, "holder's preposition"},
	{atTargetPreposition, atUp, "target's preposition"}, {atUp, atDown, "up"}, {atDown, atMeeting, "down"}, {atMeeting, atBetween, "meeting"}, {atBetween, atShown, "between"},
	{atShown, atSpoken, "shown by"}, {atSpoken, atActor, "spoken"}, {atActor, atCue, "actor"}, {atCue, atFilled, "cue"}, {atFilled, ofPhrases, "filled"},
}

// wide marks the place that is all of a group of those of words, by the first of them:
// what is said there is said in each of the group. Phrases do as well without.
const wide place = 128

// wider has the wide place of each place that has one, else 0.
var wider = func() (w [places]place) {
	for _, g := range groups {
		for p := g.first; g.end <= ofPairs && g.end-g.first > 1 && p < g.end; p++ {
			w[p] = g.first | wide
		}
	}
	return w
}()

// String returns the place's name.
func (p place) String() string {
	for _, g := range groups {
		if q := p &^ wide; q >= g.first && q < g.end {
			if p != q || g.end-g.first == 1 {
				return g.name
			}
			return g.name + " " + string(rune('0'+q-g.first))
		}
	}
	return "?"
}

// reach is how far from a word others count.
const reach = 5

// around are the places of the words from reach before a word to reach behind.
var around = [2*reach + 1]place{atLeft, atLeft, atLeft + 1, atLeft + 2, atLeft + 3, 0, atRight, atRight + 1, atRight + 2, atRight + 3, atRight + 3}

// The parts: what a word is to what it hangs on, roughly.
const (
	otherPart place = iota
	subjectPart
	objectPart
	obliquePart
	modifierPart
	conjunctPart
	clausePart
	partCount
)

// partOf has the part of each relation: of all that a byte may be, so that none is checked.
var partOf = [1 << 8]place{
	Subject: subjectPart, PassiveSubject: subjectPart, ClausalSubject: subjectPart,
	Object: objectPart, IndirectObject: objectPart, ClauseComplement: objectPart, OpenClause: objectPart,
	Oblique: obliquePart, Agent: obliquePart, NominalModifier: obliquePart, Possessor: obliquePart,
	Adjectival: modifierPart, Compound: modifierPart, Apposition: modifierPart, Flat: modifierPart,
	Conjunct: conjunctPart, Parataxis: conjunctPart,
	AdverbialClause: clausePart, AdnominalClause: clausePart, RelativeClause: clausePart, Root: clausePart,
}

// fact is something else that is known of a candidate: two small numbers of a kind.
type fact struct {
	kind Template
	a, b uint16
}

// How many values the numbers have of which facts are made.
const (
	tags            = int(OtherTag) + 1
	relations       = int(CoordinatorRelation) + 1
	endings         = int(Ly) + 1
	hows            = int(Contrasted) + 1
	quoteKinds      = 3
	quoteClasses    = 16
	phraseKinds     = 32
	ways            = 25 // steps up and down between two words, up to 4 each
	fillSigns       = 10 // −2 to 2, and whether negated
	frameClassCount = 32
	levels          = 5 // see evidenceLevel
)

// factSizes are how many values the two numbers of each kind have, in order of the kinds.
var factSizes = [...][2]int{
	{quoteKinds + 1, 2}, {tags * relations, endings}, {quoteClasses, quoteKinds}, {tags, 1},
	{phraseKinds, 3 * phraseKinds}, {relations, relations}, {6 * 6, 3}, {tags, 2}, {fillSigns, 2},
	{quoteKinds + 1, 1}, {phraseKinds, quoteKinds + 1}, {phraseKinds, relations}, {relations, tags}, {relations, 1},
	{ways * relations, 2}, {2 * levels, ways * int(partCount)}, {tags * ways, 2 * int(partCount)}, {1, 1}, {fillSigns, hows * 3}, {frameClassCount, fillSigns * 3},
}

// view is a candidate as its judge sees it.
type view struct {
	words []wordAt
	facts []fact
}

// wordAt is a word in its place, −1 for what is beyond the edge of the sentence.
type wordAt struct {
	word int32
	at   place
}

func (v *view) reset() { v.words, v.facts = v.words[:0], v.facts[:0] }

func (v *view) see(word int, at place) { v.words = append(v.words, wordAt{int32(word), at}) }

func (v *view) note(kind Template, a, b int) {
	v.facts = append(v.facts, fact{kind, uint16(a), uint16(b)})
}

// aspect is one of the things that a model may know of a word, whatever its place.
type aspect struct {
	kind  Template
	value uint64
}

// aspects appends those of a word that is no name.
func (x *Info) aspects(dst []aspect) []aspect {
	dst = append(dst, aspect{aWord, x.ID})
	if x.Valence != 0 {
		dst = append(dst, aspect{aValence, level(x.Valence)})
	}
	if x.Closed != Open {
		return dst
	}
	if x.Class > 0 {
		dst = append(dst, aspect{aClass, uint64(x.Class)}, aspect{aCoarse, uint64(x.Coarse)})
	}
	if sign := x.sign(); sign != 0 {
		dst = append(dst, aspect{aSign, uint64(sign + 8)}, aspect{aFrame, uint64(x.frames[0].classID)})
	}
	return dst
}

// aspectsHere appends those of a word in its place, where it may be a name.
func (w *Word) aspectsHere(dst []aspect) []aspect {
	if w.Name() {
		return append(dst, aspect{aWord, w.Mark})
	}
	return w.aspects(dst)
}

// describe makes the features of a view, for training.
func (s *Scene) describe(f *Features, v *view) {
	f.reset()
	var known [6]aspect
	for _, u := range v.words {
		all := known[:0]
		if i := u.word; i < 0 {
			all = append(all, aspect{aWord, markEdge})
		} else {
			all = s.Words[i].aspectsHere(all)
		}
		for _, x := range all {
			f.add(int(u.word), x.kind, x.value, uint64(u.at))
			if w := wider[u.at]; w != 0 {
				f.add(int(u.word), x.kind, x.value, uint64(w))
			}
		}
	}
	for _, x := range v.facts {
		f.add(-1, x.kind, uint64(x.a), uint64(x.b))
	}
}
