"""The PNG file, read by Pillow: colours, places, transparency, metadata, the same bytes everywhere."""

import hashlib
import json
import os
import subprocess
import sys
from dataclasses import fields
from io import BytesIO
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from report.drawing.model import Drawing, Edge, TextMark
from report.drawing.painters.agg import rasteriser
from report.drawing.painters.png import paint_png
from report.drawing.painters.svg import paint_svg
from report.theme.house import INK as INK_GROUND
from report.theme.house import PAPER
from report.theme.model import Ground
from report.units import Color
from tests.conftest import CHECKOUT
from tests.drawing.painters.drawings import (
    CONTRAST,
    FONTS,
    INK,
    MUTED,
    PROOF,
    bar_chart,
    drawing,
    one_of_each,
    rect,
    run,
)


def opened(drawing: Drawing, *, dpi: float = 192) -> Image.Image:
    return Image.open(BytesIO(paint_png(drawing, FONTS, dpi=dpi)))


def alpha_row(drawing: Drawing, row: int) -> list[int]:
    return [int(alpha) for alpha in np.asarray(opened(drawing).convert("RGBA"))[row, :, 3]]


def test_a_slide_chart_is_a_palette_picture_of_192_dpi() -> None:
    picture = opened(bar_chart())

    assert (picture.mode, picture.size) == ("P", (1611, 800))  # 604 x 300 pt at 192 dpi: 1610.67 x 800
    assert picture.info["dpi"] == pytest.approx((192, 192), abs=0.01)


def test_a_chart_of_seven_bars_stays_small() -> None:
    assert len(paint_png(bar_chart(), FONTS)) < 36_000


def test_what_no_mark_covers_is_transparent() -> None:
    picture = opened(one_of_each()).convert("RGBA")

    corners = [(0, 0), (319, 0), (0, 159), (319, 159)]
    assert [picture.getpixel(corner) for corner in corners] == [(255, 255, 255, 0)] * 4


def test_a_drawing_without_marks_is_transparent_all_over() -> None:
    picture = opened(drawing()).convert("RGBA")

    assert picture.getcolors() == [(320 * 160, (255, 255, 255, 0))]


def test_an_edge_between_pixels_covers_each_in_proportion() -> None:
    bar = drawing(rect(10, 10, 10, 10, fill=INK))  # 26 2/3 to 53 1/3 pixels: a third of the first and of the last

    alphas = alpha_row(bar, 40)

    assert alphas[25] == alphas[54] == 0
    assert [alphas[26], alphas[53]] == pytest.approx([85, 85], abs=20)
    assert {*alphas[27:53]} == {255}


def test_a_stroke_is_centred_on_the_outline_and_not_moved_to_whole_pixels() -> None:
    box = drawing(rect(10.5, 7.5, 30, 30, edge=Edge(INK, 1.5)))  # left stroke from 9.75 to 11.25 pt: 26 to 30 pixels

    alphas = alpha_row(box, 60)

    assert [position for position, alpha in enumerate(alphas[:60]) if alpha] == [26, 27, 28, 29]


def test_the_corners_of_an_edge_are_square() -> None:
    frame = drawing(rect(15, 15, 30, 30, edge=Edge(INK, 6)))  # the stroke's outer corner is at 12 pt: 32 pixels

    alphas = alpha_row(frame, 32)

    assert (alphas[31], alphas[32]) == (0, 255)


def test_the_drawing_fills_the_picture_whatever_its_width() -> None:
    wide = drawing(rect(0, 0, 100.35, 20, fill=INK), width=100.35, height=20)  # 267.6 x 53.3 pixels

    picture = opened(wide).convert("RGBA")

    assert picture.size == (268, 53)
    assert picture.getcolors() == [(268 * 53, (INK.red, INK.green, INK.blue, 255))]


def test_the_resolution_can_be_chosen() -> None:
    picture = opened(drawing(rect(0, 0, 120, 60, fill=INK)), dpi=72)

    assert picture.size == (120, 60)
    assert picture.info["dpi"] == pytest.approx((72, 72), abs=0.02)


