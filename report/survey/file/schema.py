"""The keys of survey.yaml and the types of their values: the published percentages of a survey.

One class a block of the file; the descriptions go into the JSON Schema that editors show. What types cannot say of
one value alone is in `checks`.
"""

import re
from collections.abc import Iterator, Mapping
from enum import Enum
from typing import Annotated, Any, ClassVar, TypeAlias

from report.diagnostics import Diagnostic, shortened
from report.language.dates import PartialDate
from report.statistics.intervals import IntervalMethod
from report.survey.file.counts import CountByColumn
from report.survey.file.data_schema import DataBlockFile, LowBaseFile, MissingFile
from report.survey.file.faults import SurveyFault
from report.survey.file.levels import take_levels
from report.survey.file.misplaced import take_misplaced
from report.survey.model import AnswerOrder, AnswerRole, QuestionType, Rest, Sample, Wording
from report.survey.model.codes import as_range
from report.survey.model.respondents import PercentOf
from report.yaml_source import (
    ByLanguage,
    Count,
    Fault,
    Field,
    FileModel,
    Flag,
    Id,
    KeyReference,
    LanguageCode,
    Line,
    Lines,
    Misread,
    Percent,
    Placed,
    Reads,
    Reference,
    References,
    TranslatedLine,
    TranslatedPassage,
    TranslatedPlural,
    format_version,
    missing_key,
    one_of,
    one_of_by_language,
    scalar,
    whole_number,
)
from report.yaml_source.faults import FIRST_LINE
from report.yaml_source.schema import LONGEST_EXAMPLE, NAME_AS_SHOWN
from report.yaml_source.strangers import rename
from report.yaml_source.tree import Block, Items, Node, Scalar

MOST_QUESTIONS, MOST_ANSWERS = 2000, 200
MOST_WAVES, MOST_SEGMENTS, MOST_COLUMNS = 60, 30, 60
"""What a survey can have: far more than any has, and so little that every file is laid out within a minute."""

MOST_DECIMALS = 3
"""Digits after the decimal mark of a percentage."""


OF_NUMBERS = (QuestionType.NUMERIC, QuestionType.NPS)
"""The types of questions that have numbers for answers, and need not list any."""

GIVEN_BY_A_SCALE = ("type", "answers")
"""Keys of a question that `scale` stands instead of."""

_OF_ANSWERS = ("says", "role", "current", "not_asked", "earlier_label", "break")
"""Keys of an answer that a net does not have."""


_YES_OR_NO = ("true", "false", "yes", "no", "ja", "nein")


class TypeSource(Enum):
    """Who says how many answers were allowed."""

    PUBLISHED = "published"
    INFERRED = "inferred"


class Current(Enum):
    """What the current wave did with an answer, where it has no percentage."""

    NOT_ASKED = "not_asked"


class Rhythm(Enum):
    """How often the survey takes place."""

    YEARLY = "yearly"


DATE_PATTERN = r"^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$"
_YEARS = {"minimum": 1000, "maximum": 9999}


def _read_date(node: Node) -> Placed[PartialDate]:
    text = scalar(node).text.text.strip()
    try:
        return Placed(PartialDate.parse(text), node.location)
    except ValueError as error:
        hint = "write 2016, 2016-06 or 2016-06-14"
        raise Misread(Diagnostic(SurveyFault.NOT_A_DATE, str(error), node.location, hint=hint)) from None


LINK_PATTERN = r"^https?://[^\s/]+\S*$"


def _read_link(node: Node) -> str:
    text = scalar(node).text.text.strip()
    if not re.search(LINK_PATTERN, text):
        message = f'"{shortened(text)}" is no address of a web page'
        hint = 'write all of it, "https://" included'
        raise Misread(Diagnostic(SurveyFault.NOT_A_LINK, message, node.location, hint=hint))
    return text


Date: TypeAlias = Annotated[
    Placed[PartialDate],
    Reads(_read_date, {"anyOf": [{"type": "string", "pattern": DATE_PATTERN}, {"type": "integer", **_YEARS}]}),
]
"""A date as exact as it was published: a year, a month or a day."""

