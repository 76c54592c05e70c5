"""What a finding shows: kind, rows, columns, emphasis and title, with defaults for all an author leaves out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial

from report.briefing.answer_order import out_of_order
from report.briefing.emphasis import Emphasis, labels_of
from report.briefing.emphasis_defaults import leading_answers
from report.briefing.exhibit_reading import ExhibitReading
from report.briefing.exhibit_titles import scores_shown, title_of
from report.briefing.facts import Facts, listed
from report.briefing.faults import ONE_OF_THESE, StoryFault
from report.briefing.model import Exhibit
from report.briefing.number_exhibits import asks_for_number, compose_number
from report.briefing.other_names import called_otherwise
from report.briefing.periods import Periods, periods_of, side_by_side
from report.briefing.references import Reference
from report.briefing.scope import Scope, read_scope
from report.briefing.shown_nets import shown_nets
from report.briefing.significance import apart_from_the_rest
from report.briefing.story import ExhibitStory
from report.briefing.telling import Telling
from report.diagnostics import Diagnostic, SourceText, id_meant, near_miss
from report.kinds import GROUPED, TABLE, Kind, Kinds, Marks, Shape
from report.survey.model import CellId, ColumnId, Net, Question
from report.tables.model import Table

LONGEST_OF_PART = 80
"""Characters of a label that always finds room above a part; rows of bars give longer ones more."""
LEAST_PARTS = 2
"""Answers that a whole is divided into at least; a single one is shown as any other."""


def compose_exhibit(
    written: ExhibitStory, question: Question, telling: Telling, facts: Facts, kinds: Kinds
) -> ExhibitReading:
    """The exhibit that an author asked for, of one of the `kinds`."""
    if asks_for_number(written):
        return compose_number(written, question, telling, facts)
    scope, faults = read_scope(written, question, facts)
    return _Composer(written, question, telling, facts, kinds, scope, faults).reading()


def default_kind(question: Question, table: Table, kinds: Kinds, column: ColumnId, *, is_chosen: bool = False) -> Kind:
    """For a single choice or scale whose answers were all published a kind of parts that holds them, else the first.

    One published answer alone is a part too where its question declares what the rest is, unless the author chose the
    answers (`is_chosen`). column: the one that is shown, which is the total or that of a group.
    """
    asked = [answer.id for answer in question.answers if answer.is_asked]
    published = _published(asked, table, column)
    is_alone = _is_alone(published, question) and not is_chosen
    is_whole = question.type.adds_up and len(asked) >= LEAST_PARTS and (published == asked or is_alone)
    is_whole = is_whole and not _is_long(question)
    of_parts = (kind for kind in kinds if kind.is_whole and len(published) in kind.rows)
    usual = next(iter(kinds))
    return next(of_parts, usual) if is_whole else usual


def _is_alone(published: Sequence[str], question: Question) -> bool:
    """Whether one answer and the rest that its question declares are all that is known."""
    return len(published) == 1 and question.rest is not None


def _published(answers: Sequence[str], table: Table, column: ColumnId) -> list[str]:
    return [answer for answer in answers if table.cell(answer, column).share is not None]


def unknown_kind(written: ExhibitStory, kinds: Kinds) -> Diagnostic | None:
    """The fault of an exhibit whose kind is none, which shows whatever else of it could be read."""
    name = written.kind
    if name is None or not name.text or name.text in kinds.words:
        return None
    return Diagnostic(
        StoryFault.UNKNOWN_KIND,
        f'"{name.text}" is not a kind of exhibit',
        name.at(0, len(name.text)),
        (f"the kinds are {listed(kinds.words)}",),
        called_otherwise(name.text, kinds, is_battery=bool(written.questions)) or near_miss(name.text, kinds.words),
    )


def not_shown(marks: Sequence[SourceText], exhibit: Exhibit, kind: Kind, question: Question) -> list[Diagnostic]:
    """The faults of names that annotations point at and the exhibit does not show."""
    return [
        _not_shown(mark, kind.marks(exhibit.shape), labels_of(question, exhibit.marks))
        for mark in marks
        if mark.text and mark.text not in exhibit.marks  # what could not be read has been told
    ]


@dataclass(slots=True)
class _Composer:
    written: ExhibitStory
    question: Question
    telling: Telling
    facts: Facts
    kinds: Kinds
    scope: Scope
    faults: list[Diagnostic]

    @property
    def table(self) -> Table:
        return self.facts.tables.table(self.question.id)

    @property
    def column(self) -> ColumnId:
        """The one column, where there is one."""
        return self.scope.columns[0] if self.scope.shape is Shape.TOTAL else self.table.total

    def reading(self) -> ExhibitReading:
        kind, shape = self._kind()
        answers = self._answers(kind)
        periods = self._periods(kind, shape, answers)
        self.scope = replace(self.scope, reference=self._reference(kind, shape, answers))
        columns = periods.columns if periods else self._columns(kind, shape)
        titled = partial(title_of, self.telling.title, kind, shape, answers, columns, periods, self.scope, self.facts)
        above, below = self._apart(kind, shape, answers, columns)
        bare = Exhibit(
            kind=kind.word,
            shape=shape,
            questions=tuple(question.id for question in self.scope.questions),
            answers=answers,
            columns=columns,
            title=titled(),
            title_alone=titled(is_alone=True),
            marks=_marks(kind.marks(shape), answers, columns, self.scope.questions),
            spoken=self._spoken(kind, shape),
            said=self.telling.given,
            reference=self.scope.reference,
            nets=shown_nets(kind, self.scope.questions, self._named_nets()),
            is_listed=bool(self.written.answers),
            above=above,
            below=below,
            scores=() if self.telling.title else scores_shown(self.scope.questions, columns, self.facts),
            location=self.written.location,
        )
        is_certain = not self.faults and self.scope.is_known
        emphasis = Emphasis(bare, kind, self.written, self.question, self.telling, self.facts)
        exhibit, faults = emphasis.applied(is_certain=is_certain)
        return ExhibitReading(exhibit, (*self.faults, *faults), is_certain=is_certain)

    def _apart(
        self, kind: Kind, shape: Shape, answers: Sequence[str], columns: Sequence[ColumnId]
    ) -> tuple[tuple[CellId, ...], tuple[CellId, ...]]:
        """The cells of groups side by side that differ from all who are not in them."""
        if kind not in (GROUPED, TABLE) or shape is not Shape.GROUPS:
            return (), ()
        cells = (CellId(self.question.id, answer, column) for answer in answers for column in columns)
        return apart_from_the_rest(cells, self.facts)

    def _spoken(self, kind: Kind, shape: Shape) -> tuple[str, ...]:
        if shape is Shape.BATTERY:
            return self.telling.questions([question.id for question in self.scope.questions])
        if kind.lies_across:
            return self.telling.columns(self.question)
        return self.telling.answers(self.question)

    # -------------------------------------------------------------------------------------------------------- kind

    def _kind(self) -> tuple[Kind, Shape]:
        """The kind that was asked for, if it can show what was asked for; else the usual one."""
        asked = self._asked_kind()
        shape = self.scope.shape
        if asked is None:
            return self._usual(shape or Shape.TOTAL), shape or Shape.TOTAL
        if shape is None:
            is_ranking = asked.ranks and self._earlier_wave is not None
            shapes = (Shape.TOTAL,) if is_ranking else asked.shapes
            shape = next(filter(self._can_fill, shapes), asked.shapes[0])
        refused = self._refusal(asked, shape)
        if refused is None:
            return asked, shape
        if not self.faults:  # what was asked for of columns is else not what the author means
            self.faults.append(refused)
        return self._usual(shape), shape

    def _refusal(self, asked: Kind, shape: Shape) -> Diagnostic | None:
        """Why the kind that was asked for cannot show what was asked for of columns."""
        assert self.written.kind is not None
        if shape not in asked.shapes:
            return _cannot_show(self.written.kind, asked, shape, self.kinds)
        if asked.ranks and shape is Shape.TOTAL and (self._earlier_wave is None or self.scope.segments):
            return _ranks_nothing(self.written.kind, asked, self.kinds)
        if len(self.scope.segments) > 1 and not asked.has_total:
            return _of_several(self.written.by[1], asked, self.kinds)
        return None

    @property
    def _earlier_wave(self) -> ColumnId | None:
        """The earlier wave that the rows are held against, if it is one."""
        found = self.scope.reference
        waves = [column.id for column in self.table.waves.columns]
        return found if found in waves and waves.index(found) < waves.index(self.table.total) else None

    def _reference(self, kind: Kind, shape: Shape, answers: Sequence[str]) -> ColumnId | None:
        """What the rows are held against, if the kind has a place for it."""
        if self.scope.reference is None:
            return None
        reference = Reference(self.written.references[0], self.scope.reference, self.table, self.kinds)
        found = reference.on(kind, shape, answers)
        if isinstance(found, Diagnostic):
            self.faults.append(found)
            return None
        return found

    def _asked_kind(self) -> Kind | None:
        unknown = unknown_kind(self.written, self.kinds)
        self.faults += [unknown] if unknown else []
        return self.kinds.named(self.written.kind.text) if self.written.kind and not unknown else None

    def _can_fill(self, shape: Shape) -> bool:
        """Whether the survey has the columns of a shape that nobody described further."""
        if shape is Shape.GROUPS:
            return any(self.table.published(banner) for banner in self.table.segments)
        return shape is not Shape.WAVES or len(self.table.published_waves) > 1

    def _usual(self, shape: Shape) -> Kind:
        """The first kind that shows such an exhibit; of one column the one that suits its answers."""
        if shape is Shape.TOTAL:
            if self._nets() or self.scope.reference:
                return next(iter(self.kinds))
            chosen = bool(self.written.answers)
            return default_kind(self.question, self.table, self.kinds, self.column, is_chosen=chosen)
        showing, slots = self.kinds.showing(shape) or tuple(self.kinds), len(self.scope.columns)
        if len(self.scope.segments) > 1 and (tables := [kind for kind in showing if kind.has_total]):
            return tables[0]
        asked = [answer for answer in self.question.answers if answer.is_asked]
        answers, parts = len(self.written.answers or asked), sum(not answer.role.says_nothing for answer in asked)
        if usual := self.kinds.usual(shape, rows=answers, parts=parts, slots=slots):
            return usual
        holding_all = [kind for kind in showing if kind.holds(rows=answers, parts=parts)]
        able = [kind for kind in holding_all if (shape is Shape.WAVES) >= kind.is_over_time]
        holding = [kind for kind in able if slots in kind.slots] if shape is Shape.WAVES else []
        return next(iter([*holding, *able, *showing]))

    def _nets(self) -> list[Net]:
        """The nets that are marked or said."""
        named = [*(mark.text.split(".")[0] for mark in self._marked), *self.telling.nets(self.question)]
        return [net for net in self.question.nets if net.id in named]

    def _named_nets(self) -> list[str]:
        """The names among which may be nets of the questions shown: marked, or said in the headline."""
        marked = [name for mark in self._marked for name in mark.text.split(".")]
        return [*marked, *(net for question in self.scope.questions for net in self.telling.nets(question))]

    @property
    def _marked(self) -> list[SourceText]:
        return [*self.written.emphasize, *self.written.contrast]

    # ---------------------------------------------------------------------------------------------- rows and columns

    def _answers(self, kind: Kind) -> tuple[str, ...]:
        question = self.question
        known = [*(answer.id for answer in question.answers), *(net.id for net in question.nets)]
        wrong = _wrong_answers(self.written.answers, known, question)
        self.faults += wrong or out_of_order(self.written.answers, question)
        if kind.lies_across and self.written.answers:
            self.faults.append(_shows_all(self.written.answers[0], kind, self.scope.shape))
            return _default_answers(kind, question, self.table, self.column)
        named = tuple(dict.fromkeys(answer.text for answer in self.written.answers if answer.text in known))
        return named or _with_nets(kind, _default_answers(kind, question, self.table, self.column), self._nets())

    def _periods(self, kind: Kind, shape: Shape, answers: Sequence[str]) -> Periods | None:
        """The waves that are shown."""
        if shape is not Shape.WAVES:
            return None
        if self.scope.shape is Shape.WAVES:
            published = self.table.published_waves
            shown = sum(column.wave in published for column in self.scope.columns)
            return Periods(self.scope.columns, shown, len(published))
        spoken = [*(mark.text for mark in self._marked), *self.telling.waves(self.question)]
        if not kind.is_over_time:
            return side_by_side(self.table, answers, most=kind.slots.most, spoken=spoken)
        most, has_true_dates = kind.slots.most, kind.has_true_dates
        return periods_of(
            self.table, answers, self.facts.survey, most=most, spoken=spoken, has_true_dates=has_true_dates
        )

    def _columns(self, kind: Kind, shape: Shape) -> tuple[ColumnId, ...]:
        """The one column, or the groups named; without any those of the first segmentation with figures."""
        if shape is not Shape.GROUPS:
            return (self.column,)
        shown = next(filter(None, map(self.table.published, self.table.segments)), ())
        has_total = kind.lies_across or kind.has_total
        groups = self.scope.columns or tuple(group.id for group in shown)[: kind.slots.most - has_total]
        if has_total and any(self.table.cell(each.id, self.table.total).share for each in self.question.answers):
            return (self.table.total, *groups)
        return groups or (self.table.total,)


def _is_long(question: Question) -> bool:
    """Whether an answer's label is too long for a place above a part of a bar, in any language."""
    labels = [(answer.short or answer.label).by_language.values() for answer in question.answers]
    return any(len(text.text) > LONGEST_OF_PART for texts in labels for text in texts)


