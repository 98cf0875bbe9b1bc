"""Leaves one code point to each glyph of a font, so that text copied out of a PDF is what was typed.

    python3 build/papers/one_code_point.py resources/fonts/FandolFang-Regular.woff2

The file is rewritten in place. Needs fontTools and brotli. Without it a PDF says U+2F08 for U+4EBA, U+0001 for a
space and U+00B7 for U+30FB, because a font that maps several characters to one glyph does not tell which one was
meant. A character that is dropped is drawn by the next font of the stack.
"""

import sys

from fontTools.ttLib import TTFont

LOOK_ALIKES = (range(0x2E80, 0x2FE0), range(0xF900, 0xFB00), range(0x2F800, 0x2FA20), range(0xE000, 0xF900))


def rank(code: int) -> tuple[int, int]:
    if 0x20 <= code < 0x7F or 0x4E00 <= code < 0xA000:
        return (0, code)
    if code < 0x20 or 0x7F <= code <= 0xA0 or any(code in codes for codes in LOOK_ALIKES):
        return (2, code)
    return (1, code)


def clean(path: str) -> None:
    font = TTFont(path)
    kept: dict[str, int] = {}
    for code, glyph in font.getBestCmap().items():
        if glyph not in kept or rank(code) < rank(kept[glyph]):
            kept[glyph] = code
    dropped = set()
    for table in font["cmap"].tables:
        if not table.isUnicode():
            continue
        for code, glyph in list(table.cmap.items()):
            if kept.get(glyph, code) != code:
                del table.cmap[code]
                dropped.add(code)
    font.flavor = "woff2"
    font.save(path)
    print(path, "code points dropped:", len(dropped))


for argument in sys.argv[1:]:
    clean(argument)
