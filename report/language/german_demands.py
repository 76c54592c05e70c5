"""German words that only a claim of their own kind may back."""

from __future__ import annotations

from report.language.demands import GROUP, MANY, ONE, Demands
from report.language.german_comparisons import LEVEL_WORDS

_BEGINS = r"(?:^|(?<=[.;:!?,] )|(?<=\bund )|(?<=\baber ))"
_NOT_NEARLY = r"(?<!fast )(?<!nahezu )(?<!beinahe )(?<!nicht )(?<!praktisch )(?<!so gut wie )"
_TO_THEM = r"(?<!für )(?<!in )(?<!bei )(?<!an )(?<!auf )(?<!über )"
_BESIDE_NO_OTHER = r"(?![^,.;:!?]{0,60}?\b(?:so \w+\b[^,.;:!?]{0,60}?\bwie|(?:mehr|\w+er)\b[^,.;:!?]{0,60}?\bals)\b)"
_SAID = r"(?:sind|sehen|denken|urteilen|stimmen|antworten)"

DEMANDS = Demands(
    significant=r"(?:in)?signifikant\w*|statistisch",
    majority=(
        rf"(?<!hat )(?<!haben )(?<!erreicht )(?<!erreichen )die meisten (?:der |unserer |dieser )?{MANY}"
        r"|die meisten von (?:ihnen|uns)|(?<!relative )(?<!einfache )mehrheit(?:lich)?|mehrzahl|großteil|das gros"
    ),
    everyone=(
        rf"{_BEGINS}{_NOT_NEARLY}alle (?:unsere |diese )?{MANY}(?! zusammen\b)(?= \w)"
        rf"|(?:(?<=\w\wen )|(?<= sich )){_NOT_NEARLY}alle {MANY}"
        rf"|{_TO_THEM}{_NOT_NEARLY}jede[rs]? (?:einzelne )?{ONE}"
    ),
    nobody=(
        rf"{_BEGINS}(?:niemand|keiner)(?= \w){_BESIDE_NO_OTHER}"
        rf"|(?<!fast )(?:kein|keine|keiner) (?:einzige[rs]? )?{ONE}(?= \w)"
        rf"|von keine[mr] (?:einzigen )?{ONE}|nicht eine? einzige[rs]? {ONE}"
    ),
    equal=(
        rf"{LEVEL_WORDS}|keine?n? (?:\w+ ){{0,2}}?unterschiede?|unterscheiden sich nicht"
        rf"|{GROUP} und {GROUP} {_SAID} (?:\w+ ){{0,3}}?(?:einig|gleich|überein|gleicher meinung)"
    ),
    people=rf"(?:von|unter|je) (?:100|10|hundert|zehn) {MANY}",
)