def _marks(
    marks: Marks, answers: Sequence[str], columns: Sequence[ColumnId], questions: Sequence[Question]
) -> tuple[str, ...]:
    if marks is Marks.COLUMNS:
        return tuple(column.name for column in columns)
    return tuple(question.id for question in questions) if marks is Marks.QUESTIONS else tuple(answers)


def _not_shown(mark: SourceText, marks: Marks, shown: Mapping[str, Sequence[str]]) -> Diagnostic:
    what = {Marks.ANSWERS: "answer", Marks.COLUMNS: "wave", Marks.QUESTIONS: "question"}[marks]
    what = "group" if marks is Marks.COLUMNS and any("." in name for name in shown) else what
    return Diagnostic(
        StoryFault.NOT_IN_EXHIBIT,
        f'"{mark.text}" is no {what} that this exhibit shows',
        mark.at(0, len(mark.text)),
        (f"it shows {listed(tuple(shown))}",),
        id_meant(mark.text, shown) or ONE_OF_THESE,
    )


def _cannot_show(written: SourceText, kind: Kind, shape: Shape, kinds: Kinds) -> Diagnostic:
    asked = {Shape.TOTAL: "one `column`", Shape.WAVES: "`waves`", Shape.GROUPS: "groups", Shape.BATTERY: shape.value}
    able = " or ".join(f"`{each.word}`" for each in kinds.showing(shape) if not (each.ranks and shape is Shape.TOTAL))
    message = f"`{kind.word}` shows {kind.shows}, and the exhibit asks for {asked[shape]}"
    shows = "shows one column; without `column` all are shown" if shape is Shape.TOTAL else f"shows {shape.value}"
    place, hint = written.at(0, len(written.text)), f"{able} {shows}" if able else None
    return Diagnostic(StoryFault.UNSUITABLE_KIND, message, place, hint=hint)


