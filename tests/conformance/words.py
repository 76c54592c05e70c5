"""Where the words of a PDF stand, as poppler reads them, and whether each lies on its page.

Words come in the order in which they were painted: for a drawn deck that is the order of its shapes, which is what lets
`overflow` tell whose word each is.
"""

from dataclasses import dataclass
from pathlib import Path

from lxml import etree

from tests.conformance import programs
from tests.conformance.fault import Fault

TOLERANCE = 0.5
"""Points by which a word may leave its page: rounding of coordinates, nothing an eye would see."""

XHTML = "{http://www.w3.org/1999/xhtml}"


@dataclass(frozen=True)
class Word:
    """A word of a page: its text and its box in points, y down, from the font's ascent to its descent."""

    text: str
    left: float
    top: float
    right: float
    bottom: float

    @property
    def air(self) -> float:
        """Points between the box and the letters, above and below: they fill about the middle 60 % of it."""
        return 0.2 * (self.bottom - self.top)


@dataclass(frozen=True)
class Page:
    """The words of one page, in the order of painting."""

    number: int
    width: float
    height: float
    words: tuple[Word, ...]


def read(pdf: Path) -> list[Page]:
    """The pages of a PDF with their words."""
    printed = programs.run(["pdftotext", "-raw", "-bbox", pdf, "-"])
    # Poppler copies control characters of the text as they are; XML has none of them.
    clean = "".join(c for c in printed if c >= " " or c in "\n\t")
    root = etree.fromstring(clean.encode(), etree.XMLParser(resolve_entities=False, no_network=True))
    return [
        Page(number, float(page.get("width", "0")), float(page.get("height", "0")), tuple(map(_word, page)))
        for number, page in enumerate(root.iter(f"{XHTML}page"), start=1)
    ]


def _word(element: etree._Element) -> Word:
    left, top, right, bottom = (float(element.get(side, "nan")) for side in ("xMin", "yMin", "xMax", "yMax"))
    return Word(element.text or "", left, top, right, bottom)


def faults(file: Path, pages: list[Page]) -> list[Fault]:
    """Each word that crosses an edge of its page.

    Poppler drops letters that lie wholly outside: what is left of such a word still touches the edge, and a word that
    is gone altogether is missed by `overflow` in a deck and by `pdf_pages` in a PDF.
    """
    return [
        Fault(file, "word-outside-page", f"page {page.number}", f'"{word.text}" crosses the edge of the page')
        for page in pages
        for word in page.words
        if not _lies_on(page, word)
    ]


def _lies_on(page: Page, word: Word) -> bool:
    return (
        word.left >= -TOLERANCE
        and word.right <= page.width + TOLERANCE
        and word.top + word.air >= -TOLERANCE
        and word.bottom - word.air <= page.height + TOLERANCE
    )
