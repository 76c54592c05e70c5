"""Which layouts of a template decks stand on, what it looks like, and why another is refused."""

from __future__ import annotations

import re
import shutil
from io import BytesIO
from pathlib import Path
from typing import Any

import pptx
import pytest
from pptx.dml.color import RGBColor
from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
from pptx.oxml.shapes.picture import CT_Picture
from pptx.util import Inches, Pt

import report
from report.diagnostics import Diagnostic, SourceText
from report.ooxml.package import parts_of, zipped
from report.pipeline import Product
from report.templates.choosing import SlidePart
from report.templates.company import Company, notices_of, read_company
from report.theme.perception import contrast
from tests.end_to_end.conftest import SHIPPED
from tests.templates import pictures
from tests.templates.fixtures import REFUSED, TEMPLATES, USABLE
from tests.templates.samples import as_presentation


def named(**layouts: str) -> dict[str, SourceText]:
    return {part: SourceText(name) for part, name in layouts.items()}


def company(folder: Path, name: str, **pinned: str) -> Company | Diagnostic:
    file = folder / "ours.potx"
    file.write_bytes(TEMPLATES[name]())
    return read_company(file, "ours.potx", named(**pinned))


@pytest.mark.parametrize("name", USABLE)
def test_a_layout_is_found_for_each_part(name: str, tmp_path: Path) -> None:
    found = company(tmp_path, name)

    assert isinstance(found, Company)
    assert all(layout.title for layout in found.choice.layouts.values())
    area, template = found.choice.area, found.template
    assert area.width > template.width / 2
    assert area.height > template.height * 0.3
    for box in found.choice.finding.static:
        assert min(box.right, area.right) <= max(box.left, area.left) or min(box.bottom, area.bottom) <= max(
            box.top, area.top
        ), "content lies on what every slide shows"


@pytest.mark.parametrize("name", USABLE)
def test_its_look_can_be_read(name: str, tmp_path: Path) -> None:
    found = company(tmp_path, name)

    assert isinstance(found, Company)
    for theme in (found.look.theme, found.look.pages):
        paper = theme.paper
        assert min(contrast(color, paper.ground) for color in (paper.text, paper.proof, paper.contrast)) >= 4.5
    assert contrast(found.look.pages.paper.ground, found.look.pages.paper.text) >= 7
    assert found.look.pages.paper.ground.red > 200, "pages are printed"


def piccover(file: Path) -> Path:
    """A template whose cover is a picture, with no place for words."""
    deck = pptx.Presentation(BytesIO(as_presentation(TEMPLATES["wide"]())))
    cover = deck.slide_layouts.get_by_name("Titelfolie")
    assert cover is not None
    for place in list(cover.placeholders):
        cover.shapes._spTree.remove(place._element)
    picture = pictures.hills("#335577", "#112233")
    _, relation = cover.part.get_or_add_image_part(BytesIO(picture))
    made = CT_Picture.new_pic(9, "Foto", "", relation, 0, 0, deck.slide_width, deck.slide_height)
    cover.shapes._spTree.append(made)
    deck.save(str(file))
    return file


@pytest.mark.parametrize("pinned", [{}, {"cover": "Titelfolie"}])
def test_a_cover_that_is_a_picture_is_one_without_a_place_for_words(pinned: dict[str, str], tmp_path: Path) -> None:
    found = read_company(piccover(tmp_path / "ours.pptx"), "ours.pptx", named(**pinned))

    assert isinstance(found, Company)
    assert found.choice.layouts[SlidePart.COVER].name == "Titelfolie"
    assert found.choice.layouts[SlidePart.CHAPTER].title


