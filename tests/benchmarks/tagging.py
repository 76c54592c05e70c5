"""What tagging costs: the PDF stage with tags over the same without, at growing numbers of pages.

Untagged is what ReportLab writes by itself of the same pages; nothing but this comparison can make it.
"""

from __future__ import annotations

import io
import statistics
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from unittest.mock import patch

from reportlab.pdfgen.canvas import Canvas
from reportlab.pdfgen.textobject import PDFTextObject

from report import pipeline
from report.tagged_pdf.archive import About
from report.tagged_pdf.structure import Element
from report.tagged_pdf.text import Direction
from tests.benchmarks.large_surveys import briefing_of, survey_of

BUILT = datetime(2025, 1, 1, tzinfo=UTC)
ROUNDS = 9


class UntaggedText(PDFTextObject):
    """A text of which nothing says what it is."""

    @contextmanager
    def tagged(self, _: str) -> Iterator[None]:
        """Nothing but what is shown within."""
        yield

    @contextmanager
    def artifact(self) -> Iterator[None]:
        """Nothing but what is shown within."""
        yield


class UntaggedCanvas(Canvas):
    """Draws what the writer of summaries draws, and says nothing of what it is."""

    def __init__(
        self, file: io.BytesIO, _: Element, about: About, *, font: str, pagesize: tuple[float, float], **_others: object
    ) -> None:
        super().__init__(file, pagesize=pagesize, pageCompression=1, invariant=1, initialFontName=font)  # type: ignore[arg-type]
        self.setTitle(about.title)

    def beginText(self, x: float = 0, y: float = 0, direction: Direction = None) -> UntaggedText:  # noqa: N802
        """A text object."""
        return UntaggedText(self, x, y, direction)

    @contextmanager
    def tagged(self, *_: object) -> Iterator[None]:
        """Nothing but what is drawn within."""
        yield

    @contextmanager
    def artifact(self, *_: object) -> Iterator[None]:
        """Nothing but what is drawn within."""
        yield

    def link(self, *_: object) -> None:
        """Nothing: these pages have no links."""


@dataclass(frozen=True)
class TaggingCost:
    """What tagging costs a summary: seconds of processor time and bytes with tags and without, and its pages."""

    pages: int
    tagged: float
    untagged: float
    tagged_bytes: int
    untagged_bytes: int

    @property
    def ratio(self) -> float:
        """Tagged over untagged."""
        return self.tagged / self.untagged


def tagging_cost(folder: Path, n_findings: int) -> TaggingCost:
    """The medians of some rounds, in which one is written after the other, of a briefing with so many findings.

    All its questions are told, so that a page of a long summary holds what a page of a short one does. folder: is made,
    and holds the briefing then.
    """
    folder.mkdir()
    briefing = folder / "briefing.yaml"
    briefing.write_text(briefing_of(n_findings), "utf-8")
    briefing.with_name("survey.yaml").write_text(survey_of(n_findings), "utf-8")
    source = pipeline.Source(briefing, str(briefing), folder.name)
    telling = pipeline.tell(pipeline.read(source), ["de"], allow_failed_claims=False)
    (layouts,), _ = pipeline.lay_out(telling, products=[pipeline.Product.SUMMARY])
    with_tags, without = list[float](), list[float]()
    for _ in range(ROUNDS + 1):  # the first has fonts to read
        seconds, tagged = _timed(layouts)
        with_tags.append(seconds)
        with patch("report.summary.writer.TaggedCanvas", UntaggedCanvas):
            seconds, untagged = _timed(layouts)
        without.append(seconds)
    return TaggingCost(
        len(layouts.summary.pages),
        statistics.median(with_tags[1:]),
        statistics.median(without[1:]),
        len(tagged),
        len(untagged),
    )


def _timed(layouts: pipeline.Layouts) -> tuple[float, bytes]:
    start = time.process_time()
    content = pipeline.write_summary(layouts.summary, None, BUILT)
    return time.process_time() - start, content
