"""The keys of briefing.yaml and the types of their values: the story that is told of a survey.

One class a block of the file; the descriptions go into the JSON Schema that editors show. Expressions, claims and the
`{{ }}` in texts stay unread here: they need the survey.
"""

from collections.abc import Iterator, Mapping
from enum import Enum
from typing import Annotated, ClassVar

from report.briefing.file.conditions import ALSO_CALLED, ConditionLine
from report.briefing.file.frame_schema import (
    MOST_CHAPTERS,
    MOST_SLIDES,
    ChapterFile,
    ContactFile,
    FreeSlideFile,
    LayoutsFile,
)
from report.briefing.rules_in_words import rule_meant
from report.diagnostics import Diagnostic
from report.formats.picture_kinds import PictureName
from report.kinds import ChartForm
from report.yaml_source import (
    Fault,
    Field,
    FileModel,
    Flag,
    IdText,
    Line,
    Lines,
    ListedLanguage,
    Reference,
    TranslatedLine,
    TranslatedPassage,
    format_version,
    one_of,
)
from report.yaml_source.faults import FIRST_LINE
from report.yaml_source.strangers import rename
from report.yaml_source.tree import Block, Items

MOST_FINDINGS, MOST_ANSWERS, MOST_QUESTIONS = 100, 200, 50
"""What a briefing can have: far more than any has, and so little that every file is laid out within a minute."""
_MARKS = ("emphasize", "contrast")


class Status(Enum):
    """How far the briefing is."""

    DRAFT = "draft"
    FINAL = "final"


class StatementKind(Enum):
    """Whether a statement is quoted word for word."""

    REPORTED = "reported"
    LITERAL = "literal"


class WrittenBy(Enum):
    """Who chose and worded what is told, where no author did."""

    RULE = "rule"


class ClaimFile(FileModel):
    """A text and the condition under which it is true."""

    key_of_words: ClassVar[str | None] = "text"
    also_called: ClassVar[Mapping[str, str]] = ALSO_CALLED

    text: TranslatedPassage = Field(description="The text.")
    holds: ConditionLine | None = Field(default=None, description="When it is true, such as: 45 <= teams.own < 50")


class CoverFile(FileModel):
    """The first slide and the head of the summary."""

    also_called: ClassVar[Mapping[str, str]] = ALSO_CALLED
    hints_if_missing: ClassVar[Mapping[str, str]] = {"figure": "add the lead figure, such as figure: question.answer"}

    figure: Line = Field(description="The lead figure, such as: teams.own")
    caption: TranslatedPassage = Field(description="What the figure says.")
    holds: ConditionLine | None = Field(default=None, description="When the caption is true.")
    subtitle: TranslatedPassage | None = Field(default=None, description="A line below the title.")


class MessageFile(FileModel):
    """A figure and the sentence that goes on from it, for `at a glance`."""

    key_of_words: ClassVar[str | None] = "text"
    also_called: ClassVar[Mapping[str, str]] = ALSO_CALLED

    finding: Reference = Field(description="The finding or statement it is taken from.")
    figure: Line = Field(description="The figure, such as: goals.awareness")
    text: TranslatedPassage = Field(description="The sentence behind the figure.")
    holds: ConditionLine | None = Field(default=None, description="When it is true.")


