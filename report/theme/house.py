"""The look that ships with the project; the contrasts behind each value are listed in docs/visual-language.md."""

from __future__ import annotations

from report.text.model import FontFiles
from report.theme.model import (
    ColorRole,
    Fill,
    Ground,
    GroundName,
    HeatColors,
    NetColors,
    Pair,
    ScaleColors,
    SeriesColors,
    Theme,
)
from report.units import Color

_color = Color.of_hex

_WHITE = _color("#FFFFFF", ColorRole.PAPER)
_INK = _color("#15203B", ColorRole.INK)
_SOFT = _color("#5B6577", ColorRole.SOFT)
_PANEL = _color("#F4F6FA", ColorRole.PANEL)
_ACCENT = _color("#0B6E99", ColorRole.ACCENT)
_SECOND_ACCENT = _color("#C8501E", ColorRole.SECOND_ACCENT)
_MARK = _color("#AEB7C6", ColorRole.MARK)
_MID = _color("#828EA3", ColorRole.MID)
_PALE = _color("#D3D9E3", ColorRole.PALE)
_LIT = _color("#3FB0DB", ColorRole.LIT)
_RULE = _color("#C3CAD6")
_HAIRLINE = _color("#E3E7EE")
_LIGHT_ACCENT = _color("#8FC3DB")
_LIGHT_SECOND = _color("#E9AF92")

_UNLIT = _color("#62739A")
_SOFT_ON_INK = _color("#C9D3E6")
_TRACK_ON_INK = _color("#1C2947")
_RULE_ON_INK = _color("#3A486B")

PAPER = Ground(
    name=GroundName.PAPER,
    ground=_WHITE,
    text=_INK,
    soft_text=_SOFT,
    proof=_ACCENT,
    contrast=_SECOND_ACCENT,
    muted=_MARK,
    muted_edge=_MID,
    on_proof=_WHITE,
    on_muted=_INK,
    mid=_MID,
    pale=_PALE,
    pale_edge=_MID,
    unlit=_MARK,
    track=_PANEL,
    track_edge=_RULE,
    rule=_RULE,
    hairline=_HAIRLINE,
    panel=_PANEL,
    leader=_MID,
    several=SeriesColors(
        scale=ScaleColors(
            rejection=Pair(_color("#B8461A"), _LIGHT_SECOND),
            middle=_HAIRLINE,
            agreement=Pair(_ACCENT, _LIGHT_ACCENT),
        ),
        segments=(
            (Fill(_MID), Fill(_PALE, edge=_MID)),
            (Fill(_MID), Fill(_MARK), Fill(_PALE, edge=_MID)),
            (Fill(_SOFT), Fill(_MID), Fill(_MARK), Fill(_PALE, edge=_MID)),
        ),
        nets=NetColors(
            proof=Pair(_ACCENT, _LIGHT_ACCENT),
            contrast=Pair(_SECOND_ACCENT, _LIGHT_SECOND),
            muted=Pair(_MID, _MARK),
            outside=(Fill(_PALE, edge=_MID), Fill(_HAIRLINE, edge=_MID), Fill(_PANEL, edge=_MID)),
        ),
        heat=HeatColors(
            above=(_color("#E4F0F6"), _color("#C2DEEA"), _LIGHT_ACCENT),
            below=(_color("#FBEDE6"), _color("#F5D5C7"), _LIGHT_SECOND),
        ),
    ),
)

INK = Ground(
    name=GroundName.INK,
    ground=_INK,
    text=_WHITE,
    soft_text=_SOFT_ON_INK,
    proof=_LIT,
    contrast=_color("#F0915F"),
    muted=_UNLIT,
    muted_edge=_UNLIT,
    on_proof=_INK,
    on_muted=_WHITE,
    mid=_UNLIT,
    pale=_SOFT_ON_INK,
    pale_edge=_SOFT_ON_INK,
    unlit=_UNLIT,
    track=_TRACK_ON_INK,
    track_edge=_RULE_ON_INK,
    rule=_RULE_ON_INK,
    hairline=_RULE_ON_INK,
    panel=_TRACK_ON_INK,
    leader=_UNLIT,
    several=SeriesColors(
        scale=ScaleColors(
            rejection=Pair(_color("#F0915F"), _color("#A86A52")),
            middle=None,
            agreement=Pair(_LIT, _color("#3A83AB")),
        ),
        segments=(
            (Fill(_UNLIT), Fill(_RULE_ON_INK, edge=_UNLIT)),
            (Fill(_UNLIT), Fill(_RULE_ON_INK, edge=_UNLIT), Fill(_TRACK_ON_INK, edge=_UNLIT)),
            (
                Fill(_UNLIT),
                Fill(_color("#4E5E84"), edge=_UNLIT),
                Fill(_RULE_ON_INK, edge=_UNLIT),
                Fill(_TRACK_ON_INK, edge=_UNLIT),
            ),
        ),
        nets=NetColors(
            proof=Pair(_LIT, _color("#3A83AB")),
            contrast=Pair(_color("#F0915F"), _color("#A86A52")),
            muted=Pair(_UNLIT, _RULE_ON_INK),
            outside=tuple(Fill(color, edge=_UNLIT) for color in (_color("#2B3959"), _color("#233050"), _TRACK_ON_INK)),
        ),
    ),
)

HOUSE = Theme(
    paper=PAPER,
    ink=INK,
    font_files=FontFiles(regular="Carlito-Regular.ttf", bold="Carlito-Bold.ttf"),
    deck_typeface="Calibri",
)
