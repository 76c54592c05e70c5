import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from report.diagnostics import UsageError
from report.text.fonts import Fonts
from report.text.model import Face, Style
from report.theme.house import HOUSE
from report.units import Color

INK = Color(0, 0, 0)
CHECKOUT = Path(__file__).resolve().parents[2]
FONTS = Fonts.in_folder(CHECKOUT / "assets/fonts", HOUSE.font_files)


def regular(size: float, tracking: float = 0.0) -> Style:
    return Style(Face.REGULAR, size, INK, tracking)


def test_a_width_is_that_of_an_independent_program() -> None:
    """ReportLab 5.1.0 `stringWidth` gives 528.56 for this line."""
    text = "Tätigkeit AVATAR Wort To Te VA Yo office fließend: Fehlende Kenntnisse im digitalen Bereich"

    assert FONTS.width(text, regular(14)) == pytest.approx(528.56, abs=0.005)


def test_a_width_is_the_sum_of_advances() -> None:
    advances = [FONTS.advance(char, Face.BOLD) for char in "77"]

    assert FONTS.units_per_em(Face.BOLD) == 2048
    assert FONTS.width("77", Style(Face.BOLD, 2048, INK)) == sum(advances)


@pytest.mark.parametrize(("text", "gaps"), [("", 0), ("A", 0), ("AB", 1), ("ABCD", 3), ("AB\u00adCD", 3)])
def test_tracking_stands_between_characters_and_not_after_the_last(text: str, gaps: int) -> None:
    plain, tracked = FONTS.width(text, regular(10)), FONTS.width(text, regular(10, tracking=0.05))

    assert tracked - plain == pytest.approx(gaps * 0.5)


def test_characters_without_a_glyph_are_named_once_in_order() -> None:
    assert FONTS.missing("✓ neu ✓ und 漢") == ("✓", "漢")


def test_the_characters_of_a_report_have_glyphs() -> None:
    text = "ÄÖÜäöüß éèêçñåø „so“ “so” ‚so‘ – − … · × ≥ € § → ● 49\u00a0% n.\u202fv. Social\u2011Media Ab\u00adteilung"

    assert FONTS.missing(text) == ()


def test_no_break_characters_are_drawn_as_their_breaking_twins() -> None:
    assert FONTS.drawn("49\u00a0% Social\u2011Media Ab\u00adteilung") == "49 % Social-Media Abteilung"
    assert FONTS.advance("\u00a0", Face.BOLD) == FONTS.advance(" ", Face.BOLD)
    assert FONTS.advance("\u2011", Face.BOLD) == FONTS.advance("-", Face.BOLD)
    assert FONTS.advance("\u00ad", Face.BOLD) == 0


@given(text=st.text(st.sampled_from("abÄß \u00a0\u2011\u00ad-%5"), max_size=30), size=st.floats(6, 90))
def test_a_text_is_as_wide_as_what_is_drawn_of_it(text: str, size: float) -> None:
    assert FONTS.width(text, regular(size)) == pytest.approx(FONTS.width(FONTS.drawn(text), regular(size)))


def test_what_fonts_have_for_private_use_is_missing() -> None:
    assert FONTS.missing("Apfel \uf8ff und \u208f") == ("\uf8ff", "\u208f")


def test_a_missing_glyph_is_as_wide_as_the_empty_box() -> None:
    assert FONTS.advance("漢", Face.REGULAR) == FONTS.metrics(Face.REGULAR).notdef_advance > 0


def test_heights_are_near_those_of_the_visual_language() -> None:
    """Cap height 0.645 and digits 0.649 of the size; the faces differ by a hair."""
    for face in Face:
        assert FONTS.cap_height(face) == pytest.approx(0.645, abs=0.004)
        assert FONTS.digit_height(face) == pytest.approx(0.649, abs=0.006)
        assert (FONTS.ascent(face), FONTS.descent(face)) == (0.75, 0.25)


def test_a_folder_without_the_fonts_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UsageError) as refused:
        Fonts.in_folder(tmp_path, HOUSE.font_files)

    assert str(refused.value) == (
        f'error[missing-font]: there is no font file "Carlito-Regular.ttf" in {tmp_path}\n\n'
        f'error[missing-font]: there is no font file "Carlito-Bold.ttf" in {tmp_path}'
    )


def test_measuring_loads_no_library_and_says_nothing() -> None:
    program = (
        "import sys; from pathlib import Path; from report.text.fonts import Fonts; "
        "from report.text.model import Face; from report.theme.house import HOUSE; "
        "fonts = Fonts.in_folder(Path(sys.argv[1]), HOUSE.font_files); "
        "[fonts.digit_height(face) for face in Face]; sys.exit('fontTools' in sys.modules)"
    )

    ended = subprocess.run(
        [sys.executable, "-c", program, FONTS.folder], capture_output=True, cwd=Path(__file__).parents[2]
    )

    assert (ended.returncode, ended.stdout, ended.stderr) == (0, b"", b"")
