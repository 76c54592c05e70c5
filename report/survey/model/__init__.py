"""A survey as frozen values, the way its publisher states it; no judgement of the numbers, no wording.

Texts stay in all their languages (`Translated`); positions in the source travel with everything an author can get
wrong and take no part in equality.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from decimal import Decimal
from enum import Enum

from report.diagnostics import Location, SourceText
from report.frozen import frozen
from report.language.dates import PartialDate
from report.units import Between


@frozen
class Translated:
    """One text in the languages that the author wrote it in."""

    by_language: Mapping[str, SourceText]
    location: Location | None = field(default=None, compare=False, repr=False)

    def source(self, language: str) -> SourceText:
        """The text with its positions; KeyError for a language that was not written (reading has refused that)."""
        return self.by_language[language]

    def text(self, language: str) -> str:
        """The bare text in a language."""
        return self.by_language[language].text


class UnitForm(Enum):
    """A form of a unit beside its plural: behind a share, behind a number ("48 von 100 ..."), and of one alone."""

    SHARE = "share"
    OF = "of"
    ONE = "one"


@frozen
class Unit:
    """What percentages are per cent of, a plural ("Haushalte").

    forms: those that the author gave because the rule of a language gets them wrong, in some or all languages.
    """

    many: Translated
    forms: Mapping[UnitForm, Translated] = field(default_factory=dict)

    def form(self, form: UnitForm, language: str) -> SourceText | None:
        """The author's own form in a language, if there is one."""
        texts = self.forms.get(form)
        return texts.by_language.get(language) if texts else None

    def source(self, language: str) -> SourceText:
        """The plural with its positions."""
        return self.many.source(language)

    def text(self, language: str) -> str:
        """The bare plural."""
        return self.many.text(language)


class QuestionType(Enum):
    """How many answers a respondent could give, whether they have an order, whether they are numbers."""

    SINGLE = "single"
    MULTIPLE = "multiple"
    SCALE = "scale"
    NUMERIC = "numeric"
    "A number each, of which the answers are classes in order."
    NPS = "nps"
    "A rating from 0 to 10 each, of which the answers are detractors, passives and promoters."

    @property
    def is_ordered(self) -> bool:
        """Whether the answers are steps of an order, which they keep."""
        return self in (QuestionType.SCALE, QuestionType.NUMERIC, QuestionType.NPS)

    @property
    def statistics(self) -> tuple[Statistic, ...]:
        """What is told of the numbers that respondents gave, beside shares."""
        found = {
            QuestionType.NUMERIC: (Statistic.MEAN, Statistic.MEDIAN),
            QuestionType.NPS: (Statistic.NPS,),
        }
        return found.get(self, ())

    @property
    def adds_up(self) -> bool:
        """Whether the answers exclude each other, so that their sum is a share of the respondents."""
        return self is not QuestionType.MULTIPLE


class Statistic(Enum):
    """A score of a question: a number that is no share of those asked. Its value is its name in expressions."""

    MEAN = "mean"
    MEDIAN = "median"
    NPS = "nps"


DETRACTORS, PASSIVES, PROMOTERS = "detractors", "passives", "promoters"
"""The ids of the answers to a question of the type nps: ratings of 0 to 6, 7 and 8, 9 and 10."""


class AnswerRole(Enum):
    """What an answer is for; everything but REGULAR is placed last or in the middle and never "leading"."""

    REGULAR = "regular"
    OTHER = "other"
    NONE = "none"
    DONT_KNOW = "dont_know"
    REFUSED = "refused"
    MIDPOINT = "midpoint"

    @property
    def is_step(self) -> bool:
        """Whether it is one of the answers that the question is about: a regular one, or the middle of a scale."""
        return self in (AnswerRole.REGULAR, AnswerRole.MIDPOINT)

    @property
    def says_nothing(self) -> bool:
        """Whether it stands for those who gave no answer."""
        return self in (AnswerRole.DONT_KNOW, AnswerRole.REFUSED)

    @property
    def lateness(self) -> int:
        """Where it stands: 0 steps in their order, 1 what else was said, 2 at the end those who said nothing."""
        if self.is_step:
            return 0
        return 2 if self.says_nothing else 1


class AnswerOrder(Enum):
    """Which order answers stand in where they are shown: as they are given, or by falling share."""

    GIVEN = "given"
    SIZE = "size"


