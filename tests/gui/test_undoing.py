"""What was done by mistake is one key from being undone, as long as its line stands."""

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget

from kbdesk.services.bringing import Brought, bring_in, take_out
from kbdesk.ui.shell.undo import WhileItHolds
from tests.support.desk_window import DeskWindow
from tests.support.keyboard import press, type_text

CONTROL = Qt.KeyboardModifier.ControlModifier
PAGE = "---\ntitle: {title}\nspace: fibre\n---\n\nUn texte.\n"


def undo(desk: DeskWindow) -> None:
    QTest.keyClick(desk.window.search.list.field, Qt.Key.Key_Z, CONTROL)
    desk.settle()


def drop(desk: DeskWindow, *paths: Path) -> None:
    drop_on(desk.window, *paths)


def drop_on(window: QWidget, *paths: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    enter = QDragEnterEvent(
        QPointF(50, 50).toPoint(), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )  # fmt: skip
    QApplication.sendEvent(window, enter)
    assert enter.isAccepted()
    event = QDropEvent(
        QPointF(50, 50), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )  # fmt: skip
    QApplication.sendEvent(window, event)


def test_a_favourite_taken_away_comes_back(desk: DeskWindow) -> None:
    desk.find("rembourser une facture")
    star = desk.window.search.toggle_favourite
    star()
    desk.wait(lambda: bool(desk.workspace.knowledge.favourites()))
    assert desk.window.notice.isHidden()
    star()
    desk.wait(lambda: not desk.workspace.knowledge.favourites())
    assert desk.window.undoing.stands
    undo(desk)
    desk.wait(lambda: bool(desk.workspace.knowledge.favourites()))
    assert not desk.window.undoing.stands


def test_a_report_of_something_missing_is_taken_back_before_it_is_sent(desk: DeskWindow) -> None:
    desk.find("zzyx")
    desk.window.search.report_not_found()
    desk.wait(lambda: desk.window.undoing.stands)
    assert desk.workspace.outbox.count() == 1
    undo(desk)
    desk.wait(lambda: desk.workspace.outbox.count() == 0)
    assert not desk.window.search.list.foot.noted


def test_without_an_offer_the_key_belongs_to_the_field(desk: DeskWindow) -> None:
    field = desk.window.search.list.field
    field.setFocus()
    field.insert("facture")
    desk.settle()
    undo(desk)
    assert field.text() == ""


def test_a_line_that_is_closed_offers_nothing_more(desk: DeskWindow) -> None:
    done: list[str] = []
    desk.window.undoing.offer("Done.", lambda: done.append("back"))
    desk.window.notice.hide()
    undo(desk)
    assert done == []


def test_a_line_that_says_something_else_meanwhile_offers_nothing_more(desk: DeskWindow) -> None:
    """Ctrl+Z does only what is offered on screen, and what takes the line's place stays there."""
    done: list[str] = []
    way = WhileItHolds(lambda: done.append("back"), lambda: False, "It went.")
    desk.window.undoing.offer("Done.", way)
    desk.window.notice.tell("The disk is full.")
    assert not desk.window.undoing.stands
    undo(desk)
    desk.window.undoing.look_again()
    desk.settle()
    assert done == []
    assert desk.window.notice.text == "The disk is full."
    assert desk.window.notice.isVisible()


def test_what_is_dropped_is_asked_to_be_brought_in(desk: DeskWindow, tmp_path: Path) -> None:
    wanted: list[Path] = []
    told: list[str] = []
    desk.window.drops.wanted.connect(wanted.append)
    desk.window.drops.refused.connect(told.append)
    drop(desk, tmp_path)
    assert wanted == [tmp_path]
    drop(desk, tmp_path, tmp_path)
    assert wanted == [tmp_path]
    assert len(told) == 1


@pytest.mark.parametrize(
    ("kind", "dialog"), [("folder", "getExistingDirectory"), ("file", "getOpenFileName")]
)
def test_the_palette_asks_for_a_folder_or_for_a_file(
    desk: DeskWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, kind: str, dialog: str
) -> None:
    """Each is an entry of its own, done by typing and Enter, and what is chosen comes in."""
    given = str(tmp_path) if kind == "folder" else (str(tmp_path), "")
    monkeypatch.setattr(QFileDialog, dialog, lambda *_asked: given)
    wanted: list[Path] = []
    desk.window.drops.wanted.connect(wanted.append)
    desk.window.set_language("en")
    desk.window.deeds.open_palette()
    field = desk.window.deeds.palette.palette.field
    type_text(field, f"import {kind}")
    desk.settle()
    press(field, "Return")
    assert wanted == [tmp_path]


def test_what_came_in_is_told_and_goes_out_again(desk: DeskWindow, tmp_path: Path) -> None:
    taken: list[str] = []
    desk.window.set_language("fr")
    brought = Brought(new=2, changed=1)
    desk.window.drops.tell("dossier", brought, lambda: taken.append("out"))
    assert "dossier" in desk.window.notice.text
    assert "2" in desk.window.notice.text
    desk.window.notice.act.click()
    assert taken == ["out"]
    desk.window.drops.tell("dossier", Brought(published=True, new=1), lambda: None)
    assert not desk.window.notice.act.isVisible()


@pytest.mark.parametrize("single", [True, False])
def test_taking_out_leaves_the_base_as_it_was(
    desk: DeskWindow, tmp_path: Path, single: bool
) -> None:
    """What is new leaves, what was changed is again what it was."""
    workspace = desk.workspace
    folder = tmp_path / "in"
    folder.mkdir()
    old = workspace.articles.get("fibre/wifi")
    assert old is not None
    (folder / "neuf.md").write_text(PAGE.format(title="Neuf"), "utf-8")
    if not single:
        (folder / "wifi.md").write_text(
            PAGE.format(title="Autre").replace("space:", "id: fibre/wifi\nspace:"), "utf-8"
        )
    before = workspace.articles.ids()
    brought = bring_in(workspace, folder / "neuf.md" if single else folder)
    assert brought.undoable
    assert len(workspace.articles.ids() - before) == 1
    take_out(workspace, brought)
    assert workspace.articles.ids() == before
    assert workspace.articles.get("fibre/wifi") == old
