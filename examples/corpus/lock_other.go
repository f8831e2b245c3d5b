//go:build !unix || solaris || aix

package main

import "os"

func lock(*os.File) error { return nil }
