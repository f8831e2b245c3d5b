// Corpus analyzes an archive of stories: it reads JSONL, one story a line, and
// writes one analysis a line in the same order. See README.md, or
//
//	go build && ./corpus -h
package main

const usage = `usage: corpus [flags] [file | folder | "glob" | - …]

Analyzes stories: JSONL in, one story a line; one analysis a line out, in the same
order, on all cores and in bounded memory.

  corpus < stories.jsonl > analyses.jsonl
        standard input to standard output; bad records are told on standard error

  corpus -o analyses.jsonl archive/ "more/2016-*.jsonl.gz"
        an archive overnight: a bar with the time left (on a terminal), bad records
        in analyses.jsonl.rejected, a summary at the end

  corpus -resume -o analyses.jsonl archive/ "more/2016-*.jsonl.gz"
        goes on after kill -9, a full disk or a power cut; no story is lost or comes
        twice. Safe to give from the start, and again when the archive has grown

  corpus -report report -o analyses.jsonl -fields published=date,source=outlet archive/
        and report/report.html: who speaks, who quotes whom, who stands where and
        when. With -summarize it is made of analyses that are there:
  corpus -summarize -report report analyses.jsonl

Input. A story is an object with "text" and, where known, "id", "headline", "subhead",
"byline", "published" (2016-09-05, or with a time), "language", "source" (the outlet),
"url", and "targets", spans {"start", "end"} of the text in bytes whose tone is wanted.
Files may be packed by gzip or zstd, whatever they are called. Of a folder, all .jsonl
and .ndjson files below it are read (also .gz, .zst), in order of their paths.

Bad records do not stop a run: broken JSON, a wrong type, no text, a field given
twice, a byte that is no UTF-8, a line too long, a file that is cut off. Each is told
with file, line and reason.

Exit status: 0 all is well; 1 all is read, some records are bad; 2 nothing was begun;
3 stopped by an error of writing; 130 stopped by ctrl-C.

Flags:
`
