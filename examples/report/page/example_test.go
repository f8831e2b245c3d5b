package page_test

import (
	"fmt"
	"log"
	"net/http"
	"os"

	"github.com/seed05c9d22b/newstext"
	"github.com/seed05c9d22b/newstext/article"
	"github.com/seed05c9d22b/newstext/examples/report/page"
	"github.com/seed05c9d22b/newstext/examples/seed"
)

func ExampleWrite() {
	f, err := os.CreateTemp("", "*.html")
	if err != nil {
		log.Fatal(err)
	}
	defer os.Remove(f.Name())
	if err := page.Write(f, newstext.Analyze(article.Parse(seed.Story))); err != nil {
		log.Fatal(err)
	}
	if err := f.Close(); err != nil {
		log.Fatal(err)
	}
}

// A page of one's own around it.
func ExampleFragment() {
	http.HandleFunc("/story", func(w http.ResponseWriter, r *http.Request) {
		fmt.Fprintf(w, "<!DOCTYPE html><html lang=en><title>Stories</title><style>%s</style><main>", page.Style())
		if err := page.Fragment(w, newstext.Analyze(article.Parse(r.FormValue("text")))); err != nil {
			log.Print(err)
		}
		fmt.Fprintf(w, "</main><script>%s</script>", page.Script())
	})
}
