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
_AMOUNTS = (
    "(?:many|much|often|frequently|likely|common|high|low|large|small|big|strong|weak|important|relevant|widespread"
    "|popular|unpopular|well[- ]known|well[- ]liked|trusted|satisfied|worried|concerned|sceptical|frequent|rare|bad)"
)
_SHARE = "(?:share|proportion|percentage|number|rate|part)"
_PLACES = r"(?:first|second|third|last|top|highest|lowest|ahead|above|below|number one)"
_RANKED = (
    r"(?:concern|worry|goal|answer|reason|priority|choice|challenge|obstacle|barrier|issue|source|channel|medium|platform"
    r"|brand|app|device|topic|activity|destination|motive|option|method|means|answer|use)"
)
_BY_SIZE = (
    "(?:ones|compan(?:y|ies)|firms?|business(?:es)?|employers?|enterprises?|organi[sz]ations?|farms?|schools?|hospitals?"
    "|banks?|agencies|cities|towns|municipalities|communities|countries|states|households|families)"
)
"""What a survey groups by its size."""
_MOVE = "(?:rise|drop|fall|increase|decrease|decline|surge|slump)"
_FOLD = r"[- ]?fold (?:rise|increase|growth|jump|gain|drop|fall|decline|lead|gap|difference)"
_OWN = "(?:my|your|his|her|their|our|whose)"
_TIES = r"(?:is|are|was|were) (?:all |both )?tied(?! to)|ties? for|tied (?:at|for|with)"

_NONE = r"(?:no (?:other |single )?[\w-]+|nothing(?: else)?|no one|nobody|none(?: of (?:them|these|those|the [\w-]+))?)"
_THAN = rf"\bthan\b(?! (?:an?|one|half|{_NUMBERS}|now|today|before|ever|usual|necessary|needed|[\d{FIGURE}])\b)"
_BEYOND = "more|better|higher|larger|bigger|greater|stronger|likelier|oftener"
_BELOW = "less|fewer|worse|lower|smaller|weaker|rarer"
_BEATS = "(?:beats?|surpass(?:es)?|exceeds?|tops|outranks?|outdoes|matche?s?|rivals?|comes? close(?: to)?)"
NONE_BEYOND = (
    rf"{_NONE}\b{_WITHIN}\b(?:{_BEYOND})\b{_WITHIN}{_THAN}|{_NONE} (?:\w+ )?{_BEATS}"
    rf"|{_NONE}\b{_WITHIN}\b(?:as|so) {_AMOUNTS}\b{_WITHIN}\bas(?! (?:it|they|we|you) )|second to none"
    r"|(?:beaten|surpassed|exceeded|matched|equalled|outdone) by (?:no |none\b|nothing\b)"
    r"|un(?:match|surpass|beat|equall?|parallell?)(?:ed|en)"
)
NONE_BELOW = rf"{_NONE}\b{_WITHIN}\b(?:{_BELOW})\b{_WITHIN}{_THAN}"
"""Superlatives by what there is not: "no aspect satisfies more than quality", "no channel is used less than post"."""

