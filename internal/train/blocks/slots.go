package main

import (
	"encoding/json"
	"fmt"
	"path/filepath"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"github.com/seed05c9d22b/newstext/internal/train/lines"
)

// words are what slots are filled with.
type words struct {
	given, surnames []string
	places          []string
	headlines       []string
	topics          []string
	sentences       []string
	quotes          []string
	story           *story // whose page is made
	date            time.Time
	name, topic     string // those of the page
}

func (w *words) read(data string, stories []story) error {
	var err error
	column := func(file string, n int, keep func(row []string) bool) (values []string) {
		if err != nil {
			return nil
		}
		values, err = readColumn(filepath.Join(data, "gazetteers", file), n, keep)
		return values
	}
	w.given = column("given_names.tsv", 0, func(r []string) bool { return r[2] >= "5" && r[4] != "y" })
	w.surnames = column("surnames.tsv.gz", 0, func(r []string) bool { return true })
	w.surnames = w.surnames[:min(len(w.surnames), 4000)]
	w.places = column("cities.tsv", 0, func(r []string) bool { return len(r[5]) >= 6 })
	if err != nil {
		return err
	}
	for n := 1; n <= 4; n++ {
		err := lines.Each(filepath.Join(data, "news", fmt.Sprintf("modern-%02d.jsonl.gz", n)), func(raw []byte) error {
			var l struct{ Headline string }
			if err := json.Unmarshal(raw, &l); err != nil {
				return err
			}
			if n := len(l.Headline); 20 <= n && n <= 130 {
				w.headlines = append(w.headlines, l.Headline)
			}
			return nil
		})
		if err != nil {
			return err
		}
	}
	for i := range stories {
		w.topics = append(w.topics, stories[i].topics...)
		w.quotes = append(w.quotes, stories[i].quotes...)
		for _, l := range stories[i].lines {
			if s := firstSentence(l.text); l.kind == 0 && 25 <= len(s) && len(s) <= 240 {
				w.sentences = append(w.sentences, s)
			}
		}
	}
	return nil
}

// readColumn reads column n of a list, of the rows that are to be kept.
func readColumn(path string, n int, keep func([]string) bool) ([]string, error) {
	var values []string
	err := lines.Each(path, func(line []byte) error {
		row := append(strings.Split(string(line), "\t"), "", "", "", "", "", "")
		if !strings.HasPrefix(row[0], "#") && keep(row) {
			values = append(values, row[n])
		}
		return nil
	})
	return values, err
}

// firstSentence is the start of a paragraph up to its first stop.
func firstSentence(s string) string {
	for i := 30; i+2 < len(s); i++ {
		if s[i] == '.' && s[i+1] == ' ' && unicode.IsUpper(rune(s[i+2])) && s[i-2] != ' ' && s[i-2] != '.' && s[i-3] != ' ' {
			return s[:i+1]
		}
	}
	return s
}

// turnTo makes ready for a page about a story.
func (w *words) turnTo(c *composer, s *story) {
	w.story = s
	w.date = time.Date(2008+c.rng.IntN(18), time.Month(1+c.rng.IntN(12)), 1+c.rng.IntN(28), c.rng.IntN(24), c.rng.IntN(60), c.rng.IntN(60), 0, time.UTC)
	w.name, w.topic = "", ""
}

func pick(c *composer, from []string) string { return from[c.rng.IntN(len(from))] }

// fill replaces the slots of a text; it returns "" where one cannot be filled.
func (c *composer) fill(text string) string {
	var b strings.Builder
	for {
		before, rest, ok := strings.Cut(text, "{")
		b.WriteString(before)
		if !ok {
			break
		}
		slot, after, _ := strings.Cut(rest, "}")
		value := c.slot(slot)
		if value == "" {
			return ""
		}
		b.WriteString(value)
		text = after
	}
	return strings.TrimSpace(b.String())
}

