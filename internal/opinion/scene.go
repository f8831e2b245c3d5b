package opinion

import (
	"math"
	"slices"
	"sync"

	"github.com/seed05c9d22b/newstext/article"
	"github.com/seed05c9d22b/newstext/entity"
	"github.com/seed05c9d22b/newstext/internal/syntax"
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
	Tag     Tag
	Rel     Relation

	children       uint8 // how many hang on it
	skip           uint8 // how far behind it in its sentence the next one that may fill a frame stands, at least
	child, sibling int32 // the first of them, and its head's next one; −1 for none
	Head           int32 // index of the word that it hangs on, −1 at a root
}

// standing is what is asked of a word in its place again and again. A dictionary tells it as
// it is where the word is no name and nothing hangs on it.
type standing uint8

const (
	upper    standing = 1 << iota // begins with a capital
	name                          // a feature may not know it
	shows                         // may be evidence at all
	negated                       // a negation hangs on it, see negatedBy
	dateline                      // part of it
	fills                         // may fill a frame
	lower                         // is written in lower case
)

// Upper reports whether a word begins with a capital.
func (x standing) Upper() bool { return x&upper != 0 }

// Name reports whether a feature may not know the word.
func (x standing) Name() bool { return x&name != 0 }

// shows reports whether a word may be evidence at all.
func (x standing) shows() bool { return x&shows != 0 }

// inDateline reports whether a word stands in the dateline.
func (x standing) inDateline() bool { return x&dateline != 0 }

// be tells a word what is known of it.
func (w *Word) be(x *Info) { w.Info, w.traits, w.Mark = x, x.traits, x.ID }

// Term is a word in lower case. As most are written so, the rest of what is known of them
// need not be read.
func (s *Scene) Term(word int) string {
	w := &s.Words[word]
	if w.standing&lower != 0 {
		return w.In(s.Article.Text())
	}
	return w.Lower
}

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
	under     []relationSet // of each word, the relations of those that hang on it

	named   int        // the entities with a name come first; this is their number
	lengths []int      // of the quotes
	counts  markCounts // of open words
	open    []uint64   // marks of these
	style   style
	owned   bool // there are words of the caller's
	hide    func(uint64) bool

	// What a judge is asked about: features, a view that is listed for one that learns, or
	// rows for trees.
	features Features
	view     view
	waiting  waiting
	ahead    quad // so that what is read ahead is read at all

	// Words, and the sentences that may show a stance (judgewords.go, show.go).
	evidence   []Leaning    // of each word
	candidates []int32      // words of a sentence that may be evidence
	wordRows   []*wordRow   // of each word of a sentence, and reach more on both sides
	dependents []dependents // of each word of a sentence
	likely     []int32      // words of the story that are likely evidence
	showing    []shownSentence

	// The sentence that is looked at: its frames (fill.go), what its phrases hang on
	// (triggers.go), and these (phrase.go, judgephrases.go).
	state      sentenceState
	fills      []Fill
	filling    wordSet // their holders and targets
	nations    []int   // words for people who stand for their country, of the story
	trusts     *TrustTable
	triggers   []int
	shows      [maxTriggers]float32 // the probability of each
	below      []uint64             // of each word of a sentence, the steps down to each trigger, from 1: a byte for each; 0 where it is not below
	phrases    []Phrase
	runs       []int32 // see nominalRuns
	phraseView phraseView
	rows       []*row // see lookUpRows
	tallies    []tally
	shown      []int32 // its words that may show a stance, however little

	// Those who speak (voice.go).
	voice        []voice // of each quote
	quoted       []wordRange
	speaks       []int32 // how many quotes each entity speaks
	byAuthor     Leaning // of the author as a holder
	authorJudged bool    // whether that is made

	// Pairs, and the parties that are tied (pair.go, judgepairs.go, tie.go).
	paired   pairState
	meetings []Meeting
	judged   int // meetings that are judged
	tied     tied
	found    []Found
	whys     []Reason // of all that is found

	// Tone (judgetone.go, tonesum.go).
	tones   leanings
	says    *toneTables // nil before a target is judged
	toneSum toneSum
	briefed []briefing  // of each sentence
	briefs  []*toneWord // of the words of the sentences that are briefed
	running []running   // of these, for the k-th sentence from its first word and k on, one more than words
	tellers []int32     // those that may explain a tone
	turning []int32     // those that are negated, or ask
	breaks  []int32     // those that end a clause
	more    []pull      // of the words around a target, what more is said of each
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
	s.Mentions, s.named = named.AppendIndex(s.Mentions[:0]), len(named)
	s.hide = r.Hide
	s.read(r)
	use(s)
	s.Article, s.Entities, s.Quotes = nil, nil, nil
	clear(s.found)
	r.pool.Put(s)
}

func (s *Scene) read(r *Reader) {
	s.readArticle(r)
	s.placeDateline()
	s.placeQuotes()
	s.owned = r.Own != nil
	s.forgetTones()
}

// placeDateline tells the words of the dateline that they are in it.
func (s *Scene) placeDateline() {
	if l, ok := s.Article.Dateline(); ok {
		first, end := s.WordsOf(l.Span)
		for i := first; i < end; i++ {
			s.Words[i].standing |= dateline
		}
	}
}

