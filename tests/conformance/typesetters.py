"""One small document by several typesetters, judged alike: the second table of docs/pdf-conformance.md.

    python -m tests.conformance.typesetters              measures, and prints the table
    python -m tests.conformance.typesetters NAME FILE    makes the document by one of them

Each makes it as its manual says, without tricks, in the same face: a title, two headings, a paragraph, a list, a table
with heads, a drawing of two bars, a link.
"""

from __future__ import annotations

import os
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from pathlib import Path

from reportlab.graphics.shapes import Drawing, Rect
from reportlab.lib.colors import HexColor
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.platypus import Flowable, ListFlowable, Paragraph, SimpleDocTemplate, Table, TableStyle

from report.tagged_pdf.archive import About
from report.tagged_pdf.canvas import TaggedCanvas
from report.tagged_pdf.structure import Element, Numbering, Scope, Tag
from tests.conformance import programs, typeset, vera
from tests.conftest import CHECKOUT

TITLE = "Social media in science"
FACE = "Carlito"
ACCENT, GREY = "#0B6E99", "#AEB7C6"
INTRODUCTION = "Of all 101 universities, 49 % have a team for social media."
GOALS = ("More reach", "A better image")
ROWS = (("Goal", "Share"), ("Reach", "66 %"), ("Image", "40 %"))
BARS = ((66, ACCENT), (40, GREY))
"""Shares of 100, and the colour of each bar."""
ALTERNATIVE = "Two bars: reach 66 per cent, image 40 per cent."
STUDY = "https://example.org/study"

DATE = "SOURCE_DATE_EPOCH"
"""What ReportLab and Typst's own command take the date from; Typst's Python package wants it as an argument."""

HEADS = ("made by", "PDF/UA-1", "PDF/A-2a", "both at once", "same bytes twice", "with a given date")

Make = Callable[[Path], object]


def plain(file: Path) -> None:
    """By ReportLab's page templates, as its user guide shows."""
    pdfmetrics.registerFont(TTFont(FACE, str(CHECKOUT / "assets/fonts/Carlito-Regular.ttf")))
    text = ParagraphStyle("text", fontName=FACE, fontSize=11, leading=15)
    heading = ParagraphStyle("heading", text, fontSize=14, spaceBefore=12, spaceAfter=6)
    table = Table([list(row) for row in ROWS], style=TableStyle([("FONTNAME", (0, 0), (-1, -1), FACE)]))
    story: list[Flowable] = [
        Paragraph(TITLE, ParagraphStyle("title", heading, fontSize=18)),
        Paragraph(INTRODUCTION, text),
        Paragraph("What they want to reach", heading),
        ListFlowable([Paragraph(goal, text) for goal in GOALS], bulletType="bullet", bulletFontName=FACE),
        _bars(),
        Paragraph("The shares", heading),
        table,
        Paragraph(f'The figures are those of <a href="{STUDY}" color="{ACCENT}">the study of 2016</a>.', text),
    ]
    SimpleDocTemplate(str(file), pagesize=A4, title=TITLE, lang="en").build(story)


def _bars() -> Drawing:
    drawing = Drawing(330, 60)
    for row, (share, colour) in enumerate(BARS):
        bar = Rect(0, 32 - 32 * row, 5 * share, 24)
        bar.fillColor, bar.strokeColor = HexColor(colour), None
        drawing.add(bar)
    return drawing


def tagged(file: Path) -> None:
    """By ReportLab's canvas with the tree of tags of report/tagged_pdf."""
    pdfmetrics.registerFont(TTFont(FACE, str(CHECKOUT / "assets/fonts/Carlito-Regular.ttf")))
    built = datetime.fromtimestamp(int(os.environ.get(DATE, 0)), UTC)
    about = About(title=TITLE, language="en", creator="Befund", built=built)
    profile = (CHECKOUT / "assets/color/sRGB2014.icc").read_bytes()
    canvas = TaggedCanvas(str(file), _tree(), about, profile=profile, font=FACE, pagesize=A4)

    def write(key: str, x: float, y: float, text: str, size: float = 11) -> None:
        canvas.setFont(FACE, size)
        with canvas.tagged(key):
            canvas.drawString(x, y, text)

    write("title", 72, 770, TITLE, 18)
    write("introduction", 72, 740, INTRODUCTION)
    write("goals", 72, 710, "What they want to reach", 14)
    for n, goal in enumerate(GOALS):
        write(f"sign {n}", 72, 690 - 15 * n, "•")
        write(f"goal {n}", 84, 690 - 15 * n, goal)
    with canvas.tagged("bars", (72, 600, 402, 656)):
        for n, (share, colour) in enumerate(BARS):
            canvas.setFillColor(HexColor(colour))
            canvas.rect(72, 632 - 32 * n, 5 * share, 24, stroke=0, fill=1)
    canvas.setFillColor(HexColor("#000000"))
    write("shares", 72, 570, "The shares", 14)
    for n, row in enumerate(ROWS):
        for m, cell in enumerate(row):
            write(f"cell {n} {m}", 72 + 80 * m, 550 - 15 * n, cell)
    write("before", 72, 490, "The figures are those of ")
    left = 72 + pdfmetrics.stringWidth("The figures are those of ", FACE, 11)
    right = left + pdfmetrics.stringWidth("the study of 2016", FACE, 11)
    canvas.setFillColor(HexColor(ACCENT))
    write("study", left, 490, "the study of 2016")
    canvas.link("study", (left, 486, right, 502))
    canvas.setFillColor(HexColor("#000000"))
    write("before", right, 490, ".")
    canvas.save()


