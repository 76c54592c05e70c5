"""Headlines that cannot lie: each claim of the shipped briefing is broken by moving a figure it speaks of."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable, Iterator
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest
import yaml

import report
from tests.end_to_end.conftest import SHIPPED

Survey = dict[str, Any]
Place = tuple[str, str, str | None]
"""(question, answer, earlier wave or None for the current one)."""


def claims() -> Iterator[tuple[int, str]]:
    """Line (from 1) and text of every `holds` in the shipped briefing, found by PyYAML's own nodes."""

    def walk(node: yaml.Node) -> Iterator[tuple[int, str]]:
        if isinstance(node, yaml.MappingNode):
            for key, value in node.value:
                if key.value == "holds":
                    yield value.start_mark.line + 1, value.value
                yield from walk(value)
        elif isinstance(node, yaml.SequenceNode):
            for item in node.value:
                yield from walk(item)

    root = yaml.compose((SHIPPED / "briefing.yaml").read_text("utf-8"))
    assert root is not None
    yield from walk(root)


def figures_of(claim: str) -> list[Place]:
    """The figures that a claim names."""
    found = re.findall(r"\b([a-z]\w*)\.([a-z]\w*)(?:\.(w\d+))?", claim)
    return list(dict.fromkeys((question, answer, wave or None) for question, answer, wave in found))


def column_of(survey: Survey, place: Place) -> dict[str, Any]:
    question = survey["questions"][place[0]]
    return question["answers"] if place[2] is None else question["earlier"][place[2]]


def get(survey: Survey, place: Place) -> int:
    entry = column_of(survey, place)[place[1]]
    return entry["percent"] if place[2] is None else entry


def put(survey: Survey, place: Place, value: int) -> None:
    if place[2] is None:
        column_of(survey, place)[place[1]]["percent"] = value
    else:
        column_of(survey, place)[place[1]] = value


def moved(survey: Survey, place: Place) -> Iterator[Survey]:
    """The survey with one figure moved: up by 10, down by 10, swapped with the neighbour above and below it."""
    value = get(survey, place)
    for other in (value + 10, value - 10):
        changed = deepcopy(survey)
        put(changed, place, other)
        yield changed
    named = [
        (place[0], answer, place[2])
        for answer, entry in column_of(survey, place).items()
        if place[2] is not None or "percent" in entry
    ]
    here = named.index(place)
    for neighbour in [named[index] for index in (here - 1, here + 1) if 0 <= index < len(named)]:
        changed = deepcopy(survey)
        put(changed, place, get(survey, neighbour))
        put(changed, neighbour, value)
        yield changed


def lines_of_failed_claims(folder: Path) -> set[int]:
    try:
        report.check(folder)
    except report.SourceError as error:
        return {
            fault.location.line
            for fault in error.diagnostics
            if fault.id == "failed-claim" and fault.location is not None
        }
    return set()


CLAIMS = [(line, claim, place) for line, claim in claims() for place in figures_of(claim)]


def test_the_shipped_briefing_makes_claims_for_every_headline() -> None:
    briefing = yaml.safe_load((SHIPPED / "briefing.yaml").read_text("utf-8"))

    assert all("holds" in part for part in [*briefing["findings"], *briefing["messages"], briefing["title"]])
    assert "holds" in briefing["recommendations"]
    assert len(CLAIMS) >= 25


@pytest.mark.parametrize(("line", "claim", "place"), CLAIMS, ids=lambda value: str(value).replace(" ", ""))
def test_a_moved_figure_breaks_the_claim_that_speaks_of_it(line: int, claim: str, place: Place, tmp_path: Path) -> None:
    survey = yaml.safe_load((SHIPPED / "survey.yaml").read_text("utf-8"))
    shutil.copy(SHIPPED / "briefing.yaml", tmp_path)

    broken = False
    for changed in moved(survey, place):
        (tmp_path / "survey.yaml").write_text(yaml.safe_dump(changed, allow_unicode=True, sort_keys=False), "utf-8")
        broken = broken or line in lines_of_failed_claims(tmp_path)

    assert broken, f"no move of {place} breaks: {claim}"


def test_data_protection_raised_to_55_stops_the_build_and_names_headline_claim_and_numbers(
    copy_of_shipped: Callable[..., Path], tmp_path: Path
) -> None:
    folder = copy_of_shipped(("percent: 47, label: {de: Datenschutz", "percent: 55, label: {de: Datenschutz"))
    lines = (SHIPPED / "briefing.yaml").read_text("utf-8").splitlines()
    line = lines.index("    holds: leads(challenges.resources)", lines.index("  - id: challenges")) + 1

    with pytest.raises(report.SourceError) as caught:
        report.build(folder, options=report.Options(output=tmp_path / "build"))

    told = caught.value.diagnostics
    place = (str(folder / "briefing.yaml"), line, len("    holds: ") + 1)
    texts = [
        fault.as_text()
        for fault in told
        if fault.location and (fault.location.file, fault.location.line, fault.location.column) == place
    ]
    headline = "Steigender Ressourcenbedarf ist die am häufigsten genannte Herausforderung"
    assert any(headline in told for told in texts)
    assert all("leads(challenges.resources)" in told and "51" in told and "55" in told for told in texts)
    assert not (tmp_path / "build").exists()
