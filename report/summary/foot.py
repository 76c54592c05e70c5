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


def place_feet(pages: Sequence[Sequence[Item]], document: Document, typesetter: PageTypesetter) -> tuple[Page, ...]:
    """The pages with foot and stamp, once their number is known."""
    foot = document.foot
    if _excess(foot, typesetter, len(pages)) > 0:
        foot = replace(foot, origin=foot.date)
    if (excess := _excess(foot, typesetter, len(pages))) > 0:
        typesetter.faults.append(_too_wide(foot, typesetter, excess))
    return tuple(
        _page(items, _foot(foot, typesetter, number, len(pages)), _draft(document, typesetter, number), number)
        for number, items in enumerate(pages, start=1)
    )


def _page(items: Sequence[Item], foot: Sequence[Item], draft: Sequence[Item], number: int) -> Page:
    """That it is a draft is told on the first page, and repeats on the others."""
    return Page(number, (*items, *draft), (*foot,)) if number == 1 else Page(number, (*items,), (*foot, *draft))


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


def _excess(foot: RunningFoot, typesetter: PageTypesetter, pages: int) -> Pt:
    """By how much the foot is wider than its line."""
    lines = (part.line for part in _foot(foot, typesetter, pages, pages))
    return sum(line.width for line in lines) + 2 * typesetter.page.foot.gap - typesetter.page.measure


def _too_wide(foot: RunningFoot, typesetter: PageTypesetter, excess: Pt) -> Diagnostic:
    text, style = foot.title.text, typesetter.paper.source.strong
    room = typesetter.fonts.width(text, style) - excess
    fitting = sum(typesetter.fonts.width(text[: end + 1], style) <= room for end in range(len(text)))
    over = counted(len(text) - fitting, "character")
    message = f"the short title is {over} too long for the foot of the summary's pages"
    hint = f"about {fitting} characters fit; without `short_title` it is the title that stands there"
    return Diagnostic(TypesettingFault.TEXT_TOO_LONG, message, foot.title.location, hint=hint)


def _draft(document: Document, typesetter: PageTypesetter, number: int) -> list[Item]:
    if not document.draft:
        return []
    page, role = typesetter.page, (typesetter.cover if number == 1 else typesetter.paper).stamp
    lines = [typesetter.one_line(document.draft.text, role)]
    left = page.right - stamp_width(lines, page.stamp)
    node = document.draft.id if number == 1 else None
    return place_stamp(node, lines, role, page.stamp, left=left, first=page.foot.draft)
