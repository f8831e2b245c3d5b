package opinion

import (
	"sync"

	"github.com/seed05c9d22b/newstext/article"
	"github.com/seed05c9d22b/newstext/entity"
	"github.com/seed05c9d22b/newstext/quote"
)

// Word is a token of the story in its place. It takes a line of memory.
type Word struct {
	article.Span
	*Info
	traits // those of Info, which is elsewhere
	// Mark is what the word counts as in features: Info.ID, or the type of the
	// entity that it names, so that no name is ever learned.
	Mark    uint64
	Mention int32 // index in Scene.Mentions, −1 outside of mentions
	Quote   int32 // index of the innermost quote that it stands in, −1 outside
	Upper   bool  // begins with a capital
	Tag     Tag
	Rel     Relation

	children       uint8 // how many hang on it
	child, sibling int32 // the first of them, and its head's next one; −1 for none
	Head           int32 // index of the word that it hangs on, −1 at a root
}

// be tells a word what is known of it.
func (w *Word) be(x *Info) { w.Info, w.traits, w.Mark = x, x.traits, x.ID }

// Sentence is a range of words that belong together.
type Sentence struct {
	First, End int
	Kind       article.Kind
}

// Scene is a story prepared for stance and tone.
type Scene struct {
	Article   *article.Article
	Entities  entity.List
	Quotes    quote.List
	Mentions  entity.Index
	Words     []Word
	Sentences []Sentence

	dateline article.Span
	named    int        // the entities with a name come first; this is their number
	lengths  []int      // of the quotes
	counts   markCounts // of open words
	style    style
	owned    bool // there are words of the caller's
	hide     func(uint64) bool

	// What a judge is asked about: features, a view that is listed for one that learns, or
	// rows for trees.
	features Features
	view     view
	waiting  waiting
	ahead    quad // so that what is read ahead is read at all

	// Words, and the sentences that may show a stance (judgewords.go, show.go).
	evidence   []Leaning  // of each word
	wordSums   []duo      // of each word of a sentence, and reach more on both sides
	wordRows   []*wordRow // of each word of a sentence
	dependents []uint8    // of each word of a sentence, how many that hang on it have told
	showing    []shownSentence

	// The sentence that is looked at: its frames (fill.go), what its phrases hang on
	// (triggers.go), and these (phrase.go, judgephrases.go).
	state      sentenceState
	fills      []Fill
	filling    wordSet // their holders and targets
	nations    []int   // words for people who stand for their country, of the story
	trusts     *TrustTable
	triggers   []int
	below      []uint64 // of each word of a sentence, the steps down to each trigger, from 1: a byte for each; 0 where it is not below
	phrases    []Phrase
	phraseView phraseView
	rows       []*row // see lookUpRows
	tallies    []tally

	// Those who speak (voice.go).
	voice       []voice // of each quote
	quoted      []wordRange
	speaks      []int32 // how many quotes each entity speaks
	byAuthor    Leaning // of the author as a holder
	authorKnown bool    // whether that is made

	// Pairs, and the parties that are tied (pair.go, judgepairs.go, tie.go).
	pair     Pair // the one that is looked at
	paired   pairState
	meetings []Meeting
	judged   int // meetings that are judged
	tied     tied
	found    []Found
	whys     []Reason // of all that is found

	// Tone (judgetone.go, tonesum.go).
	tones        leanings
	briefs       []toneBrief // of the words of the sentences that are briefed
	briefed      []bool
	pairFeatures []uint64
	pairWeights  [][4]int8
}

// Reader makes scenes. The zero value is ready; it is safe for concurrent use.
type Reader struct {
	Own Own // the caller's lexicon, or nil
	// Hide reports whether a word, by its Info.ID, may not be a feature because it
	// is a name, even where the capitals do not show it. It is for training; nil
	// hides none.
	Hide func(id uint64) bool

	words dictionary
	pool  sync.Pool // of scenes
}

// Read prepares a story and hands it to use, which must not keep it.
func (r *Reader) Read(a *article.Article, entities entity.List, quotes quote.List, use func(*Scene)) {
	s, _ := r.pool.Get().(*Scene)
	if s == nil {
		s = &Scene{}
	}
	s.Article, s.Entities, s.Quotes = a, entities, quotes
	named := entities.Named() // who has no name is words
	s.Mentions, s.named = named.Index(), len(named)
	s.hide = r.Hide
	s.read(r)
	use(s)
	s.Article, s.Entities, s.Quotes, s.Mentions = nil, nil, nil, nil
	clear(s.found)
	r.pool.Put(s)
}

