"""A PDF's pages and fonts: two readers agree on the pages, none is empty, every font is embedded, no text is lost.

Poppler leaves out what lies wholly beyond the edge of a page, pypdf does not look at places at all: text that only
pypdf finds has left its page.
"""

import unicodedata
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from pypdf import PdfReader

from tests.conformance import programs
from tests.conformance.fault import Fault
from tests.conformance.render import count_pages
from tests.conformance.words import Page


def faults(pdf: Path, pages: list[Page]) -> list[Fault]:
    """What is wrong with the PDF whose words are on `pages`."""
    reader = PdfReader(pdf)
    counted = {"pypdf": len(reader.pages), "poppler": count_pages(pdf), "its words": len(pages)}
    if len(set(counted.values())) > 1 or not pages:
        return [Fault(pdf, "page-count", "", f"the readers count different pages, or none: {counted}")]
    found = [Fault(pdf, "font-not-embedded", "", f'"{font}" is not in the file') for font in _foreign_fonts(pdf)]
    for page, other in zip(pages, reader.pages, strict=True):
        place = f"page {page.number}"
        if not page.words:
            found.append(Fault(pdf, "page-empty", place, "it holds no word"))
        lost = _letters(other.extract_text()) - _letters("".join(word.text for word in page.words))
        if lost:
            letters = "".join(sorted(lost.elements()))
            found.append(Fault(pdf, "text-outside-page", place, f'the letters "{letters}" lie beyond its edges'))
    return found


def _letters(text: str) -> Counter[str]:
    # What no page shows (spaces, soft hyphens, control characters) is read differently by different readers.
    return Counter(c for c in unicodedata.normalize("NFKC", text) if c.isprintable() and c != " ")


def _foreign_fonts(pdf: Path) -> Iterator[str]:
    """Names of the fonts that are used and not embedded, from the table that pdffonts prints.

    name                                 type              encoding         emb sub uni object ID
    ------------------------------------ ----------------- ---------------- --- --- --- ---------
    AAAAAA+Carlito                       TrueType          WinAnsi          yes yes yes      7  0
    """
    _, *rows = programs.run(["pdffonts", pdf]).splitlines() or [""]
    for row in rows[1:]:
        # A name may hold spaces or be longer than its column; the last five words of a row never vary in number.
        *name, is_embedded, _subset, _unicode, _object, _generation = row.split()
        if is_embedded != "yes":
            yield " ".join(name)
