package pipeline

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"time"
	"unicode/utf8"

	"github.com/parquet-go/parquet-go"
	"github.com/parquet-go/parquet-go/format"
)

// readParquet yields each row of a Parquet file as a JSON object, of its columns that
// hold one value or a list of values. Times and days are written as RFC 3339 has
// them. The file is copied to the disk first, as its index stands at its end. An
// error is one of the disk; that the file is damaged is yielded.
func readParquet(in io.Reader, yield func(row int, data []byte, err error) bool) error {
	temp, err := os.CreateTemp("", "newstext-*.parquet")
	if err != nil {
		return err
	}
	defer os.Remove(temp.Name())
	defer temp.Close()
	size, err := io.Copy(temp, in)
	if err != nil {
		return err
	}
	if row, err := rows(temp, size, yield); err != nil {
		yield(row+1, nil, fmt.Errorf("parquet: %w", err))
	}
	return nil
}

// rows returns the number of rows that were read. That the library panics on a
// damaged file is an error of the file.
func rows(file io.ReaderAt, size int64, yield func(int, []byte, error) bool) (row int, err error) {
	defer func() {
		if p := recover(); p != nil {
			err = fmt.Errorf("damaged: %v", p)
		}
	}()
	f, err := parquet.OpenFile(file, size)
	if err != nil {
		return 0, err
	}
	columns := columns(f.Schema())
	for _, group := range f.RowGroups() {
		more, err := groupRows(group, func(r parquet.Row) bool {
			row++
			data, err := object(r, columns)
			return yield(row, data, err)
		})
		if err != nil || !more {
			return row, err
		}
	}
	return row, nil
}

func groupRows(group parquet.RowGroup, yield func(parquet.Row) bool) (more bool, err error) {
	in := group.Rows()
	defer func() { err = errors.Join(err, in.Close()) }()
	buffer := make([]parquet.Row, 64)
	for {
		n, err := in.ReadRows(buffer)
		for _, r := range buffer[:n] {
			if !yield(r) {
				return false, nil
			}
		}
		if errors.Is(err, io.EOF) {
			return true, nil
		}
		if err != nil {
			return false, err
		}
		if n == 0 {
			return false, io.ErrNoProgress
		}
	}
}

// column is a column that a story may have.
type column struct {
	name string
	list bool
	leaf parquet.Node
}

// columns returns those of a schema by their places: nil for one that is part of a
// record within the row.
func columns(schema *parquet.Schema) []*column {
	paths := schema.Columns()
	all := make([]*column, len(paths))
	for i, path := range paths {
		leaf, ok := schema.Lookup(path...)
		if !ok || len(path) > 1 && leaf.MaxRepetitionLevel == 0 {
			continue
		}
		if leaf.MaxRepetitionLevel > 1 || len(path) > 3 {
			continue
		}
		all[i] = &column{name: path[0], list: leaf.MaxRepetitionLevel == 1, leaf: leaf.Node}
	}
	return all
}

// object writes a row as a JSON object.
func object(r parquet.Row, columns []*column) ([]byte, error) {
	values := map[string]any{} // is written in order of its keys
	for _, v := range r {
		c := columns[v.Column()]
		if c == nil || v.IsNull() {
			continue
		}
		value, err := scalar(v, c.leaf)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", c.name, err)
		}
		if !c.list {
			values[c.name] = value
			continue
		}
		list, _ := values[c.name].([]any)
		values[c.name] = append(list, value)
	}
	return json.Marshal(values)
}

func scalar(v parquet.Value, leaf parquet.Node) (any, error) {
	if t := leaf.Type().LogicalType(); t != nil {
		switch t := t.Value.(type) {
		case *format.TimestampType:
			perSecond := int64(time.Second / t.Unit.Value.Duration())
			seconds, rest := v.Int64()/perSecond, v.Int64()%perSecond
			return time.Unix(seconds, rest*int64(t.Unit.Value.Duration())).UTC().Format(time.RFC3339Nano), nil
		case *format.DateType:
			return time.Unix(int64(v.Int32())*86400, 0).UTC().Format(time.DateOnly), nil
		}
	}
	switch v.Kind() {
	case parquet.Boolean:
		return v.Boolean(), nil
	case parquet.Int32:
		return v.Int32(), nil
	case parquet.Int64:
		return v.Int64(), nil
	case parquet.Float:
		return v.Float(), nil
	case parquet.Double:
		return v.Double(), nil
	case parquet.ByteArray, parquet.FixedLenByteArray:
		b := v.ByteArray()
		if !utf8.Valid(b) { // JSON would have it repaired, with other offsets
			return nil, errors.New("no UTF-8")
		}
		return string(b), nil
	}
	return nil, fmt.Errorf("a value of kind %s", v.Kind())
}
