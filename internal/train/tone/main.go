package main

import (
	"bufio"
	"compress/gzip"
	"encoding/json"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"hash/fnv"

	"github.com/seed05c9d22b/newstext/article"
	"github.com/seed05c9d22b/newstext/entity"
	"github.com/seed05c9d22b/newstext/internal/opinion"
	"github.com/seed05c9d22b/newstext/internal/train/logistic"
	"github.com/seed05c9d22b/newstext/quote"
)

type item struct {
	ID, Text, Doc string
	Target        [2]int
	Polarity      int
}

func read(path string) []item {
	f, err := os.Open(path)
	if err != nil {
		panic(err)
	}
	z, _ := gzip.NewReader(f)
	s := bufio.NewScanner(z)
	s.Buffer(nil, 1<<24)
	var out []item
	for s.Scan() {
		var x item
		if err := json.Unmarshal(s.Bytes(), &x); err != nil {
			panic(err)
		}
		out = append(out, x)
	}
	return out
}

func main() {
	data := flag.String("data", "", "")
	rate := flag.Float64("rate", 0.1, "")
	l2 := flag.Float64("l2", 1e-4, "")
	epochs := flag.Int("epochs", 10, "")
	minc := flag.Int("min", 2, "")
	drop := flag.Float64("drop", 0, "")
	flag.Parse()
	var reader opinion.Reader
	make := func(items []item) []logistic.Example {
		var out []logistic.Example
		for _, x := range items {
			a := article.Parse(x.Text)
			es := entity.Extract(a)
			qs := quote.Extract(a, es)
			reader.Read(a, es, qs, func(s *opinion.Scene) {
				first, end := s.WordsOf(article.Span{Start: x.Target[0], End: x.Target[1]})
				var f opinion.Features
				if first < end {
					s.Tone(&f, first, end)
				}
				h := fnv.New32a()
				h.Write([]byte(x.Doc))
				out = append(out, logistic.Example{Features: f.F, Class: x.Polarity + 1, Group: int(h.Sum32() % 5)})
			})
		}
		return out
	}
	train := make(read(filepath.Join(*data, "stance/newsmtsc.train.jsonl.gz")))
	fmt.Println(len(train))
	o := logistic.Options{Classes: 3, Epochs: *epochs, Rate: *rate, L2: *l2, MinCount: *minc, Seed: 1, Dropout: *drop}
	var conf [3][3]int
	for fold := range 2 {
		var in, out []logistic.Example
		for _, e := range train {
			if e.Group == fold {
				out = append(out, e)
			} else {
				in = append(in, e)
			}
		}
		eval(logistic.Train(in, o), out, &conf)
	}
	show("cv", conf)
	m := logistic.Train(train, o)
	for _, d := range []string{"rw", "mt"} {
		var conf [3][3]int
		eval(m, make(read(filepath.Join(*data, "stance/newsmtsc.dev_"+d+".jsonl.gz"))), &conf)
		show(d, conf)
	}
}

func eval(m *logistic.Weights, es []logistic.Example, conf *[3][3]int) {
	p := make([]float64, 3)
	for _, e := range es {
		m.Probabilities(p, e.Features)
		b := 0
		for c := range p {
			if p[c] > p[b] {
				b = c
			}
		}
		conf[e.Class][b]++
	}
}

func show(name string, c [3][3]int) {
	f := 0.0
	for k := range 3 {
		p, r := 0, 0
		for j := range 3 {
			p += c[j][k]
			r += c[k][j]
		}
		f += 2 * float64(c[k][k]) / float64(p+r)
	}
	fmt.Printf("%s F1m %.2f %v\n", name, 100*f/3, c)
}
