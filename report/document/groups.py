"""How many groups an exhibit shows, where its segmentations have more: "4 von 16 Gruppen, alle: Anhang".

And those that have no figures at all: "nicht veröffentlicht: Bremen".
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from report.briefing.model import Briefing, Exhibit
from report.briefing.model.prose import Fact, FactKind, Prose, fixed, joined, told
from report.briefing.model.terms import column_label, in_row
from report.kinds import Shape
from report.tables.model import Column

MOST_NAMED = 3
"""Groups without figures up to which a note names them; of more it counts them."""


def groups_shown(exhibit: Exhibit, briefing: Briefing) -> Iterator[Prose]:
    """That an exhibit of groups leaves some out, if it does, and of which groups nothing was published."""
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
    hidden = [column for banner in banners for column in banner.columns if column not in table.published(banner)]
    if hidden:
        yield _not_published(hidden, briefing)


def _not_published(hidden: Sequence[Column], briefing: Briefing) -> Prose:
    """The groups of which nothing came out, by name where these are few."""
    words = briefing.language.words
    if len(hidden) > MOST_NAMED:
        return told(words.groups_not_published, n=Fact(FactKind.COUNT, str(len(hidden)), "groups without figures"))
    names = in_row([column_label(column, briefing.language) for column in hidden], briefing.language)
    return joined([fixed(words.not_published), names], ": ")
