package markdown

import (
	"strings"

	"github.com/seed05c9d22b/newstext/article"
	"github.com/seed05c9d22b/newstext/internal/draft"
	"github.com/seed05c9d22b/newstext/internal/markup"
	"github.com/seed05c9d22b/newstext/internal/source"
)

// Parse reads a story. Markdown has no wrong syntax; errors, of type
// *[article.ParseError], report a wrong encoding, a key given twice in the front
// matter, HTML that ends within a tag, and, as [article.ErrNoStory], a document
// without text.
func Parse(data []byte) (*article.Article, error) {
	t, err := source.Decode("Markdown", data, "")
	if err != nil {
		return nil, err
	}
	r := reader{t: t, refs: make(map[string]bool)}
	at, err := r.frontMatter()
	if err != nil {
		return nil, err
	}
	r.split(at)
	if err := r.blocks(); err != nil {
		return nil, err
	}
	if a := r.d.Article(); a != nil {
		return a, nil
	}
	return nil, t.Error(len(t.S), draft.NoStory("no text"))
}

type reader struct {
	t       *source.Text
	d       draft.Draft
	lines   []line
	refs    map[string]bool // labels of link definitions
	picture string          // words of a picture that has just been read
	credit  string
}

// line is a line without its end and without marks of quotation.
type line struct {
	text   string
	offset int
	quoted bool
}

func (r *reader) split(at int) {
	for at < len(r.t.S) {
		end := strings.IndexByte(r.t.S[at:], '\n')
		if end < 0 {
			end = len(r.t.S) - at
		}
		l := line{text: strings.TrimSuffix(r.t.S[at:at+end], "\r"), offset: at}
		for {
			rest := strings.TrimLeft(l.text, " ")
			if len(l.text)-len(rest) > 3 || !strings.HasPrefix(rest, ">") {
				break
			}
			l.text, l.quoted = strings.TrimPrefix(rest[1:], " "), true
		}
		r.lines = append(r.lines, l)
		if label, ok := definition(l.text); ok {
			r.refs[label] = true
		}
		at += end + 1
	}
}

// definition returns the label of a link definition, "[label]: address".
func definition(s string) (label string, ok bool) {
	s = strings.TrimLeft(s, " ")
	label, rest, ok := strings.Cut(strings.TrimPrefix(s, "["), "]:")
	if !ok || !strings.HasPrefix(s, "[") || label == "" || strings.ContainsAny(label, "[]") || strings.TrimSpace(rest) == "" {
		return "", false
	}
	return strings.ToLower(label), true
}

// blocks reads the lines as blocks.
func (r *reader) blocks() error {
	var para []line
	flush := func() {
		r.paragraph(para)
		para = para[:0]
	}
	for i := 0; i < len(r.lines); i++ {
		l := r.lines[i]
		s := strings.TrimSpace(l.text)
		switch level, title := heading(s); {
		case s == "":
			flush()
		case strings.HasPrefix(s, "```") || strings.HasPrefix(s, "~~~"):
			flush()
			i = r.fence(i, s)
		case level > 0:
			flush()
			r.heading(title)
		case len(para) > 0 && underline(s):
			r.heading(join(para))
			para = para[:0]
		case rule(s):
			flush()
		case isDefinition(s):
			flush()
			if label, _ := definition(s); strings.HasPrefix(label, "^") {
				_, note, _ := strings.Cut(s, "]:")
				r.add(article.Note, note)
			}
		case strings.HasPrefix(s, "|"):
			flush()
			if row := cells(s); row != "" {
				r.add(article.ListItem, row)
			}
		case item(s) > 0 && (len(para) == 0 || s[0] < '0' || s[0] > '9'):
			flush()
			i = r.item(i, s[item(s):])
		case len(para) == 0 && htmlBlock(s):
			n, err := r.html(i)
			if err != nil {
				return err
			}
			i = n
		default:
			if len(para) > 0 && para[0].quoted != l.quoted && l.quoted {
				flush()
			}
			para = append(para, l)
		}
	}
	flush()
	r.endPicture()
	return nil
}

func isDefinition(s string) bool { _, ok := definition(s); return ok }

// heading returns the level and the words of a heading that begins with '#'.
func heading(s string) (level int, title string) {
	rest := strings.TrimLeft(s, "#")
	if level = len(s) - len(rest); level == 0 || level > 6 || rest != "" && rest[0] != ' ' && rest[0] != '\t' {
		return 0, ""
	}
	title = strings.TrimSpace(rest)
	if t := strings.TrimRight(title, "#"); t == "" || strings.HasSuffix(t, " ") {
		title = t
	}
	return level, strings.TrimSpace(title)
}

// underline reports whether a line makes a heading of the lines before it.
func underline(s string) bool { return strings.Trim(s, "=") == "" || strings.Trim(s, "-") == "" }

// rule reports whether a line is one of three or more stars, dashes or
// underscores.
func rule(s string) bool {
	s = strings.ReplaceAll(s, " ", "")
	return len(s) >= 3 && strings.ContainsRune("*-_", rune(s[0])) && strings.Trim(s, s[:1]) == ""
}

// item returns the length of the mark of a list item, or 0.
func item(s string) int {
	n := 0
	for n < len(s) && n < 9 && s[n] >= '0' && s[n] <= '9' {
		n++
	}
	switch {
	case n > 0 && n < len(s) && (s[n] == '.' || s[n] == ')'), n == 0 && strings.ContainsRune("-*+", rune(s[0])):
		n++
	default:
		return 0
	}
	if n < len(s) && s[n] != ' ' && s[n] != '\t' {
		return 0
	}
	return n
}

