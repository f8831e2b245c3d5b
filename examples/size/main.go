// Size prints what importing each package adds to a program, as a table: built with
// -trimpath -ldflags="-s -w" as one would ship it, and compressed as a web server
// sends it. It runs the go command in the folder of the library.
//
//	go run ./examples/size
//	go run ./examples/size -targets darwin/arm64,js/wasm
package main

import (
	"compress/gzip"
	"encoding/json"
	"flag"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
)

// probes are programs that each use one package as its documentation does. The first
// is what the others are measured against.
var probes = []struct{ name, imports, body string }{
	{"", ``, `fmt.Println(len(text))`},
	{"`article`: blocks, sentences, tokens", `"article"`, `for t := range article.Parse(text).Tokens() { fmt.Println(t.Text()) }`},
	{"`article`: tags, lemmas, trees too", `"article"`, `for t := range article.Parse(text).Tokens() { fmt.Println(t.Tag(), t.Lemma(), t.Relation()) }`},
	{"`entity`", `"article" "entity"`, `for _, e := range entity.Extract(article.Parse(text)) { fmt.Println(e.Name) }`},
	{"`quote`", `"article" "entity" "quote"`, `a := article.Parse(text)
		for _, q := range quote.Extract(a, entity.Extract(a)) { fmt.Println(q.Text()) }`},
	{"`sentiment`", `"article" "entity" "quote" "sentiment"`, `a := article.Parse(text); e := entity.Extract(a)
		for _, s := range sentiment.Score(a, e, quote.Extract(a, e)).Stances { fmt.Println(s.Holder, s.Target) }`},
	{"root, with JSON", `"article" ""`, `b, err := newstext.Analyze(article.Parse(text)).MarshalJSON(); fmt.Println(string(b), err)`},
}

const module = "github.com/seed05c9d22b/newstext"

func main() {
	targets := flag.String("targets", "linux/amd64,js/wasm", "systems to build for, with commas between")
	flag.Parse()
	if err := run(strings.Split(*targets, ","), os.Stdout); err != nil {
		fmt.Fprintln(os.Stderr, "size:", err)
		os.Exit(1)
	}
}

func run(targets []string, out io.Writer) error {
	dir, err := os.MkdirTemp("", "newstext-size-")
	if err != nil {
		return err
	}
	defer os.RemoveAll(dir)
	fmt.Fprint(out, "| importing |")
	for _, t := range targets {
		fmt.Fprintf(out, " %s | compressed |", t)
	}
	fmt.Fprintf(out, "\n|---|%s\n", strings.Repeat("---|", 2*len(targets)))
	base := make([]size, len(targets))
	for i, p := range probes {
		var row strings.Builder
		for k, t := range targets {
			s, err := build(dir, source(p.imports, p.body), t)
			if err != nil {
				return fmt.Errorf("%s: %w", t, err)
			}
			if i == 0 {
				base[k] = s
			}
			fmt.Fprintf(&row, " %.1f MB | %.1f MB |", mega(s.plain-base[k].plain), mega(s.packed-base[k].packed))
		}
		if i > 0 {
			fmt.Fprintf(out, "| %s |%s\n", p.name, row.String())
		}
	}
	return nil
}

// source writes the program of a probe.
func source(imports, body string) string {
	var b strings.Builder
	b.WriteString("package main\n\nimport (\n\"fmt\"\n\"io\"\n\"os\"\n")
	for p := range strings.FieldsSeq(imports) {
		fmt.Fprintf(&b, "%q\n", strings.TrimSuffix(module+"/"+strings.Trim(p, `"`), "/"))
	}
	fmt.Fprintf(&b, ")\n\nfunc main() {\nb, _ := io.ReadAll(os.Stdin)\ntext := string(b)\n%s\n}\n", body)
	return b.String()
}

type size struct{ plain, packed int64 }

// build builds a program as if it stood in the library and returns its size.
func build(dir, program, target string) (size, error) {
	goos, arch, ok := strings.Cut(target, "/")
	if !ok {
		return size{}, fmt.Errorf("not of the form linux/amd64")
	}
	file, binary := filepath.Join(dir, "main.go"), filepath.Join(dir, "binary")
	if err := os.WriteFile(file, []byte(program), 0o600); err != nil {
		return size{}, err
	}
	here, err := filepath.Abs(filepath.Join("examples", "size", "probe", "main.go"))
	if err != nil {
		return size{}, err
	}
	overlay, err := json.Marshal(map[string]any{"Replace": map[string]string{here: file}})
	if err != nil {
		return size{}, err
	}
	if err := os.WriteFile(filepath.Join(dir, "overlay.json"), overlay, 0o600); err != nil {
		return size{}, err
	}
	cmd := exec.Command("go", "build", "-trimpath", "-ldflags=-s -w", "-overlay", filepath.Join(dir, "overlay.json"), "-o", binary, "./examples/size/probe")
	cmd.Env = append(os.Environ(), "GOOS="+goos, "GOARCH="+arch, "CGO_ENABLED=0")
	if out, err := cmd.CombinedOutput(); err != nil {
		return size{}, fmt.Errorf("%w: %s", err, out)
	}
	return measure(binary)
}

// measure returns the size of a file, and of what gzip makes of it.
func measure(name string) (size, error) {
	f, err := os.Open(name)
	if err != nil {
		return size{}, err
	}
	defer f.Close()
	var n counter
	z, err := gzip.NewWriterLevel(&n, gzip.BestCompression)
	if err != nil {
		return size{}, err
	}
	plain, err := io.Copy(z, f)
	if err != nil {
		return size{}, err
	}
	return size{plain, int64(n)}, z.Close()
}

type counter int64

func (c *counter) Write(p []byte) (int, error) {
	*c += counter(len(p))
	return len(p), nil
}

func mega(n int64) float64 { return float64(n) / 1e6 }
