package page

import (
	"fmt"
	"math"
	"slices"
	"strings"
)

// graph is the drawing of who stands where: parties on two bows that face each
// other, each beside its name, and what they hold toward each other across.
type graph struct {
	X, Width, Height int
	Wide             int    // pixels to fill on a wide screen
	Says             string // the drawing in a sentence
	Nodes            []node
	Edges            []edge
	Left             int // parties that it has no room for
}

// node is a party. Its shape tells its type: people are discs, organizations
// squares, places diamonds, all else rings.
type node struct {
	Shape  string // path
	Ring   bool
	Of     *subject
	Says   string
	Anchor string // of the name: "start" or "end"
	X      int    // of the name
	Lines  []textLine
	x, y   float64
	r      float64
}

type textLine struct {
	Y    int
	Text string
}

// edge leads from a holder to a target. An arrow is for, a bar against.
type edge struct {
	Polarity, Says string
	Line, Head     string // paths
	Width          string
}

// Measures of the drawing, in its own units; on a telephone one is a pixel.
const (
	graphMiddle = 190
	graphBow    = 74 // from the middle to the farthest node
	graphStep   = 58 // from name to name
	graphMargin = 34
	lineHeight  = 15
	letters     = 15   // that fit on a line beside the farthest node
	letterWidth = 6.9  // of an average letter, rather more than less
	graphZoom   = 1.25 // on a wide screen
)

func newGraph(parties []party, pairs []*pair) *graph {
	weight := make([]int, len(parties))
	for _, q := range pairs {
		weight[q.holder] += len(q.list)
		weight[q.target] += len(q.list)
	}
	chosen := most(weight, maxNodes)
	g := &graph{Left: len(parties) - len(chosen)}
	place := make([]int, len(parties)) // index in chosen, or −1
	for i := range place {
		place[i] = slices.Index(chosen, i)
	}
	var shown []*pair
	var lines [][2]int
	for _, q := range pairs {
		if h, t := place[q.holder], place[q.target]; h >= 0 && t >= 0 && h != t {
			shown = append(shown, q)
			lines = append(lines, [2]int{h, t})
		}
	}
	slots := bows(len(chosen))
	rows := (len(chosen) + 1) / 2
	g.Height = 2*graphMargin + (rows-1)*graphStep
	seat := arrange(slots, lines)
	for i, c := range chosen {
		g.Nodes = append(g.Nodes, newNode(parties[c], slots[seat[i]]))
	}
	g.frame()
	for k, q := range shown {
		back := slices.ContainsFunc(lines, func(l [2]int) bool { return l == [2]int{lines[k][1], lines[k][0]} })
		e := newEdge(g.Nodes[lines[k][0]], g.Nodes[lines[k][1]], float64(g.Height)/2, q.value, back)
		e.Polarity, _ = q.polarity()
		e.Says = q.says(parties)
		g.Edges = append(g.Edges, e)
	}
	var says []string
	for _, e := range g.Edges {
		says = append(says, e.Says)
	}
	g.Says = strings.Join(says, "; ")
	return g
}

// frame cuts the drawing to what the names need.
func (g *graph) frame() {
	half := 0.0
	for _, n := range g.Nodes {
		for _, l := range n.Lines {
			half = math.Max(half, math.Abs(float64(n.X)-graphMiddle)+letterWidth*float64(len([]rune(l.Text))))
		}
	}
	g.X, g.Width = int(graphMiddle-half), int(2*half)
	g.Wide = int(graphZoom * float64(g.Width))
}

type point struct{ x, y float64 }

// bows returns the places for n nodes: the left bow from the top down, then the
// right one.
func bows(n int) []point {
	left := (n + 1) / 2
	height := float64(2*graphMargin + (left-1)*graphStep)
	var out []point
	for i := range n {
		column, k, side := left, i, -1.0
		if i >= left {
			column, k, side = n-left, i-left, 1
		}
		y := height/2 + graphStep*(float64(k)-float64(column-1)/2)
		t := (y - height/2) / (height/2 + graphStep/2)
		out = append(out, point{graphMiddle + side*graphBow*math.Sqrt(1-0.8*t*t), y})
	}
	return out
}

// arrange seats the nodes so that lines are short and cross little: it swaps two as
// long as that helps. It returns the seat of each node.
func arrange(slots []point, lines [][2]int) []int {
	seat := make([]int, len(slots))
	for i := range seat {
		seat[i] = i
	}
	cost := func() float64 {
		sum := 0.0
		for i, l := range lines {
			a, b := slots[seat[l[0]]], slots[seat[l[1]]]
			sum += math.Hypot(a.x-b.x, a.y-b.y)
			if (a.x < graphMiddle) == (b.x < graphMiddle) { // lines across are easier to follow
				sum += 100
			}
			for _, m := range lines[:i] {
				if cross(a, b, slots[seat[m[0]]], slots[seat[m[1]]]) {
					sum += 80
				}
			}
		}
		return sum
	}
	for best, better := cost(), true; better; {
		better = false
		for i := range seat {
			for j := range i {
				seat[i], seat[j] = seat[j], seat[i]
				if c := cost(); c < best-1e-6 {
					best, better = c, true
				} else {
					seat[i], seat[j] = seat[j], seat[i]
				}
			}
		}
	}
	return seat
}

