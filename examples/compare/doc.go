// Package compare measures newstext beside other Go libraries, in the same run on
// the same text. It is a module of its own, so that nobody who imports newstext
// sees its dependencies.
//
//	cd examples/compare
//	go test -bench .                           on an invented story
//	NEWSTEXT_NEWS=FOLDER go test -bench .      on the stories of a folder of .jsonl or .jsonl.gz files
package compare