# ------------------------------------------------------------------------------------------------------------- colours


def swatches(ground: Ground) -> tuple[Drawing, list[Color]]:
    """All colours of a ground side by side, each under text in every other: hundreds of blends in one picture."""
    colors = list(
        dict.fromkeys(value for each in fields(ground) if isinstance(value := getattr(ground, each.name), Color))
    )
    bars = [rect(0, 20 * row, 400, 20, fill=color) for row, color in enumerate(colors)]
    texts = [
        run("Wort", 10 + 35 * column, 20 * row + 15, size=14, color=color)
        for row in range(len(colors))
        for column, color in enumerate(colors)
    ]
    return drawing(*bars, *texts, width=420, height=20 * len(colors)), colors


def missing(picture: Image.Image, colors: list[Color]) -> list[Color]:
    """The colours that no opaque pixel has exactly."""
    found = {pixel for _, pixel in picture.convert("RGBA").getcolors(1 << 20) or ()}
    return [color for color in colors if (color.red, color.green, color.blue, 255) not in found]


@pytest.mark.parametrize("ground", [PAPER, INK_GROUND], ids=["paper", "ink"])
def test_every_colour_of_the_theme_is_there_exactly(ground: Ground) -> None:
    picture, colors = swatches(ground)

    assert missing(opened(picture), colors) == []


def test_a_small_red_dot_keeps_its_red_in_a_chart_full_of_text() -> None:
    red = Color.of_hex("#FF0012")

    assert missing(opened(with_dot(red)), [red, INK, PROOF, CONTRAST, MUTED]) == []


def test_a_palette_that_alters_a_colour_is_found() -> None:
    automatic = opened(bar_chart()).convert("RGBA").quantize(16)

    assert missing(automatic, [INK, PROOF, CONTRAST, MUTED]) != []


def with_dot(color: Color) -> Drawing:
    chart = bar_chart()
    dot = rect(590, 5, 3, 3, fill=color)
    return drawing(*chart.marks, dot, width=chart.width, height=chart.height)


# ------------------------------------------------------------------------------------------------------------ metadata


def test_the_metadata_hold_exactly_the_shown_cells() -> None:
    chart = bar_chart(rows=2)

    picture = opened(chart)

    assert [key for key in picture.info if key not in ("dpi", "transparency")] == ["srgb", "befund:cells"]
    assert json.loads(picture.info["befund:cells"]) == {
        "title": "Ziele",
        "alternative": "Balken: <A> & B",
        "language": "de-DE",
        "cells": [
            {
                "id": "goals/a0@w2016",
                "question": "goals",
                "answer": "a0",
                "wave": "w2016",
                "state": "published",
                "text": "77\N{NO-BREAK SPACE}%",
            },
            {
                "id": "goals/a1@w2016",
                "question": "goals",
                "answer": "a1",
                "wave": "w2016",
                "state": "published",
                "text": "72\N{NO-BREAK SPACE}%",
            },
        ],
    }


# ---------------------------------------------------------------------------------------------------------- odd inputs


@pytest.mark.parametrize("text", ["", "\N{SOFT HYPHEN}", "\N{NO-BREAK SPACE}"])
def test_text_without_ink_is_painted_as_nothing(text: str) -> None:
    picture = opened(drawing(run(text, 10, 10))).convert("RGBA")

    assert picture.getcolors() == [(320 * 160, (255, 255, 255, 0))]


def test_text_ends_where_its_measured_width_says() -> None:
    label = run("Tätigkeit AVATAR Wort office H", 5, 40, size=18)

    alpha = np.asarray(opened(drawing(label, width=300)).convert("RGBA"))[:, :, 3]

    assert isinstance(label, TextMark)
    last = np.flatnonzero(alpha.any(axis=0))[-1] * 72 / 192
    side_bearing = 0.093 * 18  # to the right of an H, in Carlito Regular (190 of 2048 units)
    assert last == pytest.approx(label.x + label.width - side_bearing, abs=0.4)


# -------------------------------------------------------------------------------------------------- the world around it

