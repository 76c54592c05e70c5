"""PDFs that another typesetter makes: Typst, which claims PDF/UA-1 and PDF/A-2a and is judged to keep both.

They are what our own rules are held against: a rule that calls one of them wrong would be a habit of ours.
"""

from pathlib import Path
from typing import Literal

import typst

from tests.conftest import CHECKOUT

Standard = Literal["ua-1", "a-2a"]
BOTH: tuple[Standard, ...] = ("ua-1", "a-2a")

SMALL = """
#set document(title: "Social media in science", author: "Befund")
#set text(lang: "en", font: "Carlito", size: 11pt)
#show link: set text(fill: rgb("#0B6E99"))
= Half have a team of their own
Of all 101 universities, 49 % have a team for social media.
== What they want to reach
- More reach
- A better image
#table(columns: 2, table.header[Goal][Share], [Reach], [66 %], [Image], [40 %])
#figure(rect(width: 66mm, height: 8mm, fill: rgb("#0B6E99")), alt: "Reach stands at 66 per cent, image at 40 per cent.")
== Where it comes from
The figures are those of #link("https://example.org/study")[the study of 2016].
"""
"""One page with what a summary has: headings, a list, a table, a drawing, a link."""


def write(file: Path, source: str = SMALL, *, standards: tuple[Standard, ...] = BOTH) -> Path:
    """The PDF of a source in Typst's language, in our faces alone."""
    fonts = typst.Fonts(include_system_fonts=False, font_paths=[CHECKOUT / "assets/fonts"])
    file.write_bytes(typst.compile(source.encode(), font_paths=fonts, pdf_standards=[*standards], timestamp=0))
    return file
