"""Adds what repeats on every page: the running foot, and on a draft the stamp that says so."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from report.briefing.model.prose import FactKind
from report.diagnostics import Diagnostic
from report.document.model import Document, RunningFoot
from report.summary.blocks.stamp import place_stamp, stamp_width
from report.summary.blocks.typesetter import PageTypesetter
from report.summary.model import Item, Page, PlacedLine
from report.typesetting.faults import TypesettingFault, counted
from report.units import Pt

FEWEST_CHARACTERS = 12
"""Of a short title; where fewer fit, it is not the title that is too long."""


def place_feet(pages: Sequence[Sequence[Item]], document: Document, typesetter: PageTypesetter) -> tuple[Page, ...]:
    """The pages with foot and stamp, once their number is known."""
    foot = document.foot
    _check_width(foot, typesetter, len(pages))
    return tuple(
        Page(number, (*items, *_foot(foot, typesetter, number, len(pages)), *_draft(document, typesetter, number)))
        for number, items in enumerate(pages, start=1)
    )


def _foot(running: RunningFoot, typesetter: PageTypesetter, number: int, pages: int) -> tuple[PlacedLine, ...]:
    measures, role = typesetter.page, typesetter.paper.source
    left, foot = measures.grid.left, measures.foot
    strong = replace(role, style=role.strong)
    numbers = {FactKind.PAGE: str(number), FactKind.PAGES: str(pages)}
    title = typesetter.one_line(running.title, strong)
    origin = typesetter.one_line(running.origin, role)
    page = typesetter.one_line(running.page.settled(lambda late: numbers[late.kind]), role)
    return (
        PlacedLine(None, left, foot.baseline, title),
        PlacedLine(None, left + title.width + foot.gap, foot.baseline, origin),
        PlacedLine(None, measures.right - page.width, foot.baseline, page),
    )


def _check_width(foot: RunningFoot, typesetter: PageTypesetter, pages: int) -> None:
    """Tell of a short title, or of a publisher, with which the foot does not fit on its line."""
    title, origin, page = (part.line for part in _foot(foot, typesetter, pages, pages))
    room = typesetter.page.measure - 2 * typesetter.page.foot.gap - origin.width - page.width
    if title.width > room:
        typesetter.faults.append(_too_wide(foot, typesetter, room))


def _too_wide(foot: RunningFoot, typesetter: PageTypesetter, room: Pt) -> Diagnostic:
    text, style = foot.title.text, typesetter.paper.source.strong
    fitting = sum(typesetter.fonts.width(text[: end + 1], style) <= room for end in range(len(text)))
    if fitting < FEWEST_CHARACTERS:
        message = "the publisher leaves no room for the short title in the foot of the summary's pages"
        return Diagnostic(TypesettingFault.TEXT_TOO_LONG, message, foot.origin.place(foot.title.location))
    excess = counted(len(text) - fitting, "character")
    message = f"the short title is {excess} too long for the foot of the summary's pages"
    return Diagnostic(
        TypesettingFault.TEXT_TOO_LONG, message, foot.title.location, hint=f"about {fitting} characters fit"
    )


def _draft(document: Document, typesetter: PageTypesetter, number: int) -> list[Item]:
    if not document.draft:
        return []
    page, role = typesetter.page, (typesetter.cover if number == 1 else typesetter.paper).stamp
    lines = [typesetter.one_line(document.draft.text, role)]
    left = page.right - stamp_width(lines, page.stamp)
    return place_stamp(None, lines, role, page.stamp, left=left, first=page.foot.draft)
