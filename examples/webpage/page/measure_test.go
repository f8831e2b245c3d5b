package page

import (
	"compress/gzip"
	"encoding/json"
	"flag"
	"io"
	"os"
	"path/filepath"
	"regexp"
	"sort"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/seed05c9d22b/newstext/article"
)

var measure = flag.String("measure", "", "folder with ground-truth.json and <id>.html.gz, to measure the body text on")

// TestMeasure compares bodies with those of a folder in the form of
// scrapinghub/article-extraction-benchmark, by the measure of that set: shingles of
// four words, precision and recall averaged over pages.
//
//	go test ./page -run Measure -v -measure FOLDER
func TestMeasure(t *testing.T) {
	if *measure == "" {
		t.Skip("no -measure FOLDER")
	}
	data, err := os.ReadFile(filepath.Join(*measure, "ground-truth.json"))
	require.NoError(t, err)
	var truth map[string]struct{ ArticleBody, URL string }
	require.NoError(t, json.Unmarshal(data, &truth))
	ids := make([]string, 0, len(truth))
	for id := range truth {
		ids = append(ids, id)
	}
	sort.Strings(ids)
	var precision, recall float64
	found := make(map[string]int)
	for _, id := range ids {
		src := readGzip(t, filepath.Join(*measure, id+".html.gz"))
		body := ""
		if p, err := Parse(src); err == nil {
			body = bodyOf(p.Article)
			count(found, p, src)
		} else {
			t.Logf("%s: %v", truth[id].URL, err)
		}
		pr, re := compare(truth[id].ArticleBody, body)
		if pr < 0.8 || re < 0.8 {
			t.Logf("%.2f %.2f %s %s", pr, re, id, truth[id].URL)
		}
		precision += pr / float64(len(ids))
		recall += re / float64(len(ids))
	}
	f1 := 2 * precision * recall / (precision + recall)
	t.Logf("%d pages: precision %.4f, recall %.4f, F1 %.4f; %v", len(ids), precision, recall, f1, found)
	require.GreaterOrEqual(t, f1, 0.95)
}

func readGzip(t *testing.T, name string) []byte {
	f, err := os.Open(name)
	require.NoError(t, err)
	defer f.Close()
	z, err := gzip.NewReader(f)
	require.NoError(t, err)
	b, err := io.ReadAll(z)
	require.NoError(t, err)
	return b
}

// bodyOf returns the running text of a story.
func bodyOf(a *article.Article) string {
	var b strings.Builder
	for x := range a.Blocks() {
		switch k := x.Kind(); k {
		case article.Headline, article.Subhead, article.BylineBlock, article.TimeBlock, article.Caption, article.Credit:
		default:
			if !k.Boilerplate() {
				b.WriteString(x.Text() + "\n")
			}
		}
	}
	return b.String()
}

// count counts what metadata was found.
func count(found map[string]int, p *Page, src []byte) {
	m := p.Article.Meta()
	for name, ok := range map[string]bool{"headline": m.Headline != "", "byline": len(m.Byline) > 0, "published": !m.Published.IsZero(),
		"language": !m.Language.IsRoot(), "source": m.Source != "", "url": m.URL != "", "subhead": m.Subhead != ""} {
		if ok {
			found[name]++
		}
	}
	if strings.Contains(string(src), "datePublished") || strings.Contains(string(src), "article:published_time") {
		found["(page has a date)"]++
	}
	blocks, mapped := 0, 0
	for b := range p.Article.Blocks() {
		blocks++
		if _, ok := p.Source(b.Span()); ok {
			mapped++
		}
	}
	found["blocks"] += blocks
	found["mapped"] += mapped
}

var word = regexp.MustCompile(`[\pL\pN_]+`)

func shingles(s string) map[string]int {
	words := word.FindAllString(s, -1)
	out := make(map[string]int)
	for i := range max(1, len(words)-3) {
		if x := strings.Join(words[i:min(i+4, len(words))], " "); x != "" {
			out[x]++
		}
	}
	return out
}

func compare(truth, have string) (precision, recall float64) {
	a, b := shingles(truth), shingles(have)
	var tp, fp, fn int
	for x, n := range b {
		tp += min(n, a[x])
		fp += max(0, n-a[x])
	}
	for x, n := range a {
		fn += max(0, n-b[x])
	}
	if fp == 0 && fn == 0 {
		return 1, 1
	}
	if tp == 0 {
		return 0, 0
	}
	return float64(tp) / float64(tp+fp), float64(tp) / float64(tp+fn)
}
