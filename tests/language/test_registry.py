from pathlib import Path

import pytest

import report.language
from report.language.registry import UnknownLanguage, available, load


@pytest.mark.parametrize(("code", "tag"), [("de", "de-DE"), ("en", "en-GB")])
def test_a_language_is_loaded_by_its_code(code: str, tag: str) -> None:
    language = load(code)

    assert (language.code, language.tag) == (code, tag)


def test_german_and_english_are_available() -> None:
    assert available() == ("de", "en")


@pytest.mark.parametrize("code", ["fr", "", "DE", "model", "de.x", "../de", "os"])
def test_an_unknown_code_is_refused_with_the_known_ones(code: str) -> None:
    with pytest.raises(UnknownLanguage) as refused:
        load(code)

    assert str(refused.value) == f'error[unknown-language]: there is no language "{code}"\n  known are de, en'


def test_a_further_language_is_a_further_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "frr.py").write_text(
        "from dataclasses import replace\nfrom report.language import de\n"
        'LANGUAGE = replace(de.LANGUAGE, code="frr", tag="frr-DE")\n'
    )
    monkeypatch.setattr(report.language, "__path__", [*report.language.__path__, str(tmp_path)])

    assert available() == ("de", "en", "frr")
    assert load("frr").tag == "frr-DE"


def test_a_language_file_without_a_language_is_a_programming_error(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "zz.py").write_text("LANGUAGE = None\n")
    monkeypatch.setattr(report.language, "__path__", [*report.language.__path__, str(tmp_path)])

    with pytest.raises(TypeError, match=r"report\.language\.zz\.LANGUAGE is None, not a Language"):
        load("zz")
