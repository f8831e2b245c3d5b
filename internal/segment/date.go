package segment

import "strings"

// Names of months and weekdays are told by their first three letters, packed
// into a number; abbreviations of news have at least those.
var (
	months   = [...]string{"january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"}
	weekdays = [...]string{"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"}

	monthKeys   = keysOf(months[:])
	weekdayKeys = keysOf(weekdays[:])
)

func keysOf(names []string) (keys [12]uint32) {
	for i, name := range names {
		keys[i] = key3(name)
	}
	return keys
}

// key3 packs the first three letters of s, in lower case.
func key3(s string) uint32 {
	return uint32(s[0]|0x20)<<16 | uint32(s[1]|0x20)<<8 | uint32(s[2]|0x20)
}

// monthOf returns the month (1 to 12) that s begins with, and the length of its
// name with the dot of an abbreviation, or 0, 0: "Sept. 26", "July 18".
func monthOf(s string) (month, length int) {
	i, n := nameOf(months[:], &monthKeys, s)
	return i + 1, n
}

func monthLen(s string) int {
	_, n := monthOf(s)
	return n
}

// weekdayLen is the length of the day of the week that s begins with, with the
// dot of an abbreviation, or 0.
func weekdayLen(s string) int {
	_, n := nameOf(weekdays[:], &weekdayKeys, s)
	return n
}

// nameOf returns the index of the name that the first word of s is, or is the
// beginning of, and the length of the word with the dot of an abbreviation; −1
// and 0 if there is none. The word begins with a capital.
func nameOf(names []string, keys *[12]uint32, s string) (index, length int) {
	if len(s) < 3 || s[0] < 'A' || s[0] > 'Z' {
		return -1, 0
	}
	key := key3(s)
	for i, name := range names {
		if keys[i] != key {
			continue
		}
		n := letters(s)
		if n > len(name) || n > 5 && n < len(name) || !strings.EqualFold(name[:n], s[:n]) {
			return -1, 0
		}
		if n < len(name) && n < len(s) && s[n] == '.' {
			n++
		}
		return i, n
	}
	return -1, 0
}

// letters is the length of the run of ASCII letters at the start of s.
func letters(s string) int {
	i := 0
	for i < len(s) && 'a' <= s[i]|0x20 && s[i]|0x20 <= 'z' {
		i++
	}
	return i
}

// digits is the length of the run of digits at the start of s.
func digits(s string) int {
	i := 0
	for i < len(s) && '0' <= s[i] && s[i] <= '9' {
		i++
	}
	return i
}

// dateLen is the length of the date that s begins with, or 0: "July 18",
// "Oct. 4, 2022", "24 July 2022", "Thurs.", "Tuesday, July 18".
func dateLen(s string) int {
	if n := weekdayLen(s); n > 0 {
		rest := strings.TrimLeft(s[n:], ", ")
		if rest != s[n:] {
			if m := dayMonthLen(rest); m > 0 {
				return len(s) - len(rest) + m
			}
		}
		return n
	}
	return dayMonthLen(s)
}

// dayMonthLen is dateLen without a day of the week.
func dayMonthLen(s string) int {
	i := 0
	if n := monthLen(s); n > 0 { // July 18, 2022
		i = n
		for i < len(s) && s[i] == ' ' {
			i++
		}
		d := digits(s[i:])
		if d == 4 {
			return i + 4
		}
		if i == n || d == 0 || d > 2 {
			return 0
		}
		i += d
		i += ordinalLen(s[i:])
	} else if d := digits(s); d == 1 || d == 2 { // 18 July 2022
		i = d + ordinalLen(s[d:])
		if i >= len(s) || s[i] != ' ' {
			return 0
		}
		i++
		n := monthLen(s[i:])
		if n == 0 {
			return 0
		}
		i += n
	} else {
		return 0
	}
	j := i
	if j < len(s) && s[j] == ',' {
		j++
	}
	for j < len(s) && s[j] == ' ' {
		j++
	}
	if j > i && digits(s[j:]) == 4 {
		return j + 4
	}
	return i
}

// ordinalLen is 2 if s begins with the ending of an ordinal.
func ordinalLen(s string) int {
	if len(s) >= 2 {
		switch s[:2] {
		case "st", "nd", "rd", "th":
			if letters(s) == 2 {
				return 2
			}
		}
	}
	return 0
}
