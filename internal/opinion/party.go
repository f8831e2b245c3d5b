package opinion

// Before pairs are judged, each phrase of a sentence is: how likely it is the
// target of somebody's stance, and how likely somebody who holds one. Both see the
// same, so one model has the weights of both; and most pairs need no more to be none.

// seePhrase makes the view of a phrase, of which t is the top word in the tree, as a target
// or as a holder.
func (s *Scene) seePhrase(v *phraseView, p *Phrase, t int, way *hanging) {
	v.reset()
	kind, speech, named := s.kindOf(p), 0, place(flag(p.Entity >= 0))
	if n := s.Words[p.Head].Quote; n >= 0 {
		speech = 1 + int(s.Quotes[n].Kind)
	}
	w := &s.Words[t]
	v.note(fQuote, speech, 0)
	v.note(fKind, kind, speech)
	v.note(fPart, kind, int(w.Rel))
	v.see(p.Head, atNoun+place(min(speech, 1)))
	if p.Entity < 0 && p.First < p.Head {
		v.see(p.Head-1, atPremodifier)
	}
	v.see(p.First-1, atPrevious+named)
	v.see(p.First-2, atPrevious2)
	v.see(p.End, atNext+named)
	v.see(p.End+1, atNext2)
	if h := int(w.Head); h >= 0 {
		part, g := partOf[w.Rel], &s.Words[h]
		v.see(h, atGovernor+part)
		v.note(fGovernorTag, int(w.Rel), int(g.Tag))
		if c := s.childOf(t, Case); c >= 0 {
			v.see(c, atPreposition+part)
		}
		if s.negatedBy(h) {
			v.note(fNegated, int(w.Rel), 0)
		}
		if hh := int(g.Head); hh >= 0 {
			v.see(hh, atAbove+partOf[g.Rel])
		}
	}
	n := 0
	for c := s.firstChild(t); c >= 0 && n < maxDependents; c = s.nextChild(c) {
		x := &s.Words[c]
		if flag(x.Closed == Open)&(flag(!p.has(c))|flag(x.is(valued))) != 0 {
			n++
			v.see(c, atBelow+partOf[x.Rel])
		}
	}
	s.seeTrigger(v, t, way)
	s.seeFills(v, p, t)
}

// seeTrigger tells how a phrase, of which t is the top word, hangs on the nearest word
// that shows a stance.
func (s *Scene) seeTrigger(v *phraseView, t int, way *hanging) {
	k := way.nearest
	if k < 0 {
		v.note(fAlone, 0, 0)
		return
	}
	at := s.triggers[k]
	e, trigger, w := s.evidence[at], &s.Words[at], &s.Words[t]
	up, down := way.steps(k)
	far := 5*min(up, 4) + min(down, 4)
	side, order := int(flag(e.Side > 0)), int(flag(at > t))
	part := int(partOf[w.Rel])
	v.see(at, atTrigger+place(min(up+down, 3)))
	v.note(fWay, far*relations+int(w.Rel), order)
	v.note(fStrength, 2*evidenceLevel(e.Some)+side, far*int(partCount)+part)
	v.note(fTriggerTag, int(trigger.Tag)*ways+far, 2*part+order)
}

// evidenceLevel is the probability of evidence in five steps.
func evidenceLevel(p float32) int {
	return int(flag(p >= 0.1) + flag(p >= 0.2) + flag(p >= 0.35) + flag(p >= 0.55))
}

// maxFillsSeen is how many frames that hold a phrase are seen.
const maxFillsSeen = 6

// seeFills tells which frames hold a phrase: as target, as holder, or as the target of
// whom the sentence does not name.
func (s *Scene) seeFills(v *phraseView, p *Phrase, top int) {
	if !s.filling.any(p.First, p.End) {
		return
	}
	n := 0
	for i := 0; i < len(s.fills) && n < maxFillsSeen; i++ {
		x := &s.fills[i]
		whose := 0
		switch {
		case s.coversBy(p, top, x.Target):
		case x.Holder >= 0 && s.coversBy(p, top, x.Holder):
			whose = 1
		default:
			continue
		}
		if x.Holder < 0 {
			whose = 2
		}
		n++
		sign := fillSign(x.Sign, x.Negated)
		v.note(fFill, sign, 3*int(x.How)+whose)
		v.note(fFillClass, int(x.Frame.classID), 3*sign+whose)
		v.see(x.Trigger, atFrame+place(whose))
	}
}

// fillSign is a number of the sign of a frame, below fillSigns.
func fillSign(sign int, negated bool) int { return 2*(max(-2, min(2, sign))+2) + int(flag(negated)) }