var (
	agencies = []string{"Reuters", "AP", "AFP", "AFP/Getty Images", "Getty Images", "Getty", "EPA", "PA", "The Associated Press", "Associated Press", "Bloomberg", "Xinhua", "UPI", "ANSA", "dpa", "Kyodo", "Yonhap", "TASS", "Press Association", "CNN", "NBC News", "ABC News", "CBS News", "Fox News", "BBC", "NPR", "Al Jazeera", "VOA", "Anadolu Agency", "Shutterstock", "iStock", "EPA-EFE", "REUTERS", "AP Photo", "Alamy", "USA TODAY", "AAP"}
	papers   = []string{"Times", "Herald", "Post", "Tribune", "News", "Daily News", "Journal", "Gazette", "Chronicle", "Observer", "Star", "Globe", "Mail", "Sun", "Examiner", "Register", "Today", "Telegraph", "Standard", "Courier", "Press", "Review", "Weekly", "Monitor", "Sentinel", "News Network", "Broadcasting"}
	media    = []string{"CNN", "CNBC", "Fox News", "USA TODAY", "NPR", "The Guardian", "The New York Times", "The Washington Post", "Bloomberg", "The Verge", "TechCrunch", "Live Science", "Politico", "Axios", "Vox", "Business Insider", "Forbes", "ESPN", "Sky News", "BBC News", "ITV News", "CBC News", "The Hill", "Newsweek", "TIME", "The Independent", "The Sun", "Mirror", "Daily Mail", "Evening Standard", "Engadget", "Ars Technica", "ABC News", "SlashGear", "Space.com", "Wired"}
	sections = []string{"News", "World", "Politics", "Business", "Sport", "Sports", "Opinion", "Technology", "Tech", "Science", "Health", "Entertainment", "Culture", "Travel", "Lifestyle", "Education", "Environment", "Local", "National", "U.S.", "US", "UK", "Europe", "Asia", "Africa", "Middle East", "Americas", "Economy", "Markets", "Media", "Crime", "Courts", "Weather", "Money", "Arts", "Music", "Movies", "TV", "Football", "Basketball", "Celebrity", "Food", "Fashion", "Real Estate", "Cars", "Gaming", "Space", "Climate", "Royals", "Latest News", "Home", "Video", "Videos", "Photos", "Podcasts", "Features", "Investigations", "Editorial", "Columnists", "Letters", "Community", "Events", "Jobs", "Archive"}
	titles   = []string{"Staff Writer", "staff writer", "Staff Reporter", "Reporter", "Senior Reporter", "Political Reporter", "Political Correspondent", "Correspondent", "Senior Editor", "Editor", "Contributor", "Contributing Writer", "Columnist", "Opinion contributor", "Science Writer", "Business Editor", "Health reporter", "BBC News", "economics correspondent", "Technology reporter", "editor in chief", "professor of economics", "CEO", "chief executive"}
)

