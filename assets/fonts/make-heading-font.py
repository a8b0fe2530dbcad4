"""Makes heading-700.woff2 from SourceSerif4_700Bold.ttf; see README.md.

Usage: python make-heading-font.py SourceSerif4_700Bold.ttf heading-700.woff2
"""

import sys
from unicodedata import normalize

from fontTools import subset

VOWELS = "aăâeêioôơuưyAĂÂEÊIOÔƠUƯY"
TONES = ["", "\u0300", "\u0301", "\u0303", "\u0309", "\u0323"]
LETTERS = {normalize("NFC", vowel + tone) for vowel in VOWELS for tone in TONES} | set("đĐ")
# Tones and the parts of letters, for text that is not NFC.
COMBINING = "\u0300\u0301\u0302\u0303\u0306\u0309\u031b\u0323"
SIGNS = "–—‐‘’‚“”„†•…‰′″‹›⁄€₫№™−≤≥≈≠→⁰⁴⁵⁶⁷⁸⁹₀₁₂₃₄₅₆₇₈₉\u2009\u202f"
# ASCII and Latin-1, for the languages of western Europe.
LATIN = [*range(0x20, 0x7F), *range(0xA0, 0x100)]

# The licence reserves the name "Source" for the original, so a changed font needs another.
NAMES = {
    1: "Tieu De",
    3: "4.004;Tieu De Bold",
    4: "Tieu De Bold",
    6: "TieuDe-Bold",
    10: "A subset of Source Serif 4 Bold (https://github.com/adobe-fonts/source-serif), renamed.",
}


def main(source: str, target: str) -> None:
    options = subset.Options()
    options.flavor = "woff2"
    options.layout_features = ["ccmp", "locl", "liga", "kern", "mark", "mkmk"]
    options.hinting = False
    options.notdef_outline = True
    # The copyright, the licence and their addresses stay.
    options.name_IDs = [0, 1, 2, 3, 4, 5, 6, 7, 10, 13, 14]
    options.drop_tables += ["STAT", "BASE"]
    font = subset.load_font(source, options)
    font.recalcTimestamp = False
    subsetter = subset.Subsetter(options)
    characters = {ord(character) for character in {*LETTERS, *COMBINING, *SIGNS}}
    subsetter.populate(unicodes=characters | set(LATIN))
    subsetter.subset(font)
    names = font["name"]
    for record in list(names.names):
        if record.nameID in NAMES:
            names.setName(NAMES[record.nameID], record.nameID, record.platformID, record.platEncID, record.langID)
    names.setName(NAMES[10], 10, 3, 1, 0x409)
    subset.save_font(font, target, options)


main(*sys.argv[1:])
