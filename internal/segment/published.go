package segment

import (
	"strings"
	"time"
)

// timeLen is the length of the time of day that s begins with, or 0: "6:45 p.m.",
// "18:45", "5pm", "0600 GMT".
func timeLen(s string) int {
	_, _, n := clock(s)
	return n
}

// clock reads a time of day.
func clock(s string) (hour, minute, length int) {
	d := digits(s)
	if d == 0 || d > 4 {
		return 0, 0, 0
	}
	hour = number(s[:d])
	i := d
	colon := false
	switch {
	case d <= 2 && i+2 < len(s) && (s[i] == ':' || s[i] == '.' || s[i] == 'h') && digits(s[i+1:]) == 2, d <= 2 && i+3 == len(s) && s[i] == ':' && digits(s[i+1:]) == 2:
		minute = number(s[i+1 : i+3])
		colon = s[i] == ':'
		i += 3
		if colon && i+2 < len(s) && s[i] == ':' && digits(s[i+1:]) == 2 {
			i += 3
		}
	case d >= 3:
		hour, minute = hour/100, hour%100
	}
	j := i
	for j < len(s) && s[j] == ' ' {
		j++
	}
	half := strings.ToLower(s[j:min(len(s), j+4)])
	switch {
	case strings.HasPrefix(half, "a.m.") || strings.HasPrefix(half, "p.m."):
		j += 4
	case (strings.HasPrefix(half, "am") || strings.HasPrefix(half, "pm")) && (len(half) == 2 || letters(half) == 2):
		j += 2
	default:
		if hour > 23 || minute > 59 || !colon && !(d == 4 && zoneLen(s[j:]) > 0) {
			return 0, 0, 0
		}
		return hour, minute, i
	}
	if hour < 1 || hour > 12 || minute > 59 {
		return 0, 0, 0
	}
	hour %= 12
	if half[0] == 'p' {
		hour += 12
	}
	return hour, minute, j
}

func number(s string) int {
	n := 0
	for i := 0; i < len(s); i++ {
		n = 10*n + int(s[i]-'0')
	}
	return n
}

// zones are the abbreviations of time zones whose offset is beyond doubt in the
// news, in minutes east of Greenwich.
var zones = [...]struct {
	name   string
	offset int
}{
	{"UTC", 0}, {"GMT", 0}, {"Z", 0}, {"BST", 60}, {"CET", 60}, {"CEST", 120},
	{"EST", -300}, {"EDT", -240}, {"CST", -360}, {"CDT", -300}, {"MST", -420}, {"MDT", -360}, {"PST", -480}, {"PDT", -420},
	{"AEST", 600}, {"AEDT", 660}, {"NZST", 720}, {"NZDT", 780}, {"SGT", 480}, {"HKT", 480}, {"JST", 540}, {"KST", 540},
}

func zoneLen(s string) int {
	_, n := zoneOf(s)
	return n
}

// zoneOf reads the abbreviation of a time zone.
func zoneOf(s string) (offset, length int) {
	n := letters(s)
	for _, z := range zones {
		if s[:n] == z.name {
			return z.offset, n
		}
	}
	return 0, 0
}

// PublishedTime reads the time at which a story was published out of a line such
// as "Published 8:02 AM EST Nov 19, 2024", "12 March 2024 09:00 GMT",
// "March 12, 2024 6:45 p.m.", "2024-03-12T18:45:00Z" or "11/19/19 06:56 AM EST".
//
// A line without a year gives no time. Without a time zone, or with one that
// names several ("ET"), the time is taken as UTC. Dates in digits with strokes
// are read month first, unless only the other order is possible.
func PublishedTime(line string) (time.Time, bool) {
	if len(line) > maxByline {
		line = line[:maxByline]
	}
	var year, month, day, hour, minute, offset int
	timed := false
	for i := 0; i < len(line); {
		rest := line[i:]
		if i > 0 && isWordByte(line[i-1]) && !(line[i-1] == 'T' && day > 0) {
			i++
			continue
		}
		if year == 0 {
			if y, m, d, n := readDate(rest); n > 0 {
				year, month, day = y, m, d
				i += n
				continue
			}
		}
		if !timed {
			if h, m, n := clock(rest); n > 0 {
				hour, minute, timed = h, m, true
				i += n
				offset = readZone(line[i:])
				continue
			}
		}
		i++
	}
	if year == 0 || day < 1 || day > time.Date(year, time.Month(month)+1, 0, 0, 0, 0, 0, time.UTC).Day() {
		return time.Time{}, false
	}
	t := time.Date(year, time.Month(month), day, hour, minute, 0, 0, time.UTC)
	return t.Add(-time.Duration(offset) * time.Minute), true
}