func (c *composer) slot(name string) string {
	w := &c.words
	r := c.rng
	switch name {
	case "name":
		if c.chance(30) && w.name != "" {
			return w.name
		}
		n := pick(c, w.given)
		switch {
		case c.chance(8):
			n += " " + string(rune('A'+r.IntN(26))) + "."
		case c.chance(4):
			n += " " + pick(c, w.given)
		}
		w.name = n + " " + pick(c, w.surnames)
		return w.name
	case "NAME":
		return strings.ToUpper(c.slot("name"))
	case "SURNAME":
		return strings.ToUpper(pick(c, w.surnames))
	case "surname":
		return pick(c, w.surnames)
	case "outlet":
		switch r.IntN(4) {
		case 0:
			return pick(c, w.places) + " " + pick(c, papers)
		case 1:
			return "The " + pick(c, w.places) + " " + pick(c, papers)
		case 2:
			return pick(c, media)
		}
		return "The " + pick(c, papers)
	case "OUTLET":
		return strings.ToUpper(c.slot("outlet"))
	case "agency":
		return pick(c, agencies)
	case "AGENCY":
		return strings.ToUpper(pick(c, agencies))
	case "credit":
		switch r.IntN(7) {
		case 0:
			return c.slot("name") + "/" + pick(c, agencies)
		case 1:
			return c.slot("name")
		case 2:
			return c.slot("name") + ", " + pick(c, agencies)
		case 3:
			return c.slot("name") + "/" + c.slot("outlet")
		case 4:
			return c.slot("name") + " / " + pick(c, agencies)
		case 5:
			return c.slot("topic")
		}
		return pick(c, agencies)
	case "title":
		return pick(c, titles)
	case "section":
		return pick(c, sections)
	case "topic":
		if t := w.story.topics; len(t) > 0 && c.chance(60) {
			return pick(c, t)
		}
		return pick(c, w.topics)
	case "TOPIC":
		return strings.ToUpper(c.slot("topic"))
	case "place":
		return pick(c, w.places)
	case "PLACE":
		return strings.ToUpper(pick(c, w.places))
	case "headline":
		return pick(c, w.headlines)
	case "HEADLINE":
		return strings.ToUpper(pick(c, w.headlines))
	case "sentence":
		return c.sentence()
	case "lowsentence":
		return lowerFirst(c.sentence())
	case "nostop":
		return strings.TrimRight(c.sentence(), ".")
	case "question":
		return "What did you think when you heard about " + c.slot("topic") + "?"
	case "item":
		s := strings.TrimRight(c.sentence(), ".")
		if fields := strings.Fields(s); len(fields) > 9 && c.chance(60) {
			s = strings.Join(fields[:3+r.IntN(6)], " ")
		}
		if c.chance(40) {
			s = lowerFirst(s)
		}
		return s + []string{"", "", ".", ";", ","}[r.IntN(5)]
	case "quote":
		if q := w.story.quotes; len(q) > 0 && c.chance(60) {
			return pick(c, q)
		}
		return pick(c, w.quotes)
	case "shortquote":
		f := strings.Fields(strings.Trim(pick(c, w.quotes), ".,!?\"“”"))
		if n := 2 + r.IntN(4); len(f) > n {
			f = f[:n]
		}
		return upperFirst(strings.TrimRight(strings.Join(f, " "), ".,:;!?"))
	case "caption":
		return c.fill(pick(c, c.texts["caption"]))
	case "lowcaption":
		return lowerFirst(c.fill(pick(c, c.texts["caption"])))
	case "crosshead", "listintro", "shortparagraph", "turn", "sound":
		return c.fill(pick(c, c.texts[name]))
	case "CROSSHEAD":
		return strings.ToUpper(c.slot("crosshead"))
	case "crossphrase":
		return c.phrase()
	case "Crossphrase":
		return titleCase(c.phrase())
	case "CROSSPHRASE":
		return strings.ToUpper(c.phrase())
	case "handle":
		return "@" + strings.ReplaceAll(pick(c, w.given)+pick(c, w.surnames), " ", "")
	case "email":
		return strings.ToLower(pick(c, w.given)[:1]+strings.ReplaceAll(pick(c, w.surnames), " ", "")) + "@" + c.slot("site")
	case "site":
		return strings.ToLower(strings.ReplaceAll(pick(c, w.places)+pick(c, papers), " ", "")) + []string{".com", ".org", ".co.uk", ".net"}[r.IntN(4)]
	case "url":
		return []string{"https://", "http://", "https://www.", "www."}[r.IntN(4)] + c.slot("site") + []string{"", "/" + strings.ToLower(pick(c, w.surnames)), "/2h3Kx9"}[r.IntN(3)]
	case "code":
		return []string{"Xp29dkQ0aZ", "b7TTqw1Zk3", "4hJw0Lmn2P", "Rk1vJ8s0xY"}[r.IntN(4)]
	case "hashtag":
		return strings.ToLower(strings.ReplaceAll(c.slot("topic"), " ", ""))
	case "phone":
		return fmt.Sprintf("(%03d) %03d-%04d", 200+r.IntN(700), 200+r.IntN(700), r.IntN(10000))
	case "n":
		return fmt.Sprint(2 + r.IntN([]int{8, 30, 400}[r.IntN(3)]))
	case "bignumber":
		return fmt.Sprint(100000000000 + r.Uint64N(899999999999))
	case "year":
		return fmt.Sprint(w.date.Year())
	case "clock":
		return fmt.Sprintf("%d:%02d", r.IntN(20), r.IntN(60))
	case "weekday":
		return time.Weekday(r.IntN(7)).String()
	case "time":
		return c.clock()
	case "date":
		return c.day()
	case "DATE":
		return strings.ToUpper(c.day())
	case "isodate":
		return w.date.Format([]string{"2006-01-02T15:04:05Z", "2006-01-02T15:04:05-07:00", "2006-01-02", "2006-01-02 15:04:05"}[r.IntN(4)])
	}
	panic("pages.tsv: unknown slot " + name)
}