_AMOUNT_CLAIMS = (
    r"more|less|fewer|most|mostly|least|than|almost|nearly|hardly any\w*|barely|scarcely",
    rf"(?:about|around|roughly|some|over|under|above|below|only just|well over|just under) {FIGURE}+\S*",
    rf"half|halves|(?:a|one|every|{_NUMBERS})[ -](?:{_FRACTIONS})s?|every (?:second|other)",
    rf"(?:one|{_NUMBERS})[ -](?:in|of|out[ -]of)(?:[ -]every)?[ -](?:{_NUMBERS}|twenty|a hundred)",
    r"(?:no one|nobody|none(?: of (?:them|us))?|everyone|everybody|few)(?= (?:say|name|know|use|agree)s?\b)",
    r"every (?:user|person|company|firm|respondent|man|woman)(?= (?:says|names|knows|uses|agrees)\b)",
    r"all(?= (?:say|agree|know|name(?!-)|use(?! of))\b)",
    r"(?:practically|virtually) (?:all|every\w*|no|none|nobody)|handful(?= (?:say|name|know|use|agree)s?\b)",
    r"majority|minority|plurality|at most|(?:the|a) bulk|predominantly|prevails?|lion’s share|lion's share",
)
_PLACE_CLAIMS = (
    NONE_BEYOND,
    NONE_BELOW,
    rf"(?<!no )(?:more|less) (?!than)(?:\w+ ){{1,2}}?{_THAN}(?! not\b)",
    r"highest|lowest|largest|smallest|biggest|greatest|fewest|strongest|weakest|commonest|likeliest|rarest|widest",
    rf"(?:higher|lower|larger|smaller|bigger|greater) {_SHARE}s?",
    r"oftener|(?:higher|lower|larger|smaller|bigger|greater|stronger|weaker|rarer)"
    r"(?=\s*(?:$|[.;:!?]|(?:in|among|amongst|for|with|at|on|by|as|when|where|there|here|since)\b))",
    r"leads|lead|leading|in the lead|on top|tops|ahead|top of the list|above all|front-runner|frontrunner",
    r"dominat(?:es?|ed)",
    rf"the top (?:\w+ )?{_RANKED}s?|go-to \w+|best[- ](?:known|liked)|by far the",
    rf"(?:come|came|rank|place)(?:s|d|ed)? {_PLACES}|in (?:first|second|third|last) place|first, (?:the )?\w+ second",
    r"(?:is|are|was|were) (?:first|second|third|last)(?=\s*(?:$|[,.;:!?]|behind\b|with\b))|heads? the list",
    r"(?:is|are|lies?|comes?) at the (?:very )?(?:top|bottom)|(?:has|have) the edge",
    r"at the (?:very )?(?:top|bottom)(?=:| of the (?:list|ranking)\b)",
    rf"(?:is|are|remains?) (?:[\w’']+ ){{0,3}}?first choice|the preferred {_RANKED}s?|outclass(?:es|ed)|closing in on",
    r"(?:takes?|taking|took) (?:first place|the lead(?! role)|the top spot)",
    r"(?:number|no\.)[- ]?(?:one|1(?!\.?\d))(?! (?:to|hundred|thousand)\b)",
    r"second only to|runners?-up|(?:com|cam)(?:e|es|ing) out (?:on )?top|closely followed by|unrivall?ed|undisputed",
    r"edg(?:es|ed)(?: out| past| ahead)|dwarf(?:s|ed)|favou?rites?(?! \w)",
    rf"(?:is|are|remains?|stays?)(?: (?!{_OWN} )[\w’']+){{0,3}}? favou?rite",
    rf"favou?rite (?:\w+ ){{0,2}}?{_RANKED}s? (?:is|are|remains?)|the upper hand",
    r"(?:clear|big|overall|undisputed) (?:winner|loser)s?|(?:winner|loser)s? (?:is|are)",
    r"(?:is|are|was|were) (?:\w+ )?preferred (?:to|over)|outperform(?:s|ed)?|eclips(?:es|ed)|outdoes|outshin(?:es|ed)",
    r"outsells?|outsold|outscor(?:es|ed)",
    r"(?:wins|won)(?: out| narrowly| easily| clearly)?(?=\s*(?:$|[,.;:!?]|and\b|over\b|against\b|an? \w+))",
    rf"trail(?:s|ed){_STOP}",
    r"beats|beaten|overtak(?:es?|en)|overtook|surpass(?:es|ed)?|exceed(?:s|ed)?|outnumber(?:s|ed)?",
    r"outrank(?:s|ed)?|outstrip(?:s|ped)?|outpac(?:es|ed)|outweigh(?:s|ed)?|trail(?:s|ed)? (?:behind|far|by)",
    r"lag(?:s|ged)?(?: behind)?",
)
_EQUAL_CLAIMS = (
    rf"as {_AMOUNTS}(?: \w+){{0,3}}? as|twice|thrice|(?:{_NUMBERS}) times"
    rf"|\d+ ?[x×] (?:the|as|more)|equally \w+|on a par|the same {_SHARE}",
    rf"(?:{_NUMBERS}){_FOLD}|(?:no|hardly any|little|clear|marked|big|large) (?:\w+ )?differences?",
    r"(?:on|at) the same level|on a level with|(?:is|are|was|were|draws?|drew) (?:\w+ )?level with",
    rf"just as {_AMOUNTS}|equal (?:share|number|proportion)s",
    rf"fifty[- ]fifty|neck[- ](?:and|to)[- ]neck|dead heat|{_TIES}",
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
    r"(?:is|are|was|were) (?:\w+ )?(?:slipping|waning|eroding|plummeting|recovering|fading|booming|catching up)",
    r"(?:goes|went|(?:has|have) gone) (?:up|down)(?=\s*(?:$|[,.;:!?]|(?:by|to|from|since|and|again)\b))",
    r"dwindl(?:es|ed|ing)",
    r"(?:edg|inch)(?:es|ed) (?:up|down)|(?:creeps|crept) (?:up|down)|dip(?:s|ped) (?:to|by|below)|uptick",
    rf"(?:climb(?:s|ed)?|sinks?|sank|slid(?:es)?|leaps?|leapt|spik(?:es|ed)) (?:to|by|from|below|above)"
    rf"(?= [\d{FIGURE}])",
    rf"an? (?:\w+ )?{_MOVE} (?:in|for)|new (?:low|high)s?{_STOP}|holds? steady|held steady",
    r"changed (?:little|hardly)|(?:hardly|barely|little) changed",
    r"(?:trust|share|use|usage|support|rate|number|figure)s? (?:is|are|was|were) (?:\w+ )?(?:stable|steady|flat)",
    rf"boom(?:s|ed){_STOP}|stagnat(?:es|ed)|(?<=\w )(?:gains|loses)(?=\s*(?:$|[,.;:!?]))"
    r"|(?:catches|caught) up(?=\s*(?:$|[,.;:!?]|and\b|with\b))",
    r"on the (?:rise|increase|decline|wane)|in (?:steady |steep |slow )?decline|in free[- ]?fall",
    r"at (?:its|their|an all-time) (?:peak|height|low|lowest)",
    r"(?:is|are|was|were) (?:(?:also|again|well|far|sharply|slightly|clearly) )?(?:up|down)"
    r"(?=\s*(?:$|[,.;:!?]|(?:and|since|from|on|again|sharply|slightly)\b))",
    rf"(?:gap|margin|divide)\b{_WITHIN}\b(?:widen|clos|narrow|shrink|grow)(?:s|es|ing|ed)",
    # what comes and goes: "is dying out", "has had its day", "makes a comeback"
    r"(?:is|are|was|were|been) (?:(?!not\b)\w+ )?(?:dying(?: out)?|disappearing|vanishing|spreading|emerging"
    r"|becoming \w+"
    r"|catching on|gaining (?:in )?\w+|losing (?:in )?\w+|on (?:its|their) (?:way (?:up|out|down)|last legs))",
    rf"died out|(?:has|have|had) had (?:its|their) day|(?:disappear|vanish)(?:s|es|ed){_STOP}|fad(?:es|ed) away",
    r"(?:has|have|had) (?:\w+ )?(?:disappeared|vanished|died out|spread|caught on)|becom(?:es?|ing) the norm",
    r"(?:gain|los)(?:es?|s|t|ed|ing) (?:in )?(?:importance|relevance|popularity|acceptance|appeal|influence|support"
    r"|share)",
    r"(?:is|are|was|were) (?:a )?things? of the past|(?:makes?|making|made) a comeback|(?:on|in) (?:the )?retreat"
    r"|on the (?:march|advance|up(?= |$))|becom(?:es?|ing) (?:ever )?(?:more|less|increasingly)",
    r"(?:more and more|fewer and fewer|less and less)|ever (?:more|fewer|less|(?:larg|small|high|low|strong|weak)er)",
    rf"an? (?:\w+ )?jump (?:for|in|of|to|from)|jump(?:s|ed) (?:to|by|from)(?= [\d{FIGURE}])",
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
    r"(?:question|slide|page|table|figure|part|wave|phase|step) (?:number|no\.)[- ]?(?:one|1)",
    r"(?:expect|fear|want|support|oppose|favour|favor|demand|predict|notice|accept|need|about|against|for|of|after|by)"
    rf"(?:s|ed|ing)? an? (?:\w+ )?{_MOVE} (?:in|for)",
    r"(?:mak(?:e|es|ing)|made) (?:\w+ ){0,2}?differences?|differences? of opinion|time is up",
    r"ahead of (?:the |its |their |next )?(?:election|vote|launch|meeting|start|summit|season|holiday|winter|summer)s?",
    r"(?:once or )?twice (?:a|per|each|every)|ahead of (?:time|schedule)",
    rf"(?:efficiency|productivity|capital|performance|economic|financial|time|cost|weight) gains|{_OWN} favou?rite",
    r"c(?:atch(?:es|ing)?|aught) up (?:on|with (?:friends|family|relatives|people|(?:the )?news))",
    rf"as {_AMOUNTS}(?: \w+){{0,3}}? as (?:possible|needed|necessary|they|you|we)|higher education|lower house",
    # what is so for those who said it: "their most important source", "for 41 %, the most important source"
    rf"their (?:most|least) (?:important|pressing|urgent)|for {FIGURE}+[^.;:!?]{{0,60}}?\bthe (?:most|least) \w+",
    rf"(?<![\w{FIGURE}] )(?:read|find out|learn) more(?! \w+ than)|more (?:on|about) this|less is more",
    r"at least (?:once|twice|(?:three|four|five|several) times)|any more(?! than)"
    r"|(?:an)?other (?:(?!more|less|fewer)\w+ ){1,2}than",
    r"no less(?! than)|majority of one|the other half of the (?:story|truth|picture)|gr(?:ow|ew|own|owing)s? up",
    rf"what about {FIGURE}+\S*|leads? {FIGURE}+ to",
    # a group: "of the largest, 58 % ...", "among the smallest firms"
    rf"(?:of|among|amongst|in|for|at) the (?:very )?(?:largest|biggest|smallest)(?=,| {FIGURE}| {_BY_SIZE}\b)",
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
    Decimal(2): rf"(?:twice|two times|2 ?[x×]) {_MORE}|two{_FOLD}|doubl(?:es|ed|ing)|double(?= the| their| its| that)",
    Decimal("2.5"): rf"two and a half times {_MORE}",
    **{
        factor: rf"(?:{number} times|{factor} ?[x×]) {_MORE}|{number}{_FOLD}|{stem}(?:es|ed|ing)"
        + (rf"|thrice {_MORE}" if factor == 3 else "")
        for factor, (number, stem) in _TIMES.items()
    },
    **{
        factor: rf"(?:{number} times|{factor} ?[x×]) {_MORE}|{number}{_FOLD}"
        for factor, number in _FURTHER_TIMES.items()
    },
    **{Decimal(more): rf"(?:a|one) {part} (?:more|higher|larger)" for part, (more, _) in _PARTS.items()},
    **{Decimal(less): rf"(?:a|one) {part} (?:fewer|less|lower|smaller)" for part, (_, less) in _PARTS.items()},
}
NEARLY = r"\b(?:almost|nearly|about|around|roughly|close to|just under|barely)"
EARLIER = r"\b(?:years?|months?|waves?|ago|earlier|previous\w*|before|formerly|since|(?:19|20)\d\d)\b"

