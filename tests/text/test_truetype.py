"""The numbers that are read from a font are those that fontTools reads."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO
from typing import Any

import pytest
from fontTools.subset import Subsetter
from fontTools.ttLib import TTFont
from fontTools.ttLib.tables._c_m_a_p import CmapSubtable

from report.text.truetype import TrueType
from tests.conftest import CHECKOUT

SHIPPED = sorted((CHECKOUT / "assets" / "fonts").glob("*.ttf"))


def changed(change: Callable[[Any], None]) -> bytes:
    """The bytes of a font that ships, changed."""
    written = BytesIO()
    with TTFont(CHECKOUT / "assets" / "fonts" / "LiberationSans-Regular.ttf", recalcTimestamp=False) as font:
        change(font)
        font.save(written)
    return written.getvalue()


def with_few_glyphs(font: Any) -> None:
    """So few that their places are written in pairs of bytes."""
    subsetter = Subsetter()
    subsetter.populate(text="1HgÄ€ -")
    subsetter.subset(font)


def with_one_advance(font: Any) -> None:
    """Of all glyphs, as in a typewriter's face: it is written once."""
    font["hmtx"].metrics = {name: (1229, bearing) for name, (_, bearing) in font["hmtx"].metrics.items()}


def with_characters_beyond_the_first_plane(font: Any) -> None:
    """In another format than the others."""
    table = CmapSubtable.newSubtable(12)
    table.platformID, table.platEncID, table.language = 3, 10, 0
    table.cmap = {**font.getBestCmap(), 0x1D400: "A"}
    font["cmap"].tables.append(table)


def with_scattered_glyphs(font: Any) -> None:
    """Of neighbouring characters, so that they are listed, and characters that have none between them."""
    for table in font["cmap"].tables:
        codes = [code for code in table.cmap if code % 5]
        table.cmap = dict(zip(codes, reversed([table.cmap[code] for code in codes]), strict=True))


def that_is_old(font: Any) -> None:
    """From before fonts said how high their capitals are."""
    font["OS/2"].version = 1


CHANGES = (
    *(with_few_glyphs, with_one_advance, with_characters_beyond_the_first_plane),
    *(with_scattered_glyphs, that_is_old),
)
WAYS = [file.read_bytes for file in SHIPPED] + [lambda change=change: changed(change) for change in CHANGES]


@pytest.mark.parametrize("made", WAYS, ids=[*(file.stem for file in SHIPPED), *(each.__name__ for each in CHANGES)])
def test_numbers_are_those_that_fonttools_reads(made: Callable[[], bytes]) -> None:
    content = made()
    ours, theirs = TrueType(content), TTFont(BytesIO(content))
    names, advances = theirs.getBestCmap(), theirs["hmtx"].metrics

    assert ours.glyphs == {code: theirs.getGlyphID(name) for code, name in names.items()}
    assert ours.advances == [advances[name][0] for name in theirs.getGlyphOrder()]
    assert [ours.height(char) for char in "1HgÄ"] == [theirs["glyf"][names[ord(char)]].yMax for char in "1HgÄ"]
    assert ours.cap_height == getattr(theirs["OS/2"], "sCapHeight", 0)
    assert (ours.units_per_em, ours.ascent, ours.descent) == (
        *(theirs["head"].unitsPerEm, theirs["hhea"].ascent),
        theirs["hhea"].descent,
    )


@pytest.mark.parametrize("start", [b"OTTO", b"wOFF", b"ttcf"])
def test_what_does_not_begin_as_a_font_of_truetype_outlines_is_refused(start: bytes) -> None:
    with pytest.raises(ValueError, match="not as one of TrueType outlines"):
        TrueType(start + SHIPPED[0].read_bytes()[4:])
