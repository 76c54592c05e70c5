"""Whether letters stand out from what lies under them: 4.5 to 1, large ones 3 to 1 (WCAG 2.2, 1.4.3).

Where the ground or the colour is not known (pictures, gradients, transparency, colours of printers, and letters that
lie on several areas) nothing is said.
"""

from __future__ import annotations

from collections.abc import Iterator

from report.checks.access.contrast import LEAST, LEAST_OF_LARGE
from report.checks.pdf.rule import Found, Rule
from report.checks.pdf.text import letters
from report.diagnostics import shortened
from report.pdfs.model import Pdf, Shown
from report.presentations.colours import contrast

LARGE, LARGE_IN_BOLD = 18.0, 14.0
"""Points; letters of exactly this size are large."""


def _contrast(pdf: Pdf) -> Iterator[Found]:
    told: set[tuple[int, str]] = set()
    for shown in pdf.shown:
        message = _too_weak(shown)
        if message and (shown.page, message) not in told:
            told.add((shown.page, message))
            yield Found(message, shown.page)


def _too_weak(shown: Shown) -> str | None:
    if shown.colour is None or shown.ground is None or not letters(shown.text):
        return None
    ratio = contrast(shown.colour, shown.ground)
    is_large = round(shown.size, 1) >= (LARGE_IN_BOLD if shown.font.is_bold else LARGE)
    least = LEAST_OF_LARGE if is_large else LEAST
    if round(ratio, 2) >= least:
        return None
    on = f"{shown.colour} on {shown.ground}"
    return f'"{shortened(shown.text)}" is {on}, a contrast of {ratio:.2f} to 1, less than {least:g}'


RULES = (Rule("pdf-contrast", _contrast, "choose a darker or lighter colour for the text, or another ground"),)