// item reads a list item and the lines that go on with it, and returns the last.
func (r *reader) item(i int, first string) int {
	var b strings.Builder
	b.WriteString(first)
	for i+1 < len(r.lines) {
		s := strings.TrimSpace(r.lines[i+1].text)
		if level, _ := heading(s); s == "" || level > 0 || item(s) > 0 || rule(s) || strings.HasPrefix(s, "|") {
			break
		}
		b.WriteByte(' ')
		b.WriteString(s)
		i++
	}
	r.add(article.ListItem, b.String())
	return i
}

// cells returns a row of a table, or "" for the rule below its head.
func cells(s string) string {
	if strings.Trim(s, "|-: ") == "" {
		return ""
	}
	var out []string
	for c := range strings.SplitSeq(strings.Trim(s, "|"), "|") {
		out = append(out, strings.TrimSpace(c))
	}
	return strings.Join(out, " \\| ")
}

// fence reads a block of code, which is kept as it is, and returns its last line.
func (r *reader) fence(i int, open string) int {
	mark := open[:3]
	var b strings.Builder
	for i++; i < len(r.lines) && !strings.HasPrefix(strings.TrimSpace(r.lines[i].text), mark); i++ {
		b.WriteString(r.lines[i].text)
		b.WriteByte('\n')
	}
	r.endPicture()
	r.d.Body = append(r.d.Body, article.Part{Kind: article.Unknown, Text: b.String()})
	return i
}

// htmlBlock reports whether a line begins a block of HTML.
func htmlBlock(s string) bool {
	if strings.HasPrefix(s, "<!--") {
		return true
	}
	s = strings.TrimPrefix(strings.TrimPrefix(s, "<"), "/")
	n := strings.IndexAny(s+">", " \t/>")
	return markup.IsBlock(strings.ToLower(s[:min(n, len(s))]))
}

// html reads a block of HTML, up to an empty line, and returns its last line.
func (r *reader) html(i int) (int, error) {
	start := r.lines[i].offset
	for i+1 < len(r.lines) && strings.TrimSpace(r.lines[i+1].text) != "" {
		i++
	}
	end := r.lines[i].offset + len(r.lines[i].text)
	parts, err := markup.Fragment(r.t, start, r.t.S[start:min(end, len(r.t.S))])
	if len(parts) > 0 {
		r.endPicture()
		r.d.Body = append(r.d.Body, parts...)
	}
	return i, err
}

// join joins the lines of a paragraph; a hard line break becomes a line end.
func join(lines []line) string {
	var b strings.Builder
	for i, l := range lines {
		text := strings.TrimSpace(l.text)
		hard := strings.HasSuffix(l.text, "  ")
		if t, ok := strings.CutSuffix(text, `\`); ok {
			text, hard = t, true
		}
		b.WriteString(text)
		switch {
		case i == len(lines)-1:
		case hard:
			b.WriteByte('\n')
		default:
			b.WriteByte(' ')
		}
	}
	return b.String()
}

// heading adds a heading: the first is the headline.
func (r *reader) heading(title string) {
	r.endPicture()
	kind := article.Crosshead
	if len(r.d.Body) == 0 {
		kind = article.Headline
	}
	r.add(kind, title)
}

// paragraph adds a paragraph, whose place and emphasis can say what it is.
func (r *reader) paragraph(lines []line) {
	if len(lines) == 0 {
		return
	}
	text := join(lines)
	if alt, title, ok := picture(text); ok {
		r.endPicture()
		r.picture, r.credit = plain(alt, r.refs), plain(title, r.refs)
		return
	}
	kind := article.Unknown
	if emphasized(text) {
		n := len(r.d.Body)
		switch words := plain(text, r.refs); {
		case r.picture != "":
			kind = article.Caption
			if strings.Contains(words, r.picture) { // the caption repeats it
				r.picture = ""
			}
		case strings.HasPrefix(strings.ToLower(words), "by "):
			kind = article.BylineBlock
		case n > 0 && r.d.Body[n-1].Kind == article.Headline && text[:2] != "**" && text[:2] != "__":
			kind = article.Subhead
		}
	}
	r.add(kind, text)
}

// emphasized reports whether all of a paragraph is emphasized.
func emphasized(s string) bool {
	if len(s) < 3 || s[0] != '*' && s[0] != '_' || s[len(s)-1] != s[0] {
		return false
	}
	inner := strings.Trim(s, s[:1])
	return inner != "" && !strings.Contains(inner, s[:1])
}

// picture reads a paragraph that is a picture and nothing else.
func picture(s string) (alt, title string, ok bool) {
	alt, rest, ok := strings.Cut(s, "](")
	if !ok || !strings.HasPrefix(alt, "![") || !strings.HasSuffix(rest, ")") || strings.Contains(rest, "](") {
		return "", "", false
	}
	if _, t, ok := strings.Cut(rest, ` "`); ok {
		title = strings.TrimSuffix(strings.TrimSuffix(t, ")"), `"`)
	}
	return alt[2:], title, true
}

// endPicture makes a caption of the words of a picture that none followed.
func (r *reader) endPicture() {
	if r.picture != "" {
		r.d.Body = append(r.d.Body, article.Part{Kind: article.Caption, Text: r.picture})
		if r.credit != "" {
			r.d.Body = append(r.d.Body, article.Part{Kind: article.Credit, Text: r.credit})
		}
	}
	r.picture, r.credit = "", ""
}

func (r *reader) add(kind article.Kind, text string) {
	r.endPicture()
	if text = strings.TrimSpace(plain(text, r.refs)); text != "" {
		r.d.Body = append(r.d.Body, article.Part{Kind: kind, Text: text})
	}
}
