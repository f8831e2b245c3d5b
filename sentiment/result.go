package sentiment

import (
	"fmt"

	"github.com/seed05c9d22b/newstext/article"
	"github.com/seed05c9d22b/newstext/entity"
)

// List holds the stances of a story in order of their evidence.
type List []Stance

// Result is what [Score] finds in a story.
type Result struct {
	Stances List
	Tones   []Tone // one for each entity, in order, then one for each span asked about
}

// By returns the stances that the entity with this ID holds.
func (l List) By(id int) []Stance {
	return l.where(func(s Stance) bool { return s.Holder.Entity == id })
}

// Toward returns the stances toward the entity with this ID.
func (l List) Toward(id int) []Stance {
	return l.where(func(s Stance) bool { return s.Target.Entity == id })
}

func (l List) where(keep func(Stance) bool) []Stance {
	var out []Stance
	for _, s := range l {
		if keep(s) {
			out = append(out, s)
		}
	}
	return out
}

// Bind gives the stances the text and the entities that they speak of, so that
// [Party.Name] can answer. What [Score] returns is bound; a list read from JSON
// is not.
func (l List) Bind(a *article.Article, entities entity.List) {
	for i := range l {
		for _, p := range []*Party{&l[i].Holder, &l[i].Target} {
			p.text, p.list = a.Text(), entities
		}
	}
}

// Check returns an error where a span does not fit text (it wraps
// [article.ErrSpan]), an entity is not there, or a strength is out of range.
func (l List) Check(text string, entities entity.List) error {
	for i, s := range l {
		field := fmt.Sprintf("stances[%d]", i)
		if err := s.Holder.check(field+".holder", text, entities); err != nil {
			return err
		}
		if err := s.Target.check(field+".target", text, entities); err != nil {
			return err
		}
		for j, e := range s.Evidence {
			if err := e.Check(fmt.Sprintf("%s.evidence[%d]", field, j), text); err != nil {
				return err
			}
		}
		if !(s.Strength > 0 && s.Strength <= 1) {
			return fmt.Errorf("%s.strength: %v is not above 0 to 1", field, s.Strength)
		}
	}
	return nil
}

func (p Party) check(field, text string, entities entity.List) error {
	if p.Entity >= 0 {
		if _, ok := entities.Get(p.Entity); !ok {
			return fmt.Errorf("%s: no entity %d", field, p.Entity)
		}
	}
	return p.Span.Check(field, text)
}

// CheckTones returns an error where a span of the tones does not fit text (it
// wraps [article.ErrSpan]), an entity is not there, or a score is out of range.
func CheckTones(tones []Tone, text string, entities entity.List) error {
	for i, t := range tones {
		field := fmt.Sprintf("tones[%d]", i)
		if t.Entity >= 0 {
			if _, ok := entities.Get(t.Entity); !ok {
				return fmt.Errorf("%s: no entity %d", field, t.Entity)
			}
		}
		if err := t.Span.Check(field, text); err != nil {
			return err
		}
		for j, e := range t.Evidence {
			if err := e.Check(fmt.Sprintf("%s.evidence[%d]", field, j), text); err != nil {
				return err
			}
		}
		if !(t.Score >= -1 && t.Score <= 1) {
			return fmt.Errorf("%s.score: %v is not between -1 and 1", field, t.Score)
		}
	}
	return nil
}
