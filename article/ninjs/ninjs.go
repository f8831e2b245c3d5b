// Package ninjs reads and writes IPTC ninjs, "News in JSON": versions 1.x, 2.x and
// 3.x are read, 3.1 is written.
//
//	a, err := ninjs.Parse(data)
//	r := newstext.Analyze(a)
//	out, err := ninjs.Append(nil, a, r.Concepts()...)
//
// Headlines, byline, body, captions with their credits, source, language, subjects
// (as keywords), copyright and time are kept. Ninjs has no time of first
// publication and no section: Published is read from and written to
// versionCreated, and of Updated and Section nothing is written. Not kept when
// reading: renditions, people, organisations and places that the item names,
// genres, urgency, embargo and publication status (look at them before you
// publish).
package ninjs
