"""The rows of a question's table: its answers, its nets, and how many were asked."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from report.briefing.model import Briefing
from report.briefing.model.missing import missing_sign
from report.briefing.model.prose import Prose, figure, fixed, joined, told
from report.briefing.model.terms import answer_label, n_of_column, net_note, quoted, wave_label
from report.document.bases import asked_alone, has_own_base, n_of_all, n_of_row
from report.document.breaks import not_comparable
from report.document.footnotes import Footnotes
from report.document.model.nodes import Output
from report.document.model.tables import Concerned, Remark, TableCell, TableNote, TableRow
from report.frozen import frozen
from report.language.numbers import percent
from report.survey.model import Answer, CellId, ColumnId, Net, Question, Translated
from report.tables.model import Banner, Cell, CellState, Column, TableBreak
from report.tables.model import Table as Shares

NOT_COMPARABLE = "//"


@frozen
class Part:
    """A question with the columns of some of its banners; `title` is the caption.

    published: those of the columns of which something was published. Of the waves a slide shows the current one in any
    case, and every answer; a page what was published and asked. Of segmentations alone both show what was published.
    """

    briefing: Briefing
    question: Question
    id: str
    title: Prose
    banners: tuple[Banner, ...]
    published: tuple[Column, ...]

    @property
    def shares(self) -> Shares:
        """The cells of the question."""
        return self.briefing.tables.table(self.question.id)

    @property
    def columns(self) -> tuple[Column, ...]:
        """The columns of all its banners."""
        return tuple(column for banner in self.banners for column in banner.columns)

    @property
    def waves(self) -> tuple[Column, ...]:
        """The columns of all who were asked."""
        return tuple(column for column in self.columns if column.id.is_total)

    @property
    def is_segmented(self) -> bool:
        """Whether there are columns of a segmentation, and not waves alone."""
        return len(self.waves) < len(self.columns)

    def cells(self, answer: str) -> list[Cell]:
        """The cells of an answer or net, column by column."""
        return [self.shares.cell(answer, column.id) for column in self.columns]

    def shown_in(self, column: Column) -> Output:
        """Where a column is shown."""
        return Output.BOTH if column in self.published else Output.DECK

    @property
    def rows(self) -> Mapping[str, Output]:
        """The answers and nets that are shown, and where."""
        if not self.waves:
            return dict.fromkeys(shown_by(self.columns, self.shares), Output.BOTH)
        told = dict.fromkeys(self.shares.told(self.published), Output.BOTH)
        return dict.fromkeys(self.shares.answers, Output.DECK) | told

    @property
    def shown_on_pages(self) -> tuple[ColumnId, ...]:
        """The columns that a page shows."""
        return tuple(column.id for column in self.published)

    def around(self, found: TableBreak) -> Concerned:
        """The columns on both sides of a break, or next to it, where the table may be divided.

        Those of the current wave alone, which stand beside groups as well, do not tell of it.
        """
        sides = {column.id: self.shares.side(found, column.id) for column in self.columns}
        before, after = (tuple(column for column in sides if sides[column] == side) for side in (-1, 1))
        next_to_it = [column for column in after[:1] if column.wave != self.briefing.survey.wave]
        return (*before, *next_to_it), (*after, *before[-1:])

    @property
    def unpublished_columns(self) -> Iterator[tuple[tuple[Column, ...], Concerned]]:
        """The columns of a banner that it leaves out for want of any share, and those of it that it shows.

        Of waves only where one of them is between others: before its first wave a question may not have been asked,
        which alone is not told; a wave of which nothing came out is told elsewhere.
        """
        waves = [column for column in self.shares.waves.columns if column.is_published]
        published = [place for place, column in enumerate(waves) if column in self.published]
        is_told = bool(published) and published[-1] - published[0] >= len(published)
        of_segments = {banner.segment.id for banner in self.banners if banner.segment}
        segments = [each.columns for each in self.shares.segments if each.segment and each.segment.id in of_segments]
        for columns in ([waves] if is_told else []) + [list(each) for each in segments]:
            # The current wave stands beside groups as well.
            shown = tuple(each.id for each in columns if each in self.columns and each.id != self.shares.total)
            if left_out := tuple(column for column in columns if column not in (*self.published, *self.columns)):
                yield left_out, (shown,)

    @property
    def unpublished(self) -> tuple[Answer, ...]:
        """The answers that were asked for and have no row: of segmentations alone those without any share."""
        asked = [] if self.waves else self.shares.told(self.published)
        return tuple(answer for answer in self.question.answers if answer.id in asked and answer.id not in self.rows)


def shown_by(columns: Sequence[Column], shares: Shares) -> tuple[str, ...]:
    """The answers and nets of which one of these columns has a share, be it hidden."""
    cells = {answer: [shares.cell(answer, column.id) for column in columns] for answer in shares.answers}
    return tuple(answer for answer, found in cells.items() if any(cell.share or cell.hidden for cell in found))


def rows_of(part: Part, footnotes: Footnotes) -> tuple[TableRow, ...]:
    """All rows below the head."""
    return (*_share_rows(part, footnotes), *_base_row(part))


def _share_rows(part: Part, footnotes: Footnotes) -> Iterator[TableRow]:
    """The answers in the order of the questionnaire, then the nets."""
    shown = part.rows
    for answer in (answer for answer in part.question.answers if answer.id in shown):
        remarks = (*_answer_remarks(part, answer), *_own_n(part, answer)) if shown[answer.id] is Output.BOTH else ()
        yield replace(
            _row(part, answer, shown[answer.id], footnotes.marks(remarks, part.shown_on_pages)),
            earlier=(*_earlier(part, answer), *_own_n_below(part, answer)),
            breaks=part.shares.broken(part.columns, answer.id),
        )
    for net in (net for net in part.question.nets if net.id in shown):
        noted = [cell for cell in part.cells(net.id) if cell.state is CellState.COMPUTED or cell.flags]
        computed = tuple(cell.id.column for cell in noted)
        note = net_note(part.cells(net.id), part.briefing.language)
        on_pages = [Remark(note, (computed,))] if note and shown[net.id] is Output.BOTH else []
        below = [TableNote(f"{part.id}/row/{net.id}/computed", note, (computed,), output=Output.DECK)] if note else []
        on_pages += _own_n(part, net) if shown[net.id] is Output.BOTH else ()
        below += _own_n_below(part, net)
        marks = footnotes.marks(on_pages, part.shown_on_pages)
        yield replace(_row(part, net, shown[net.id], marks), earlier=tuple(below))


def _earlier(part: Part, answer: Answer) -> Iterator[TableNote]:
    """How the answer read in the waves that the table shows, below its label on a slide, and what is not comparable."""
    id, marked = f"{part.id}/row/{answer.id}", answer.break_between or ()
    labels = {wave: label for wave, label in answer.earlier_labels.items() if _of_wave(part, wave)}
    for wave, label in labels.items():
        text = _earlier_label(part, wave, label)
        if wave in marked:
            text = joined([fixed(NOT_COMPARABLE), text], " ")
        yield TableNote(f"{id}/earlier/{wave}", text, (_of_wave(part, wave),), output=Output.DECK)
    # The wording of one of its waves tells of the break as well.
    if part.shares.broken(part.columns, answer.id) and not set(marked) & set(labels):
        remark = _not_comparable(part, marked)
        text = joined([fixed(NOT_COMPARABLE), remark.text], " ")
        yield TableNote(f"{id}/break", text, remark.of, output=Output.DECK)


def _own_n(part: Part, answer: Answer | Net) -> Iterator[Remark]:
    """How many an answer stands on, where that is not the number of its column."""
    if n := n_of_row(answer.id, part.question, part.columns, part.briefing):
        cells = (CellId(part.question.id, answer.id, column.id) for column in part.columns)
        yield Remark(n, (tuple(cell.column for cell in cells if cell in part.question.cell_n),))


def _own_n_below(part: Part, answer: Answer | Net) -> Iterator[TableNote]:
    """The same below its label on a slide."""
    for remark in _own_n(part, answer):
        yield TableNote(f"{part.id}/row/{answer.id}/n", remark.text, remark.of, output=Output.DECK)


def _of_wave(part: Part, wave: str) -> tuple[ColumnId, ...]:
    return tuple(column.id for column in part.columns if column.id.wave == wave)


def _earlier_label(part: Part, wave: str, label: Translated) -> Prose:
    language = part.briefing.language
    shown = wave_label(wave, part.shares.waves, language)
    return told(language.words.earlier_label, wave=shown, label=quoted(label, language))


def _answer_remarks(part: Part, answer: Answer) -> Iterator[Remark]:
    """How an answer read in earlier waves, and what of it is not comparable."""
    for wave, label in answer.earlier_labels.items():
        yield Remark(_earlier_label(part, wave, label), (_of_wave(part, wave),))
    if answer.break_between:
        yield _not_comparable(part, answer.break_between)


def _not_comparable(part: Part, waves: Sequence[str]) -> Remark:
    """That these waves are not comparable: "2014 und 2016: eingeschränkt vergleichbar"."""
    text = not_comparable(waves, part.shares.waves, part.briefing.language)
    return Remark(text, part.around(TableBreak(waves[0], waves[-1])))


def _row(part: Part, answer: Answer | Net, output: Output, marks: tuple[Remark, ...]) -> TableRow:
    id, language = f"{part.id}/row/{answer.id}", part.briefing.language
    is_net = isinstance(answer, Net)
    return TableRow(
        id,
        TableCell(f"{id}/label", answer_label(answer, language), marks=marks),
        (),
        tuple(
            _share_cell(f"{id}/{column.id}", cell, part.briefing, part.shown_in(column))
            for column, cell in zip(part.columns, part.cells(answer.id), strict=True)
        ),
        is_net=is_net,
        output=output,
    )


def untold_n(part: Part) -> Prose | None:
    """How many were asked in all in the current wave, where nothing came out of these, so that no column tells it."""
    shown = part.shares.published(part.shares.waves)
    if any(column.id == part.shares.total for column in shown):
        return None
    return n_of_all(part.question, part.briefing, beside_waves=bool(part.waves))


def _share_cell(id: str, cell: Cell, briefing: Briefing, output: Output) -> TableCell:
    """A share, or what stands in its place; nothing that is missing is ever shown as zero."""
    if cell.share is not None:
        shown = percent(cell.share, cell.decimals, briefing.language).text
        text, state = Prose((figure(cell, shown, briefing.survey),)), CellState.PUBLISHED
    else:
        text, state = fixed(missing_sign(cell, briefing.language.words)), cell.state
    return TableCell(id, text, state, cell=cell.id, output=output)


def _base_row(part: Part) -> Iterator[TableRow]:
    """How many were asked, column by column; on a slide only of segments, or where it is not what the survey says."""
    if not has_base_row(part):
        return
    briefing, id = part.briefing, f"{part.id}/base"
    base, n = asked_alone(part.question, briefing), None if part.waves else untold_n(part)
    yield TableRow(
        id,
        TableCell(f"{id}/label", joined([base, n], ", ") if n else base),
        (),
        tuple(
            replace(_base_cell(f"{id}/{column.id}", column, part), output=part.shown_in(column))
            for column in part.columns
        ),
        is_base=True,
        output=Output.BOTH if _has_bases_of_its_own(part) else Output.SUMMARY,
    )


def _has_bases_of_its_own(part: Part) -> bool:
    """Whether the table has other bases than the survey says."""
    of_groups = (column.n for column in part.published if not column.id.is_total)
    return has_own_base(part.question) or not part.waves or any(of_groups)


def has_base_row(part: Part) -> bool:
    """Whether how many were asked is told of any column."""
    return any(column.n for column in part.published)


def _base_cell(id: str, column: Column, part: Part) -> TableCell:
    language = part.briefing.language
    if column.hidden:
        return TableCell(id, fixed(language.words.not_reported_short), CellState.SUPPRESSED)
    if column.n is None:
        return TableCell(id, fixed(language.words.not_published_short), CellState.NOT_PUBLISHED)
    segmented = f"segments.{column.id.segment}.columns.{column.id.column}"
    origin = f"questions.{part.question.id}" if column.id.is_total else segmented
    return TableCell(id, n_of_column(column, f"survey.{origin}", language, is_narrow=True))
