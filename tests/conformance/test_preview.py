"""The preview in Debian's Chromium: what is saved is seen at its slide, and stands where the rendered deck has it."""

from __future__ import annotations

import os
import re
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect, sync_playwright

from report import pipeline
from report.deck.model import Deck, PlacedChart
from report.drawing.model import TextMark
from report.kinds import ChartForm
from report.language.registry import load
from report.pipeline import Product
from report.previewing.native_charts import native_marks
from report.sources import choose
from tests.conformance import programs, render, words
from tests.conformance.conftest import skip_without
from tests.conftest import CHECKOUT

MILLISECONDS = 60_000
"""What is waited for at most: nothing is timed here, and machines may be busy."""
SHIPPED = CHECKOUT / "data" / "social-media-2016"
GALLERY = CHECKOUT / "tests" / "gallery" / "briefing"
HEADLINE = "Steigender Ressourcenbedarf ist die am häufigsten genannte Herausforderung"
FIGURE = "der Kundenservice kommt auf {{ goals.service }}"
TITLE = "#canvas [role=heading]"


class Previewing:
    """A process that shows a copy of the shipped survey, at first with one thing in the place of another."""

    def __init__(self, folder: Path, old: str = "", new: str = "") -> None:
        shutil.copytree(SHIPPED, folder / "data" / SHIPPED.name)
        self.briefing = folder / "data" / SHIPPED.name / "briefing.yaml"
        self.text = self.briefing.read_text("utf-8")
        self.save(old, new)
        self._process = subprocess.Popen(
            [sys.executable, "-m", "report", "preview", "--no-browser"],
            cwd=folder,
            env={**os.environ, "PYTHONPATH": str(CHECKOUT), "PYTHONUNBUFFERED": "1"},
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )
        assert self._process.stdout
        self.address = self._process.stdout.readline().strip()

    def save(self, old: str = "", new: str = "") -> None:
        """The briefing as it was, but for one thing; written as an editor does: beside it, then in its place."""
        assert old in self.text
        beside = self.briefing.with_name("briefing.yaml~")
        beside.write_text(self.text.replace(old, new, 1), "utf-8")
        beside.replace(self.briefing)

    def end(self) -> tuple[int, str]:
        """The exit code after Ctrl-C, and all that was printed."""
        self._process.send_signal(signal.SIGINT)
        printed, _ = self._process.communicate(timeout=MILLISECONDS / 1000)
        return self._process.returncode, printed


@pytest.fixture(scope="module")
def preview(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Previewing]:
    skip_without(programs.missing_browser())
    preview = Previewing(tmp_path_factory.mktemp("preview"))
    try:
        yield preview
    finally:
        preview._process.kill()
        preview._process.communicate()


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    skip_without(programs.missing_browser())
    with sync_playwright() as playwright:
        # Chromium's sandbox takes rights that containers have not; what is opened here is our own page.
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        yield browser
        browser.close()


@pytest.fixture
def page(browser: Browser, preview: Previewing) -> Iterator[Page]:
    """The page as it stands with the briefing as it is; it has asked nobody else, and has said nothing is wrong."""
    preview.save()
    page = browser.new_page(viewport={"width": 1440, "height": 900})
    page.set_default_timeout(MILLISECONDS)
    expect.set_options(timeout=MILLISECONDS)
    asked, told = list[str](), list[str]()
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: told.append(message.text))
    page.on("pageerror", lambda error: told.append(str(error)))
    page.goto(preview.address)
    expect(page.locator("#state")).to_have_text("As it is saved")
    yield page
    page.close()
    assert [url for url in asked if not url.startswith(preview.address) and not url.startswith("data:")] == []
    assert told == []


