"""English words that compare, rank or give a fraction, those that only look like them, and shares typed by hand.

Regular expressions, read without regard to case over single blanks; a figure of the text stands in it as `FIGURE`.
"""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from report.language.model import FIGURE

_WITHIN = r"[^,.;:!?]{0,60}?"
"""Words of the same clause."""
_STOP = r"(?=\s*(?:$|[,.;:!?]|and\b))"

_NUMBERS = "two|three|four|five|six|seven|eight|nine|ten"
_FRACTIONS = "third|quarter|fifth|sixth|seventh|eighth|ninth|tenth"
_AMOUNTS = "(?:many|much|often|frequently|likely|common|high|low|large|small|strong|important|widespread)"
_SHARE = "(?:share|proportion|percentage|number|rate|part)"
_PLACES = r"(?:first|second|third|last|top|highest|lowest|ahead|above|below|number one)"
_TIES = r"(?:is|are|was|were) (?:all |both )?tied(?! to)|ties? for|tied (?:at|for|with)"

_AMOUNT_CLAIMS = (
    r"more|less|fewer|most|mostly|least|than|almost|nearly|hardly any\w*|barely|scarcely",
    rf"(?:about|around|roughly|some|over|under|above|below|only just|well over|just under) {FIGURE}+\S*",
    rf"half|halves|(?:a|one|every|{_NUMBERS})[ -](?:{_FRACTIONS})s?|every (?:second|other)",
    rf"(?:one|{_NUMBERS}) (?:in|of|out of)(?: every)? (?:{_NUMBERS}|twenty|a hundred)",
    r"(?:no one|nobody|everyone|everybody|few)(?= (?:say|name|know|use|agree)s?\b)",
    r"majority|minority|plurality|at most|(?:the|a) bulk|predominantly|prevails?|lion’s share|lion's share",
)
_PLACE_CLAIMS = (
    r"highest|lowest|largest|smallest|biggest|greatest|fewest|strongest|weakest|commonest|likeliest|rarest|widest",
    rf"(?:higher|lower|larger|smaller|bigger|greater) {_SHARE}s?",
    r"oftener|(?:higher|lower|larger|smaller|bigger|greater|stronger|weaker|rarer)"
    r"(?=\s*(?:$|[.;:!?]|(?:in|among|amongst|for|with|at|on|by|as|when|where|there|here|since)\b))",
    r"leads|lead|leading|in the lead|on top|tops|ahead|top of the list|above all|front-runner|frontrunner",
    r"dominat(?:es?|ed)",
    r"the top (?:\w+ )?(?:concern|worry|goal|answer|reason|priority|choice|challenge|obstacle|barrier|issue)s?",
    rf"(?:come|came|rank|place)(?:s|d|ed)? {_PLACES}|in (?:first|second|third|last) place|number one",
    r"second only to|runners?-up|(?:com|cam)(?:e|es|ing) out on top",
    r"edg(?:es|ed)(?: out| past| ahead)|dwarf(?:s|ed)|favou?rites?(?! \w)",
    r"(?:wins|won)(?: out| narrowly| easily| clearly)?(?=\s*(?:$|[,.;:!?]|and\b|over\b|against\b|an? \w+))",
    rf"trail(?:s|ed){_STOP}",
    r"beats|beaten|overtak(?:es?|en)|overtook|surpass(?:es|ed)?|exceed(?:s|ed)?|outnumber(?:s|ed)?",
    r"outrank(?:s|ed)?|outstrip(?:s|ped)?|outpac(?:es|ed)|outweigh(?:s|ed)?|trail(?:s|ed)? (?:behind|far|by)",
    r"lag(?:s|ged)?(?: behind)?",
)
_EQUAL_CLAIMS = (
    rf"as {_AMOUNTS}(?: \w+){{0,3}}? as|twice|thrice|(?:{_NUMBERS})(?: times|fold)|equally \w+|on a par",
    rf"the same {_SHARE}",
    rf"neck[- ](?:and|to)[- ]neck|dead heat|{_TIES}",
)
_CHANGE_CLAIMS = (
    r"unchanged|(?:remain|stay)(?:s|ed)? (?:stable|steady|flat|constant|the same|unchanged)|no change",
    rf"(?:doubl|tripl|quadrupl|halv)(?:es|ed|ing)|(?:double|triple)(?= the| their| its| that|{_STOP})|halve",
    r"rises|rose|risen|grows|grew|grown|shrinks|shrank|shrunk|increases|increasingly|decreases|declines",
    rf"(?:increas|decreas|declin)ed(?=(?: \w+)? (?:by|to(?! answer)|from|since|in|again|over)\b|{_STOP})",
    rf"(?:has|have|had) (?:\w+ )?(?:increased|decreased|declined|fallen|dropped)|(?:rising|growing) {_SHARE}",
    r"(?:is|are|was|were|been|keeps?) (?:\w+ )?(?:rising|growing|falling|shrinking|increasing|decreasing|declining)",
    r"(?:rises?|increase|falls?|fell|drops?|dropped|slips?|slipped)(?: \w+)? (?:to|by|from|since|below)",
    rf"(?:falls|fell|drops|dropped){_STOP}|soar(?:s|ed)?|surg(?:es|ed)|plunge[sd]?",
    r"plummet(?:s|ed)?|tumbl(?:es|ed)|slump(?:s|ed)?|collaps(?:es|ed)|wan(?:es|ed)|erod(?:es|ed)|rebound(?:s|ed)?",
    rf"(?:recover|skyrocket)(?:s|ed){_STOP}|(?:gain(?:s|ed)?|los(?:es?|t)) ground|all-time (?:high|low)",
    r"(?:is|are|was|were) (?:\w+ )?(?:slipping|waning|eroding|plummeting|recovering)",
    rf"(?:up|down) (?:by |from |on )?(?=[\d{FIGURE}])|record (?:high|low|level|share)",
)
_CLAIMS = (*_AMOUNT_CLAIMS, *_PLACE_CLAIMS, *_EQUAL_CLAIMS, *_CHANGE_CLAIMS)
CLAIM_WORDS = rf"\b(?:{'|'.join(_CLAIMS)})(?!\w)"
PLACE_WORDS = rf"\b(?:(?<!at )(?:most|least)|fewest|{'|'.join(_PLACE_CLAIMS)})(?!\w)"
CHANGE_WORDS = rf"\b(?:{'|'.join(_CHANGE_CLAIMS)})(?!\w)"

