"""A PDF without what is set apart from its text: decoration, and what stands in charts.

What is left of it on the pages must be the words of the document, neither more nor less.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pikepdf

APART = ("/Artifact", "/Figure")
SHOWING = ("Tj", "TJ", "'", '"')
"""The operators that show text (ISO 32000-1, 9.4.3)."""


def without_it(source: Path, target: Path) -> Path:
    """The file without the texts of artifacts and figures, everything else where it was."""
    with pikepdf.open(source) as pdf:
        for page in pdf.pages:
            page.Contents = pdf.make_stream(pikepdf.unparse_content_stream([*_left(page)]))
        pdf.save(target)
    return target


def _left(page: pikepdf.Page) -> Iterator[pikepdf.ContentStreamInstruction | pikepdf.ContentStreamInlineImage]:
    around = list[str]()  # the tags that a place lies in
    for each in pikepdf.parse_content_stream(page):
        operator = str(each.operator)
        if operator in ("BDC", "BMC"):
            around.append(str(each.operands[0]))
        elif operator == "EMC":
            around.pop()
        if operator not in SHOWING or not any(tag in APART for tag in around):
            yield each
