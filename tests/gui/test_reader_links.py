"""What an article may lead to and load, and how keys and screen readers get there."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import QAccessible, QImage, QTextCursor, QTextDocument
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from kbdesk.ui.look.look import Look
from kbdesk.ui.reader.reader import Reader
from tests.gui import readings
from tests.gui.reader_on_screen import open_in, reader_on_screen, said
from tests.support.keyboard import press


@pytest.fixture
def reader(qtbot: QtBot) -> Reader:
    return reader_on_screen(qtbot)


def test_links_are_reached_and_followed_by_keyboard(reader: Reader, qtbot: QtBot) -> None:
    open_in(reader, qtbot, readings.refund())
    reader.focus_text()
    press(reader.page, "Tab")  # the day on which the table changes
    press(reader.page, "Tab")
    with qtbot.waitSignal(reader.link_requested) as asked:
        press(reader.page, "Return")
    assert asked.args == ["facturation/trop-percu", ""]


def test_tab_goes_from_the_copy_button_through_the_fields_to_the_text_and_on(
    reader: Reader, qtbot: QtBot
) -> None:
    open_in(reader, qtbot, readings.script())
    reader.copy_reply()
    reader.page.head.say.first_stop.setFocus()
    seen = []
    for _ in range(6):
        focused = QApplication.focusWidget()
        assert focused is not None
        seen.append(focused.accessibleName())
        press(focused, "Tab")
    first = said("Say", "Copy what to say")
    assert seen[:5] == [first, "nom", "montant", "date", reader.page.accessibleName()]


def test_an_outside_link_is_only_told(reader: Reader, qtbot: QtBot) -> None:
    open_in(reader, qtbot, readings.everything())
    with qtbot.waitSignal(reader.external_link_requested) as asked:
        reader.page.anchorClicked.emit(QUrl("https://www.example.org"))
    assert asked.args == ["https://www.example.org"]


@pytest.mark.parametrize("address", ["javascript:alert(1)", "file:///etc/passwd", "kb:", "x:y"])
def test_a_strange_link_does_nothing(reader: Reader, qtbot: QtBot, address: str) -> None:
    open_in(reader, qtbot, readings.refund())
    with (
        qtbot.assertNotEmitted(reader.external_link_requested),
        qtbot.assertNotEmitted(reader.link_requested),
    ):
        reader.page.anchorClicked.emit(QUrl(address))


def test_nothing_but_pictures_of_the_base_is_ever_loaded(reader: Reader, qtbot: QtBot) -> None:
    """No address of any kind reaches the network or the disk; the base is asked by its path."""
    asked: list[str] = []

    def loader(path: str) -> bytes | None:
        asked.append(path)
        return readings.asset(path)

    reader.set_assets(loader)
    images = "".join(
        f'<p><img src="{address}"></p>'
        for address in (
            "http://127.0.0.1:9/x.png", "https://example.org/x.png", "file:///etc/hostname",
            "/etc/hostname", "hostname", "qrc:/x.png", ":/x.png", "data:image/png;base64,AAAA",
            "//host/share/x.png", "asset:img/box.png", "asset:../secret", "icon:nothing",
        )
    )  # fmt: skip
    open_in(reader, qtbot, replace(readings.refund(), html=images))
    reader.grab()
    assert asked == ["img/box.png", "../secret"]
    for address in ("http://127.0.0.1:9/x.css", "conftest", "file:///etc/passwd"):
        for kind in (
            QTextDocument.ResourceType.StyleSheetResource,
            QTextDocument.ResourceType.HtmlResource,
        ):
            assert not reader.page.document().resource(kind.value, QUrl(address))
        image = QTextDocument.ResourceType.ImageResource.value
        picture = reader.page.document().resource(image, QUrl(f"{address}.png"))
        assert isinstance(picture, QImage)
        assert picture.width() == 1


def test_the_text_scrolls_by_its_keys(reader: Reader, qtbot: QtBot) -> None:
    open_in(reader, qtbot, readings.huge())
    bar = reader.page.verticalScrollBar()
    reader.focus_text()
    press(reader.page, "Space")
    after_space = bar.value()
    assert after_space > 300
    press(reader.page, "PgDown")
    assert bar.value() > after_space
    press(reader.page, "End")
    assert bar.value() == bar.maximum()
    press(reader.page, "Home")
    assert bar.value() == 0
    press(reader.page, "Down")
    assert bar.value() > 0


def test_every_part_that_takes_the_keys_has_a_name(reader: Reader, qtbot: QtBot) -> None:
    for reading in (readings.refund(), readings.script()):
        open_in(reader, qtbot, reading)
        reader.copy_reply()
        reader.find()
        nameless = [
            part.metaObject().className()
            for part in reader.findChildren(QWidget)
            if part.isVisible() and part.focusPolicy().value and not _spoken_name(part)
        ]
        assert nameless == []


def _spoken_name(widget: QWidget) -> str:
    return QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)


def test_the_text_is_named_by_its_title(reader: Reader, qtbot: QtBot) -> None:
    open_in(reader, qtbot, readings.refund())
    assert _spoken_name(reader.page) == "Rembourser une facture"


def test_the_star_says_what_it_asked_for(reader: Reader, qtbot: QtBot) -> None:
    open_in(reader, qtbot, readings.refund())
    with qtbot.waitSignal(reader.favourite_toggled) as asked:
        reader.bar.star.click()
    assert asked.args == ["facturation/fiche"]
    assert reader.bar.star.isChecked()


def test_no_colour_of_the_other_theme_is_left(reader: Reader, qtbot: QtBot) -> None:
    open_in(reader, qtbot, readings.everything())
    reader.apply_look(Look.of("dark"))
    qtbot.waitUntil(lambda: reader.page.builder.done, timeout=60_000)
    light, dark = Look.of("light"), Look.of("dark")
    used = _colours(reader.page.document())
    for name in ("text", "muted", "accent", "warn", "sunken"):
        assert light.colour(name).name() not in used
    assert dark.colour("accent").name() in used


def _colours(document: QTextDocument) -> set[str]:
    used, block = set(), document.begin()
    while block.isValid():
        it = block.begin()
        while not it.atEnd():
            form = it.fragment().charFormat()
            used.add(form.foreground().color().name())
            used.add(form.background().color().name())
            it += 1
        table = QTextCursor(block).currentTable()
        if table is not None:
            used.add(table.cellAt(block.position()).format().background().color().name())
        block = block.next()
    return used - {"#000000"}