_ALIKE = (
    r"no (?:longer|more)|(?:an?|the) rose|more or less|(?:rather|other) than|last but not least|half-\w+",
    r"\w+ing trails|most recent(?:ly)?|on top of(?! the list)",
    r"lead(?:s|ing)? to|leading (?:figures?|experts?|role|positions?)|(?:years?|way|look|plan|road|go) ahead",
    r"(?:first|second|last) half|half (?:an? )?(?:day|hour|year|dozen)s?",
    r"leads? (?:role|agency|generation|users?|times?|authors?|partners?|managers?|management|developers?)",
    r"(?:an?|the|its|their|our|new|sales|team|project|generat\w+|qualified|for|of) leads?(?! over)(?<!in the lead)",
    r"third[- ]part(?:y|ies)|(?:first|second|third|fourth|last) quarters?",
    rf"(?:an?|the|every|another) (?:second|{_FRACTIONS})"
    r" (?:wave|round|question|answer|time|group|part(?:y|ies)|year|option|reason|channel|step)s?",
    r"double[- ](?:check|opt|click|room|digit|standard)\w*",
    r"(?:price|pay|wage|cost|rent|tax) (?:rises|increases|falls|drops)",
    rf"as {_AMOUNTS}(?: \w+){{0,3}}? as (?:possible|needed|necessary|they|you|we)|higher education|lower house",
    # what is so for those who said it: "their most important source", "for 41 %, the most important source"
    rf"their (?:most|least) (?:important|pressing|urgent)|for {FIGURE}+[^.;:!?]{{0,60}}?\bthe (?:most|least) \w+",
    rf"(?<![\w{FIGURE}] )(?:read|find out|learn) more(?! \w+ than)|more (?:on|about) this|less is more",
    r"no less(?! than)|majority of one|the other half of the (?:story|truth|picture)|gr(?:ow|ew|own|owing)s? up",
    rf"what about {FIGURE}+\S*|leads? {FIGURE}+ to",
)
LOOK_ALIKES = rf"\b(?:{'|'.join(_ALIKE)})(?!\w)"
AWAY_FROM_A_DATE = (
    r"since|from|than|by|until|till|to|after|before|versus|vs\.?|against|between|and|for|of|with|early|late|mid"
    r"|survey|study|the"
)

