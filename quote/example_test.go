package quote_test

import (
	"fmt"

	"github.com/seed05c9d22b/newstext/article"
	"github.com/seed05c9d22b/newstext/entity"
	"github.com/seed05c9d22b/newstext/examples/seed"
	"github.com/seed05c9d22b/newstext/quote"
)

func Example() {
	a := article.Parse(seed.Story)
	entities := entity.Extract(a)
	for _, q := range quote.Extract(a, entities)[:4] {
		fmt.Printf("%s (%s, %s): %s\n", q.Speaker.Name(), q.Kind, q.Cue.In(a.Text()), q.Text())
	}
	// Output:
	// Barack Obama (indirect, said): the US and Russia have not given up on negotiations that could stem the bloodshed in Syria
	// Barack Obama (mixed, acknowledged): leaders are challenged by "gaps of trust" between the rival powers
	// Barack Obama (mixed, said): Significant sticking points remain in the negotiations over creation of an unlikely US-Russian military partnership focusing firepower on "common enemies" in Syria
	// Barack Obama (indirect, acknowledged): a flurry of diplomacy at an economic summit and a 90-minute meeting earlier on Monday with his Russian counterpart, Vladimir Putin, did not yield a breakthrough
}

func ExampleList_By() {
	a := article.Parse(seed.Story)
	entities := entity.Extract(a)
	quotes := quote.Extract(a, entities)
	if e, ok := entities.Find("State Department"); ok {
		for _, q := range quotes.By(e.ID) {
			fmt.Println(q.Class, "–", q.Text())
		}
	}
	// Output: neutral – it wants a nationwide cease-fire between Assad’s military and the rebels, rather than another time-limited agreement like ones that failed before
}

func ExampleList_Shares() {
	a := article.Parse(seed.Story)
	entities := entity.Extract(a)
	most := quote.Extract(a, entities).Shares()[0]
	fmt.Printf("%s says the most: %t\n", entities[most.Entity].Name, most.Part > 0.5)
	// Output: Barack Obama says the most: true
}
