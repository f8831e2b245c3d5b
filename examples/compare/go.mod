module github.com/seed05c9d22b/newstext/examples/compare

go 1.26.0

require (
	github.com/clipperhouse/uax29/v2 v2.7.0
	github.com/seed05c9d22b/newstext v0.0.0
)

require golang.org/x/text v0.44.0 // indirect

replace github.com/seed05c9d22b/newstext => ../..
