"""Reads feeds with feedparser: a list of texts comes in as JSON, for each what stands in it, or why not, goes out.

Ends with 3 where feedparser is not installed.
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
            "title": entry.get("title"),
            "published": entry.get("published"),
            # Without the question it would give the other date.
            "updated": entry.get("updated") if "updated" in entry else None,
            "author": entry.get("author"),
            "picture": next((link.get("href") for link in entry.get("enclosures", [])), None),
        }
        for entry in parsed.entries
    ]


json.dump([read(text) for text in json.load(sys.stdin)], sys.stdout)
