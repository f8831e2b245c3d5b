// Package source reads lines from many places: files, folders and globs, plain or
// compressed, of any size, in a fixed order and in bounded memory.
package source

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// Stdin is the name that stands for standard input.
const Stdin = "-"

// File is one file to read.
type File struct {
	Name string `json:"name"` // path, or Stdin
	Size int64  `json:"size"` // in bytes as stored, -1 where it cannot be known
}

// ErrNone says that a folder or glob has no file to read in it.
var ErrNone = errors.New("no .jsonl or .ndjson file in it, plain, .gz or .zst")

// endings are those by which a file in a folder is known. A file that is named
// itself may have any.
var endings = []string{".jsonl", ".ndjson", ".jsonl.gz", ".ndjson.gz", ".jsonl.zst", ".ndjson.zst"}

// Expand returns the files that args stand for: files as given, the files of
// globs and folders (all below them, but hidden ones) in order of their paths.
// None is named twice, and none of skip, which a program that writes beside its
// input names. Without args it is standard input.
func Expand(args []string, skip ...string) ([]File, error) {
	if len(args) == 0 {
		args = []string{Stdin}
	}
	seen := map[string]bool{}
	for _, s := range skip {
		seen[absolute(s)] = true
	}
	var files []File
	for _, arg := range args {
		paths, err := paths(arg)
		if err != nil {
			return nil, err
		}
		for _, p := range paths {
			key := p
			if p != Stdin {
				key = absolute(p)
			}
			if seen[key] {
				continue
			}
			seen[key] = true
			files = append(files, File{Name: p, Size: size(p)})
		}
	}
	return files, nil
}

func absolute(path string) string {
	if a, err := filepath.Abs(path); err == nil {
		return a
	}
	return path
}

func size(path string) int64 {
	if path == Stdin {
		return -1
	}
	if i, err := os.Stat(path); err == nil && i.Mode().IsRegular() {
		return i.Size()
	}
	return -1
}

// paths returns the files that one argument stands for.
func paths(arg string) ([]string, error) {
	if arg == Stdin {
		return []string{arg}, nil
	}
	info, err := os.Stat(arg)
	switch {
	case err == nil && info.IsDir():
		return folder(arg)
	case err == nil:
		return []string{arg}, nil
	case !errors.Is(err, fs.ErrNotExist) || !strings.ContainsAny(arg, "*?["):
		return nil, err
	}
	matches, err := filepath.Glob(arg)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", arg, err)
	}
	if len(matches) == 0 {
		return nil, fmt.Errorf("%s: no file matches", arg)
	}
	var all []string
	for _, m := range matches {
		info, err := os.Stat(m)
		if err != nil {
			return nil, err
		}
		if !info.IsDir() {
			all = append(all, m)
			continue
		}
		below, err := folder(m)
		if err != nil && !errors.Is(err, ErrNone) {
			return nil, err
		}
		all = append(all, below...)
	}
	return all, nil
}

func folder(dir string) ([]string, error) {
	var all []string
	err := filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		hidden := strings.HasPrefix(d.Name(), ".") && path != dir
		switch {
		case d.IsDir() && hidden:
			return filepath.SkipDir
		case d.IsDir() || hidden:
			return nil
		}
		name := strings.ToLower(d.Name())
		if slices.ContainsFunc(endings, func(e string) bool { return strings.HasSuffix(name, e) }) {
			all = append(all, path)
		}
		return nil
	})
	if err == nil && len(all) == 0 {
		err = fmt.Errorf("%s: %w", dir, ErrNone)
	}
	return all, err
}
