"""Fits texts into their places: the wanted size first, then the smaller ones, then a named fault.

A `Typesetter` lives for the placing of one output. It always gives lines, and collects what did not fit, so that one
run tells all texts that are too long.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from report.briefing.model.prose import Late, Prose
from report.diagnostics import Diagnostic, Location, Severity
from report.formats.grid import TypeSize
from report.language.model import Language
from report.text.balance import end_cost, last_line_cost, parting_cost, raggedness
from report.text.breaking import MOST_BALANCED_LINES, SLACK, break_lines
from report.text.flowing import MOST_FLOW, filled_layouts, flow_window
from report.text.fonts import Fonts
from report.text.measuring import one_line, unevenness
from report.text.model import Line, Span, Style, unbroken
from report.typesetting.faults import OutputWords, TooLong, too_many_lines, too_wide, uneven
from report.typesetting.places import Breaking, Fitted, Place
from report.units import Pt

MOST_UNEVENNESS = 0.15
"""How far the lines of a headline may be from their mean width, as a share of it, before its author is told: from there
on a reader sees it."""

EVENING_STEPS = 16
"""Measures tried between the lines' mean width and the whole measure."""


class Typesetter:
    """Breaks and measures texts in one language, and keeps the faults, told in the words of an output.

    flows: the programs that show the output break its lines; those are chosen that they make by themselves.
    """

    def __init__(self, fonts: Fonts, language: Language, words: OutputWords, *, flows: bool = False) -> None:
        self.fonts = fonts
        self.language = language
        self.words = words
        self.flows = flows
        self.faults: list[Diagnostic] = []
        self._kept: dict[tuple[str, Location | None], TooLong] = {}
        self._known: dict[tuple[tuple[Span, ...], Pt, Breaking, int | None], tuple[Line, ...]] = {}

    def trial(self) -> Typesetter:
        """One to try a placing with: it knows the same lines, and keeps faults of its own."""
        trial = Typesetter(self.fonts, self.language, self.words, flows=self.flows)
        trial._known = self._known
        return trial

    def in_fonts(self, fonts: Fonts) -> Typesetter:
        """One for texts in other fonts; it keeps its faults with those of this one."""
        other = Typesetter(fonts, self.language, self.words, flows=self.flows)
        other.faults, other._kept = self.faults, self._kept
        return other

    @property
    def has_errors(self) -> bool:
        """Whether any text so far did not fit."""
        return bool(self.errors)

    @property
    def errors(self) -> list[Diagnostic]:
        """Of the texts so far that did not fit."""
        return [fault for fault in self.faults if fault.severity is Severity.ERROR]

    def fit(self, text: Prose, style: Style, *places: Place, strong: Style | None = None) -> Fitted:
        """The text in the first place that holds it, at the largest size; if none does, faults are kept.

        What has no room is cut off then. The sizes of `style` and `strong` do not matter. Figures and strong words
        stand in `strong` (default: bold).
        """
        for place in places:
            for wanted in place.sizes:
                spans = text.spans(style.sized(wanted.size), strong.sized(wanted.size) if strong else None)
                lines = self._broken(spans, place)
                if not _is_over(lines, place) and not _too_wide(lines, place):
                    return Fitted(lines, wanted, place.width)
        self._tell(text, spans, place)
        return Fitted(lines[: place.most], wanted, place.width, is_cut=True)

    def line(self, text: Prose, style: Style, *, what: str, width: Pt, location: Location | None = None) -> Line:
        """The text on one line at the size of `style`; a fault is kept if it is wider than that."""
        fitted = self.fit(text, style, Place(what, width, (TypeSize(style.size, style.size),), 1, location))
        return fitted.lines[0] if len(fitted.lines) == 1 else one_line(text.spans(style), self.fonts)

    def capitals(self, text: Prose, style: Style, *, what: str, width: Pt, location: Location | None = None) -> Line:
        """The text as it is written on one line, as wide as its capitals are."""
        shown = self.line(self.in_capitals(text), style, what=what, width=width, location=location)
        return Line(text.spans(style), shown.width)

    def in_capitals(self, text: Prose) -> Prose:
        """The text with capitals for its letters, its runs what they were."""
        runs = (run if isinstance(run, Late) else replace(run, text=self.fonts.capitals(run.text)) for run in text.runs)
        return replace(text, runs=tuple(runs))

    def width(self, text: str, style: Style) -> Pt:
        """The width of a text on one line."""
        return self.fonts.width(text, style)

    def note_unevenness(self, text: Prose, fitted: Fitted) -> None:
        """Keep a warning if the two lines of an author's headline are far from equally long."""
        if text.location is None or len(fitted.lines) != 2 or fitted.is_cut:
            return
        if unevenness(fitted.lines) > MOST_UNEVENNESS:
            self.faults.append(uneven(fitted, text.location, self.words))

    def broken(self, text: Prose, style: Style, place: Place, *, strong: Style | None = None) -> tuple[Line, ...]:
        """The text in lines at the size of `style`, however many and wide they are."""
        return self._broken(text.spans(style, strong), place)

    def _tell(self, text: Prose, spans: tuple[Span, ...], place: Place) -> None:
        """Every word that is too wide; where none is, how much is too long."""
        location = text.place(place.location)
        lines = break_lines(spans, place.width, self.fonts, self.language, balanced=False)
        words = [too_wide(line, place, location, self.words) for line in _too_wide(lines, place)]
        if not _is_over(lines, place):  # they fit to the brim, and not surely
            lines = self._broken(spans, place)
        for found in words or [too_many_lines(lines, place, text, location, self.words)]:
            self._keep(found)

    def _keep(self, found: TooLong) -> None:
        """Keeps a fault; of a text that is too long for several places of a kind the one with the largest excess."""
        before = self._kept.get(found.subject)
        if before and before.excess >= found.excess and found.fault.location:
            return
        self._kept[found.subject] = found
        if before and found.fault.location:
            self.faults[self.faults.index(before.fault)] = found.fault
        else:
            self.faults.append(found.fault)

    def _broken(self, spans: tuple[Span, ...], place: Place) -> tuple[Line, ...]:
        """The lines; those of a text that stood in such a place before are known."""
        key = spans, place.width, place.breaking, place.most
        if key not in self._known:
            self._known[key] = self._newly_broken(spans, place)
        return self._known[key]

    def _newly_broken(self, spans: tuple[Span, ...], place: Place) -> tuple[Line, ...]:
        breaking = place.breaking
        if self.flows and breaking is not Breaking.HYPHENATED:
            return self._flowing(spans, place)
        lines = break_lines(
            spans,
            place.width,
            self.fonts,
            self.language,
            balanced=breaking.is_balanced,
            hyphenate=breaking is Breaking.HYPHENATED,
            ends_full=breaking is Breaking.HYPHENATED and not self.flows,
        )
        is_long = len(lines) > MOST_BALANCED_LINES and not _is_over(lines, place)
        return self._evened(spans, lines, place.width) if breaking is Breaking.EVEN and is_long else lines

    def _flowing(self, spans: tuple[Span, ...], place: Place) -> tuple[Line, ...]:
        """The best of the layouts that a program is sure to make by itself.

        The best is the fullest of a text that is to be filled, else the one of least cost. Where none of fewest lines
        is sure, there are as many as a program could make at the most.
        """
        fitting = _flowing_layouts(spans, place.width, self.fonts, _Setting(self.language, spans))
        if not fitting:
            return ()
        return (
            min(fitting, key=lambda lines: self._cost(lines, place.width)) if place.breaking.is_balanced else fitting[0]
        )

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
        halves = ((lines[:end], lines[end:], "" if lines[end - 1].is_joined else " ") for end in range(1, len(lines)))
        parted = sum(parting_cost(unbroken(one), blank + unbroken(two), self.language) for one, two, blank in halves)
        last = last_line_cost(lines[-1].text, lines[-1].width, width)
        return raggedness([line.width for line in lines]) + ends + parted + last


