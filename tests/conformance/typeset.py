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
#set page(header: [Social media in science, page #context counter(page).display()])
#show link: set text(fill: rgb("#0B6E99"))
= Half have a team of their own
Of all 101 universities, 49 % have a team for social media#footnote[In part or in full].
The shares stand in #link(<shares>)[the table].
== What they want to reach
- More reach
- A better image
#image(bytes(`<svg xmlns="http://www.w3.org/2000/svg" width="330" height="60"><rect width="330" height="24"
  fill="#0B6E99"/><rect y="32" width="200" height="24" fill="#AEB7C6"/></svg>`.text),
  alt: "Two bars: reach 66 per cent, image 40 per cent.")
=== The shares <shares>
#table(columns: 2, table.header[Goal][Share], [Reach], [66 %], [Image], [40 %])
== Where it comes from
The figures are those of #link("https://example.org/study")[the study of 2016].
"""
"""One page with what a summary has: headings, a list, a drawing, a table, a note, a link; and a running head."""


def write(
    file: Path, source: str = SMALL, *, standards: tuple[Standard, ...] = BOTH, timestamp: int | None = 0
) -> Path:
    """The PDF of a source in Typst's language, in our faces alone. timestamp: None for that of the clock."""
    fonts = typst.Fonts(include_system_fonts=False, font_paths=[CHECKOUT / "assets/fonts"])
    file.write_bytes(typst.compile(source.encode(), font_paths=fonts, pdf_standards=[*standards], timestamp=timestamp))
    return file
