"""Words in the bars of a question: at most two, the first that hold and that the headline does not say.

jump      a gap between two neighbours that stands out          "35 points between ranks 2 and 3"
level     all but the first lie close together                  "9 points from the second rank to the last"
fraction  three or more neighbours around a plain fraction      "About a third name each of these three"
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from decimal import Decimal
from itertools import pairwise
from statistics import median

from report.briefing.by_rule.chance import Chance
from report.briefing.by_rule.ranking import Ranking
from report.briefing.by_rule.shares import percent, points
from report.briefing.by_rule.wording import Parts
from report.briefing.fragments import figure, filled
from report.briefing.model.prose import name_of
from report.diagnostics import SourceText
from report.frozen import frozen
from report.language.model import Language
from report.survey.model import QuestionType
from report.tables.model import Cell, is_above

MOST_ANNOTATIONS = 2

LEAST_ROWS, MOST_ROWS = 4, 7
"""Bars that leave words a place: fewer explain themselves, more fill the exhibit."""

LONGEST_NAME = 70
"""Characters of names that always have room where words stand at the other end of the bars."""

LEAST_JUMP, JUMP_OVER_MEDIAN = Decimal(10), 2
MOST_SPREAD = Decimal(10)
NEAR_FRACTION, LEAST_NEAR = Decimal(2), 3


Words = Callable[[Language], SourceText]


@frozen
class Remark:
    """An annotation: the answers or waves that it explains, its first words, the others, the condition of both."""

    at: tuple[str, ...]
    lead: Words
    text: Words
    holds: str


def remarks_of(ranking: Ranking, said: Collection[Cell], chance: Chance) -> tuple[Remark, ...]:
    """The annotations of a question's bars. said: the cells that its headline speaks of."""
    cells = ranking.regular_by_share
    is_fit = ranking.question.type is QuestionType.MULTIPLE and ranking.is_exact
    if not (is_fit and LEAST_ROWS <= len(cells) <= MOST_ROWS and len(cells) == len(ranking.ranked)):
        return ()
    if ranking.longest_name > LONGEST_NAME:
        return ()
    rules = _Rules(cells, said, chance)
    found = (rules.jump(), rules.level(), rules.fraction())
    return tuple(remark for remark in found if remark)[:MOST_ANNOTATIONS]


class _Rules:
    def __init__(self, cells: Sequence[Cell], said: Collection[Cell], chance: Chance) -> None:
        self.cells, self.said, self.chance, self.survey = cells, said, chance, chance.survey

    def name(self, cell: Cell) -> str:
        return name_of(cell.id, self.survey)

    def gap(self, more: Cell, less: Cell) -> SourceText:
        """By how many points one answer lies above another, without the word for them."""
        return figure(f"{self.name(more)} - {self.name(less)} | number")

    def jump(self) -> Remark | None:
        """The one gap that is at least ten points and twice as wide as gaps usually are here."""
        gaps = [points(*pair) for pair in pairwise(self.cells)]
        place = max(range(len(gaps)), key=lambda each: gaps[each])
        above, below = self.cells[place], self.cells[place + 1]
        is_wide = gaps[place] >= max(LEAST_JUMP, JUMP_OVER_MEDIAN * median(gaps)) and gaps.count(gaps[place]) == 1
        is_said = all(cell in self.said for cell in (above, below))
        if not is_wide or is_said or not self._are_alone(place, place + 1) or self.chance.explains(above, below):
            return None

        def words(language: Language) -> SourceText:
            above_at, below_at = (figure(f"rank({self.name(cell)})") for cell in (above, below))
            return filled(language.headlines.between, above=above_at, below=below_at)

        ranks = [f"rank({self.name(cell)}) == {at}" for at, cell in ((place + 1, above), (place + 2, below))]
        claim = f"{self.name(above)} - {self.name(below)} >= {LEAST_JUMP}"
        lead = self._apart(self.gap(above, below))
        return Remark(_answers(above, below), lead, words, " and ".join([claim, *ranks]))

    def level(self) -> Remark | None:
        """All but the first close together, if the first is alone."""
        _, second, *_, last = self.cells
        spread = points(second, last)
        if not (1 < spread <= MOST_SPREAD and points(self.cells[0], second) > spread and self._are_alone(0)):
            return None
        name = self.name(last)
        claims = [f"{self.name(second)} - {name} <= {MOST_SPREAD}", f"rank({self.name(second)}) == 2"]
        claims += [f"{name} == min({last.id.question})"]
        lead = self._apart(self.gap(second, last))
        return Remark(_answers(*self.cells[1:]), lead, _second_to_last, " and ".join(claims))

    def fraction(self) -> Remark | None:
        """The most neighbours that the headline leaves out and that lie around a quarter, a third, a half ..."""
        runs = [run for number in range(len(_FRACTIONS)) for run in self._runs(number)]
        if not runs:
            return None
        number, cells = max(runs, key=lambda run: len(run[1]))
        low, high = _FRACTIONS[number] - NEAR_FRACTION, _FRACTIONS[number] + NEAR_FRACTION
        claims = [f"{low:.1f} <= {self.name(cell)} <= {high:.1f}" for cell in cells]

        def lead(language: Language) -> SourceText:
            return SourceText(language.headlines.about[number])

        def words(language: Language) -> SourceText:
            patterns, count = language.headlines, Parts(self.survey, language).number(len(cells))
            pattern = patterns.each_of_these if number in _OF_ONE else patterns.each_of_these_by_many
            return filled(pattern, count=count)

        return Remark(_answers(*cells), lead, words, " and ".join(claims))

    def _runs(self, number: int) -> Iterator[tuple[int, Sequence[Cell]]]:
        near = [abs((percent(cell) or Decimal(0)) - _FRACTIONS[number]) < NEAR_FRACTION for cell in self.cells]
        free = [is_near and cell not in self.said for is_near, cell in zip(near, self.cells, strict=True)]
        places = [place for place, is_free in enumerate(free) if is_free]
        if len(places) >= LEAST_NEAR and places[-1] - places[0] + 1 == len(places):
            yield number, [self.cells[place] for place in places]

    def _are_alone(self, *places: int) -> bool:
        """Whether no other answer has the share of these."""
        pairs = [(place, place + 1) for place in range(len(self.cells) - 1)]
        return all(is_above(self.cells[one], self.cells[two]) for one, two in pairs if {one, two} & set(places))

    def _apart(self, gap: SourceText) -> Words:
        return lambda language: filled(language.headlines.apart, gap=gap)


def _answers(*cells: Cell) -> tuple[str, ...]:
    return tuple(cell.id.answer for cell in cells)


def _second_to_last(language: Language) -> SourceText:
    return SourceText(language.headlines.second_to_last)


_FRACTIONS = (Decimal(25), Decimal(100) / 3, Decimal(50), Decimal(200) / 3, Decimal(75))
"""A quarter, a third, a half, two thirds, three quarters, per cent: the order of `Headlines.about`."""

_OF_ONE = (0, 1, 2)
"""Those whose words are singular."""
