package opinion

import "github.com/seed05c9d22b/newstext/internal/boost"

// waiting is up to eight rows of which trees are yet to be asked at once, and where their
// scores belong.
type waiting struct {
	rows   [8][]uint8
	to     [8]*float32
	n      int
	octet  boost.Octet
	scores [8]float32
}

// set makes an octet of the first n rows.
func (q *waiting) set(n int) *boost.Octet {
	clear(q.rows[n:])
	q.octet.Set(&q.rows)
	return &q.octet
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
	judge.Score(&q.scores, q.set(q.n))
	for k := range q.n {
		*q.to[k] = q.scores[k]
	}
	q.n = 0
}
