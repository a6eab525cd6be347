"""Icons come from qtawesome's font without qtawesome's price."""

import json
import subprocess
import sys

from pytestqt.qtbot import QtBot

from kbdesk.ui.look import icons


def test_every_code_point_is_the_one_of_qtawesomes_own_table() -> None:
    table = json.loads(
        icons.font_file().with_name("phosphor-charmap-1.3.0.json").read_text("utf-8")
    )
    for name, (regular, bold) in icons.GLYPHS.items():
        assert int(table[name], 16) == regular
        assert int(table[f"{name}-bold"], 16) == bold
    for name, code in icons.FILLED.items():
        assert int(table[f"{name}-fill"], 16) == code


def test_an_icon_is_drawn_in_its_colour_and_size(qtbot: QtBot) -> None:
    drawn = icons.pixmap("star-fill", 20, "#0B5A55", 2.0)
    assert (drawn.width(), drawn.devicePixelRatio()) == (40, 2.0)
    assert drawn.toImage().pixelColor(20, 22).name().upper() == "#0B5A55"


def test_the_window_never_imports_qtawesome() -> None:
    """Its import alone takes longer than the rest of the launch."""
    code = "import sys, kbdesk.app; print('qtawesome' in sys.modules, 'qtpy' in sys.modules)"
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert ran.stdout.split() == ["False", "False"]
