"""Fits texts into their places on a slide: the wanted size first, then the smaller ones, then a named fault.

A `Typesetter` lives for the placing of one deck. It always gives lines, and collects what did not fit, so that one run
tells all texts that are too long.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from report.briefing.model.prose import Prose, fixed
from report.deck.faults import DeckFault
from report.deck.model import PlacedParagraph
from report.diagnostics import Diagnostic, Location, Severity, shortened
from report.formats.grid import TypeSize
from report.language.model import Language
from report.text.balance import end_cost, last_line_cost, raggedness
from report.text.breaking import MOST_BALANCED_LINES, SLACK, break_lines
from report.text.fonts import Fonts
from report.text.measuring import one_line, unevenness
from report.text.model import Line, Span, Style
from report.units import Pt

MOST_UNEVENNESS = 0.10
"""How far the lines of a headline may be from their mean width, as a share of it."""

EVENING_STEPS = 16
"""Measures tried between the lines' mean width and the whole measure."""


@dataclass(frozen=True, slots=True)
class Place:
    """What a text has to fit into. what: its name in a fault ("headline"); most: lines that there is room for.

    sizes: those it may be set in, the wanted one first. location: where the text comes from, if it does not say.
    is_balanced: whether its lines become equally long, or each as full as it can be.
    """

    what: str
    width: Pt
    sizes: Sequence[TypeSize]
    most: int
    location: Location | None = None
    is_balanced: bool = True


@dataclass(frozen=True, slots=True)
class Fitted:
    """A text in lines, and the type that it took. is_cut: it is too long, and lines that have no room are left out."""

    lines: tuple[Line, ...]
    type: TypeSize
    is_cut: bool = False

    @property
    def height(self) -> Pt:
        """Lines times pitch."""
        return len(self.lines) * self.type.pitch

    def paragraph(self, *, space_before: Pt = 0.0, hang: Pt = 0.0) -> PlacedParagraph:
        """The lines as a paragraph at their pitch."""
        return PlacedParagraph(self.lines, self.type.pitch, space_before, hang)


@dataclass(frozen=True, slots=True)
class _TooLong:
    """A text that does not fit. subject: what it is and where it comes from; excess: characters, of a word points."""

    subject: tuple[str, Location | None]
    excess: float
    fault: Diagnostic


