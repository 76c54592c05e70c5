"""The tables of a question: every published share, its waves first, beside them or further down its segmentations."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from report.briefing.model import Briefing
from report.briefing.model.prose import Prose, fixed, joined, told, worded
from report.briefing.model.terms import answer_label, column_label, in_row, mode_name
from report.document.bases import asked_alone
from report.document.breaks import reason_of
from report.document.footnotes import Footnotes
from report.document.model.nodes import Output, Paragraph, continued
from report.document.model.tables import ColumnGroup, Remark, Table, TableCell, TableNote, TableRow, concerns
from report.document.rows import NOT_COMPARABLE, Part, has_base_row, rows_of, shown_by, untold_n
from report.document.sources import changed_mode
from report.survey.model import Break, Question
from report.tables.model import Banner, Column, TableBreak
from report.tables.model import Table as Shares

LONGEST_LIST = 300
"""Characters of the labels of answers that are named below a table."""


def tables_of(briefing: Briefing, footnotes: Footnotes) -> Iterator[Table]:
    """The tables of every question: its waves, and every segmentation, if something of them was published."""
    subjects = subjects_of(briefing)
    for question in briefing.survey.questions:
        for part in _parts(question, subjects[question.id], briefing):
            if part.published:
                yield _table(part, footnotes)


def subjects_of(briefing: Briefing) -> dict[str, Prose]:
    """What each question is called: its topic; its words where others share that, and behind it in a battery.

    Exhibits of a battery may have room for the topics of its statements alone. Words that begin with the topic do not
    stand behind it.
    """
    questions = briefing.survey.questions
    n_of_topic = Counter(question.topic.text(briefing.language.code) for question in questions)
    n_of_scale = Counter(question.scale for question in questions)
    return {
        question.id: _subject(
            worded(question.topic, briefing.language),
            worded(question.label, briefing.language),
            is_shared=n_of_topic[question.topic.text(briefing.language.code)] > 1,
            is_of_battery=bool(question.scale) and n_of_scale[question.scale] > 1,
        )
        for question in questions
    }


def _subject(topic: Prose, label: Prose, *, is_shared: bool, is_of_battery: bool) -> Prose:
    if is_shared:
        return label
    if not is_of_battery:
        return topic
    begins_with_topic = label.text.casefold().startswith(topic.text.casefold())
    return label if begins_with_topic else told("{topic}: {label}", topic=topic, label=label)


def _parts(question: Question, title: Prose, briefing: Briefing) -> Iterator[Part]:
    """The question by its banners, of which those stand in one table that show much the same rows."""
    id, table = f"appendix/{question.id}", briefing.tables.table(question.id)
    published = {column.id for banner in table.banners for column in table.published(banner)}
    of_waves = Banner(tuple(each for each in table.waves.columns if each.id in published or each.id == table.total))
    of_segments = (replace(banner, columns=table.published(banner)) for banner in table.segments)
    for banners in _together([of_waves, *(banner for banner in of_segments if banner.columns)], table):
        first, columns = banners[0].segment, [column for banner in banners for column in banner.columns]
        name = title
        if first and len(banners) == 1:
            name = joined([title, worded(first.label, briefing.language)], ": ")
        yield Part(
            briefing,
            question,
            f"{id}/segment/{first.id}" if first else id,
            name,
            banners,
            tuple(column for column in columns if column.id in published),
        )


def _together(banners: Sequence[Banner], table: Shares) -> list[tuple[Banner, ...]]:
    """Neighbours of which each shows at least half of the rows of all; else few cells would have a share."""
    groups: list[tuple[Banner, ...]] = []
    shown = [set(shown_by(banner.columns, table)) for banner in banners]
    rows: list[set[str]] = []
    for banner, of_banner in zip(banners, shown, strict=True):
        if groups and all(2 * len(each) >= len(set.union(*rows, of_banner)) for each in (*rows, of_banner)):
            groups[-1], rows = (*groups[-1], banner), [*rows, of_banner]
        else:
            groups, rows = [*groups, (banner,)], [of_banner]
    return groups


def _table(part: Part, footnotes: Footnotes) -> Table:
    id, language = part.id, part.briefing.language
    columns, breaks = tuple(column.id for column in part.columns), part.shares.broken(part.columns)
    marks = footnotes.marks(_question_remarks(part), part.shown_on_pages)
    mode, waves = mode_name(part.question.type, language), [column.id.wave for column in part.columns]
    modes = changed_mode(part.question, list(dict.fromkeys(waves)), part.briefing) or mode
    head = TableRow(
        f"{id}/head",
        TableCell(f"{id}/head/mode", modes, marks=marks),
        (),
        tuple(
            TableCell(f"{id}/head/{column.id}", column_label(column, language), output=part.shown_in(column))
            for column in part.columns
        ),
    )
    return Table(
        id,
        question=part.question.id,
        location=part.question.location,
        columns=columns,
        title=_title(part),
        mode=mode,
        in_other_mode=tuple(each for each in columns if changed_mode(part.question, [each.wave], part.briefing)),
        caption=Paragraph(
            f"{id}/caption",
            part.title,
            continued(f"{id}/caption", part.title, language.words),
            output=Output.SUMMARY,
        ),
        groups=tuple(_groups(part)) if len(part.banners) > 1 else (),
        head=head,
        rows=rows_of(part, footnotes),
        notes=tuple(_notes(part)),
        reasons=tuple(_reasons(part)),
        current=columns.index(part.shares.total) if part.shares.total in columns else None,
        breaks=breaks,
        leaves_out=bool(part.unpublished),
    )


def _groups(part: Part) -> Iterator[ColumnGroup]:
    """The names of segmentations above their columns."""
    language = part.briefing.language
    for banner in part.banners:
        segment, columns = banner.segment, tuple(column.id for column in banner.columns)
        text = worded(segment.label, language) if segment else fixed(language.words.total)
        yield ColumnGroup(f"{part.id}/head/group/{segment.id if segment else 'total'}", text, columns)


def _title(part: Part) -> Paragraph:
    """The bold title on a slide."""
    id = f"{part.id}/title"
    goes_on = continued(id, part.title, part.briefing.language.words)
    return Paragraph(id, part.title.strong(), goes_on.strong(), output=Output.DECK)


def _question_remarks(part: Part) -> Iterator[Remark]:
    """What has to be said of the whole question: its note, what stands of it on a slide too, what broke."""
    if part.question.note:
        yield Remark(worded(part.question.note, part.briefing.language))
    yield from _remarks(part).values()
    if part.waves:
        yield from (_reason(broken, part) for broken in part.question.breaks)


def _remarks(part: Part) -> dict[str, Remark]:
    """Who was asked, and what the table leaves out, by the name of what is said."""
    found = dict[str, Remark]()
    if base := _base(part):
        found["base"] = Remark(base)
    if not part.shares.published(part.shares.waves):
        found["published-of-groups"] = Remark(fixed(part.briefing.language.words.published_of_groups))
    if part.unpublished:
        found["unpublished"] = Remark(_unpublished(part))
    for left_out, beside in part.unpublished_columns:
        name = f"unpublished-columns/{left_out[0].id.segment or 'waves'}"
        found[name] = Remark(_unpublished_columns(left_out, part), beside)
    return found


def _notes(part: Part) -> Iterator[TableNote]:
    """What stands below the table on a slide: what else has to be known of the question."""
    remarks = _remarks(part)
    if part.question.note and part.waves:
        remarks = {"note": Remark(worded(part.question.note, part.briefing.language)), **remarks}
    for name, remark in remarks.items():
        yield TableNote(f"{part.id}/{name}", remark.text, remark.of, output=Output.DECK)


def _reasons(part: Part) -> Iterator[TableNote]:
    """Why waves are not comparable, below the table on a slide."""
    columns = [column.id for column in part.columns]
    for number, broken in enumerate(part.question.breaks, start=1):
        remark = _reason(broken, part)
        if concerns(remark.of, columns):
            text = joined([fixed(NOT_COMPARABLE), remark.text], " ")
            yield TableNote(f"{part.id}/reasons/{number}", text, remark.of, output=Output.DECK)


def _unpublished(part: Part) -> Prose:
    """Which answers have no row, because none of the groups has a share of them."""
    language = part.briefing.language
    names = [answer_label(answer, language) for answer in part.unpublished]
    if sum(len(name.text) for name in names) > LONGEST_LIST:
        names = [fixed(language.words.further_answers)]
    return told(language.words.unpublished_in_groups, answers=in_row(names, language))


def _unpublished_columns(columns: Sequence[Column], part: Part) -> Prose:
    """Which groups or waves have no column."""
    language = part.briefing.language
    names = [column_label(column, language) for column in columns]
    return told(language.words.unpublished_columns, columns=in_row(names, language))


def _base(part: Part) -> Prose | None:
    """Who was asked, where no row tells how many; None where the survey says it too."""
    words, n = part.briefing.language.words, untold_n(part)
    if has_base_row(part) or not (part.question.base or n):
        return None
    return joined([asked_alone(part.question, part.briefing), n or fixed(words.n_not_published)], ", ")


def _reason(broken: Break, part: Part) -> Remark:
    text = reason_of(broken, part.shares.waves, part.briefing.language)
    return Remark(text, part.around(TableBreak(broken.before, broken.after)))
