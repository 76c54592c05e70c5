"""Whether a story that says it was written by rule still is: which of its words no rule would write."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from report.briefing.facts import listed
from report.briefing.faults import StoryFault
from report.briefing.story import Story
from report.diagnostics import Diagnostic, Severity
from report.survey.model import Translated

_Said = tuple[str, tuple[str, ...]]
"""What a part of a story is called, and its words."""


def held_to_the_rule(story: Story, by_rule: Story) -> tuple[Story, tuple[Diagnostic, ...]]:
    """The story, not by rule any more where its words are an author's, and the warning that says so.

    by_rule: what the rule tells of the survey in the same languages. Parts that an author leaves out, or adds beside
    the findings, change nothing of what the others are.
    """
    written = set(_parts(by_rule))
    own = dict.fromkeys(part[0] for part in _parts(story) if part not in written)
    if not own:
        return story, ()
    what = listed(list(own))
    message = f"`written_by: rule` is not true of {what}, so the method does not say it"
    hint = "delete this line; `report init` writes the story by rule anew where there is no briefing"
    warning = Diagnostic(StoryFault.NOT_BY_RULE, message, story.by_rule_at, hint=hint, severity=Severity.WARNING)
    return replace(story, is_by_rule=False), (warning,)


def _parts(story: Story) -> Iterator[_Said]:
    def said(*texts: Translated | None) -> tuple[str, ...]:
        in_languages = ((text, code) for text in texts if text for code in story.languages)
        return tuple(text.text(code).strip() for text, code in in_languages if code in text.by_language)

    yield "the title", said(story.title.text)
    yield "the cover", (story.cover.figure.text, *said(story.cover.caption.text, story.cover.subtitle))
    if story.glance:
        yield 'the headline of "at a glance"', said(story.glance.text)
    for message in story.messages:
        yield f'the message of "{message.finding.text}"', (message.figure.text, *said(message.claim.text))
    for finding in story.findings:
        notes = [text for each in finding.annotations for text in (each.lead, each.text)]
        yield f'the finding "{finding.id.text}"', said(finding.headline.text, finding.text, *notes)
