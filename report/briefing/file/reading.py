"""Reads briefing.yaml and the survey it names: story and percentages as written, or the faults of both files."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from difflib import get_close_matches
from hashlib import sha256
from pathlib import Path, PurePath
from typing import Protocol

from report.briefing.file.building import languages_of, story_of
from report.briefing.file.checks import check_briefing
from report.briefing.file.faults import BriefingFault
from report.briefing.file.schema import BriefingFile
from report.briefing.story import Story, TemplateStory, ThemeStory
from report.diagnostics import Diagnostic, Location, SourceText, in_file_order
from report.frozen import frozen
from report.images.model import Image
from report.images.reading import read_image
from report.survey.model.respondents import SurveyNumbers
from report.yaml_source import Fault, inside, is_of_other_format, outer_texts, read


class SurveyReader(Protocol):
    """How a survey is read; this stage knows the values it gives and not how it is done."""

    def __call__(
        self, path: Path, display: str, *, languages: Sequence[str], named_at: Location | None
    ) -> tuple[SurveyNumbers | None, tuple[Diagnostic, ...]]:
        """The survey, every text of it in all `languages`, and its percentages, as far as it has no faults; and these.

        named_at: where the briefing names it.
        """


@frozen
class StoryReading:
    """The story of a briefing, and what the numbers of its survey come from."""

    story: Story
    numbers: SurveyNumbers


def read_story(
    path: Path, display: str, read_survey: SurveyReader, *, name: str | None = None
) -> tuple[StoryReading | None, tuple[Diagnostic, ...]]:
    """The story of a briefing, and the faults and warnings of both files, each from top to bottom.

    Of files with faults it is what can be held against the survey all the same, None if nothing can.
    display: how its user knows the file. name: of the story; without it that of the file's folder.
    """
    reading = read(path, display, BriefingFile)
    briefing, faults = reading.model, reading.faults
    if briefing:
        faults = in_file_order((*faults, *check_briefing(briefing)))
    named = briefing.survey if briefing else outer_texts(path, display).get("survey")
    languages = languages_of(briefing) if briefing else ()
    numbers, further_faults = _numbers(named, path, display, languages, read_survey)
    images, faults_of_images = _images(briefing, path.parent) if briefing else ({}, ())
    template, faults_of_template = _template(briefing, path.parent) if briefing else (None, ())
    theme, faults_of_theme = _theme(briefing, path.parent) if briefing else (None, ())
    further_faults = (*further_faults, *faults_of_images, *faults_of_template, *faults_of_theme)
    faults = in_file_order((*faults, *further_faults))
    if briefing is None or numbers is None or is_of_other_format(reading.faults):
        return None, faults
    story = story_of(briefing, numbers.survey, name or path.resolve().parent.name, images)
    if template:
        story = replace(story, template=template, digest=f"{story.digest} {template.digest}")
    if theme:
        story = replace(story, theme=theme, digest=f"{story.digest} {theme.digest}")
    return StoryReading(story, numbers), faults


def _template(briefing: BriefingFile, folder: Path) -> tuple[TemplateStory | None, tuple[Diagnostic, ...]]:
    """The template that a briefing names, which nobody has opened yet."""
    named = briefing.template if briefing.template and briefing.template.location else None
    pinned = briefing.layouts
    if named is None:
        at = briefing.place_of("layouts") if pinned else None
        message = "layouts are named, and no template that has them"
        hint = "name it too: template: brand.potx"
        return None, (Diagnostic(BriefingFault.NO_TEMPLATE, message, at, hint=hint),) if at else ()
    found = inside(folder, named)
    if isinstance(found, Diagnostic):
        return None, (found,)
    layouts = {part: getattr(pinned, part) for part in PARTS_OF_TEMPLATE} if pinned else {}
    chosen = tuple((part, name) for part, name in layouts.items() if name)
    digest = sha256(found.read_bytes()).hexdigest() if found.is_file() else ""
    return TemplateStory(found, named, chosen, digest), ()


def _theme(briefing: BriefingFile, folder: Path) -> tuple[ThemeStory | None, tuple[Diagnostic, ...]]:
    """The theme that a briefing names, which nobody has opened yet."""
    named = briefing.theme
    found = inside(folder, named) if named and named.location else None
    if named is None or found is None:
        return None, ()
    if isinstance(found, Diagnostic):
        return None, (found,)
    digest = sha256(found.read_bytes()).hexdigest() if found.is_file() else ""
    return ThemeStory(found, named, digest), ()


PARTS_OF_TEMPLATE = ("cover", "chapter", "finding")


def _images(briefing: BriefingFile, folder: Path) -> tuple[Mapping[str, Image], tuple[Diagnostic, ...]]:
    """The pictures of free slides by what the file calls them, and why some cannot be shown."""
    images, faults = dict[str, Image](), list[Diagnostic]()
    named = [slide.picture for slide in briefing.slides if slide.picture and slide.picture.location]
    for name in named:
        if name.text in images:
            continue
        found = inside(folder, name)
        image = found if isinstance(found, Diagnostic) else read_image(found, name)
        if isinstance(image, Diagnostic):
            faults.append(image)
        else:
            images[name.text] = image
    return images, tuple(faults)


def _numbers(
    named: SourceText | None, path: Path, display: str, languages: Sequence[str], read_survey: SurveyReader
) -> tuple[SurveyNumbers | None, tuple[Diagnostic, ...]]:
    """The survey that a briefing names, or clearly means by a name that is none, if that can be told."""
    name = named or SourceText("")
    found = inside(path.parent, name) if name.location else None
    faults: tuple[Diagnostic, ...] = ()
    if not isinstance(found, Path):
        meant = _meant(path, name.text)
        faults = (_with_hint(found, meant),) if found else ()
        if meant is None:
            return None, faults
        found, name = meant, replace(name, text=meant.name)
    beside = str(PurePath(display).parent / name.text)
    numbers, of_survey = read_survey(found, beside, languages=languages, named_at=name.at(0, len(name.text)))
    return numbers, (*faults, *of_survey)


def _meant(briefing: Path, name: str) -> Path | None:
    """The survey beside a briefing that is clearly meant by a name that is none: the only one, or the one like it."""
    beside = (each for each in sorted(briefing.parent.glob("*.yaml")) if each.is_file())
    surveys = {each.stem: each for each in beside if "questions" in outer_texts(each, each.name)}
    close = list(surveys) if len(surveys) == 1 else get_close_matches(PurePath(name).stem, list(surveys))
    return surveys[close[0]] if len(close) == 1 else None


def _with_hint(fault: Diagnostic, meant: Path | None) -> Diagnostic:
    return replace(fault, hint=f'did you mean "{meant.name}"?') if meant and fault.id == Fault.MISSING_FILE else fault
