"""What the parts of a briefing have to do with each other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from report.briefing.file.building import languages_of, question_of
from report.briefing.file.faults import BriefingFault
from report.briefing.file.frame_checks import check_frame
from report.briefing.file.schema import BriefingFile, FindingFile, StatementFile
from report.diagnostics import Diagnostic, SourceText, near_miss
from report.yaml_source import Fault, missing_languages, texts_of

_RESERVED = ("aux", "con", "nul", "prn", *(f"{port}{number}" for port in ("com", "lpt") for number in range(1, 10)))
"""Names that no file can have on Windows, with whatever suffix."""


def check_briefing(briefing: BriefingFile) -> Iterator[Diagnostic]:
    """Every fault that shows between the parts of a briefing, as far as these were read."""
    yield from _ids(briefing)
    yield from _findings_named(briefing)
    yield from check_frame(briefing)
    yield from _questions_named(briefing)
    yield from _languages(briefing)


def _ids(briefing: BriefingFile) -> Iterator[Diagnostic]:
    """Ids of findings and statements name the pictures that lie in one folder."""
    ids = [finding.id for finding in briefing.findings] + [statement.id for statement in briefing.statements]
    given: dict[str, SourceText] = {}
    for each in ids:
        if each.location is None:
            continue
        first = given.setdefault(each.text, each)
        if first is not each and first.location:
            message = f'the id "{each.text}" is given twice'
            notes = (f"line {first.location.line} has it already", "findings and statements share their ids")
            yield Diagnostic(BriefingFault.DUPLICATE_ID, message, each.location, notes)
        elif each.text in _RESERVED:
            message = f'"{each.text}" cannot be an id, since Windows cannot name a file so'
            hint = f'write "{each.text}_finding"'
            yield Diagnostic(BriefingFault.RESERVED_NAME, message, each.location, hint=hint)


def _findings_named(briefing: BriefingFile) -> Iterator[Diagnostic]:
    ids = [finding.id for finding in briefing.findings] + [statement.id for statement in briefing.statements]
    if not briefing.knows("findings", "statements") or not all(id.location for id in ids):
        return  # one that could not be read may have the name
    known = [finding.id.text for finding in briefing.findings]
    said = [*known, *(statement.id.text for statement in briefing.statements)]
    what = "finding or statement" if briefing.statements else "finding"
    followed = [slide.after for slide in briefing.slides if slide.after]
    for each in [*(message.finding for message in briefing.messages), *followed]:
        if each.location and each.text not in said:
            yield _unknown(BriefingFault.UNKNOWN_FINDING, what, each, said)
    named = [statement.after for statement in briefing.statements if statement.after]
    named += [finding for chapter in briefing.chapters for finding in chapter.findings]
    if briefing.recommendations:
        named += [finding for item in briefing.recommendations.items for finding in item.because]
    for finding in named:
        if finding.location and finding.text not in known:
            yield _unknown(BriefingFault.UNKNOWN_FINDING, "finding", finding, known)


def _questions_named(briefing: BriefingFile) -> Iterator[Diagnostic]:
    """A finding says once what it is about: in its own key or in its exhibit; a statement's exhibit always does."""
    for shown in _shown(briefing):
        own, exhibit = shown.question if isinstance(shown, FindingFile) else None, shown.exhibit
        if not shown.knows("question", "exhibit") or (exhibit and not exhibit.knows("question", "questions")):
            continue
        figure = [question_of(exhibit.figure)] if exhibit and exhibit.figure else []
        named = [
            *figure,
            *([exhibit.question] if exhibit and exhibit.question else []),
            *(exhibit.questions if exhibit else ()),
        ]
        if own and named and own.text != named[0].text:
            message = f'the finding is about "{own.text}", and its exhibit shows "{named[0].text}"'
            hint = "name the question in one of the two places"
            yield Diagnostic(BriefingFault.TWO_QUESTIONS, message, named[0].location, hint=hint)
        elif exhibit and exhibit.question and exhibit.questions:
            message, hint = "an exhibit has `question` or `questions`, not both", "leave `question` out"
            yield Diagnostic(BriefingFault.TWO_QUESTIONS, message, exhibit.place_of("questions"), hint=hint)
        elif not own and not named and (exhibit or isinstance(shown, FindingFile)):
            message = "no question is named"
            hint = "write `question:` with the id of a question of the survey"
            place = exhibit.named_at if exhibit and not isinstance(shown, FindingFile) else shown.named_at
            yield Diagnostic(Fault.MISSING_KEY, message, place, hint=hint)


def _shown(briefing: BriefingFile) -> list[FindingFile | StatementFile]:
    """All that may have an exhibit."""
    return [*briefing.findings, *briefing.statements]


def _unknown(fault: BriefingFault, what: str, named: SourceText, known: Sequence[str]) -> Diagnostic:
    note = f"the {what.replace(' or ', 's and ')}s are {', '.join(known)}"
    message = f'"{named.text}" is not a {what}'
    return Diagnostic(fault, message, named.location, (note,), near_miss(named.text, known))


def _languages(briefing: BriefingFile) -> Iterator[Diagnostic]:
    languages = languages_of(briefing)
    for index, language in enumerate(briefing.languages):
        if language.location and language.text in [earlier.text for earlier in briefing.languages[:index]]:
            message = f'the language "{language.text}" is named twice'
            yield Diagnostic(BriefingFault.DUPLICATE_LANGUAGE, message, language.location)
    yield from missing_languages(briefing, languages, declared=None, because="which `languages` asks for")
    if len(languages) > 1:
        names = " and ".join(f'"{language}"' for language in languages)
        for texts in texts_of(briefing):
            if texts.undeclared:
                message = f"one string, where `languages` asks for {names}"
                hint = "write one string a language, such as {de: ..., en: ...}"
                yield Diagnostic(Fault.MISSING_LANGUAGE, message, texts.location, hint=hint)