def test_words_on_a_picture_stand_on_a_panel(tmp_path: Path) -> None:
    options = report.Options(tmp_path, ("de",), (Product.DECK,), template=piccover(tmp_path / "ours.pptx"))

    (deck,) = [path for path in report.build(SHIPPED, options=options).written if path.suffix == ".pptx"]

    panel, title, text = pptx.Presentation(str(deck)).slides[0].shapes
    assert title.is_placeholder
    for words in (title, text):
        assert panel.top <= words.top <= words.top + words.height <= panel.top + panel.height
        assert panel.left < words.left < words.left + words.width < panel.left + panel.width
    assert [fault for fault in report.check(deck).warnings if fault.id != "alternative-length"] == []


def test_a_layout_is_pinned_by_its_name(tmp_path: Path) -> None:
    free = company(tmp_path, "a4")
    pinned = company(tmp_path, "a4", finding="Standardseite")

    assert isinstance(free, Company)
    assert isinstance(pinned, Company)
    assert free.choice.finding.name == "Nur Handlungstitel"
    assert pinned.choice.finding.name == "Standardseite"
    assert pinned.choice.pinned == (SlidePart.FINDING,)


def test_a_layout_that_is_not_there_is_told_with_the_one_meant(tmp_path: Path) -> None:
    found = company(tmp_path, "a4", finding="Standartseite")

    assert isinstance(found, Diagnostic)
    assert found.as_text() == (
        'ours.potx: error[template-layout-unknown]: the template has no layout "Standartseite"\n'
        '  hint: did you mean "Standardseite"?'
    )


@pytest.mark.parametrize("part", list(SlidePart))
def test_a_layout_whose_title_has_no_width_for_words_is_refused(part: SlidePart, tmp_path: Path) -> None:
    file = tmp_path / "ours.pptx"
    pptx.Presentation().save(str(file))

    found = read_company(file, "ours.pptx", named(**{part.value: "Vertical Title and Text"}))

    assert isinstance(found, Diagnostic)
    assert found.as_text() == (
        "ours.pptx: error[template-without-layout]: the place of the title on the layout "
        '"Vertical Title and Text" is 162 pt wide: words fall apart there\n'
        "  hint: name a layout whose title has 216 pt or more, or none: then the one that fits best is found"
    )


def test_a_title_as_wide_as_the_least_is_taken(tmp_path: Path) -> None:
    file, deck = tmp_path / "ours.pptx", pptx.Presentation()
    layout = deck.slide_layouts.get_by_name("Vertical Title and Text")
    assert layout is not None
    title = layout.placeholders[0]
    title.left, title.top, title.width, title.height = Pt(36), Pt(30), Pt(216), Pt(80)
    deck.save(str(file))

    found = read_company(file, "ours.pptx", named(chapter="Vertical Title and Text"))

    assert isinstance(found, Company)


def test_a_template_without_a_usable_layout_is_told_what_to_add(tmp_path: Path) -> None:
    file = tmp_path / "only-blank.potx"
    file.write_bytes(TEMPLATES["only-blank"]())

    with pytest.raises(report.SourceError) as told:
        report.explain_template(file)

    assert str(told.value).replace(str(file), "only-blank.potx") == (
        "only-blank.potx: error[template-without-layout]: no layout of the template has a title at its top, "
        "and room for content below it\n"
        "  hint: add one in PowerPoint (View, Slide Master, Insert Layout), or name the nearest one under `layouts:`"
    )


def test_typefaces_and_accents_that_had_to_be_changed_are_told(tmp_path: Path) -> None:
    found = company(tmp_path, "a4")

    assert isinstance(found, Company)
    assert [notice.as_text() for notice in notices_of(found)] == [
        'ours.potx: warning[template-typeface]: "Georgia" is measured by Liberation Sans, taken for wider\n'
        "  hint: name its .ttf files in a theme.yaml; "
        "whoever opens the deck without that typeface sees what PowerPoint takes instead",
        'ours.potx: warning[template-typeface]: "Gill Sans MT" is measured by Liberation Sans, taken for wider\n'
        "  hint: name its .ttf files in a theme.yaml; "
        "whoever opens the deck without that typeface sees what PowerPoint takes instead",
        "ours.potx: warning[template-accent]: the accent #C77D28 (3.3 to 1) is too weak for letters on #FFFFFF: "
        "#A66821 (4.5 to 1) stands in its place\n"
        "  hint: choose a stronger accent in the template, if that is not what you want",
    ]


