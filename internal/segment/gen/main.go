// Command gen compiles the word lists of internal/segment into words.bin, the
// table that lookup reads in place. Run it with `go generate ./internal/segment`
// after editing a list.
package main

import (
	"log"
	"os"
)

func main() {
	table, err := Compile(".")
	if err == nil {
		err = os.WriteFile("words.bin", table, 0o644)
	}
	if err != nil {
		log.Fatal("gen: ", err)
	}
}
