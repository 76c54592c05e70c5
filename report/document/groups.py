"""How many groups an exhibit shows, where its segmentations have more: "4 von 16 Gruppen, alle: Anhang".

And those that have no figures at all: "nicht veröffentlicht: Bremen"; so have answers of which none of its columns has.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from report.briefing.model import Briefing, Exhibit
from report.briefing.model.missing import missing_words
from report.briefing.model.prose import Fact, FactKind, Prose, fixed, joined, told
from report.briefing.model.terms import answer_label, column_label, in_row
from report.charts.model import Chart, ChartRow
from report.kinds import BARS, GROUPED, Shape
from report.language.model import Language
from report.tables.model import CellState, Column

MOST_NAMED = 3
"""Groups or answers without figures up to which a note names them; of more it counts them."""


def groups_shown(
    exhibit: Exhibit, briefing: Briefing, *, is_picture: bool = False, is_counted: bool = False
) -> Iterator[Prose]:
    """That an exhibit of groups leaves some out, if it does, and of which groups nothing was published.

    is_picture: it stands by itself, and has no appendix. is_counted: how many it shows is said beside it.
    """
    if exhibit.shape is not Shape.GROUPS:
        return
    table, shown = briefing.tables.table(exhibit.question), [column for column in exhibit.columns if column.segment]
    segments = {column.segment for column in shown}
    banners = [banner for banner in table.segments if banner.segment and banner.segment.id in segments]
    every = sum(len(table.published(banner)) for banner in banners)
    if len(shown) < every and not is_counted:
        counted = {
            "shown": Fact(FactKind.COUNT, str(len(shown)), "groups shown"),
            "all": Fact(FactKind.COUNT, str(every), "groups with figures"),
        }
        words = briefing.language.words
        where = () if is_picture else (fixed(words.all_in_appendix),)
        yield joined([told(words.groups_shown, **counted), *where], ", ")
    hidden = [column for banner in banners for column in banner.columns if column not in table.published(banner)]
    if hidden:
        yield _not_published(hidden, briefing)


def answers_left_out(exhibit: Exhibit, chart: Chart, briefing: Briefing) -> Iterator[Prose]:
    """Which answers an exhibit of several columns leaves out, since none of these has a figure of them."""
    if exhibit.shape not in (Shape.GROUPS, Shape.WAVES) or chart.lies_across:
        return
    question, table = briefing.survey.question(exhibit.question), briefing.tables.table(exhibit.question)
    shown, language = {row.id for row in chart.rows}, briefing.language
    hidden = [
        question.answer_or_net(answer)
        for answer in exhibit.answers
        if answer not in shown
        and any(table.cell(answer, column).state is CellState.NOT_PUBLISHED for column in exhibit.columns)
    ]
    if hidden:
        words = language.words
        phrase = words.unpublished_of_groups if exhibit.shape is Shape.GROUPS else words.unpublished_of_waves
        yield told(phrase, answers=_named([answer_label(answer, language) for answer in hidden], language))


def ticks_left_out(chart: Chart, language: Language) -> Iterator[Prose]:
    """Which rows of bars are held against nothing, since it was not published of them, or not asked."""
    if chart.kind not in (BARS.word, GROUPED.word):
        return
    words = language.words
    rows_by_reason = dict[str, list[ChartRow]]()
    for row in chart.rows:
        if (
            row.reference
            and row.reference.cell.share is None
            and any(value and value.cell.share for value in row.values)
        ):
            rows_by_reason.setdefault(missing_words(row.reference.cell, words), []).append(row)
    for reason, rows in rows_by_reason.items():
        answers = _named([row.wording for row in rows], language)
        yield told(words.without_tick, reason=fixed(reason), answers=answers)


def _named(answers: Sequence[Prose], language: Language) -> Prose:
    """Answers without figures by name, where these are few."""
    if len(answers) <= MOST_NAMED:
        return in_row(answers, language)
    return told(language.words.n_answers, n=Fact(FactKind.COUNT, str(len(answers)), "answers without figures"))


def _not_published(hidden: Sequence[Column], briefing: Briefing) -> Prose:
    """The groups of which nothing came out, by name where these are few."""
    words = briefing.language.words
    if len(hidden) > MOST_NAMED:
        return told(words.groups_not_published, n=Fact(FactKind.COUNT, str(len(hidden)), "groups without figures"))
    names = in_row([column_label(column, briefing.language) for column in hidden], briefing.language)
    return joined([fixed(words.not_published), names], ": ")
