"""What a language brings to tell words that only a claim of their own kind may back: "significantly", "nobody"."""

from __future__ import annotations

from report.frozen import frozen

MANY, ONE, GROUP = "<<many>>", "<<one>>", "<<group>>"
"""Stand for what a survey calls those whom it asked, in the plural and in the singular, and its groups of them."""


@frozen
class Demands:
    """Regular expressions, without regard to case; `MANY`, `ONE` and `GROUP` in them stand for words of the survey.

    significant: that something is more than chance. majority: that it is so of more than half of the people;
    everyone, nobody: of all of them, of none. equal: that two are the same. people: behind a number, that these are the
    whole that it is a part of ("in 100 customers").
    """

    significant: str
    majority: str
    everyone: str
    nobody: str
    equal: str
    people: str
