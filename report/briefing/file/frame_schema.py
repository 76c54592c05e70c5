"""The keys of what frames the findings: chapters, free slides, and who answers questions."""

from __future__ import annotations

from report.yaml_source import Field, FileModel, IdText, Line, TranslatedLine, TranslatedPassage

MOST_CHAPTERS, MOST_SLIDES = 6, 50
"""More chapters than an agenda has room for, nobody keeps in mind."""


class ChapterFile(FileModel):
    """Findings that belong together."""

    title: TranslatedLine = Field(description="What it is called; a word or two.")
    text: TranslatedPassage | None = Field(default=None, description="What it is about, in a sentence.")
    holds: Line | None = Field(default=None, description="When that sentence is true.")
    findings: list[IdText] = Field(
        min_length=1, description="Its findings, in the order of the story; the first one leads."
    )


class FreeSlideFile(FileModel):
    """A slide of the author's own: a text, a picture, or both."""

    after: IdText | None = Field(default=None, description="The finding or statement it follows; without it the end.")
    topic: TranslatedLine | None = Field(default=None, description="A word or two above the title.")
    title: TranslatedPassage = Field(description="What it says.")
    holds: Line | None = Field(default=None, description="When the title is true.")
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
    mail: Line | None = Field(default=None, description="The address for mail.")
    phone: Line | None = Field(default=None, description="The number to call, in quotation marks.")
