"""The palette: everything in the window, from the keyboard, without leaving the letters."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from kbdesk.settings import Settings
from kbdesk.ui.look.look import Look
from kbdesk.ui.shell import palette_rows
from kbdesk.ui.shell.palette import Palette
from kbdesk.ui.shell.palette_rows import Entry, Heading
from tests.support.desk_window import DeskWindow
from tests.support.keyboard import press, type_text

CONTROL = Qt.KeyboardModifier.ControlModifier


def open_palette(desk: DeskWindow, text: str = "") -> Palette:
    desk.window.deeds.open_palette()
    palette = desk.window.deeds.palette.palette
    type_text(palette.field, text)
    desk.settle()
    return palette


def titles(palette: Palette) -> list[str]:
    return [row.title for row in palette.model.rows if isinstance(row, Entry)]


def headings(palette: Palette) -> list[str]:
    return [row.title for row in palette.model.rows if isinstance(row, Heading)]


def english(desk: DeskWindow) -> None:
    desk.window.set_language("en")


def test_the_key_leads_to_the_field_and_from_there_to_the_palette(desk: DeskWindow) -> None:
    desk.window.search.side.setFocus()
    desk.window.show_screen("settings")
    QTest.keyClick(desk.window, Qt.Key.Key_K, CONTROL)
    assert desk.window.search.list.field.hasFocus()
    QTest.keyClick(desk.window, Qt.Key.Key_K, CONTROL)
    assert desk.window.deeds.palette.palette.field.hasFocus()
    QTest.keyClick(desk.window, Qt.Key.Key_K, CONTROL)
    assert desk.window.deeds.palette.palette.isHidden()
    assert desk.window.search.list.field.hasFocus()


def test_acts_on_the_article_come_first_and_only_where_there_is_one(desk: DeskWindow) -> None:
    english(desk)
    palette = open_palette(desk, "copy")
    assert "Copy what to say" not in titles(palette)
    palette.close_up()
    desk.find("rembourser une facture")
    palette = open_palette(desk, "copy")
    assert headings(palette)[0] == "On this article"
    assert titles(palette)[0] == "Copy what to say"
    assert palette.chosen is not None
    assert palette.chosen.key == "Ctrl+Shift+C"
    assert palette.chosen.spans == ((0, 4),)


def test_arrows_choose_and_enter_does(desk: DeskWindow) -> None:
    english(desk)
    desk.find("rembourser une facture")
    palette = open_palette(desk, "copy")
    press(palette.field, "Down")
    assert palette.chosen is not None
    assert palette.chosen.title == "Copy the link of the article"
    press(palette.field, "Return")
    assert not desk.window.deeds.palette_shown
    here = desk.window.search.flow.here
    assert here is not None
    assert QApplication.clipboard().text() == f"kbdesk://open?article={here.article_id}"


def test_articles_follow_the_acts_and_open(desk: DeskWindow) -> None:
    english(desk)
    palette = open_palette(desk, "geste commercial")
    assert headings(palette)[-1] == "Articles"
    chosen = palette.chosen
    assert chosen is not None
    press(palette.field, "Return")
    desk.settle()
    assert desk.window.deeds.title_here() == chosen.title


def test_a_sign_limits_what_is_looked_for(desk: DeskWindow) -> None:
    english(desk)
    palette = open_palette(desk, ">")
    assert "Articles" not in headings(palette)
    assert "Dock beside the other windows, or back to full size" in titles(palette)
    palette.close_up()
    palette = open_palette(desk, "@fib")
    assert titles(palette) == ["Fibre et box"]
    press(palette.field, "Return")
    desk.settle()
    assert desk.window.search.list.spaces.key == "fibre"
    palette = open_palette(desk, "?raccourci")
    assert titles(palette)
    press(palette.field, "Return")
    desk.settle()
    assert desk.window.screen_shown == "help"


def test_escape_closes_it_and_the_caret_is_where_it_was(desk: DeskWindow) -> None:
    desk.find("facture")
    palette = open_palette(desk, "zzzzq")
    assert titles(palette) == []
    press(palette.field, "Esc")
    assert not desk.window.deeds.palette_shown
    assert desk.window.search.list.field.hasFocus()
    assert desk.window.search.list.field.text() == "facture"


def test_what_comes_from_the_base_moves_nothing_above_it(desk: DeskWindow) -> None:
    """The choice made by hand stays while articles are added below."""
    english(desk)
    desk.find("rembourser une facture")
    desk.window.deeds.open_palette()
    palette = desk.window.deeds.palette.palette
    type_text(palette.field, "cop")
    press(palette.field, "Down")
    chosen = palette.chosen
    assert chosen is not None
    desk.settle()
    assert palette.chosen is not None
    assert palette.chosen.title == chosen.title


def test_it_stays_inside_the_smallest_window(desk: DeskWindow) -> None:
    desk.window.set_text_size(200)
    desk.window.resize(400, 600)
    palette = open_palette(desk, "")
    inner = palette.field.parentWidget()
    assert inner is not None
    panel = inner.parentWidget()
    assert panel is not None
    assert desk.window.rect().contains(panel.geometry())


def test_letters_that_match_are_underlined_on_both_lines_of_a_long_title(
    desk: DeskWindow,
) -> None:
    """A title broken in two keeps its underlines: each line has those of its own letters."""
    desk.window.set_text_size(200)
    desk.window.resize(400, 800)
    desk.find("rembourser une facture")
    palette = open_palette(desk, "cop")
    accent = desk.window.look.colour("accent").rgb()
    shown = palette.list.viewport().grab().toImage()
    broken = 0
    for number, row in enumerate(palette.model.rows):
        box = palette.list.visualRect(palette.model.index(number, 0))
        if not isinstance(row, Entry) or not row.spans or not shown.rect().contains(box):
            continue
        broken += box.height() > desk.window.look.px(50)
        right = range(box.left() + 60, box.right())
        assert any(
            shown.pixel(x, y) == accent for x in right for y in range(box.top(), box.bottom())
        ), row.title
    assert broken


def test_a_run_that_goes_on_in_the_next_line_is_parted() -> None:
    """What matches is cut where the line breaks, and nothing of it is lost."""
    lines = palette_rows.broken("Copier ce qu’il faut dire", Look.of("light").font("field"), 100)
    assert len(lines) == 2
    parts = [palette_rows.within(((2, 20),), *line) for line in lines]
    assert [sum(end - start for start, end in found) for found in parts] == [
        lines[0][1] - 2, 20 - lines[1][0],
    ]  # fmt: skip
    assert palette_rows.within(((0, 3),), 5, 9) == []


def test_the_menu_of_one_column_leads_to_the_same_screens(desk: DeskWindow) -> None:
    from kbdesk.ui.shell.menu import open_menu
    from kbdesk.ui.shell.screens import SCREENS

    offered = [screen for screen in SCREENS if desk.window.live.offers(screen.name)]

    menu = open_menu(desk.window)
    shown = [action.text().partition("\t")[0] for action in menu.actions()]
    assert len([text for text in shown if text]) == len(offered) + 3
    menu.actions()[2].trigger()
    assert desk.window.screen_shown == offered[2].name
    menu.close()


def test_a_language_set_by_the_palette_changes_its_own_words(desk: DeskWindow) -> None:
    assert Settings().language == ""
    palette = open_palette(desk, "")
    desk.window.set_language("en")
    desk.wait(lambda: palette.field.placeholderText() == "Do something, or find an article")
