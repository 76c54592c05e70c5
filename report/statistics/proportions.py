"""The respondents of a base who gave an answer, and their share."""

from __future__ import annotations

from report.frozen import frozen
from report.statistics.bases import effective_base
from report.statistics.scores import Scores
from report.statistics.sums import Sums


@frozen
class Proportion:
    """Those who gave an answer (or one of a net's, counted once) among those of a base; a cell of a table."""

    answer: Sums
    base: Sums

    @classmethod
    def of_published(cls, share: float, respondents: int) -> Proportion:
        """A share (0 to 1) that was published with its unweighted base, every respondent taken to weigh 1.

        The share stays as it was published. How many gave the answer is the nearest number, less one where that would
        be everybody and the share is not the whole.
        """
        many = share * respondents
        nearest = round(many) if share == 1 else min(round(many), respondents - 1)
        return cls(Sums(nearest, many, many), Sums.of_count(respondents))

    @classmethod
    def of_share(cls, share: float, base: Sums) -> Proportion:
        """A share (0 to 1) of a base of which it is not told who gave the answer.

        Enough for tests on the effective base, not for a linearised variance: who gave the answer is taken to weigh as
        everybody does.
        """
        most = base.respondents if share == 1 else base.respondents - 1
        many = min(round(share * base.respondents), most)
        return cls(Sums(many, share * base.weights, share * base.squares), base)

    @property
    def share(self) -> float:
        """The weighted share, 0 to 1: sum of the answer's weights / sum of the base's (Hajek 1971).

        Exactly 0 or 1 where nobody or everybody gave the answer. Raises ValueError for an empty base.
        """
        if self.base.is_empty:
            raise ValueError("an empty base has no shares")
        others = self.base.without(self.answer)
        return self.answer.weights / self.base.weights if others.weights else 1.0

    @property
    def effective_base(self) -> float:
        """That of the whole base, in equally weighted respondents."""
        return effective_base(self.base)

    def without(self, group: Proportion) -> Proportion:
        """That of the others, where the group is a part of these respondents; raises ValueError if it is not."""
        return Proportion(self.answer.without(group.answer), self.base.without(group.base))

    @property
    def scores(self) -> Scores:
        """The answer as a score: 1 for who gave it, 0 for the others."""
        return Scores(((0.0, self.base.without(self.answer)), (1.0, self.answer)))
