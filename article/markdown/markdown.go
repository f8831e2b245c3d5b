// Package markdown reads and writes stories in Markdown (CommonMark, with tables,
// footnotes and front matter as site generators have them).
//
//	a, err := markdown.Parse([]byte("# Harbour closed\n\nBoats wait."))
//	out, err := markdown.Append(nil, a)
//
// The first heading is the headline, a line of emphasis behind it the subhead,
// behind a picture the caption; other headings are crossheads, list items and rows
// of tables are lists. Other lines are read as plain text is. Front matter between
// lines of --- gives metadata: title, subtitle, authors, date, lastmod, tags,
// section, lang, source, url, copyright, id. Not kept: links, emphasis, pictures,
// levels of headings, quotation by indent.
package markdown
