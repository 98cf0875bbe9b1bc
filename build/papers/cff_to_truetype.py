"""Turns an OpenType font with CFF outlines into one with TrueType outlines, in WOFF2.

    python3 build/papers/cff_to_truetype.py FandolFang-Regular.otf resources/fonts/FandolFang-Regular.woff2

Needs fontTools and brotli. Curves are kept to within a thousandth of an em. Chromium writes Chinese CFF fonts into
a PDF as dozens of Type 3 fonts, TrueType ones as a single font.
"""

import sys

from fontTools.pens.cu2quPen import Cu2QuPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTFont, newTable

MAXP_ONE = ("maxZones",)
MAXP_ZERO = (
    "maxTwilightPoints maxStorage maxFunctionDefs maxInstructionDefs maxStackElements maxSizeOfInstructions "
    "maxPoints maxContours maxCompositePoints maxCompositeContours maxComponentElements maxComponentDepth"
).split()


def convert(source: str, target: str) -> None:
    font = TTFont(source)
    glyphs = font.getGlyphSet()
    outlines = {}
    for name in font.getGlyphOrder():
        pen = TTGlyphPen(glyphs)
        glyphs[name].draw(Cu2QuPen(pen, font["head"].unitsPerEm / 1000, reverse_direction=True))
        outlines[name] = pen.glyph()
    font["loca"] = newTable("loca")
    font["glyf"] = glyf = newTable("glyf")
    glyf.glyphOrder = font.getGlyphOrder()
    glyf.glyphs = outlines
    for tag in ("CFF ", "VORG"):
        if tag in font:
            del font[tag]
    maxp = font["maxp"]
    maxp.tableVersion = 0x00010000
    for name in MAXP_ONE:
        setattr(maxp, name, 1)
    for name in MAXP_ZERO:
        setattr(maxp, name, 0)
    post = font["post"]
    post.formatType = 3.0
    font["head"].glyphDataFormat = 0
    font.sfntVersion = "\000\001\000\000"
    font.flavor = "woff2"
    font.save(target)


convert(*sys.argv[1:3])
