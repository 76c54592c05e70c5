"""What is told of a text that does not fit, in the words of the output it stands in."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum

from report.briefing.model.prose import Prose
from report.diagnostics import Diagnostic, Location, Severity, shortened
from report.frozen import frozen
from report.text.model import Line
from report.typesetting.places import Fitted, Place


class TypesettingFault(StrEnum):
    """Ids of the diagnostics of this package."""

    TEXT_TOO_LONG = "text-too-long"
    UNEVEN_HEADLINE = "uneven-headline"


@frozen(kw_only=True)
class OutputWords:
    """How messages speak of an output. place: what a text is too long for; beside: what a word is wider than.

    here: where a headline stands. room: the note that counts the lines there is room for, with `{lines}` and `{size}`,
    the smallest.
    """

    place: str
    beside: str
    here: str
    room: str


@frozen
class TooLong:
    """A text that does not fit. subject: what it is and where it comes from; excess: characters, of a word points."""

    subject: tuple[str, Location | None]
    excess: float
    fault: Diagnostic


def too_many_lines(
    lines: Sequence[Line], place: Place, text: Prose, location: Location | None, words: OutputWords
) -> TooLong:
    """How much is too much: what stands after the last line that fits, once all are filled to the brim.

    Where the program has put the text together, the author finds it nowhere: then it is shown, and which part of it is
    to be shortened.
    """
    most = len(lines) if place.most is None else place.most
    kept, over = lines[:most], lines[most:]
    characters = len(" ".join(line.text for line in over))
    excess = f"{counted(characters, 'character')} or {counted(len(over), 'line')}"
    room = words.room.format(lines=counted(most, "line"), size=f"{place.sizes[-1].size:.3g}")
    whole, fitting = (_as_one(part) for part in (lines, kept))
    is_composed = text.location is None and len(text.runs) > 1
    reads = (f'it reads "{whole}"',) if is_composed else ()
    fit = f"about {len(fitting)} {f'of its {len(whole)} characters' if is_composed else 'characters'} fit"
    longest = text.longest_words(location) if is_composed else None
    less = counted(characters, "character")
    part = f' "{shortened(longest.text)}"' if longest and len(longest.text) > characters else ""
    fault = Diagnostic(
        TypesettingFault.TEXT_TOO_LONG,
        f"the {place.what} is {excess} too long for {words.place}",
        location,
        notes=(room, *reads),
        hint=f"{fit}: shorten{part or ' its parts'} by about {less}" if is_composed else fit,
    )
    return TooLong((place.kind or place.what, location), characters, fault)


def _as_one(lines: Sequence[Line]) -> str:
    """The characters of lines; where a text that was put together has a break, its parts are told apart."""
    parts = [(line.text, "\n" if line.is_forced else " ") for line in lines]
    return "".join(text + end for text, end in parts).rstrip().replace("\n", " · ")


def too_wide(line: Line, place: Place, location: Location | None, words: OutputWords) -> TooLong:
    """A word that is wider than its place, alone on its line."""
    excess = line.width - place.width
    fault = Diagnostic(
        TypesettingFault.TEXT_TOO_LONG,
        f'"{shortened(line.text)}" in the {place.what} is {excess:.0f} pt wider than {words.beside}',
        location,
        hint="choose a shorter word, or show by soft hyphens where it may be divided",
    )
    return TooLong((f"{place.what}: {line.text}", location), excess, fault)


def uneven(headline: Fitted, location: Location, words: OutputWords) -> Diagnostic:
    """A headline whose two lines are far from equally long."""
    first, second = (line.text for line in headline.lines)
    return Diagnostic(
        TypesettingFault.UNEVEN_HEADLINE,
        f"the two lines of the headline {words.here} are not about equally long",
        location,
        notes=(f'"{first}"', f'"{second}"'),
        hint="other words may let them break more evenly",
        severity=Severity.WARNING,
    )


def counted(number: int, noun: str) -> str:
    """A number with its noun: "one line", "3 lines"."""
    return f"one {noun}" if number == 1 else f"{number} {noun}s"