def test_a_change_and_a_fault_are_seen_at_their_slides_and_the_fault_until_it_is_mended(
    page: Page, preview: Previewing
) -> None:
    preview.save(HEADLINE, HEADLINE.replace("Steigender", "Wachsender"))
    expect(page.locator(TITLE)).to_have_text(re.compile("^Wachsender Ressourcenbedarf"))
    expect(page.locator("#what")).to_contain_text("Slide 5 of 11")
    expect(page.locator("#said")).to_contain_text("Slide 5 changed")
    expect(page.locator("nav li").nth(4).locator(".small")).to_contain_text("Wachsender")

    preview.save(FIGURE, FIGURE.replace("service", "servise"))
    card = page.locator("#faults .fault")
    expect(card).to_contain_text('"servise" is not an answer of question "goals"')
    expect(card.locator(".cure")).to_contain_text('did you mean "service"?')
    line = next(number for number, line in enumerate(preview.text.splitlines(), 1) if FIGURE in line)
    expect(card.locator(".where")).to_contain_text(f"briefing.yaml:{line}:")
    expect(page.locator("#what")).to_contain_text("Slide 6 of 11")
    expect(page.locator(TITLE)).to_contain_text("der Kundenservice kommt auf 21")
    expect(page.locator("#state")).to_have_text("1 fault: the last good state is shown")
    expect(page.locator("nav li").nth(5).locator(".badge")).to_have_text("1")
    expect(page.locator("#said")).to_contain_text("Fault on slide 6")
    expect(page.locator("#stage")).to_have_class(re.compile("is-to-blame"))
    slide, told = page.locator("#canvas").bounding_box(), card.bounding_box()
    assert slide
    assert told
    assert slide["y"] + slide["height"] <= told["y"]
    page.keyboard.press("Escape")
    expect(card).to_be_hidden()
    expect(page.locator("#faults summary")).to_contain_text('"servise" is not an answer')
    page.keyboard.press("n")
    expect(page.locator("#about")).to_be_hidden()
    folded = page.locator("#canvas").bounding_box()
    assert folded
    assert folded["width"] > slide["width"]
    page.keyboard.press("n")
    page.keyboard.press("Escape")
    expect(card).to_be_visible()

    for key, place, number in (("2", "Page", 3), ("3", "Picture", 4)):
        page.keyboard.press(key)
        expect(page.locator("#what")).to_contain_text(f"{place} 1 of ")
        expect(page.locator("#stage")).not_to_have_class(re.compile("is-to-blame"))
        expect(card).to_have_count(0)
        expect(page.locator("nav .badge")).to_have_count(1)
        page.keyboard.press("f")
        expect(page.locator("#what")).to_contain_text(f"{place} {number} of ")
        expect(page.locator("nav [aria-current=true] .badge")).to_have_text("1")
        expect(page.locator("#stage")).to_have_class(re.compile("is-to-blame"))
        expect(card.locator(".where")).to_contain_text(f"briefing.yaml:{line}:")
    page.locator("#faults .to-slide").click()
    expect(page.locator("#what")).to_contain_text("Slide 6 of 11")
    expect(card).to_have_count(1)

    preview.save()
    expect(card).to_have_count(0)
    expect(page.locator("#said")).to_contain_text("The faults are mended.")
    expect(page.locator("#state")).to_have_text("As it is saved")


def test_a_click_shows_where_a_text_is_written_and_the_cells_of_numbers(page: Page) -> None:
    for _ in range(5):
        page.keyboard.press("ArrowRight")
    expect(page.locator("#what")).to_contain_text("Slide 6 of 11")

    page.locator(f"{TITLE} tspan").first.click()
    chosen = page.locator("#texts li", has=page.locator("[aria-expanded=true]"))
    expect(chosen.locator(".at").first).to_have_text(re.compile(r"^briefing\.yaml:\d+$"))
    expect(chosen.locator("code").first).to_contain_text(FIGURE)
    expect(chosen.locator("tr")).to_contain_text(["21\N{NO-BREAK SPACE}%"])
    expect(chosen.locator("tr")).to_contain_text([re.compile(r"goals\.service · survey\.yaml:\d+")])

    page.locator("#canvas [data-cells='goals/experts@w2016'] .room").click()
    expect(page.locator("#texts tr.is-chosen")).to_contain_text("72\N{NO-BREAK SPACE}%")
    expect(page.locator("#canvas .chosen").first).to_be_visible()