class Rest(Enum):
    """What the publisher says of the part of a single-choice question that no answer covers."""

    UNPUBLISHED = "unpublished"
    NO_ANSWER = "no_answer"
    UNKNOWN = "unknown"


class Sample(Enum):
    """How those asked were chosen; only a random sample or a census lets chance be told from a difference."""

    RANDOM = "random"
    QUOTA = "quota"
    PANEL = "panel"
    CENSUS = "census"
    OPEN = "open"


class Wording(Enum):
    """What the publisher says of how the question was worded."""

    EXACT = "exact"
    PARAPHRASED = "paraphrased"
    UNPUBLISHED = "unpublished"


@frozen
class ColumnId:
    """The name of a column: all respondents of a wave ("w2016"), or a segment's column in it ("w2016/size.small")."""

    wave: str
    segment: str | None = None
    column: str | None = None

    def __str__(self) -> str:
        return self.wave if self.is_total else f"{self.wave}/{self.name}"

    @property
    def is_total(self) -> bool:
        """Whether it holds all respondents of its wave."""
        return self.segment is None

    @property
    def name(self) -> str:
        """What an author calls it beside the other columns of its banner: "w2016", "size.small"."""
        return self.wave if self.is_total else f"{self.segment}.{self.column}"


@frozen
class CellId:
    """The name of one number of a survey: "question/answer@w2016" or "question/answer@w2016/size.small"."""

    question: str
    answer: str
    column: ColumnId

    def __str__(self) -> str:
        return f"{self.question}/{self.answer}@{self.column}"

    @property
    def wave(self) -> str:
        """The wave that the number belongs to."""
        return self.column.wave


@frozen
class Wave:
    """One round of the survey; `is_published` is False where it is known to have taken place and nothing came out."""

    id: str
    date: PartialDate
    is_published: bool = True
    source: Translated | None = None
    n: int | None = None
    location: Location | None = field(default=None, compare=False, repr=False)


@frozen
class SegmentColumn:
    """One column of a segmentation ("under 50 staff") and its base, where published."""

    id: str
    label: Translated
    n: int | None = None


@frozen
class Segment:
    """A segmentation: one banner with its columns."""

    id: str
    label: Translated
    columns: tuple[SegmentColumn, ...]


@frozen
class Break:
    """Two neighbouring published waves that are not comparable without restriction, and why."""

    before: str
    after: str
    reason: Translated


@frozen
class Answer:
    """One answer of a question; `short` is its label for narrow places, `says` its predicate ("measure success").

    `is_asked` is False for an answer of earlier waves only; `not_asked_in` names earlier waves that did not offer it.
    `earlier_labels` gives the wording it had in earlier waves; `break_between` two waves between which it changed.
    """

    id: str
    label: Translated
    short: Translated | None = None
    says: Translated | None = None
    role: AnswerRole = AnswerRole.REGULAR
    is_asked: bool = True
    not_asked_in: tuple[str, ...] = ()
    earlier_labels: Mapping[str, Translated] = field(default_factory=dict)
    break_between: tuple[str, str] | None = None
    location: Location | None = field(default=None, compare=False, repr=False)


@frozen
class Net:
    """Several answers of a question taken together; `short` is its label for narrow places."""

    id: str
    label: Translated
    answers: tuple[str, ...]
    short: Translated | None = None
    location: Location | None = field(default=None, compare=False, repr=False)


