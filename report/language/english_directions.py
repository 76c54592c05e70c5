"""English words by which a text says that something rose or fell, and that one is more or less than another."""

from __future__ import annotations

from report.language.english_comparisons import NONE_BELOW, NONE_BEYOND
from report.language.model import FIGURE, Directions

_FIRST = (
    r"(?<!at )(?<!second )(?<!third )(?<!of the )most(?! of\b(?! all))|highest|largest|biggest|greatest|strongest"
    r"|commonest|in first place|comes? first|number one|in the lead"
    r"|(?:leads|(?<=[^t]s )lead|is leading|are leading)(?=\s*(?:$|[,.;:!?]|(?:with|at|by|among|amongst|in)\b))"
)
_DENIED = r"(?<!was )(?<!were )(?<!did )(?:not|no longer|no|(?:is|are|does|do)n[’']t)"
_TO_THE_END = r"(?: (?!(?:among|amongst|for|with|in|of|at|by|to|as|than)\b)\w+){0,2}(?=\s*(?:$|[,.;:!?]))"

_ORDINALS = (
    ("two", "second"),
    ("three", "third"),
    ("four", "fourth"),
    ("five", "fifth"),
    ("six", "sixth"),
    ("seven", "seventh"),
    ("eight", "eighth"),
    ("nine", "ninth"),
    ("ten", "tenth"),
)
_OF_SIZE = r"(?:most \w+|largest|biggest|highest|greatest|strongest|commonest)"


def _place(number: int, words: tuple[str, str]) -> str:
    """How a place is told: "comes second", "in second place", "number two", "the second largest"."""
    cardinal, ordinal = words
    return (
        rf"(?:com(?:es?|ing)|came|rank(?:s|ed|ing)?|plac(?:es|ed)|finish(?:es|ed)?) (?:in )?{ordinal}(?! to none)"
        rf"|in {ordinal} place|(?:number|rank(?:s|ed)?(?: number)?) (?:{cardinal}|{number}(?![.,]?\d))"
        rf"|(?:the|its|their) {ordinal}[- ]{_OF_SIZE}"
    )


DIRECTIONS = Directions(
    rise=(
        r"rises?|rose|risen|rising|grows?|grew|grown|growing|increas(?:es?|ed|ing|ingly)|climb(?:s|ed)?|gains?|gained"
        r"|doubl(?:es|ed|ing)|tripl(?:es|ed|ing)|quadrupl(?:es|ed|ing)|soar(?:s|ed)?|surg(?:es|ed)|skyrocket(?:s|ed)"
        r"|rebound(?:s|ed)?|(?:is|are|was|were) up|record high|all-time high"
        r"|(?:is|are) (?:spreading|catching on)|makes? a comeback|on the march|more and more"
        r"|ever (?:more|larger|higher)"
    ),
    fall=(
        r"falls?|fell|fallen|falling|drop(?:s|ped)?|decreas(?:es?|ed|ing)|declin(?:es?|ed|ing)|shrinks?|shrank|shrunk"
        r"|shrinking|slip(?:s|ped)?|plung(?:es|ed)|plummet(?:s|ed)?|tumbl(?:es|ed)|slump(?:s|ed)?|collaps(?:es|ed)"
        r"|los(?:es?|t) ground|halv(?:es|ed|ing)|wan(?:es|ed|ing)|erod(?:es|ed|ing)|(?:is|are|was|were) down"
        r"|record low|all-time low|dying(?: out)?|died out|disappear(?:s|ed|ing)?|vanish(?:es|ed|ing)?|fad(?:es|ed|ing)"
        r"|los(?:es?|t|ing) (?:in )?(?:importance|relevance|popularity|acceptance|appeal|influence|support|share)"
        r"|(?:fewer and fewer|less and less|ever (?:fewer|less|smaller|lower))"
        r"|(?:has|have) had (?:its|their) day|on (?:its|their) (?:way out|last legs)|in retreat|things? of the past"
    ),
    most=rf"{NONE_BEYOND}|{_FIRST}",
    least=rf"{NONE_BELOW}|" + r"(?<!at )least|fewest|lowest|smallest|weakest|rarest|in last place|comes? last",
    more=(
        r"more|higher|larger|bigger|greater|stronger|oftener|likelier|ahead|beats?|beaten|overtak(?:es?|en)|overtook"
        r"|surpass(?:es|ed)?|exceed(?:s|ed)?|outnumber(?:s|ed)?|outrank(?:s|ed)?|outstrip(?:s|ped)?|outpac(?:es|ed)"
    ),
    less=r"less|fewer|lower|smaller|weaker|rarer|behind|trail(?:s|ed)?|lag(?:s|ged)?",
    than=(
        r"(?:than|as|ahead of|behind|beats?|overtak(?:es?|en)|overtook|surpass(?:es|ed)?|exceed(?:s|ed)?"
        r"|outnumber(?:s|ed)?|outrank(?:s|ed)?|outstrip(?:s|ped)?|outpac(?:es|ed)|trail(?:s|ed)?)"
    ),
    than_in=r"than(?: (?:back|in|the|year|survey|wave|of|for|it|they|was|were|did))*",
    than_before=(
        r"than (?:(?:\w+ ){1,3}?(?:years?|months?|weeks?) (?:ago|before|earlier)|(?:ever )?before|previously"
        r"|in the past|(?:it|they) used to(?: be)?|(?:in )?(?:the )?(?:last|previous|first) (?:year|time|wave|survey))"
    ),
    steady=(
        r"unchanged|no change|stagnat(?:es?|ed|ing)|plateau(?:s|ed)?|level(?:s|l?ed|l?ing)? off|(?:holds?|held) steady"
        r"|(?:remain|stay|keep)(?:s|ed|ing)? (?:(?!not\b|hardly\b|never\b)\w+ )?(?:stable|steady|flat|constant|level"
        rf"|(?:about |much )?the same)(?=\s*(?:$|[,.;:!?]|(?:and|at|on|as|in|since|with|between|{FIGURE})))"
        r"|(?:is|are|was|were) (?:(?:\w+ly|about|still) )?(?:stable|steady|flat|the same as in)"
        r"|(?:has|have) (?:not|hardly|barely) changed|(?:ha[sv]e?)n[’']t changed"
    ),
    places=tuple(_place(*each) for each in enumerate(_ORDINALS, start=2)),
    negations=r"not|no|none|nothing|nobody|never|hardly|without|neither|nor|instead"
    r"|go(?:es)? without|do(?:es)? without|\w+n[’']t",
    denied=rf"{_DENIED}(?: \w+ed)?",
    not_first=(
        rf"{_DENIED} (?:\w+ed )?(?:the )?(?:{_FIRST}){_TO_THE_END}|{_DENIED} (?:leads?|comes? first|tops){_TO_THE_END}"
    ),
)
