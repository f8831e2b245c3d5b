//go:build js && wasm

// Wasm analyzes news stories in the browser: a page, a worker, and this program as
// WebAssembly. Nothing that is pasted leaves the machine. README.md says how to build
// it.
package main

import (
	"strings"
	"syscall/js"

	"github.com/seed05c9d22b/newstext"
	"github.com/seed05c9d22b/newstext/article"
	"github.com/seed05c9d22b/newstext/examples/report/page"
	"github.com/seed05c9d22b/newstext/examples/seed"
)

// main gives the worker an object of functions from text to text:
//
//	newstext.report(story)    the main part of the page that examples/report writes
//	newstext.document(story)  that page as a whole
//	newstext.json(story)      the analysis, as doc.go of the root describes it
//	newstext.seed()           the story that the examples are built on
func main() {
	js.Global().Set("newstext", map[string]any{
		"report": function(func(r *newstext.Analysis) (string, error) {
			var b strings.Builder
			err := page.Fragment(&b, r)
			return b.String(), err
		}),
		"document": function(func(r *newstext.Analysis) (string, error) {
			var b strings.Builder
			err := page.Write(&b, r)
			return b.String(), err
		}),
		"json": function(func(r *newstext.Analysis) (string, error) {
			b, err := r.MarshalJSON()
			return string(b), err
		}),
		"seed": js.FuncOf(func(js.Value, []js.Value) any { return seed.Story }),
	})
	select {} // the functions live as long as the worker
}

// function makes a function of JavaScript: it takes a story and returns what f makes
// of its analysis, or null where there is no text.
func function(f func(*newstext.Analysis) (string, error)) js.Func {
	return js.FuncOf(func(_ js.Value, args []js.Value) any {
		if len(args) == 0 || args[0].Type() != js.TypeString {
			return nil
		}
		out, err := f(newstext.Analyze(article.Parse(args[0].String())))
		if err != nil {
			return nil
		}
		return out
	})
}
