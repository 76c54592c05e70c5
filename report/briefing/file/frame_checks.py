"""What chapters and free slides have to do with the findings, and a picture with the words that stand for it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from report.briefing.file.faults import BriefingFault
from report.briefing.file.frame_schema import FreeSlideFile
from report.briefing.file.schema import BriefingFile
from report.diagnostics import Diagnostic, SourceText
from report.yaml_source import Texts


def check_frame(briefing: BriefingFile) -> Iterator[Diagnostic]:
    """Every fault of chapters and free slides but that a finding named is none."""
    yield from _chapters(briefing)
    for slide in briefing.slides:
        yield from _slide(slide)


# ---------------------------------------------------------------------------------------------------------- chapters


def _chapters(briefing: BriefingFile) -> Iterator[Diagnostic]:
    """Each finding stands in one chapter, in the order of the story."""
    if not briefing.chapters or not briefing.knows("chapters", "findings"):
        return
    order = [finding.id.text for finding in briefing.findings]
    named = [name for chapter in briefing.chapters for name in chapter.findings if name.text in order]
    first: dict[str, SourceText] = {}
    for name in named:
        before = first.setdefault(name.text, name)
        if before is not name and before.location:
            message = f'the finding "{name.text}" stands in a chapter already'
            note, hint = f"line {before.location.line} names it", "leave it in the one where it belongs"
            yield Diagnostic(BriefingFault.FINDING_IN_TWO_CHAPTERS, message, name.location, (note,), hint)
    for finding in briefing.findings:
        if finding.id.location and finding.id.text not in first:
            message = f'the finding "{finding.id.text}" stands in no chapter'
            yield Diagnostic(
                BriefingFault.FINDING_IN_NO_CHAPTER,
                message,
                finding.id.location,
                hint="add it to the `findings` of the chapter where it belongs",
            )
    yield from _order(list(first.values()), order)


def _order(named: Sequence[SourceText], order: Sequence[str]) -> Iterator[Diagnostic]:
    """Chapters only put marks into the story, which has an order of its own: the first finding that leaves it."""
    told = sorted(named, key=lambda name: order.index(name.text))
    astray = next((pair for pair in zip(named, told, strict=True) if pair[0] != pair[1]), None)
    if astray:
        name, expected = astray
        message = f'"{name.text}" stands here before "{expected.text}", but below `findings` behind it'
        hint = "give chapters and `findings` the same order"
        note = f"the findings are {', '.join(order)}"
        yield Diagnostic(BriefingFault.CHAPTER_ORDER, message, name.location, (note,), hint)


# ------------------------------------------------------------------------------------------------------- free slides


def _slide(slide: FreeSlideFile) -> Iterator[Diagnostic]:
    if slide.knows("text", "picture") and slide.text is None and slide.picture is None:
        message = "the slide has neither `text` nor `picture`"
        yield Diagnostic(BriefingFault.NOTHING_ON_SLIDE, message, slide.named_at, hint="write one of them, or both")
    if slide.knows("picture", "alternative") and slide.picture and slide.alternative is None:
        message = "the picture has no `alternative`"
        hint = "say in a sentence what it shows, for those who do not see it"
        yield Diagnostic(BriefingFault.MISSING_ALTERNATIVE, message, slide.place_of("picture"), hint=hint)
    if slide.knows("picture") and slide.picture is None:
        told: dict[str, Texts | None] = {"alternative": slide.alternative, "credit": slide.credit}
        for key, text in told.items():
            if text:
                message = f"`{key}` speaks of a picture, but the slide has none"
                hint = "name its file as `picture`, or take the line out"
                yield Diagnostic(BriefingFault.NO_PICTURE, message, slide.place_of(key), hint=hint)
