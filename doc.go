// Package newstext reads news stories: who and what is named, what was said and
// by whom, and who stands for or against whom, each with the words that show it.
//
//	a := article.Parse(text)             // or article.New(article.Meta{Headline: …}, body)
//	r := newstext.Analyze(a)
//	for _, q := range r.Quotes {
//		fmt.Println(q.Speaker.Name(), q.Text())
//	}
//	for _, s := range r.Stances {
//		fmt.Println(s.Holder, s.Polarity, s.Target)
//	}
//
// The work is done by four packages, each of use alone:
//
//   - [article]: the story cut into blocks, sentences and tokens;
//   - [entity]: people, organizations, places, groups, events and works;
//   - [quote]: what was said, directly and indirectly, and by whom;
//   - [sentiment]: stances (holder → target) and tones.
//
// Any bytes are accepted. All results are spans, half-open ranges of bytes of the
// text as it was given; nothing is ever rewritten. The same text gives the same
// result on every machine and from any number of goroutines. There is no server,
// no download and no work at program start: models and word lists are embedded
// and read in place.
//
// # JSON
//
// An [Analysis] marshals to one object and back. Fields that do not apply are
// left out; new fields may be added, these keep their meaning.
//
//	id         the caller's key of the story
//	text       the story; all offsets are UTF-8 bytes into it, half open
//	bytes      the story in base64, in place of text where it is no valid UTF-8
//	body       {start, end} of the body as given, where headline or subhead were given apart and put before it
//	meta       headline, subhead, byline [names], published (RFC 3339), language (BCP 47), source, url,
//	           updated, section, keywords [string], copyright,
//	           dateline {start, end, places [{start, end}], date {start, end}, agency {start, end}}
//	blocks     [{kind, start, end}]; kinds: headline, subhead, byline, dateline, time, paragraph, crosshead,
//	           caption, credit, pullquote, list, link, share, advert, newsletter, copyright, note
//	sentences  [{start, end}], each inside one block
//	tokens     [{start, end, tag, lemma, head, rel}], where asked for; tag is the universal part of speech, head
//	           the index of the syntactic head in tokens (−1 at a root), rel the Universal Dependencies relation
//	entities   [{id, type, name, country, roles, mentions}], those with a name in the order of their first one, then
//	           those that the story speaks of again and again without a name ("the gunman … he"; the author, "I")
//	             type: person, org, place, group, event, work
//	             country: ISO 3166 alpha-2, or EU
//	             roles [{start, end, head, of, former}]: "Russian foreign minister", minister, RU
//	             mentions [{start, end, kind}]: name, nominal, pronoun
//	quotes     [{kind, content, cue, class, negated, speaker, addressee, parent, confidence}]
//	             kind: direct (all of the content in quotation marks), mixed (part), indirect (none)
//	             content [{start, end}]: without outer marks; several spans where interrupted
//	             cue {start, end}; class: neutral, assert, concede, deny, accuse, promise, question, decline,
//	             demand, warn, praise
//	             speaker, addressee {start, end, entities [id]}: the words and what they refer to
//	             parent: index of the quote that this one stands in
//	marked     [{start, end, use}]: what stands in quotation marks and is not said by anybody
//	             use: scare, term, nickname, title, motto
//	stances    [{holder, target, polarity, strength, evidence, frame, flags, reasons}]
//	             holder, target: {entity: id}, with {start, end} where words name it; {start, end} alone for
//	             words that are no entity; {author: true}
//	             polarity: for, against; strength: above 0 to 1; evidence [{start, end}]
//	             frame: the lexicon entry or rule; flags: negated, hedged, conditional, question, quoted
//	             reasons [{what, weight}]: what gave how much to it: frame, words, holder, target, link, quote,
//	             tone, story
//	tones      [{entity, score, label, evidence}] for each entity, [{start, end, score, …}] for each span asked for
//	             score: −1 to 1; label: negative, neutral, positive; places: mentions judged; positive,
//	             negative: shares of them
//	             evidence [{start, end, term, weight}]: what each word adds
package newstext
