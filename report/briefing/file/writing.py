"""A story as the briefing.yaml that tells it: what an author begins with, block by block with a word on each.

It is the inverse of `building`: the file, read again, gives the same story.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from report.briefing.story import AnnotationStory, Claim, ExhibitStory, FindingStory, MessageStory, Story
from report.diagnostics import SourceText
from report.survey.model import Translated
from report.yaml_source import OneLine, dumped

_HEAD = """\
# yaml-language-server: $schema={schema}
#
# The story that "{survey}" tells without a briefing, written by rule. All of it may be changed.
# Numbers are named, as in {{{{ question.answer }}}}, and never typed. What stands behind `holds` is the condition under
# which the text beside it is true: data that do not support it stop the build.
"""

_COMMENTS: Mapping[str, str] = {
    "languages": "All texts below are written in each of these.",
    "written_by": "The method says that rules wrote this. Delete the line once you have changed what is told.",
    "pictures": "Also: portrait, square, story, print; [] for none.",
    "title": "What the survey found, in a sentence; so far its title.",
    "cover": "The first slide: one figure, large.",
    "messages": "At a glance: each text goes on from its figure, and `finding` says where it is shown.",
    "findings": "The findings, in the order of the story. `text` is the paragraph of the summary, `notes` what to say.",
}
"""What stands above the blocks of the file."""

_FOOT = """\
# What else there may be: statements, recommendations, chapters, slides of your own, a contact, `version`, `audience`.
"""


def written_story(story: Story, *, survey: str, schema: str) -> str:
    """The text of a briefing.yaml. survey, schema: how it names these files.

    The parts of a story that only an author has (statements, recommendations, chapters, free slides, a contact) are
    left out.
    """
    blocks = _Writer(story).blocks(survey)
    return "\n".join([_HEAD.format(survey=survey, schema=schema), *blocks, _FOOT])


class _Writer:
    """Writes the parts of a story in its languages."""

    def __init__(self, story: Story) -> None:
        self.story = story

    def blocks(self, survey: str) -> Iterator[str]:
        """The blocks of the file, each with its comment."""
        head: dict[str, object] = {"format": 1, "survey": survey}
        yield dumped(head)
        for key, value in self._values().items():
            comment = f"# {_COMMENTS[key]}\n" if key in _COMMENTS else ""
            yield comment + dumped({key: value})

    def _values(self) -> dict[str, object]:
        story = self.story
        cover = {"figure": story.cover.figure.text, "caption": self._text(story.cover.caption.text)}
        if story.cover.caption.holds:
            cover["holds"] = story.cover.caption.holds.text
        if story.cover.subtitle:
            cover["subtitle"] = self._text(story.cover.subtitle)
        return {
            "languages": OneLine(story.languages),
            "status": "final" if story.is_final else "draft",
            **({"written_by": "rule"} if story.is_by_rule else {}),
            "pictures": OneLine(name.value for name in story.pictures),
            "title": self._claim(story.title, "text"),
            "cover": cover,
            **({"messages": [self._message(message) for message in story.messages]} if story.messages else {}),
            "findings": [self._finding(finding) for finding in story.findings],
        }

    def _message(self, message: MessageStory) -> dict[str, object]:
        head = {"finding": message.finding.text, "figure": message.figure.text}
        return head | self._claim(message.claim, "text")

    def _finding(self, finding: FindingStory) -> dict[str, object]:
        found: dict[str, object] = {"id": finding.id.text, "question": finding.question.text}
        found |= self._claim(finding.headline, "headline")
        if finding.across_break:
            found["across_break"] = True
        if exhibit := self._exhibit(finding.exhibit):
            found["exhibit"] = exhibit
        if finding.annotations:
            found["annotations"] = [self._annotation(each) for each in finding.annotations]
        found["text"] = self._text(finding.text)
        if finding.notes:
            found["notes"] = self._text(finding.notes)
        return found

    def _exhibit(self, exhibit: ExhibitStory) -> dict[str, object]:
        named = {
            "kind": exhibit.kind,
            "questions": exhibit.questions,
            "column": exhibit.column,
            "by": exhibit.by,
            "columns": exhibit.columns,
            "waves": exhibit.waves,
            "reference": exhibit.references,
            "figure": exhibit.figure,
            "answers": exhibit.answers,
            "emphasize": exhibit.emphasize,
            "contrast": exhibit.contrast,
        }
        found = {key: _names(value, is_list=key not in _ONE_OR_MORE) for key, value in named.items() if value}
        return found | ({"title": self._text(exhibit.title)} if exhibit.title else {})

    def _annotation(self, annotation: AnnotationStory) -> dict[str, object]:
        found: dict[str, object] = {"at": _names(annotation.at)}
        found |= {"lead": self._text(annotation.lead), "text": self._text(annotation.text)}
        return found | ({"holds": annotation.holds.text} if annotation.holds else {})

    def _claim(self, claim: Claim, key: str) -> dict[str, object]:
        return {key: self._text(claim.text)} | ({"holds": claim.holds.text} if claim.holds else {})

    def _text(self, text: Translated) -> object:
        """In the only language a string, else a block of them."""
        texts = {language: text.source(language).text for language in self.story.languages}
        return texts if len(texts) > 1 else next(iter(texts.values()))


_ONE_OR_MORE = ("by", "reference")
"""Keys behind which one name needs no brackets."""


def _names(value: SourceText | Sequence[SourceText], *, is_list: bool = True) -> object:
    names = OneLine(name.text for name in ([value] if isinstance(value, SourceText) else value))
    return names[0] if isinstance(value, SourceText) or (len(names) == 1 and not is_list) else names
