// Package page draws the analysis of a story as a page of HTML: the story with its
// names, quotes and stances marked, and beside it who is in it, who says how much,
// who stands where, and in what tone the story speaks of them.
//
//	r := newstext.Analyze(article.Parse(text))
//	err := page.Write(w, r) // one file: no network, no script needed to read it
//
// A program with a page of its own puts [Fragment] into it, [Style] into its head
// and [Script] at its end. Whatever the story holds is shown as text: the page is
// made by html/template, and its policy lets no script run but its own.
package page

import (
	"crypto/sha256"
	"embed"
	"encoding/base64"
	"html/template"
	"io"
	"sync"

	"github.com/seed05c9d22b/newstext"
)

//go:embed document.html report.html story.html stances.html style.css script.js
var files embed.FS

var (
	style     = asset("style.css")
	script    = asset("script.js")
	templates = sync.OnceValue(func() *template.Template {
		return template.Must(template.New("").ParseFS(files, "*.html"))
	})
)

// Style returns the style sheet of the page.
func Style() string { return style }

// Script returns the script of the page. It lights up all places that name what the
// pointer is on, closes notes on Escape, and lets a finger open them; without it
// all is there to read.
func Script() string { return script }

// Write writes the page as one whole document.
func Write(w io.Writer, r *newstext.Analysis) error {
	sum := sha256.Sum256([]byte(script))
	return templates().ExecuteTemplate(w, "document.html", struct {
		*report
		Policy string
		Style  template.CSS
		Script template.JS
	}{
		report: newReport(r),
		Policy: "default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-" + base64.StdEncoding.EncodeToString(sum[:]) + "'; base-uri 'none'; form-action 'none'",
		Style:  template.CSS(style),
		Script: template.JS(script),
	})
}

// Fragment writes what stands in the main part of the page, to be put into another
// document. Its IDs are those of [Write]: one fragment a document.
func Fragment(w io.Writer, r *newstext.Analysis) error {
	return templates().ExecuteTemplate(w, "report.html", newReport(r))
}

func asset(name string) string {
	b, err := files.ReadFile(name)
	if err != nil {
		panic(err) // the file is embedded
	}
	return string(b)
}
