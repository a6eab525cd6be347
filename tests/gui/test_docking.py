"""Docked beside the other windows, and back, offscreen; tests/system tries it under X11."""

from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QCloseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from kbdesk.core.calls import CallEvent, CallState
from kbdesk.paths import Profile
from kbdesk.settings import Settings
from kbdesk.ui.frame import Frame
from kbdesk.ui.look.look import Look
from kbdesk.ui.shell.tray import Tray
from tests.support.desk_window import DeskWindow, copy_of, open_desk

# What the offscreen platform says of a tray and of raising; nothing is wrong.
pytestmark = pytest.mark.qt_log_ignore("systemTrayWindowChanged", "does not support raise")

CONTROL = Qt.KeyboardModifier.ControlModifier
ON_TOP = Qt.WindowType.WindowStaysOnTopHint


def strike_dock(desk: DeskWindow) -> None:
    QTest.keyClick(desk.window, Qt.Key.Key_D, CONTROL)


def test_the_key_docks_at_the_edge_and_gives_the_size_back(desk: DeskWindow) -> None:
    window = desk.window
    window.resize(780, 640)
    before = window.geometry()
    free = window.screen().availableGeometry()
    strike_dock(desk)
    assert window.docking.docked
    assert window.isVisible()
    assert window.windowFlags() & ON_TOP
    assert (window.width(), window.height()) == (min(400, free.width()), free.height())
    assert window.geometry().right() == free.right() or window.geometry().left() == free.left()
    strike_dock(desk)
    assert desk.settings.docked is False
    assert not window.windowFlags() & ON_TOP
    assert window.geometry().size() == before.size()
    assert window.search.list.field.isVisible()


def test_the_other_edge_is_remembered(desk: DeskWindow) -> None:
    desk.window.docking.dock()
    first = desk.settings.dock_edge
    desk.window.docking.change_edge()
    assert {first, desk.settings.dock_edge} == {"left", "right"}
    desk.window.docking.undock()
    desk.window.docking.dock()
    assert desk.settings.dock_edge != first


def test_a_docked_desk_keeps_its_full_geometry_over_a_restart(
    qtbot: QtBot, tmp_path: Path, sample_profile: Profile
) -> None:
    settings = Settings(language="fr", theme="light")
    folder = copy_of(sample_profile, tmp_path / "p")
    with open_desk(folder, settings) as desk:
        desk.window.resize(760, 700)
        desk.window.docking.dock()
        desk.window.close()
        kept = desk.kept[-1]
    assert kept.docked
    with open_desk(folder, kept) as again:
        again.window.docking.undock()
        assert (again.window.width(), again.window.height()) == (760, 700)


def test_the_frame_comes_up_docked_where_it_was_docked(qtbot: QtBot) -> None:
    frame = Frame(Look.of("light", 100), "", "left")
    qtbot.addWidget(frame)
    free = frame.screen().availableGeometry()
    assert frame.windowFlags() & ON_TOP
    assert frame.geometry().left() == free.left()
    assert frame.width() == min(400, free.width())


def test_a_geometry_on_a_screen_that_is_gone_comes_back_to_one_that_is_there(
    desk: DeskWindow,
) -> None:
    from kbdesk.ui.shell.docking import keep

    window = desk.window
    window.setGeometry(5000, 4000, 800, 600)
    far = keep(window)
    window.setGeometry(0, 0, 800, 600)
    desk.settings.window = far
    desk.settings.docked = True
    window.docking.undock()
    assert window.screen().availableGeometry().intersects(window.frameGeometry())


def refuses(desk: DeskWindow) -> bool:
    handle = desk.window.windowHandle()
    return bool(handle.flags() & Qt.WindowType.WindowDoesNotAcceptFocus)


@pytest.fixture
def elsewhere(desk: DeskWindow, qtbot: QtBot) -> QWidget:
    """A docked desk, and another window that works."""
    desk.window.docking.dock()
    other = QWidget()
    qtbot.addWidget(other)
    other.show()
    other.activateWindow()
    desk.wait(lambda: not desk.window.isActiveWindow())
    return other


@pytest.mark.usefixtures("elsewhere")
@pytest.mark.parametrize("then", [CallState.ANSWERED, CallState.ENDED, CallState.HELD])
def test_the_docked_shape_refuses_the_focus_only_while_it_rings(
    desk: DeskWindow, then: CallState
) -> None:
    assert not refuses(desk)
    desk.window.call_came.emit(CallEvent(call="c1", number="0639980001"))
    assert refuses(desk)
    desk.window.call_came.emit(CallEvent(call="c1", state=then))
    assert not refuses(desk)
    desk.settle()


@pytest.mark.usefixtures("elsewhere")
def test_a_softphone_that_says_no_more_does_not_keep_it_shut(
    desk: DeskWindow,
) -> None:
    """Some tell that it rings and nothing after: the refusal has an end of its own."""
    docking = desk.window.docking
    docking._ringing.setInterval(1)
    docking.hold_back()
    assert refuses(desk)
    desk.wait(lambda: not refuses(desk))


def test_a_desk_that_is_worked_in_while_it_rings_keeps_the_keys_until_it_is_left(
    desk: DeskWindow, qtbot: QtBot
) -> None:
    desk.window.docking.dock()
    desk.window.activateWindow()
    desk.wait(desk.window.isActiveWindow)
    desk.window.docking.hold_back()
    assert not refuses(desk)
    other = QWidget()
    qtbot.addWidget(other)
    other.show()
    other.activateWindow()
    desk.wait(lambda: not desk.window.isActiveWindow())
    assert refuses(desk)
    desk.window.docking.take_keys()
    assert not refuses(desk)


@pytest.fixture
def tray(desk: DeskWindow) -> Tray:
    made = Tray(desk.window, desk.window.deeds.come_forward)
    desk.window.tray = made
    return made


def test_closing_hides_only_where_that_is_set(desk: DeskWindow, tray: Tray) -> None:
    tray.hide_on_close(True)
    event = QCloseEvent()
    QApplication.sendEvent(desk.window, event)
    assert not event.isAccepted()
    assert desk.window.isHidden()
    desk.window.deeds.come_forward()
    assert desk.window.isVisible()
    tray.hide_on_close(False)
    event = QCloseEvent()
    QApplication.sendEvent(desk.window, event)
    assert event.isAccepted()


def test_quitting_is_quitting_also_with_a_tray(desk: DeskWindow, tray: Tray) -> None:
    tray.hide_on_close(True)
    closed: list[QEvent.Type] = []
    desk.window.settings_changed.connect(lambda _settings: closed.append(QEvent.Type.Close))
    QTest.keyClick(desk.window, Qt.Key.Key_Q, CONTROL)
    assert closed == [QEvent.Type.Close]
    assert not tray.keeps


def test_the_icon_tells_how_the_desk_stands(desk: DeskWindow, tray: Tray) -> None:
    desk.window.status.said.connect(tray.tell)
    tray.tell(desk.window.status.spoken)
    assert desk.window.status.spoken in tray.icon.toolTip()
