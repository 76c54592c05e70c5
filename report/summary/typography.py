"""The type of a summary on a ground: how each kind of text is set. Sizes are the format's, colours the theme's."""

from __future__ import annotations

from dataclasses import replace

from report.formats.grid import TypeSize
from report.formats.page_kinds import PageRoles
from report.frozen import frozen
from report.text.model import Face, Style
from report.theme.model import Ground
from report.units import Color, Pt


@frozen
class TypeRole:
    """How a kind of text is set: its style, the one of its strong words, the line pitch in points, capitals or not."""

    style: Style
    strong: Style
    pitch: Pt
    in_capitals: bool = False


def regular(size: TypeSize, color: Color) -> TypeRole:
    """A role in the regular face, strong words bold."""
    style = Style(Face.REGULAR, size.size, color)
    return TypeRole(style, style.bold(), size.pitch)


def bold(size: TypeSize, color: Color) -> TypeRole:
    """A role in the bold face."""
    style = Style(Face.BOLD, size.size, color)
    return TypeRole(style, style, size.pitch)


@frozen
class Typography:
    """The roles of type on one ground."""

    ground: Ground
    roles: PageRoles

    @property
    def kicker(self) -> TypeRole:
        """Topic of a block, in the side column."""
        return self._capitals(self.ground.proof)

    @property
    def minor_kicker(self) -> TypeRole:
        """Topic of a row that does not lead."""
        return self._capitals(self.ground.soft_text)

    @property
    def stamp(self) -> TypeRole:
        """Draft, or not supported by the data."""
        return self._capitals(self.ground.contrast)

    @property
    def headline(self) -> TypeRole:
        """Sentence at the top of a block."""
        return bold(self.roles.headline, self.ground.text)

    @property
    def statement(self) -> TypeRole:
        """What somebody said."""
        return bold(self.roles.statement, self.ground.text)

    @property
    def summary(self) -> TypeRole:
        """Sentence of "at a glance"."""
        return regular(self.roles.summary, self.ground.text)

    @property
    def body(self) -> TypeRole:
        """Running text."""
        return regular(self.roles.body, self.ground.text)

    @property
    def side_note(self) -> TypeRole:
        """Words beside the text; the lead-in takes `side_lead`."""
        return regular(self.roles.side_note, self.ground.soft_text)

    @property
    def side_lead(self) -> TypeRole:
        """Lead-in of a side note."""
        return bold(self.roles.side_note, self.ground.text)

    @property
    def exhibit_title(self) -> TypeRole:
        """Line above a chart, head of a column."""
        return regular(self.roles.exhibit_title, self.ground.soft_text)

    @property
    def fact(self) -> TypeRole:
        """What is known of the survey and what is not."""
        return regular(self.roles.fact, self.ground.text)

    @property
    def source(self) -> TypeRole:
        """Sources, footnotes, running foot."""
        return regular(self.roles.source, self.ground.soft_text)

    @property
    def label(self) -> TypeRole:
        """Labels and values of tables."""
        return regular(self.roles.label, self.ground.text)

    @property
    def soft_label(self) -> TypeRole:
        """What stands in a table and is no value."""
        return regular(self.roles.label, self.ground.soft_text)

    def smallest(self, role: TypeRole) -> TypeRole:
        """A role at the smallest size of all, for the figures of a crowded table."""
        return replace(role, style=role.style.sized(self.roles.floor), strong=role.strong.sized(self.roles.floor))

    def _capitals(self, color: Color) -> TypeRole:
        """Kickers and stamps: small bold capitals, tracked."""
        style = Style(Face.BOLD, self.roles.kicker.size, color, self.roles.tracking)
        return TypeRole(style, style, self.roles.kicker.pitch, in_capitals=True)
