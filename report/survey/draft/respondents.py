"""A survey of respondents, drafted from what its data file says of itself and from what stands in its columns.

columns ─ weight, wave ─ sets ─ lists ─ choices ─ batteries, banners ─> questions, in the order of the file
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace
from itertools import pairwise
from typing import TypeAlias

from report.language.registry import load
from report.respondents.header import BETWEEN
from report.respondents.model import Codebook
from report.respondents.profiles import Profile
from report.survey.draft.answers import Answers
from report.survey.draft.banners import Banner, banners_of
from report.survey.draft.bases import Filling, with_bases
from report.survey.draft.batteries import Battery, Step, answers_of, batteries_of, scale_of
from report.survey.draft.columns import Choice, Lists, waves_in
from report.survey.draft.faults import small_group
from report.survey.draft.ids import own_id
from report.survey.draft.left_out import unused_weight_among, year_of_dates
from report.survey.draft.model import (
    DraftedAnswer,
    DraftedData,
    DraftedQuestion,
    DraftedSegment,
    DraftedSurvey,
    DraftedWave,
)
from report.survey.draft.numbers import is_asked_number, is_recommendation
from report.survey.draft.sets import CodeSet, MarkSet
from report.survey.draft.sorting import SortedColumns, sorted_columns
from report.survey.draft.stems import in_common, stem_of
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
from report.survey.draft.values import Value, are_numbers, code_of, missing_of
from report.survey.draft.vocabulary import RESPONSE, bare, language_of, role_of, year_in
from report.survey.draft.wave_answers import with_waves
from report.survey.draft.words import WORDS
from report.survey.file.schema import MOST_QUESTIONS
from report.survey.model import AnswerRole, QuestionType

LEAST_SHOWN = 30
"""Respondents that a number needs to be shown, where the survey says nothing else."""
BANDS = 5


Foretelling: TypeAlias = Callable[[Sequence[str], Sequence[str]], Mapping[tuple[str, str], float]]
"""How well columns foretell group columns, by pair: from 0 to 1."""

LEAST_A_VALUE = 10
"""Rows that a value of a question has on average, for it to foretell anything but by chance."""

TELLS_THE_GROUP = 0.9
"""How well a question foretells a group at least that says the same as the segmentation: by it, all is 100 or 0 %."""


def respondents_draft(
    codebook: Codebook,
    profiles: Sequence[Profile],
    *,
    file: str,
    year: int,
    texts: Texts,
    foretelling: Foretelling,
    filling: Filling,
    display: str,
) -> DraftedSurvey | None:
    """The survey of a file; None for one that has no question.

    file: its name, as survey.yaml beside it names it. display: its path, as messages show it. year: of the
    publication, where nothing else tells one.
    """
    return _Drafting(codebook, profiles, file, year, texts).survey(foretelling, filling, display)


class _Drafting:
    """One drafting of a file."""

    def __init__(self, codebook: Codebook, profiles: Sequence[Profile], file: str, year: int, texts: Texts) -> None:
        self._profiles, self._file = profiles, file
        self._reading = codebook.reading
        self._columns = sorted_columns(codebook, profiles)
        self._language = language_of(self._said())
        self._words = WORDS[self._language]
        self._texts = replace(texts, language=load(self._language))
        self._waves = self._drafted_waves()
        dates = [year_of_dates(profiles), year_in(file), int(self._waves[-1].date[:4]) if self._waves else None]
        self._year = max((each for each in dates[:2] if each), default=None) or dates[2] or year
        self._year = max(self._year, dates[2] or 0)
        self._taken = {wave.id for wave in self._waves}
        self._question_ids, self._ids_of_segments = set[str](), set[str]()
        self._scales: dict[str, tuple[DraftedAnswer, ...]] = {}

    def survey(self, foretelling: Foretelling, filling: Filling, display: str) -> DraftedSurvey | None:
        banners = banners_of(self._columns.choices, self._columns.numbers, language=self._language)
        of_banners = {each.profile.variable.name: each for each in banners}
        same = self._same_as(of_banners, foretelling)
        columns = self._without({*of_banners, *same})
        if not (columns.choices or columns.sets or columns.lists):
            banners, of_banners, same, columns = (), {}, {}, self._columns
        left_out = [
            *columns.left_out,
            *((name, f"says what the segment of {group} says") for name, group in same.items()),
        ]
        hides_small = self._largest_base(columns) >= LEAST_SHOWN
        segments = tuple(self._segment(banner, hides_small=hides_small) for banner in banners)
        self._taken |= {segment.id for segment in segments}
        found = dict[str, DraftedQuestion]()
        for question in self._questions(columns):
            found[question.column or next(iter(question.columns), None) or question.answers[0].column or ""] = question
        if not found:
            found = {each.column or "": each for each in self._of_numbers()}
        order = [each.variable.name for each in self._profiles]
        questions = [found[name] for name in sorted(found, key=order.index)]
        if not questions:
            return None
        used = {question.column for question in questions}
        too_many = [
            (each.id, f"a survey has at most {MOST_QUESTIONS} questions") for each in questions[MOST_QUESTIONS:]
        ]
        questions = questions[:MOST_QUESTIONS]
        if self._columns.wave:
            column = self._columns.wave.variable.name
            questions = [*with_waves(questions, self._waves, column, self._profiles, filling)]
        survey = self._whole(
            with_bases(questions, segments, self._scales, self._profiles, filling, self._words),
            segments,
            (*(each for each in left_out if each[0] not in (*of_banners, *used)), *too_many),
            hides_small=hides_small,
        )
        few = [(banner, group) for banner in banners for group in _too_few(banner) if hides_small]
        told = (small_group(banner.profile.variable.name, group.label, group.n, display) for banner, group in few)
        return replace(survey, warnings=(*survey.warnings, *told))

    def _same_as(self, banners: Mapping[str, Banner], foretelling: Foretelling) -> Mapping[str, str]:
        """The columns that say the same as a suggested segmentation, each with the column of that."""
        groups = [name for name, banner in banners.items() if not banner.are_ranges]
        choices = [each.variable.name for each in self._columns.choices if each.variable.name not in banners]
        in_sets = {column: each.columns for each in self._columns.sets for column in each.columns}
        if not groups or not (choices or in_sets):
            return {}
        rows_a_value = {each.variable.name: each.n_filled / max(1, each.n_values) for each in self._profiles}
        found: dict[str, str] = {}
        for (column, group), part in foretelling([*choices, *in_sets], groups).items():
            if part >= TELLS_THE_GROUP and rows_a_value.get(column, LEAST_A_VALUE) >= LEAST_A_VALUE:
                found |= dict.fromkeys(in_sets.get(column, (column,)), group)
        return found

    def _without(self, names: AbstractSet[str]) -> SortedColumns:
        """The columns that are left where some are taken away."""
        columns = self._columns
        return replace(
            columns,
            choices=tuple(each for each in columns.choices if each.variable.name not in names),
            numbers=tuple(each for each in columns.numbers if each.variable.name not in names),
            sets=tuple(each for each in columns.sets if names.isdisjoint(each.columns)),
        )

    def _whole(
        self,
        questions: tuple[DraftedQuestion, ...],
        segments: tuple[DraftedSegment, ...],
        left_out: tuple[tuple[str, str], ...],
        *,
        hides_small: bool,
    ) -> DraftedSurvey:
        words, columns = self._words, self._columns
        stem = self._file.rsplit(".", 1)[0]
        weight, questions = columns.weight, with_topics(questions, self._language)
        return DraftedSurvey(
            language=self._language,
            title=self._texts.drawn(spoken(stem.replace("-", " ")), TITLE_ROOM, instead=words.survey).text,
            publisher=words.publisher,
            published=str(self._year),
            population=words.population,
            unit=words.respondents,
            source=self._file,
            questions=questions,
            data=DraftedData(
                file=self._file,
                n_rows=self._profiles[0].n_rows,
                sheet=self._reading.sheet,
                header_rows=self._reading.header_rows or 1,
                weight=weight.variable.name if weight else None,
                wave_column=columns.wave.variable.name if columns.wave else None,
                hides_small=hides_small,
            ),
            waves=self._waves,
            segments=segments,
            scales=self._scales,
            left_out=left_out,
            comments=tuple(of_topics(questions)),
            unused_weight=None if weight else unused_weight_among(self._profiles),
        )

    def _said(self) -> Iterator[str]:
        """The words of the file, by which its language is known."""
        for profile in self._profiles:
            yield profile.variable.label or profile.variable.name
            yield from (value.label for value in profile.variable.values)
        columns = self._columns
        for values in [each.values for each in columns.choices] + [each.values for each in columns.lists]:
            yield from (value.label for value in values)

    def _largest_base(self, columns: SortedColumns) -> float:
        """The respondents of the question of these that most answered, at most as many as their weights are worth."""
        bases = [each.n_answers for each in columns.choices] + [each.profile.n_filled for each in columns.lists]
        bases += [each.n if isinstance(each, MarkSet) else each.choice.n_answers for each in columns.sets]
        bases += [each.n_filled for each in columns.numbers if is_asked_number(each)]
        numbers = columns.weight.numbers if columns.weight else None
        worth = numbers.mean**2 / numbers.mean_square if numbers and numbers.mean_square else 1.0
        largest = max(bases, default=0) * worth
        return largest / max(1, len(self._waves))

    # ------------------------------------------------------------------------------------------- waves and segments

    def _drafted_waves(self) -> tuple[DraftedWave, ...]:
        wave = self._columns.wave
        found = waves_in(wave) if wave else ()
        are_of_one_year = len({date[:4] for _, date in found}) < len(found)
        names = [f"w{date.replace('-', '_') if are_of_one_year else date[:4]}" for _, date in found]
        return tuple(DraftedWave(name, date, (code,)) for name, (code, date) in zip(names, found, strict=True))

    def _segment(self, banner: Banner, *, hides_small: bool) -> DraftedSegment:
        variable = banner.profile.variable
        label = self._texts.drawn(variable.label or spoken(variable.name), SEGMENT_ROOM, instead=self._words.group)
        id = own_id(variable.name, {*self._taken, *self._ids_of_segments}, instead="segment")
        self._ids_of_segments.add(id)
        comments = (label.comment,) if label.comment else ()
        if banner.are_ranges:
            comments = (*comments, "the ages are grouped as is usual: change the ranges as you need them")
        if hides_small and (few := _too_few(banner)):
            said = ", ".join(f'"{group.label}" ({group.n})' for group in few)
            comment = (
                f"TODO too few to be shown: {said}; another group is hidden with it. Count it with one, or take it out"
            )
            comments = (*comments, comment)
        return DraftedSegment(id, label.text, self._groups(banner.groups), variable.name, comments)

    def _groups(self, values: Sequence[Value]) -> tuple[DraftedAnswer, ...]:
        found, taken = list[DraftedAnswer](), set[str]()
        for value in values:
            label = self._texts.drawn(value.label, GROUP_ROOM, instead=f"{self._words.group} {len(found) + 1}")
            id = own_id(value.label, taken, instead="group")
            taken.add(id)
            found.append(DraftedAnswer(id, label.text, codes=(value.code,), comment=label.comment))
        return tuple(found)

    # ------------------------------------------------------------------------------------------------- questions

    def _questions(self, columns: SortedColumns) -> Iterator[DraftedQuestion]:
        recommendations = [choice for choice in columns.choices if is_recommendation(choice)]
        for choice in recommendations:
            yield self._question(choice, QuestionType.NPS, ())
        for profile in filter(is_asked_number, columns.numbers):
            yield self._number(profile)
        choices = tuple(choice for choice in columns.choices if choice not in recommendations)
        batteries = tuple(batteries_of(choices))
        in_batteries = {choice.variable.name for battery in batteries for choice in battery.choices}
        for battery in batteries:
            yield from self._battery(battery)
        for choice in choices:
            if choice.variable.name not in in_batteries:
                yield self._single(choice)
        for lists in columns.lists:
            yield self._list(lists)
        for found in columns.sets:
            yield self._marks(found) if isinstance(found, MarkSet) else self._codes(found)

    def _battery(self, battery: Battery) -> Iterator[DraftedQuestion]:
        names = [choice.variable.name for choice in battery.choices]
        labels = [choice.variable.label or "" for choice in battery.choices]
        common, rests = in_common(labels) if all(labels) else ("", tuple(labels))
        stems = [stem for name in names if (stem := stem_of(name))]
        shared = stems[0].text if len({stem.text for stem in stems}) == 1 and len(stems) == len(names) else ""
        scale = own_id(shared or common or names[0], self._scales, instead="scale")
        scale = scale if scale.endswith("scale") else own_id(f"{scale}_scale", self._scales, instead="scale")
        self._scales[scale] = self._answers(battery.steps)
        said = common or (spoken(shared) if shared else self._words.battery)
        topic = self._texts.drawn(said, TOPIC_ROOM, instead=self._words.battery).text
        for choice, rest in zip(battery.choices, rests, strict=True):
            part = stem_of(choice.variable.name)
            own = rest if common else part.part if part and part.part and not choice.variable.label else None
            short = self._texts.drawn(own, SHORT_STATEMENT, instead="").text if own else ""
            question = self._question(choice, QuestionType.SCALE, ())
            yield replace(question, scale=scale, topic=topic, short=short or None)

    def _single(self, choice: Choice) -> DraftedQuestion:
        steps = scale_of(choice.values) if not choice.has_others and (choice.are_coded or _are_words(choice)) else None
        is_bare = choice.are_coded and not any(value.is_labelled for value in choice.values)
        if steps and not is_bare:
            return self._question(choice, QuestionType.SCALE, steps)
        question = self._question(choice, QuestionType.SINGLE, answers_of(choice.values))
        return replace(question, keeps_order=is_bare)

    def _question(self, choice: Choice, kind: QuestionType, steps: Sequence[Step]) -> DraftedQuestion:
        variable = choice.variable
        question = self._asked(variable.name, variable.label, kind, self._answers(steps))
        if choice.has_others:
            question = self._with_others(question)
        comments = (*question.comments, *_doubt_of(choice))
        return replace(question, column=variable.name, missing=choice.missing, comments=comments)

    def _number(self, profile: Profile) -> DraftedQuestion:
        variable = profile.variable
        question = self._asked(variable.name, variable.label, QuestionType.NUMERIC, ())
        comment = (
            "a number each; classes are made of the data, and `answers` names others: {low: {code: ..9, label: ...}}"
        )
        comments = (*question.comments, comment)
        return replace(question, column=variable.name, missing=missing_of(profile), comments=comments)

    def _list(self, lists: Lists) -> DraftedQuestion:
        variable = lists.profile.variable
        answers = self._answers(answers_of(lists.values))
        question = self._asked(variable.name, variable.label, QuestionType.MULTIPLE, answers)
        if lists.has_others:
            question = self._with_others(question)
        doubts = [f'TODO "{each}" may be one answer: its parts are never apart' for each in lists.never_apart]
        comments = (*question.comments, *doubts)
        return replace(
            question, column=variable.name, separator=lists.separator, missing=lists.missing, comments=comments
        )

    def _codes(self, found: CodeSet) -> DraftedQuestion:
        choice = found.choice
        answers = self._answers(answers_of(choice.values))
        question = self._asked(found.name, found.label, QuestionType.MULTIPLE, answers)
        if choice.has_others:
            question = self._with_others(question)
        return replace(question, columns=found.columns, missing=choice.missing)

    def _marks(self, found: MarkSet) -> DraftedQuestion:
        values = [Value(column, part, 0) for column, part in zip(found.columns, found.parts, strict=True)]
        answers = self._answers(answers_of(values), are_columns=True)
        question = self._asked(found.name, found.label, QuestionType.MULTIPLE, answers)
        comments = question.comments
        if not found.is_declared:
            comments = (*comments, "taken for one question with several answers, since its columns are named alike")
        return replace(
            question,
            comments=comments,
            selected=found.selected,
            not_selected=found.not_selected,
            missing=found.missing,
            is_of_asked=found.are_told,
        )

    def _asked(
        self, name: str, label: str | None, kind: QuestionType, answers: tuple[DraftedAnswer, ...]
    ) -> DraftedQuestion:
        """A question with its id, label and topic."""
        number = len(self._question_ids) + 1
        instead = f"{self._words.question} {number}"
        name = _without_response(name)
        said = label or spoken(name)
        drawn = self._texts.drawn(said, QUESTION_ROOM, instead=instead)
        topic = self._texts.drawn(drawn.text.rstrip("?:. "), TOPIC_ROOM, instead=instead).text
        id = own_id(name, self._question_ids, instead=f"q{number}")
        self._question_ids.add(id)
        comments = (drawn.comment,) if drawn.comment else ()
        return DraftedQuestion(id, kind, topic, drawn.text, answers, comments=comments)

    def _answers(self, steps: Sequence[Step], *, are_columns: bool = False) -> tuple[DraftedAnswer, ...]:
        """The answers of steps, whose codes are columns where there is one an answer."""
        answers = Answers(self._texts, instead=self._words.answer, taken=self._taken)
        named = [(step, answers.named(step.value.label, step.value.code)) for step in steps]
        if are_columns:
            return tuple(replace(each, role=step.role, column=step.value.code) for step, each in named)
        return tuple(
            replace(
                each,
                role=step.role,
                codes=(step.value.code,),
                comment="; ".join(part for part in (each.comment, step.comment) if part) or None,
            )
            for step, each in named
        )

    def _with_others(self, question: DraftedQuestion) -> DraftedQuestion:
        """The question with an answer for all that is not listed."""
        taken = {*self._taken, *(answer.id for answer in question.answers)}
        labels = {answer.label.casefold() for answer in question.answers}
        label = next(each for each in self._words.others if each.casefold() not in labels)
        others = DraftedAnswer(own_id(label, taken, instead="other"), label, role=AnswerRole.OTHER, is_others=True)
        last = [answer for answer in question.answers if answer.role.says_nothing]
        first = [answer for answer in question.answers if not answer.role.says_nothing]
        comment = "the rarer answers are counted together"
        return replace(question, answers=(*first, others, *last), comments=(*question.comments, comment))

    def _of_numbers(self) -> Iterator[DraftedQuestion]:
        """Columns of numbers in ranges, where a file has nothing else to tell."""
        for profile in filter(are_numbers, self._columns.numbers):
            values = tuple(_bands(profile))
            if len(values) > 1:
                choice = Choice(profile, values, missing_of(profile), are_coded=True)
                question = self._question(choice, QuestionType.SINGLE, [Step(v, AnswerRole.REGULAR) for v in values])
                comment = "numbers in ranges: change these as you need them"
                yield replace(question, keeps_order=True, comments=(*question.comments, comment))


SHORT_STATEMENT = 60
"""Characters of the part of a statement that sets it apart from others, in a row of a chart."""


def _too_few(banner: Banner) -> Sequence[Value]:
    """The only group of a segmentation that is too small to be shown, and so has another one hidden with it."""
    few = [] if banner.are_ranges else [group for group in banner.groups if group.n < LEAST_SHOWN]
    return few if len(few) == 1 else []


def _doubt_of(choice: Choice) -> Iterator[str]:
    """What its author has to look at in a choice: codes that were taken for no answer because they lie apart."""
    if choice.apart:
        counts = {code_of(code): n for code, n in choice.profile.values}
        told = ", ".join(f"{code} ({counts.get(code, 0)} rows)" for code in choice.apart)
        yield f"TODO taken for no answer, since it lies apart from all other codes: {told}; is it so?"


def _without_response(name: str) -> str:
    """The name of a column without the "Response" that a second header row says of it."""
    above, between, below = name.rpartition(BETWEEN)
    return above if between and RESPONSE.fullmatch(bare(below)) else name


def _are_words(choice: Choice) -> bool:
    return all(
        role_of(value.label) is not AnswerRole.REGULAR or not value.label[:1].isdigit() for value in choice.values
    )


def _bands(profile: Profile) -> Iterator[Value]:
    """Ranges of whole numbers of about the same width, from the lowest to the highest."""
    numbers = profile.numbers
    if numbers is None or not numbers.are_whole or numbers.highest - numbers.lowest < BANDS:
        return
    lowest, highest = int(numbers.lowest), int(numbers.highest)
    ends = sorted({lowest + (highest + 1 - lowest) * part // BANDS for part in range(BANDS + 1)})
    for start, end in pairwise(ends):
        yield Value(f"{start}..{end - 1}", f"{start}–{end - 1}" if end - 1 > start else str(start), 0)