def on_a_gradient(file: Path) -> Path:
    """A template whose ground goes from light to dark, from top to bottom."""
    deck = pptx.Presentation()
    background = deck.slide_masters[0].background.fill
    background.gradient()
    background.gradient_angle = 270
    for stop, color in zip(background.gradient_stops, (RGBColor(255, 255, 255), RGBColor(0, 0, 0)), strict=True):
        stop.color.rgb = color
    (of_titles,) = deck.slide_masters[0]._element.iterfind("{*}txStyles/{*}titleStyle/{*}lvl1pPr/{*}defRPr")
    of_titles.set("sz", "2400")
    deck.save(str(file))
    return file


def test_a_panel_lies_under_all_of_the_content_and_not_under_the_title(tmp_path: Path) -> None:
    options = report.Options(tmp_path, ("de",), (Product.DECK,), template=on_a_gradient(tmp_path / "ours.pptx"))

    (deck,) = [path for path in report.build(SHIPPED, options=options).written if path.suffix == ".pptx"]

    title, *shapes = pptx.Presentation(str(deck)).slides[4].shapes
    panel, exhibit_title = (
        next(shape for shape in shapes if shape.name.startswith(name)) for name in ("panel", "exhibit title")
    )
    assert title.top + title.height <= panel.top < exhibit_title.top
    assert panel.left < exhibit_title.left < exhibit_title.left + exhibit_title.width < panel.left + panel.width


def test_a_panel_is_put_under_content_that_has_no_plain_ground(tmp_path: Path) -> None:
    file = on_a_gradient(tmp_path / "ours.pptx")

    found = read_company(file, "ours.pptx", {})

    assert isinstance(found, Company)
    assert notices_of(found)[0].as_text() == (
        "ours.pptx: warning[template-ground]: what lies under the content is no plain colour: "
        "a panel of #FFFFFF is put between\n"
        "  hint: give the layout a plain ground where content stands, or name another one under `layouts:`"
    )


def test_a_named_layout_without_room_is_told(tmp_path: Path) -> None:
    file = tmp_path / "ours.pptx"
    deck = pptx.Presentation()
    title: Any = deck.slide_layouts[5].placeholders[0]
    title.left, title.top, title.width, title.height = Inches(0.5), Inches(6), Inches(9), Inches(1.2)
    deck.save(str(file))

    found = read_company(file, "ours.pptx", named(finding="Title Only"))

    assert isinstance(found, Diagnostic)
    assert found.as_text() == (
        'ours.pptx: error[template-without-layout]: the layout "Title Only" has no room for content below its title\n'
        "  hint: name another one under `layouts:`, or none: then the one that fits best is found"
    )


def test_columns_are_taken_together(tmp_path: Path) -> None:
    file = tmp_path / "ours.pptx"
    pptx.Presentation().save(str(file))

    found = read_company(file, "ours.pptx", named(finding="Two Content"))

    assert isinstance(found, Company)
    assert found.choice.area.width > 0.85 * found.template.width


def test_what_lies_outside_is_not_shown(tmp_path: Path) -> None:
    file = tmp_path / "linked.potx"
    file.write_bytes(REFUSED["linked-picture"]())

    found = read_company(file, "linked.potx", {})

    assert isinstance(found, Diagnostic)
    assert found.as_text() == (
        "linked.potx: ppt/slideMasters/slideMaster1.xml: error[template-linked]: the part shows something that lies "
        "outside of the file, and nothing outside is fetched\n"
        "  hint: embed the linked pictures: File, Info, Edit Links to Files"
    )


