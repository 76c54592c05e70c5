"""The keys of what frames the findings: chapters, free slides, and who answers questions."""

import re
from collections.abc import Mapping
from typing import Annotated, ClassVar, TypeAlias

from report.briefing.file.conditions import ALSO_CALLED, ConditionLine
from report.briefing.file.faults import BriefingFault
from report.diagnostics import Diagnostic, SourceText, shortened
from report.yaml_source import Field, FileModel, IdText, Line, Misread, Reads, TranslatedLine, TranslatedPassage
from report.yaml_source.tree import Node
from report.yaml_source.values import LINE_SCHEMA, read_line

MOST_CHAPTERS, MOST_SLIDES = 6, 50
"""More chapters than an agenda has room for, nobody keeps in mind."""

MAIL_PATTERN = r"^[^\s@]+@[^\s@.]+(\.[^\s@.]+)+$"
_SPELLED_AT = re.compile(r"\s*[\[({]\s*(?:at|ät)\s*[\])}]\s*|\s+(?:at|ät)\s+", re.IGNORECASE)


def _read_mail(node: Node) -> SourceText:
    text = read_line(node)
    if not re.search(MAIL_PATTERN, text.text):
        mended = _SPELLED_AT.sub("@", text.text)
        hint = f"write {mended}" if re.search(MAIL_PATTERN, mended) else "write all of it, such as name@example.org"
        message = f'"{shortened(text.text)}" is no address for mail'
        raise Misread(Diagnostic(BriefingFault.NOT_A_MAIL_ADDRESS, message, node.location, hint=hint))
    return text


MailAddress: TypeAlias = Annotated[SourceText, Reads(_read_mail, {**LINE_SCHEMA, "pattern": MAIL_PATTERN})]


class LayoutsFile(FileModel):
    """Layouts of the template, by the slides that are to stand on them."""

    cover: Line | None = Field(default=None, description="The layout of the first slide, as PowerPoint calls it.")
    chapter: Line | None = Field(default=None, description="The layout that chapters begin with.")
    finding: Line | None = Field(default=None, description="The layout of all slides with a headline and content.")


class ChapterFile(FileModel):
    """Findings that belong together."""

    key_of_words: ClassVar[str | None] = "title"
    also_called: ClassVar[Mapping[str, str]] = ALSO_CALLED

    title: TranslatedLine = Field(description="What it is called; a word or two.")
    text: TranslatedPassage | None = Field(default=None, description="What it is about, in a sentence.")
    holds: ConditionLine | None = Field(default=None, description="When that sentence is true.")
    findings: list[IdText] = Field(
        min_length=1, description="Its findings, in the order of the story; the first one leads."
    )


class FreeSlideFile(FileModel):
    """A slide of the author's own: a text, a picture, or both."""

    also_called: ClassVar[Mapping[str, str]] = ALSO_CALLED

    after: IdText | None = Field(default=None, description="The finding or statement it follows; without it the end.")
    topic: TranslatedLine | None = Field(default=None, description="A word or two above the title.")
    title: TranslatedPassage = Field(description="What it says.")
    holds: ConditionLine | None = Field(default=None, description="When the title is true.")
    text: TranslatedPassage | None = Field(default=None, description="Its paragraphs.")
    picture: Line | None = Field(default=None, description="A PNG or JPEG, in the folder of this file or below it.")
    alternative: TranslatedPassage | None = Field(
        default=None, description="What the picture shows, for those who do not see it."
    )
    credit: TranslatedLine | None = Field(default=None, description="Whose picture it is.")
    notes: TranslatedPassage | None = Field(default=None, description="What to say to the slide.")


class ContactFile(FileModel):
    """Who answers questions."""

    name: Line = Field(description="Who it is.")
    role: TranslatedLine | None = Field(default=None, description="As what.")
    mail: MailAddress | None = Field(default=None, description="The address for mail.")
    phone: Line | None = Field(default=None, description="The number to call, in quotation marks.")
