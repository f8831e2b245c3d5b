package attribution

import (
	"slices"

	"github.com/seed05c9d22b/newstext/article"
	"github.com/seed05c9d22b/newstext/entity"
	"github.com/seed05c9d22b/newstext/internal/lexicon"
	"github.com/seed05c9d22b/newstext/internal/syntax"
)

// token is a token of the readable part of a story.
type token struct {
	start, end int
	form       uint32 // hash of the word in lower case
	class      class
	shape      shape
	pos        uint32   // part of speech of the Penn treebank, its letters as a number
	role       nounRole // what a noun says that somebody or something is
	kin        uint16   // words of one kind stand in the same contexts: the start of the path in the tree of word classes
	segment    int32    // innermost segment in marks that holds it, −1 where there is none
	sentence   int32
	entity     int32 // entity that is named here, −1 where there is none
	cue        int32 // candidate in story.cues that begins here, −1 where there is none
}

// class is what a token is among the words that hold sentences together.
type class uint8

const (
	classNone class = iota // an open-class word
	classPronoun
	classPossessive
	classDeterminer
	classPreposition
	classCoordinator
	classSubordinator
	classWh
	classBe
	classHave
	classDo
	classModal
	classNegation
	classTo
	classClitic
	classAdverb
	classDay
	classMonth
	classTime
	classComma
	classPeriod // . and …
	classQuestion
	classColon
	classSemicolon
	classDash
	classOpenBracket
	classCloseBracket
	classOpenMark
	classCloseMark
	classOtherMark // a quotation mark that pairs with none, a symbol
	classNumber
	classOutside // before the first and behind the last token of a range
)

// classNamed returns the class with a name in the list of closed classes.
func classNamed(name string) class {
	switch name {
	case "pron":
		return classPronoun
	case "poss":
		return classPossessive
	case "det":
		return classDeterminer
	case "prep":
		return classPreposition
	case "coord":
		return classCoordinator
	case "sub":
		return classSubordinator
	case "wh":
		return classWh
	case "be":
		return classBe
	case "have":
		return classHave
	case "do":
		return classDo
	case "modal":
		return classModal
	case "neg":
		return classNegation
	case "to":
		return classTo
	case "clitic":
		return classClitic
	case "adv":
		return classAdverb
	case "day":
		return classDay
	case "month":
		return classMonth
	case "time":
		return classTime
	}
	return classNone
}

// shape is what a word looks like.
type shape uint8

const (
	capital    shape = 1 << iota // begins with a capital letter
	allCapital                   // has no small letter
	spaced                       // white space before it
	wordy                        // has a letter or digit
	reports                      // may be or begin a cue
)

func (t *token) is(s shape) bool { return t.shape&s != 0 }

// isWord reports whether the token may begin or end what is said.
func (t *token) isWord() bool { return t.shape&wordy != 0 }

// nounRole is what a noun says that somebody or something is.
type nounRole uint8

const (
	noRole     nounRole = iota
	roleOfType          // plus an entity.Type: "minister", "company", "city"
)

// roleNoun returns the role of a word that is no name.
func roleNoun(h lexicon.Hash, w string) nounRole {
	n, ok := lexicon.RoleNouns.Find(h, w)
	if !ok {
		return kindOfNoun(h, w)
	}
	var typ entity.Type
	if typ.UnmarshalText([]byte(n.Field(lexicon.RoleNounsEntity))) != nil {
		return noRole
	}
	return roleOfType + nounRole(typ)
}

// mostly is how many tenths of what a noun is said of make it one of a type.
const mostly = "5"

// kindOfNoun returns what a noun is said of mostly: "administration".
func kindOfNoun(h lexicon.Hash, word string) nounRole {
	n, ok := lexicon.NounTypes.FindNoun(h, word)
	if !ok {
		return noRole
	}
	for typ, column := range [...]int{entity.Person: lexicon.NounTypesPerson, entity.Org: lexicon.NounTypesOrg, entity.Place: lexicon.NounTypesPlace} {
		if n.Field(column) >= mostly {
			return roleOfType + nounRole(typ)
		}
	}
	return noRole
}

// actor tells who or what a token is: a name and of what type, a role and of
// what type, a pronoun and which, or another word.
func (s *story) actor(t *token) uint64 {
	switch {
	case t.entity >= 0:
		return 1 + uint64(s.entities[t.entity].Type)
	case t.role != noRole:
		return 16 + uint64(t.role)
	case t.class == classPronoun:
		return 32 + uint64(t.form)
	}
	return 0
}

// sentence is a range of tokens.
type sentence struct {
	first, end int32
	block      int32
	kind       article.Kind
}

