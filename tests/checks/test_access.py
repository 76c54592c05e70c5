"""Each rule of accessibility finds the fault that is planted for it, and no error in the decks that ship."""

from __future__ import annotations

from pathlib import Path

import pptx
import pytest

import report
from report.checks import access
from report.checks.access import contrast
from report.checks.access.language_tags import is_language_tag
from report.checks.checking import check_deck
from report.diagnostics import DeckPlace
from report.ooxml.elements import qualified
from report.pipeline import Product
from report.presentations import grounds
from report.presentations.deck import deck_of
from report.presentations.grounds import canvas_of
from report.presentations.inheritance import pages_of
from report.presentations.opening import open_package
from report.presentations.package import Package
from report.presentations.shapes import shapes_of
from tests.checks.decks import PRESENTATION, SECOND, SLIDE, Edit, found_in, ids, planted, swap
from tests.conftest import CHECKOUT

CORE, MASTER, LAYOUT = "docProps/core.xml", "ppt/slideMasters/slideMaster1.xml", "ppt/slideLayouts/slideLayout6.xml"
THEME, CHART = "ppt/theme/theme1.xml", "ppt/charts/chart1.xml"
DESCRIPTION = 'descr="Drei[^"]*"'
DARK_GROUND = '<p:bg><p:bgPr><a:solidFill><a:schemeClr val="tx1"/></a:solidFill><a:effectLst/></p:bgPr></p:bg>'
LIGHT_GROUND = DARK_GROUND.replace("schemeClr", "srgbClr").replace("tx1", "FFFFFF")
MOVIE = (
    '<p:nvPr><a:videoFile xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" r:link="rId3"/>'
    "</p:nvPr></p:nvPicPr>"
)
TIMING = (
    '</p:cSld><p:timing><p:tnLst><p:par><p:cTn presetClass="mediacall" nodeType="%s"/></p:par></p:tnLst></p:timing>'
)
MAP = (
    "<a:overrideClrMapping bg1='dk1' tx1='lt1' bg2='dk2' tx2='lt2' accent1='accent1' accent2='accent2' "
    "accent3='accent3' accent4='accent4' accent5='accent5' accent6='accent6' hlink='hlink' folHlink='folHlink'/>"
)
DECORATIVE = (
    'descr=""><a:extLst><a:ext uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}"><adec:decorative val="1" '
    'xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative"/></a:ext></a:extLst></p:cNvPr>'
)
FIRST_RUN = '(<a:rPr lang="de-DE" sz="1800")/>'
"""The run of the first slide's text box."""
TEXT_BOX = "<a:noFill/>"


def solid(colour: str) -> str:
    """A fill of one colour: of six hexadecimal digits, or of a name in the theme."""
    kind = "srgbClr" if len(colour) == 6 else "schemeClr"
    return f'<a:solidFill><a:{kind} val="{colour}"/></a:solidFill>'


def labelled(fill: str, letters: str, *, place: str = "ctr", of_point: str = "", own: str = "<a:noFill/>") -> Edit:
    """The edit that gives the first bars of the chart a colour, and labels at a place.

    of_point: the colour of the second of these bars alone; own: the fill of the labels.
    """
    point = f'<c:dPt><c:idx val="1"/><c:spPr>{solid(of_point)}</c:spPr></c:dPt>' if of_point else ""
    set_in = f'<a:p><a:pPr><a:defRPr sz="1200">{solid(letters)}</a:defRPr></a:pPr></a:p>'
    labels = (
        f'<c:dLbls><c:spPr>{own}</c:spPr><c:txPr><a:bodyPr/>{set_in}</c:txPr><c:dLblPos val="{place}"/>'
        '<c:showVal val="1"/></c:dLbls>'
    )
    return swap("</c:tx><c:cat>", f"</c:tx><c:spPr>{solid(fill)}</c:spPr>{point}{labels}<c:cat>")


def placed(kind: str) -> Edit:
    """The edit that makes a placeholder of the text box."""
    return swap('(name="Text".*?)<p:nvPr/>', rf'\1<p:nvPr><p:ph type="{kind}" idx="11"/></p:nvPr>')


def coloured(fill: str) -> Edit:
    return swap(FIRST_RUN, rf"\1>{fill}</a:rPr>")


