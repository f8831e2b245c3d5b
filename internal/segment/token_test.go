package segment

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
)

// cut returns the sentences of a block, each with its tokens joined by blanks.
func cut(text string, headline bool) []string {
	sentences, tokens := Sentences(text, Span{0, uint32(len(text))}, headline, nil, nil)
	var out []string
	for _, s := range sentences {
		var words []string
		for _, t := range tokens[s.FirstToken:s.EndToken] {
			words = append(words, text[t.Start:t.End])
		}
		out = append(out, strings.Join(words, " "))
	}
	return out
}

func TestTokens(t *testing.T) {
	for name, tests := range map[string][][2]string{
		"clitics": {
			{"I don't, can't and won't.", "I do n't , ca n't and wo n't ."},
			{"She'd've said it's Sam's.", "She 'd 've said it 's Sam 's ."},
			{"They couldn’t; we’re the boys’ friends.", "They could n’t ; we ’re the boys ’ friends ."},
			{"O'Brien came at five o'clock to L'Enfant Plaza", "O'Brien came at five o'clock to L'Enfant Plaza"},
			{"the U.S.'s aims, the '90s and the 1960's", "the U.S. 's aims , the '90s and the 1960's"},
			{"rock 'em, y'all", "rock 'em , y' all"},
			{"the 'new' plan and the ‘old’ one", "the ' new ' plan and the ‘ old ’ one"},
		},
		"contractions without apostrophe": {
			{"I cannot, gonna, gotta, dont, Im", "I can not , gon na , got ta , do nt , I m"},
			{"its a shame about its owner", "it s a shame about its owner"},
		},
		"hyphens": {
			{"a well-known, long-term US-based plan", "a well - known , long - term US - based plan"},
			{"non-avian co-workers, pro-Beijing, mid-1980s", "non-avian co-workers , pro-Beijing , mid-1980s"},
			{"e-mail and non-life-threatening", "e-mail and non-life-threatening"},
			{"a 34-year-old -- or so", "a 34 - year - old -- or so"},
			{"Covid-19 and al-Qaeda", "Covid - 19 and al - Qaeda"},
		},
		"numbers": {
			{"1,200 at 10:30 on 9/11, 3.5% of $41.20", "1,200 at 10:30 on 9/11 , 3.5 % of $ 41.20"},
			{"5kg, 8pm, $1.5m, the 4th 3D", "5 kg , 8 pm , $ 1.5 m , the 4th 3D"},
			{"call 713-853-3989 or 555-0100, pages 5-10", "call 713-853-3989 or 555-0100 , pages 5 - 10"},
			{"US$5 and A$2m, £3, up .3 percent", "US$ 5 and A$ 2 m , £ 3 , up .3 percent"},
			{"a row of 2003, 2004", "a row of 2003 , 2004"},
		},
		"abbreviations": {
			{"Dr. Lee of Bolt Corp. met Gen. Marsh", "Dr. Lee of Bolt Corp. met Gen. Marsh"},
			{"at 6 p.m. in the U.S. with J.D. Crane, Ph.D.", "at 6 p.m. in the U.S. with J.D. Crane , Ph.D."},
			{"No. 10, p. 14, i.e. here, St.Louis", "No. 10 , p. 14 , i.e. here , St. Louis"},
		},
		"addresses": {
			{"see https://news.example.org/a?b=3.1, or www.example.com.", "see https://news.example.org/a?b=3.1 , or www.example.com ."},
			{"tips@example.com, @itarrow, #MeToo, example.co.uk", "tips@example.com , @itarrow , #MeToo , example.co.uk"},
			{"a report.pdf of AT&T", "a report.pdf of AT&T"},
		},
		"marks": {
			{"``So?'' he asked (twice)...", "`` So ? '' he asked ( twice ) ..."},
			{"and/or s/he — “yes”", "and / or s/he — “ yes ”"},
			{"What?! No!!! :-) ;)", "What ?! No !!! :-) ;)"},
			{"wait . . . now", "wait . . . now"},
		},
		"other blanks": {
			{"\ufeffno\u00a0break\u200band\u2009thin", "no break and thin"},
			{"naïve café in Łódź", "naïve café in Łódź"},
		},
	} {
		t.Run(name, func(t *testing.T) {
			for _, test := range tests {
				assert.Equal(t, test[1], strings.Join(cut(test[0], false), " "), "tokens of %q", test[0])
			}
		})
	}
}

func TestBadBytesAreTokensOrPartsOfWords(t *testing.T) {
	assert.Equal(t, []string{"caf\xe9 \x80 ol\xe9 ."}, cut("caf\xe9 \x80 ol\xe9.", false))
}