PAINT = """
import hashlib, sys
from tests.drawing.painters.drawings import FONTS, bar_chart, one_of_each
from report.drawing.painters.png import paint_png
from report.drawing.painters.svg import paint_svg
from report.drawing.painters.svg import paint_svg
for chart in (bar_chart(), one_of_each()):
    for paint in (paint_png, paint_svg):
        print(hashlib.sha256(paint(chart, FONTS)).hexdigest())
print(*[name for name in ("", ".font_manager", ".pyplot", ".figure") if f"matplotlib{name}" in sys.modules])
"""


def in_new_process(script: str, home: Path, *, seed: str, umask: int) -> "subprocess.CompletedProcess[str]":
    environment = {name: value for name, value in os.environ.items() if not name.startswith(("MPL", "XDG_", "PYTHON"))}
    environment |= {"HOME": str(home), "PYTHONHASHSEED": seed, "TZ": "Pacific/Apia", "LC_ALL": "C", "PYTHONUTF8": "1"}
    return subprocess.run(
        [sys.executable, "-c", script], cwd=CHECKOUT, env=environment, umask=umask, capture_output=True, text=True
    )


def test_another_home_cold_caches_hash_seed_and_umask_give_the_same_bytes(tmp_path: Path) -> None:
    runs = [in_new_process(PAINT, tmp_path, seed=seed, umask=umask) for seed, umask in (("1", 0o077), ("2", 0o000))]

    here = [
        hashlib.sha256(data).hexdigest()
        for chart in (bar_chart(), one_of_each())
        for data in (paint_png(chart, FONTS), paint_svg(chart, FONTS))
    ]
    assert [run.stdout.split() for run in runs] == [here, here]
    assert [run.stderr for run in runs] == ["", ""]


BESIDE_MATPLOTLIB = """
import matplotlib.backends.backend_agg as theirs
figure = __import__("matplotlib.figure").figure.Figure(figsize=(1, 1), dpi=10)
theirs.FigureCanvasAgg(figure).draw()
"""


@pytest.mark.parametrize("script", [PAINT + BESIDE_MATPLOTLIB, BESIDE_MATPLOTLIB + PAINT])
def test_a_program_may_use_matplotlib_too(script: str, tmp_path: Path) -> None:
    run = in_new_process(script, tmp_path, seed="0", umask=0o022)

    assert (run.returncode, run.stderr) == (0, "")
    assert run.stdout.split()[:4] == in_new_process(PAINT, tmp_path, seed="0", umask=0o022).stdout.split()


def test_a_matplotlib_without_its_rasteriser_is_told_of(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "matplotlib").mkdir()
    (tmp_path / "matplotlib" / "__init__.py").touch()
    monkeypatch.syspath_prepend(tmp_path)
    for name in [name for name in sys.modules if name.split(".")[0] == "matplotlib"]:
        monkeypatch.delitem(sys.modules, name)

    with pytest.raises(ImportError, match=r"there is no matplotlib\.backends\._backend_agg"):
        rasteriser(1, 1, 72.0)


def test_painting_leaves_the_home_of_the_user_untouched(tmp_path: Path) -> None:
    in_new_process(PAINT, tmp_path, seed="0", umask=0o022)

    assert list(tmp_path.rglob("*")) == []


def test_a_home_that_cannot_be_written_is_no_matter(tmp_path: Path) -> None:
    file = tmp_path / "home"
    file.write_text("no folder can be made in here")

    run = in_new_process(PAINT, file, seed="0", umask=0o022)

    assert (run.returncode, run.stderr) == (0, "")


def test_settings_of_the_user_are_not_read_and_stay_in_their_environment(tmp_path: Path) -> None:
    settings = tmp_path / "matplotlibrc"
    settings.write_text("nonsense : 1\n")
    script = f"import os; os.environ['MATPLOTLIBRC'] = {str(settings)!r}\n{PAINT}\nprint(os.environ['MATPLOTLIBRC'])"

    run = in_new_process(script, tmp_path, seed="0", umask=0o022)

    assert run.stderr == ""
    assert run.stdout.split()[-1] == str(settings)