// placeQuotes tells each word its quote, and each quote its words.
func (s *Scene) placeQuotes() {
	// An inner quote stands behind the one that it is part of, so it prevails.
	s.lengths = s.lengths[:0]
	for q := range s.Quotes {
		s.lengths = append(s.lengths, s.Quotes[q].Span().Len())
	}
	s.voice, s.quoted = room(s.voice, len(s.Quotes)), s.quoted[:0]
	for q := range s.Quotes {
		from := len(s.quoted)
		for _, c := range s.Quotes[q].Content {
			first, end := s.WordsOf(c)
			s.quoted = append(s.quoted, wordRange{first, end})
			for j := first; j < end; j++ {
				if k := s.Words[j].Quote; k < 0 || s.lengths[k] >= s.lengths[q] {
					s.Words[j].Quote = int32(q)
				}
			}
		}
		s.voice[q].content = s.quoted[from:]
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

// mark sets what those words of a sentence count as in features that are names, and lists
// the open ones that are none.
func (s *Scene) mark(x Sentence) {
	var title, known bool
	titled := func() bool { // asked by few sentences
		if !known {
			title, known = s.titled(x), true
		}
		return title
	}
	words, hide := s.Words[x.First:x.End], s.hide
	s.open = slices.Grow(s.open, len(words))
	marks, open := s.open[len(s.open):len(s.open)+len(words)], 0
	for k := range words {
		w := &words[k]
		switch {
		case w.Mention >= 0 && s.Mentions[w.Mention].Kind == entity.Name:
			w.hide(markPerson + uint64(s.Entities[s.Mentions[w.Mention].Entity].Type))
		case w.Upper() && w.Closed == Open && (k > 0 && !words[k-1].is(opener) || !w.is(framed|valued)) && !titled(),
			hide != nil && w.Closed == Open && hide(w.Mark):
			w.hide(markName)
		default:
			marks[open] = w.Mark
			open += int(flag(w.Closed == Open))
		}
		w.kinds = w.kinds.here(w)
	}
	s.open = s.open[:len(s.open)+open]
}

// countMarks counts the open words.
func (s *Scene) countMarks() {
	s.counts.reset(len(s.open))
	for _, mark := range s.open {
		s.counts.add(mark)
	}
}

// hide makes a word a name of some kind.
func (w *Word) hide(mark uint64) {
	w.Mark = mark
	w.standing |= name
	if w.Modifier == Plain {
		w.standing &^= shows
	}
	w.kinds &= ofAll
}

// titled reports whether a sentence Is Written Like This, so that capitals say
// nothing.
func (s *Scene) titled(x Sentence) bool {
	open, upper := 0, 0
	for i := x.First; i < x.End; i++ {
		w := &s.Words[i]
		counts := flag(w.Closed == Open) & flag(w.Mention < 0)
		open += int(counts)
		upper += int(counts & flag(w.Upper()))
	}
	return open >= 3 && 10*upper >= 7*open
}

// readArticle takes over words and sentences, each sentence while what is read of its words
// is at hand.
func (s *Scene) readArticle(r *Reader) {
	words, arcs := s.Article.Syntax()
	if len(words) < len(s.Words) {
		clear(s.Words[len(words):]) // so that no old page of the dictionary is kept for them
	}
	s.Words, s.Sentences, s.open = room(s.Words, len(words)), s.Sentences[:0], s.open[:0]
	s.under = zeroed(s.under, len(words))
	from, mention := 0, 0
	for b := range s.Article.Blocks() {
		for x := range b.Sentences() {
			first, end := x.TokenRange()
			x := Sentence{first, end, b.Kind()}
			s.Sentences = append(s.Sentences, x)
			mention = s.readWords(r, from, end, mention, words, arcs)
			from = max(from, end)
			if r.Own != nil {
				s.ownTerms(r.Own, x)
			}
			s.mark(x)
			s.link(x)
		}
	}
	s.readWords(r, from, len(words), mention, words, arcs)
	s.countMarks()
}

// readWords takes over the words from one to another. All mentions before this one stand
// before them; it returns the first that may reach beyond.
func (s *Scene) readWords(r *Reader, from, end, mention int, words []syntax.Word, arcs []syntax.Arc) int {
	if from >= end {
		return mention
	}
	own, labels, at := s.Words[from:end], labels(), s.mentionAt(mention)
	words, arcs = words[from:end], arcs[from:end]
	for k := range own {
		w, span := &own[k], s.Article.Token(from+k).Span() // all fields but those that others set: a Word is large
		for at.End <= span.Start {
			mention++
			at = s.mentionAt(mention)
		}
		w.Span, w.Mention, w.Quote = span, -1, -1
		if at.Start < span.End {
			w.Mention = int32(mention)
		}
		w.child, w.sibling, w.children = -1, -1, 0
		w.Tag, w.Rel, w.Head = labels.tags[words[k].Fine], labels.relations[arcs[k].Rel], arcs[k].Head
	}
	r.words.infos(r.Own, s.Article.Text(), own)
	return mention
}

// mentionAt is where a mention stands, behind the text if there is none.
func (s *Scene) mentionAt(i int) article.Span {
	if i >= len(s.Mentions) {
		return article.Span{Start: math.MaxInt, End: math.MaxInt}
	}
	return s.Mentions[i].Span
}
