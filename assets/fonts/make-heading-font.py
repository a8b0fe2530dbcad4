"""Makes heading-700.woff2 from SourceSerif4_700Bold.ttf; see README.md.

Usage: python make-heading-font.py SourceSerif4_700Bold.ttf heading-700.woff2
"""

import sys
from unicodedata import normalize

from fontTools import subset

VOWELS = "aăâeêioôơuưyAĂÂEÊIOÔƠUƯY"
TONES = ["", "\u0300", "\u0301", "\u0303", "\u0309", "\u0323"]
LETTERS = {normalize("NFC", vowel + tone) for vowel in VOWELS for tone in TONES} | set("đĐ")
SIGNS = "£¥§©«®°±²³µ·»¼½¾–—‐‑‘’“”„•…‰′″‹›⁄€₫№™−≤≥→₀₁₂₃₄₅₆₇₈₉\u00a0\u2009\u202f"
# ASCII and the letters of Latin-1, for the languages of western Europe.
LATIN = [*range(0x20, 0x7F), *range(0xC0, 0x100)]
# Kerning of less than 0.008 em is a third of a pixel in the largest heading.
MIN_KERNING = 8

# The licence reserves the name "Source" for the original, so a changed font needs another.
NAMES = {
    1: "Tieu De",
    3: "4.004;Tieu De Bold",
    4: "Tieu De Bold",
    6: "TieuDe-Bold",
    10: "A subset of Source Serif 4 Bold (https://github.com/adobe-fonts/source-serif), renamed.",
}


def is_seen(value) -> bool:
    return value is not None and abs(getattr(value, "XAdvance", 0)) >= MIN_KERNING


def drop_slight_kerning(font) -> None:
    """Drops the kerning that nobody sees."""
    for lookup in font["GPOS"].table.LookupList.Lookup:
        for table in (getattr(each, "ExtSubTable", each) for each in lookup.SubTable):
            if table.LookupType != 2:
                continue
            if table.Format == 1:
                for pairs in table.PairSet:
                    pairs.PairValueRecord = [pair for pair in pairs.PairValueRecord if is_seen(pair.Value1)]
                    pairs.PairValueCount = len(pairs.PairValueRecord)
                continue
            for row in table.Class1Record:
                for cell in row.Class2Record:
                    if cell.Value1 is not None and not is_seen(cell.Value1):
                        cell.Value1.XAdvance = 0


def main(source: str, target: str) -> None:
    options = subset.Options()
    options.flavor = "woff2"
    options.layout_features = ["liga", "kern"]
    options.hinting = False
    options.notdef_outline = True
    # The copyright, the licence and their addresses stay.
    options.name_IDs = [0, 1, 2, 3, 4, 5, 6, 7, 10, 13, 14]
    options.drop_tables += ["STAT", "BASE"]
    font = subset.load_font(source, options)
    font.recalcTimestamp = False
    subsetter = subset.Subsetter(options)
    characters = {ord(character) for character in {*LETTERS, *SIGNS}}
    subsetter.populate(unicodes=characters | set(LATIN))
    subsetter.subset(font)
    drop_slight_kerning(font)
    names = font["name"]
    for record in list(names.names):
        if record.nameID in NAMES:
            names.setName(NAMES[record.nameID], record.nameID, record.platformID, record.platEncID, record.langID)
    names.setName(NAMES[10], 10, 3, 1, 0x409)
    subset.save_font(font, target, options)


main(*sys.argv[1:])
