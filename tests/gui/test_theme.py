"""Light and dark: a full palette each, from the same tokens, worn at once."""

import pytest
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kbdesk.ui.look import palette, theme, tokens
from kbdesk.ui.look.look import Look
from kbdesk.ui.look.stylesheet import stylesheet
from kbdesk.ui.look.tokens import Theme
from tests.support.desk_window import DeskWindow

THEMES: tuple[Theme, ...] = ("light", "dark")
Role, Group = QPalette.ColorRole, QPalette.ColorGroup
READ_TOGETHER = [
    (Role.WindowText, Role.Window),
    (Role.Text, Role.Base),
    (Role.Text, Role.AlternateBase),
    (Role.PlaceholderText, Role.Base),
    (Role.ButtonText, Role.Button),
    (Role.HighlightedText, Role.Highlight),
    (Role.ToolTipText, Role.ToolTipBase),
    (Role.Link, Role.Base),
    (Role.LinkVisited, Role.Base),
    (Role.BrightText, Role.Window),
]


@pytest.mark.parametrize("name", THEMES)
@pytest.mark.parametrize("group", [Group.Active, Group.Inactive, Group.Disabled])
@pytest.mark.parametrize(("text", "ground"), READ_TOGETHER)
def test_every_pair_of_the_palette_is_legible(
    qapp: QApplication,
    name: Theme,
    group: QPalette.ColorGroup,
    text: QPalette.ColorRole,
    ground: QPalette.ColorRole,
) -> None:
    """Fusion's own selected text is 3.7:1; ours is at least 4.5:1, selected or not."""
    worn = palette.palette(tokens.load(name))
    one, other = worn.color(group, text), worn.color(group, ground)
    assert one.alpha() == other.alpha() == 255
    assert tokens.contrast(one.name(), other.name()) >= 4.5


@pytest.mark.parametrize("name", THEMES)
@pytest.mark.parametrize("scale", [80, 100, 200])
def test_the_stylesheet_leaves_no_blank_and_no_colour_of_its_own(name: Theme, scale: int) -> None:
    sheet = stylesheet(Look.of(name, scale))
    assert "$" not in sheet
    used = {word.strip(";,") for word in sheet.split() if word.startswith("#") and len(word) >= 7}
    assert used <= set(tokens.load(name).colours.values())


def pixels(desk: DeskWindow, x: int, y: int) -> str:
    return desk.window.grab().toImage().pixelColor(x, y).name().upper()


def test_changing_the_theme_repaints_every_pane(desk: DeskWindow) -> None:
    """One pixel of rail, list, reader and status line, before and after."""
    desk.find("facture")
    places = {"sunken": (20, 400), "canvas": (200, 85), "surface": (1250, 740)}
    for name in THEMES:
        desk.window.set_theme(name)
        desk.settle()
        wanted = tokens.load(name).colours
        assert {token: pixels(desk, *at) for token, at in places.items()} == {
            token: wanted[token] for token in places
        }
        assert pixels(desk, 700, 790) == wanted["sunken"]


def test_a_fixed_theme_stays_and_the_system_is_followed(qtbot: QtBot) -> None:
    assert theme.resolve("dark") == "dark"
    assert theme.resolve("light") == "light"
    assert theme.resolve("system") in THEMES
    assert theme.resolve("no such theme") in THEMES


@pytest.mark.parametrize(("ground", "meant"), [("#f0f0f0", "light"), ("#202020", "dark")])
def test_before_anything_is_worn_the_theme_is_guessed_from_the_ground_of_the_system(
    qapp: QApplication,  # noqa: ARG001  # there is a palette with one only
    monkeypatch: pytest.MonkeyPatch,
    ground: str,
    meant: Theme,
) -> None:
    """What somebody has chosen is taken as it is, whatever the system has."""
    system = QPalette(QColor(ground))
    system.setColor(Role.Window, QColor(ground))
    monkeypatch.setattr("kbdesk.ui.look.theme.QGuiApplication.palette", lambda: system)
    assert theme.guess("system") == meant
    assert [theme.guess(name) for name in THEMES] == list(THEMES)


def test_letters_are_those_we_ship(desk: DeskWindow) -> None:
    """Pictures are equal everywhere because the family comes with the product."""
    from PySide6.QtGui import QFontInfo

    for role, weight in (("body", 400), ("control", 500), ("list", 600)):
        info = QFontInfo(desk.window.look.font(role))
        assert (info.family(), info.weight()) == ("Inter", weight)


def test_text_size_scales_letters_and_what_holds_them() -> None:
    small, large = Look.of("light", 100), Look.of("light", 200)
    assert large.font("read").pixelSize() == 2 * small.font("read").pixelSize()
    assert large.size("row") == 2 * small.size("row")
    assert QColor(large.colour("text")) == QColor(small.colour("text"))
