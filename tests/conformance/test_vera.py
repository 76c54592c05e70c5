"""veraPDF passes what keeps both profiles, names the rule that is broken, and never passes what it did not judge."""

from pathlib import Path

import pytest

from tests.conformance import typeset, vera
from tests.conformance.conftest import skip_without_verapdf
from tests.conformance.specimens import write_pdf


@pytest.fixture(autouse=True)
def needs_verapdf() -> None:
    skip_without_verapdf()


def test_a_file_of_both_profiles_passes_and_one_of_none_fails_beside_it(tmp_path: Path) -> None:
    good, bad = typeset.write(tmp_path / "größe.pdf"), write_pdf(tmp_path / "plain.pdf")

    found = vera.faults([good, bad])

    rules = {key: [fault.rule for fault in faults] for key, faults in found.items()}
    assert rules[good, "ua1"] == rules[good, "2a"] == []
    assert "7.1-11" in rules[bad, "ua1"]
    assert "6.1.7.1-2" in rules[bad, "2a"]


def test_a_file_of_one_profile_fails_by_the_other(tmp_path: Path) -> None:
    accessible = typeset.write(tmp_path / "ua.pdf", standards=("ua-1",))

    found = vera.faults([accessible])

    assert found[accessible, "ua1"] == []
    assert "6.6.4-1" in [fault.rule for fault in found[accessible, "2a"]]


def test_what_cannot_be_judged_is_a_fault(tmp_path: Path) -> None:
    broken, absent = tmp_path / "broken.pdf", tmp_path / "absent.pdf"
    broken.write_bytes(b"%PDF-1.7\n1 0 obj\n")

    found = vera.faults([broken, absent])

    assert {fault.rule for faults in found.values() for fault in faults} == {"not-judged"}
    assert all(found[pdf, profile] for pdf in (broken, absent) for profile in vera.PROFILES)


def test_where_java_gives_up_nothing_is_passed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(vera, "SOURCE", tmp_path / "NoSuch.java")
    good = typeset.write(tmp_path / "good.pdf")

    assert [str(fault) for fault in vera.faults([good])[good, "ua1"]] == [
        f"{good}: error[not-judged]: veraPDF gave no verdict by PDF/UA-1: it was left out"
    ]
