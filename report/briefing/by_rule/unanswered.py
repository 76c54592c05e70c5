"""Answers that answer nothing, as their words say, whatever role their author gave them: they are no finding.

"Anything else?"   n/a 42 %, more documentation 12 %       told is that most gave no answer, not that "n/a" leads
"""

from __future__ import annotations

import re

from report.language.registry import load
from report.survey.model import Answer


def answers_nothing(answer: Answer) -> bool:
    """Whether an answer stands for those who did not answer: by its role, or by its label in some language."""
    return answer.role.says_nothing or any(
        re.fullmatch(load(code).headlines.unanswered, text.text.strip(), re.IGNORECASE)
        for code, text in answer.label.by_language.items()
    )
