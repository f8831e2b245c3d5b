package opinion

import "github.com/seed05c9d22b/newstext/internal/boost"

// waiting is rows of which trees are yet to be asked together, and where their scores
// belong.
type waiting struct {
	rows   boost.Rows
	to     [boost.MostRows]*float32
	scores [boost.MostRows]float32
}

// ask has the trees asked about a row, together with others; where there are no trees the
// score stays what it is.
func (q *waiting) ask(judge *boost.Oblivious, row []uint8, score *float32) {
	if judge == nil {
		return
	}
	q.to[q.rows.Len()] = score
	if q.rows.Add(row); q.rows.Len() == boost.MostRows {
		q.answer(judge)
	}
}

// answer asks about those that wait.
func (q *waiting) answer(judge *boost.Oblivious) {
	n := q.rows.Len()
	if n == 0 {
		return
	}
	judge.Score(q.scores[:], &q.rows)
	for k, to := range q.to[:n] {
		*to = q.scores[k]
	}
	q.rows.Clear()
}