func isWordByte(c byte) bool {
	return c >= 0x80 || '0' <= c && c <= '9' || 'a' <= c|0x20 && c|0x20 <= 'z'
}

// readDate reads a date with its year: "Nov 19, 2024", "12 March 2024",
// "2024-03-12", "11/19/19".
func readDate(s string) (year, month, day, length int) {
	d := digits(s)
	if d == 4 && len(s) >= 10 && s[4] == '-' && digits(s[5:]) == 2 && s[7] == '-' && digits(s[8:]) >= 2 {
		year, month, day = number(s[:4]), number(s[5:7]), number(s[8:10])
		return checkDate(year, month, day, 10)
	}
	if (d == 1 || d == 2) && len(s) > d && (s[d] == '/' || s[d] == '.') {
		e := digits(s[d+1:])
		if i := d + 1 + e; (e == 1 || e == 2) && i < len(s) && s[i] == s[d] {
			y := digits(s[i+1:])
			if y == 2 || y >= 4 {
				y = min(y, 4)
				month, day, year = number(s[:d]), number(s[d+1:i]), number(s[i+1:i+1+y])
				if y == 2 {
					year += 2000
				}
				if s[d] == '.' || month > 12 {
					month, day = day, month
				}
				return checkDate(year, month, day, i+1+y)
			}
		}
		return 0, 0, 0, 0
	}
	n := dayMonthLen(s)
	if n < 6 {
		return 0, 0, 0, 0
	}
	year = number(s[n-min(4, digitsLast(s[:n])) : n])
	if digitsLast(s[:n]) != 4 {
		return 0, 0, 0, 0
	}
	if d > 0 {
		day = number(s[:d])
		i := d + ordinalLen(s[d:])
		month, _ = monthOf(s[i+1:])
	} else {
		var i int
		month, i = monthOf(s)
		for s[i] == ' ' {
			i++
		}
		day = number(s[i : i+digits(s[i:])])
		if day > 31 { // "March 2024"
			return 0, 0, 0, 0
		}
	}
	return checkDate(year, month, day, n)
}

// digitsLast is the length of the run of digits at the end of s.
func digitsLast(s string) int {
	n := 0
	for n < len(s) && '0' <= s[len(s)-1-n] && s[len(s)-1-n] <= '9' {
		n++
	}
	return n
}

func checkDate(year, month, day, length int) (int, int, int, int) {
	if year < 1000 || month < 1 || month > 12 || day < 1 || day > 31 {
		return 0, 0, 0, 0
	}
	return year, month, day, length
}

// readZone reads the time zone behind a time of day, in minutes east of Greenwich.
func readZone(s string) int {
	if len(s) >= 3 && s[0] == ':' && digits(s[1:]) == 2 { // seconds
		s = s[3:]
	}
	if len(s) > 1 && s[0] == '.' {
		s = s[1+digits(s[1:]):]
	}
	s = strings.TrimLeft(s, " (")
	if len(s) >= 5 && (s[0] == '+' || s[0] == '-') {
		h := digits(s[1:])
		switch {
		case h == 4:
			h, m := number(s[1:3]), number(s[3:5])
			return sign(s[0]) * (60*h + m)
		case h == 2 && len(s) >= 6 && s[3] == ':' && digits(s[4:]) >= 2:
			return sign(s[0]) * (60*number(s[1:3]) + number(s[4:6]))
		}
		return 0
	}
	offset, _ := zoneOf(s)
	return offset
}

func sign(c byte) int {
	if c == '-' {
		return -1
	}
	return 1
}