@pytest.mark.parametrize("name", REFUSED)
def test_what_is_no_template_is_refused_with_its_reason(name: str, tmp_path: Path) -> None:
    file = tmp_path / "ours.pptx"
    file.write_bytes(REFUSED[name]())

    found = read_company(file, "ours.pptx", {})

    assert isinstance(found, Diagnostic)
    assert found.is_error
    assert found.hint


def test_a_template_is_explained(tmp_path: Path) -> None:
    file = tmp_path / "dark.pptx"
    file.write_bytes(TEMPLATES["dark"]())

    told = report.explain_template(file)

    for told_of in ("used for", "every other slide", "content ", "headline ", "measured by", "accent", "to 1"):
        assert told_of in told


def explanation(file: Path, content: bytes) -> list[str]:
    file.write_bytes(content)
    return report.explain_template(file).splitlines()


def test_colours_are_used_as_they_are_named_and_titles_are_told_with_theirs(tmp_path: Path) -> None:
    told = explanation(tmp_path / "ours.pptx", TEMPLATES["dark"]())

    assert told[0].endswith("ours.pptx: 13.33 x 7.50 in (16:9), 6 layouts of 1 master")
    assert "          where a chapter begins: #FFFFFF on #232838 (14.7 to 1)" in told
    uses = {line.split()[0]: line[34:] for line in told if line.startswith(("bg", "tx", "accent", "hlink"))}
    assert {name: use for name, use in uses.items() if use} == {
        "bg1": "ground", "tx1": "text", "accent2": "accent", "accent4": "second accent",
    }  # fmt: skip
    assert told[-1] == "missing   nothing"


def test_titles_that_could_not_be_read_are_told_with_the_colour_they_get(tmp_path: Path) -> None:
    deck = pptx.Presentation()
    (of_titles,) = deck.slide_masters[0]._element.iterfind("{*}txStyles/{*}titleStyle/{*}lvl1pPr/{*}defRPr")
    (fill,) = of_titles.iterfind("{*}solidFill/*")
    fill.set("val", "bg1")
    deck.save(str(tmp_path / "pale.pptx"))

    told = explanation(tmp_path / "ours.pptx", (tmp_path / "pale.pptx").read_bytes())

    (line,) = [line for line in told if "could not be read" in line]
    assert line.endswith("#FFFFFF on #FFFFFF (1.0 to 1) could not be read: #000000 (21.0 to 1) is taken")


def test_accents_that_are_missing_are_told(tmp_path: Path) -> None:
    content = TEMPLATES["wide"]()
    parts = parts_of(content)
    theme = next(name for name in parts if name.startswith("ppt/theme/theme"))
    pale = re.sub(rb'(<a:accent\d><a:srgbClr val=")\w+', rb"\1F0F0F0", parts[theme])
    one = re.sub(rb'(<a:accent1><a:srgbClr val=")\w+', rb"\1C00000", pale)

    none, single = (
        explanation(tmp_path / "ours.pptx", zipped({**parts, theme: changed}))[-1] for changed in (pale, one)
    )

    assert none.endswith("an accent that stands out from the ground: what the headline is about has the colour of text")
    assert single.endswith("a second accent that looks different: what is set against the first has the colour of text")


def test_the_layouts_of_masters_that_are_alike_are_told_once(tmp_path: Path) -> None:
    told = explanation(tmp_path / "ours.pptx", TEMPLATES["two-masters"]())
    wide = [line for line in told if line.startswith(("タイトルのみ", "0 "))]

    assert [line for line in told if line.startswith("master ")] == ["master 1", "master 2"]
    columns = [line.index("title" if "title" in line else "footer") for line in wide]
    assert columns[1] - columns[0] == 6, "each of these signs takes two columns of a terminal"


def test_a_single_slide_of_its_own_is_told_as_one(tmp_path: Path) -> None:
    deck = pptx.Presentation()
    deck.slides.add_slide(deck.slide_layouts[0])
    deck.save(str(tmp_path / "one.pptx"))

    told = explanation(tmp_path / "ours.pptx", (tmp_path / "one.pptx").read_bytes())

    assert told[1] == "its own slide is left out of decks"
    assert any(line.startswith("headline  Calibri 44 pt") for line in told)


