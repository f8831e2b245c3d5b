package quote

import (
	"github.com/seed05c9d22b/newstext/article"
	"github.com/seed05c9d22b/newstext/entity"
)

// Extractor finds the quotes of articles. The zero value is ready for use; it is
// safe for concurrent use as long as its fields are not changed.
type Extractor struct{}

// Extract returns the quotes of an article whose entities are known.
func Extract(a *article.Article, entities entity.List) List {
	return Extractor{}.Extract(a, entities)
}

// Extract returns the quotes of an article whose entities are known.
func (x Extractor) Extract(a *article.Article, entities entity.List) List { return nil }