class ExhibitFile(FileModel):
    """What a finding or a statement shows: of its question, or of several that share their answers."""

    key_of_words: ClassVar[str | None] = "kind"
    also_called: ClassVar[Mapping[str, str]] = {
        "type": "kind", "chart": "kind", "segment": "by", "segments": "by", "group": "by", "groups": "columns",
        "highlight": "emphasize", "emphasis": "emphasize",
    }  # fmt: skip

    question: Reference | None = Field(default=None, description="The question, where a finding does not name it.")
    questions: list[Reference] = Field(
        default_factory=list, max_length=MOST_QUESTIONS, description="Several questions that share their answers."
    )
    kind: Line | None = Field(
        default=None,
        description="The kind of chart, such as: bars, columns, parts, grouped, stacked, line, table, number.",
    )
    column: Line | None = Field(
        default=None, description="One segment column in place of the total, such as: size.large"
    )
    by: Lines | None = Field(
        default=None,
        description="A segmentation, its columns side by side, such as: size; of a table several.",
    )
    columns: list[Reference] = Field(
        default_factory=list,
        max_length=MOST_ANSWERS,
        description="Which columns of `by`, of several by their whole names (size.large); without it all.",
    )
    waves: list[Reference] = Field(
        default_factory=list, max_length=MOST_ANSWERS, description="Which waves; without it all."
    )
    reference: Lines | None = Field(
        default=None,
        description="What every row is held against: total, a wave, or a segment column (size.large). "
        "Of a number one or two others of its question, such as: teams.own.w2013",
    )
    figure: Line | None = Field(default=None, description="The one number that is shown large, such as: teams.own")
    answers: list[Reference] = Field(
        default_factory=list, max_length=MOST_ANSWERS, description="Which answers, in this order; without it all."
    )
    emphasize: list[Line] = Field(
        default_factory=list,
        max_length=MOST_ANSWERS,
        description="What proves the headline: answers, columns (size.large), cells (own.size.large), or a rule.",
    )
    contrast: list[Line] = Field(
        default_factory=list, max_length=MOST_ANSWERS, description="What the headline sets against it."
    )
    title: TranslatedPassage | None = Field(default=None, description="The line above the chart.")
    form: Annotated[ChartForm, one_of(ChartForm)] | None = Field(
        default=None,
        alias="as",
        description="On its slide a picture (image) or a chart to edit (native); without it as `charts` says.",
    )

    @classmethod
    def odd_keys(cls, block: Block) -> Iterator[Diagnostic]:
        """Several questions behind the key for one; they are read all the same."""
        if isinstance(block.get("question"), Items) and "questions" not in block.written:
            message, place = "`question` names one question, and this is a list", block.written["question"].location
            rename(block, block.written["question"], "questions")
            yield Diagnostic(Fault.WRONG_TYPE, message, place, hint="write `questions` for several")

    @classmethod
    def as_entry(cls, key: str, text: str) -> str:
        """A rule for marks in words, such as "above 20", as its name; one word may be that of an answer."""
        rule = rule_meant(text) if key in _MARKS and " " in text else None
        return rule or text


class AnnotationFile(FileModel):
    """Words tied to the marks that they explain."""

    key_of_words: ClassVar[str | None] = "lead"
    also_called: ClassVar[Mapping[str, str]] = ALSO_CALLED

    at: list[Reference] = Field(
        min_length=1, description="The answers; where these lie across the questions or groups; over waves the waves."
    )
    lead: TranslatedPassage = Field(description="The first words, in bold.")
    text: TranslatedPassage = Field(description="The other words.")
    holds: ConditionLine | None = Field(default=None, description="When it is true.")


class FindingFile(FileModel):
    """A statement of the briefing and its proof."""

    key_of_words: ClassVar[str | None] = "headline"
    also_called: ClassVar[Mapping[str, str]] = {
        **ALSO_CALLED, "title": "headline", "chart": "exhibit",
    }  # fmt: skip
    hints_if_missing: ClassVar[Mapping[str, str]] = {
        "headline": "add what is found, in a sentence",
        "text": "add the paragraphs of the summary, a sentence at least",
    }

    id: IdText = Field(description="What it is called; it names the pictures.")
    question: Reference | None = Field(
        default=None, description="The question it is about; its exhibit may name it too."
    )
    topic: TranslatedLine | None = Field(default=None, description="A word or two above the headline.")
    headline: TranslatedPassage = Field(description="What is found.")
    holds: ConditionLine | None = Field(default=None, description="When the headline is true.")
    across_break: Flag = Field(default=False, description="true: it compares waves across a break.")
    exhibit: ExhibitFile | None = Field(default=None, description="What it shows.")
    annotations: list[AnnotationFile] = Field(default_factory=list, max_length=3, description="Words in the chart.")
    text: TranslatedPassage = Field(description="The paragraphs of the summary.")
    notes: TranslatedPassage | None = Field(default=None, description="What to say to the slide.")


class StatementFile(FileModel):
    """What somebody said."""

    key_of_words: ClassVar[str | None] = "text"
    also_called: ClassVar[Mapping[str, str]] = ALSO_CALLED

    id: IdText = Field(description="What it is called; it names the pictures.")
    after: Reference | None = Field(default=None, description="The finding it follows; without it the end.")
    kind: Annotated[StatementKind, one_of(StatementKind)] = Field(
        default=StatementKind.REPORTED, description="literal: word for word, in quotation marks."
    )
    speaker: Line = Field(description="Who said it.")
    role: TranslatedLine = Field(description="As what.")
    text: TranslatedPassage = Field(description="What was said.")
    holds: ConditionLine | None = Field(default=None, description="When it is true.")
    exhibit: ExhibitFile | None = Field(default=None, description="The figures it refers to.")
    notes: TranslatedPassage | None = Field(default=None, description="What to say to the slide.")