// story is the readable part of an article, as flat rows.
type story struct {
	looks     looks // first, so that no two places of a word are in more cache lines than one
	text      string
	tokens    []token
	arcs      []arc // for each token
	sentences []sentence
	segments  []Segment
	within    []int32 // for each segment: its first token
	behind    []int32 // for each segment: the token behind its last
	wordsIn   []int32 // for each token: words in marks before it, and
	wordsOut  []int32 // words outside of marks before it
	cues      []cue
	entities  entity.List
	names     entity.Index
	nameEnds  []int32                           // for each of them: its last token, −1 where it has none
	hasName   []bool                            // for each entity
	most      [entity.Work + 1][maxSalience]int // for each type of entities: how often those are mentioned that are mentioned most
	pairer    pairer
}

// readable reports whether blocks of a kind are searched for speech.
func readable(k article.Kind) bool {
	switch k {
	case article.Headline, article.Subhead, article.Paragraph, article.Crosshead, article.Caption, article.ListItem, article.PullQuote:
		return true
	}
	return false
}

// read lays out an article.
func (s *story) read(a *article.Article, entities entity.List) {
	s.text = a.Text()
	s.entities, s.names = entities, entities.Index()
	s.tokens, s.arcs, s.sentences, s.cues = s.tokens[:0], s.arcs[:0], s.sentences[:0], s.cues[:0]
	s.pairer.read(a)
	s.segments = s.pairer.segments
	words, arcs := a.Syntax()
	for i := range a.BlockCount() {
		if b := a.Block(i); readable(b.Kind()) {
			s.readBlock(a, b, words, arcs)
		}
	}
	s.placeSegments()
	s.placeNames()
	s.findMost()
	s.countWords()
}

// countWords sums up the words in and outside of marks, so that a range of any
// length is counted at once.
func (s *story) countWords() {
	s.wordsIn, s.wordsOut = grow(s.wordsIn, len(s.tokens)+1), grow(s.wordsOut, len(s.tokens)+1)
	in, out := int32(0), int32(0)
	for i := range s.tokens {
		s.wordsIn[i], s.wordsOut[i] = in, out
		if t := &s.tokens[i]; t.isWord() {
			if t.segment >= 0 {
				in++
			} else {
				out++
			}
		}
	}
	s.wordsIn[len(s.tokens)], s.wordsOut[len(s.tokens)] = in, out
}

func (s *story) readBlock(a *article.Article, b article.Block, words []syntax.Word, arcs []syntax.Arc) {
	first, end := b.SentenceRange()
	var dateline article.Span
	if d, ok := a.Dateline(); ok {
		dateline = d.Span
	}
	p := parts()
	for i := first; i < end; i++ {
		from, to := a.Sentence(i).TokenRange()
		n := int32(len(s.sentences))
		at := len(s.tokens)
		x := sentence{first: int32(at), end: int32(at + to - from), block: int32(b.Index()), kind: b.Kind()}
		s.tokens = slices.Grow(s.tokens, to-from)[:x.end]
		for j := from; j < to; j++ {
			t := &s.tokens[at+j-from]
			sp := a.Token(j).Span()
			*t = token{start: sp.Start, end: sp.End, segment: -1, sentence: n, entity: -1, cue: -1, pos: p.pos[words[j].Fine]}
			s.describe(t, p.kin[words[j].Class])
		}
		s.readTree(arcs[from:to], from, x)
		// What is said in the first sentence begins behind the dateline.
		for dateline.Has(s.tokens[x.first].start) || x.first > 0 && dateline.Has(s.tokens[x.first-1].start) && !s.tokens[x.first].isWord() {
			if x.first++; x.first == x.end {
				x.first = int32(at)
				break
			}
		}
		s.sentences = append(s.sentences, x)
	}
}

// kinBits is how many turns of the path count.
const kinBits = 10

// sort is what a word is in its sentence: its class, or what words it stands
// with.
func (t *token) sort() uint64 { return uint64(t.class)<<32 | uint64(t.pos) }

// near is sort with the words that it stands with.
func (t *token) near() uint64 { return t.sort()<<16 ^ uint64(t.kin) }

// packed makes a number of a tag of up to four letters.
func packed(tag string) uint32 {
	var x uint32
	for i := 0; i < len(tag); i++ {
		x = x<<8 | uint32(tag[i])
	}
	return x
}

// leadsIn reports whether the token begins a phrase that goes on with the next
// word: "the", "his".
func (t *token) leadsIn() bool { return t.pos == posDT || t.pos == posPRPS }