def _ranks_nothing(written: SourceText, kind: Kind, kinds: Kinds) -> Diagnostic:
    message = f"`{kind.word}` shows {kind.shows}, and the exhibit asks for one column"
    usual = next(iter(kinds.showing(Shape.TOTAL))).word
    hint = f"`reference:` names the wave to hold the current one against; `{usual}` shows one column"
    return Diagnostic(StoryFault.UNSUITABLE_KIND, message, written.at(0, len(written.text)), hint=hint)


def _of_several(by: SourceText, kind: Kind, kinds: Kinds) -> Diagnostic:
    able = " or ".join(f"`{each.word}`" for each in kinds if each.has_total)
    message = f"`{kind.word}` shows the columns of one segmentation, and the exhibit asks for those of several"
    hint = f"{able} shows them side by side" if able else None
    return Diagnostic(StoryFault.UNSUITABLE_KIND, message, by.at(0, len(by.text)), hint=hint)


def _shows_all(answer: SourceText, kind: Kind, shape: Shape | None) -> Diagnostic:
    message = f"`{kind.word}` shows all answers of a question, and `answers` chooses some of them"
    hint = "leave `answers` out"
    if shape is not Shape.BATTERY:  # of which every kind shows all
        hint += f", or choose another kind, such as `{GROUPED.word}`"
    return Diagnostic(StoryFault.UNSUITABLE_KIND, message, answer.at(0, len(answer.text)), hint=hint)


