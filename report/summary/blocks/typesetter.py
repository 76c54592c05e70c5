"""Breaks the texts of a summary into lines and keeps account of those that are too long for their place."""

from __future__ import annotations

from dataclasses import replace
from math import ceil

from report.briefing.model import BigFigure, Prose
from report.diagnostics import Diagnostic, Location
from report.language.model import Language
from report.summary.grid import FLOOR, ROOM, SLACK, UNIT_SHARE, TypeRole, Typography
from report.summary.tree import prose
from report.text.breaking import break_lines
from report.text.fonts import Fonts
from report.text.measuring import one_line
from report.text.model import Face, Line, Span, Style
from report.theme.model import Theme
from report.units import Color, Pt


class Typesetter:
    """Sets texts in one language, with one set of fonts, in the type of a theme's two grounds.

    `faults` grows with every text that does not fit.
    """

    def __init__(self, fonts: Fonts, language: Language, theme: Theme) -> None:
        self.fonts = fonts
        self.language = language
        self.paper = Typography(theme.paper)
        self.ink = Typography(theme.ink)
        self.faults: list[Diagnostic] = []

    def lines(self, text: Prose, role: TypeRole, width: Pt, *, what: str, most: int | None = None) -> tuple[Line, ...]:
        """The text in balanced lines; more than `most` of them, or one wider than `width`, is a fault.

        what: the name of the text in messages ("headline").
        """
        return self.checked(self.balanced(_spans(text, role), width), text.location, width, what=what, most=most)

    def running(
        self, text: Prose, role: TypeRole, width: Pt, *, what: str, most: int | None = None
    ) -> tuple[Line, ...]:
        """The text as running text, hyphenated; faults as in `lines`."""
        lines = break_lines(_spans(text, role), width, self.fonts, self.language, balanced=False, hyphenate=True)
        return self.checked(lines, text.location, width, what=what, most=most)

    def balanced(self, spans: tuple[Span, ...], width: Pt) -> tuple[Line, ...]:
        """Spans in balanced lines, unchecked."""
        return break_lines(spans, width, self.fonts, self.language, balanced=True)

    def checked(
        self, lines: tuple[Line, ...], location: Location | None, width: Pt, *, what: str, most: int | None = None
    ) -> tuple[Line, ...]:
        """The lines themselves, after telling what is wrong with them."""
        if most is not None and len(lines) > most:
            self.faults.append(_too_many_lines(lines, most, what, location))
        self.faults += [_too_wide(line, width, what, location) for line in lines if line.width > width + SLACK]
        return lines

    def one_line(self, text: str, role: TypeRole) -> Line:
        """A text on a single line, however wide."""
        return one_line(_spans(prose(text), role), self.fonts)

    def figure(self, figure: BigFigure, size: Pt, color: Color) -> Line:
        """A number set large, with the smaller sign that belongs to it."""
        number = figure.number
        big = Style(Face.BOLD, size, color)
        small = replace(big, size=max(UNIT_SHARE * size, FLOOR))
        spans = (
            Span(number.digits, big, (str(figure.cell.id),)),
            Span(number.gap + number.unit, small),
        )
        return one_line(spans, self.fonts)

    def check_height(self, height: Pt, name: str, location: Location | None) -> None:
        """Tell of a block that is taller than a page."""
        if height > ROOM + SLACK:
            self.faults.append(
                Diagnostic(
                    "block-too-tall",
                    f"{name} is {height:.0f} pt high in the summary, where a page has room for {ROOM:.0f} pt",
                    location,
                    hint="show fewer answers, or shorten its texts",
                )
            )

    def tell_no_room(self, what: str, excess: Pt, pitch: Pt, location: Location | None) -> None:
        """Tell of texts that end `excess` points below the page."""
        lines = ceil(excess / pitch)
        self.faults.append(
            Diagnostic(
                "text-too-long",
                f"the {what} end {excess:.0f} pt below the page of the summary",
                location,
                hint=f"shorten them by at least {lines} {'line' if lines == 1 else 'lines'}",
            )
        )


def _spans(text: Prose, role: TypeRole) -> tuple[Span, ...]:
    spans = text.spans(role.style, role.strong)
    return tuple(replace(span, text=span.text.upper()) for span in spans) if role.in_capitals else spans


def _too_many_lines(lines: tuple[Line, ...], most: int, what: str, location: Location | None) -> Diagnostic:
    excess = sum(len(line.text) for line in lines[most:]) + len(lines) - most - 1
    return Diagnostic(
        "text-too-long",
        f"the {what} takes {len(lines)} lines in the summary, where {most} fit",
        location,
        notes=(f'"{lines[most].text}" and what follows it has no room',) if location is None else (),
        hint=f"shorten it by about {excess} characters",
    )


def _too_wide(line: Line, width: Pt, what: str, location: Location | None) -> Diagnostic:
    return Diagnostic(
        "text-too-long",
        f'"{line.text}" in the {what} is {line.width - width:.0f} pt wider than its place in the summary',
        location,
        hint="write a soft hyphen (U+00AD) where the word may be divided, or choose a shorter one",
    )
