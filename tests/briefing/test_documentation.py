"""The tables of docs/expressions.md are true: every example comes to what stands beside it."""

import re
from dataclasses import replace

import pytest

from report.briefing.claims import judge
from report.briefing.evaluation import evaluate
from report.briefing.facts import Facts
from report.briefing.functions import FUNCTIONS, Function, OfBase, OfFigure, OfPair
from report.briefing.prose import read_prose
from report.briefing.values import SORTS
from report.language.registry import load
from tests.builders import MULTIPLE, SCALE, question, source, survey, tabulated, wave, with_bases
from tests.conftest import CHECKOUT

SURVEY = survey(
    question(
        "teams",
        {"own": 49, "cross": 33},
        earlier={"w2013": {"own": 24}},
        segments={"size": {"small": {"own": 46}}},
        labels={"own": {"de": "Eigene Teams", "en": "Own teams"}},
    ),
    question(
        "goals",
        {"awareness": 77, "experts": 72, "service": 21},
        type=MULTIPLE,
        earlier={"w2013": {"awareness": 85, "experts": 70, "service": 20}},
        segments={
            "size": {
                "small": {"awareness": 75, "experts": 72, "service": 18},
                "large": {"awareness": 82, "experts": 70, "service": 30},
            }
        },
    ),
    question("agreement", {"strongly": 31, "agree": 28}, type=SCALE, nets={"top_two": (["strongly", "agree"], 59)}),
    *(
        replace(question(name, {"agree": share, "disagree": 100 - share}, type=SCALE), scale="agreement")
        for name, share in {"privacy": 35, "control": 85}.items()
    ),
    waves=[wave("w2013"), wave("w2016")],
    segments={"size": {"small": 310, "large": 120}},
)
PAGE = (CHECKOUT / "docs" / "expressions.md").read_text("utf-8")
ROWS = [
    [cell.strip().replace(r"\|", "|") for cell in re.split(r"(?<!\\)\|", line)[1:-1]]
    for line in PAGE.splitlines()
    if line.startswith("| `")
]
NAMES = [row[0].strip("`") for row in ROWS if re.fullmatch(r"`[a-z_0-9.]+`", row[0])]
FIGURES = [row for row in ROWS if row[0].startswith("`{{")]
DESCRIBED = [row for row in ROWS if len(row) == 4]
CLAIMS = [row[0].strip("`") for row in ROWS if len(row) == 2 and row[0].strip("`") not in NAMES]


def test_every_function_is_described_as_the_program_has_it() -> None:
    assert [
        [f"`{each.name}({each.example})`", each.takes, SORTS[each.gives], each.help] for each in FUNCTIONS.values()
    ] == DESCRIBED


@pytest.mark.parametrize("function", FUNCTIONS.values(), ids=FUNCTIONS)
def test_a_function_gives_what_the_page_says(function: Function) -> None:
    is_counted = isinstance(function, OfPair | OfBase | OfFigure)

    found = evaluate(source(f"{function.name}({function.example})"), counted() if is_counted else facts())

    assert found.value and type(found.value.content) is function.gives


def facts(language: str = "de") -> Facts:
    return Facts(SURVEY, tabulated(SURVEY), load(language))


def counted() -> Facts:
    """The same percentages, counted among a thousand people."""
    return replace(facts(), tables=with_bases(tabulated(replace(SURVEY, n=1000)), 1000))


def test_the_page_has_examples_of_everything() -> None:
    assert (len(NAMES), len(FIGURES), len(CLAIMS)) == (4, 15, 17)


@pytest.mark.parametrize("name", NAMES)
def test_a_name_has_a_figure(name: str) -> None:
    assert not read_prose(source(f"{{{{ {name} }}}}"), facts()).faults


@pytest.mark.parametrize(("written", "german", "english"), FIGURES)
def test_a_figure_is_shown_as_the_page_says(written: str, german: str, english: str) -> None:
    shown = [read_prose(source(written.strip("`")), facts(language)).prose.text for language in ("de", "en")]

    assert [text.replace("\u00a0", " ") for text in shown] == [german, english]


@pytest.mark.parametrize("claim", CLAIMS)
def test_a_claim_holds(claim: str) -> None:
    assert judge(source(claim), facts()).is_true


def test_the_mixture_that_the_page_calls_an_error_is_one() -> None:
    assert judge(source("teams.own > teams.own - teams.cross"), facts()).faults[0].id == "mixed-types"