ON_PICTURE = swap(
    '<p:cSld>(.*?r:embed="(rId[0-9]+)")',
    r'<p:cSld><p:bg><p:bgPr><a:blipFill><a:blip r:embed="\2"/><a:stretch><a:fillRect/></a:stretch></a:blipFill>'
    r"<a:effectLst/></p:bgPr></p:bg>\1",
)
"""The edit that lays the slide on its own picture, which is navy; its title is black."""


def both(*edits: Edit) -> Edit:
    def edit(blob: bytes) -> bytes:
        for each in edits:
            blob = each(blob)
        return blob

    return edit


PLANTED: list[tuple[str, dict[str, Edit | None]]] = [
    ("title-missing", {SLIDE: swap("Fast die Hälfte hat ein Team", "")}),
    ("title-missing", {SLIDE: swap('<p:ph type="title"/>', '<p:ph type="body" idx="7"/>')}),
    ("title-placeholders", {SLIDE: swap("<p:nvPr/></p:nvSpPr>", '<p:nvPr><p:ph type="title"/></p:nvPr></p:nvSpPr>')}),
    ("title-twice", {SECOND: swap("Die Zahlen im Einzelnen", "fast die HÄLFTE hat ein Team")}),
    ("empty-placeholder", {SLIDE: both(placed("body"),
                                       swap("Ein Drittel verteilt die Aufgabe", ""),
                                       swap(", wie der Verband berichtet", ""))}),
    ("section-title", {PRESENTATION: swap("Befunde", "Default Section")}),
    ("section-title", {PRESENTATION: swap("Befunde", "Standardabschnitt")}),
    ("section-title", {PRESENTATION: swap("Befunde", "")}),
    ("section-title", {PRESENTATION: swap("(<p14:section .*?</p14:section>)", r"\1\1")}),
    ("document-title", {CORE: swap("<dc:title>.*?</dc:title>", "")}),
    ("document-title", {CORE: swap("Teams in Unternehmen", "PowerPoint-Präsentation")}),
    ("document-title", {CORE: None}),
    ("alternative-missing", {SLIDE: swap(DESCRIPTION, "")}),
    ("alternative-missing", {SLIDE: swap(DESCRIPTION, 'descr=" "')}),
    ("alternative-missing", {SECOND: swap('descr="[^"]*"', "")}),
    ("alternative-file-name", {SLIDE: swap(DESCRIPTION, 'descr="IMG_0815.JPG"')}),
    ("alternative-file-name", {SLIDE: swap(DESCRIPTION, 'descr="Foto vom Sommerfest.png"')}),
    ("alternative-is-title", {SLIDE: swap(DESCRIPTION, 'descr="Fast die Hälfte hat ein Team"')}),
    ("alternative-length", {SLIDE: swap(DESCRIPTION, 'descr="Ein Bild"')}),
    ("alternative-length", {SLIDE: swap(DESCRIPTION, f'descr="{"Wort " * 50}Wort"')}),
    ("table-header", {SECOND: swap(' firstRow="1"', "")}),
    ("table-header", {SECOND: swap(' firstRow="1"', ' firstRow="0"')}),
    ("table-merged", {SECOND: swap("<a:tc>(.*?)<a:tc>", r'<a:tc gridSpan="2">\1<a:tc hMerge="1">')}),
    ("table-empty-cell", {SECOND: swap("Zelle 11", "")}),
    ("title-not-first", {SLIDE: swap('(<p:sp><p:nvSpPr><p:cNvPr id="2".*?</p:sp>)(<p:sp>.*?</p:sp>)', r"\2\1")}),
    ("language-missing", {SLIDE: swap(' lang="de-DE"', ""), PRESENTATION: swap('<a:defRPr lang="en-US"/>', "")}),
    ("language-unknown", {SLIDE: swap('lang="de-DE"', 'lang="deutsch"')}),
    ("language-unknown", {SLIDE: swap('lang="de-DE"', 'lang="xx-DE"')}),
    ("language-unknown", {SLIDE: swap('lang="de-DE"', 'lang="de_DE"')}),
    ("link-text", {SLIDE: swap(", wie der Verband berichtet", "hier")}),
    ("link-text", {SLIDE: swap(", wie der Verband berichtet", "Click here.")}),
    ("link-text", {SLIDE: swap(", wie der Verband berichtet", "https://example.org/bericht?seite=3")}),
    ("protected", {PRESENTATION: swap("<p:extLst", "<p:modifyVerifier/><p:extLst")}),
    ("advances-by-itself", {SLIDE: swap("</p:cSld>", '</p:cSld><p:transition advTm="5000"/>')}),
    ("plays-by-itself", {SLIDE: swap("</p:cSld>", TIMING % "afterEffect")}),
    ("captions-missing", {SLIDE: swap("<p:nvPr/></p:nvPicPr>", MOVIE)}),
    ("contrast", {SLIDE: coloured('<a:solidFill><a:srgbClr val="CCCCCC"/></a:solidFill>')}),
    ("contrast", {SLIDE: coloured(solid("bg2"))}),
    ("contrast", {SLIDE: coloured('<a:solidFill><a:schemeClr val="tx1"><a:lumMod val="25000"/><a:lumOff val="75000"/>'
                                  "</a:schemeClr></a:solidFill>")}),
    ("contrast", {SLIDE: coloured('<a:solidFill><a:srgbClr val="000000"><a:alpha val="20000"/></a:srgbClr>'
                                  "</a:solidFill>")}),
    ("contrast", {SLIDE: coloured('<a:solidFill><a:sysClr val="window" lastClr="FFFFFF"/></a:solidFill>')}),
    ("contrast", {SLIDE: coloured('<a:solidFill><a:prstClr val="white"/></a:solidFill>')}),
    ("contrast", {SLIDE: swap("<p:cSld>", f"<p:cSld>{DARK_GROUND}")}),
    ("contrast", {LAYOUT: swap("(<p:cSld[^>]*>)", rf"\1{DARK_GROUND}")}),
    ("contrast", {MASTER: swap("<p:bg>.*?</p:bg>", DARK_GROUND)}),
    ("contrast-on-picture", {SLIDE: ON_PICTURE}),
    ("contrast", {SLIDE: swap("<a:masterClrMapping/>", MAP),
                  LAYOUT: swap("(<p:cSld[^>]*>)", rf"\1{LIGHT_GROUND}")}),
    ("contrast", {THEME: swap("<a:dk1>.*?</a:dk1>", '<a:dk1><a:srgbClr val="DDDDDD"/></a:dk1>')}),
    ("contrast", {SLIDE: swap(TEXT_BOX, solid("222222"))}),
    ("contrast", {SLIDE: swap(TEXT_BOX, '<a:gradFill><a:gsLst><a:gs pos="0"><a:srgbClr val="FFFFFF"/></a:gs>'
                              '<a:gs pos="100000"><a:srgbClr val="333333"/></a:gs></a:gsLst></a:gradFill>')}),
    ("contrast", {THEME: swap("<a:hlink>.*?</a:hlink>", '<a:hlink><a:srgbClr val="99CCFF"/></a:hlink>')}),
    ("contrast", {MASTER: swap("(<p:titleStyle>.*?<a:defRPr [^>]*>)<a:solidFill>.*?</a:solidFill>",
                               rf"\1{solid('bg2')}")}),
    ("contrast", {SECOND: both(swap(r"\{5C22544A[^<]*", "{2D5ABB26-0587-4C30-8999-92F81FD0307C}"),
                               swap("<a:tcPr/>", f"<a:tcPr>{solid('111111')}</a:tcPr>"))}),
    ("contrast", {CHART: labelled("tx1", "tx1")}),
    ("contrast", {CHART: labelled("FFFFFF", "222222", of_point="333333", place="inEnd")}),
    ("small-text", {SLIDE: swap('sz="1800"', 'sz="1100"')}),
    ("small-text", {SLIDE: swap("<a:spAutoFit/>", '<a:normAutofit fontScale="60000"/>')}),
    ("small-text", {PRESENTATION: swap('cy="6858000"', 'cy="13716000"')}),
]  # fmt: skip
"""Single changes of the good deck, each with the rule that tells of it."""


