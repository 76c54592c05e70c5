"""How a message to the author tells the number of a cell."""

from __future__ import annotations

from decimal import Decimal

from report.briefing.model.prose import name_of
from report.language.numbers import is_nearly_whole, print_alike, round_half_up
from report.survey.model import Survey
from report.tables.model import Cell
from report.units import Between, Score


def printed(cell: Cell) -> str:
    """The published number as it was printed, behind its sign: "= 51 %", "< 1 %", "> 99 %"; the cell has one."""
    if isinstance(cell.value, Score) and not isinstance(cell.value.number, Between):
        sign = "+" if cell.value.unit.is_balance and cell.value.number > 0 else ""
        return f"= {sign}{round_half_up(cell.value.number, cell.decimals)}"
    assert cell.share is not None, "only published cells are read, said or shown"
    percentage = cell.share.percent
    if isinstance(percentage, Between):
        return f"< {percentage.upper} %"
    rounded = round_half_up(percentage, cell.decimals)
    return (
        f"> {rounded - Decimal(1).scaleb(-cell.decimals)} %"
        if is_nearly_whole(cell.share, cell.decimals)
        else f"= {rounded} %"
    )


def told(cell: Cell, survey: Survey) -> str:
    """The name of a cell and its number: "goals.own = 51 %"."""
    return f"{name_of(cell.id, survey)} {printed(cell)}"


def are_alike(cell: Cell, other: Cell) -> bool:
    """Whether the shares of two cells are the same as printed, so that no reader sees which is larger."""
    if cell.share is None or other.share is None:
        return False
    return print_alike((cell.share, cell.decimals), (other.share, other.decimals))