def test_the_keyboard_reaches_all_of_it(page: Page) -> None:
    page.keyboard.press("End")
    expect(page.locator("nav [aria-current=true]")).to_have_attribute("aria-label", re.compile("^11, "))
    page.locator("nav [aria-current=true]").focus()
    page.keyboard.press("ArrowUp")
    expect(page.locator("nav [aria-current=true]")).to_be_focused()
    expect(page.locator("#what")).to_contain_text("Slide 10 of 11")
    page.keyboard.press("Home")
    page.keyboard.press("l")
    expect(page.locator(TITLE)).to_contain_text("Almost half of ICT companies")
    page.locator("#languages [aria-checked=true]").focus()
    page.keyboard.press("ArrowLeft")
    expect(page.locator(TITLE)).to_contain_text("Fast die Hälfte")

    page.keyboard.press("g")
    assert page.evaluate("() => getComputedStyle(document.querySelector('#canvas svg')).filter") == 'url("#grey")'
    page.keyboard.press("g")
    wide = page.locator("#canvas").bounding_box()
    page.keyboard.press("r")
    small = page.locator("#canvas").bounding_box()
    assert wide
    assert small
    assert small["width"] == pytest.approx(wide["width"] / 5, rel=0.02)
    expect(page.locator("nav")).to_be_hidden()
    expect(page.locator("#about")).to_be_hidden()
    page.keyboard.press("r")

    page.keyboard.press("2")
    expect(page.locator("#what")).to_have_text("Page 1 of 6")
    expect(page.locator("#notes")).to_contain_text("Kurzfassung für Marketingverantwortliche")
    assert page.evaluate("() => document.querySelector('#canvas img').decode().then(() => true)")
    page.locator("#canvas img").click()
    page.keyboard.press("ArrowDown")
    page.wait_for_function("() => document.querySelector('main').scrollTop > 0")
    page.keyboard.press("3")
    expect(page.locator("#what")).to_contain_text("Picture 1 of 4")
    expect(page.locator("#notes")).to_contain_text("Alternativtext: ")

    page.keyboard.press("1")
    page.keyboard.press("?")
    expect(page.locator("#shortcuts")).to_be_visible()
    page.locator("#letters").uncheck()
    page.keyboard.press("Escape")
    page.keyboard.press("2")
    expect(page.locator("#tab-slides")).to_have_attribute("aria-selected", "true")

    page.locator("#texts button").first.focus()
    page.keyboard.press("Enter")
    expect(page.locator("#texts button").first).to_have_attribute("aria-expanded", "true")
    expect(page.locator("#texts button").first).to_be_focused()


def test_loaded_anew_it_shows_what_was_looked_at_and_remotes_turn_slides(page: Page, preview: Previewing) -> None:
    page.keyboard.press("l")
    page.keyboard.press("v")
    for key in ("PageDown", "Space", "PageDown", "PageUp"):
        page.keyboard.press(key)
    expect(page.locator("#what")).to_contain_text("Slide 3 of 11")

    page.reload()
    expect(page.locator("#what")).to_contain_text("Slide 3 of 11")
    expect(page.locator("#languages [aria-checked=true]")).to_have_text("EN")
    expect(page.locator("#vision")).to_have_value("grey")
    page.locator("#room").focus()
    page.keyboard.press("PageDown")  # a control has the focus
    page.evaluate("() => document.activeElement.blur()")
    page.keyboard.press("PageDown")
    expect(page.locator("#what")).to_contain_text("Slide 4 of 11")

    page.keyboard.press("3")
    page.keyboard.press("End")
    expect(page.locator("#what")).to_contain_text("Picture 4 of 4")
    page.goto("about:blank")
    page.goto(f"{preview.address}#kind=pictures&number=4&language=en")
    expect(page.locator("#what")).to_contain_text("Picture 4 of 4")
    page.goto("about:blank")
    page.goto(f"{preview.address}#kind=none&number=many&language=xx&briefing=none&seen=none")
    expect(page.locator("#what")).to_contain_text("Slide 1 of 11")
    expect(page.locator("#state")).to_have_text("As it is saved")


def test_what_is_saved_leaves_the_reader_where_they_are(page: Page, preview: Previewing) -> None:
    """Place, what is chosen, what is folded, and how far all is scrolled; also when another slide changes too."""
    for _ in range(4):
        page.keyboard.press("ArrowRight")
    page.locator(f"{TITLE} tspan").first.click()
    expect(page.locator("#texts [aria-expanded=true]")).to_contain_text("Steigender")
    scrolled = "() => ['nav', 'main', '#about'].map((each) => document.querySelector(each).scrollTop)"
    page.evaluate("() => { document.querySelector('nav').scrollTop = 300 }")
    before = page.evaluate(scrolled)
    preview.save(HEADLINE, HEADLINE.replace("Steigender", "Wachsender"))
    expect(page.locator("#texts [aria-expanded=true]")).to_contain_text("Wachsender")
    expect(page.locator("#canvas .chosen")).to_be_visible()
    assert page.evaluate(scrolled) == before

    page.keyboard.press("2")
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowRight")
    expect(page.locator("#what")).to_have_text("Page 3 of 6")
    page.evaluate("() => { document.querySelector('main').scrollTop = 200 }")
    preview.save()
    expect(page.locator("#notes")).to_contain_text("Steigender Ressourcenbedarf ist")
    expect(page.locator("#what")).to_have_text("Page 3 of 6")
    assert page.evaluate(scrolled)[1] == 200
    page.keyboard.press("Home")
    preview.save(HEADLINE, HEADLINE.replace("Steigender", "Wachsender"))
    expect(page.locator("#what")).to_have_text("Page 3 of 6")
    expect(page.locator("#said")).to_have_text("Page 3 changed: Page 3")
    assert page.evaluate(scrolled)[1] == 0

    page.keyboard.press("1")
    preview.save(FIGURE, FIGURE.replace("service", "servise"))
    expect(page.locator("#faults .fault")).to_be_visible()
    page.keyboard.press("Escape")
    page.keyboard.press("n")
    preview.save(FIGURE, FIGURE.replace("service", "serviss"))
    expect(page.locator("#faults summary")).to_contain_text('"serviss" is not an answer')
    expect(page.locator("#faults .fault")).to_be_hidden()
    page.reload()
    expect(page.locator("#faults summary")).to_contain_text('"serviss" is not an answer')
    expect(page.locator("#faults .fault")).to_be_hidden()
    expect(page.locator("#about")).to_be_hidden()