LEVEL_WORDS = (
    rf"\b(?:{_TIES}|equally \w+|on a par|level with|the same {_SHARE}"
    rf"|(?<!twice )(?<!times )(?<!half )(?<!not )as {_AMOUNTS}(?: \w+){{0,3}}? as)(?!\w)"
)

_TIMES = {Decimal(3): ("three", "tripl"), Decimal(4): ("four", "quadrupl")}
_FURTHER_TIMES = {Decimal(factor): number for factor, number in enumerate(_NUMBERS.split("|"), start=2) if factor > 4}
_MORE = rf"(?:as {_AMOUNTS}|more|the {_SHARE}|higher|larger|likelier)"
_PARTS = {"third": ("1.33", "0.67"), "quarter": ("1.25", "0.75"), "fifth": ("1.2", "0.8")}
"""What a share is that is larger by such a part, and one that is smaller by it."""
MULTIPLES: Mapping[Decimal, str] = {
    Decimal("1.5"): rf"half as {_AMOUNTS} again|half again as {_AMOUNTS}|one and a half times {_MORE}",
    Decimal("0.5"): rf"half as {_AMOUNTS}|halv(?:es|ed|ing)",
    Decimal(2): rf"(?:twice|two times) {_MORE}|twofold|doubl(?:es|ed|ing)|double(?= the| their| its| that)",
    Decimal("2.5"): rf"two and a half times {_MORE}",
    **{
        factor: rf"{number} times {_MORE}|{number}fold|{stem}(?:es|ed|ing)"
        + (rf"|thrice {_MORE}" if factor == 3 else "")
        for factor, (number, stem) in _TIMES.items()
    },
    **{factor: rf"{number} times {_MORE}|{number}fold" for factor, number in _FURTHER_TIMES.items()},
    **{Decimal(more): rf"(?:a|one) {part} (?:more|higher|larger)" for part, (more, _) in _PARTS.items()},
    **{Decimal(less): rf"(?:a|one) {part} (?:fewer|less|lower|smaller)" for part, (_, less) in _PARTS.items()},
}
NEARLY = r"\b(?:almost|nearly|about|around|roughly|close to|just under|barely)"
EARLIER = r"\b(?:years?|months?|waves?|ago|earlier|previous\w*|before|formerly|since|(?:19|20)\d\d)\b"

AGAINST_WORDS = r"\b(?:than|against|versus|vs|unlike|compared|ahead|behind)\b"

UNBOUND = (
    r"[ -]?(?P<points>percentage[ -]points?|pp(?!\w|\.))| (?P<plain_points>points?)(?!\w)"
    r"|-point (?:lead|gap|rise|increase|drop|fall|margin|difference|decline|swing|majority)"
    r"| ?%|[ -]?(?:per[ -]?cent(?!age)|pct(?!\w))"
    rf"| (?:out of|of|in)(?: every)? (?P<whole>[2-9]|10|20|100|{_NUMBERS}|twenty|(?:a |one )?hundred)(?!\w)"
)
NUMBERED = frozenset(
    ["part", "wave", "page", "question", "slide", "step", "phase", "chapter", "figure", "table", "volume", "number"]
)
