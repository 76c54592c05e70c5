"""A briefing ready to be laid out, and charts for it, built without the stages before: every part can be replaced.

The survey is small and made up: a question with earlier waves and a break, one with several answers, one with a base.
"""

# ruff: noqa: ARG002  # stand-ins keep the signatures of the protocols they stand in for

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace

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
from report.briefing.model.prose import Figure, Prose, Words
from report.charts.model import Chart, Highlight, KindLayout, NoteRequest, Setting
from report.diagnostics import Diagnostic, Location, SourceText
from report.document.build import build_document
from report.document.model import Document
from report.drawing.model import Drawing, MarkRole, Rect, TextMark
from report.formats.a4_pages import A4_PAGES
from report.formats.page_kinds import PageFormat
from report.kinds import BARS, Kind, Shape
from report.language.numbers import percent
from report.language.registry import load
from report.shipped import folder
from report.summary.layout import place_summary
from report.summary.model import Summary
from report.survey.model import CellId, ColumnId, Survey
from report.text.fonts import Fonts
from report.text.model import Face
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
)
from tests.builders import words as survey_words

FONTS = Fonts.in_folder(folder("assets") / "fonts", HOUSE.font_files)
PROFILE = (folder("assets") / "color" / "sRGB2014.icc").read_bytes()
GERMAN = load("de")
ENGLISH = load("en")
Change = Callable[[Document], Document]

PLACE = Location("briefing.yaml", 7, 11, "      de: the line of the text")


def made_up_survey() -> Survey:
    """Three questions: with a break between waves, with a changed label, with a base of its own."""
    teams = question(
        "teams",
        {"own": 49, "cross": 33, "everyone": 17, "department": NOT_ASKED},
        earlier={"w2014": {"own": 35, "department": 32}, "w2013": {"own": 24}},
        breaks=[("w2014", "w2016", "2014 mit einer weiteren Antwort")],
        topic={"de": "Organisation", "en": "Organisation"},
    )
    goals = question(
        "goals",
        {"awareness": 77, "experts": 72, "applicants": 51, "service": 21, "predictive": 7},
        type=MULTIPLE,
        earlier={"w2014": {"awareness": 85, "applicants": 48}},
        topic={"de": "Ziele", "en": "Goals"},
    )
    tools = question("tools", {"video": "12.5", "text": "87.5"}, n=430, topic={"de": "Mittel", "en": "Tools"})
    asked = survey(
        teams,
        with_earlier_labels(goals, "applicants", {"w2014": "Bewerber gewinnen"}),
        tools,
        waves=(wave("w2013"), wave("w2014"), wave("w2015", published=False), wave("w2016")),
    )
    return replace(asked, short_title=plain("Social Media 2016"))


WORDS = (
    *("Die", "Befragten", "nennen", "steigende", "Anforderungen", "an"),
    *("Kommunikation", "und", "Organisation", "im", "Unternehmen"),
)


def words(count: int, start: int = 0) -> str:
    """That many words, in sentences of nine."""
    return " ".join(WORDS[(start + number) % len(WORDS)] + ("." if number % 9 == 8 else "") for number in range(count))


def said(text: str, place: Location = PLACE) -> Prose:
    """A text of the author, with its place."""
    return Prose((Words.of(SourceText(text, ((0, place),))),), place)


def big_figure(answer: str, of: str = "teams", from_survey: Survey | None = None) -> BigFigure:
    """The current share of an answer, worded in German."""
    tables = tabulated(from_survey or made_up_survey())
    cell = tables.cell(CellId(of, answer, ColumnId("w2016")))
    assert cell.share
    return BigFigure(cell, percent(cell.share, cell.decimals, GERMAN))


def finding(
    id: str = "goals",
    *,
    headline: str = "Bekanntheit ist das am häufigsten genannte Ziel",
    text: Sequence[str] = (words(70),),
    annotations: Sequence[tuple[str, str]] = (("Rund die Hälfte", "nennt Bewerber und Kunden."),),
    is_supported: bool = True,
) -> Finding:
    """A finding with one paragraph and one annotation."""
    return Finding(
        id=id,
        topic=survey_words("Ziele"),
        headline=said(headline),
        exhibit=exhibit(),
        annotations=tuple(Annotation(("awareness",), said(lead), said(body)) for lead, body in annotations),
        text=tuple(said(paragraph) for paragraph in text),
        notes=(),
        columns=(ColumnId("w2016"),),
        columns_with_text=(ColumnId("w2016"),),
        is_supported=is_supported,
    )


def exhibit() -> Exhibit:
    """Bars of the goals."""
    title = survey_words("Anteil der Unternehmen in Prozent")
    return Exhibit("bars", Shape.TOTAL, ("goals",), ("awareness", "experts"), (), title)


def statement(id: str = "strategy", *, after: str | None = None, with_exhibit: bool = True) -> Statement:
    """A reported statement beside the figures it refers to."""
    return Statement(
        id=id,
        after=after,
        is_literal=False,
        speaker=survey_words("Dr. Joachim Bühler"),
        role=survey_words("Mitglied der Bitkom-Geschäftsleitung"),
        text=said("Wer Zielgruppen erreichen wolle, brauche eine Strategie; klare Zuständigkeiten seien wichtig."),
        exhibit=exhibit() if with_exhibit else None,
        notes=(),
    )