def test_a_deck_without_fault_passes_every_rule(tmp_path: Path) -> None:
    assert found_in(planted(tmp_path, {}), rules=access.RULES) == ()


@pytest.mark.parametrize(("rule", "edits"), PLANTED, ids=[f"{n}-{rule}" for n, (rule, _) in enumerate(PLANTED)])
def test_a_planted_fault_is_found(tmp_path: Path, rule: str, edits: dict[str, Edit | None]) -> None:
    found = found_in(planted(tmp_path, edits), rules=access.RULES)

    assert rule in ids(found)


def test_every_rule_has_a_planted_fault() -> None:
    assert {rule.id for rule in access.RULES} == {rule for rule, _ in PLANTED}


SOUND: dict[str, dict[str, Edit | None]] = {
    "a picture that is marked as decorative": {SLIDE: swap(f"{DESCRIPTION}/>", DECORATIVE)},
    "a picture whose group is told": {
        SLIDE: both(swap(DESCRIPTION, ""), swap("(<p:pic>.*?</p:pic>)(<p:grpSp>.*?</p:grpSpPr>)", r"\2\1"),
                    swap('name="Gruppe"', 'name="Gruppe" descr="Drei Leute am Tisch mit dem Plan"'))},
    "grey letters of 4.54 to 1": {SLIDE: coloured('<a:solidFill><a:srgbClr val="767676"/></a:solidFill>')},
    "grey letters of 18 points of 3.03 to 1": {SLIDE: coloured('<a:solidFill><a:srgbClr val="949494"/></a:solidFill>')},
    "white letters on a dark shape": {
        SLIDE: both(coloured('<a:solidFill><a:schemeClr val="bg1"/></a:solidFill>'),
                    swap(", wie der Verband berichtet", ""),
                    swap(TEXT_BOX, '<a:solidFill><a:schemeClr val="tx2"/></a:solidFill>'))},
    "white letters over a picture": {
        SLIDE: both(swap("(<p:sp>(?:(?!</p:sp>).)*name=\"Text\".*?</p:sp>)(<p:pic>.*?</p:pic>)", r"\2\1"),
                    coloured('<a:solidFill><a:schemeClr val="bg1"/></a:solidFill>'),
                    swap(", wie der Verband berichtet", ""),
                    swap('<a:off x="546100" y="5080000"/><a:ext cx="2540000" cy="1270000"/>',
                         '<a:off x="0" y="0"/><a:ext cx="12192000" cy="6858000"/>'))},
    "labels of bars that stand out from them": {CHART: labelled("tx1", "bg1")},
    "labels behind their bars": {CHART: labelled("tx1", "tx1", place="outEnd")},
    "labels on a ground of their own": {CHART: labelled("tx1", "tx1", own=solid("bg1"))},
    "a white title on a dark picture": {
        SLIDE: both(ON_PICTURE, swap('(name="Titel".*?<a:rPr[^>]*)/>', rf'\1>{solid("bg1")}</a:rPr>'))},
    "a footer of 9 points": {
        SLIDE: both(placed("ftr"),
                    swap('sz="1800"/>', f'sz="900">{solid("tx1")}</a:rPr>'))},
    "text of 12 points": {SLIDE: swap('sz="1800"', 'sz="1200"')},
    "a small slide with small text": {
        PRESENTATION: swap('cy="6858000"', 'cy="3429000"'), SLIDE: swap('sz="1800"', 'sz="600"')},
    "a sound that starts at a click": {SLIDE: swap("</p:cSld>", TIMING % "clickEffect")},
}  # fmt: skip


