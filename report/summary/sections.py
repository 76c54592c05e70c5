"""Places the sections of a document as blocks, on pages set as usual or closer, each once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial, singledispatch

from report.charts.model import ChartBook
from report.document.model import FindingSection, MethodSection, RecommendationsSection, StatementSection
from report.document.model.frame import ChapterSection, FreeSection
from report.document.model.nodes import Illustration, Node, Output, walk
from report.formats.closer import closer
from report.formats.page_kinds import PageFormat
from report.summary.blocks.chapter import place_chapter
from report.summary.blocks.finding import place_finding
from report.summary.blocks.free_slide import place_free_slide
from report.summary.blocks.method import place_method
from report.summary.blocks.piece import SLACK, Piece
from report.summary.blocks.recommendations import place_recommendations
from report.summary.blocks.statement import place_statement
from report.summary.blocks.typesetter import PageTypesetter
from report.summary.exhibits import height_of, redraw_exhibits
from report.summary.paging import LEAST, Block, fixed_block
from report.units import Pt


@singledispatch
def place_section(section: Node, typesetter: PageTypesetter) -> tuple[Piece, ...]:
    """The section as pieces, by the placer of its kind."""
    raise TypeError(f"there is no placer for {type(section).__name__}, needed for {section.id} by {typesetter}")


place_section.register(FindingSection, place_finding)
place_section.register(StatementSection, place_statement)
place_section.register(ChapterSection, place_chapter)
place_section.register(FreeSection, place_free_slide)
place_section.register(RecommendationsSection, place_recommendations)
place_section.register(MethodSection, place_method)


class Sections:
    """The sections of one document as pieces; what was placed once is known.

    typesetter: of the usual page, in which faults are told; a section set closer asks for less room and has no others.
    """

    def __init__(self, charts: ChartBook, typesetter: PageTypesetter) -> None:
        self._charts = charts
        self._typesetter = typesetter
        self._closer_pages = closer(typesetter.page)
        self._placed: dict[tuple[str, int], tuple[Piece, ...]] = {}
        self._extents: dict[tuple[str, int], tuple[Pt, Pt]] = {}

    @property
    def closest(self) -> int:
        """In how many steps a page may be set closer."""
        return len(self._closer_pages)

    def pieces(self, section: Node, closeness: int = 0) -> tuple[Piece, ...]:
        """A section on a page set as usual, or closer by so many steps."""
        key = section.id, closeness
        if key not in self._placed:
            set_as_usual = partial(place_section, section, self._typesetter)
            self._placed[key] = self._closer(section, closeness) if closeness else set_as_usual()
        return self._placed[key]

    def _closer(self, section: Node, closeness: int) -> tuple[Piece, ...]:
        """The section set closer; one whose exhibits do not change stands closer to the others and stays as it is."""
        page, usual, setter = self._closer_pages[closeness - 1], self.pieces(section), self._typesetter
        if len(usual) == 1 and self._saved(section, page) == 0:
            return (replace(usual[0], space_above=page.block.gap),)
        drawings = redraw_exhibits(section, self._charts, setter.fonts, setter.theme, page, setter.language)
        return place_section(section, setter.on(page, {**setter.drawings, **drawings}))

    def _extent(self, section: Node, closeness: int) -> tuple[Pt, Pt]:
        """The height of a section and what lies above it, without that it is placed, where that is possible."""
        key = section.id, closeness
        if key not in self._extents:
            self._extents[key] = self._measured(section, closeness)
        return self._extents[key]

    def _measured(self, section: Node, closeness: int) -> tuple[Pt, Pt]:
        usual, page = self.pieces(section), self._closer_pages[closeness - 1] if closeness else None
        saved = self._saved(section, page) if page and len(usual) == 1 else None
        if page is None or saved is None:
            whole = self._whole(section, closeness)
            return whole.height, whole.space_above
        return usual[0].height - saved, page.block.gap

    def _saved(self, section: Node, page: PageFormat) -> Pt | None:
        """By how much its exhibits are lower on a closer page; None where only a drawing of them tells."""
        setter, saved = self._typesetter, 0.0
        for node in walk(section, Output.SUMMARY):
            if isinstance(node, Illustration):
                usual = setter.drawings[node.id].exhibit_height
                height = height_of(node.chart, self._charts, setter.fonts, setter.theme, page, setter.language)
                if not LEAST * usual <= height <= usual + SLACK:  # of a narrow place, of fewer rows, or refused
                    return None
                saved += max(0.0, usual - height)
        return saved

    def blocks(self, sections: Sequence[Node]) -> list[Block]:
        """The sections as blocks; what opens a page of its own takes the heading before it along."""
        blocks = list[Block]()
        for section in sections:
            first, *others = self._blocks(section)
            if blocks and blocks[-1].keeps_next and first.starts_page:
                blocks[-1], first = replace(blocks[-1], starts_page=True), replace(first, starts_page=False)
            blocks += [first, *others]
        return blocks

    def _blocks(self, section: Node) -> list[Block]:
        """One block, also where only a page that is set closer holds the text; else one a page."""
        pieces, form, extent = self.pieces(section), partial(self._whole, section), partial(self._extent, section)
        if len(pieces) == 1:
            return [Block(form, extent, keeps_next=isinstance(section, ChapterSection))]
        steps = range(1, self.closest + 1)
        least = next((step for step in steps if len(self.pieces(section, step)) == 1), None)
        if least:
            return [Block(form, extent, least=least)]
        return [fixed_block(piece, starts_page=piece.starts_page) for piece in pieces]

    def _whole(self, section: Node, closeness: int) -> Piece:
        """The section in one piece; less close where its chart shows so many rows that its text passes the page."""
        set_closer = (self.pieces(section, step) for step in range(closeness, -1, -1))
        return next(pieces[0] for pieces in set_closer if len(pieces) == 1)