RANGE_PATTERN = r"^\s*[+-]?\d*\.?\d*\s*\.\.\s*[+-]?\d*\.?\d*\s*$"


def _read_range(node: Node) -> tuple[float, float]:
    text = scalar(node).text.text.strip()
    ends = as_range(text)
    if ends is None or ends[0] >= ends[1]:
        message = f'"{shortened(text)}" is no range of numbers'
        hint = "write the lowest and the highest number, as in 16..110, or one of them, as in 0.."
        raise Misread(Diagnostic(Fault.WRONG_TYPE, message, node.location, hint=hint))
    return ends


NumberRange: TypeAlias = Annotated[
    tuple[float, float], Reads(_read_range, {"type": "string", "pattern": RANGE_PATTERN})
]
"""A range of numbers, both ends part of it: 16..110, 0.., ..100."""

Link: TypeAlias = Annotated[str, Reads(_read_link, {"type": "string", "pattern": LINK_PATTERN})]

WavePair: TypeAlias = Annotated[list[Reference], Field(min_length=2, max_length=2)]
"""Two waves that follow each other."""


class WaveFile(FileModel):
    """One round of the survey."""

    key_of_words: ClassVar[str | None] = "date"

    date: Date = Field(description="When it took place: 2016, 2016-06 or 2016-06-14.")
    published: Flag = Field(default=True, description="false: it took place, and nothing was published.")
    source: TranslatedLine | None = Field(default=None, description="How to cite it.")
    n: Count | None = Field(default=None, description="How many were asked.")


class SegmentColumnFile(FileModel):
    """One group of a segmentation."""

    key_of_words: ClassVar[str | None] = "label"
    hints_if_missing: ClassVar[Mapping[str, str]] = {"label": NAME_AS_SHOWN}
    also_called: ClassVar[Mapping[str, str]] = {"name": "label", "base": "n", "size": "n", "count": "n"}

    label: TranslatedLine = Field(description="Its name.")
    n: Count | None = Field(default=None, description="How many of it were asked.")
    code: Lines = Field(
        default=(), description="With `data`: what a cell has in this group, values or ranges (18..29, 65..)."
    )


class SegmentFile(FileModel):
    """A segmentation of those asked, such as by size of company."""

    key_of_words: ClassVar[str | None] = "label"
    hints_if_missing: ClassVar[Mapping[str, str]] = {"label": NAME_AS_SHOWN}
    also_called: ClassVar[Mapping[str, str]] = {"name": "label", "groups": "columns", "answers": "columns"}

    label: TranslatedLine = Field(description="What divides the groups.")
    column: Line | None = Field(default=None, description="With `data`: the column that tells the group.")
    columns: dict[Id, SegmentColumnFile] = Field(
        min_length=1, max_length=MOST_COLUMNS, description="The groups, by id."
    )


class FieldworkFile(FileModel):
    """When the interviews were held."""

    also_called: ClassVar[Mapping[str, str]] = {"von": "from", "start": "from", "bis": "to", "end": "to"}

    first: Date = Field(alias="from", description="The first day or month.")
    last: Date = Field(alias="to", description="The last day or month.")

    @classmethod
    def as_block(cls, text: Scalar) -> str | None:
        """One or two dates in a text: "2024-01", "19.5. bis 7.7.2025"."""
        written = text.text.text.strip()
        dates = [f"{year}-{int(month):02}-{int(day):02}" for day, month, year in _days(written)]
        dates = dates or ([written] if re.fullmatch(DATE_PATTERN, written) else [])
        if len(dates) not in (1, 2):
            return "write {from: ..., to: ...}, with the dates of the survey in place of the dots"
        return f"write {{from: {dates[0]}, to: {dates[-1]}}}"


_DAY = re.compile(r"\b(?:(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})?|(\d{4})-(\d{2})-(\d{2})\b)")


def _days(text: str) -> list[tuple[str, str, str]]:
    """The days of a text, each as day, month and year; a year that is left out is that of the last one."""
    found = [(m[1] or m[6], m[2] or m[5], m[3] or m[4] or "") for m in _DAY.finditer(text)]
    year = found[-1][2] if found else ""
    return [(day, month, own or year) for day, month, own in found] if year else []