def test_on_a_telephone_the_bar_takes_two_rows_and_nothing_is_beside_the_screen(page: Page) -> None:
    page.set_viewport_size({"width": 400, "height": 800})
    for kind in ("1", "2", "3"):
        page.keyboard.press(kind)
        expect(page.locator("#canvas :is(svg, img)").first).to_be_visible()
        bar = page.locator(".bar").bounding_box()
        assert bar
        assert bar["height"] < 100
        assert page.evaluate("() => document.documentElement.scrollWidth") <= 400


def test_a_screen_reader_is_told_what_the_slide_shows(page: Page) -> None:
    for _ in range(4):
        page.keyboard.press("ArrowRight")
    expect(page.locator("#what")).to_contain_text("Slide 5 of 11")

    told = page.locator("main").aria_snapshot()

    assert f'heading "{HEADLINE}"' in told
    assert 'img "Balkendiagramm: Anteil der Unternehmen in Prozent' in told
    landmarks = page.locator("body").aria_snapshot()
    for landmark in ("banner", 'navigation "Slides"', "main", "complementary"):
        assert f"- {landmark}" in landmarks


def test_a_page_of_another_origin_gets_nothing(browser: Browser, preview: Previewing) -> None:
    other = browser.new_page()
    other.goto("data:text/html,<title>another site</title>")
    ask = """address => fetch(address).then(answer => answer.status, () => "refused")"""
    framed = """address => new Promise(told => {
      const script = document.createElement("script");
      script.onload = () => told("loaded"); script.onerror = () => told("refused");
      script.src = address + "preview.js"; document.head.append(script) })"""

    assert other.evaluate(ask, preview.address) == "refused"
    assert other.evaluate(framed, preview.address) == "refused"
    other.close()


WORDS = """() => [...document.querySelectorAll("#canvas svg.slide > g[data-item] text")].flatMap((text) => {
  const spans = [];  // of every character, and the one that its line begins with
  let line = null;
  for (const span of text.querySelectorAll("tspan")) {
    if (span.hasAttribute("x")) line = span;
    for (let n = 0; n < span.textContent.length; n++) spans.push([span, line]);
  }
  return [...text.textContent.matchAll(/[^ \\u00a0]+/g)].map((word) => {
    const start = word.index, stop = start + word[0].length - 1;
    return {
      text: word[0],
      flush: Number(spans[start][1].getAttribute("x")),
      y: text.getStartPositionOfChar(start).y,
      left: text.getStartPositionOfChar(start).x,
      right: text.getEndPositionOfChar(stop).x - Number(spans[stop][0].getAttribute("letter-spacing") ?? 0),
    };
  });
})"""
"""The words of the slide, with the place at which their line stands flush."""

TOLERANCE = 1.0
OF_DISTANCE = 0.006
"""LibreOffice sets letters on a grid of 600 dots to the inch: small ones run up to 0.6 % wider than their typeface."""

BELOW_BASELINE = 0.35 / 1.3
"""How much of a word's box poppler has below its baseline: it takes every letter for 0.95 high and 0.35 deep."""


def drawn_deck(folder: Path, where: Path, charts: ChartForm | None = None) -> tuple[Deck, list[words.Page]]:
    """A deck as it is placed, and the words of its slides as LibreOffice draws them."""
    (source,) = choose([folder]).sources
    telling = pipeline.tell(pipeline.read(source), ["de"], allow_failed_claims=False, charts=charts)
    (layouts,), _ = pipeline.lay_out(telling, products=[Product.DECK])
    drawing = next(iter(layouts.deck.drawings.values()))
    painted = pipeline.paint_svg(drawing), pipeline.paint_png(drawing, 10)
    pictures = dict.fromkeys(layouts.deck.drawings, painted)
    written = pipeline.write_deck(layouts.deck, layouts.template, pictures, datetime(2016, 6, 1, tzinfo=UTC))
    (where / "deck.pptx").write_bytes(written.content)
    return layouts.deck, words.read(render.to_pdf(where / "deck.pptx", where))


