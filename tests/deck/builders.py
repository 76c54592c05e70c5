"""A briefing ready to be placed, and stand-ins for its charts, so that a test of the deck depends on no other stage.

The survey is the shipped one in small: a question with earlier waves and a break, two with several answers.
"""

# ruff: noqa: ARG002  # stand-ins keep the signatures of the protocols they stand in for

from __future__ import annotations

import zlib
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from io import BytesIO
from struct import pack
from typing import Any

from pptx import Presentation

from report.briefing.model import (
    Annotation,
    BigFigure,
    Briefing,
    Cover,
    Exhibit,
    Finding,
    Glance,
    Message,
    Recommendation,
    Recommendations,
    Statement,
)
from report.briefing.model.prose import FactKind, Figure, Late, Prose, Run, Words, told
from report.charts.model import Chart, ChartRow, Highlight, KindLayout, NoteRequest, Setting
from report.deck.layout import place_deck
from report.deck.model import Deck, PaintedPicture, PlacedMark, Slide
from report.deck.writer import write_deck
from report.diagnostics import Diagnostic, Location, SourceText
from report.document.build import build_document
from report.document.model import Document, FindingSection, KnownFact
from report.document.model.nodes import BETWEEN, NoteForm, Paragraph
from report.drawing.model import Circle, Drawing, MarkRole, Rect, Stroke
from report.formats.house_slides import HOUSE_SLIDES
from report.formats.slide_kinds import SlideFormat
from report.kinds import BARS, Kind, Shape
from report.language.model import Language
from report.language.numbers import percent
from report.language.registry import load
from report.shipped import folder
from report.survey.model import CellId, ColumnId, Survey
from report.text.fonts import Fonts
from report.theme.house import HOUSE
from report.units import Box, Pt
from tests.builders import (
    MULTIPLE,
    NOT_ASKED,
    plain,
    question,
    speaking_of_its_survey,
    survey,
    tabulated,
    wave,
    with_earlier_labels,
    words,
)

FONTS = Fonts.in_folder(folder("assets") / "fonts", HOUSE.font_files)
TEMPLATE = (folder("assets") / "template" / "house.pptx").read_bytes()
GERMAN, ENGLISH = load("de"), load("en")
Change = Callable[[Document], Document]
BUILT = datetime(2016, 6, 1, tzinfo=UTC)


TOPIC = "Thema: Goals asked; Fragewortlaut nicht veröffentlicht · Mehrfachnennungen"
BASE = "Basis: Marketingverantwortliche, n\u00a0nicht veröffentlicht · Quelle: Bitkom Research, Juni 2016"
"""What stands under an exhibit of the goals."""


def at(line: int, column: int = 11) -> Location:
    """A place in the briefing's file."""
    return Location("briefing.yaml", line, column)


def said(text: str, line: int = 7) -> Prose:
    """A text of the author; a part between asterisks is strong, one in braces is a figure of its cell ("{51 %}")."""
    runs: list[Run] = []
    for number, part in enumerate(text.split("**")):
        is_strong = number % 2 == 1
        for piece in part.replace("{", "\0{").replace("}", "\0").split("\0"):
            if piece.startswith("{"):
                runs.append(Figure(piece[1:], (CellId("goals", "service", ColumnId("w2016")),), is_strong))
            elif piece:
                runs.append(Words(piece, is_strong, SourceText(piece, ((0, at(line)),))))
    return Prose(tuple(runs), at(line))


def small_survey() -> Survey:
    """Four questions: one with a break between its waves, one with a changed label."""
    challenges = question(
        "challenges",
        {"resources": 51, "privacy": 47, "skills": 35, "budget": 27},
        type=MULTIPLE,
        topic="Herausforderungen",
        labels={"skills": "Fehlende Kenntnisse im digitalen Bereich", "budget": "Allgemeine Budgetkürzungen"},
    )
    teams = question(
        "teams",
        {"own": 49, "cross": 33, "everyone": 17, "department": NOT_ASKED},
        earlier={
            "w2014": {"own": 35, "cross": 33, "everyone": 17, "department": 32},
            "w2013": {"own": 24, "department": 47},
        },
        breaks=[("w2014", "w2016", "2014 mit einer weiteren Antwort, Summe 117 %")],
        topic="Organisation",
        labels={
            "own": "Eigene Social-Media-Teams",
            "cross": "Abteilungsübergreifende Teams",
            "everyone": "Jeder, der möchte",
            "department": "Marketing-, PR- oder Kommunikationsabteilung",
        },
    )
    departments = question(
        "departments", {"marketing": 75, "pr": 26, "sales": 13, "management": 12}, type=MULTIPLE, topic="Zuständigkeit"
    )
    goals = question(
        "goals",
        {"awareness": 77, "experts": 72, "dialogue": 57, "applicants": 51, "customers": 48, "service": 21, "ai": 7},
        type=MULTIPLE,
        earlier={"w2014": {"awareness": 85, "applicants": 48}},
        topic="Ziele",
    )
    asked = survey(
        challenges,
        teams,
        departments,
        with_earlier_labels(goals, "applicants", {"w2014": "Bewerber gewinnen"}),
        waves=(wave("w2013"), wave("w2014"), wave("w2015", published=False), wave("w2016")),
    )
    return replace(asked, short_title=plain("Social Media 2016"))