def _tree() -> Element:
    """The document as it is read, made before anything is drawn."""
    items = [
        Element(Tag.LI, children=(Element(Tag.LBL, f"sign {n}"), Element(Tag.LBODY, f"goal {n}")))
        for n in range(len(GOALS))
    ]
    heads = tuple(Element(Tag.TH, f"cell 0 {m}", scope=Scope.COLUMN) for m in range(2))
    rows = [Element(Tag.TR, children=tuple(Element(Tag.TD, f"cell {n} {m}") for m in range(2))) for n in (1, 2)]
    table = (Element(Tag.THEAD, children=(Element(Tag.TR, children=heads),)), Element(Tag.TBODY, children=tuple(rows)))
    study = Element(Tag.LINK, "study", alt="The study of 2016", target=STUDY)
    return Element(
        Tag.DOCUMENT,
        children=(
            Element(Tag.H1, "title"),
            Element(Tag.P, "introduction"),
            Element(Tag.H2, "goals"),
            Element(Tag.L, children=tuple(items), numbering=Numbering.DISC),
            Element(Tag.FIGURE, "bars", alt=ALTERNATIVE),
            Element(Tag.H2, "shares"),
            Element(Tag.TABLE, children=table),
            Element(Tag.P, "before", (study,)),
        ),
    )


def in_typst(*standards: typeset.Standard) -> Make:
    """By Typst, with the standards that it is asked to keep."""
    rows = ", ".join(f"[{cell}]" for row in ROWS[1:] for cell in row)
    bars = "".join(
        f'<rect y="{32 * row}" width="{5 * share}" height="24" fill="{colour}"/>'
        for row, (share, colour) in enumerate(BARS)
    )
    source = f"""
#set document(title: "{TITLE}")
#set text(lang: "en", font: "{FACE}", size: 11pt)
#show link: set text(fill: rgb("{ACCENT}"))
= {TITLE}
{INTRODUCTION}
== What they want to reach
- {GOALS[0]}
- {GOALS[1]}
#image(bytes(`<svg xmlns="http://www.w3.org/2000/svg" width="330" height="60">{bars}</svg>`.text), alt: "{ALTERNATIVE}")
== The shares
#table(columns: 2, table.header[{ROWS[0][0]}][{ROWS[0][1]}], {rows})
The figures are those of #link("{STUDY}")[the study of 2016].
"""
    date = os.environ.get(DATE)
    return lambda file: typeset.write(file, source, standards=standards, timestamp=int(date) if date else None)


MAKERS: dict[str, Make] = {
    "ReportLab, plain": plain,
    "ReportLab with report/tagged_pdf": tagged,
    "Typst, as it comes": in_typst(),
    "Typst, asked for both": in_typst("ua-1", "a-2a"),
}


def measured() -> list[list[str]]:
    """The cells of the table: failed rules by standard, and whether two runs of a second apart gave the same bytes."""
    with tempfile.TemporaryDirectory(prefix="befund-typesetters-") as folder:
        first = [_made(name, Path(folder) / f"{n}.pdf") for n, name in enumerate(MAKERS)]
        dated = [_made(name, Path(folder) / f"{n}-dated.pdf", epoch=True) for n, name in enumerate(MAKERS)]
        time.sleep(1.1)  # dates in PDFs are of seconds
        again = [_made(name, Path(folder) / f"{n}-again.pdf") for n, name in enumerate(MAKERS)]
        dated_again = [_made(name, Path(folder) / f"{n}-dated-again.pdf", epoch=True) for n, name in enumerate(MAKERS)]
        found = vera.faults(first)
        rows = []
        for name, *files in zip(MAKERS, first, again, dated, dated_again, strict=True):
            failed = [[fault.rule for fault in found[files[0], profile]] for profile in vera.PROFILES]
            same = [one.read_bytes() == other.read_bytes() for one, other in (files[:2], files[2:])]
            told = [", ".join(f"`{rule}`" for rule in sorted(rules)) or "kept" for rules in failed]
            rows.append([name, *told, _yes(not any(failed)), *map(_yes, same)])
    return rows


def _made(name: str, file: Path, *, epoch: bool = False) -> Path:
    """The document, made by a process of its own."""
    command: list[str | Path] = [sys.executable, "-m", "tests.conformance.typesetters", name, file]
    if epoch:
        programs.run(command, SOURCE_DATE_EPOCH="1450000000")
    else:
        programs.run(command)
    return file


def _yes(is_so: object) -> str:
    return "yes" if is_so else "no"


def lines(rows: Sequence[Sequence[str]]) -> list[str]:
    """The table, line by line."""
    return [f"| {' | '.join(row)} |" for row in (HEADS, ["---"] * len(HEADS), *rows)]


if __name__ == "__main__":
    if len(sys.argv) == 3:
        MAKERS[sys.argv[1]](Path(sys.argv[2]))
    elif absent := programs.missing_verapdf():
        sys.exit("\n".join(f"error[missing-program]: {sentence}" for sentence in absent))
    else:
        print("\n".join(lines(measured())))
