"""No message without a test of its words."""

from pathlib import Path

from report.yaml_source import Fault


def test_every_kind_of_fault_has_its_message_in_a_test() -> None:
    told = "".join(file.read_text("utf-8") for file in Path(__file__).parent.glob("test_*.py"))

    assert [str(fault) for fault in Fault if f"error[{fault}]" not in told] == []