def _default_answers(kind: Kind, question: Question, table: Table, column: ColumnId) -> tuple[str, ...]:
    """All answers that were asked, of parts one that is published alone; the leading one for a kind of one row."""
    asked = tuple(answer.id for answer in question.answers if answer.is_asked)
    published = _published(asked, table, column)
    if kind.is_whole and _is_alone(published, question):
        return tuple(published)
    if kind.rows.most > 1:
        return asked or tuple(answer.id for answer in question.answers)
    return (leading_answers(asked, question, table, column) or (question.answers[0].id,))[:1]


def _with_nets(kind: Kind, answers: Sequence[str], nets: Sequence[Net]) -> tuple[str, ...]:
    """The answers, and before the first one of each net the net: what is marked or said is shown.

    A kind of one row shows the net in place of an answer, one of parts has no room for what overlaps them.
    """
    if kind.is_whole or kind.lies_across or not nets:
        return tuple(answers)
    if kind.rows.most == 1:
        return (nets[0].id,)
    rows: list[str] = []
    for answer in answers:
        rows += [net.id for net in nets if net.id not in rows and answer in net.answers]
        rows.append(answer)
    return tuple(rows)


def _wrong_answers(answers: Sequence[SourceText], known: Sequence[str], question: Question) -> list[Diagnostic]:
    faults = []
    for position, answer in enumerate(answers):
        place = answer.at(0, len(answer.text))
        if answer.text not in known:
            message = f'"{answer.text}" is not an answer of question "{question.id}"'
            notes, labels = (f"{question.id} has the answers {listed(known)}",), labels_of(question, known)
            faults.append(Diagnostic(StoryFault.UNKNOWN_ANSWER, message, place, notes, id_meant(answer.text, labels)))
        elif answer in answers[:position]:
            faults.append(Diagnostic(StoryFault.ANSWER_TWICE, f'"{answer.text}" stands twice in this exhibit', place))
    return faults
