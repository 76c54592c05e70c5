"""A published table as it was read, whatever its form: questions, their answers, a percentage a column."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field

from report.frozen import frozen


@frozen
class TableColumn:
    """A column of percentages: what it is called, and what its group of columns is called, if anything."""

    label: str
    group: str = ""


@frozen
class TableAnswer:
    """An answer with its percentages by column, as survey.yaml has them; what was not published is not among them.

    n: how many it stands on, where that is not the n of its question in the column.
    """

    label: str
    percents: Mapping[TableColumn, str]
    n: Mapping[TableColumn, int] = field(default_factory=dict)


@frozen
class TableQuestion:
    """A question of a table. n: how many were asked, by column.

    is_multiple: whether several answers were allowed. is_said: whether the table says so in words.
    comments: what was seen in the table and not taken over.
    """

    label: str
    answers: tuple[TableAnswer, ...]
    n: Mapping[TableColumn, int] = field(default_factory=dict)
    is_multiple: bool = False
    is_said: bool = False
    comments: tuple[str, ...] = ()


@frozen
class Table:
    """All questions of a table, and its columns in their order. n: of all questions, where it is said once.

    title: what stands above the first question; an empty text where nothing does.
    """

    questions: tuple[TableQuestion, ...]
    columns: tuple[TableColumn, ...]
    n: Mapping[TableColumn, int] = field(default_factory=dict)
    title: str = ""
