"""What each kind of chart can show, declared once: the story chooses by it, the layouts keep to it.

How a kind is drawn is its folder in `report.charts.kinds`; what a place can hold is said there, per box.
"""

from __future__ import annotations

from collections.abc import Iterator
from enum import Enum

from report.frozen import frozen


class ChartForm(Enum):
    """What a chart is on a slide: a picture, or a chart of the presentation itself, whose data people can edit."""

    IMAGE = "image"
    NATIVE = "native"


class Shape(Enum):
    """What an exhibit sets side by side.

    One column of the current wave (the total, or a segment's); waves; groups, which are columns of a segmentation;
    questions that share their answers (a battery).
    """

    TOTAL = "one wave"
    WAVES = "waves"
    GROUPS = "groups"
    BATTERY = "several questions"


class Marks(Enum):
    """What annotations point at: the answers; the columns, which are waves or groups; the questions of a battery."""

    ANSWERS = "answers"
    COLUMNS = "columns"
    QUESTIONS = "questions"


@frozen
class Count:
    """How many there may be, both ends included."""

    least: int
    most: int

    def __contains__(self, count: int) -> bool:
        return self.least <= count <= self.most

    def __str__(self) -> str:
        return str(self.most) if self.least == self.most else f"{self.least} to {self.most}"


@frozen
class Kind:
    """A kind of chart, for whoever chooses one.

    word: its name in briefing.yaml. shows: what it can show, in one line for messages. shapes: those it can show,
    its usual one first. rows, slots: its limits wherever it stands: of answers, and of waves or groups. parts: that
    of answers that lie across, without those who gave none. is_over_time: time runs across it. is_whole: its rows
    are the parts of one whole, published all, so that none is left out and all may stand out. lies_across: every
    row is a question or a group, and its answers lie across it as parts of a whole. nets: how many stand at the
    ends of a row of it, where its answers lie across. marks_pairs: two cells of one answer stand out, one set
    against the other, never a whole series. marks_rows: an answer stands out as a whole. counts_in_head: words of
    the chart tell how many answers a place leaves out, no row of it; keeps_ends: those are the ones in the middle;
    keeps_changes: those between whose two columns least lies. has_true_dates: waves lie at their dates, and no
    period takes a place of its own. has_total: all who were asked stand beside the groups, which may be those of
    several segmentations. has_reference: its rows are held against one column more. ranks: answers of one wave stand
    in order of their shares, held against an earlier wave. rises: on a slide it begins higher below a headline of one
    line. tells_breaks: it shows by itself where waves are not comparable, and why. series: what of it may have a colour
    of its own each, where a house names such; None: nothing, only what stands out is coloured. has_native_form: whether
    it can be an editable PowerPoint chart.
    """

    word: str
    shows: str
    shapes: tuple[Shape, ...]
    rows: Count
    slots: Count = Count(1, 1)
    parts: Count | None = None
    is_over_time: bool = False
    is_whole: bool = False
    lies_across: bool = False
    nets: int = 0
    marks_pairs: bool = False
    marks_rows: bool = False
    counts_in_head: bool = False
    keeps_ends: bool = False
    keeps_changes: bool = False
    has_true_dates: bool = False
    has_total: bool = False
    has_reference: bool = False
    ranks: bool = False
    rises: bool = False
    tells_breaks: bool = False
    series: Marks | None = None
    has_native_form: bool = False

    def holds(self, *, rows: int, parts: int) -> bool:
        """Whether it can show a question of so many answers, `parts` of them regular steps or answers."""
        return rows in self.rows and (self.parts is None or parts in self.parts)

    def marks(self, shape: Shape) -> Marks:
        """What annotations point at in a chart of a shape: its rows; where one answer runs over time, its columns."""
        if self.is_over_time and self.rows.most == 1:
            return Marks.COLUMNS
        if not self.lies_across:
            return Marks.ANSWERS
        return Marks.QUESTIONS if shape is Shape.BATTERY else Marks.COLUMNS


