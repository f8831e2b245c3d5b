package forms_test
import ("testing";"fmt";"github.com/seed05c9d22b/newstext/article";"github.com/seed05c9d22b/newstext/internal/forms")
func TestDbg(t *testing.T){ a:=article.Parse(string(forms.Read(t,"story.txt"))); for b:=range a.Blocks(){ fmt.Printf("%v %.60s\n",b.Kind(),b.Text())} }
