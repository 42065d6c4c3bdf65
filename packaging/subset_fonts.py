"""How the fonts in resources/fonts were made, so that they can be made again from newer originals.

    python packaging/subset_fonts.py INTER_FOLDER NOTO_CJK_FOLDER resources/fonts

Needs fontTools, and the static fonts of the Debian packages fonts-inter and fonts-noto-cjk.
Three things differ from the originals: only the characters the product can need are kept; the digits of the Latin
font are the tabular ones, so that columns of figures line up everywhere (screen, chart, PDF) without asking; and the
families are renamed, so that an installed font of the same name can neither replace them nor be replaced.
The Chinese subset leaves out the Kangxi radicals (U+2F00-2FDF): they share glyphs with ordinary characters, and a PDF
made with them gives the radical when its text is copied. There is no bold Chinese file: the bold that Qt draws from the
regular one is hard to tell from a real one, and a real one would double the size.
"""

from __future__ import annotations

import sys
from pathlib import Path

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTCollection, TTFont

LATIN = [
    *range(0x20, 0x7F), *range(0xA0, 0x180), 0x192, *range(0x2B0, 0x2E0), *range(0x370, 0x460), *range(0x2010, 0x2028),
    *range(0x2030, 0x205F), *range(0x2070, 0x20C0), *range(0x2100, 0x2150), *range(0x2190, 0x2300),
    *range(0x25A0, 0x2600), 0x2713, 0x2717, 0xFFFD,
]  # fmt: skip
CHINESE_EXTRA = [
    *range(0x2018, 0x201E), 0x2026, 0x2014, 0xB7, 0xD7, *range(0x3000, 0x3020), *range(0xFF01, 0xFF5F), 0xFFE5,
    *range(0x2460, 0x2465),
]  # fmt: skip
# In names of today, but in neither table.
NAMES = "喆堃镕玥瑄昇祎珺翀赟旻晟淼祺芃沺甯劼垚玮珏琰璟暐珮钰锴鑫骉燚煊犇翃祐禛钘"
LATIN_WEIGHTS = {"Regular": "Regular", "Bold": "SemiBold"}


def table_of(encoding: str, rows: range) -> set[int]:
    """Every character of a two-byte character table."""
    found = set()
    for row in rows:
        for cell in range(0x40, 0xFF):
            try:
                found.add(ord(bytes([row, cell]).decode(encoding)))
            except (UnicodeDecodeError, TypeError):
                continue
    return {code for code in found if not 0x2F00 <= code <= 0x2FDF}


def chinese() -> list[int]:
    """GB 2312 whole, the common traditional characters (Big5 level 1) and some characters of personal names."""
    codes = table_of("gb2312", range(0xA1, 0xF8)) | table_of("big5", range(0xA4, 0xC7))
    return sorted(codes | {ord(character) for character in NAMES} | set(CHINESE_EXTRA))


def subset(font: TTFont, codes: list[int], features: list[str]) -> None:
    """Keep only `codes` and the layout `features`."""
    dropped = ["DSIG", "STAT", "meta", "BASE", "vhea", "vmtx", "VORG"]
    options = Options(layout_features=features, hinting=False, notdef_outline=True, drop_tables=dropped)
    options.name_IDs = [0, 5, 13, 14]
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=codes)
    subsetter.subset(font)


def make_tabular(font: TTFont) -> None:
    """Let the digits and their companions mean the tabular forms."""
    table = font["GSUB"].table
    records = [record for record in table.FeatureList.FeatureRecord if record.FeatureTag == "tnum"]
    lookups = {index for record in records for index in record.Feature.LookupListIndex}
    swap: dict[str, str] = {}
    for index in lookups:
        for part in table.LookupList.Lookup[index].SubTable:
            swap |= getattr(getattr(part, "ExtSubTable", part), "mapping", {})
    for cmap in font["cmap"].tables:
        for code in map(ord, "0123456789"):
            cmap.cmap[code] = swap.get(cmap.cmap[code], cmap.cmap[code])
    digits = [font.getBestCmap()[code] for code in map(ord, "0123456789")]
    width = max(font["hmtx"][digit][0] for digit in digits)
    for digit in digits:  # rounding has left one of the bold ones a unit narrower
        font["hmtx"][digit] = (width, font["hmtx"][digit][1])


def rename(font: TTFont, family: str, weight: str) -> None:
    """Give the font its own family name; copyright and licence stay as they are."""
    full = f"{family} {weight}"
    names = {1: family, 2: weight, 3: full, 4: full, 6: f"{family}-{weight}".replace(" ", "")}
    table = font["name"]
    table.names = [n for n in table.names if n.nameID in (0, 5, 13, 14)]
    for number, text in names.items():
        table.setName(text, number, 3, 1, 0x409)
    font["OS/2"].usWeightClass = 700 if weight == "Bold" else 400
    font["OS/2"].fsSelection = 0x20 if weight == "Bold" else 0x40
    font["head"].macStyle = 1 if weight == "Bold" else 0
    if "CFF " in font:
        cff = font["CFF "].cff
        cff.fontNames = [names[6]]
        cff.topDictIndex[0].FamilyName = family
        cff.topDictIndex[0].FullName = names[4]


def main(inter: Path, noto: Path, target: Path) -> None:
    """Write the three subsets."""
    for weight, original in LATIN_WEIGHTS.items():
        latin = TTFont(inter / f"Inter-{original}.otf")
        make_tabular(latin)
        subset(latin, LATIN, ["kern", "mark", "ccmp", "locl", "calt"])
        rename(latin, "Evenkeel Sans", weight)
        latin.save(target / f"evenkeel-sans-{weight.lower()}.otf")
    faces = TTCollection(noto / "NotoSansCJK-Regular.ttc").fonts
    hans = next(face for face in faces if face["name"].getDebugName(1).startswith("Noto Sans CJK SC"))
    subset(hans, chinese(), ["locl", "palt"])
    rename(hans, "Evenkeel Hans", "Regular")
    hans.save(target / "evenkeel-hans-regular.otf")


if __name__ == "__main__":
    main(*(Path(argument) for argument in sys.argv[1:4]))
