package main

import (
	"fmt"
	"io"
	"os"
	"time"

	"github.com/vbauerster/mpb/v8"
	"github.com/vbauerster/mpb/v8/decor"
	"golang.org/x/term"
)

// progress is a bar on a terminal, with the stories done, their rate and the time
// left. A nil one shows nothing. It is used by one goroutine.
type progress struct {
	io.Writer // lines that shall stand above the bar
	bars      *mpb.Progress
	bar       *mpb.Bar
	total     int64 // bytes of input as stored, 0 where unknown
	first     int64 // bytes that were done before, or skipped
	done      int64
	start     time.Time
	say       func(string) // changes the text behind the bar
}

// newProgress returns a bar on the file if that is a terminal, otherwise nil.
func newProgress(f *os.File, total int64) *progress {
	if !term.IsTerminal(int(f.Fd())) {
		return nil
	}
	return makeProgress(f, total, mpb.WithAutoRefresh())
}

func makeProgress(w io.Writer, total int64, options ...mpb.ContainerOption) *progress {
	p := &progress{total: total, first: -1, start: time.Now()}
	p.bars = mpb.New(append(options, mpb.WithOutput(w), mpb.WithRefreshRate(250*time.Millisecond))...)
	p.Writer = p.bars
	filler := mpb.BarStyle().Lbound("").Filler("━").Tip("━").Padding("─").Rbound("").Build()
	if total == 0 {
		filler = mpb.NopStyle().Build()
	}
	text := make(chan string, 1)
	text <- ""
	p.bar, _ = p.bars.Add(total, filler, mpb.BarWidth(40), mpb.BarRemoveOnComplete(),
		mpb.PrependDecorators(decor.Any(func(s decor.Statistics) string {
			if s.Total <= 0 {
				return ""
			}
			return fmt.Sprintf("%3.0f %% ", 100*float64(s.Current)/float64(s.Total))
		})),
		mpb.AppendDecorators(decor.Any(func(decor.Statistics) string { t := <-text; text <- t; return t })))
	p.say = func(s string) { <-text; text <- s }
	return p
}

// advance tells how far the input was read when a record was.
func (p *progress) advance(read int64) {
	if p == nil {
		return
	}
	if p.first < 0 {
		p.first, p.start = read, time.Now()
	}
	p.done = read
}

// show brings the bar up to date.
func (p *progress) show(stories int) {
	if p == nil {
		return
	}
	p.say(describe(stories, p.done-p.first, p.total-p.first, time.Since(p.start)))
	if p.total > 0 {
		p.bar.SetCurrent(min(p.done, p.total-1)) // it is complete when close says so
	}
}

// describe says how many stories are done in a time, at which rate, and how long
// the rest will take, where done and all bytes of the input tell it.
func describe(stories int, done, all int64, spent time.Duration) string {
	s := fmt.Sprintf(" %d stories · %.0f/s", stories, float64(stories)/max(spent.Seconds(), 0.001))
	if done > 0 && all >= done && spent >= 2*time.Second {
		left := time.Duration(float64(spent) * (float64(all)/float64(done) - 1))
		s += " · " + left.Round(time.Second).String() + " left"
	} else {
		s += " · " + spent.Round(time.Second).String()
	}
	return s
}

// close takes the bar away.
func (p *progress) close() {
	if p == nil {
		return
	}
	p.bar.Abort(true)
	p.bars.Wait()
}
