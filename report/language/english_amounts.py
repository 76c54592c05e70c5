"""English amounts in words, and the per cent that each means."""

from __future__ import annotations

from report.language.amounts import Amounts, parts_of_100

_NUMBERS = ("an?|one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_PARTS = ("half", "third", "quarter", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")

AMOUNTS = Amounts(
    parts={
        **parts_of_100(_NUMBERS, r"(?:{number})[ -](?:in|of|out[ -]of)(?:[ -]every)?[ -](?:{whole})"),
        **parts_of_100(_NUMBERS, r"(?:{number})[ -]{part}s?", parts=_PARTS),
        **parts_of_100(_NUMBERS[:1], r"every {part}", parts=("(?:second|other)", *_PARTS[1:])),
        r"half|halves": 50,
    },
    more_than={
        r"(?:almost|nearly|practically|virtually) (?:all|every\w*)": 90,
        r"every(?:one|body)": 95,
        r"majority|the bulk|predominantly": 50,
    },
    less_than={
        r"(?:hardly|barely|scarcely|almost|practically|virtually) (?:any\w*|no|none|nobody)": 10,
        r"no one|nobody": 5,
        r"handful|few": 10,
        r"minority": 50,
    },
    over=r"more than|over|above|at least|well over",
    under=r"(?:less|fewer) than|under|below|at most",
    nearly=r"almost|nearly|just under|barely",
)
