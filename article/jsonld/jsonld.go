// Package jsonld reads and writes the NewsArticle of schema.org as JSON-LD, as
// web pages carry it in <script type="application/ld+json">.
//
//	a, err := jsonld.Parse(data)
//	out, err := jsonld.Append(nil, a, r.Concepts()...)
//
// An author may be an object, a list, a string or a reference; the story may stand
// in a @graph, in a list, or under another object's mainEntity; @type may be a
// list. Headline, alternativeHeadline (the subhead), author, dates, language,
// publisher, section, keywords, copyright, address, dateline, the body, and captions
// with their credits are kept. The body is plain text there: its crossheads are
// known only by their form. Contexts other than schema.org are not expanded.
package jsonld
