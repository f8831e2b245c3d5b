// Package compare measures newstext beside other Go libraries, in the same run on
// the same text. It is a module of its own, so that nobody who imports newstext
// sees its dependencies.
//
//	cd examples/compare
//	go test -bench .                      on the story of the examples
//	go test -bench . -news FOLDER         on the stories of a folder of .jsonl or .jsonl.gz
package compare