def big_figure(of: str, answer: str, language: Language = GERMAN) -> BigFigure:
    """The current share of an answer."""
    cell = tabulated(small_survey()).cell(CellId(of, answer, ColumnId("w2016")))
    assert cell.share
    return BigFigure(cell, percent(cell.share, cell.decimals, language))


def exhibit(kind: str = "bars", of: str = "goals", title: str = "Anteil der Unternehmen in Prozent") -> Exhibit:
    """What a finding or statement shows."""
    return Exhibit(kind, Shape.TOTAL, (of,), ("awareness", "service"), (), words(title), location=at(12))


def finding(
    id: str = "goals",
    headline: str = "Bekanntheit ist das am häufigsten genannte Ziel, den Kundenservice nennen {21 %}",
    *,
    notes: Sequence[tuple[str, str]] = (("Rund die Hälfte", "nennt Bewerber und Kunden."),),
    shows: Exhibit | None = None,
    is_supported: bool = True,
) -> Finding:
    """A finding; `notes` are the lead-ins and texts of its annotations, from line 30 on."""
    return Finding(
        id=id,
        topic=words("Ziele"),
        headline=said(headline),
        exhibit=shows or exhibit(),
        annotations=tuple(
            Annotation(("awareness",), said(lead, 30 + number), said(text, 40 + number), at(30 + number))
            for number, (lead, text) in enumerate(notes)
        ),
        text=(said("Ein Absatz."),),
        notes=(said("Mit der Frage einsteigen."),),
        columns=(ColumnId("w2016"),),
        columns_with_text=(ColumnId("w2016"),),
        is_supported=is_supported,
    )


def statement(
    text: str = "Wer Zielgruppen erreichen wolle, brauche eine Strategie; klare Zuständigkeiten seien wichtig.",
    *,
    is_literal: bool = False,
    shows: Exhibit | None = None,
) -> Statement:
    """A statement that follows the finding "goals"."""
    return Statement(
        id="strategy",
        after="goals",
        is_literal=is_literal,
        speaker=words("Dr. Joachim Bühler"),
        role=words("Mitglied der Bitkom-Geschäftsleitung"),
        text=said(text),
        exhibit=shows,
        notes=(said("Kurze Pause."),),
    )


def message(
    of: str = "teams", answer: str = "own", text: str = "der Unternehmen haben ein **eigenes Team**"
) -> Message:
    """A row of "at a glance"."""
    return Message("goals", words("Organisation"), big_figure(of, answer), said(text, 20))


def recommendation(
    text: str = "Legen Sie die Zuständigkeit fest", detail: str | None = "Wer spricht, wer gibt frei?"
) -> Recommendation:
    """Advice that rests on the finding "goals"."""
    return Recommendation(
        ("goals",),
        said(text, 50),
        said(detail, 51) if detail else None,
        big_figure("teams", "everyone"),
        said("der Unternehmen: dort darf jeder posten", 52),
    )


def advice() -> Recommendations:
    """The section of two recommendations."""
    return Recommendations(
        said("Erst Zuständigkeit und Mittel klären", 49), (recommendation(), recommendation()), (said("Einordnen."),)
    )


def with_source(topic: str, *more: Prose, base: str = "", shorter: NoteForm | None = None) -> Change:
    """The first finding with another topic in its source note, its parts as they are joined, and further ones."""

    def change(document: Document) -> Document:
        first, *others = document.parts
        assert isinstance(first, FindingSection)
        parts = (*(words(part) for part in topic.split(BETWEEN)), *more)
        source = replace(first.source, topic=parts, shorter=(shorter,) if shorter else ())
        source = replace(source, base=(words(base),)) if base else source
        return replace(document, parts=(replace(first, source=source), *others))

    return change


