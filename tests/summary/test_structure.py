"""The structure of a finished summary, read back from the file: all that is said is in it, once and in order."""

from __future__ import annotations

import pickle
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pikepdf
import pytest

import report
from report import pipeline
from report.briefing.model import Contact
from report.document.model import FindingSection
from report.document.model.nodes import Heading, Illustration, Output, walk
from report.summary.model import Item, Page, PlacedDrawing, PlacedLine, Summary
from report.summary.writer import write_summary
from report.tagged_pdf.structure import Element, TaggingError
from report.tagged_pdf.structure import walk as elements
from tests.builders import words as survey_words
from tests.conftest import CHECKOUT
from tests.summary.briefings import FONTS, PROFILE, briefing, finding, placed, recommendations, statement, words
from tests.summary.reading import said, told_in, words_of
from tests.tagged_pdf.reading import Read, marked_content, opened, structure

BUILT = datetime(2016, 6, 1, tzinfo=UTC)
SURVEYS = [
    ("data/social-media-2016/briefing.yaml", "de"),
    ("data/social-media-2016/briefing.yaml", "en"),
    ("tests/surveys/masculinity-2018/survey.yaml", "en"),
    ("tests/gallery/briefing/briefing.yaml", "de"),
]


def pdf_of(summary: Summary) -> pikepdf.Pdf:
    return opened(write_summary(summary, FONTS, PROFILE, BUILT))


def laid_out(file: str, language: str) -> Summary:
    source = pipeline.Source(CHECKOUT / file, file, Path(file).parent.name)
    telling = pipeline.tell(pipeline.read(source), [language], allow_failed_claims=False)
    (layouts,), _ = pipeline.lay_out(telling, products=[pipeline.Product.SUMMARY])
    return layouts.summary


def whole() -> Summary:
    """A summary with every kind of section."""
    return placed(
        briefing(
            finding("a", text=(words(150),)),
            finding("b"),
            statements=(statement(after="a"),),
            recommendations=recommendations("a"),
            contact=Contact(survey_words("Ada Lovelace"), None, survey_words("ada@example.org"), None),
            is_draft=True,
        )
    )


@pytest.fixture(scope="module", params=SURVEYS, ids=[f"{Path(file).parent.name}-{code}" for file, code in SURVEYS])
def built(request: pytest.FixtureRequest) -> tuple[Summary, pikepdf.Pdf]:
    summary = laid_out(*request.param)
    return summary, pdf_of(summary)


def test_every_word_of_the_pages_is_in_the_tree_once_and_in_its_order(built: tuple[Summary, pikepdf.Pdf]) -> None:
    summary, pdf = built
    root = structure(pdf)

    read = [word for text in told_in(root) for word in words_of(text)]

    assert read == list(said(summary))


def without_parts(line: PlacedLine) -> str:
    """The characters of a line that belong to no node of their own."""
    own = [(part.start, part.stop) for part in line.parts]
    return "".join(c for i, c in enumerate(line.line.text) if not any(start <= i < stop for start, stop in own))


def test_nothing_is_said_outside_of_the_tree_but_what_repeats(built: tuple[Summary, pikepdf.Pdf]) -> None:
    summary, pdf = built

    for page, placed_page in zip(pdf.pages, summary.pages, strict=True):
        content = marked_content(page)
        repeated = [
            without_parts(item)
            for item in placed_page.items
            if isinstance(item, PlacedLine) and (item.node is None or item in placed_page.foot)
        ]
        assert not content.outside
        assert Counter(words_of(" ".join(content.artifacts))) == Counter(words_of(" ".join(repeated)))


def test_headings_are_those_of_the_document_and_none_skips_a_level(built: tuple[Summary, pikepdf.Pdf]) -> None:
    summary, pdf = built
    nodes = [node for node in walk(summary.document, Output.SUMMARY) if isinstance(node, Heading)]

    found = [each for each in structure(pdf).walk() if each.tag[0] == "H"]

    assert [(each.tag, words_of(each.text.casefold())) for each in found] == [
        (f"H{node.level}", words_of(node.text.text.casefold())) for node in nodes
    ]


def test_every_chart_is_a_figure_with_what_stands_for_it_and_its_place(built: tuple[Summary, pikepdf.Pdf]) -> None:
    summary, pdf = built
    drawings = [item for page in summary.pages for item in page.items if isinstance(item, PlacedDrawing)]
    charts = {node.id for node in walk(summary.document, Output.SUMMARY) if isinstance(node, Illustration)}

    figures = structure(pdf).all("Figure")

    assert {drawing.node for drawing in drawings} == charts
    assert [str(figure.entries.Alt) for figure in figures] == [drawing.drawing.alternative for drawing in drawings]
    for figure, drawing in zip(figures, drawings, strict=True):
        left, bottom, right, top = (float(side) for side in figure.entries.A.BBox)
        box = drawing.extent
        assert (left, top) == pytest.approx((box.left, summary.height - box.top), abs=0.01)
        assert (right - left, top - bottom) == pytest.approx((box.width, box.height), abs=0.02)


