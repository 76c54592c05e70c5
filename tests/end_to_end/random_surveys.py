"""Random surveys as their files say them: what the format allows, texts as long as its reference promises.

Beside questions of their own they have batteries: two to fifteen statements judged by a scale of two to eleven steps.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from hypothesis import strategies as st

WORDS = st.text("abcdefghijklmnoprstuvwzäöü", min_size=2, max_size=12)
UNIT, POPULATION, BASE = "quarzheime", "quarzvolk", "basis"
"""Words that no generated text holds by chance; a base is called by the number of its question, "basis3"."""

LENGTHS = {
    "title": 75,
    "short_title": 40,
    "publisher": 80,
    "population": 120,
    "topic": 40,
    "label": 300,
    "answer": 120,
    "short": 30,
    "base": 120,
    "segment": 40,
    "column": 60,
    "note": 400,
    "source": 150,
    "link": 200,
}
"""The longest texts in characters that always find room, as docs/survey-format.md promises."""


@dataclass(frozen=True)
class RandomSurvey:
    """A survey as the mapping of its file, and the languages it is written in."""

    file: dict[str, Any]
    languages: tuple[str, ...]


@st.composite
def texts(draw: st.DrawFn, longest: int, *, start: str = "") -> str:
    """Words of a text no longer than `longest`, often short, sometimes as long as may be."""
    wanted = draw(st.sampled_from([12, 30, longest // 2, longest]))
    text = start or draw(WORDS)
    while len(text) < wanted and draw(st.integers(0, 12)):
        text = f"{text} {draw(WORDS)}"
    return text[: min(longest, wanted)].strip().capitalize()


@st.composite
def surveys(draw: st.DrawFn) -> RandomSurvey:
    """Surveys of one to four questions, with segments, waves, bases and numbers of their own."""
    languages = draw(st.sampled_from([("de",), ("en",), ("de", "en")]))

    def text(part: str, *, start: str = "") -> Any:
        said = {code: draw(texts(LENGTHS[part], start=start)) for code in languages}
        return said if len(languages) > 1 else said[languages[0]]

    def plain(words: str) -> Any:
        return dict.fromkeys(languages, words) if len(languages) > 1 else words

    years = draw(st.integers(1, 4))
    segments = {
        f"s{number}": {
            "label": text("segment"),
            "columns": {
                f"c{column}": {"label": text("column"), **_maybe(draw, "n", st.integers(20, 20_000))}
                for column in range(draw(st.integers(1, 4)))
            },
        }
        for number in range(draw(st.integers(0, 2)))
    }
    waves = {
        f"w{2026 - age}": {"date": 2026 - age, **_maybe(draw, "n", st.integers(100, 50_000))}
        for age in reversed(range(years))
    }
    sample = _maybe(draw, "sample", st.sampled_from(["random", "quota"]))
    scales: dict[str, Any] = {}
    battery: dict[str, Any] = {}
    if draw(st.integers(0, 2)) == 0:
        scales["skala"], battery = _battery(draw, text, segments)
    least = 0 if battery else 1
    file: dict[str, Any] = {
        "format": 1,
        "title": text("title"),
        "publisher": draw(texts(LENGTHS["publisher"])),
        "published": "2026-03",
        "population": text("population", start=POPULATION),
        "unit": plain(UNIT.capitalize() if "de" in languages else UNIT),
        "wave": "w2026",
        "waves": waves,
        **({"scales": scales} if scales else {}),
        "questions": {
            **{
                f"q{number}": _question(draw, number, text, list(waves)[:-1], segments)
                for number in range(draw(st.integers(least, 4)))
            },
            **battery,
        },
        "short_title": text("short_title"),
        **sample,
        **_maybe(draw, "link", st.just("https://www.example.org/" + "studies-2026/" * 10)),
        **({"source": text("source")} if _coin(draw) else {}),
        **({"note": text("note")} if _coin(draw) else {}),
        **({"segments": segments} if segments else {}),
    }
    if len(languages) == 1:
        file["language"] = languages[0]
    return RandomSurvey(file, languages)


def _maybe(draw: st.DrawFn, key: str, values: st.SearchStrategy[Any]) -> dict[str, Any]:
    return {key: draw(values)} if _coin(draw) else {}


def _coin(draw: st.DrawFn) -> bool:
    return draw(st.sampled_from([True, False]))


def _question(draw: st.DrawFn, number: int, text: Any, earlier: list[str], segments: dict[str, Any]) -> dict[str, Any]:
    kind = draw(st.sampled_from(["single", "multiple", "scale"]))
    few = st.integers(2, 14 if kind == "multiple" else 8)
    count = draw(few if kind == "scale" else st.one_of(*[few] * 9, st.integers(30, 45)))
    decimals = draw(st.sampled_from([0, 0, 1]))
    answers = [f"a{answer}" for answer in range(count)]

    def figures() -> dict[str, Any]:
        return dict(zip(answers, _percents(draw, kind, count, decimals), strict=True))

    roles = {answers[-1]: draw(st.sampled_from(["dont_know", "refused"]))} if count > 2 and _coin(draw) else {}
    current, has_short = figures(), _coin(draw)
    asked: dict[str, Any] = {
        "type": kind,
        "topic": text("topic", start=f"thema{number}"),
        "label": text("label"),
        "answers": {
            answer: {
                "percent": percent,
                "label": text("answer", start=f"antwort{number}{answer}"),
                **({"short": text("short", start=f"kurz{number}{answer}")} if has_short else {}),
                **({"role": roles[answer]} if answer in roles else {}),
            }
            for answer, percent in current.items()
        },
        **_maybe(draw, "wording", st.sampled_from(["exact", "paraphrased", "unpublished"])),
        **_maybe(draw, "n", st.integers(20, 50_000)),
    }
    if kind != "multiple" and sum(current.values()) < 100:
        asked["rest"] = "unknown"
    small = [answer for answer, percent in current.items() if percent == 0]
    if small and _coin(draw):
        asked["answers"][small[0]]["percent"] = "<1"
    if kind == "scale" and count > 3 and not roles and _coin(draw):
        asked["nets"] = {"top": {"of": answers[:2], "label": text("short", start=f"netz{number}")}}
    if _coin(draw):
        asked["base"] = text("base", start=f"{BASE}{number}")
    if _coin(draw):
        asked["note"] = text("note")
    if earlier and _coin(draw):
        asked["earlier"] = {wave: _published(draw, figures()) for wave in earlier}
        _say_what_was_not_asked(draw, asked)
    if segments and _coin(draw):
        asked["segments"] = {
            name: {column: figures() for column in segment["columns"]} for name, segment in segments.items()
        }
        if draw(st.integers(0, 4)) == 0:
            _published_of_groups_alone(asked)
    return asked


def _published(draw: st.DrawFn, figures: dict[str, Any]) -> dict[str, Any]:
    """All of the figures of a wave, or some."""
    if _coin(draw):
        return figures
    first, *others = figures
    return {answer: figures[answer] for answer in (first, *(other for other in others if _coin(draw)))}


def _say_what_was_not_asked(draw: st.DrawFn, asked: dict[str, Any]) -> None:
    """Of some of the answers without a figure in an earlier wave that this did not offer them."""
    for name, answer in asked["answers"].items():
        without = [wave for wave, figures in asked["earlier"].items() if name not in figures]
        if without and _coin(draw):
            answer["not_asked"] = without


def _published_of_groups_alone(asked: dict[str, Any]) -> None:
    asked.pop("nets", None)
    for answer in asked["answers"].values():
        answer.pop("percent")


def _battery(draw: st.DrawFn, text: Any, segments: dict[str, Any]) -> tuple[dict[str, Any], dict[str, Any]]:
    """A scale, some with a midpoint, nets and an answer of those who gave none, and the questions that share it."""
    count, has_short = draw(st.integers(2, 11)), _coin(draw)
    answers = [f"a{answer}" for answer in range(count)]
    roles = {answers[count // 2]: "midpoint"} if count % 2 and count > 2 and _coin(draw) else {}
    unsaid = draw(st.sampled_from([(), ("dont_know",), ("dont_know", "refused")]))
    answers += [f"a{count + place}" for place in range(len(unsaid))]
    roles |= dict(zip(answers[count:], unsaid, strict=True))
    scale: dict[str, Any] = {
        answer: {
            "label": text("answer", start=f"antwort9{answer}"),
            **({"short": text("short", start=f"kurz9{answer}")} if has_short else {}),
            **({"role": roles[answer]} if answer in roles else {}),
        }
        for answer in answers
    }
    ends = {"top": answers[:2], "low": answers[count - 2 : count]} if count > 4 else {}
    for name in draw(st.sampled_from([(), ("top",), ("top", "low")])):
        if name in ends:
            scale[name] = {"of": ends[name], "label": text("short", start=f"netz{name}")}
    decimals, has_segments = draw(st.sampled_from([0, 0, 1])), bool(segments) and _coin(draw)

    def figures() -> dict[str, Any]:
        return dict(zip(answers, _percents(draw, "scale", len(answers), decimals), strict=True))

    shared = {"topic": text("topic", start="thema9")} if draw(st.integers(0, 3)) == 0 else {}
    questions: dict[str, Any] = {}
    for number in range(10, 10 + draw(st.integers(2, 15))):
        current = figures()
        asked: dict[str, Any] = {
            "scale": "skala",
            "topic": text("topic", start=f"thema{number}"),
            "label": text("label", start=f"aussage{number}"),
            **({"short": text("short", start=f"kurzaussage{number}")} if has_short else {}),
            "percent": current,
            **_maybe(draw, "wording", st.sampled_from(["exact", "paraphrased"])),
            **_maybe(draw, "n", st.integers(20, 50_000)),
            **shared,
        }
        if sum(current.values()) < 100:
            asked["rest"] = "unknown"
        small = [answer for answer, percent in current.items() if percent == 0]
        if small and draw(st.integers(0, 3)) == 0:
            asked["percent"] = {**current, small[0]: "<1"}
        if has_segments and _coin(draw):
            asked["segments"] = {
                name: {column: figures() for column in segment["columns"]} for name, segment in segments.items()
            }
        questions[f"q{number}"] = asked
    return scale, questions


def _percents(draw: st.DrawFn, kind: str, count: int, decimals: int) -> list[float | int]:
    """Percentages with so many decimals: ties, 0 and 100 are frequent; those of a single choice sum to 100 or less."""
    step = 10**decimals
    if kind == "multiple":
        units = [draw(st.integers(0, 100 * step) | st.sampled_from([0, 50 * step, 100 * step])) for _ in range(count)]
    else:
        weights = [draw(st.integers(0, 4)) for _ in range(count)]
        whole = 100 * step if _coin(draw) else 60 * step
        units = [whole * weight // max(1, sum(weights)) for weight in weights]
    return [unit / step if decimals else unit for unit in units]