def with_method(*, facts: int = 4, unknown: int = 5) -> Change:
    """The method with so many things known, and so many unknown."""
    known = [("Herausgeber", "Bitkom; Befragung durch Bitkom Research"), ("Turnus", "jährlich")]

    def change(document: Document) -> Document:
        section = replace(
            document.method,
            known=tuple(known_fact(number, *known[number % 2]) for number in range(facts)),
            unknown_head=document.method.unknown_head if unknown else None,
            unknown=tuple(Paragraph(f"u{n}", words(f"Unbekanntes {n}")) for n in range(1, unknown + 1)),
        )
        return replace(document, method=section)

    return change


def known_fact(number: int, label: str, value: str) -> KnownFact:
    """One thing known of the survey."""
    id = f"method/known/{number}"
    return KnownFact(id, Paragraph(f"{id}/label", words(label)), Paragraph(f"{id}/value", words(value)))


def briefing(**changes: Any) -> Briefing:
    """A whole briefing in German; `changes` replace its fields."""
    asked = changes.pop("survey", None) or small_survey()
    whole = Briefing(
        name="social-media",
        language=GERMAN,
        survey=asked,
        tables=tabulated(asked),
        title=said("Fast die Hälfte der ITK-Unternehmen hat ein eigenes Social-Media-Team", 3),
        audience=words("Marketingverantwortliche"),
        version=words("1.0"),
        is_draft=False,
        cover=Cover(
            big_figure("teams", "own"),
            said("**49 von 100 Unternehmen** haben ein eigenes Team für soziale Medien", 5),
            words("Social Media in ITK-Unternehmen: Organisation, Herausforderungen und Ziele"),
        ),
        glance=Glance(said("Am häufigsten liegt Social Media in der Hand eigener Teams", 9)),
        messages=(message(), message("challenges", "resources"), message("goals", "awareness")),
        findings=(finding(),),
        statements=(statement(),),
        recommendations=advice(),
        method=(said("Ohne n lassen sich Unterschiede nicht prüfen.", 60),),
    )
    return replace(whole, **changes)


# ------------------------------------------------------------------------------------------------------------- charts


WORDS_LEFT = HOUSE_SLIDES.frame.exhibit_width
"""Where the pictures of charts end and the words of annotations begin."""


@dataclass(frozen=True)
class Bars:
    """A stand-in for a kind of chart: one bar a row, annotations below each other; or a fault.

    most_drawn: more rows than that do not fit once their labels are set.
    """

    fault: Diagnostic | None = None
    role: MarkRole = MarkRole.BAR
    room: int = 12
    most: int = 30
    most_drawn: int = 30
    words_left: Pt | None = WORDS_LEFT
    kind: Kind = BARS

    def refusal(self, chart: Chart) -> Diagnostic | None:
        return Diagnostic("unsuitable-kind", f"{len(chart.rows)} rows") if len(chart.rows) > self.most else None

    def natural_height(self, chart: Chart, width: Pt, setting: Setting) -> Pt:
        return 44.6 * len(chart.rows)

    def capacity(self, chart: Chart, height: Pt, setting: Setting) -> int:
        return self.room

    def notes_left(self, chart: Chart, width: Pt, setting: Setting) -> Pt | None:
        return self.words_left

    def lay_out(
        self, chart: Chart, box: Box, setting: Setting, notes: Sequence[NoteRequest] = ()
    ) -> Drawing | Diagnostic:
        if self.fault:
            return self.fault
        if len(chart.rows) > self.most_drawn:
            return Diagnostic("label-too-long", f"{len(chart.rows)} rows")
        bars = [
            Rect(self.role, Box(222, 9 + 40.0 * row, 200, 28.8), setting.ground.muted)
            for row in range(min(7, len(chart.rows)))
        ]
        tops = [9 + sum(note.height + 12 for note in notes[:number]) for number in range(len(notes))]
        left = WORDS_LEFT if self.words_left is None else self.words_left
        places = tuple(Box(left, top, note.width, note.height) for top, note in zip(tops, notes, strict=True))
        return Drawing(
            min(box.width, WORDS_LEFT), 290, tuple(bars), chart.title.text,
            f"Balken: {chart.id}", "de", (), notes=places, hang=9, form="Balken",
        )  # fmt: skip


