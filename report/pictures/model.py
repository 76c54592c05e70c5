"""A picture that stands by itself, laid out and not yet painted."""

from __future__ import annotations

from report.drawing.model import Drawing
from report.formats.picture_kinds import PictureFormat
from report.frozen import frozen


@frozen
class Picture:
    """A finding in one format. key: the name of its files. text: what lies beside it, caption and alternative text.

    node: of the document, the section of the finding.
    """

    key: str
    node: str
    format: PictureFormat
    drawing: Drawing
    text: str
