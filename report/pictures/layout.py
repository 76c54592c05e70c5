"""Lays pictures out: the headline from the top, the exhibit hung below it with its annotations, the source at the foot.

Nothing is made of a finding whose claim the data do not support.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from report.charts.model import ChartBook, Setting
from report.diagnostics import Diagnostic, in_file_order
from report.document.model import Document, FindingSection
from report.drawing.model import Mark, MarkRole, Rect
from report.formats.logos import LogoSlot
from report.formats.picture_kinds import PictureFormat, PictureName
from report.formats.scaling import scaled
from report.pictures.caption import caption, in_one_line
from report.pictures.contents import Contents, Studio, contents, further_words, said_of
from report.pictures.faults import left_out, on_picture
from report.pictures.model import Picture
from report.pictures.texts import key_as_marks, lines_as_marks
from report.text.fonts import Fonts
from report.text.model import Face, Style
from report.theme.model import Theme
from report.typesetting.places import Fitted, Place
from report.typesetting.statements import statements_left_out
from report.typesetting.typesetter import Typesetter
from report.units import Box, Pt

LOGO, LINE = "the logo", "the line `confidential`"
SIZES_OF_LOGO = (1.0, 0.75, 0.5)


def place_pictures(
    document: Document, charts: ChartBook, fonts: Fonts, theme: Theme, formats: Sequence[PictureFormat]
) -> tuple[tuple[Picture, ...], tuple[Diagnostic, ...]]:
    """Every supported finding in every format, finding by finding; and what is amiss.

    Charts that no place can show are errors; of a finding that has no room in a format no picture is made, and a
    warning says so.
    """
    pictures, faults = list[Picture](), list[Diagnostic]()
    logo = document.cover.logos[0].logo if document.cover.logos else None
    for section in document.parts:
        if not isinstance(section, FindingSection) or section.stamp:
            continue
        chart = section.exhibit.chart
        if refused := charts.kind(chart.kind).refusal(chart):
            faults.append(refused)
            continue
        for page in formats:
            setting = Setting(page.charts, theme.ground(page.ground), fonts, document.language)
            for slot in _slots(page.logo) if logo else [page.logo]:
                typesetter = Typesetter(fonts, document.language, on_picture(page.name))
                studio = Studio(charts, page, setting, typesetter, theme, slot, logo)
                picture = place_picture(section, studio, is_by_rule=document.is_by_rule)
                if isinstance(picture, Picture):
                    break
            if isinstance(picture, Diagnostic):
                without = _what_takes_the_room(section, studio, document)
                faults.append(left_out(picture, section.name, page.name, without=without))
            else:
                pictures.append(picture)
                faults += studio.typesetter.faults
    return tuple(pictures), in_file_order(faults)


def _what_takes_the_room(section: FindingSection, studio: Studio, document: Document) -> str | None:
    """Of what a theme adds to a picture, that without which there is room; None where there is none even so."""
    bare, unlined, line = replace(studio, logo=None), section, document.confidential
    if line:
        unlined = replace(section, picture=replace(section.picture, note=section.picture.note.without(line)))

    def has_room(shown: FindingSection, other: Studio) -> bool:
        trial = replace(other, typesetter=other.typesetter.trial())
        return isinstance(place_picture(shown, trial, is_by_rule=document.is_by_rule), Picture)

    either = [LOGO] if studio.logo and has_room(section, bare) else []
    either += [LINE] if line and has_room(unlined, studio) else []
    if not either and studio.logo and line and has_room(unlined, bare):
        return f"{LOGO} and {LINE}"
    return " or ".join(either) or None


def _slots(slot: LogoSlot) -> Iterator[LogoSlot]:
    """What a logo may take: rather it is smaller than that there is no picture."""
    return (scaled(slot, share) for share in SIZES_OF_LOGO)


def place_picture(section: FindingSection, studio: Studio, *, is_by_rule: bool) -> Picture | Diagnostic:
    """One finding, or why it has no room. is_by_rule: no author words the headline, which then cannot be shortened."""
    page, headline = studio.format, _headline(section, studio)
    first = page.top + studio.setting.fonts.cap_height(Face.BOLD) * headline.type.size
    top = first + (len(headline.lines) - 1) * headline.type.pitch + page.exhibit_gap
    if errors := studio.typesetter.errors:
        return errors[0]
    shown = contents(section, top, studio)
    if isinstance(shown, Diagnostic):
        return shown if is_by_rule else _or_headline(shown, len(headline.lines))
    if errors := studio.typesetter.errors:
        return errors[0]
    drawn, pitch = shown.drawing, headline.type.pitch
    marks = (
        Rect(MarkRole.GROUND, Box(0.0, 0.0, page.width, page.height), studio.setting.ground.ground),
        *lines_as_marks(
            MarkRole.HEADLINE, headline.lines, pitch, x=page.grid.left, baseline=first, setting=studio.setting
        ),
        *(mark.moved(page.grid.left, top - drawn.hang) for mark in drawn.marks),
        *_notes(shown, top + drawn.exhibit_height, studio),
        *_source(shown, studio),
        *(shown.logo.marks if shown.logo else ()),
    )
    return _picture(section, shown, marks, top, studio)


def _or_headline(fault: Diagnostic, lines: int) -> Diagnostic:
    """A chart without room, and the headline above it as what may be shortened too."""
    if lines == 1:
        return fault
    others = f", or {fault.hint.removeprefix('shorten ')}" if fault.hint else ""
    return replace(fault, hint=f"shorten the headline, which takes {lines} lines{others}")


def _headline(section: FindingSection, studio: Studio) -> Fitted:
    """The headline at the largest size that has room."""
    page = studio.format
    places = [Place("headline", page.measure, (size.type,), size.most) for size in page.headlines]
    style = Style(Face.BOLD, page.headlines[0].type.size, studio.setting.ground.text)
    return studio.typesetter.fit(section.headline.text, style, *places)


def _notes(shown: Contents, end: Pt, studio: Studio) -> Iterator[Mark]:
    """The words of annotations below the exhibit, each behind its key."""
    page, keys, setting = studio.format, studio.setting.measures.keys, studio.setting
    baseline = end + page.notes_gap + studio.height(1, page.note)
    words_left = page.grid.left + 2 * keys.radius + 2 * keys.gap
    for note in shown.notes:
        yield from key_as_marks(note.annotation.number, left=page.grid.left, baseline=baseline, setting=setting)
        yield from lines_as_marks(
            MarkRole.NOTE, note.lines, page.note.pitch, x=words_left, baseline=baseline, setting=setting
        )
        baseline += len(note.lines) * page.note.pitch + page.notes_apart


def _source(shown: Contents, studio: Studio) -> Iterator[Mark]:
    """The source note, its last line on the bottom margin."""
    page, lines = studio.format, shown.source
    first = page.lowest - (len(lines) - 1) * page.source.pitch
    return lines_as_marks(
        MarkRole.SOURCE, lines, page.source.pitch, x=page.grid.left, baseline=first, setting=studio.setting
    )


def _picture(section: FindingSection, shown: Contents, marks: tuple[Mark, ...], top: Pt, studio: Studio) -> Picture:
    """The picture, and the text beside it."""
    page, drawn, chart = studio.format, shown.drawing, shown.chart
    alternative = studio.charts.alternative(chart).settled(lambda _: drawn.form)
    drawing = replace(
        drawn,
        width=page.width,
        height=page.height,
        marks=marks,
        title=in_one_line(section.headline.text),
        alternative=alternative.text,
        anchors={cell: (x + page.grid.left, y + top - drawn.hang) for cell, (x, y) in drawn.anchors.items()},
        hang=0.0,
        overhang=0.0,
    )
    further = further_words(section, chart, studio.setting)
    language, source = studio.setting.language, section.picture.source
    text = caption(
        section,
        replace(source, topic=said_of(source.topic, section, chart, language)),
        alternative,
        language,
        further=further,
        statements=statements_left_out(chart, [drawn]),
        with_keys=bool(shown.notes),
    )
    return Picture(_key(chart.id, page), section.id, page, drawing, text)


def _key(id: str, page: PictureFormat) -> str:
    """The name of its files: landscape is the picture as such, others name their format."""
    return id if page.name == PictureName.LANDSCAPE.value else f"{id}-{page.name}"
