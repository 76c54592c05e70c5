"""A slide as the page shows it says what the deck says, where it says it, and lets nothing through that is no text."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from lxml import etree

from report import pipeline
from report.deck.model import PlacedChart, PlacedTable, PlacedText
from report.drawing.model import Circle, Rect, Stroke
from report.kinds import ChartForm
from report.pipeline import Layouts, Product
from report.previewing.places import Finder
from report.previewing.rounds import easel_of
from report.previewing.shown import ShownSlide
from report.previewing.slide_painter import paint_slide
from report.previewing.template_shapes import template_shapes
from report.sources import choose
from report.templates.model import PlaceKind, Template
from report.templates.reading import read_template
from report.text.model import unbroken
from tests.conftest import CHECKOUT
from tests.templates.fixtures import TEMPLATES

SVG = "{http://www.w3.org/2000/svg}"

LARGE_NUMBERS = ["teams.own", "departments.marketing", "challenges.resources", "goals.awareness"]
EVIDENCE = ["teams.everyone", "challenges.resources", "challenges.privacy", "challenges.skills"]
SPEAKERS_ROLE = "role: {de: Mitglied der Bitkom-Geschäftsleitung, en: member of Bitkom’s management}"


def laid_out(folder: Path, charts: ChartForm | None = None, template: Path | None = None) -> Layouts:
    (source,) = choose([folder]).sources
    telling = pipeline.tell(pipeline.read(source, template), ["de"], allow_failed_claims=False, charts=charts)
    (layouts,), _ = pipeline.lay_out(telling, products=[Product.DECK])
    return layouts


@pytest.fixture(scope="module")
def shipped() -> Layouts:
    return laid_out(CHECKOUT / "data/social-media-2016")


def painted(layouts: Layouts, number: int) -> etree._Element:
    return etree.fromstring(paint_slide(layouts.deck.slides[number - 1], easel_of(layouts)))


def said(element: etree._Element) -> str:
    return " ".join("".join(map(str, element.itertext())).replace("\N{NO-BREAK SPACE}", " ").split())


def test_every_text_of_every_slide_is_text_and_stands_on_its_baselines(shipped: Layouts) -> None:
    for number, slide in enumerate(shipped.deck.slides, 1):
        svg = painted(shipped, number)
        for item, text in enumerate(slide.items):
            if not isinstance(text, PlacedText):
                continue
            (group,) = svg.iterfind(f"{SVG}g[@data-item='{item}']")
            shown = text.text.upper() if text.shows_capitals else text.text
            assert said(group).replace(" ", "") == "".join(shown.split())
            starts = group.findall(f"{SVG}text/{SVG}tspan[@x]")
            assert [float(each.get("y", "")) for each in starts] == pytest.approx(text.baselines, abs=0.001)
            lines = [line for paragraph in text.paragraphs for line in paragraph.lines]
            assert len(starts) == len(lines)


def test_words_of_different_lines_are_not_run_together(shipped: Layouts) -> None:
    title = painted(shipped, 1).find(f"{SVG}g[@role='heading']")

    assert title is not None
    assert said(title) == "Fast die Hälfte der ITK-Unternehmen hat ein eigenes Social-Media-Team"


def test_numbers_name_their_cells_in_texts_charts_and_tables(shipped: Layouts) -> None:
    headline = painted(shipped, 3).find(f"{SVG}g[@data-item='0']//{SVG}tspan[@data-cells]")
    assert headline is not None
    assert (headline.get("data-cells"), said(headline)) == ("teams/own@w2016", "49 %")

    chart = painted(shipped, 5).find(f"{SVG}g[@role='img']")
    assert chart is not None
    assert {"challenges/resources@w2016", "challenges/privacy@w2016"} <= {
        each.get("data-cells") for each in chart.iter(f"{SVG}g")
    }

    cells = painted(shipped, 10).iterfind(f".//{SVG}g[@role='cell']")
    assert ("teams/own@w2016", "49 %") in {(cell.get("data-cells"), said(cell)) for cell in cells}


def test_charts_are_read_as_their_alternative_texts_and_decoration_is_passed_over(shipped: Layouts) -> None:
    slide = shipped.deck.slides[2]
    chart = painted(shipped, 3).find(f"{SVG}g[@role='img']")
    assert chart is not None
    assert chart.get("aria-label") == slide.pictures[0].alternative

    glance = painted(shipped, 2)
    assert len(glance.findall(f"{SVG}g[@data-item][@aria-hidden='true']")) == len(shipped.deck.slides[1].pictures)


def test_native_charts_are_drawn_and_read_as_their_pictures(shipped: Layouts) -> None:
    native = laid_out(CHECKOUT / "data/social-media-2016", ChartForm.NATIVE)
    slide = native.deck.slides[4]
    (chart,) = (item for item in slide.items if isinstance(item, PlacedChart))

    shown = ShownSlide.of(slide, paint_slide(slide, easel_of(native)), ())

    told = [each["text"] for each in json.loads(shown.part.content)["alternatives"]]
    assert told == [chart.alternative] == [shipped.deck.slides[4].pictures[0].alternative]


def test_a_table_has_the_rows_and_heads_of_the_deck(shipped: Layouts) -> None:
    (table, *_) = (item for item in shipped.deck.slides[9].items if isinstance(item, PlacedTable))
    found = painted(shipped, 10).find(f"{SVG}g[@role='table']")

    assert found is not None
    rows = found.findall(f"{SVG}g[@role='row']")
    assert [[said(cell) for cell in row] for row in rows] == [
        [" ".join(" ".join(unbroken(each.lines).split()) for each in cell.paragraphs) for cell in row.cells]
        for row in table.rows
    ]
    assert {cell.get("role") for cell in rows[0]} == {"columnheader"}
    assert [row[0].get("role") for row in rows[1:]] == ["rowheader"] * (len(rows) - 1)


def test_what_an_author_writes_is_text_whatever_it_looks_like(tmp_path: Path) -> None:
    survey = (CHECKOUT / "data/social-media-2016/survey.yaml").read_text("utf-8")
    hostile = 'A <script>alert("1")</script> & B'
    (tmp_path / "survey.yaml").write_text(survey.replace("publisher: Bitkom", f"publisher: '{hostile}'"), "utf-8")

    svg = painted(laid_out(tmp_path), 1)

    assert hostile in [said(text) for text in svg.iter(f"{SVG}text")]
    assert not [each for each in svg.iter() if etree.QName(each).localname == "script"]


@pytest.fixture(scope="module")
def company(tmp_path_factory: pytest.TempPathFactory) -> Layouts:
    """On a template whose slides have a band with a logo under the title, and a line above the footer."""
    template = tmp_path_factory.mktemp("template") / "band.potx"
    template.write_bytes(TEMPLATES["title-band"]())
    return laid_out(CHECKOUT / "data/social-media-2016", template=template)


def test_a_companys_layout_shows_what_is_plain_in_its_place(company: Layouts) -> None:
    assert company.company
    svg = painted(company, 3)
    shown = svg.find(f"{SVG}g[@aria-hidden='true']")

    assert svg.get("viewBox") == "0 0 720 540"
    assert shown is not None
    band, logo, line = company.company.choice.finding.static
    drawn = [(etree.QName(each).localname, each.get("y") or each.get("y1")) for each in shown]
    assert [name for name, _ in drawn] == ["rect", "svg", "line"]
    assert [float(top or "") for _, top in drawn] == pytest.approx([band.top, logo.top, line.top], abs=0.01)
    picture = shown.find(f"{SVG}svg/{SVG}image")
    assert picture is not None
    assert picture.get("href", "").startswith("data:image/png;base64,")


@pytest.mark.parametrize("name", ["two-masters", "google", "poster", "sediment"])
def test_nothing_that_a_template_shows_is_passed_over(name: str, tmp_path: Path) -> None:
    (tmp_path / "a.pptx").write_bytes(TEMPLATES[name]())
    template = read_template(tmp_path / "a.pptx", name)
    assert isinstance(template, Template)

    shapes = template_shapes(template.content)

    for layout in template.layouts:
        boxes = [each.extent if isinstance(each, Rect | Circle | Stroke) else each.box for each in shapes[layout.part]]
        corners = {(round(box.left, 2), round(box.top, 2)) for box in boxes}
        assert {(round(box.left, 2), round(box.top, 2)) for box in layout.static} <= corners


def test_a_companys_texts_stand_in_its_places(company: Layouts) -> None:
    assert company.company
    finding, svg = company.company.choice.finding, painted(company, 3)

    (place,) = finding.places_of(PlaceKind.SLIDE_NUMBER)
    (number,) = (start for start in svg.iter(f"{SVG}tspan") if start.text == "3" and start.get("x"))
    assert number.get("text-anchor") == "end"
    assert float(number.get("x", "")) == pytest.approx(place.box.right - place.text.insets[2])
    title = finding.title
    starts = svg.findall(f"{SVG}g[@role='heading']/{SVG}text/{SVG}tspan[@x]")
    assert title
    assert all(title.box.top < float(start.get("y", "")) < title.box.bottom for start in starts)


class TestPlaces:
    def test_a_text_tells_its_line_and_the_cells_of_its_numbers(self, shipped: Layouts) -> None:
        headline = Finder(shipped.document, shipped.briefing).of_slide(shipped.deck.slides[2])[0]

        (place,) = headline.places
        lines = (CHECKOUT / "data/social-media-2016/briefing.yaml").read_text("utf-8").splitlines()
        assert "sind eigene Teams die häufigste Form" in lines[place.line - 1]
        assert [(figure.text, figure.expression) for figure in headline.figures] == [
            ("49\N{NO-BREAK SPACE}%", "teams.own")
        ]
        (cell,) = headline.cells
        assert (cell.name, cell.value) == ("teams.own", "49\N{NO-BREAK SPACE}%")
        assert cell.labels[1:] == ("Eigene Social-Media-Teams", "2016")
        assert cell.place
        assert cell.place.file.endswith("survey.yaml")

    def test_a_text_without_a_node_is_found_by_its_words(self, shipped: Layouts) -> None:
        found = Finder(shipped.document, shipped.briefing).of_slide(shipped.deck.slides[0])
        (publisher,) = (item for item in found if item.name == "publisher")

        assert [place.line_text.strip() for place in publisher.places] == ["publisher: Bitkom"]

    @pytest.mark.parametrize(
        ("slide", "name", "lines"),
        [
            (1, "chart", [["figure: teams.own"]]),
            (1, "edition", [['version: "1.0"']]),
            (2, "figure", [[f"figure: {each}"] for each in LARGE_NUMBERS]),
            (7, "speaker", [["speaker: Dr. Joachim Bühler", SPEAKERS_ROLE]]),
            (8, "figure", [[f"figure: {each}"] for each in EVIDENCE]),
        ],
    )
    def test_what_the_author_wrote_is_not_said_to_be_put_together(
        self, shipped: Layouts, slide: int, name: str, lines: list[list[str]]
    ) -> None:
        found = Finder(shipped.document, shipped.briefing).of_slide(shipped.deck.slides[slide - 1])

        assert [[place.line_text.strip() for place in each.places] for each in found if each.name == name] == lines

    def test_a_large_number_is_written_where_its_cell_is_named(self, shipped: Layouts) -> None:
        found = Finder(shipped.document, shipped.briefing).of_slide(shipped.deck.slides[1])
        ((figure,), *_) = (item.figures for item in found if item.name == "figure")

        assert figure.place
        line = figure.place.line_text
        assert line[figure.place.column - 1 :][: figure.place.length] == figure.expression == "teams.own"

    def test_a_number_is_not_taken_for_one_of_another_cell_that_has_the_same_share(self, shipped: Layouts) -> None:
        found = Finder(shipped.document, shipped.briefing).of_slide(shipped.deck.slides[7])
        numbers = [item for item in found if item.name == "figure"]

        told = [
            ([figure.expression for figure in each.figures], [cell.name for cell in each.cells]) for each in numbers
        ]
        assert told == [([name], [name]) for name in EVIDENCE]

    def test_a_chart_tells_the_exhibit_and_all_it_shows(self, shipped: Layouts) -> None:
        found = Finder(shipped.document, shipped.briefing).of_slide(shipped.deck.slides[5])
        (chart,) = (item for item in found if item.name == "chart")

        assert [place.line_text.strip() for place in chart.places] == ["exhibit:"]
        assert ("goals.service", "21\N{NO-BREAK SPACE}%") in {(cell.name, cell.value) for cell in chart.cells}