func (c *composer) clock() string {
	t := c.words.date
	s := t.Format([]string{"3:04 p.m.", "3:04 PM", "3:04pm", "15:04", "3:04 PM", "15.04"}[c.rng.IntN(6)])
	s = strings.ReplaceAll(s, "p.m.", []string{"a.m.", "p.m."}[c.rng.IntN(2)])
	if c.chance(40) {
		s += " " + []string{"ET", "EST", "EDT", "GMT", "BST", "PT", "CST", "UTC", "IST", "am EST"}[c.rng.IntN(10)]
	}
	return s
}

func (c *composer) day() string {
	layouts := []string{"January 2, 2006", "Jan. 2, 2006", "Jan 2, 2006", "2 January 2006", "2 Jan 2006", "02 January 2006", "Monday, January 2, 2006", "Monday 2 January 2006", "Mon 2 Jan 2006", "01/02/2006", "02/01/06", "1/2/06", "2006-01-02", "02.01.2006", "Jan. 2", "January 2", "Mon., Jan. 2, 2006", "Mon, Jan 2, 2006", "January 2nd, 2006", "02 Jan, 2006", "Jan 02 2006", "January 2006"}
	return c.words.date.Format(layouts[c.rng.IntN(len(layouts))])
}

// sentence is one of the story, or of any.
func (c *composer) sentence() string {
	if c.chance(55) {
		for range 4 {
			l := c.words.story.lines[c.rng.IntN(len(c.words.story.lines))]
			if s := firstSentence(l.text); l.kind == 0 && 25 <= len(s) && len(s) <= 240 {
				return s
			}
		}
	}
	return pick(c, c.words.sentences)
}

// phrase is a run of words like a crosshead.
func (c *composer) phrase() string {
	var from []string
	switch c.rng.IntN(3) {
	case 0:
		from = strings.Fields(pick(c, c.words.headlines))
	default:
		from = strings.Fields(strings.TrimRight(c.sentence(), "."))
	}
	n := 1 + c.rng.IntN(5)
	if n == 1 && c.chance(60) {
		n = 2
	}
	start := 0
	if len(from) > n {
		start = c.rng.IntN(len(from) - n)
		from = from[start : start+n]
	}
	s := strings.Trim(strings.Join(from, " "), ".,;:!?\"“”‘’'()-– ")
	return upperFirst(s)
}

func upperFirst(s string) string {
	r, n := utf8.DecodeRuneInString(s)
	return string(unicode.ToUpper(r)) + s[n:]
}

func lowerFirst(s string) string {
	r, n := utf8.DecodeRuneInString(s)
	return string(unicode.ToLower(r)) + s[n:]
}

func titleCase(s string) string {
	f := strings.Fields(s)
	for i := range f {
		if len(f[i]) > 3 || i == 0 {
			f[i] = upperFirst(f[i])
		}
	}
	return strings.Join(f, " ")
}
