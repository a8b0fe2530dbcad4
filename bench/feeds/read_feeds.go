// Parses feeds with gofeed: reads a JSON list of texts from standard input; writes a JSON list with the items or the
// error message of each to standard output.
package main

import (
	"encoding/json"
	"os"

	"github.com/mmcdole/gofeed"
)

type item struct {
	ID         string   `json:"id"`
	URL        string   `json:"url"`
	Title      string   `json:"title"`
	Published  string   `json:"published"`
	Updated    string   `json:"updated,omitempty"`
	Author     string   `json:"author"`
	Categories []string `json:"categories"`
	Lead       string   `json:"lead"`
	Content    string   `json:"content"`
	Picture    *string  `json:"picture"`
}

func read(text string) any {
	feed, err := gofeed.NewParser().ParseString(text)
	if err != nil {
		return err.Error()
	}
	items := []item{}
	for _, entry := range feed.Items {
		read := item{
			ID: entry.GUID, URL: entry.Link, Title: entry.Title, Published: entry.Published, Updated: entry.Updated,
			Categories: append([]string{}, entry.Categories...), Lead: entry.Description, Content: entry.Content,
		}
		if len(entry.Authors) > 0 {
			read.Author = entry.Authors[0].Name
		}
		if len(entry.Enclosures) > 0 {
			read.Picture = &entry.Enclosures[0].URL
		}
		items = append(items, read)
	}
	return items
}

func main() {
	var texts []string
	if err := json.NewDecoder(os.Stdin).Decode(&texts); err != nil {
		panic(err)
	}
	readings := []any{}
	for _, text := range texts {
		readings = append(readings, read(text))
	}
	if err := json.NewEncoder(os.Stdout).Encode(readings); err != nil {
		panic(err)
	}
}
