package source

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"os"
	"sync/atomic"

	"github.com/klauspost/compress/gzip"
	"github.com/klauspost/compress/zstd"
)

// Open opens a file for reading, decompressed where it is compressed. The bytes
// read of it, as stored, are added to read, which may be nil.
func (f File) Open(read *atomic.Int64) (io.ReadCloser, error) {
	if f.Name == Stdin {
		return Decompress(io.NopCloser(&counter{os.Stdin, read}))
	}
	file, err := os.Open(f.Name)
	if err != nil {
		return nil, err
	}
	if i, err := file.Stat(); err == nil && i.IsDir() {
		file.Close()
		return nil, errors.New("is a folder")
	}
	return Decompress(struct {
		io.Reader
		io.Closer
	}{&counter{file, read}, file})
}

type counter struct {
	r io.Reader
	n *atomic.Int64
}

func (c *counter) Read(p []byte) (int, error) {
	n, err := c.r.Read(p)
	if c.n != nil {
		c.n.Add(int64(n))
	}
	return n, err
}

// maxWindow bounds the memory of a zstd stream: that of "zstd --ultra -22". What
// "zstd --long=31" packs needs 2 GB, and is refused.
const maxWindow = 128 << 20

// Decompress reads gzip and zstd, told by their first bytes whatever the file is
// called, also of several parts one after the other, and passes on the rest. A
// byte order mark at the start is left out.
func Decompress(in io.ReadCloser) (io.ReadCloser, error) {
	raw := bufio.NewReaderSize(in, 64<<10)
	head, err := raw.Peek(4)
	if err != nil && !errors.Is(err, io.EOF) {
		in.Close()
		return nil, err
	}
	d := &decompressor{Reader: raw, close: in.Close}
	switch {
	case bytes.HasPrefix(head, []byte("\x1f\x8b")):
		z, err := gzip.NewReader(raw)
		if err != nil {
			in.Close()
			return nil, fmt.Errorf("gzip: %w", readable(err))
		}
		d.Reader, d.format = bufio.NewReaderSize(z, 64<<10), "gzip: "
	case bytes.HasPrefix(head, []byte("\x28\xb5\x2f\xfd")):
		z, err := zstd.NewReader(raw, zstd.WithDecoderConcurrency(1), zstd.WithDecoderMaxWindow(maxWindow))
		if err != nil {
			in.Close()
			return nil, fmt.Errorf("zstd: %w", readable(err))
		}
		d.Reader, d.format = bufio.NewReaderSize(z, 64<<10), "zstd: "
		d.close = func() error { z.Close(); return in.Close() }
	}
	if mark, _ := d.Peek(3); string(mark) == "\xef\xbb\xbf" {
		d.Discard(3)
	}
	return d, nil
}

type decompressor struct {
	*bufio.Reader
	format string // what errors begin with
	close  func() error
}

func (d *decompressor) Read(p []byte) (int, error) {
	n, err := d.Reader.Read(p)
	if err != nil && !errors.Is(err, io.EOF) {
		err = fmt.Errorf("%s%w", d.format, readable(err))
	}
	return n, err
}

func (d *decompressor) Close() error { return d.close() }

// ErrCut says that a compressed file ends before its end.
var ErrCut = errors.New("the file is cut off")

func readable(err error) error {
	if errors.Is(err, io.ErrUnexpectedEOF) {
		return ErrCut
	}
	return err
}
