"""Times how long a changed word takes from its save to its picture in Chromium, beside the straight script.

    python -m tests.benchmarks.preview [ROUNDS]

Each round runs both, one after the other: seconds drift on a shared machine, the ratio of the two does not.
"""

import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

from tests.benchmarks.run import HERE, ROUNDS
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
    """Prints both medians, the spread, and the median of the ratios."""
    absent = programs.missing_browser()
    if absent:
        sys.exit(f"the preview was not timed: {absent[0]}")
    with tempfile.TemporaryDirectory(prefix="befund-bench-") as folder:
        times = _times(Path(folder), rounds)
    seconds = [shown for shown, _ in times]
    ratio = statistics.median(shown / straight for shown, straight in times)
    print(
        f"a word changed, from save to the picture on the page: {statistics.median(seconds):.2f} s "
        f"({min(seconds):.2f} to {max(seconds):.2f}), {ratio:.2f} of straight; medians of {rounds} rounds"
    )


def _times(folder: Path, rounds: int) -> list[tuple[float, float]]:
    """Seconds of a change and of the straight script, of each round but the first."""
    source = folder / "briefing"
    shutil.copytree(HERE.parents[1] / "data" / "social-media-2016", source)
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
    started = time.monotonic()
    script = (HERE / "straight.py", HERE / "straight.json", folder / "straight")
    subprocess.run([sys.executable, *script], check=True, capture_output=True)
    return time.monotonic() - started


if __name__ == "__main__":
    main(int(sys.argv[1]) if sys.argv[1:] else ROUNDS)
