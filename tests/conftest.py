"""What all tests share: the material beside the checkout, the long tests, how hypothesis searches."""

import os
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import hypothesis
import pytest

from tests.conformance.kept import keep

CHECKOUT = Path(__file__).resolve().parent.parent
SHARED = Path(os.environ.get("BEFUND_SHARED") or CHECKOUT.parent / "shared")
"""Specimens and reference figures that do not ship; BEFUND_SHARED names another place."""

IS_CI = "CI" in os.environ
"""There the same examples are tried each time, so that a change is judged and not its luck."""

OF_CONFORMANCE = ("tests/conformance", "tests/templates")
"""What `make conformance` runs whole: where it follows, as in CI, nothing of it is run twice."""

hypothesis.settings.register_profile(
    "befund",
    deadline=None,  # two shared cores: a slow example says nothing about the code
    derandomize=IS_CI,
    print_blob=True,
    database=None if IS_CI else hypothesis.database.DirectoryBasedExampleDatabase(CHECKOUT / ".cache/hypothesis"),
)
hypothesis.settings.load_profile("befund")


def pytest_addoption(parser: pytest.Parser) -> None:
    """--long runs the tests marked slow too."""
    parser.addoption("--long", action="store_true", help="run the tests marked slow too")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Skips tests that run elsewhere rather than deselecting them, so that the list of skips at the end names them."""
    if not config.getoption("--long"):
        for item in items:
            if item.get_closest_marker("slow"):
                item.add_marker(pytest.mark.skip(reason="slow: runs with --long (make test-long)"))
    if "BEFUND_CONFORMANCE_FOLLOWS" in os.environ:
        for item in items:
            if any(item.path.is_relative_to(CHECKOUT / part) for part in OF_CONFORMANCE):
                item.add_marker(pytest.mark.skip(reason="make conformance, which follows, runs it"))


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Lists what was skipped and why: a skipped test has proven nothing."""
    skipped = terminalreporter.stats.get("skipped", [])
    count_by_reason = Counter(report.longrepr[2].removeprefix("Skipped: ") for report in skipped)
    if count_by_reason:
        terminalreporter.section("skipped, so not proven")
    for reason, count in sorted(count_by_reason.items()):
        terminalreporter.write_line(f"{count} x {reason}")


@pytest.fixture(scope="session", autouse=True)
def summaries_are_kept(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Keeps the summaries that tests build where BEFUND_KEEP_PDFS names a folder: `make conformance` judges them."""
    yield
    if folder := os.environ.get("BEFUND_KEEP_PDFS"):
        keep(tmp_path_factory.getbasetemp().rglob("*.pdf"), Path(folder))


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of shared material; a test that needs it is skipped where it is absent."""
    if not SHARED.is_dir():
        pytest.skip(f"there is no {SHARED}; BEFUND_SHARED names another place")
    return SHARED