@pytest.mark.usefixtures("needs_drawing_in_conformance")
def test_texts_stand_where_the_rendered_deck_has_them(page: Page, tmp_path: Path) -> None:
    """Every word of every slide: both its sides and its baseline."""
    _, rendered = drawn_deck(SHIPPED, tmp_path)

    far = list[str]()
    for number, drawn in enumerate(rendered, 1):
        expect(page.locator("#what")).to_contain_text(f"Slide {number} of ")
        for word in page.evaluate(WORDS):
            room = TOLERANCE + OF_DISTANCE * abs(word["left"] - word["flush"])
            same = [
                other
                for other in drawn.words
                if other.text == word["text"]
                and abs(other.left - word["left"]) <= room
                and abs(other.right - word["right"]) <= room
                and abs(other.bottom - BELOW_BASELINE * (other.bottom - other.top) - word["y"]) <= TOLERANCE
            ]
            if not same:
                far.append(f"slide {number}: {word}, not {[each for each in drawn.words if each.text == word['text']]}")
        page.keyboard.press("ArrowRight")
    assert far == []


PIXEL, OF_PIXELS = 0.75, 0.05
"""LibreOffice sets letters of charts on whole pixels of 96 to the inch: by such a share of its width a text may end
elsewhere than its typeface says, and by half a pixel begin elsewhere."""


@pytest.mark.usefixtures("needs_drawing_in_conformance")
def test_texts_of_native_charts_stand_where_the_rendered_deck_has_them(tmp_path: Path) -> None:
    """Every name and number of every kind of chart: its baseline, and the side that it stands flush on."""
    deck, rendered = drawn_deck(GALLERY, tmp_path, ChartForm.NATIVE)

    far, known = list[str](), 0
    for slide, page in zip(deck.slides, rendered, strict=True):
        for chart in (item for item in slide.items if isinstance(item, PlacedChart)):
            for mark in native_marks(chart.content, pipeline.house_fonts(), load("de")):
                if not isinstance(mark, TextMark):
                    continue
                known += 1
                parts = mark.text.replace("\N{NO-BREAK SPACE}", " ").split()
                runs = (page.words[start : start + len(parts)] for start in range(len(page.words)))
                found = [run for run in runs if [word.text for word in run] == parts]
                if not any(_stands_at(run, mark) for run in found):
                    far.append(f"{chart.key}: {mark}, not {found}")
    assert known > 100
    assert far == []


def _stands_at(run: Sequence[words.Word], mark: TextMark) -> bool:
    first, left, right = run[0], run[0].left - mark.x, run[-1].right - mark.x - mark.width
    off = first.bottom - BELOW_BASELINE * (first.bottom - first.top) - mark.y
    nearer, further = sorted((abs(left), abs(right)))
    return abs(off) <= TOLERANCE and nearer <= TOLERANCE + PIXEL / 2 and further <= TOLERANCE + OF_PIXELS * mark.width


def test_a_language_faulty_from_the_first_is_named_and_ctrl_c_ends_it_and_the_page_says_so(
    browser: Browser, tmp_path: Path
) -> None:
    preview = Previewing(tmp_path, HEADLINE, f"{HEADLINE}, 88 % sagen es")
    page = browser.new_page()
    page.set_default_timeout(MILLISECONDS)
    expect.set_options(timeout=MILLISECONDS)
    page.goto(preview.address)
    expect(page.locator("#state")).to_have_text("1 fault: German cannot be shown")
    expect(page.locator("#languages [data-code=de]")).to_be_disabled()
    expect(page.locator(TITLE)).to_contain_text("Almost half of ICT companies")
    preview.save()
    expect(page.locator("#state")).to_have_text("As it is saved")
    expect(page.locator("#languages [data-code=de]")).to_be_enabled()

    code, printed = preview.end()

    expect(page.locator("#state")).to_have_text("The preview has ended: start it anew")
    page.keyboard.press("2")
    expect(page.locator("#what")).to_contain_text("Not here")
    page.keyboard.press("1")
    expect(page.locator(TITLE)).to_be_visible()
    assert code == 0
    assert "no longer shown" in printed
    assert not (tmp_path / "build").exists()
    page.close()