class _Setting:
    """What else decides the lines of spans: the language, of which there is one of each and which has no hash, and the
    roles of their colours, which lines keep and by which colours are not told apart.
    """

    def __init__(self, language: Language, spans: tuple[Span, ...]) -> None:
        self.language = language
        self._key = id(language), tuple(span.style.color.role for span in spans)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Setting) and other._key == self._key

    def __hash__(self) -> int:
        return hash(self._key)


@lru_cache(maxsize=1024)
def _flowing_layouts(
    spans: tuple[Span, ...], width: Pt, fonts: Fonts, setting: _Setting
) -> tuple[tuple[Line, ...], ...]:
    """The layouts that a program is sure to make by itself; where none is, those of fewest lines.

    Kept, because a process that builds again breaks few texts that it has not broken before.
    """
    for measure in (width, width * MOST_FLOW):
        layouts = tuple(filled_layouts(spans, measure, fonts, setting.language))
        found = tuple(lines for lines in layouts if flow_window(lines, width))
        if found:
            return found
    return layouts


def _is_over(lines: Sequence[Line], place: Place) -> bool:
    return place.most is not None and len(lines) > place.most


def _too_wide(lines: Sequence[Line], place: Place) -> list[Line]:
    return [line for line in lines if line.width > place.width + SLACK]
