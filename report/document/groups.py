"""How many groups an exhibit shows, where its segmentations have more: "4 von 16 Gruppen, alle: Anhang"."""

from __future__ import annotations

from collections.abc import Iterator

from report.briefing.model import Briefing, Exhibit
from report.briefing.model.prose import Fact, FactKind, Prose, fixed, joined, told
from report.kinds import Shape


def groups_shown(exhibit: Exhibit, briefing: Briefing) -> Iterator[Prose]:
    """That an exhibit of groups leaves some out, if it does."""
    if exhibit.shape is not Shape.GROUPS:
        return
    table, shown = briefing.tables.table(exhibit.question), [column for column in exhibit.columns if column.segment]
    segments = {column.segment for column in shown}
    banners = [banner for banner in table.segments if banner.segment and banner.segment.id in segments]
    every = sum(len(table.published(banner)) for banner in banners)
    if len(shown) < every:
        counted = {
            "shown": Fact(FactKind.COUNT, str(len(shown)), "groups shown"),
            "all": Fact(FactKind.COUNT, str(every), "groups with figures"),
        }
        words = briefing.language.words
        yield joined([told(words.groups_shown, **counted), fixed(words.all_in_appendix)], ", ")