@pytest.mark.parametrize("what", SOUND)
def test_what_is_well_is_let_pass(tmp_path: Path, what: str) -> None:
    assert found_in(planted(tmp_path, SOUND[what]), rules=access.RULES) == ()


@pytest.mark.parametrize(("length", "is_told"), [(19, True), (20, False), (250, False), (251, True)])
def test_the_limits_of_alternative_texts_are_well(tmp_path: Path, length: int, is_told: bool) -> None:
    found = found_in(planted(tmp_path, {SLIDE: swap(DESCRIPTION, f'descr="{"x" * length}"')}), rules=access.RULES)

    assert ("alternative-length" in ids(found)) == is_told


def test_of_a_slide_with_too_many_shapes_no_ground_is_known(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pale = planted(tmp_path, {SLIDE: coloured(solid("DDDDDD"))})
    n_drawn = 4  # the title, the text, the picture, and what is in the group

    monkeypatch.setattr(grounds, "MOST_DRAWN", n_drawn)
    assert ids(found_in(pale, rules=contrast.RULES)) == {"contrast"}

    monkeypatch.setattr(grounds, "MOST_DRAWN", n_drawn - 1)
    assert found_in(pale, rules=contrast.RULES) == ()


def test_grey_letters_are_told_with_their_colours_and_ratio(tmp_path: Path) -> None:
    small = swap('sz="1800"/>', f'sz="1400">{solid("777777")}</a:rPr>')

    (found,) = found_in(planted(tmp_path, {SLIDE: small}), rules=contrast.RULES)

    assert found.as_text() == (
        'deck.pptx: slide 1, "Text": error[contrast]: "Ein Drittel verteilt die Aufgabe" is #777777 on #FFFFFF, '
        "a contrast of 4.48 to 1, less than 4.5\n"
        "  hint: choose a darker or lighter colour for the text, or another ground"
    )


def test_what_is_found_is_sorted_by_slide(tmp_path: Path) -> None:
    edits: dict[str, Edit | None] = {
        SLIDE: both(swap(DESCRIPTION, ""), swap('lang="de-DE"', 'lang="xx"')),
        SECOND: swap(' firstRow="1"', ""),
        CORE: swap("<dc:title>.*?</dc:title>", ""),
    }

    found = found_in(planted(tmp_path, edits))

    assert [
        (each.id, each.in_finished.slide if isinstance(each.in_finished, DeckPlace) else None) for each in found
    ] == [
        ("document-title", None),
        ("alternative-missing", 1),
        ("language-unknown", 1),
        ("table-header", 2),
    ]


def test_the_decks_that_ship_have_no_error_and_only_long_alternative_texts(decks: list[Path]) -> None:
    found = [each for deck in decks for each in check_deck(deck, deck.name, access.RULES)]

    assert ids(found) <= {"alternative-length"}
    assert not any(each.is_error for each in found)


def test_tables_with_groups_of_columns_have_no_merged_or_empty_cells(tmp_path: Path) -> None:
    options = report.Options(output=tmp_path, only=(Product.DECK,))
    written = report.build(CHECKOUT / "docs/example/briefing.yaml", options=options).written
    (deck,) = (path for path in written if path.suffix == ".pptx")

    frames = [
        frame
        for slide in pptx.Presentation(str(deck)).slides
        for frame in slide.element.iter(qualified("p:cNvPr"))
        if frame.get("name", "").startswith("table ")
    ]
    assert any("Total: " in frame.get("descr", "") for frame in frames), "no table has groups"
    found = ids(check_deck(deck, deck.name, access.RULES))
    assert {"table-header", "table-merged", "table-empty-cell"}.isdisjoint(found)


def test_of_labels_the_series_and_the_two_colours_are_told(tmp_path: Path) -> None:
    (found,) = found_in(planted(tmp_path, {CHART: labelled("tx1", "222222")}), rules=contrast.RULES)

    assert found.as_text().splitlines()[0] == (
        'deck.pptx: slide 2, "Diagramm": error[contrast]: a label of "2015" is #222222 on #000000, '
        "a contrast of 1.32 to 1, less than 4.5"
    )


def test_of_most_texts_of_the_decks_that_ship_the_contrast_is_known(decks: list[Path]) -> None:
    for path in decks:
        package = open_package(path, path.name)
        assert isinstance(package, Package)
        pages = list(pages_of(deck_of(package, ".pptx")))
        canvases = [canvas_of(page) for page in pages]

        judged = [each for canvas in canvases for shape in shapes_of(canvas.page.slide)
                  for each in contrast.letters_of(canvas, shape)]  # fmt: skip
        runs = sum(1 for page in pages for _ in page.slide.iter("{*}r", "{*}fld"))

        assert len(judged) > 0.95 * runs


@pytest.mark.parametrize("tag", ["de", "de-DE", "en-GB", "sr-Latn-RS", "es-419", "gsw-CH", "zh-Hans-CN", "x-none"[2:]])
def test_a_language_tag_is_known(tag: str) -> None:
    assert is_language_tag(tag) == (tag != "none")


@pytest.mark.parametrize("tag", ["", "deutsch", "de_DE", "xx", "d", "de-", "de-DE-DE-DE", "12"])
def test_what_is_no_language_tag_is_told(tag: str) -> None:
    assert not is_language_tag(tag)
