"""A text object that can be part of several elements, such as a line with a link in it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Literal

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas
from reportlab.pdfgen.textobject import PDFTextObject

from report.tagged_pdf.structure import TaggingError

Direction = Literal["LTR", "RTL"] | None

ARTIFACT = "/Artifact <</Type/Layout>> BDC"
"""The operator that begins decoration (ISO 32000-1, 14.8.2.2)."""
DRAWN_AS_SPACE = "\N{NO-BREAK SPACE}"
"""ReportLab does so whatever the font has."""


class Glyphs:
    """Which characters fonts can show in a file for archives; each is looked up once."""

    def __init__(self) -> None:
        self._known: dict[str, set[str]] = {}

    def check(self, text: str, font: str) -> None:
        """Raises TaggingError for a font that is not embedded, or has not every character: PDF/A allows neither."""
        known = self._known.setdefault(font, set())
        if not known.issuperset(text):
            self._look_up(text, font)
            known.update(text)

    def _look_up(self, text: str, name: str) -> None:
        font = pdfmetrics.getFont(name)
        if not isinstance(font, TTFont):
            raise TaggingError(f'the font "{name}" is not embedded: register a TrueType font, and set that')
        glyphs = font.face.charToGlyph
        if missing := [char for char in text if ord(char) not in glyphs and char != DRAWN_AS_SPACE]:
            named = ", ".join(f'"{char}" (U+{ord(char):04X})' for char in dict.fromkeys(missing))
            raise TaggingError(f'the font "{name}" has no {named}')


class TaggedText(PDFTextObject):
    """Text that is tagged as a whole by the canvas, or part by part in here.

    opening: gives the operator that begins the content of an element. glyphs: what can be shown. is_tagged: whether
    parts of it are. untagged: what is shown outside of these.
    """

    _code: list[str]
    _fontname: str

    def __init__(
        self,
        canvas: Canvas,
        opening: Callable[[str], str],
        glyphs: Glyphs,
        *,
        x: float,
        y: float,
        direction: Direction = None,
    ) -> None:
        super().__init__(canvas, x, y, direction)
        self._opening, self._glyphs = opening, glyphs
        self.is_tagged, self.untagged = False, ""
        self._is_open = False

    @contextmanager
    def tagged(self, key: str) -> Iterator[None]:
        """What is shown within belongs to the element with this key."""
        if self._is_open:
            raise TaggingError(f'the text of "{key}" begins within that of another element')
        yield from self._marked(self._opening(key))

    @contextmanager
    def artifact(self) -> Iterator[None]:
        """What is shown within is decoration, or repeats what is read elsewhere."""
        if self._is_open:
            raise TaggingError("an artifact begins within the text of an element")
        yield from self._marked(ARTIFACT)

    def _marked(self, opening: str) -> Iterator[None]:
        self._code.append(opening)
        self.is_tagged = self._is_open = True
        yield
        self._is_open = False
        self._code.append("EMC")

    def _formatText(self, text: str) -> str:  # noqa: N802 - all that shows text in ReportLab goes through here
        self._glyphs.check(text, self._fontname)
        if not self._is_open:
            self.untagged += text
        shown: str = super()._formatText(text)  # type: ignore[misc]  # not in the stub
        return shown