func (s *Scene) read(r *Reader) {
	s.readArticle(r)
	s.dateline = article.Span{}
	if l, ok := s.Article.Dateline(); ok {
		s.dateline = l.Span
	}
	s.place()
	s.briefed, s.owned = zeroed(s.briefed, len(s.Sentences)), r.Own != nil
	s.briefs = room(s.briefs, len(s.Words))
	s.counts.reset(len(s.Words))
	for _, x := range s.Sentences {
		if r.Own != nil {
			s.ownTerms(r.Own, x)
		}
		s.mark(x)
		s.link(x)
	}
}

// place tells each word its mention and its quote.
func (s *Scene) place() {
	i := 0
	for m, ref := range s.Mentions {
		for i < len(s.Words) && s.Words[i].End <= ref.Start {
			i++
		}
		for j := i; j < len(s.Words) && s.Words[j].Start < ref.End; j++ {
			if s.Words[j].Mention < 0 {
				s.Words[j].Mention = int32(m)
			}
		}
	}
	// An inner quote stands behind the one that it is part of, so it prevails.
	s.lengths = s.lengths[:0]
	for q := range s.Quotes {
		s.lengths = append(s.lengths, s.Quotes[q].Span().Len())
	}
	for q := range s.Quotes {
		for _, c := range s.Quotes[q].Content {
			first, end := s.WordsOf(c)
			for j := first; j < end; j++ {
				if k := s.Words[j].Quote; k < 0 || s.lengths[k] >= s.lengths[q] {
					s.Words[j].Quote = int32(q)
				}
			}
		}
	}
}

// Placeholders of names.
const (
	markPerson uint64 = 1<<63 + iota
	markOrg
	markPlace
	markGroup
	markEvent
	markWork
	markName // a name of no known entity
	markEdge
)

// mark sets what those words of a sentence count as in features that are names, and counts
// the open ones that are none.
func (s *Scene) mark(x Sentence) {
	var title, known bool
	titled := func() bool { // asked by few sentences
		if !known {
			title, known = s.titled(x), true
		}
		return title
	}
	for i := x.First; i < x.End; i++ {
		w := &s.Words[i]
		switch {
		case w.Mention >= 0 && s.Mentions[w.Mention].Kind == entity.Name:
			w.Mark = markPerson + uint64(s.Entities[s.Mentions[w.Mention].Entity].Type)
		case w.Closed != Open:
		case s.hide != nil && s.hide(w.Mark):
			w.Mark = markName
		case w.Upper && (i > x.First && !s.Words[i-1].is(opener) || !w.is(framed|valued)) && !titled():
			w.Mark = markName
		default:
			s.counts.add(w.Mark)
		}
	}
}

// titled reports whether a sentence Is Written Like This, so that capitals say
// nothing.
func (s *Scene) titled(x Sentence) bool {
	open, upper := 0, 0
	for i := x.First; i < x.End; i++ {
		if w := &s.Words[i]; w.Closed == Open && w.Mention < 0 {
			open++
			if w.Upper {
				upper++
			}
		}
	}
	return open >= 3 && 10*upper >= 7*open
}

// Name reports whether a feature may not know the word.
func (w *Word) Name() bool { return w.Mark >= markPerson && w.Mark <= markName }

// readArticle takes over words and sentences.
func (s *Scene) readArticle(r *Reader) {
	text := s.Article.Text()
	words, arcs := s.Article.Syntax()
	labels := labels()
	s.Words, s.Sentences = room(s.Words, len(words)), s.Sentences[:0]
	i := 0
	for t := range s.Article.Tokens() {
		w, span := &s.Words[i], t.Span() // all fields but those that others set: a Word is large
		w.Span, w.Mention, w.Quote = span, -1, -1
		w.child, w.sibling, w.children = -1, -1, 0
		w.Upper = span.Start < span.End && 'A' <= text[span.Start] && text[span.Start] <= 'Z'
		w.Tag, w.Rel, w.Head = labels.tags[words[i].Fine], labels.relations[arcs[i].Rel], arcs[i].Head
		i++
	}
	r.words.infos(r.Own, text, s.Words)
	for b := range s.Article.Blocks() {
		for x := range b.Sentences() {
			first, end := x.TokenRange()
			s.Sentences = append(s.Sentences, Sentence{first, end, b.Kind()})
		}
	}
}
