"""English words that only a claim of their own kind may back."""

from __future__ import annotations

from report.language.demands import GROUP, MANY, ONE, Demands
from report.language.english_comparisons import LEVEL_WORDS

_CHANGES = "(?:differen|change|rise|increase|growth|gain|drop|fall|decline|decrease|gap|lead)"
_OF_US = r"of (?:the |all |our |their |these |those )*"
_BEGINS = r"(?:^|(?<=[.;:!?,] )|(?<=\band )|(?<=\bbut )|(?<=\bby ))"
_NOT_NEARLY = r"(?<!almost )(?<!nearly )(?<!hardly )(?<!practically )(?<!virtually )(?<!not )"
_TO_THEM = r"(?<!for )(?<!to )(?<!of )(?<!in )(?<!with )(?<!from )"

_ASKED = "(?:asked|surveyed|interviewed|together)"
_AGREE = r"agree(?! (?:with|that|to)\b)|think alike|see eye to eye|are (?:united|at one)"

DEMANDS = Demands(
    significant=(
        rf"(?:in)?significantly|statistically|(?<!most )(?<!more )(?<!less )significant(?= (?:\w+ )?{_CHANGES})"
        r"|(?<!most )(?<!more )(?<!less )(?:in)?significant(?=\s*(?:$|[.,;:!?]))"
    ),
    majority=(
        rf"(?<!the )(?<!at )most (?:{_OF_US})?{MANY}|(?<!the )most of (?:them|us|those)"
        r"|(?<!relative )(?<!simple )majority|(?:the|a) bulk"
    ),
    everyone=(
        rf"{_BEGINS}(?<!of )all (?:of )?(?:the |our |their )?{MANY}(?! {_ASKED}\b)(?= \w)"
        rf"|{_TO_THEM}{_NOT_NEARLY}every (?:single |last )?{ONE}|{_BEGINS}(?:everyone|everybody)(?= \w)"
    ),
    nobody=(
        rf"{_BEGINS}(?:nobody|no one|none {_OF_US}{MANY})(?= \w)|{_BEGINS}no (?:single )?{ONE}(?= \w)"
        rf"|(?:not (?:a single|one)|by no) {ONE}"
    ),
    equal=(
        rf"{LEVEL_WORDS}|no (?:\w+ ){{0,2}}?differences?(?! of opinion)|do(?:es)? not differ|don[’']t differ"
        rf"|{GROUP} and {GROUP} (?:\w+ )?(?:{_AGREE})"
    ),
    people=rf"(?:in|of|out of) (?:every )?(?:100|10|a hundred|ten) {MANY}|in 100",
)