def test_every_table_is_whole_and_its_heads_are_told_once(built: tuple[Summary, pikepdf.Pdf]) -> None:
    summary, pdf = built
    tables = summary.document.appendix.tables_in(Output.SUMMARY)

    found = structure(pdf).all("Table")

    assert len(found) == len(tables)
    for element, table in zip(found, tables, strict=True):
        heads, (body,) = element.all("THead"), element.all("TBody")
        assert [child.tag for child in element.children] == ["Caption", "THead", "TBody"]
        assert len(heads) == 1
        assert all(cell.tag == "TH" for row in heads[0].children for cell in row.children if words_of(cell.text))
        columns = heads[0].children[-1].children[-len(table.columns) :]
        assert [words_of(each.text) for each in columns] == [words_of(cell.text.text) for cell in table.head.cells]
        first = heads[0].children[0].children
        assert [words_of(each.text) for each in first if each.tag == "TH"][1:] == [
            words_of(group.text.text) for group in table.groups or table.head.cells
        ]
        assert [words_of(row.children[0].text) for row in body.children] == [
            words_of(row.label.marked.text) for row in table.rows
        ]
        assert [[cell.tag for cell in row.children] for row in body.children] == [
            ["TH", *["TD"] * len(table.columns)] for _ in table.rows
        ]
        assert [[words_of(cell.text) for cell in row.children[1:]] for row in body.children] == [
            [words_of(cell.text.text) for cell in row.cells] for row in table.rows
        ]
        assert all(cell.entries.A.Scope in ("/Column", "/Row") for cell in element.all("TH"))


def test_notes_have_ids(built: tuple[Summary, pikepdf.Pdf]) -> None:
    summary, pdf = built

    notes = structure(pdf).all("Note")

    assert [str(note.entries.ID) for note in notes] == [note.id for note in summary.document.appendix.footnotes]


def test_every_number_of_a_footnote_leads_to_it(built: tuple[Summary, pikepdf.Pdf]) -> None:
    summary, pdf = built
    notes = {note.id: note.text.text for note in summary.document.appendix.footnotes}
    tables = summary.document.appendix.tables_in(Output.SUMMARY)
    labels = [row.label for table in tables for row in (table.head, *table.rows)]

    links = [link for cell in structure(pdf).all("TH") for link in cell.all("Link")]

    led_to = {(label.id, number.origin): number.text for label in labels for number in label.numbers}
    assert [(link.text.strip(), link_text(link)) for link in links] == [
        (number, notes[note]) for (_, note), number in led_to.items()
    ]
    assert {note for _, note in led_to} == set(notes)


def link_text(link: Read) -> str:
    """Where a link says that it leads."""
    (annotation,) = (kid.Obj for kid in link.entries.K if isinstance(kid, pikepdf.Dictionary))
    return str(annotation.Contents)


def test_links_lead_to_where_their_words_say(built: tuple[Summary, pikepdf.Pdf]) -> None:
    summary, pdf = built
    pages = {page.obj.objgen: number for number, page in enumerate(pdf.pages, start=1)}
    places = {
        node: (page.number, summary.height - item.y)
        for page in reversed(summary.pages)
        for item in reversed(page.body)
        if isinstance(item, PlacedLine)
        for node in (item.node, *(part.node for part in item.parts))
        if node
    }

    found = structure(pdf).all("Link")
    wanted = [element for element in elements(summary.structure) if element.target]

    assert len(found) == len(wanted) > 0
    for link, element in zip(found, wanted, strict=True):
        for annotation in (kid.Obj for kid in link.entries.K if isinstance(kid, pikepdf.Dictionary)):
            assert annotation.Contents == element.alt
            if element.target and element.target.startswith("#"):
                page, _, _, top, _ = annotation.Dest
                number, baseline = places[element.target[1:]]
                assert pages[page.objgen] == number
                assert 0 < float(top) - baseline < 72


def test_the_number_of_a_footnote_leads_back_to_the_first_that_leads_there(built: tuple[Summary, pikepdf.Pdf]) -> None:
    summary, pdf = built
    footnotes = summary.document.appendix.footnotes
    links = [link for heads in structure(pdf).all("TH") for link in heads.all("Link")]

    notes = structure(pdf).all("Note")

    assert len(notes) == len(footnotes) > 0
    for note, footnote in zip(notes, footnotes, strict=True):
        back, first = note.all("Link")[0], next(link for link in links if link.entries.Alt == footnote.text.text)
        assert back.text.strip() == footnote.number == first.text.strip()
        page, _, _, top, _ = annotation_of(back).Dest
        assert page.objgen == first.entries.Pg.objgen
        assert 0 < float(top) - float(annotation_of(first).Rect[3]) < 72


