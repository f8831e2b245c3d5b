package opinion

import "github.com/seed05c9d22b/newstext/internal/boost"

// octet is up to eight rows that the trees are asked about at once.
type octet struct {
	rows   [8][]uint8
	words  boost.Octet
	scores [8]float32
}

// set takes over n rows.
func (o *octet) set(n int, row func(k int) []uint8) {
	o.rows = [8][]uint8{}
	for k := range n {
		o.rows[k] = row(k)
	}
	o.words.Set(&o.rows)
}

// waiting is up to eight rows of which trees are yet to be asked, and where their scores
// belong.
type waiting struct {
	octet
	n  int
	to [8]*float32
}

// ask has the trees asked about a row, together with others; where there are no trees the
// score stays what it is.
func (q *waiting) ask(judge *boost.Oblivious, row []uint8, score *float32) {
	if judge == nil {
		return
	}
	q.rows[q.n], q.to[q.n] = row, score
	if q.n++; q.n == len(q.rows) {
		q.answer(judge)
	}
}

// answer asks about those that wait.
func (q *waiting) answer(judge *boost.Oblivious) {
	if q.n == 0 {
		return
	}
	clear(q.rows[q.n:])
	q.words.Set(&q.rows)
	judge.Score(&q.scores, &q.words)
	for k := range q.n {
		*q.to[k] = q.scores[k]
	}
	q.n = 0
}
