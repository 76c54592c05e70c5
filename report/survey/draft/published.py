"""A survey of published percentages, drafted from the table that they were published in.

columns   years are waves, "Total" is all of them, others are groups
sums      about 100: single choice, or a scale where the answers are one; above: several answers; below: a rest
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal

from report.frozen import frozen
from report.language.registry import load
from report.survey.draft.answers import Answers
from report.survey.draft.batteries import Step, answers_of, scale_of
from report.survey.draft.ids import own_id
from report.survey.draft.model import DraftedAnswer, DraftedQuestion, DraftedSegment, DraftedSurvey, DraftedWave
from report.survey.draft.table import Table, TableAnswer, TableColumn, TableQuestion
from report.survey.draft.texts import (
    GROUP_ROOM,
    QUESTION_ROOM,
    SEGMENT_ROOM,
    TITLE_ROOM,
    TOPIC_ROOM,
    Texts,
    spoken,
)
from report.survey.draft.topics import of_topics, with_topics
from report.survey.draft.values import Value
from report.survey.draft.vocabulary import language_of, plain, year_in
from report.survey.draft.words import WORDS
from report.survey.file.schema import MOST_ANSWERS, MOST_COLUMNS, MOST_QUESTIONS, MOST_SEGMENTS, MOST_WAVES
from report.survey.model import QuestionType

_TOTAL = re.compile(
    r"(total|gesamt|insgesamt|overall|ergebnis|result)( .*)?"
    r"|(in )?(prozent|percent|per cent|anteil|share|proportion)( .*)?|in"
    r"|(all|alle)( (respondents|adults|people|participants|befragten?|personen|teilnehmer))?|"
)
_MONTH = re.compile(
    r"(?P<year>(?:19|20)\d\d)-(?P<month>0[1-9]|1[0-2])(-\d\d)?"
    r"|(?P<m>0?[1-9]|1[0-2])[/.](?P<y>(?:19|20)\d\d)"
)
LONGEST_DATE = 20
"""Characters of a heading that names a wave: "Wave 3 (2016)" does, a sentence with a year in it does not."""


@frozen
class _Columns:
    """What the columns of a table are: the column of all, earlier waves by id, groups by segment and id."""

    total: TableColumn | None
    waves: Mapping[TableColumn, DraftedWave]
    segments: tuple[DraftedSegment, ...]
    groups: Mapping[TableColumn, tuple[str, str]]

    @property
    def earlier(self) -> Mapping[TableColumn, DraftedWave]:
        """The waves before the current one."""
        return {column: wave for column, wave in self.waves.items() if column != self.total}


def published_draft(table: Table, *, file: str, sheet: str | None, year: int, texts: Texts) -> DraftedSurvey:
    """The survey of a table. file: its name. year: of the publication, where the table tells none."""
    return _Drafting(table, file, year, texts).survey(sheet)


class _Drafting:
    """One drafting of a table."""

    def __init__(self, table: Table, file: str, year: int, texts: Texts) -> None:
        self._table, self._file = table, file
        said = [question.label for question in table.questions]
        said += [answer.label for question in table.questions for answer in question.answers]
        self._language = language_of([*said, *(column.label for column in table.columns)])
        self._words = WORDS[self._language]
        self._texts = replace(texts, language=load(self._language))
        self._columns = self._sorted_columns()
        waves = self._columns.waves.values()
        dated = [int(wave.date[:4]) for wave in waves]
        self._year = str(max(dated)) if dated else str(year_in(f"{table.title} {file}") or year)
        self._taken = {*(wave.id for wave in waves), *(segment.id for segment in self._columns.segments)}
        self._ids = set[str]()
        self._scales: dict[str, tuple[DraftedAnswer, ...]] = {}

    def survey(self, sheet: str | None) -> DraftedSurvey:
        table, columns, words = self._table, self._columns, self._words
        drafted = [
            self._question(number, each) for number, each in enumerate(table.questions[:MOST_QUESTIONS], start=1)
        ]
        drafted = list(with_topics(drafted, self._language))
        title = table.title or spoken(self._file.rsplit(".", 1)[0].replace("-", " "))
        waves = sorted(columns.waves.values(), key=lambda wave: wave.date)
        counts = {wave.id: table.n[column] for column, wave in columns.waves.items() if column in table.n}
        published = max((wave.date for wave in waves), default=self._year)
        source = f"{self._file}, {sheet}" if sheet else self._file
        return DraftedSurvey(
            language=self._language,
            title=self._texts.drawn(title, TITLE_ROOM, instead=words.survey).text,
            publisher=words.publisher,
            published=published,
            population=words.population_of_table,
            unit=words.respondents,
            source=source,
            questions=tuple(self._with_batteries(drafted)),
            n=None if waves else table.n.get(columns.total) if columns.total else None,
            waves=tuple(replace(wave, n=counts.get(wave.id)) for wave in waves),
            segments=columns.segments,
            scales=self._scales,
            comments=(*self._comments(), *of_topics(drafted)),
        )

    # --------------------------------------------------------------------------------------------------------- columns

    def _sorted_columns(self) -> _Columns:
        columns = self._table.columns
        dates = {column: date for column in columns if (date := _date_of(column))}
        if len(set(dates.values())) < len(dates) or len(dates) > MOST_WAVES:
            dates = {}
        named = [column for column in columns if not column.group and _TOTAL.fullmatch(plain(column.label))]
        alone = [column for column in columns if not column.group and column not in dates]
        others = [column for column in columns if column.group]
        if dates:
            total = max(dates, key=lambda column: dates[column])
        elif named:
            total = named[0]
        else:
            total = alone[0] if len(columns) == 1 or (len(alone) == 1 and others) else None  # type: ignore[assignment]
        waves = (
            {c: DraftedWave(f"w{date.replace('-', '_')}", date) for c, date in dates.items()} if len(dates) > 1 else {}
        )
        left = [column for column in columns if column not in (*dates, *named) and column != total]
        segments, groups = self._segments(left, {wave.id for wave in waves.values()})
        return _Columns(total, waves, segments, groups)

    def _segments(
        self, columns: Sequence[TableColumn], taken: set[str]
    ) -> tuple[tuple[DraftedSegment, ...], Mapping[TableColumn, tuple[str, str]]]:
        by_group: dict[str, list[TableColumn]] = {}
        for column in columns:
            by_group.setdefault(column.group, []).append(column)
        segments, places = list[DraftedSegment](), dict[TableColumn, tuple[str, str]]()
        for name, members in [*by_group.items()][:MOST_SEGMENTS]:
            id = own_id(name or self._words.groups, taken, instead="segment")
            taken.add(id)
            label = self._texts.drawn(name, SEGMENT_ROOM, instead=self._words.groups)
            groups, ids = list[DraftedAnswer](), set[str]()
            for column in members[:MOST_COLUMNS]:
                own = own_id(column.label, ids, instead="group")
                ids.add(own)
                places[column] = (id, own)
                said = self._texts.drawn(column.label, GROUP_ROOM, instead=f"{self._words.group} {len(ids)}")
                groups.append(DraftedAnswer(own, said.text, n=self._table.n.get(column), comment=said.comment))
            comments = (
                () if name else ("TODO what divides these groups; several segments are written one below the other",)
            )
            segments.append(DraftedSegment(id, label.text, tuple(groups), comments=comments))
        return tuple(segments), places

    def _comments(self) -> Iterator[str]:
        columns = self._columns
        if columns.total is None:
            yield "no column of the table is of all who were asked: their percentages are missing"
        told = {columns.total, *columns.waves, *columns.groups}
        for column in self._table.columns:
            if column not in told:
                yield f'the column "{column.label}" was not taken over: another one is of all who were asked'

    # ------------------------------------------------------------------------------------------------------- questions

    def _question(self, number: int, asked: TableQuestion) -> DraftedQuestion:
        instead = f"{self._words.question} {number}"
        label = self._texts.drawn(asked.label, QUESTION_ROOM, instead=instead)
        topic = self._texts.drawn(label.text.rstrip("?:. "), TOPIC_ROOM, instead=instead).text
        id = (
            own_id(asked.label, self._ids, instead=f"q{number}")
            if asked.label
            else own_id(f"q{number}", self._ids, instead="q")
        )
        self._ids.add(id)
        answers = asked.answers[:MOST_ANSWERS]
        sums = [_sum_of(answers, column) for column in self._table.columns]
        is_multiple = asked.is_multiple or any(each.is_above_100 for each in sums)
        steps, kind = _steps(answers, is_multiple=is_multiple)
        drafted = self._answers(steps, answers)
        if not is_multiple:
            drafted = tuple(replace(answer, own_n={}) for answer in drafted)
        of_total = _sum_of(answers, self._columns.total) if self._columns.total else None
        comments = [*([label.comment] if label.comment else []), *asked.comments]
        if not asked.label:
            comments.append("TODO what was asked: the table does not say it above these answers")
        if len(asked.answers) > len(answers):
            comments.append(f"{len(asked.answers) - len(answers)} more answers of the table were not taken over")
        question = DraftedQuestion(
            id,
            kind,
            topic,
            label.text,
            drafted,
            comments=tuple(comments),
            is_inferred=not asked.is_said,
            has_rest=not is_multiple and of_total is not None and of_total.is_below_100,
            n=self._counts(asked, is_multiple=is_multiple),
        )
        return self._with_figures(question, [answers[int(step.value.code)] for step in steps])

    def _answers(self, steps: Sequence[Step], answers: Sequence[TableAnswer]) -> tuple[DraftedAnswer, ...]:
        names, found = Answers(self._texts, instead=self._words.answer, taken=self._taken), list[DraftedAnswer]()
        for step in steps:
            answer = answers[int(step.value.code)]
            percent = answer.percents.get(self._columns.total) if self._columns.total else None
            is_of_earlier = percent is None and self._is_of_earlier(answer, answers)
            named = names.named(answer.label)
            own_n = self._by_name(answer.n)
            found.append(replace(named, role=step.role, percent=percent, is_of_earlier=is_of_earlier, own_n=own_n))
        return tuple(found)

    def _is_of_earlier(self, answer: TableAnswer, answers: Sequence[TableAnswer]) -> bool:
        """Whether an answer stands in earlier waves alone, and others of its question in the current one."""
        total, earlier = self._columns.total, self._columns.earlier
        has_current = any(total in each.percents for each in answers)
        return has_current and bool(answer.percents.keys() & earlier.keys())

    def _counts(self, asked: TableQuestion, *, is_multiple: bool) -> Mapping[str, int]:
        """How many were asked, by column; not where answers that exclude each other stand on different numbers."""
        open_ = () if is_multiple else {column for answer in asked.answers for column in answer.n}
        return self._by_name({column: n for column, n in asked.n.items() if column not in open_})

    def _by_name(self, counts: Mapping[TableColumn, int]) -> Mapping[str, int]:
        """Numbers of respondents by the name of their column in survey.yaml."""
        columns = self._columns
        found: dict[str, int] = {}
        for column, n in counts.items():
            if column == columns.total:
                found["total"] = n
            elif column in columns.earlier:
                found[columns.earlier[column].id] = n
            elif column in columns.groups:
                found[".".join(columns.groups[column])] = n
        return dict(sorted(found.items(), key=lambda each: each[0] != "total"))

    def _with_figures(self, question: DraftedQuestion, answers: Sequence[TableAnswer]) -> DraftedQuestion:
        """The question with the percentages of earlier waves and of groups, of which there are any."""
        columns = self._columns
        by_id = [*zip((answer.id for answer in question.answers), answers, strict=True)]

        def figures(column: TableColumn) -> Mapping[str, str]:
            return {id: answer.percents[column] for id, answer in by_id if column in answer.percents}

        ordered = sorted(columns.earlier.items(), key=lambda each: each[1].date, reverse=True)
        earlier = {wave.id: found for column, wave in ordered if (found := figures(column))}
        segments: dict[str, dict[str, Mapping[str, str]]] = {}
        for column, (segment, group) in columns.groups.items():
            if found := figures(column):
                segments.setdefault(segment, {})[group] = found
        return replace(question, earlier=earlier, segments=segments)

    def _with_batteries(self, questions: Sequence[DraftedQuestion]) -> Iterator[DraftedQuestion]:
        """The questions, those that follow each other with the steps of one scale sharing it."""
        run: list[DraftedQuestion] = []
        for question in questions:
            if run and _steps_of(run[-1]) == _steps_of(question):
                run.append(question)
                continue
            yield from self._shared(run)
            run = [question]
        yield from self._shared(run)

    def _shared(self, run: Sequence[DraftedQuestion]) -> Iterator[DraftedQuestion]:
        if len(run) < 2 or any(each.type is not QuestionType.SCALE for each in run):
            yield from run
            return
        scale = own_id(f"scale_{len(self._scales) + 1}", self._scales, instead="scale")
        self._scales[scale] = tuple(replace(answer, percent=None) for answer in run[0].answers)
        for question in run:
            yield replace(question, scale=scale)


def _steps_of(question: DraftedQuestion) -> object:
    """What two questions have to have in common to share a scale."""
    return question.type, [(a.id, a.label, a.role, a.is_of_earlier) for a in question.answers]


def _date_of(column: TableColumn) -> str | None:
    """The date that a column is headed by: a year, or a month of one."""
    label = column.label.strip()
    if len(label) > LONGEST_DATE:
        return None
    if found := _MONTH.fullmatch(label):
        year, month = found["year"] or found["y"], int(found["month"] or found["m"])
        return f"{year}-{month:02}"
    year = year_in(label)
    return str(year) if year else None


def _steps(answers: Sequence[TableAnswer], *, is_multiple: bool) -> tuple[tuple[Step, ...], QuestionType]:
    values = tuple(Value(str(place), answer.label, 0) for place, answer in enumerate(answers))
    if is_multiple:
        return answers_of(values), QuestionType.MULTIPLE
    scale = scale_of(values)
    return (scale, QuestionType.SCALE) if scale else (answers_of(values), QuestionType.SINGLE)


@frozen
class _Sum:
    """The sum of a column: as little and as much as it can be, and how far rounding may take it from the true one."""

    least: Decimal
    most: Decimal
    rounding: Decimal
    n: int

    @property
    def is_above_100(self) -> bool:
        return self.least > 100 + self.rounding

    @property
    def is_below_100(self) -> bool:
        return self.n > 0 and self.most < 100 - self.rounding


def _sum_of(answers: Sequence[TableAnswer], column: TableColumn) -> _Sum:
    written = [answer.percents[column] for answer in answers if column in answer.percents]
    exact = [Decimal(each) for each in written if not each.startswith("<")]
    bounds = [Decimal(each[1:]) for each in written if each.startswith("<")]
    halves = [Decimal(5).scaleb(int(each.as_tuple().exponent) - 1) for each in exact]
    return _Sum(Decimal(sum(exact)), Decimal(sum(exact) + sum(bounds)), Decimal(sum(halves)), len(written))
