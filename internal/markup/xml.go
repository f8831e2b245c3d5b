package markup

import (
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"strings"

	"github.com/seed05c9d22b/newstext/article"
	"github.com/seed05c9d22b/newstext/internal/source"
)

// XML reads a document and returns its root. Entities that the document itself
// declares are not expanded but refused; those of HTML are known, because NITF
// documents use them. Errors are of type *[article.ParseError].
func XML(format string, data []byte) (*Node, *source.Text, error) {
	t, err := source.Decode(format, data, declared(data))
	if err != nil {
		return nil, nil, err
	}
	d := xml.NewDecoder(strings.NewReader(t.S))
	d.Entity = xml.HTMLEntity
	d.CharsetReader = func(_ string, in io.Reader) (io.Reader, error) { return in, nil } // decoded above
	b := newTree(t)
	for {
		at := int(d.InputOffset())
		tok, err := d.Token()
		if err == io.EOF {
			break
		}
		if err != nil {
			return nil, nil, t.Error(max(at, int(d.InputOffset())), xmlError(err))
		}
		switch tok := tok.(type) {
		case xml.StartElement:
			if len(b.stack) == 1 && len(b.top().Children) > 0 {
				return nil, nil, t.Error(at, fmt.Errorf("%w: second root element <%s>", article.ErrSyntax, tok.Name.Local))
			}
			n := &Node{Name: strings.ToLower(tok.Name.Local), Offset: at}
			seen := make(map[xml.Name]bool, len(tok.Attr))
			for _, a := range tok.Attr {
				if seen[a.Name] {
					return nil, nil, t.Error(at, fmt.Errorf("%w: attribute %q of <%s>", article.ErrDuplicate, a.Name.Local, tok.Name.Local))
				}
				seen[a.Name] = true
				n.Attrs = append(n.Attrs, Attr{strings.ToLower(a.Name.Local), a.Value})
			}
			if err := b.open(n); err != nil {
				return nil, nil, err
			}
		case xml.EndElement:
			b.close()
		case xml.CharData:
			if len(b.stack) == 1 {
				if strings.TrimSpace(string(tok)) != "" {
					return nil, nil, t.Error(at, fmt.Errorf("%w: text outside of the root element", article.ErrSyntax))
				}
				continue
			}
			if err := b.text(string(tok), at); err != nil {
				return nil, nil, err
			}
		}
	}
	if len(b.top().Children) == 0 {
		return nil, nil, t.Error(len(t.S), fmt.Errorf("%w: no root element", io.ErrUnexpectedEOF))
	}
	return b.top().Children[0], t, nil
}

// xmlError turns an error of encoding/xml into ours.
func xmlError(err error) error {
	if e := new(xml.SyntaxError); errors.As(err, &e) {
		if strings.Contains(e.Msg, "unexpected EOF") {
			return fmt.Errorf("%w: XML ends too early", io.ErrUnexpectedEOF)
		}
		return fmt.Errorf("%w: %s", article.ErrSyntax, e.Msg)
	}
	return fmt.Errorf("%w: %w", article.ErrSyntax, err)
}

// declared returns the encoding that the XML declaration names.
func declared(data []byte) string {
	head := string(data[:min(len(data), 200)])
	if !strings.HasPrefix(head, "<?xml") {
		return ""
	}
	head, _, _ = strings.Cut(head, "?>")
	_, rest, ok := strings.Cut(head, "encoding")
	rest = strings.TrimLeft(rest, " \t\r\n=")
	if !ok || rest == "" || rest[0] != '"' && rest[0] != '\'' {
		return ""
	}
	name, _, _ := strings.Cut(rest[1:], rest[:1])
	return name
}