@frozen
class Kinds:
    """The kinds that a briefing may ask for, in the order in which messages name them.

    The first is the one that shows any question.
    """

    declared: tuple[Kind, ...]

    def __iter__(self) -> Iterator[Kind]:
        return iter(self.declared)

    @property
    def words(self) -> tuple[str, ...]:
        """The names of all of them."""
        return tuple(kind.word for kind in self)

    def showing(self, shape: Shape) -> tuple[Kind, ...]:
        """Those that can show such exhibits, the usual one first."""
        return tuple(kind for kind in self if shape in kind.shapes)

    def usual(self, shape: Shape, *, rows: int, parts: int, slots: int) -> Kind | None:
        """Of those whose usual exhibits are of a shape the one made for the fewest columns that holds so many.

        None if none of them does.
        """
        usual = (kind for kind in self if kind.shapes[0] is shape and slots in kind.slots)
        able = [kind for kind in usual if kind.holds(rows=rows, parts=parts)]
        return min(able, key=lambda kind: kind.slots.most, default=None)

    def named(self, word: str) -> Kind:
        """The kind of that name; KeyError for one that does not exist."""
        return {kind.word: kind for kind in self}[word]


BARS = Kind(
    word="bars",
    shows="1 to 30 answers of one wave",
    shapes=(Shape.TOTAL,),
    rows=Count(1, 30),
    tells_breaks=True,
    has_reference=True,
    has_native_form=True,
)
COLUMNS = Kind(
    word="columns",
    shows="one answer over 2 to 8 waves",
    shapes=(Shape.WAVES,),
    rows=Count(1, 1),
    tells_breaks=True,
    slots=Count(2, 8),
    is_over_time=True,
    has_native_form=True,
)
PARTS = Kind(
    word="parts",
    shows="1 to 4 published answers that exclude each other",
    shapes=(Shape.TOTAL,),
    rows=Count(1, 4),
    is_whole=True,
)
GROUPED = Kind(
    word="grouped",
    shows="1 to 30 answers by 2 to 4 groups or waves",
    shapes=(Shape.GROUPS, Shape.WAVES),
    rows=Count(1, 30),
    tells_breaks=True,
    slots=Count(2, 4),
    marks_pairs=True,
    has_reference=True,
    series=Marks.COLUMNS,
    has_native_form=True,
)
STACKED = Kind(
    word="stacked",
    shows="2 to 5 answers that exclude each other, of questions that share them or of 1 to 30 groups",
    shapes=(Shape.BATTERY, Shape.GROUPS),
    rows=Count(2, 8),
    slots=Count(1, 30),
    parts=Count(2, 5),
    lies_across=True,
    nets=1,
    series=Marks.ANSWERS,
    has_native_form=True,
)
DIVERGING = Kind(
    word="diverging",
    shows="the two sides of a scale of 2 to 9 answers, of questions that share it or of 1 to 30 groups",
    shapes=(Shape.BATTERY, Shape.GROUPS),
    rows=Count(2, 9),
    slots=Count(1, 30),
    lies_across=True,
    nets=2,
    has_native_form=True,
)
LINE = Kind(
    word="line",
    shows="1 to 8 answers over 2 to 20 waves",
    shapes=(Shape.WAVES,),
    rows=Count(1, 8),
    tells_breaks=True,
    slots=Count(2, 20),
    is_over_time=True,
    marks_rows=True,
    counts_in_head=True,
    keeps_ends=True,
    has_true_dates=True,
    series=Marks.ANSWERS,
    has_native_form=True,
)
DUMBBELL = Kind(
    word="dumbbell",
    shows="2 to 30 answers of two waves or two groups",
    shapes=(Shape.WAVES, Shape.GROUPS),
    rows=Count(2, 30),
    tells_breaks=True,
    slots=Count(2, 2),
    marks_rows=True,
    counts_in_head=True,
    keeps_changes=True,
)
TABLE = Kind(
    word="table",
    shows="1 to 30 answers in 2 to 8 columns, or their rank and change against an earlier wave",
    shapes=(Shape.GROUPS, Shape.WAVES, Shape.TOTAL),
    rows=Count(1, 30),
    tells_breaks=True,
    slots=Count(2, 8),
    marks_pairs=True,
    counts_in_head=True,
    has_total=True,
    has_reference=True,
    ranks=True,
    rises=True,
)
NUMBER = Kind(
    word="number",
    shows="1 to 3 numbers of one question, the first of them large",
    shapes=(Shape.TOTAL,),
    rows=Count(1, 3),
)
HOUSE_KINDS = Kinds((BARS, COLUMNS, PARTS, GROUPED, STACKED, DIVERGING, LINE, DUMBBELL, TABLE, NUMBER))
FIELD = Kind(
    word="field",
    shows="one figure as lit dots",
    shapes=(Shape.TOTAL,),
    rows=Count(1, 1),
)
"""Stands on the cover and beside the messages; no briefing asks for it."""
