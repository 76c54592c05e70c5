"""English words by which a text says of whom a share is: of all who were asked, or of some of them.

Regular expressions, read without regard to case; a figure of the text stands in it as `FIGURE`.
"""

from __future__ import annotations

from report.language.model import FIGURE, TERRITORIES, Groups

_SURVEYS = r"(?:(?:the|this|our|an?) )?(?:survey|poll|study|year|\d{4})"

GROUPS = Groups(
    of_all=r"(?:of (?:all (?:the |those )?|the )?)?",
    from_all=r"(?:of|among|amongst) (?:all (?:the |those )?|the )?",
    people=(
        *("people", "persons", "citizens", "residents", "population", "public", "inhabitants", "everybody", "everyone"),
        *("Germans", "Austrians", "Swiss", "Britons", "British", "Americans", "Europeans", "Canadians", "Australians"),
    ),
    whole=(
        rf"in (?:the )?(?:{TERRITORIES}|UK|US|USA|EU|Britain|England|America)"
        r"|in (?:the|this|our) country|(?:across|throughout) the country|nationwide|nationally|worldwide|overall"
    ),
    respondents=("respondents", "those asked", "those surveyed", "those interviewed"),
    everyone=r"of (?:all|everyone|everybody)(?=\s*(?:[.;:!?]|$))",
    some=(
        r"\b(?:young\w*|old\w*|elder\w*|aged?|youths?|teen\w*|seniors?|wom[ae]n|m[ae]n|females?|males?|large\w*|small\w*"
        r"|big\w*|mid\w*|groups?|east\w*|west\w*|north\w*|south\w*|urban|rural|cit(?:y|ies)|towns?|there|here|these"
        r"|those|them|such)(?!\w)"
    ),
    called=(frozenset({"female", "females", "woman", "women"}), frozenset({"male", "males", "man", "men"})),
    among=rf"\b(?:among|amongst|in|within|for|at|with|from|of|under|over|between)\b(?! {_SURVEYS}\b|\s*{FIGURE})",
    limits=r"that|this|these|those|whose|whom|aged|older|younger|larger|smaller|born|based|alone|\w+ing",
    fractions=(
        r"\b(?:(?:a|one|two|three|four|five|six|seven|eight|nine)[ -](?:third|quarter|fifth|sixth|eighth|tenth)s?|half"
        r"|(?:one|two|three|four|five|six|seven|eight|nine) (?:in|of|out of)(?: every)?"
        r" (?:two|three|four|five|six|seven|eight|nine|ten))(?!\w)"
    ),
)