def annotation_of(link: Read) -> Any:
    """Its first place on a page."""
    return next(kid.Obj for kid in link.entries.K if isinstance(kid, pikepdf.Dictionary))


def test_a_chart_leads_to_the_table_of_its_question_and_one_of_several_to_all(
    built: tuple[Summary, pikepdf.Pdf],
) -> None:
    summary, _ = built
    appendix = summary.document.appendix
    tables = {table.caption.id: table.question for table in appendix.tables_in(Output.SUMMARY)}
    targets = {element.key: (element.target or "")[1:] for element in elements(summary.structure)}
    sections = [part for part in summary.document.parts if isinstance(part, FindingSection)]

    for section in sections:
        values = [value for row in section.exhibit.chart.rows for value in row.values if value]
        questions = {value.cell.id.question for value in values}
        target = targets[(section.source_with_text or section.source).id]
        assert {tables[target]} == questions if len(questions) == 1 else target == appendix.headline.id


def test_a_whole_summary_has_a_heading_for_every_section() -> None:
    root = structure(pdf_of(whole()))

    assert [(each.tag, " ".join(words_of(each.text))) for each in root.walk() if each.tag in ("H1", "H2")] == [
        ("H1", "Fast die Hälfte der Unternehmen hat ein eigenes Social-Media-Team"),
        ("H2", "AUF EINEN BLICK"),
        ("H2", "Bekanntheit ist das am häufigsten genannte Ziel"),
        ("H2", "Bekanntheit ist das am häufigsten genannte Ziel"),
        ("H2", "Erst Zuständigkeit klären"),
        ("H2", "Was über die Befragung bekannt ist und was nicht"),
        ("H2", "Alle 10 Anteile von 2016 und frühere Wellen"),
        ("H2", "KONTAKT"),
    ]


def test_recommendations_are_a_numbered_list() -> None:
    pdf = pdf_of(whole())
    root = structure(pdf)

    (numbered,) = (each for each in root.all("L") if "/A" in each.entries)

    assert numbered.entries.A.ListNumbering == "/Decimal"
    assert [[each.tag for each in item.children] for item in numbered.children] == [["Lbl", "LBody"]] * 2
    assert [item.children[0].text.strip() for item in numbered.children] == ["1", "2"]


def test_what_is_not_published_is_a_list_in_the_last_item_of_what_is_known(built: tuple[Summary, pikepdf.Pdf]) -> None:
    summary, pdf = built
    method = summary.document.method

    (known,) = (each for each in structure(pdf).all("L") if any(item.all("L") for item in each.children))

    *items, last = known.children
    (unknown,) = last.all("L")
    assert [each.tag for each in (*last.children, *last.children[1].children)] == ["Lbl", "LBody", "L"]
    assert len(items) == len(method.known)
    assert [words_of(each.text) for each in unknown.children] == [words_of(each.text.text) for each in method.unknown]


def test_a_draft_says_so_once_in_the_tree_and_on_every_page() -> None:
    pdf = pdf_of(whole())

    assert structure(pdf).text.split().count("ENTWURF") == 1
    repeated = [" ".join(marked_content(page).artifacts).split().count("ENTWURF") for page in pdf.pages]
    assert repeated == [0, *[1] * (len(pdf.pages) - 1)]


def test_an_address_for_mail_can_be_written_to() -> None:
    pdf = pdf_of(whole())

    actions = [str(link.A.URI) for page in pdf.pages for link in page.get("/Annots", []) if "/A" in link]
    assert actions == ["mailto:ada@example.org"]


def test_a_place_on_the_web_is_a_link_within_its_text() -> None:
    text = "Mehr dazu steht auf https://example.org/bienen/2016, und zwar ausführlich."
    pdf = pdf_of(placed(briefing(finding("a", text=(text,)))))

    (paragraph,) = (each for each in structure(pdf).all("P") if each.text.startswith("Mehr dazu"))
    links = [link for page in pdf.pages for link in page.get("/Annots", []) if "/A" in link]

    assert " ".join(paragraph.text.split()) == text
    assert [child.text for child in paragraph.children] == ["https://example.org/bienen/2016"]
    assert [str(link.A.URI) for link in links] == ["https://example.org/bienen/2016"]


