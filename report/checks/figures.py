"""Whether a deck still says what it was built to say: charts what their workbooks hold, texts the figures of the data.

Texts may be reworded. What was built stands in tags of the shapes; of a deck that was not built here nothing is asked.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from difflib import SequenceMatcher
from math import isclose

from lxml import etree

from report.checks.rule import Found, Rule
from report.diagnostics import Severity, shortened
from report.frozen import frozen
from report.ooxml.elements import NAMESPACES, qualified
from report.presentations.bindings import BoundText, bound_texts
from report.presentations.deck import CHART, Deck, whole_number
from report.presentations.fingerprinting import paragraph_text
from report.presentations.shapes import each_shape, name_of, table_of
from report.presentations.workbooks import Content, names_of, workbook_of

REFERENCES = tuple(qualified(name) for name in ("c:numRef", "c:strRef", "c15:datalabelsRange"))
CLOSE = 1e-9
"""Relative: what a program rounds where it writes a number anew."""
NUMBER = re.compile(r"\d+(?:[.,\u00a0\u202f]\d{3})*(?:[.,]\d+)?")
"""A number with its groups of thousands and decimals, in either language."""


# -------------------------------------------------------------------------------------------------------------- charts


def _chart_cache(deck: Deck) -> Iterator[Found]:
    for part in deck.package.of_type(CHART):
        books = (workbook_of(deck.package.blobs[name]) for name in deck.package.targets(part, "package"))
        book = next(books, None)
        for reference in deck.tree(part).iter(*REFERENCES) if book else ():
            formula = _formula(reference)
            held, names = book.cells(formula) if book else None, names_of(formula)
            unlike = list(_unlike(reference, names, held)) if names is not None and held is not None else []
            if unlike:
                name, shown, content = unlike[0]
                more = f", and {len(unlike) - 1} more of {formula}" if len(unlike) > 1 else ""
                yield Found(f'it shows "{shown}", where cell {name} of its workbook {_told(content)}{more}', part)


def _formula(reference: etree._Element) -> str:
    return reference.findtext("c:f", "", NAMESPACES) or reference.findtext("c15:f", "", NAMESPACES)


def _unlike(
    reference: etree._Element, names: Sequence[str], held: Mapping[str, Content]
) -> Iterator[tuple[str, str, Content | None]]:
    """The cells that hold something else than the chart keeps of them, with both."""
    for point in reference.iterfind("*/c:pt", NAMESPACES):
        number, shown = whole_number(point, "idx", -1), point.findtext("c:v", "", NAMESPACES)
        if 0 <= number < len(names) and shown and not _is_alike(shown, held.get(names[number])):
            yield names[number], shortened(shown), held.get(names[number])


def _is_alike(shown: str, content: Content | None) -> bool:
    """Whether a chart keeps what a cell holds; a number that stands as a text is written as its format says."""
    if isinstance(content, str):
        return " ".join(shown.split()) == " ".join(content.split())
    try:
        return content is not None and isclose(float(shown), content, rel_tol=CLOSE, abs_tol=CLOSE)
    except ValueError:
        return content is not None


def _told(content: Content | None) -> str:
    if content is None:
        return "is empty"
    return f'holds "{shortened(content)}"' if isinstance(content, str) else f"holds {content:.15g}"


# --------------------------------------------------------------------------------------------------------------- texts


@frozen
class _Change:
    """A text that no longer says what was built: both, and the numbers that are new in it."""

    built: str
    says: str
    numbers: tuple[str, ...]


def _figure_changed(deck: Deck) -> Iterator[Found]:
    for part, shape, change in _changes(deck):
        if change.numbers:
            built = " ".join(change.built.split())
            numbers = " and ".join(f'"{number}"' for number in change.numbers)
            message = f'"{shortened(change.says)}" has {numbers}, which the data did not give: built was "{built}"'
            yield Found(message, part, name_of(shape))


def _text_reworded(deck: Deck) -> Iterator[Found]:
    for part, shape, change in _changes(deck):
        if not change.numbers:
            message = (
                f'"{shortened(change.built)}" was reworded since it was built: its figures are not checked any more'
            )
            yield Found(message, part, name_of(shape))


def _changes(deck: Deck) -> Iterator[tuple[str, etree._Element, _Change]]:
    for part, shape in each_shape(deck):
        bound = bound_texts(deck.package, part, shape)
        table = table_of(shape)
        if bound and table is not None:
            yield from ((part, shape, change) for change in _of_table(bound, table))
        elif bound and (body := shape.find("p:txBody", NAMESPACES)) is not None:
            yield from ((part, shape, change) for change in _of_text(bound, body))


def _of_text(bound: Sequence[BoundText], body: etree._Element) -> Iterator[_Change]:
    """The change of a text, of all its paragraphs that were bound to figures together."""
    says = [paragraph_text(paragraph) for paragraph in body.iterfind("a:p", NAMESPACES)]
    left = Counter(says) - Counter(text.text for text in bound)
    lost = [text.text for text in bound if text.cells and text.text not in says]
    if lost:
        now, built = " ".join(text for text in says if text in left), " ".join(lost)
        numbers = Counter(_numbers(now)) - Counter(_numbers(" ".join(text.text for text in bound)))
        yield _Change(built, now, tuple(numbers))


def _of_table(bound: Sequence[BoundText], table: etree._Element) -> Iterator[_Change]:
    """The cells whose figure became another one; rows and columns that are no longer there are none."""
    cells = table.iterfind("a:tr/a:tc", NAMESPACES)
    says = ["\n".join(map(paragraph_text, cell.iterfind("a:txBody/a:p", NAMESPACES))) for cell in cells]
    built = [text.text for text in bound]
    for kind, start, end, first, last in SequenceMatcher(None, built, says, autojunk=False).get_opcodes():
        if kind != "replace":
            continue
        now = [text for text in says[first:last] if _numbers(text)]
        for text in built[start:end]:
            other = next((each for each in now if _form(each) == _form(text)), None)
            if other is not None:
                yield _Change(text, other, tuple(_numbers(other)))


def _numbers(text: str) -> list[str]:
    return NUMBER.findall(text)


def _form(text: str) -> str:
    """What is left of a text without its digits."""
    return NUMBER.sub("#", text)


SEE = "see which is right; what the data say is built anew from survey.yaml"

RULES = (
    Rule("chart-cache", _chart_cache, "edit the chart's data once in PowerPoint, and see which of both is right"),
    Rule("figure-changed", _figure_changed, SEE),
    Rule("text-reworded", _text_reworded, "read its figures against the data", Severity.WARNING),
)
