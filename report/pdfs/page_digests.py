"""Pages in few characters: the same for those that show the same."""

from __future__ import annotations

import hashlib

from report.pdfs.model import Painted, Pdf, Shown


def page_digests(pdf: Pdf) -> tuple[str, ...]:
    """The digest of every page: its letters with their places, sizes and colours, and what is painted."""
    told = [hashlib.sha256() for _ in range(pdf.n_pages)]
    seen: tuple[Shown | Painted, ...] = (*pdf.shown, *pdf.painted)
    for each in seen:
        told[each.page - 1].update(repr(_looks(each)).encode("utf-8"))
    return tuple(each.hexdigest() for each in told)


def _looks(each: Shown | Painted) -> tuple[object, ...]:
    if isinstance(each, Painted):
        return each.box, each.key, each.is_picture
    return each.text, each.box, each.size, each.font.name.rpartition("+")[2], each.colour, each.ground