class WordedAnswerFile(FileModel):
    """One answer apart from its percentages, which differ from question to question of a scale."""

    key_of_words: ClassVar[str | None] = "label"
    hints_if_missing: ClassVar[Mapping[str, str]] = {"label": NAME_AS_SHOWN}
    also_called: ClassVar[Mapping[str, str]] = {"name": "label", "text": "label"}

    label: TranslatedLine = Field(description="The answer.")
    short: TranslatedLine | None = Field(default=None, description="Its label for narrow places.")
    says: TranslatedLine | None = Field(
        default=None, description="The answer as a predicate for generated sentences: measure their success."
    )
    role: Annotated[AnswerRole, one_of(AnswerRole)] = Field(
        default=AnswerRole.REGULAR, description="What else it is: drawn lighter, last or in the middle, never leading."
    )
    current: Annotated[Current, one_of(Current)] | None = Field(
        default=None, description="not_asked: an answer of earlier waves only."
    )
    not_asked: list[Reference] = Field(default_factory=list, description="Earlier waves that did not offer it.")
    earlier_label: dict[KeyReference, TranslatedLine] = Field(
        default_factory=dict, description="Its wording in earlier waves, by wave."
    )
    break_between: WavePair | None = Field(
        default=None, alias="break", description="Two waves between which this answer was changed."
    )
    code: Lines = Field(
        default=(), description="With `data`: what a cell has if it was given, one value or several; else its label."
    )
    others: Flag = Field(
        default=False, description="With `data`: true for the answer that every value is which nothing else names."
    )

    @classmethod
    def odd_keys(cls, block: Block) -> Iterator[Diagnostic]:
        """A mere yes in the place of the waves that did not ask an answer, which is not read."""
        said = block.get("not_asked")
        if isinstance(said, Scalar) and said.text.text.lower() in _YES_OR_NO:
            del block["not_asked"]
            block.unread += ("not_asked",)
            message = "`not_asked` says in which earlier waves, not whether an answer was not asked"
            hint = "write the ids of these waves, as in [...], or `current: not_asked` if it is the current wave"
            yield Diagnostic(Fault.WRONG_TYPE, message, said.location, hint=hint)


OWN_N = "With `type: multiple`: how many its percentages stand on, where that is not the `n` of the question."


class AnswerFile(WordedAnswerFile):
    """One answer of a question; without `percent` it was not published."""

    also_called: ClassVar[Mapping[str, str]] = {
        **WordedAnswerFile.also_called, "value": "percent", "share": "percent", "base": "n",
    }  # fmt: skip

    percent: Percent | None = Field(
        default=None, description="Per cent in the current wave, as published: 49, 49.5, <1."
    )
    n: CountByColumn | None = Field(default=None, description=OWN_N)
    column: Line | None = Field(default=None, description="With `data`: the column that says whether it was given.")

    @classmethod
    def as_block(cls, text: Scalar) -> str | None:
        """An answer of which only the percentage stands there, or only the label."""
        written, name = text.text.text.strip(), text.name.text
        if not written or "\n" in written or len(written) > LONGEST_EXAMPLE:
            return None
        if re.match(r"[\d<]", written):
            label = name.replace("_", " ")
            return f"write {{percent: {written.removesuffix('%').rstrip().replace(',', '.')}, label: {label}}}"
        label = f'"{written}"' if re.search(r"[,:#{}\[\]]", written) else written
        return f"write {{percent: 50, label: {label}}}, with its percentage; without one it was not published"


class ScaleEntryFile(WordedAnswerFile):
    """One answer of a scale that several questions share; with `of` a net of its answers."""

    also_called: ClassVar[Mapping[str, str]] = {
        **WordedAnswerFile.also_called, "net": "of", "sum": "of", "members": "of",
    }  # fmt: skip
    keys_for_editors: ClassVar[Mapping[str, Any]] = {
        "if": {"required": ["of"]},
        "then": {"properties": dict.fromkeys(_OF_ANSWERS, False)},
    }

    of: Annotated[list[Reference], Field(min_length=2)] | None = Field(
        default=None, description="The answers that it takes together: it is a net, and no answer."
    )

    @classmethod
    def odd_keys(cls, block: Block) -> Iterator[Diagnostic]:
        """The keys of an answer that stand in a net."""
        yield from super().odd_keys(block)
        for key in (key for key in _OF_ANSWERS if key in block.written and "of" in block.written):
            message = f'"{key}" is not a key of {block.name}, which is a net'
            note = "an entry of a scale with `of` is a net; it can have the keys label, of, short"
            yield Diagnostic(Fault.UNKNOWN_KEY, message, block.written[key].location, (note,))


