"""What of the survey an exhibit sets side by side: one column, waves, groups, or the questions of a battery.

column: size.large                 one column                     Shape.TOTAL
waves: [w2014, w2016]              waves of the total             Shape.WAVES
by: size, columns: [small, large]  columns of a segmentation      Shape.GROUPS
by: [size, age]                    columns of several, in a table
questions: [privacy, control]      questions of one scale         Shape.BATTERY
(none of them)                     as the kind usually shows a question
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from report.briefing.facts import Facts, listed, means_total
from report.briefing.faults import StoryFault
from report.briefing.story import ExhibitStory
from report.briefing.values import Refusal
from report.diagnostics import Diagnostic, SourceText, id_meant, near_miss
from report.frozen import frozen
from report.kinds import Shape
from report.survey.model import ColumnId, Question
from report.tables.model import Banner


@frozen
class Scope:
    """What an author asked for. shape: None where nothing was said of it. columns: those named, or of a banner all.

    is_known: False where it names something that could not be read.
    """

    shape: Shape | None
    questions: tuple[Question, ...]
    columns: tuple[ColumnId, ...] = ()
    reference: ColumnId | None = None
    is_known: bool = True

    @property
    def segments(self) -> tuple[str, ...]:
        """The segmentations that the columns belong to."""
        return tuple(dict.fromkeys(column.segment for column in self.columns if column.segment))


def read_scope(written: ExhibitStory, question: Question, facts: Facts) -> tuple[Scope, list[Diagnostic]]:
    """The scope of an exhibit as far as it can be read, and what is wrong in it."""
    reader = _Reader(written, question, facts)
    scope = reader.scope()
    return replace(scope, is_known=reader.is_known), reader.faults


class _Reader:
    def __init__(self, written: ExhibitStory, question: Question, facts: Facts) -> None:
        self.written, self.question, self.facts = written, question, facts
        self.table = facts.tables.table(question.id)
        self.faults: list[Diagnostic] = list(self._contradictions())
        self.is_known = True

    def scope(self) -> Scope:
        written, reference = self.written, self._reference()
        if len(written.questions) > 1:
            battery = self._battery()
            return Scope(Shape.BATTERY, battery, (self.table.total,), reference)
        if written.column:
            group = self._group(written.column)
            return Scope(Shape.TOTAL, (self.question,), (group or self.table.total,), reference)
        if written.by and (groups := self._groups()):
            return Scope(Shape.GROUPS, (self.question,), groups, reference)
        if written.waves and (waves := self._waves()):
            return Scope(Shape.WAVES, (self.question,), waves, reference)
        return Scope(None, (self.question,), (), reference)

    def _contradictions(self) -> Iterator[Diagnostic]:
        """Keys that ask for two things at once."""
        written = self.written
        keys = [
            ("column", written.column),
            ("by", next(iter(written.by), None)),
            ("waves", next(iter(written.waves), None)),
        ]
        asked = [(name, value) for name, value in keys if value is not None]
        for name, value in asked[1:]:
            message = f"`{asked[0][0]}` and `{name}` ask for two different sets of columns"
            hint = "keep one of them; `reference` marks one more column beside each bar"
            yield Diagnostic(StoryFault.COLUMNS_OF_TWO_KINDS, message, value.at(0, len(value.text)), hint=hint)
        if written.columns and not written.by:
            named = written.columns[0]
            message, hint = "`columns` chooses from the columns of a segmentation", "name that too, as in `by: size`"
            yield Diagnostic(StoryFault.COLUMNS_OF_TWO_KINDS, message, named.at(0, len(named.text)), hint=hint)

    # ------------------------------------------------------------------------------------------------------ columns

    def _group(self, named: SourceText) -> ColumnId | None:
        """A segment column, as far as there is something of it to be shown."""
        found = self.facts.group_named(named.text)
        published = [column.id for banner in self.table.segments for column in self.table.published(banner)]
        self.is_known &= found is not None
        if isinstance(found, ColumnId) and found not in published:
            found = self._unpublished(named.text, [column.name for column in published])
        if isinstance(found, Refusal):
            self._refuse(named, found)
            return None
        return found

    def _groups(self) -> tuple[ColumnId, ...]:
        """The columns that were named, or of the segmentations all of which something was published."""
        banners = self._banners()
        published = [column.id for banner in banners for column in self.table.published(banner)]
        if not self.written.columns or not published:
            return tuple(published)
        ids = {self._name(column.id): column.id for banner in banners for column in banner.columns}
        chosen = list[ColumnId]()
        for named in self.written.columns:
            found = ids.get(named.text)
            if found is None:
                self._refuse(named, self._no_column(named.text, list(ids)))
            elif found not in published:
                self._refuse(named, self._unpublished(found.name, [column.name for column in published]))
            elif found in chosen:
                self._refuse_twice(named)
            else:
                chosen.append(found)
        return tuple(chosen)

    def _name(self, column: ColumnId) -> str:
        """What `columns` calls a column: of several segmentations by its whole name."""
        return column.name if len(self.written.by) > 1 else column.column or ""

    def _no_column(self, name: str, names: Sequence[str]) -> Refusal:
        of, alone = " or ".join(f'"{by.text}"' for by in self.written.by), self.written.by[0].text
        note = f"{alone} has the columns {listed(names)}"
        if len(self.written.by) > 1:
            note = f"the columns are {listed(names)}"
        hint = near_miss(name if len(self.written.by) > 1 else name.removeprefix(f"{alone}."), names)
        return Refusal(StoryFault.UNKNOWN_COLUMN, f'"{name}" is not a column of {of}', (note,), hint)

    def _banners(self) -> list[Banner]:
        """The segmentations named, as far as something of them was published."""
        found = list[Banner]()
        for position, by in enumerate(self.written.by):
            banner = self._banner(by)
            if by in self.written.by[:position]:
                self._refuse_twice(by)
            elif banner and not self.table.published(banner):
                self._refuse(by, self._unpublished(by.text, []))
            elif banner:
                found.append(banner)
        return found

    def _banner(self, by: SourceText) -> Banner | None:
        banners = {banner.segment.id: banner for banner in self.table.segments if banner.segment}
        if by.text not in banners and self.facts.survey.unread.is_open:
            self.is_known = False
        elif by.text not in banners:
            note = f"the segments are {listed(list(banners))}" if banners else "the survey has no segments"
            message = f'"{by.text}" is not a segmentation'
            hint = self.facts.segment_meant(by.text)
            self._refuse(by, Refusal(StoryFault.UNKNOWN_COLUMN, message, (note,), hint))
        return banners.get(by.text)

    def _waves(self) -> tuple[ColumnId, ...]:
        """The waves that were named, in order of time."""
        order, published = [column.id.wave for column in self.table.waves.columns], self.table.published_waves
        chosen = set[str]()
        for named in self.written.waves:
            if named.text not in order:
                message, note = f'"{named.text}" is not a wave', f"the waves are {listed(order)}"
                self._refuse(named, Refusal(StoryFault.UNKNOWN_WAVE, message, (note,), near_miss(named.text, order)))
            elif named.text in chosen:
                self._refuse_twice(named)
            elif named.text not in published and self.table.waves.column(ColumnId(named.text)).is_published:
                self._refuse(named, self._unpublished(named.text, list(published)))
            else:
                chosen.add(named.text)
        return tuple(ColumnId(wave) for wave in order if wave in chosen)

    def _reference(self) -> ColumnId | None:
        """The total, a wave, or a segment column with figures."""
        if not self.written.references:
            return None
        named, *further = self.written.references
        for each in further:
            message, hint = "every row is held against one column", "name one of them"
            self._refuse(each, Refusal(StoryFault.COLUMNS_OF_TWO_KINDS, message, hint=hint))
        text = named.text.strip()
        if text == "total":
            return self.table.total
        if text in [column.id.wave for column in self.table.waves.columns]:
            if text in self.table.published_waves:
                return ColumnId(text)
            self._refuse(named, self._unpublished(text, list(self.table.published_waves)))
            return None
        found = self.facts.group_named(text)
        if isinstance(found, Refusal) and found.id is StoryFault.UNKNOWN_COLUMN and "." not in text:
            self._refuse(named, self._no_reference(text, found))
            return None
        return self._group(named)

    def _no_reference(self, name: str, no_group: Refusal) -> Refusal:
        """What is neither the total nor a wave nor a group; a wave may have been called by its date."""
        waves = {column.id.wave: (str(column.date),) for column in self.table.waves.columns}
        message = f'"{name}" is neither `total` nor a wave nor a segment column'
        notes = (f"the waves are {listed(list(waves))}", *no_group.notes)
        near = None if means_total(name) else id_meant(name, waves) or no_group.hint
        return Refusal(no_group.id, message, notes, near or "write total, which means all who were asked")

    def _unpublished(self, name: str, published: Sequence[str]) -> Refusal:
        notes = (f"published are {listed(published)}",) if published else ()
        hint = "name one of these" if published else "leave it out, or add its figures to the question in the survey"
        message = f'nothing of "{self.table.question}" was published for {name}'
        return Refusal(StoryFault.NOT_PUBLISHED, message, notes, hint)

    def _refuse(self, named: SourceText, refusal: Refusal) -> None:
        place = named.at(0, len(named.text))
        self.faults.append(Diagnostic(refusal.id, refusal.message, place, refusal.notes, refusal.hint))

    def _refuse_twice(self, named: SourceText) -> None:
        self._refuse(named, Refusal(StoryFault.ANSWER_TWICE, f'"{named.text}" stands twice in this exhibit'))

    # ------------------------------------------------------------------------------------------------------ battery

    def _battery(self) -> tuple[Question, ...]:
        """The questions named, as far as they have the answers of the first one."""
        answers, found = _labels(self.question), [self.question]
        for named in self.written.questions[1:]:
            question = self.facts.question_named(named.text)
            if question is None:
                self.is_known = False
            elif isinstance(question, Refusal):
                self._refuse(named, question)
            elif question in found:
                self._refuse_twice(named)
            elif _labels(question) != answers:
                message = f'"{question.id}" does not have the same answers as "{self.question.id}"'
                hint = "questions of one exhibit share their answers, which `scale` gives them in survey.yaml"
                self._refuse(named, Refusal(StoryFault.NO_BATTERY, message, hint=hint))
            else:
                found.append(question)
        return tuple(found)


def _labels(question: Question) -> list[tuple[str, object]]:
    """The ids of its answers with their labels in all languages."""
    return [
        (answer.id, {code: text.text for code, text in answer.label.by_language.items()}) for answer in question.answers
    ]