@frozen
class Question:
    """One question as it was asked; the numbers on it are no part of it.

    type_is_inferred: whether the publisher left it to the sums whether several answers were allowed.
    wording: what is known of the label's words: an exact one may be quoted; None where the publisher says nothing.
    wordings: the same by language, where it is not one for all.
    decimals: printed digits after the mark, the same for the question.
    base: who was asked, where it differs from the survey; n: how many, None = not published; column_n: how many of them
    in groups and earlier waves; cell_n: of single answers and nets, where that is not the n of their column.
    unit: what its percentages are per cent of, where it differs from the survey's.
    scale: the id of the scale whose answers and nets it shares with other questions; short: its row beside these.
    scores: what is named in the place of an answer and is no share ("mean"), each as a net of no answers. measured_in:
    their unit ("years"), for a number each; score_decimals: their printed digits.
    """

    id: str
    type: QuestionType
    topic: Translated
    label: Translated
    answers: tuple[Answer, ...]
    decimals: int = 0
    type_is_inferred: bool = False
    wording: Wording | None = None
    wordings: Mapping[str, Wording] = field(default_factory=dict)
    rest: Rest | None = None
    order: AnswerOrder = AnswerOrder.SIZE
    nets: tuple[Net, ...] = ()
    breaks: tuple[Break, ...] = ()
    base: Translated | None = None
    unit: Unit | None = None
    n: int | None = None
    column_n: Mapping[ColumnId, int] = field(default_factory=dict)
    cell_n: Mapping[CellId, int] = field(default_factory=dict)
    note: Translated | None = None
    scale: str | None = None
    short: Translated | None = None
    scores: tuple[Net, ...] = ()
    measured_in: Translated | None = None
    score_decimals: int = 0
    location: Location | None = field(default=None, compare=False, repr=False)

    def wording_in(self, language: str) -> Wording | None:
        """What is known of the words that the label has in a language."""
        return self.wordings.get(language, self.wording)

    @property
    def keeps_order(self) -> bool:
        """Whether its answers stand as they are given: those of a scale always do."""
        return self.type.is_ordered or self.order is AnswerOrder.GIVEN

    def answer(self, answer: str) -> Answer:
        """The answer of that id; KeyError if there is none."""
        for candidate in self.answers:
            if candidate.id == answer:
                return candidate
        raise KeyError(answer)

    def answer_or_net(self, name: str) -> Answer | Net:
        """The answer, net or score of that id, which are unique together; KeyError if there is none."""
        for net in (*self.nets, *self.scores):
            if net.id == name:
                return net
        return self.answer(name)


@frozen
class Fieldwork:
    """First and last day (or month) in the field."""

    first: PartialDate
    last: PartialDate


@frozen
class Unread:
    """What a survey's file has and could not be read: its faults are told there, and it is nothing that is missing.

    questions: their ids. is_open: what the file names cannot be told for sure, so that any name may be one of it.
    """

    questions: frozenset[str] = frozenset()
    is_open: bool = False

    def may_have(self, name: str) -> bool:
        """Whether a name that the survey does not have may be one of its file."""
        return self.is_open or name in self.questions


@frozen
class Survey:
    """What was asked, of whom, when and by whom. `rhythm` is "yearly" where a chart over waves has a slot a year.

    wave: the id of the wave that plain figures belong to. waves are in order of time. Everything optional is None
    where nothing was published: no n is ever invented. digest: of what its file says (`yaml_source.digest_of`), empty
    if it was read from none. unread: what of it has faults; it is part of nothing else.
    """

    title: Translated
    short_title: Translated
    publisher: SourceText
    institute: SourceText | None
    published: PartialDate
    population: Translated
    unit: Unit
    wave: str
    waves: tuple[Wave, ...]
    questions: tuple[Question, ...]
    rhythm: str | None = None
    sample: Sample | None = None
    segments: tuple[Segment, ...] = ()
    n: int | None = None
    fieldwork: Fieldwork | None = None
    mode: Translated | None = None
    weighting: Translated | None = None
    sponsor: SourceText | None = None
    source: Translated | None = None
    link: SourceText | None = None
    note: Translated | None = None
    unread: Unread = Unread()
    digest: str = field(default="", compare=False, repr=False)
    location: Location | None = field(default=None, compare=False, repr=False)

    def question(self, question: str) -> Question:
        """The question of that id; KeyError if there is none."""
        for candidate in self.questions:
            if candidate.id == question:
                return candidate
        raise KeyError(question)

    def unit_of(self, question: Question) -> Unit | None:
        """What the question's percentages are per cent of; None where it was put to some only, and does not say it.

        Nor does one that repeats the unit of all, by which nobody would tell them from these.
        """
        if question.base and question.unit == self.unit:
            return None
        return question.unit or (None if question.base else self.unit)

    def wave_by_id(self, wave: str) -> Wave:
        """The wave of that id; KeyError if there is none."""
        for candidate in self.waves:
            if candidate.id == wave:
                return candidate
        raise KeyError(wave)

    @property
    def current_wave(self) -> Wave:
        """The wave that plain figures belong to."""
        return self.wave_by_id(self.wave)


@frozen
class PublishedFigure:
    """A percentage as printed (0 to 100, its decimals kept, or less than a bound) and where it stands."""

    percent: Decimal | Between
    location: Location | None = field(default=None, compare=False, repr=False)


@frozen
class Published:
    """What came out of a survey, as its publisher printed it: every percentage by its cell."""

    survey: Survey
    figures: Mapping[CellId, PublishedFigure]
