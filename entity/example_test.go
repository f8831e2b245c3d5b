package entity_test

import (
	_ "embed"
	"fmt"
	"strings"

	"github.com/seed05c9d22b/newstext/article"
	"github.com/seed05c9d22b/newstext/entity"
)

//go:embed testdata/seed.txt
var seed string

func ExampleExtract() {
	a := article.Parse(seed)
	for _, e := range entity.Extract(a).ByType(entity.Person) {
		fmt.Print(e.Name, " (", e.Country, ")")
		for _, r := range e.Roles {
			fmt.Printf(", %s", a.Slice(r.Span))
		}
		fmt.Println()
	}
	// Output:
	// Barack Obama (US), President
	// Vladimir Putin (RU), Russian counterpart, Russian leader
	// Bashar Assad (SY), Syrian President
	// John Kerry (US), Secretary of State
	// Sergey Lavrov (RU), Russian foreign minister
	// Hillary Clinton (US), presidential nominee
	// Francois Hollande (FR), French President
	// Angela Merkel (DE), German Chancellor
}

func ExampleList_Find() {
	a := article.Parse(seed)
	russia, _ := entity.Extract(a).Find("Russia")
	for _, m := range russia.Mentions {
		fmt.Println(m.Span, a.Slice(m.Span))
	}
	// "Any deal would depend on Moscow": the capital stands for the government.

	// Output:
	// 117:123 Russia
	// 911:917 Russia
	// 1003:1009 Moscow
	// 1766:1772 Russia
	// 1787:1790 its
}

func ExampleReadGazetteer() {
	g, err := entity.ReadGazetteer(strings.NewReader(
		"name\ttype\taliases\tcountry\n" +
			"Blue Harbour Trust\torg\tBlue Harbour;BHT\tNZ\n"))
	if err != nil {
		fmt.Println(err)
		return
	}
	a := article.Parse("BHT said on Monday that it would sell its boats. Blue Harbour has three.")
	for _, e := range (entity.Extractor{Gazetteer: g}).Extract(a) {
		fmt.Println(e.Type, e.Name, e.Country, len(e.Mentions))
	}
	// Output:
	// org Blue Harbour Trust NZ 4
}
