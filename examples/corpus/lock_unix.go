//go:build unix && !solaris && !aix

package main

import (
	"os"
	"syscall"
)

// lock keeps other runs from writing the same file. The system ends it with the
// program, however that ends.
func lock(f *os.File) error { return syscall.Flock(int(f.Fd()), syscall.LOCK_EX|syscall.LOCK_NB) }