@pytest.mark.parametrize(("name", "least"), [("own-faults", "80%"), ("google", "60%")])
def test_how_small_a_long_title_may_be_is_told_of_the_place(name: str, least: str, tmp_path: Path) -> None:
    file = tmp_path / f"{name}.pptx"
    file.write_bytes(TEMPLATES[name]())

    (headline,) = [line for line in report.explain_template(file).splitlines() if line.startswith("headline ")]

    assert headline.endswith(f", where it is long down to {least} of it")


def with_a_sample_cover(file: Path, color: str) -> Path:
    """What LibreOffice saves, with a cover of its own: only there is said how a text below a title is set."""
    deck = pptx.Presentation(BytesIO(TEMPLATES["libreoffice"]()))
    layout = deck.slide_layouts.get_by_name("Title Slide")
    assert layout is not None
    title, subtitle = deck.slides.add_slide(layout).placeholders
    title.left, title.top, title.width, title.height = Inches(1), Inches(0.5), Inches(9), Inches(1)
    subtitle.left, subtitle.top, subtitle.width, subtitle.height = Inches(1), Inches(2), Inches(9), Inches(3)
    subtitle.text_frame.text = "Click to add text"
    subtitle.text_frame.vertical_anchor = MSO_ANCHOR.MIDDLE
    subtitle.text_frame.paragraphs[0].alignment = PP_ALIGN.CENTER
    words = subtitle.text_frame.paragraphs[0].runs[0].font
    words.size, words.color.rgb, words.name = Pt(24), RGBColor.from_string(color), "Arial"
    deck.save(str(file))
    return file


@pytest.mark.parametrize(("color", "readable"), [("9A2A8C", "9A2A8C"), ("FFFFFF", "000000")])
def test_below_a_title_of_libreoffice_text_is_set_as_on_its_own_slide(
    color: str, readable: str, tmp_path: Path
) -> None:
    template = with_a_sample_cover(tmp_path / "ours.pptx", color)
    options = report.Options(tmp_path, ("de",), (Product.DECK,), template=template)

    (deck,) = [path for path in report.build(SHIPPED, options=options).written if path.suffix == ".pptx"]

    _, subtitle, *_ = pptx.Presentation(str(deck)).slides[0].shapes
    assert (subtitle.left, subtitle.top, subtitle.width, subtitle.height) == tuple(map(Inches, (1, 2, 9, 3)))
    assert subtitle.text_frame.vertical_anchor == MSO_ANCHOR.MIDDLE
    for paragraph in subtitle.text_frame.paragraphs:
        assert paragraph.alignment == PP_ALIGN.CENTER
        (run,) = paragraph.runs
        assert (run.font.size, run.font.name) == (Pt(24), "Arial")
        fill = run._r.rPr.find("{*}solidFill")[0]
        assert fill.get("val") in (readable, {"000000": "tx1"}.get(readable))


def test_a_layout_that_the_template_has_not_is_told_where_it_is_named(tmp_path: Path) -> None:
    folder = tmp_path / "briefing"
    shutil.copytree(SHIPPED, folder)
    (folder / "ours.potx").write_bytes(TEMPLATES["wide"]())
    text = (folder / "briefing.yaml").read_text()
    pins = "layouts: {finding: Kapitle}\ntemplate: ours.potx"
    (folder / "briefing.yaml").write_text(text.replace("survey: survey.yaml", f"survey: survey.yaml\n{pins}"))

    with pytest.raises(report.SourceError) as told:
        report.build(folder, options=report.Options(tmp_path / "out", ("de",), (Product.DECK,)))

    (fault,) = [fault for fault in told.value.diagnostics if fault.id == "template-layout-unknown"]
    assert fault.location is not None
    assert text.splitlines().index("survey: survey.yaml") + 2 == fault.location.line
    assert fault.location.column == pins.index("Kapitle") + 1