def test_an_address_that_is_named_on_two_pages_is_a_link_on_each() -> None:
    url = "https://example.org/bienen/"
    text = " ".join(f"{words(11)} Siehe {url} dort." for _ in range(70))
    pdf = pdf_of(placed(briefing(finding("a", text=(text,)))))

    (paragraph,) = (each for each in structure(pdf).all("P") if len(each.text) > 1000)
    pages = [[str(link.A.URI) for link in page.get("/Annots", []) if "/A" in link] for page in pdf.pages]

    assert " ".join(words_of(paragraph.text)) == text
    assert [child.text for child in paragraph.children] == [url] * 70
    assert sum(bool(links) for links in pages) > 1


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Siehe https://example.org/größe?a=1&b=%20.", "https://example.org/gr%C3%B6%C3%9Fe?a=1&b=%20"),
        ("Siehe „https://example.org/“ und mehr.", "https://example.org/"),
        ("Alles (bei http://example.org/a_b) dort.", "http://example.org/a_b"),
    ],
)
def test_a_place_on_the_web_ends_where_its_address_does(text: str, found: str) -> None:
    pdf = pdf_of(placed(briefing(finding("a", text=(text,)))))

    assert [str(link.A.URI) for page in pdf.pages for link in page.get("/Annots", []) if "/A" in link] == [found]


def test_a_place_on_the_web_that_is_broken_into_lines_has_a_link_on_each() -> None:
    url = "https://example.org/" + "/".join(f"abteilung{number}" for number in range(12))
    pdf = pdf_of(placed(briefing(finding("a", text=(f"Siehe {url} dort.",)))))

    (paragraph,) = (each for each in structure(pdf).all("P") if each.text.startswith("Siehe"))
    links = [link for page in pdf.pages for link in page.get("/Annots", []) if "/A" in link]

    assert len(links) > 1
    assert paragraph.children[0].text == url
    assert {str(link.A.URI) for link in links} == {url}


def without(node: str, page: Page) -> Iterator[Item]:
    yield from (item for item in page.body if not (isinstance(item, PlacedLine) and item.node == node))


class TestPlanted:
    """What does not agree with the structure stops the writer."""

    def test_a_line_that_is_lost(self) -> None:
        summary = placed(briefing(finding("a")))
        pages = tuple(replace(page, body=tuple(without("findings/a/headline", page))) for page in summary.pages)
        lost = replace(summary, pages=pages)

        with pytest.raises(TaggingError, match='nothing is drawn for H2 "findings/a/headline"'):
            write_summary(lost, FONTS, PROFILE, BUILT)

    def test_a_line_that_the_structure_does_not_know(self) -> None:
        summary = placed(briefing())
        first = summary.structure.children[0]
        shorter = replace(
            summary.structure, children=(replace(first, children=first.children[1:]), *summary.structure.children[1:])
        )

        with pytest.raises(
            TaggingError, match='"cover/publisher" is placed on a page, and the structure of the summary lacks it'
        ):
            write_summary(replace(summary, structure=shorter), FONTS, PROFILE, BUILT)

    def test_a_chart_without_words(self) -> None:
        summary = placed(briefing())

        def silent(element: Element) -> Element:
            return replace(
                element, alt=None if element.alt else element.alt, children=tuple(map(silent, element.children))
            )

        with pytest.raises(TaggingError, match='Figure "cover/field" has no alternative text'):
            write_summary(replace(summary, structure=silent(summary.structure)), FONTS, PROFILE, BUILT)


def test_the_structure_can_go_to_another_process() -> None:
    summary = placed(briefing())

    assert pickle.loads(pickle.dumps(summary)).structure == summary.structure


def test_the_file_is_small() -> None:
    summary = laid_out(*SURVEYS[0])

    assert len(write_summary(summary, FONTS, PROFILE, BUILT)) < 12_000 * len(summary.pages)


TWO_ALIKE = """\
format: 1
language: en
title: Two questions
publisher: Nobody
published: 2026
population: people
unit: people
wave: now
waves: {now: {date: 2026}}
questions:
"""
QUESTION = """\
  {name}:
    type: single
    topic: Topic {name}
    label: What do you think of {name}?
    answers: {{yes: {{percent: 70, label: Good}}, no: {{percent: 30, label: Bad}}}}
"""


def test_charts_that_show_the_same_are_told_with_their_questions(tmp_path: Path) -> None:
    survey = tmp_path / "survey.yaml"
    survey.write_text(TWO_ALIKE + QUESTION.format(name="first") + QUESTION.format(name="second"), "utf-8")

    options = report.Options(tmp_path / "out", only=(pipeline.Product.SUMMARY,))
    (file,) = [path for path in report.build(survey, options=options).written if path.suffix == ".pdf"]

    with pikepdf.open(file) as pdf:
        told = [str(figure.entries.Alt) for figure in structure(pdf).all("Figure")]
    assert len(set(told)) == len(told)
    assert [text.partition("?")[0] for text in told[-2:]] == [f"What do you think of {n}" for n in ("first", "second")]
