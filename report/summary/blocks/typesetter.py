"""Sets the texts of a summary in the type of its pages, and tells of blocks that no page holds."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from math import ceil

from report.briefing.model import BigFigure
from report.briefing.model.prose import Prose
from report.diagnostics import Diagnostic, Location
from report.document.model.nodes import BETWEEN, Illustration, Paragraph, Source
from report.drawing.model import Drawing
from report.formats.grid import TypeSize
from report.formats.page_kinds import PageFormat
from report.language.model import Language
from report.summary.blocks.piece import SLACK
from report.summary.faults import ON_PAGES, SummaryFault
from report.summary.typography import TypeRole, Typography
from report.text.fonts import Fonts
from report.text.measuring import one_line
from report.text.model import Face, Line, Style
from report.theme.model import Theme
from report.typesetting.faults import TypesettingFault, counted
from report.typesetting.figures import FigureType
from report.typesetting.notes import parted
from report.typesetting.places import Breaking, Place
from report.typesetting.signs import explained, signs_in
from report.typesetting.statements import statements_left_out, with_statements
from report.typesetting.typesetter import Typesetter
from report.units import Color, Pt


class PageTypesetter(Typesetter):
    """Sets texts in the type of a format, on a theme's two grounds.

    `cover` is the type on the block of the title, `paper` that of everything else; `theme` has the grounds of both.
    `drawings` are the exhibits, by their nodes.
    """

    def __init__(
        self, fonts: Fonts, language: Language, theme: Theme, page: PageFormat, drawings: Mapping[str, Drawing]
    ) -> None:
        super().__init__(fonts, language, ON_PAGES)
        self.drawings = drawings
        self.theme = theme
        self.page = page
        self.paper = Typography(theme.paper, page.roles)
        self.cover = Typography(theme.ground(page.title_page.ground), page.roles)

    def on(self, page: PageFormat, drawings: Mapping[str, Drawing]) -> PageTypesetter:
        """One for pages set otherwise in the same type; it knows the same lines, and keeps faults of its own."""
        other = PageTypesetter(self.fonts, self.language, self.theme, page, drawings)
        other._known = self._known
        return other

    def lines(self, text: Prose, role: TypeRole, width: Pt, *, what: str, most: int | None = None) -> tuple[Line, ...]:
        """The text in balanced lines; more than `most` of them, or one wider than `width`, is a fault.

        what: the name of the text in messages ("headline").
        """
        return self._set(text, role, Place(what, width, _sizes(role), most, breaking=Breaking.BALANCED))

    def running(
        self, text: Prose, role: TypeRole, width: Pt, *, what: str, most: int | None = None
    ) -> tuple[Line, ...]:
        """The text as running text, hyphenated; faults as in `lines`."""
        return self._set(text, role, Place(what, width, _sizes(role), most, breaking=Breaking.HYPHENATED))

    def noted(self, source: Source, exhibit: Illustration, title: Paragraph) -> Source:
        """The source of an exhibit with what its drawing leaves to it: what signs mean, statements without room."""
        drawing = self.drawings[exhibit.id]
        whole = with_statements(source, statements_left_out(exhibit.chart, [drawing]), exhibit.chart, self.language)
        return explained(whole, signs_in([drawing], self.language, [title.text], of=source))

    def source_note(self, source: Source, width: Pt) -> tuple[Line, ...]:
        """The whole note as running text, no sign hanging where a line ends between two of its parts."""
        role = self.paper.source
        place = Place("source note", width, _sizes(role), None, breaking=Breaking.HYPHENATED)
        text = parted((*source.topic, *source.base), BETWEEN, role.style, place, self)
        return self._set(text, role, place)

    def balanced(self, text: Prose, role: TypeRole, width: Pt) -> tuple[Line, ...]:
        """The text in balanced lines, however many and wide they are."""
        place = Place("", width, _sizes(role), None, breaking=Breaking.BALANCED)
        return self.broken(text, role.style, place, strong=role.strong)

    def one_line(self, text: Prose, role: TypeRole) -> Line:
        """A text on a single line, however wide."""
        shown = self.in_capitals(text) if role.in_capitals else text
        return one_line(shown.spans(role.style, role.strong), self.fonts)

    def figures(self, figures: Sequence[BigFigure], size: Pt, colors: Sequence[Color], width: Pt) -> tuple[Line, ...]:
        """The numbers of a list set large in their colours, all as large as `width` allows."""
        set_as = FigureType(self.fonts, self.page.roles.unit_share, self.page.roles.floor)
        style = Style(Face.BOLD, size, self.paper.ground.text)
        style = style.sized(set_as.size(figures, style, width))
        return tuple(set_as.line(figure, style.colored(color)) for figure, color in zip(figures, colors, strict=True))

    def check_height(self, height: Pt, name: str, at: Location | Prose | None) -> None:
        """Tell of a block that is taller than a page, at its place or that of its longest text."""
        room = self.page.room
        if height > room + SLACK:
            location = at.place() if isinstance(at, Prose) else at
            self.faults.append(
                Diagnostic(
                    SummaryFault.BLOCK_TOO_TALL,
                    f"{name} is {height:.0f} pt high in the summary, where a page has room for {room:.0f} pt",
                    location,
                    hint="show fewer answers, or shorten its texts",
                )
            )

    def tell_no_room(self, what: str, excess: Pt, pitch: Pt, location: Location | None) -> None:
        """Tell of texts that end `excess` points below the page."""
        over = counted(ceil(excess / pitch), "line")
        message = f"the {what} are {over} too long for a page of the summary"
        self.faults.append(Diagnostic(TypesettingFault.TEXT_TOO_LONG, message, location))

    def _set(self, text: Prose, role: TypeRole, place: Place) -> tuple[Line, ...]:
        shown = self.in_capitals(text) if role.in_capitals else text
        return self.fit(shown, role.style, place, strong=role.strong).lines


def _sizes(role: TypeRole) -> tuple[TypeSize]:
    return (TypeSize(role.style.size, role.pitch),)