class NetFile(FileModel):
    """Several answers taken together."""

    key_of_words: ClassVar[str | None] = "label"
    hints_if_missing: ClassVar[Mapping[str, str]] = {"label": NAME_AS_SHOWN}
    also_called: ClassVar[Mapping[str, str]] = {
        "name": "label", "answers": "of", "sum": "of", "members": "of", "base": "n",
    }  # fmt: skip

    label: TranslatedLine = Field(description="What they have in common.")
    short: TranslatedLine | None = Field(default=None, description="Its label for narrow places.")
    of: list[Reference] = Field(min_length=2, description="The answers.")
    percent: Percent | None = Field(
        default=None, description="Per cent in the current wave, if published; without it the sum of its answers."
    )
    n: CountByColumn | None = Field(default=None, description=OWN_N)


class BreakFile(FileModel):
    """Why two waves of a question cannot be compared without reservation."""

    between: WavePair = Field(description="The two waves.")
    reason: TranslatedLine = Field(description="What was changed.")


class QuestionFile(FileModel):
    """One question and what was published on it.

    Where `scale` stands, `scales.spelled_out` gives it the type and the answers of its scale.
    """

    hints_if_missing: ClassVar[Mapping[str, str]] = {"label": NAME_AS_SHOWN}
    also_called: ClassVar[Mapping[str, str]] = {
        "sort": "order", "question": "label", "text": "label", "title": "topic",
        "groups": "segments", "waves": "earlier",
    }  # fmt: skip
    keys_for_editors: ClassVar[Mapping[str, Any]] = {
        "if": {"required": ["scale"]},
        "then": {"properties": dict.fromkeys(GIVEN_BY_A_SCALE, False)},
        "else": {
            "required": ["type"],
            "properties": {"percent": False},
            "if": {"not": {"properties": {"type": {"enum": [each.value for each in OF_NUMBERS]}}}},
            "then": {"required": ["answers"]},
        },
    }

    type: Annotated[QuestionType, one_of(QuestionType, blank=QuestionType.MULTIPLE)] = Field(
        default=QuestionType.MULTIPLE,
        description="single: one answer each; multiple: several; scale: one of several in an order. With `data` also "
        "numeric: a number each; nps: a recommendation from 0 to 10.",
        tells_default=False,  # it may be left out for a scale alone
    )
    type_source: Annotated[TypeSource, one_of(TypeSource)] = Field(
        default=TypeSource.PUBLISHED, description="inferred: the type follows from the sums alone."
    )
    topic: TranslatedLine = Field(description="A word or two that name it.")
    label: TranslatedLine = Field(description="The question.")
    short: TranslatedLine | None = Field(
        default=None, description="The question for narrow places: its row in a chart of several questions."
    )
    wording: Annotated[ByLanguage[Wording], one_of_by_language(Wording)] | None = Field(
        default=None,
        description="What the publisher says of the label's words, in all languages or by language: exact, as it was "
        "asked; paraphrased; unpublished.",
    )
    rest: Annotated[Rest, one_of(Rest)] | None = Field(
        default=None, description="What the part is that no answer covers, where the sum is below 100."
    )
    base: TranslatedLine | None = Field(default=None, description="Who was asked, where not all were.")
    unit: TranslatedPlural | None = Field(
        default=None, description="What its percentages are per cent of, where not of all; a plural."
    )
    n: CountByColumn | None = Field(
        default=None, description="How many were asked: of all, or by column (total, an earlier wave, size.small)."
    )
    decimals: Annotated[Placed[int], whole_number(0, MOST_DECIMALS)] | None = Field(
        default=None,
        description="Digits after the decimal point; otherwise the most that occur. With `type: numeric` those of its "
        "mean and median: 1, if nothing is said.",
    )
    note: TranslatedPassage | None = Field(default=None, description="What else has to be known.")
    order: Annotated[AnswerOrder, one_of(AnswerOrder)] | None = Field(
        default=None,
        description="given: answers are shown as listed, as a scale always is; size: largest first.",
    )
    answers: dict[Id, AnswerFile] = Field(
        default_factory=dict,
        min_length=1,
        max_length=MOST_ANSWERS,
        description="The answers, by id; a scale in its order.",
    )
    scale: Reference | None = Field(
        default=None, description="The scale whose answers it shares, instead of `type` and `answers`."
    )
    percent: dict[KeyReference, Percent] = Field(
        default_factory=dict,
        max_length=MOST_ANSWERS,
        description="Percentages of the current wave, by answer or net of its scale.",
    )
    nets: dict[Id, NetFile] = Field(
        default_factory=dict, max_length=MOST_ANSWERS, description="Answers taken together, by id."
    )
    earlier: dict[KeyReference, dict[KeyReference, Percent]] = Field(
        default_factory=dict, description="Percentages of earlier waves, by wave and answer."
    )
    breaks: list[BreakFile] = Field(
        default_factory=list, max_length=MOST_WAVES, description="Where waves are not comparable."
    )
    segments: dict[KeyReference, dict[KeyReference, dict[KeyReference, Percent]]] = Field(
        default_factory=dict, description="Percentages of groups, by segmentation, group and answer."
    )
    column: Line | None = Field(
        default=None, description="With `data`: the column that its answers stand in; else that of its id."
    )
    columns: Lines = Field(
        default=(), description="With `data`: the columns that have the codes of its answers, one mention each."
    )
    separator: Line | None = Field(
        default=None, description="With `data`: what stands between answers where one cell lists several."
    )
    selected: Lines = Field(default=(), description="With `data`: what the column of an answer has if it was given.")
    not_selected: Lines = Field(
        default=(), description="With `data`: what the column of an answer has if it was not given."
    )
    missing: MissingFile | None = Field(
        default=None, description="With `data`: the codes of those who gave none of the answers."
    )
    percent_of: Annotated[PercentOf, one_of(PercentOf)] | None = Field(
        default=None,
        description="With `data`: answered, those who gave one of its answers; asked: all it was put to.",
    )
    measured_in: TranslatedLine | None = Field(
        default=None, description="With `type: numeric`: the unit of its numbers, such as years; a plural."
    )
    plausible: NumberRange | None = Field(
        default=None, description="With `type: numeric`: between which numbers an answer is no slip, such as 16..110."
    )
    filter: References = Field(
        default=(), description="With `data`: an answer one had to give to be asked, such as work.yes, or several."
    )

    @classmethod
    def odd_keys(cls, block: Block) -> Iterator[Diagnostic]:
        """A type and answers have to stand there, or else a scale that gives them; an order is a word."""
        if isinstance(order := block.get("order"), Items):
            del block["order"]
            block.unread += ("order",)
            message = "`order` is a list where a word belongs"
            hint = "write `order: given` and list the answers in that order"
            yield Diagnostic(Fault.WRONG_TYPE, message, order.location, hint=hint)
        if "scale" in block.written:
            yield from cls._answers_as_percent(block)
            return
        named = block.get("type")
        is_of_numbers = isinstance(named, Scalar) and named.text.text.strip() in [each.value for each in OF_NUMBERS]
        needed = GIVEN_BY_A_SCALE[:1] if is_of_numbers else GIVEN_BY_A_SCALE
        missing = tuple(key for key in needed if key not in block.written)
        block.unread += missing
        yield from (missing_key(key, block) for key in missing)
        if "percent" in block.written:
            message = f"`percent` gives the figures of a scale, and {block.name} names none"
            hint = "name the `scale`, or write the `percent` of each answer beside its label"
            yield Diagnostic(SurveyFault.WITHOUT_SCALE, message, block.written["percent"].location, hint=hint)

    @property
    def entries(self) -> Mapping[str, AnswerFile | NetFile]:
        """Its answers and nets by id."""
        return {**self.answers, **self.nets}

    @classmethod
    def _answers_as_percent(cls, block: Block) -> Iterator[Diagnostic]:
        """The fault of the percentages of a scale that stand under `answers`; they are read all the same."""
        answers, is_other = block.get("answers"), "percent" in block.written
        is_of_texts = isinstance(answers, Block) and all(isinstance(each, Scalar) for each in answers.values())
        if answers and is_of_texts and not is_other:
            message = f"`answers` stands beside `scale`, which gives {block.name} its type and its answers"
            place = block.written["answers"].location
            rename(block, block.written["answers"], "percent")
            yield Diagnostic(SurveyFault.BESIDE_SCALE, message, place, hint="write `percent` instead of `answers`")


