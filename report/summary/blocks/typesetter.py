"""Breaks the texts of a summary into lines and keeps account of those that are too long for their place."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from math import ceil

from report.briefing.model import BigFigure
from report.briefing.model.prose import Prose
from report.diagnostics import Diagnostic, Location, shortened
from report.drawing.model import Drawing
from report.formats.page_kinds import PageFormat
from report.language.model import Language
from report.summary.blocks.piece import SLACK
from report.summary.faults import SummaryFault
from report.summary.typography import TypeRole, Typography
from report.text.breaking import break_lines
from report.text.fonts import Fonts
from report.text.measuring import one_line
from report.text.model import Face, Line, Span, Style
from report.theme.model import Theme
from report.units import Color, Pt

SMALLER = (1.0, 0.85, 0.7)
"""Shares of the size that a large figure may shrink to; at the last one "100,000 %" fits everywhere."""


class Typesetter:
    """Sets texts in one language, with one set of fonts, in the type of a format on a theme's two grounds.

    `cover` is the type on the block of the title, `paper` that of everything else. `faults` grows with every text that
    does not fit; `drawings` are the exhibits, by their nodes.
    """

    def __init__(
        self, fonts: Fonts, language: Language, theme: Theme, page: PageFormat, drawings: Mapping[str, Drawing]
    ) -> None:
        self.fonts = fonts
        self.language = language
        self.drawings = drawings
        self.page = page
        self.paper = Typography(theme.paper, page.roles)
        self.cover = Typography(theme.ground(page.title_page.ground), page.roles)
        self.faults: list[Diagnostic] = []

    def lines(self, text: Prose, role: TypeRole, width: Pt, *, what: str, most: int | None = None) -> tuple[Line, ...]:
        """The text in balanced lines; more than `most` of them, or one wider than `width`, is a fault.

        what: the name of the text in messages ("headline").
        """
        return self.checked(self.balanced(self._spans(text, role), width), text, role, width, what=what, most=most)

    def running(
        self, text: Prose, role: TypeRole, width: Pt, *, what: str, most: int | None = None
    ) -> tuple[Line, ...]:
        """The text as running text, hyphenated; faults as in `lines`."""
        lines = break_lines(self._spans(text, role), width, self.fonts, self.language, balanced=False, hyphenate=True)
        return self.checked(lines, text, role, width, what=what, most=most)

    def _spans(self, text: Prose, role: TypeRole) -> tuple[Span, ...]:
        spans = text.spans(role.style, role.strong)
        if not role.in_capitals:
            return spans
        return tuple(replace(span, text=self.fonts.capitals(span.text)) for span in spans)

    def balanced(self, spans: tuple[Span, ...], width: Pt) -> tuple[Line, ...]:
        """Spans in balanced lines, unchecked."""
        return break_lines(spans, width, self.fonts, self.language, balanced=True)

    def checked(
        self, lines: tuple[Line, ...], text: Prose, role: TypeRole, width: Pt, *, what: str, most: int | None = None
    ) -> tuple[Line, ...]:
        """The lines that `text` was broken into, after telling what is wrong with them; `most` of them at the most."""
        if most is not None and len(lines) > most:
            full = break_lines(self._spans(text, role), width, self.fonts, self.language, balanced=False)
            self.faults.append(_too_many_lines(full, most, what, text.place()))
        too_wide = [line for line in lines if line.width > width + SLACK]
        self.faults += [_too_wide(line, width, what, text.place()) for line in too_wide]
        return lines[:most]

    def one_line(self, text: Prose, role: TypeRole) -> Line:
        """A text on a single line, however wide."""
        return one_line(self._spans(text, role), self.fonts)

    def figure(self, figure: BigFigure, size: Pt, color: Color, width: Pt) -> Line:
        """A number set large, with the smaller sign that belongs to it; with decimals as large as `width` allows."""
        lines = [self._figure(figure, size * share, color) for share in SMALLER]
        return next((line for line in lines if line.width <= width), lines[-1])

    def _figure(self, figure: BigFigure, size: Pt, color: Color) -> Line:
        number = figure.number
        big = Style(Face.BOLD, size, color)
        small = replace(big, size=max(self.page.roles.unit_share * size, self.page.roles.floor))
        spans = (
            Span(number.digits, big, (str(figure.cell.id),)),
            Span(number.gap + number.unit, small),
        )
        return one_line(spans, self.fonts)

    def check_height(self, height: Pt, name: str, at: Location | Prose | None) -> None:
        """Tell of a block that is taller than a page, at its place or that of its longest text."""
        room = self.page.room
        if height > room + SLACK:
            location = at.place() if isinstance(at, Prose) else at
            self.faults.append(
                Diagnostic(
                    SummaryFault.BLOCK_TOO_TALL,
                    f"{name} is {height:.0f} pt high in the summary, where a page has room for {room:.0f} pt",
                    location,
                    hint="show fewer answers, or shorten its texts",
                )
            )

    def tell_no_room(self, what: str, excess: Pt, pitch: Pt, location: Location | None) -> None:
        """Tell of texts that end `excess` points below the page."""
        over = _count(ceil(excess / pitch), "line")
        message = f"the {what} are {over} too long for a page of the summary"
        self.faults.append(Diagnostic(SummaryFault.TEXT_TOO_LONG, message, location))


def _too_many_lines(lines: tuple[Line, ...], most: int, what: str, location: Location | None) -> Diagnostic:
    """How much is too much, counted on lines that are filled to the brim: what stands after the last that fits."""
    kept, over = lines[:most], lines[most:]
    excess = _count(len(" ".join(line.text for line in over)), "character")
    return Diagnostic(
        SummaryFault.TEXT_TOO_LONG,
        f"the {what} is {excess} or {_count(len(over), 'line')} too long for its place in the summary",
        location,
        notes=(f"there is room for {_count(most, 'line')}",),
        hint=f"about {len(' '.join(line.text for line in kept))} characters fit",
    )


def _too_wide(line: Line, width: Pt, what: str, location: Location | None) -> Diagnostic:
    return Diagnostic(
        SummaryFault.TEXT_TOO_LONG,
        f'"{shortened(line.text)}" in the {what} is {line.width - width:.0f} pt wider than its place in the summary',
        location,
        hint="choose a shorter word, or show by soft hyphens where it may be divided",
    )


def _count(number: int, noun: str) -> str:
    return f"one {noun}" if number == 1 else f"{number} {noun}s"
