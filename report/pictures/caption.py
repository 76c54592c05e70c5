"""The text beside a picture: its caption, and the alternative text for those who do not see it.

Awareness is the goal named most often; 21% name customer service

Share of companies in per cent, multiple answers
1: About half name applicants and customers
Topic: Goals of using social media · multiple answers
Base: heads of marketing in ICT companies, n not published · Source: Bitkom Research, June 2016

Alternative text: Bar chart: …
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from report.briefing.model.prose import Prose, joined, told
from report.document.model import FindingSection
from report.document.model.nodes import Source
from report.language.model import Language
from report.pictures.texts import explanation
from report.typesetting.signs import explained, signs_in


def caption(
    section: FindingSection,
    source: Source,
    alternative: Prose,
    language: Language,
    *,
    further: Prose | None,
    statements: Sequence[Prose],
    with_keys: bool,
) -> str:
    """The whole text, UTF-8 and plain. further: how many answers the picture leaves out.

    source: what is said of the rows that it shows. statements: those that the picture has no room for. with_keys:
    annotations are numbered as in the picture.
    """
    paragraphs = (
        [section.headline.text],
        [
            section.picture.title.text,
            *([further] if further else []),
            *_annotations(section, with_keys=with_keys),
            *explained(source, signs_in((), language, [section.picture.title.text], of=source)).halves,
            *statements,
        ],
        [told(language.words.alternative_text, text=alternative)],
    )
    return "\n\n".join("\n".join(in_one_line(line) for line in lines) for lines in paragraphs) + "\n"


def in_one_line(text: Prose) -> str:
    """The characters, without the line breaks of its author."""
    return " ".join(text.text.split("\n"))


def _annotations(section: FindingSection, *, with_keys: bool) -> Iterator[Prose]:
    for note in section.picture.annotations:
        yield joined([note.number, explanation(note)], ": ") if with_keys else explanation(note)