@dataclass(frozen=True)
class Charts:
    """A stand-in for the book of charts: charts of as many rows as told (4 where nothing is told)."""

    kind_of_all: Bars = Bars()
    rows: Mapping[str, int] | None = None

    def chart(self, id: str) -> Chart:
        answers = range((self.rows or {}).get(id, 4))
        rows = tuple(ChartRow(f"a{number}", words(f"Antwort {number}"), ()) for number in answers)
        return Chart(id, "bars", "goals", words("Ziele"), words("Anteil"), rows, ())

    def kind(self, word: str) -> KindLayout:
        return self.kind_of_all

    def largest(self, chart: Chart, count: int) -> Chart:
        return replace(chart, rows=chart.rows[:count], further=len(chart.rows) - count)

    def alternative(self, chart: Chart) -> Prose:
        form = Late(FactKind.FORM, chart.id)
        if chart.id == "field":
            return told("{form}, davon {n}", form=form, n=chart.title)
        return told("{form}: {chart}", form=form, chart=words(f"{chart.id}, {len(chart.rows)} Zeilen"))

    def pictured(self, chart: Chart, spoken: Collection[str]) -> Chart:
        return chart

    def steps_of(self, chart: Chart) -> Chart:
        return chart

    def figure(self, figure: BigFigure, highlight: Highlight) -> Chart:
        return replace(self.chart("field"), title=words(figure.number.text))

    def field(self, chart: Chart, size: Pt, setting: Setting) -> Drawing:
        dots = tuple(
            Circle(MarkRole.DOT, size * (x + 0.5) / 10, size * (y + 0.5) / 10, size * 0.04, setting.ground.proof)
            for y in range(10)
            for x in range(10)
        )
        return Drawing(size, size, dots, "Feld", "Feld", "de", (), form="Feld aus 100 Punkten")


def laid_out(
    of: Briefing,
    charts: Charts = Charts(),
    change: Change = lambda document: document,
    slides: SlideFormat = HOUSE_SLIDES,
) -> tuple[Deck | None, tuple[Diagnostic, ...]]:
    """The deck of a briefing, or what does not fit; `change` alters what its document says."""
    return place_deck(change(build_document(speaking_of_its_survey(of), charts)), charts, FONTS, HOUSE, slides)


def placed(of: Briefing, charts: Charts = Charts(), change: Change = lambda document: document) -> Deck:
    """The deck of a briefing in which everything fits."""
    deck, faults = laid_out(of, charts, change)
    assert deck is not None, "\n".join(fault.as_text() for fault in faults)
    return deck


def faults_of(of: Briefing, charts: Charts = Charts(), change: Change = lambda document: document) -> list[str]:
    """What does not fit, as it is printed."""
    deck, faults = laid_out(of, charts, change)
    assert deck is None
    return [fault.as_text() for fault in faults]


def marks(slide: Slide, role: MarkRole) -> list[Stroke | Circle | Rect]:
    """The rules, rings or strokes of a slide."""
    return [item.mark for item in slide.items if isinstance(item, PlacedMark) and item.mark.role is role]


def written(of: Briefing, charts: Charts = Charts()) -> bytes:
    """The deck of a briefing as a file, with small pictures in place of its drawings."""
    deck = placed(of, charts)
    return write_deck(deck, painted(deck).__getitem__, TEMPLATE, BUILT).content


def painted(deck: Deck) -> dict[str, PaintedPicture]:
    """Small pictures in place of the drawings of a deck, each of a shade of its own."""
    return {key: PaintedPicture(svg(shade), png(shade)) for shade, key in enumerate(deck.drawings, 1)}


def reopened(of: Briefing, charts: Charts = Charts()) -> Any:
    """The written deck, as python-pptx reads it."""
    return Presentation(BytesIO(written(of, charts)))


def svg(shade: int) -> bytes:
    """The same picture as a drawing."""
    ground = f'<rect width="1" height="1" fill="#{shade % 256:02x}{shade % 256:02x}{shade % 256:02x}"/>'
    return f'<svg xmlns="http://www.w3.org/2000/svg" width="1pt" height="1pt">{ground}</svg>'.encode()


def png(shade: int) -> bytes:
    """A grey picture of one pixel; different shades give different bytes."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return pack(">I", len(data)) + kind + data + pack(">I", zlib.crc32(kind + data))

    header = pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0)
    pixel = zlib.compress(bytes([0, shade % 256]))
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", pixel) + chunk(b"IEND", b"")
