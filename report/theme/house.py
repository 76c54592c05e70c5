"""The look that ships with the project; the contrasts behind each value are listed in docs/visual-language.md."""

from __future__ import annotations

from report.theme.model import Ground, Theme
from report.units import Color

_color = Color.of_hex

PAPER = Ground(
    name="paper",
    ground=_color("#FFFFFF"),
    text=_color("#15203B"),
    soft_text=_color("#5B6577"),
    proof=_color("#0B6E99"),
    contrast=_color("#C8501E"),
    muted=_color("#AEB7C6"),
    muted_edge=_color("#828EA3"),
    on_proof=_color("#FFFFFF"),
    on_muted=_color("#15203B"),
    mid=_color("#828EA3"),
    pale=_color("#D3D9E3"),
    pale_edge=_color("#828EA3"),
    unlit=_color("#AEB7C6"),
    track=_color("#F4F6FA"),
    track_edge=_color("#C3CAD6"),
    rule=_color("#C3CAD6"),
    hairline=_color("#E3E7EE"),
    panel=_color("#F4F6FA"),
    leader=_color("#828EA3"),
)

INK = Ground(
    name="ink",
    ground=_color("#15203B"),
    text=_color("#FFFFFF"),
    soft_text=_color("#C9D3E6"),
    proof=_color("#3FB0DB"),
    contrast=_color("#F08A5D"),
    muted=_color("#62739A"),
    muted_edge=_color("#62739A"),
    on_proof=_color("#15203B"),
    on_muted=_color("#FFFFFF"),
    mid=_color("#62739A"),
    pale=_color("#C9D3E6"),
    pale_edge=_color("#C9D3E6"),
    unlit=_color("#62739A"),
    track=_color("#1C2947"),
    track_edge=_color("#3A486B"),
    rule=_color("#3A486B"),
    hairline=_color("#3A486B"),
    panel=_color("#1C2947"),
    leader=_color("#62739A"),
)

HOUSE = Theme(paper=PAPER, ink=INK, deck_typeface="Calibri")
