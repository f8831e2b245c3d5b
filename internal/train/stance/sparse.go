package main

import (
	"runtime"
	"slices"
	"sync"

	"github.com/seed05c9d22b/newstext/internal/opinion"
	"github.com/seed05c9d22b/newstext/internal/train/logistic"
)

// The sparse models, chosen by cross-validation.
var (
	evidenceOptions = logistic.Options{Repeated: true, Classes: 3, Epochs: 5, Rate: 0.02, L2: 1e-3, MinCount: 3, Dropout: 0.5, Seed: 1}
	linkOptions     = logistic.Options{Repeated: true, Classes: 3, Epochs: 5, Rate: 0.02, L2: 1e-3, MinCount: 3, Dropout: 0.3, Seed: 1}
	partyOptions    = logistic.Options{Repeated: true, Classes: 3, Epochs: 8, Rate: 0.02, L2: 1e-3, MinCount: 3, Dropout: 0.3, Seed: 1}
)

// thin is of how many examples without a stance one is kept, and counts for all.
const thin = 4

// example is one of a document.
type example struct {
	features []uint64
	label    int
}

// learn trains a model without each fold, and the last on all.
func learn(t *trainer, examples [][]example, o logistic.Options) [folds + 1]*logistic.Weights {
	var out [folds + 1]*logistic.Weights
	var wg sync.WaitGroup
	free := make(chan bool, runtime.GOMAXPROCS(0))
	for fold := range out {
		wg.Go(func() {
			free <- true
			defer func() { <-free }()
			var in []logistic.Example
			for i, d := range t.docs {
				if d.group == fold {
					continue
				}
				n := d.group
				for _, e := range examples[i] {
					w := d.weight()
					if e.label == 0 && d.kind != tone {
						if n++; n%thin != 0 {
							continue
						}
						w *= thin
					}
					if e.label >= 0 {
						in = append(in, logistic.Example{Features: e.features, Class: e.label, Weight: w})
					}
				}
			}
			out[fold] = logistic.Train(in, o)
		})
	}
	wg.Wait()
	return out
}

func leaning(m *logistic.Weights) func(*opinion.Features) opinion.Leaning {
	return func(f *opinion.Features) opinion.Leaning {
		var p [3]float64
		m.Probabilities(p[:], f.F)
		return opinion.LeaningOf(p[0], p[1], p[2])
	}
}

// evidence learns which words show a stance, from the stories.
func (t *trainer) evidence() {
	examples := each(t, []kind{story}, func(d *doc, s *opinion.Scene, out *[]example) {
		s.Meetings(&opinion.Judges{}, &opinion.Watch{Word: func(w int, f *opinion.Features) {
			e := example{features: slices.Clone(f.F)}
			for k := range d.Stances {
				if slices.ContainsFunc(d.Stances[k].Evidence, s.Words[w].Span.Overlaps) {
					e.label = classOf(d.Stances[k].Polarity)
				}
			}
			*out = append(*out, e)
		}})
	})
	models := learn(t, examples, evidenceOptions)
	for k := range models {
		t.judges[k].Evidence = leaning(models[k])
	}
	t.sparse = map[string]*logistic.Weights{opinion.EvidenceModel: models[folds]}
}

// parties learns which phrases are targets and holders.
func (t *trainer) parties() {
	type found struct{ target, holder, speaker []example }
	all := each(t, []kind{story, sentence, tone}, func(d *doc, s *opinion.Scene, out *found) {
		var phrases []phrase
		at := map[[2]int]int{}
		var speakers []place
		d.pairs = nil
		s.Meetings(&opinion.Judges{Evidence: t.judges[d.group].Evidence, Show: t.judges[d.group].Show, Gates: gates}, &opinion.Watch{
			Party: func(_, order int, p *opinion.Phrase, f *opinion.Features) {
				x := s.SentenceOf(p.First)
				at[[2]int{x.First, order}] = len(phrases)
				phrases = append(phrases, phrase{party: partyOf(s, *p), sentence: x.First, span: spanOf(s, x), features: slices.Clone(f.F)})
			},
			Pair: func(p *opinion.Pair) {
				if d.kind == tone {
					return
				}
				c := pair{place: placeOf(p), span: spanOf(s, p.Sentence), holder: partyOf(s, p.Holder), target: partyOf(s, p.Target)}
				if fill := s.FillOf(p); fill != nil && !fill.Negated {
					c.trust, c.framed = fill.Trust(p.Voice), true
				}
				d.pairs = append(d.pairs, c)
			},
			Speaker: func(p *opinion.Pair, f *opinion.Features) {
				speakers = append(speakers, placeOf(p))
				out.speaker = append(out.speaker, example{features: slices.Clone(f.F)})
			},
		})
		d.label()
		d.labelPhrases(phrases, at)
		for _, p := range phrases {
			out.target = append(out.target, example{p.features, p.target})
			if d.kind != tone {
				out.holder = append(out.holder, example{p.features, p.holder})
			}
		}
		for i, k := range speakers {
			e := &out.speaker[i]
			if d.kind != story {
				e.label = -1
				continue
			}
			// The speaker of a quote holds what he holds toward anything in it.
			for _, c := range d.pairs {
				if c.voice && c.sentence == k.sentence && c.entity == k.entity && c.author == k.author && c.label > 0 {
					e.label = c.label
				}
			}
		}
		if d.kind == tone {
			d.pairs = nil
		}
	})
	target, holder, speaker := make([][]example, len(all)), make([][]example, len(all)), make([][]example, len(all))
	for i := range all {
		target[i], holder[i], speaker[i] = all[i].target, all[i].holder, all[i].speaker
	}
	targets, holders, speakers := learn(t, target, partyOptions), learn(t, holder, partyOptions), learn(t, speaker, partyOptions)
	for k := range targets {
		a, b := leaning(targets[k]), leaning(holders[k])
		t.judges[k].Party = func(f *opinion.Features) (opinion.Leaning, opinion.Leaning) { return a(f), b(f) }
		t.judges[k].Speaker = leaning(speakers[k])
		shares, _ := trusts(t.docs, k)
		t.judges[k].Trust = shares.Table()
	}
	t.sparse["target"], t.sparse["holder"], t.sparse[opinion.SpeakerModel] = targets[folds], holders[folds], speakers[folds]
}

// links learns which words hold a pair together in a stance.
func (t *trainer) links() {
	examples := each(t, []kind{story, sentence}, func(d *doc, s *opinion.Scene, out *[]example) {
		labels := d.labels()
		s.Meetings(&t.judges[d.group], &opinion.Watch{Link: func(p *opinion.Pair, f *opinion.Features) {
			*out = append(*out, example{slices.Clone(f.F), labels[placeOf(p)]})
		}})
	})
	models := learn(t, examples, linkOptions)
	for k := range models {
		t.judges[k].Link = leaning(models[k])
	}
	t.sparse[opinion.LinkModel] = models[folds]
}

// labels are the classes of the pairs by their places.
func (d *doc) labels() map[place]int {
	m := make(map[place]int, len(d.pairs))
	for i := range d.pairs {
		m[d.pairs[i].place] = d.pairs[i].label
	}
	return m
}
