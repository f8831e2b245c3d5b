// Package newstext reads news stories: who is named, what was said and by whom,
// and who stands for or against whom, each with the words that show it.
package newstext
