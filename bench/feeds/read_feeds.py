"""Parses feeds with feedparser.

Reads a JSON list of texts from stdin; writes a JSON list with the items or the error message of each to stdout.
Exits with status 3 if feedparser is not installed.
"""

import io
import json
import sys

try:
    import feedparser
except ImportError:
    sys.exit(3)


def read(text):
    parsed = feedparser.parse(io.BytesIO(text.encode("utf-8")), sanitize_html=False, resolve_relative_uris=False)
    if parsed.bozo:
        return str(parsed.bozo_exception)
    return [
        {
            "id": entry.get("id"),
            "url": entry.get("link"),
            "title": entry.get("title"),
            "published": entry.get("published"),
            # Without this check feedparser would fall back to the published date.
            "updated": entry.get("updated") if "updated" in entry else None,
            "author": entry.get("author"),
            "categories": [tag.term for tag in entry.get("tags", [])],
            "lead": entry.get("summary"),
            # A second text would be shown after the first one.
            "content": "".join(content.value for content in entry.get("content", [])),
            "picture": next((link.get("href") for link in entry.get("enclosures", [])), None),
        }
        for entry in parsed.entries
    ]


json.dump([read(text) for text in json.load(sys.stdin)], sys.stdout)