// cross reports whether the lines ab and cd cross between their ends.
func cross(a, b, c, d point) bool {
	side := func(p, q, r point) float64 { return (q.x-p.x)*(r.y-p.y) - (q.y-p.y)*(r.x-p.x) }
	return side(a, b, c)*side(a, b, d) < 0 && side(c, d, a)*side(c, d, b) < 0
}

func newNode(p party, at point) node {
	r := math.Round(5 + math.Min(6, 1.5*math.Sqrt(float64(p.count))))
	n := node{Of: p.Of, Says: p.Name, x: at.x, y: at.y, r: r, Anchor: "end", X: int(at.x - r - 7)}
	if at.x > graphMiddle {
		n.Anchor, n.X = "start", int(at.x+r+7)
	}
	kind := ""
	if p.Of != nil {
		kind = p.Of.Type
		n.Says += ", " + p.Of.Description()
	}
	switch kind {
	case "organization":
		s := 0.9 * r
		n.Shape = fmt.Sprintf("M%.1f %.1fh%.1fv%.1fh%.1fz", at.x-s, at.y-s, 2*s, 2*s, -2*s)
	case "place":
		s := 1.2 * r
		n.Shape = fmt.Sprintf("M%.1f %.1fl%.1f %.1fl%.1f %.1fl%.1f %.1fz", at.x, at.y-s, s, s, -s, s, -s, -s)
	default:
		n.Ring = kind != "person"
		n.Shape = fmt.Sprintf("M%.1f %.1fa%.1f %.1f 0 1 0 %.1f 0a%.1f %.1f 0 1 0 %.1f 0z", at.x-r, at.y, r, r, 2*r, r, r, -2*r)
	}
	lines := fold(p.Name, letters, 3)
	for i, l := range lines {
		n.Lines = append(n.Lines, textLine{int(at.y) + 5 + i*lineHeight - (len(lines)-1)*lineHeight/2, l})
	}
	return n
}

// newEdge draws a bow from one node to another, bent toward the middle; of two that
// lead to and fro each keeps to its side.
func newEdge(from, to node, middle, value float64, back bool) edge {
	cx, cy := (from.x+to.x)/2, (from.y+to.y)/2
	cx += 0.45 * (graphMiddle - cx)
	cy += 0.25 * (middle - cy)
	dx, dy := to.x-from.x, to.y-from.y
	long := math.Max(1, math.Hypot(dx, dy))
	if math.Abs(from.x-to.x) < graphBow { // on one bow: out of the way of those between
		cx += math.Copysign(0.18*math.Abs(dy), graphMiddle-(from.x+to.x)/2)
	}
	if back {
		cx, cy = cx+14*dy/long, cy-14*dx/long
	}
	toward := func(n node, gap float64) point {
		dx, dy := cx-n.x, cy-n.y
		d := math.Max(1, math.Hypot(dx, dy))
		return point{n.x + dx/d*(n.r+gap), n.y + dy/d*(n.r+gap)}
	}
	a, b, tip := toward(from, 3), toward(to, 9), toward(to, 4)
	ux, uy := tip.x-b.x, tip.y-b.y
	d := math.Max(1e-6, math.Hypot(ux, uy))
	ux, uy = ux/d, uy/d
	e := edge{Width: fmt.Sprintf("%.1f", 1.4+2*math.Min(1, math.Abs(value)))}
	if value < 0 {
		b = tip
		e.Head = fmt.Sprintf("M%.1f %.1fL%.1f %.1f", tip.x-5*uy, tip.y+5*ux, tip.x+5*uy, tip.y-5*ux)
	} else {
		e.Head = fmt.Sprintf("M%.1f %.1fL%.1f %.1fL%.1f %.1fz", tip.x+2*ux, tip.y+2*uy, b.x-4*ux-5*uy, b.y-4*uy+5*ux, b.x-4*ux+5*uy, b.y-4*uy-5*ux)
	}
	e.Line = fmt.Sprintf("M%.1f %.1fQ%.1f %.1f %.1f %.1f", a.x, a.y, cx, cy, b.x, b.y)
	return e
}

// fold breaks a name into at most so many lines of so many letters; what does not
// fit ends in an ellipsis.
func fold(name string, letters, lines int) []string {
	var out []string
	for _, w := range strings.Fields(name) {
		if n := len(out); n > 0 && len([]rune(out[n-1]))+1+len([]rune(w)) <= letters {
			out[n-1] += " " + w
			continue
		}
		if len(out) == lines {
			out[lines-1] = shorten(out[lines-1]+" "+w, letters)
			break
		}
		out = append(out, shorten(w, letters))
	}
	return out
}

// shorten cuts a word to so many letters.
func shorten(s string, letters int) string {
	r := []rune(s)
	if len(r) <= letters {
		return s
	}
	return strings.TrimRight(string(r[:letters-1]), " ") + "…"
}