class RecommendationFile(FileModel):
    """A recommendation and what it rests on."""

    key_of_words: ClassVar[str | None] = "text"
    also_called: ClassVar[Mapping[str, str]] = ALSO_CALLED

    because: list[Reference] = Field(min_length=1, description="The findings it rests on.")
    text: TranslatedPassage = Field(description="The recommendation, the verb first.")
    detail: TranslatedPassage | None = Field(default=None, description="A sentence more.")
    figure: Line = Field(description="The figure that supports it.")
    evidence: TranslatedPassage = Field(description="The sentence behind the figure.")
    holds: ConditionLine | None = Field(default=None, description="When it is true.")


class RecommendationsFile(FileModel):
    """The section of recommendations."""

    also_called: ClassVar[Mapping[str, str]] = ALSO_CALLED
    hints_if_missing: ClassVar[Mapping[str, str]] = {"headline": "add what to do, in a sentence"}

    headline: TranslatedPassage = Field(description="What to do.")
    holds: ConditionLine | None = Field(default=None, description="When the headline is true.")
    items: list[RecommendationFile] = Field(min_length=1, max_length=5, description="The recommendations.")
    notes: TranslatedPassage | None = Field(default=None, description="What to say to the slide.")


class BriefingFile(FileModel):
    """The story told of a survey, for reports made by befund."""

    file_name: ClassVar[str | None] = "briefing.yaml"
    hints_if_missing: ClassVar[Mapping[str, str]] = {"format": FIRST_LINE}

    format: Annotated[int, format_version(1)] = Field(description="The version of this format: 1.")
    survey: Line = Field(description="The file of the survey, in the same folder or below it.")
    languages: list[ListedLanguage] = Field(min_length=1, description="The languages to build, such as: [de, en]")
    status: Annotated[Status, one_of(Status)] = Field(
        default=Status.DRAFT, description="draft: every page says that it is one."
    )
    written_by: Annotated[WrittenBy, one_of(WrittenBy)] | None = Field(
        default=None, description="rule: nothing was changed of what the program tells by itself; the method says so."
    )
    version: Line | None = Field(default=None, description="The version of the briefing.")
    audience: TranslatedLine | None = Field(
        default=None, description='For whom it is, as it stands behind "Briefing for".'
    )
    pictures: list[Annotated[PictureName, one_of(PictureName)]] = Field(
        default=[PictureName.LANDSCAPE],
        max_length=len(PictureName),
        description="The formats in which findings become pictures that stand by themselves; [] for none.",
    )
    charts: Annotated[ChartForm, one_of(ChartForm)] = Field(
        default=ChartForm.IMAGE,
        description="What charts are on slides: pictures (image), or charts that can be edited in PowerPoint (native).",
    )
    title: ClaimFile = Field(description="The title: what the survey found.")
    cover: CoverFile = Field(description="The first slide.")
    glance: ClaimFile | None = Field(default=None, description="The headline above the messages.")
    messages: list[MessageFile] = Field(
        default_factory=list, min_length=1, max_length=5, description="At a glance; three to five are best."
    )
    findings: list[FindingFile] = Field(
        min_length=1, max_length=MOST_FINDINGS, description="The findings, in the order of the story."
    )
    statements: list[StatementFile] = Field(
        default_factory=list, max_length=MOST_FINDINGS, description="What somebody said."
    )
    chapters: list[ChapterFile] = Field(
        default_factory=list,
        max_length=MOST_CHAPTERS,
        description="Findings that belong together; three make an agenda.",
    )
    slides: list[FreeSlideFile] = Field(
        default_factory=list, max_length=MOST_SLIDES, description="Slides with a text or a picture of your own."
    )
    recommendations: RecommendationsFile | None = Field(default=None, description="What to do.")
    method: TranslatedPassage | None = Field(default=None, description="What else has to be known of the method.")
    contact: ContactFile | None = Field(default=None, description="Who answers questions; makes a closing slide.")
    template: Line | None = Field(
        default=None, description="A .pptx or .potx of your company's, in the folder of this file or below it."
    )
    layouts: LayoutsFile | None = Field(
        default=None, description="Layouts of that template; those that fit best are found without."
    )
    theme: Line | None = Field(
        default=None, description="A theme.yaml or _brand.yml, in the folder of this file or below it."
    )
