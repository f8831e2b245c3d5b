package news

import (
	_ "embed"
	"fmt"
	"strconv"
	"strings"

	"github.com/seed05c9d22b/newstext/article"
	"github.com/seed05c9d22b/newstext/sentiment"
)

// stances are the stances in stories of the folder news: read for this project, by
// the rules of the labelled stories. They have no text, only offsets into that of the
// stories. A line is
//
//	story  holder  target  polarity  strength  evidence
//
// where holder and target are n and the range of a name, w and that of other words,
// or "author"; ranges are START:END in bytes of headline, an empty line and text. A
// story without a stance is a line of its own.
//
//go:embed stances.tsv
var stances string

// Labelled is a story with its stances.
type Labelled struct {
	Story
	Stances []Stance
}

// Stance is who is for or against whom, and the words that show it.
type Stance struct {
	Holder, Target Party
	Polarity       sentiment.Polarity
	Strength       float64 // 0.5 or 1
	Evidence       article.Span
}

// Party is a holder or a target: a name wherever the story has it, words, or the
// author.
type Party struct {
	Author, Name bool
	Span         article.Span
}

// Stances returns the stories of the folder that were read for stances and that keep
// asks for, in a fixed order.
func Stances(folder string, keep func(id string) bool) ([]Labelled, error) {
	return find(folder, allStances, keep)
}

func (x *Labelled) check() error {
	for i := range x.Stances {
		if err := x.Stances[i].check(x.Text); err != nil {
			return err
		}
	}
	return nil
}

// check reports a range that is not one of the text.
func (s *Stance) check(text string) error {
	if err := s.Holder.Span.Check("holder", text); err != nil {
		return err
	}
	if err := s.Target.Span.Check("target", text); err != nil {
		return err
	}
	return s.Evidence.Check("evidence", text)
}

// allStances reads the labels, without texts.
func allStances() ([]Labelled, error) {
	var out []Labelled
	n := 0
	for line := range strings.Lines(stances) {
		n++
		f := strings.Split(strings.TrimSuffix(line, "\n"), "\t")
		if len(out) == 0 || out[len(out)-1].ID != f[0] {
			out = append(out, Labelled{Story: Story{ID: f[0]}})
		}
		if len(f) == 1 {
			continue
		}
		s, err := parseStance(f[1:])
		if err != nil {
			return nil, fmt.Errorf("stances.tsv:%d: %w", n, err)
		}
		last := &out[len(out)-1]
		last.Stances = append(last.Stances, s)
	}
	return out, nil
}

func parseStance(f []string) (s Stance, err error) {
	if len(f) != 5 {
		return s, fmt.Errorf("%d columns behind the story, want 5", len(f))
	}
	if s.Holder, err = parseParty(f[0]); err != nil {
		return s, err
	}
	if s.Target, err = parseParty(f[1]); err != nil {
		return s, err
	}
	if err = s.Polarity.UnmarshalText([]byte(f[2])); err != nil {
		return s, err
	}
	if s.Strength, err = strconv.ParseFloat(f[3], 64); err != nil {
		return s, err
	}
	s.Evidence, err = parseRange(f[4])
	return s, err
}

func parseParty(s string) (p Party, err error) {
	switch {
	case s == "author":
		p.Author = true
		return p, nil
	case strings.HasPrefix(s, "n"):
		p.Name = true
	case !strings.HasPrefix(s, "w"):
		return p, fmt.Errorf("neither name nor words: %q", s)
	}
	p.Span, err = parseRange(s[1:])
	return p, err
}

func parseRange(s string) (article.Span, error) {
	start, end, _ := strings.Cut(s, ":")
	a, err := strconv.Atoi(start)
	if err != nil {
		return article.Span{}, err
	}
	b, err := strconv.Atoi(end)
	return article.Span{Start: a, End: b}, err
}

// Places returns where a name stands by itself.
func Places(name, text string) (out []article.Span) {
	letter := func(i int) bool {
		return i >= 0 && i < len(text) && (text[i] >= 0x80 && text[i] != 0xE2 || text[i]|0x20 >= 'a' && text[i]|0x20 <= 'z')
	}
	for at := 0; ; {
		i := strings.Index(text[at:], name)
		if i < 0 || name == "" {
			return out
		}
		s := article.Span{Start: at + i, End: at + i + len(name)}
		if !letter(s.Start-1) && !letter(s.End) {
			out = append(out, s)
		}
		at = s.End
	}
}
