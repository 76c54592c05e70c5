"""Sets notes that consist of parts: where a line ends between two of them, no sign is left hanging there.

Thema: Ziele des Einsatzes; Fragewortlaut nicht veröffentlicht · Mehrfachnennungen
Basis: Unternehmen, n = 430 · Quelle: Bitkom Research, Juni 2016
"""

from __future__ import annotations

from collections.abc import Sequence

from report.briefing.model.prose import Prose, joined
from report.text.model import Style
from report.typesetting.places import Place
from report.typesetting.typesetter import Typesetter


def parted(parts: Sequence[Prose], between: str, style: Style, place: Place, typesetter: Typesetter) -> Prose:
    """The parts as one text, with `between` where two of them share a line and a line break where they do not.

    between: the sign with its blanks, " · ". Parts stay whole where that takes no further line.
    """
    known = dict[str, list[str]]()

    def lines(text: Prose) -> list[str]:
        if text.text not in known:
            known[text.text] = [line.text.strip() for line in typesetter.broken(text, style, place)]
        return known[text.text]

    def set_parts(*, whole: bool) -> Prose:
        text = Prose(())
        for part in parts:
            beside = joined([text, part], between) if text.runs else part
            below = joined([text, part], "\n") if text.runs else part
            is_divided = whole and len(lines(beside)) > len(lines(text)) and len(lines(below)) <= len(lines(beside))
            text = below if is_divided or _hangs(lines(beside), between.strip()) else beside
        return text

    one_line = joined(parts, between)
    if len(lines(one_line)) <= 1:
        return one_line
    return min(set_parts(whole=True), set_parts(whole=False), key=lambda text: len(lines(text)))


def _hangs(lines: Sequence[str], sign: str) -> bool:
    """Whether a line begins or ends with the sign."""
    return any(line.startswith(sign) or line.endswith(sign) for line in lines)