// noun reports whether the token is a common noun, or a name in the singular.
func (t *token) noun() bool { return t.pos == posNN || t.pos == posNNS || t.pos == posNNP }

// finite reports whether the token is a verb that makes a clause.
func (t *token) finite() bool {
	return t.pos == posVBD || t.pos == posVBZ || t.pos == posVBP || t.pos == posMD
}

var (
	posDT   = packed("DT")
	posPRPS = packed("PRP$")
	posNN   = packed("NN")
	posNNS  = packed("NNS")
	posNNP  = packed("NNP")
	posNNPS = packed("NNPS")
	posVB   = packed("VB")
	posVBD  = packed("VBD")
	posVBN  = packed("VBN")
	posVBZ  = packed("VBZ")
	posVBP  = packed("VBP")
	posMD   = packed("MD")
)

// punctuation tells the marks of a sentence apart; quotation marks get their
// class when they are paired.
func punctuation(w string) class {
	switch w {
	case ",":
		return classComma
	case ".", "…", "..", "...":
		return classPeriod
	case "?", "!":
		return classQuestion
	case ":":
		return classColon
	case ";":
		return classSemicolon
	case "-", "–", "—", "--", "---", "―":
		return classDash
	case "(", "[", "{":
		return classOpenBracket
	case ")", "]", "}":
		return classCloseBracket
	}
	if len(w) > 1 && w[0] == '.' {
		return classPeriod
	}
	if len(w) > 1 && (w[0] == '?' || w[0] == '!') {
		return classQuestion
	}
	return classOtherMark
}

// placeSegments finds the tokens of each segment and the segment of each token.
func (s *story) placeSegments() {
	s.within, s.behind = grow(s.within, len(s.segments)), grow(s.behind, len(s.segments))
	k, inner := 0, int32(-1)
	for i := range s.tokens {
		t := &s.tokens[i]
		for inner >= 0 && t.start >= s.segments[inner].Close {
			s.behind[inner] = min(s.behind[inner], int32(i))
			inner = int32(s.segments[inner].Parent)
		}
		for k < len(s.segments) && s.segments[k].Open <= t.start {
			inner = int32(k)
			s.within[k], s.behind[k] = int32(len(s.tokens)), int32(len(s.tokens))
			k++
		}
		if inner < 0 {
			continue
		}
		x := &s.segments[inner]
		switch {
		case t.start >= x.End:
			s.behind[inner] = min(s.behind[inner], int32(i))
			t.class, t.segment = classCloseMark, int32(x.Parent)
		case t.start < x.Start:
			t.class, t.segment = classOpenMark, int32(x.Parent)
		default:
			t.segment = inner
			for p := int(inner); p >= 0 && s.within[p] == int32(len(s.tokens)); p = s.segments[p].Parent {
				s.within[p] = int32(i)
			}
		}
	}
	for ; k < len(s.segments); k++ {
		s.within[k], s.behind[k] = int32(len(s.tokens)), int32(len(s.tokens))
	}
	for i := range s.segments {
		if s.within[i] < s.behind[i] {
			s.segments[i].sentence = int(s.tokens[s.within[i]].sentence)
		}
	}
}

// placeNames notes which tokens are names of entities.
func (s *story) placeNames() {
	s.nameEnds = s.nameEnds[:0]
	s.hasName = grow(s.hasName, len(s.entities))
	clear(s.hasName)
	i := 0
	for _, r := range s.names {
		s.nameEnds = append(s.nameEnds, int32(s.tokenAt(r.End-1)))
		if r.Kind != entity.Name {
			continue
		}
		s.hasName[r.Entity] = true
		for i < len(s.tokens) && s.tokens[i].end <= r.Start {
			i++
		}
		for j := i; j < len(s.tokens) && s.tokens[j].start < r.End; j++ {
			if s.tokens[j].entity < 0 {
				s.tokens[j].entity = int32(r.Entity)
			}
		}
	}
}

// What stands for a token where there is none: beyond a range, and for words that
// are not there. Nobody writes to them.
var (
	outside = token{class: classOutside, segment: -1, entity: -1, cue: -1}
	noWord  = token{class: classOutside}
)

// around returns the token at i, or one of class outside where i is beyond the
// range.
func (s *story) around(i, first, end int) *token {
	if i < first || i >= end {
		return &outside
	}
	return &s.tokens[i]
}

// upTo is a token, the last of the story where there is none so far behind.
func (s *story) upTo(i int) *token { return &s.tokens[min(i, len(s.tokens)-1)] }

func grow[T any](x []T, n int) []T {
	if cap(x) < n {
		return make([]T, n)
	}
	return x[:n]
}
