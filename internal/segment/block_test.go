package segment

import (
	"slices"
	"strings"
	"testing"
)

// texts returns the blocks' texts.
func texts(text string, blocks []Block) []string {
	var out []string
	for _, b := range blocks {
		out = append(out, text[b.Start:b.End])
	}
	return out
}

func TestBlocksAreLinesOrWrappedParagraphs(t *testing.T) {
	for name, test := range map[string]struct {
		text string
		want []string
	}{
		"empty":            {"", nil},
		"blank only":       {" \n\t\r\n\u00a0\u200b\ufeff\n", nil},
		"one newline":      {"A line.\nAnother line.", []string{"A line.", "Another line."}},
		"empty lines":      {"\n\nA line.\n\n\nAnother line.\n", []string{"A line.", "Another line."}},
		"CRLF":             {"A line.\r\n\r\nAnother line.\r\n", []string{"A line.", "Another line."}},
		"lone CR":          {"A line.\rAnother line.\r", []string{"A line.", "Another line."}},
		"byte order mark":  {"\ufeffA line.", []string{"A line."}},
		"no-break spaces":  {"\u00a0A line.\u00a0\u200b\n", []string{"A line."}},
		"invalid bytes":    {"\xffA\xfe line.\xc2\n", []string{"\xffA\xfe line.\xc2"}},
		"one line":         {"A line. Another sentence.", []string{"A line. Another sentence."}},
		"unstopped lines":  {"Farmers block roads\nTalks go on in the capital\n", []string{"Farmers block roads", "Talks go on in the capital"}},
		"wrapped":          {"The lake has lost a third of its surface in ten\nyears, according to the institute, which is a\ngroup in the town of Teshek. It accused both\ncapitals.\n\nThe director of the group said that nothing can\nbe done.", []string{"The lake has lost a third of its surface in ten\nyears, according to the institute, which is a\ngroup in the town of Teshek. It accused both\ncapitals.", "The director of the group said that nothing can\nbe done."}},
		"wrapped indented": {"    The lake has lost a third of its surface in ten\nyears, according to the institute, which is just a\ngroup in the town of Teshek. It accused both of the\n    The director of the group said that nothing can\nbe done.", []string{"The lake has lost a third of its surface in ten\nyears, according to the institute, which is just a\ngroup in the town of Teshek. It accused both of the", "The director of the group said that nothing can\nbe done."}},
	} {
		t.Run(name, func(t *testing.T) {
			if got := texts(test.text, Blocks(nil, test.text, 0, false)); !slices.Equal(test.want, got) {
				t.Errorf("want %q\ngot  %q", test.want, got)
			}
		})
	}
}

func TestBlocksBeginWhereAsked(t *testing.T) {
	text := "The headline\n\nThe body.\n"
	blocks := Blocks(nil, text, uint32(strings.Index(text, "The body")), true)
	if got := texts(text, blocks); !slices.Equal(got, []string{"The body."}) {
		t.Errorf("got %q", got)
	}
}
