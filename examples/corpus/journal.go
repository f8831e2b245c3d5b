package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"runtime/debug"
	"syscall"

	"github.com/seed05c9d22b/newstext/examples/corpus/source"
	"github.com/seed05c9d22b/newstext/examples/corpus/tally"
)

// journal says how far a run came, and for which input and settings. It is written
// beside the output, whole or not at all, after all that it speaks of is on the
// disk. What the output has beyond it is from later on, and counts as well.
type journal struct {
	path     string
	Version  int           `json:"version"`
	Build    string        `json:"build,omitempty"`
	Settings string        `json:"settings"`
	Inputs   []source.File `json:"inputs"`
	position
	Bad      int            `json:"bad"`      // records in the side file
	Output   int64          `json:"output"`   // bytes
	Rejected int64          `json:"rejected"` // bytes
	Done     bool           `json:"done"`
	Summary  *tally.Summary `json:"summary"`
}

const journalVersion = 1

// beside returns the names of the side file and the journal of an output.
func beside(output string) (rejected, journal string) {
	return output + ".rejected", output + ".journal"
}

func readJournal(path string) (*journal, error) {
	data, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	j := &journal{path: path}
	if err := json.Unmarshal(data, j); err != nil {
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	if j.Version != journalVersion {
		return nil, fmt.Errorf("%s: version %d, of another program", path, j.Version)
	}
	return j, nil
}

// fits returns an error where a run with these inputs and settings would not go on
// with what the journal tells of. Inputs may have been added behind the others: an
// archive that grew.
func (j *journal) fits(settings string, inputs []source.File) error {
	if j.Settings != settings {
		return fmt.Errorf("was begun with other settings (%s; now %s)", j.Settings, settings)
	}
	for i, f := range j.Inputs {
		switch {
		case i >= len(inputs):
			return fmt.Errorf("was begun with %s as input number %d, which is not given now", f.Name, i+1)
		case inputs[i].Name != f.Name:
			return fmt.Errorf("was begun with %s as input number %d, which is now %s", f.Name, i+1, inputs[i].Name)
		case inputs[i].Size != f.Size:
			return fmt.Errorf("was begun when %s had %d bytes, of now %d", f.Name, f.Size, inputs[i].Size)
		}
	}
	return nil
}

// write replaces the journal: a new file is brought to the disk and then renamed,
// so that there is an old one or a new one at any time.
func (j *journal) write() error {
	data, err := json.Marshal(j)
	if err != nil {
		return err
	}
	temp := j.path + ".new"
	f, err := os.Create(temp)
	if err != nil {
		return err
	}
	_, err = f.Write(append(data, '\n'))
	if err = errors.Join(err, f.Sync(), f.Close()); err != nil {
		return err
	}
	if err := os.Rename(temp, j.path); err != nil {
		return err
	}
	return syncFolder(filepath.Dir(j.path))
}

// syncFolder brings the names in a folder to the disk, where the system has a way.
func syncFolder(dir string) error {
	if runtime.GOOS == "windows" {
		return nil
	}
	d, err := os.Open(dir)
	if err != nil {
		return err
	}
	defer d.Close()
	if err := d.Sync(); err != nil && !errors.Is(err, syscall.EINVAL) {
		return err
	}
	return nil
}

// build names the state of the source that the program was made of, where it is
// known.
func build() string {
	info, ok := debug.ReadBuildInfo()
	if !ok {
		return ""
	}
	for _, s := range info.Settings {
		if s.Key == "vcs.revision" {
			return s.Value
		}
	}
	return ""
}
