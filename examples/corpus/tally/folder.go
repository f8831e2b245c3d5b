package tally

import (
	"errors"
	"os"
	"path/filepath"
)

// WriteSheets writes all sheets to a folder, which is made where it is not there.
func (s *Summary) WriteSheets(folder string) error {
	if err := os.MkdirAll(folder, 0o755); err != nil {
		return err
	}
	for _, sheet := range s.Sheets() {
		f, err := os.Create(filepath.Join(folder, sheet.Name))
		if err != nil {
			return err
		}
		if err := errors.Join(sheet.Write(f), f.Close()); err != nil {
			return err
		}
	}
	return nil
}