class SurveyFile(FileModel):
    """Published percentages of a survey, for reports made by befund."""

    file_name: ClassVar[str | None] = "survey.yaml"
    hints_if_missing: ClassVar[Mapping[str, str]] = {"format": FIRST_LINE}

    format: Annotated[int, format_version(1)] = Field(description="The version of this format: 1.")
    language: LanguageCode | None = Field(default=None, description="The language of texts that are one string.")
    title: TranslatedLine = Field(description="What the survey is on.")
    short_title: TranslatedLine | None = Field(
        default=None, description="The title for narrow places; without it the title stands there, if it fits."
    )
    publisher: Line = Field(description="Who published it.")
    institute: Line | None = Field(default=None, description="Who carried it out.")
    published: Date = Field(description="When it was published.")
    population: TranslatedLine = Field(description="Who was asked.")
    unit: TranslatedPlural = Field(description="What the percentages are per cent of, a plural.")
    sample: Annotated[Sample, one_of(Sample)] | None = Field(
        default=None, description="How those asked were chosen: random, quota, panel, census, open."
    )
    rhythm: Annotated[Rhythm, one_of(Rhythm)] | None = Field(
        default=None, description="yearly: charts over waves keep a place for every year."
    )
    wave: Reference | None = Field(default=None, description="The wave of all figures that name none.")
    waves: dict[Id, WaveFile] = Field(
        default_factory=dict, max_length=MOST_WAVES, description="The waves by id, the earliest first."
    )
    segments: dict[Id, SegmentFile] = Field(
        default_factory=dict, max_length=MOST_SEGMENTS, description="Segmentations by id."
    )
    scales: dict[Id, Annotated[dict[Id, ScaleEntryFile], Field(min_length=1, max_length=MOST_ANSWERS)]] = Field(
        default_factory=dict,
        max_length=MOST_QUESTIONS,
        description="Answers that several questions share, by id of the scale.",
    )
    n: Count | None = Field(default=None, description="How many were asked.")
    data: DataBlockFile | None = Field(
        default=None, description="A file of respondents, from which all percentages are tabulated."
    )
    low_base: LowBaseFile | None = Field(
        default=None, description="With `data`: how many respondents a number needs to be shown."
    )
    confidence: Annotated[Placed[int], whole_number(50, 99)] | None = Field(
        default=None, description="With `data`: the level of intervals and tests, in per cent: 95, if nothing is said."
    )
    interval: Annotated[IntervalMethod, one_of(IntervalMethod)] | None = Field(
        default=None, description="With `data`: how intervals of shares are computed: wilson, the default, or logit."
    )
    fieldwork: FieldworkFile | None = Field(default=None, description="When the interviews were held.")
    mode: TranslatedLine | None = Field(default=None, description="How they were held.")
    weighting: TranslatedLine | None = Field(default=None, description="How the answers were weighted.")
    sponsor: Line | None = Field(default=None, description="Who paid for it.")
    source: TranslatedLine | None = Field(default=None, description="How to cite it.")
    link: Link | None = Field(default=None, description="Where it was published.")
    note: TranslatedPassage | None = Field(default=None, description="What else has to be known.")
    questions: dict[Id, QuestionFile] = Field(
        min_length=1, max_length=MOST_QUESTIONS, description="The questions, by id."
    )

    @classmethod
    def odd_keys(cls, block: Block) -> Iterator[Diagnostic]:
        """What stands in another place than its own is told before what it is read as there."""
        yield from take_misplaced(block)
        yield from take_levels(block)