class Typesetter:
    """Breaks and measures texts in one language, and keeps the faults."""

    def __init__(self, fonts: Fonts, language: Language) -> None:
        self.fonts = fonts
        self.language = language
        self.faults: list[Diagnostic] = []
        self._kept: dict[tuple[str, Location | None], _TooLong] = {}

    def fit(self, text: Prose, style: Style, place: Place, *, strong: Style | None = None) -> Fitted:
        """The text in balanced lines at the largest size that fits; if none does, a fault is kept and the rest cut off.

        The sizes of `style` and `strong` do not matter. Figures and strong words stand in `strong` (default: bold).
        """
        for wanted in place.sizes:
            spans = text.spans(style.sized(wanted.size), strong.sized(wanted.size) if strong else None)
            fitted = Fitted(self._broken(spans, place), wanted)
            if len(fitted.lines) <= place.most and not _too_wide(fitted.lines, place.width):
                return fitted
        self._keep(self._too_long(text, spans, place))
        return Fitted(fitted.lines[: place.most], fitted.type, is_cut=True)

    def _keep(self, found: _TooLong) -> None:
        """Keeps a fault; of a text that is too long for several places of a kind the one with the largest excess."""
        before = self._kept.get(found.subject)
        if before and before.excess >= found.excess and found.fault.location:
            return
        if before and found.fault.location:
            self.faults.remove(before.fault)
        self._kept[found.subject] = found
        self.faults.append(found.fault)

    @property
    def has_errors(self) -> bool:
        """Whether any text so far did not fit."""
        return any(fault.severity is Severity.ERROR for fault in self.faults)

    def note_unevenness(self, text: Prose, fitted: Fitted) -> None:
        """Keep a warning if the two lines of an author's headline are far from equally long."""
        if text.location is None or len(fitted.lines) != 2 or fitted.is_cut:
            return
        if unevenness(fitted.lines) > MOST_UNEVENNESS:
            self.faults.append(_uneven(text, fitted))

    def line(self, text: Prose, style: Style, *, what: str, width: Pt, location: Location | None = None) -> Line:
        """The text on one line at the size of `style`; a fault is kept if it is wider than that."""
        fitted = self.fit(text, style, Place(what, width, (TypeSize(style.size, style.size),), 1, location))
        return fitted.lines[0] if len(fitted.lines) == 1 else one_line(text.spans(style), self.fonts)

    def capitals(self, text: Prose, style: Style, *, what: str, width: Pt, location: Location | None = None) -> Line:
        """The text on one line, as wide as its capitals are."""
        capitals, place = fixed(self.fonts.capitals(text.text)), text.place(location)
        shown = self.line(capitals, style, what=what, width=width, location=place)
        return Line(text.spans(style), shown.width)

    def width(self, text: str, style: Style) -> Pt:
        """The width of a text on one line."""
        return self.fonts.width(text, style)

    def _broken(self, spans: tuple[Span, ...], place: Place) -> tuple[Line, ...]:
        lines = break_lines(spans, place.width, self.fonts, self.language, balanced=place.is_balanced)
        is_long = MOST_BALANCED_LINES < len(lines) <= place.most
        return self._evened(spans, lines, place.width) if place.is_balanced and is_long else lines

    def _evened(self, spans: tuple[Span, ...], lines: tuple[Line, ...], width: Pt) -> tuple[Line, ...]:
        """A text of more lines than `break_lines` balances: the best of those that narrower measures give.

        None has more lines or divides a word; without this the last line may hold a single word.
        """
        narrowest = sum(line.width for line in lines) / len(lines)
        steps = (narrowest + (width - narrowest) * step / EVENING_STEPS for step in range(EVENING_STEPS))
        narrower = [break_lines(spans, measure, self.fonts, self.language, balanced=False) for measure in steps]
        fitting = [found for found in narrower if len(found) <= len(lines) and not any(x.is_divided for x in found)]
        return min([lines, *fitting], key=lambda found: self._cost(found, width))

    def _cost(self, lines: tuple[Line, ...], width: Pt) -> float:
        ends = sum(end_cost(line.text, self.language) for line in lines[:-1])
        return (
            raggedness([line.width for line in lines]) + ends + last_line_cost(lines[-1].text, lines[-1].width, width)
        )

    def _too_long(self, text: Prose, spans: tuple[Span, ...], place: Place) -> _TooLong:
        location = text.place(place.location)
        lines = break_lines(spans, place.width, self.fonts, self.language, balanced=False)
        if wide := _too_wide(lines, place.width):
            return _word_fault(wide[0], place, location)
        return _length_fault(lines, place, location)


def _too_wide(lines: tuple[Line, ...], width: Pt) -> list[Line]:
    return [line for line in lines if line.width > width + SLACK]


def _length_fault(lines: tuple[Line, ...], place: Place, location: Location | None) -> _TooLong:
    """How much is too much, counted on lines that are filled to the brim: what stands after the last that fits."""
    kept, over = lines[: place.most], lines[place.most :]
    characters = len(" ".join(line.text for line in over))
    fault = Diagnostic(
        DeckFault.TEXT_TOO_LONG,
        f"the {place.what} is {_count(characters, 'character')} or {_count(len(over), 'line')} too long for its slide",
        location,
        notes=(f"there is room for {_count(place.most, 'line')} of {place.sizes[-1].size:g} pt at the smallest",),
        hint=f"about {len(' '.join(line.text for line in kept))} characters fit",
    )
    return _TooLong((place.what, location), characters, fault)


def _word_fault(line: Line, place: Place, location: Location | None) -> _TooLong:
    excess = line.width - place.width
    fault = Diagnostic(
        DeckFault.TEXT_TOO_LONG,
        f'"{shortened(line.text)}" in the {place.what} is {excess:.0f} pt wider than its place on the slide',
        location,
        hint="choose a shorter word, or show by soft hyphens where it may be divided",
    )
    return _TooLong((f"{place.what}: {line.text}", location), excess, fault)


def _uneven(text: Prose, fitted: Fitted) -> Diagnostic:
    first, second = (line.text for line in fitted.lines)
    return Diagnostic(
        DeckFault.UNEVEN_HEADLINE,
        "the two lines of the headline on its slide are not about equally long",
        text.location,
        notes=(f'"{first}"', f'"{second}"'),
        hint="other words may let them break more evenly",
        severity=Severity.WARNING,
    )


def _count(number: int, noun: str) -> str:
    return f"one {noun}" if number == 1 else f"{number} {noun}s"
