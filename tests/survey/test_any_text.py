"""Whatever an author types, a survey file is read or its faults are told at places that exist; nothing is raised."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given, settings
from hypothesis import strategies as st

from report.survey.file import read_survey
from tests.survey.files import SURVEY

SNIPPETS = st.sampled_from(
    [
        *"{}[]:,#&*!|>'\"%@`-?~\\\t\n\r ",
        *("{{", "}}", ": ", ", ", " #", "- ", "\n\n", "  ", "\u00a0", "\u2028", "\x07", "\ufeff", "😀"),
        *("null", "<<: *a", "&a ", "*a ", "!!x ", "\n---\n", "\n...\n", "51,5", "de:", "\\x", "true", "[]", "{}"),
    ]
)


@st.composite
def typed_into(draw: st.DrawFn, text: str) -> str:
    """The text after a few insertions, deletions and lines moved elsewhere."""
    for _ in range(draw(st.integers(1, 4))):
        at = draw(st.integers(0, len(text)))
        if draw(st.booleans()):
            text = text[:at] + draw(SNIPPETS) + text[at:]
        elif draw(st.booleans()):
            text = text[:at] + text[at + draw(st.integers(1, 12)) :]
        else:
            lines = text.split("\n")
            lines.insert(draw(st.integers(0, len(lines))), lines.pop(draw(st.integers(0, len(lines) - 1))))
            text = "\n".join(lines)
    return text


@settings(max_examples=200)
@given(typed_into(SURVEY))
def test_every_text_is_a_survey_or_has_faults_at_places_that_exist(text: str) -> None:
    with TemporaryDirectory() as folder:
        file = Path(folder) / "survey.yaml"
        file.write_bytes(text.encode())

        survey, faults = read_survey(file, "survey.yaml", languages=["de", "en"])

    assert survey or any(fault.is_error for fault in faults)
    for fault in faults:
        assert fault.location
        assert fault.location.line <= text.count("\n") + text.count("\r") + 1
        assert fault.location.column <= len(fault.location.line_text) + 1
        assert fault.message[0].islower() or fault.message[0] in '"`0123456789-' or fault.message.startswith("U+")
        assert not fault.message.endswith(".")