AGAINST_WORDS = r"\b(?:than|against|versus|vs|unlike|compared|ahead|behind)\b"

PER_CENT = r"[%％](?!-points?)|per[ -]?cent(?!age)|pct(?!\w)|p\.c\.|(?<=\d)(?-i:pc)(?!\w)|(?-i:pc)(?= of\b)"
POINTS = r"(?:percentage[ -]|%-)points?|pp(?!\w|\.)"
MAGNITUDES = r"(?:hundred|thousand|(?:m|b|tr)illion)s?(?!\w)|[bm]n(?!\w)"

OF_PEOPLE = r"(?= (?:of\b(?! an? )|(?:say|name|know|use|agree|want|think|have|are)\b))"
"""Stands behind a fraction in signs that tells a share: "¾ of firms", "9/10 name it", and not "½ an hour"."""
UNBOUND = (
    rf"[ -]?(?P<points>{POINTS})|(?<!/\d)(?<!/\d\d)(?<!/100) (?P<plain_points>points?)(?!\w)"
    r"|-point (?:lead|gap|rise|increase|drop|fall|margin|difference|decline|swing|majority)"
    rf"|[ -]?(?:{PER_CENT})"
    rf"|(?: (?:out of|of|in)(?: every)? |/(?=\d+{OF_PEOPLE}))"
    rf"(?P<whole>[2-9]|10|20|100|{_NUMBERS}|twenty|(?:a |one )?hundred)(?!\w)"
    r"|(?P<of_one>(?<=share of 0\.\d)(?!\d)|(?<=\b0\.\d)(?= of\b(?! an? )))"
    r"|(?<=\b50) ?[:/] ?50(?!\d)"
)
NUMBERED = frozenset(
    [
        "part",
        "wave",
        "page",
        "question",
        "slide",
        "step",
        "phase",
        "chapter",
        "figure",
        "table",
        "volume",
        "number",
        "issue",
        "episode",
        "season",
        "version",
    ]
)