def briefing(*findings: Finding, **changes: object) -> Briefing:
    """A whole briefing in German; `changes` replace its fields."""
    told = findings or (finding(),)
    asked = made_up_survey()
    whole = Briefing(
        name="social-media",
        language=GERMAN,
        survey=asked,
        tables=tabulated(asked),
        title=said("Fast die Hälfte der Unternehmen hat ein eigenes Social-Media-Team"),
        audience=survey_words("Marketingverantwortliche"),
        version=survey_words("1.0"),
        is_draft=False,
        cover=Cover(
            big_figure("own"),
            Prose(
                (Figure("49\u00a0von\u00a0100", ()), Words(" Unternehmen haben ein eigenes Team für soziale Medien"))
            ),
            survey_words("Social Media in ITK-Unternehmen: Organisation, Herausforderungen und Ziele"),
        ),
        glance=Glance(said("Am häufigsten sind eigene Teams")),
        messages=tuple(message(answer) for answer in ("own", "cross", "everyone")),
        findings=told,
        statements=(),
        recommendations=recommendations(told[0].id),
        method=(said("Ohne n lassen sich Unterschiede nicht auf Zufall prüfen."),),
    )
    return replace(whole, **changes)  # type: ignore[arg-type]


def message(answer: str = "own") -> Message:
    """A row of "at a glance"."""
    text = Prose((Words("der Unternehmen haben ein "), Words("eigenes Team", is_strong=True), Words(".")), PLACE)
    return Message("goals", survey_words("Organisation"), big_figure(answer), text)


def recommendations(because: str = "goals") -> Recommendations:
    """Two pieces of advice that rest on a finding."""
    item = Recommendation(
        (because,),
        said("Legen Sie die Zuständigkeit fest"),
        said("Wer spricht, wer gibt frei, wer springt ein?"),
        big_figure("everyone"),
        said("der Unternehmen: dort darf jeder posten"),
    )
    return Recommendations(said("Erst Zuständigkeit klären"), (item, item), ())


@dataclass(frozen=True)
class Bars:
    """A stand-in for a kind of chart: as many tracks as it is told (4 where it is told nothing), or a fault."""

    rows: Mapping[str, int] = field(default_factory=dict)
    fault: Diagnostic | None = None
    kind: Kind = BARS

    def refusal(self, chart: Chart) -> Diagnostic | None:
        return None

    def natural_height(self, chart: Chart, width: Pt, setting: Setting) -> Pt:
        return self.rows.get(chart.id, 4) * 24.5

    def capacity(self, chart: Chart, height: Pt, setting: Setting) -> int:
        return int(min(height, 10_000.0) / 24.5)

    def notes_left(self, chart: Chart, width: Pt, setting: Setting) -> Pt | None:
        return 0.0

    def lay_out(
        self, chart: Chart, box: Box, setting: Setting, notes: Sequence[NoteRequest] = ()
    ) -> Drawing | Diagnostic:
        if self.fault:
            return self.fault
        ground = setting.ground
        marks = tuple(
            mark
            for row in range(self.rows.get(chart.id, 4))
            for mark in (
                TextMark(MarkRole.LABEL, f"Zeile {row}", Face.REGULAR, 10, ground.text, 0.0, 24.5 * row + 11, 34.0),
                Rect(MarkRole.TRACK, Box(141.8, 24.5 * row, 351.5, 15.4), ground.track),
            )
        )
        return Drawing(box.width, box.height, marks, "Titel", "Balken", setting.language.tag, ())


@dataclass(frozen=True)
class Charts:
    """A stand-in for the book of charts: empty charts, drawn by `Bars` with the rows given for their ids."""

    rows: Mapping[str, int] = field(default_factory=dict)
    fault: Diagnostic | None = None

    def chart(self, id: str) -> Chart:
        return Chart(id, id, "goals", survey_words(""), survey_words(""), (), ())

    def kind(self, word: str) -> KindLayout:
        return Bars(self.rows, self.fault)

    def largest(self, chart: Chart, count: int) -> Chart:
        return chart

    def alternative(self, chart: Chart) -> Prose:
        return chart.title

    def pictured(self, chart: Chart, spoken: Collection[str]) -> Chart:
        return chart

    def steps_of(self, chart: Chart) -> Chart:
        return chart

    def figure(self, figure: BigFigure, highlight: Highlight) -> Chart:
        return replace(self.chart("field"), title=survey_words(figure.number.text))

    def field(self, chart: Chart, size: Pt, setting: Setting) -> Drawing:
        dots = Rect(MarkRole.DOT, Box(0.0, 0.0, size, size), setting.ground.proof)
        return Drawing(size, size, (dots,), "Titel", f"{chart.title.text} von 100", setting.language.tag, ())


def laid_out(
    told: Briefing,
    charts: Charts | None = None,
    change: Change = lambda document: document,
    pages: PageFormat = A4_PAGES,
) -> tuple[Summary | None, tuple[Diagnostic, ...]]:
    """The briefing as pages, with what does not fit; `change` alters what its document says."""
    book = charts or Charts()
    return place_summary(change(build_document(speaking_of_its_survey(told), book)), book, FONTS, HOUSE, pages)


def placed(told: Briefing, charts: Charts | None = None, change: Change = lambda document: document) -> Summary:
    """The briefing as pages, in which everything fits."""
    summary, faults = laid_out(told, charts, change)
    assert faults == ()
    assert summary is not None
    return summary
