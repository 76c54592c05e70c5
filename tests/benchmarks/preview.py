"""Times how long a changed word takes from its save to its picture in Chromium, beside the straight script.

    python -m tests.benchmarks.preview [ROUNDS]

Each round runs both, one after the other: seconds drift on a shared machine, the ratio of the two does not.
"""

import json
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from dataclasses import asdict
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

from tests.benchmarks.processes import CHECKOUT, Spread, cost
from tests.benchmarks.run import HERE, RESULTS, ROUNDS
from tests.conformance import programs

OLD, REST = "Steigender", "Ressourcenbedarf ist die am"
WORDS = ("Wachsender", "Zunehmender")
SETTLED = "() => document.querySelector('#state').dataset.state === 'good'"
LET_IT_SETTLE = 1.0
"""Seconds after which the last round's pages and pictures are made, too."""

SEEN = """word => { window.seen = new Promise((told) => {
  const observer = new MutationObserver(() => {
    if (!document.querySelector("#canvas [role=heading]")?.textContent.startsWith(word)) return;
    observer.disconnect();
    // The second frame begins once the first has been painted.
    requestAnimationFrame(() => requestAnimationFrame(() => told(Date.now())));
  });
  observer.observe(document.getElementById("canvas"), { childList: true });
}) }"""
"""Waits for a slide whose title begins with a word, and keeps the time at which it has been painted."""


def main(rounds: int) -> None:
    """Prints the median and the spread of the ratios, and adds them to the results of `run`."""
    absent = programs.missing_browser()
    if absent:
        sys.exit(f"the preview was not timed: {absent[0]}")
    with tempfile.TemporaryDirectory(prefix="befund-bench-") as folder:
        times = _times(Path(folder), rounds)
    shown, straight = zip(*times, strict=True)
    seconds, ratio = statistics.median(shown), Spread.of(shown, straight)
    print(
        f"a word changed, from save to its picture on the page: {seconds:.2f} s, "
        f"{ratio.as_text().strip()} of straight; medians of {rounds} rounds"
    )
    results = json.loads(RESULTS.read_text("utf-8")) if RESULTS.is_file() else {}
    RESULTS.parent.mkdir(exist_ok=True)
    preview = {"seconds": seconds, "of straight": asdict(ratio)}
    RESULTS.write_text(json.dumps({**results, "preview": preview}, indent=1) + "\n", "utf-8")


def _times(folder: Path, rounds: int) -> list[tuple[float, float]]:
    """Seconds of a change and of the straight script, of each round but the first."""
    source = folder / "briefing"
    shutil.copytree(CHECKOUT / "data" / "social-media-2016", source)
    process = subprocess.Popen(
        [sys.executable, "-m", "report", "preview", "--no-browser", source],
        cwd=folder,
        stdout=subprocess.PIPE,
        text=True,
    )
    try:
        assert process.stdout
        address = process.stdout.readline().strip()
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
            page = browser.new_page(viewport={"width": 1440, "height": 900})
            page.goto(address)
            page.wait_for_function(SETTLED)
            times = [
                (_shown(page, source / "briefing.yaml", WORDS[number % 2]), _straight(folder))
                for number in range(rounds + 1)
            ]
            browser.close()
    finally:
        process.kill()
        process.communicate()
    return times[1:]


def _shown(page: Page, briefing: Path, word: str) -> float:
    """Seconds from the save of another word to its picture."""
    text = briefing.read_text("utf-8")
    old = next(each for each in (OLD, *WORDS) if f"{each} {REST}" in text)
    page.evaluate(SEEN, word)
    beside = briefing.with_name("briefing.yaml~")
    beside.write_text(text.replace(f"{old} {REST}", f"{word} {REST}"), "utf-8")
    started = time.time()
    beside.replace(briefing)
    seen: float = page.evaluate("() => window.seen")
    page.wait_for_function(SETTLED)
    time.sleep(LET_IT_SETTLE)
    return seen / 1000 - started


def _straight(folder: Path) -> float:
    return cost((HERE / "straight.py", HERE / "straight.json", folder / "straight")).seconds


if __name__ == "__main__":
    main(int(sys.argv[1]) if sys.argv[1:] else ROUNDS)
