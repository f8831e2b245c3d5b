package main

import (
	"cmp"
	"encoding/json"
	"fmt"
	"os"
	"slices"
)

func fillStat(docs []doc) {
	type stat struct{ n, right, wrong, ign int }
	m := map[string]*stat{}
	for i := range docs {
		for _, c := range docs[i].pairs {
			if c.fill == "" {
				continue
			}
			k := fmt.Sprintf("%s v=%v s=%d", c.fill, c.voice, c.fillSign)
			x := m[k]
			if x == nil {
				x = &stat{}
				m[k] = x
			}
			x.n++
			switch {
			case c.label < 0:
				x.ign++
			case c.label == 1 && c.fillSign > 0 || c.label == 2 && c.fillSign < 0:
				x.right++
			case c.label > 0:
				x.wrong++
			}
		}
	}
	var ks []string
	for k := range m {
		ks = append(ks, k)
	}
	slices.SortFunc(ks, func(a, b string) int { return m[b].n - m[a].n })
	for _, k := range ks[:min(90, len(ks))] {
		x := m[k]
		fmt.Printf("fill %-45s n %5d right %5d wrong %4d ignored %4d  P %.2f\n", k, x.n, x.right, x.wrong, x.ign, float64(x.right)/float64(max(1, x.n-x.ign)))
	}
}

func dumpCandidates(test []*doc) {
	type cand struct {
		S    int
		V    bool
		H, T string
		P    [3]float64
		G    []int
		X, Y [2]int
		F    string
	}
	type out struct {
		Gold  []int
		Named []bool
		C     []cand
	}
	var all []out
	for _, d := range test {
		var o out
		for _, g := range d.Stances {
			k := 1
			if g.Polarity == 1 {
				k = 2
			}
			o.Gold = append(o.Gold, k)
			o.Named = append(o.Named, g.Holder.Entity >= 0 && g.Target.Entity >= 0)
		}
		for _, c := range d.pairs {
			if c.p[1]+c.p[2] < 0.02 {
				continue
			}
			x := cand{S: c.sentence.Start, V: c.voice, H: fmt.Sprint(c.key[0]), T: fmt.Sprint(c.key[1]), P: c.p, X: [2]int{c.holder.words.Start, c.holder.words.End}, Y: [2]int{c.target.words.Start, c.target.words.End}, F: fmt.Sprint(c.fill, " ", c.fillSign)}
			for i, g := range d.Stances {
				if agrees(d.Text, d.Entities, d.found, labelled(g.Holder), c.holder) && agrees(d.Text, d.Entities, d.found, labelled(g.Target), c.target) {
					x.G = append(x.G, i)
				}
			}
			o.C = append(o.C, x)
		}
		all = append(all, o)
	}
	b, _ := json.Marshal(all)
	os.WriteFile("/tmp/st/cands.json", b, 0o644)
}

func dump(test []*doc, th float64) {
	n := 0
	for _, d := range test {
		for _, c := range d.pairs {
			if c.p[1]+c.p[2] > 0.4 && c.label <= 0 && n < 60 {
				n++
				fmt.Printf("FP %.2f/%.2f v=%v label=%d [%s] > [%s] :: %s\n", c.p[1], c.p[2], c.voice, c.label, d.show(c.holder), d.show(c.target), c.sentence.In(d.Text))
			}
		}
	}
	n = 0
	for i, d := range test {
		if i%6 != 0 {
			continue
		}
		for _, g := range d.Stances {
			var cs []candidate
			for _, c := range d.pairs {
				if agrees(d.Text, d.Entities, d.found, labelled(g.Holder), c.holder) && agrees(d.Text, d.Entities, d.found, labelled(g.Target), c.target) {
					cs = append(cs, c)
				}
			}
			slices.SortStableFunc(cs, func(a, b candidate) int { return cmp.Compare(b.p[1]+b.p[2], a.p[1]+a.p[2]) })
			e := g.Evidence[0]
			e.Start = max(0, e.Start-80)
			e.End = min(len(d.Text), e.End+50)
			st := "NOCAND"
			if len(cs) > 0 {
				st = fmt.Sprintf("%.2f/%.2f", cs[0].p[1], cs[0].p[2])
				if cs[0].p[1]+cs[0].p[2] > th {
					continue
				}
			}
			gp := func(p party) string {
				if p.author {
					return "AUTHOR"
				}
				if p.entity >= 0 {
					return "E:" + d.Entities[p.entity].Name
				}
				return p.words.In(d.Text)
			}
			fmt.Printf("FN %s %v [%s] > [%s] :: %q\n", st, g.Polarity, gp(labelled(g.Holder)), gp(labelled(g.Target)), e.In(d.Text))
		}
	}
}

func (d *doc) show(p party) string {
	if p.entity >= 0 {
		return "E:" + d.found[p.entity].Name + "/" + p.words.In(d.Text)
	}
	return p.words.In(d.Text)
}
