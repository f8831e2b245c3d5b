package segment

// Blocks appends the blocks of text[from:] to dst: its lines, or paragraphs of
// hard-wrapped lines, each with its kind. Blocks are sorted, do not overlap, and
// hold all of the text but blank space, which is trimmed from their ends.
//
// headlineKnown says that the headline stands before from, so that none is
// looked for. The ranges of sentences are left for the caller to fill.
func Blocks(dst []Block, text string, from uint32, headlineKnown bool) []Block {
	first := len(dst)
	dst = cutLines(dst, text, int(from))
	lines := joinWrapped(dst[first:], text)
	dst = dst[:first+len(lines)]
	classify(lines, text, headlineKnown)
	return dst
}

// CutLines appends the lines of text, unclassified.
func CutLines(dst []Block, text string) []Block { return cutLines(dst, text, 0) }
