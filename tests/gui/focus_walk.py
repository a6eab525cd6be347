"""Goes through a window by Tab, as somebody without a mouse does, and finds what stands in the way.

Four rules: every stop says what it is (a role), is seen to have the focus, comes after what stands
above it and at its left in the same pane, and Tab comes round again through all of them.
"""

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QRect, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QApplication,
    QMenu,
    QScrollArea,
    QStackedWidget,
    QWidget,
)

from kbdesk.ui.announcements.names_panel import NamesPanel
from kbdesk.ui.controls.notice_line import NoticeLine
from kbdesk.ui.guide.answers import AnswerRow
from kbdesk.ui.hearing import reveal
from kbdesk.ui.learn.answer_rows import AnswerRow as QuizRow
from kbdesk.ui.learn.home_side import HomeSide
from kbdesk.ui.main_window import MainWindow
from kbdesk.ui.now.panel import NowPanel
from kbdesk.ui.rail import Rail
from kbdesk.ui.search_screen import SearchScreen
from kbdesk.ui.side_by_side import SideBySide
from kbdesk.ui.sync_line import SyncLine
from tests.gui.test_accessibility import nameless

MOST = 300  # presses: more than any screen has stops and links
LINKS = 40  # that one text may have
SLACK = 4  # px by which two controls of one line may differ
PANES = (Rail, NowPanel, SyncLine, NoticeLine, NamesPanel, HomeSide)
MUTE = frozenset(
    {QAccessible.Role.NoRole, QAccessible.Role.Client, QAccessible.Role.Grouping,
     QAccessible.Role.Border, QAccessible.Role.Window}
)  # fmt: skip


def hindrances(window: MainWindow) -> list[str]:
    """Hold every rule of the keyboard for a window as it stands; name what breaks one."""
    held: QWidget = window.deeds.palette.palette if window.deeds.palette_shown else window
    wanted = reachable(held)
    if QApplication.focusWidget() not in wanted:
        wanted[0].setFocus(Qt.FocusReason.TabFocusReason)
    reveal(None, QApplication.focusWidget())  # some steps scroll away from where the keys are
    stops, found = walk_by_tab(window)
    found += [f"not reached: {named(part)}" for part in wanted if part not in stops]
    return [*found, *nameless(window), *roleless(stops), *misordered(window, stops)]


def reachable(window: QWidget) -> list[QWidget]:
    """List what Tab must come to."""
    return [
        part
        for part in window.findChildren(QWidget)
        if part.isVisible()
        and part.isEnabled()
        and _by_tab(part)
        and not _by_arrows(part)
        and not _shut_out(part, window)
    ]


def _by_tab(part: QWidget) -> bool:
    by_tab = bool(part.focusPolicy() & Qt.FocusPolicy.TabFocus)
    return by_tab and part.focusProxy() is None and not isinstance(part, QMenu)


def _by_arrows(part: QWidget) -> bool:
    """True for one of several of which one is chosen: Tab comes to that, arrows to the others."""
    if not isinstance(part, QAbstractButton) or part.isChecked():
        return False
    group = part.group()
    return part.autoExclusive() or (group is not None and group.exclusive())  # type: ignore[redundant-expr]


def _shut_out(part: QWidget, window: QWidget) -> bool:
    return part.window() is not window.window() or part.width() < 2 or part.height() < 2


def walk_by_tab(window: QWidget) -> tuple[list[QWidget], list[str]]:
    """Press Tab until it comes round; list each stop once, in order, and those without a ring."""
    seen: list[QWidget] = []
    ringless: list[str] = []
    stays = 0
    for _ in range(MOST):
        here = QApplication.focusWidget()
        assert here is not None, f"the focus is nowhere, after {named(seen[-1])}"
        if len(seen) > 1 and here is seen[0]:
            return seen, ringless
        if here not in seen:
            seen.append(here)
            if not _ringed(window, here):
                ringless.append(f"no ring: {named(here)}")
        QTest.keyClick(here, Qt.Key.Key_Tab)
        QCoreApplication.sendPostedEvents()
        stays = stays + 1 if QApplication.focusWidget() is here else 0
        if (
            stays > LINKS and len(seen) == 1
        ):  # a text keeps Tab for each link, a field for its offer
            return seen, ringless
    raise AssertionError(f"a trap: {named(seen[-1])} after {len(seen)} stops")


def roleless(stops: Sequence[QWidget]) -> list[str]:
    """Name the stops of which a screen reader cannot say what they are."""
    return [
        f"{type(part).__name__} is {found.role()}"
        for part in stops
        if (found := QAccessible.queryAccessibleInterface(part)).role() in MUTE
    ]


def _ringed(window: QWidget, part: QWidget) -> bool:
    """Return whether a control that has the focus looks another without it."""
    box = QRect(part.mapTo(window, QPoint(0, 0)), part.size()).adjusted(-3, -3, 3, 3)
    box &= window.rect()
    _paint(part)
    focused = window.grab(box).toImage()
    part.clearFocus()
    if isinstance(part, AnswerRow | QuizRow):  # it stays what Enter takes: another row is that now
        part.select(False)
    _paint(part)
    bare = window.grab(box).toImage()
    if isinstance(part, AnswerRow | QuizRow):
        part.select(True)
    part.setFocus(Qt.FocusReason.TabFocusReason)
    return bare != focused


def _paint(part: QWidget) -> None:
    QApplication.sendPostedEvents(part, QEvent.Type.UpdateRequest)
    QCoreApplication.sendPostedEvents()


def misordered(window: QWidget, stops: Sequence[QWidget]) -> Iterator[str]:
    """Name the stops that Tab takes against the way of reading, and the panes it comes to twice.

    A round has no beginning: each pane may be left once, and within it one step leads back. The
    sign that closes a notice is always its last stop, wherever its act has room.
    """
    for area in window.findChildren(QAbstractScrollArea):
        area.verticalScrollBar().setValue(0)
    panes = [pane_of(stop, window) for stop in stops]
    start = next((n for n in range(len(stops)) if panes[n] is not panes[n - 1]), 0)
    stops = [*stops[start:], *stops[:start]]
    panes = [*panes[start:], *panes[:start]]
    done: list[QWidget] = []
    alone = len(set(map(id, panes))) == 1
    back = 0
    for number in range(1, len(stops)):
        before, after = stops[number - 1], stops[number]
        if panes[number] is not panes[number - 1]:
            done.append(panes[number - 1])
            if panes[number] in done:
                yield f"{type(panes[number]).__name__} again, at {named(after)}"
        elif _reads_back(before, after, window):
            back += 1
            if not alone or back > 1:
                yield f"{named(before)} comes before {named(after)}"


def pane_of(part: QWidget, window: QWidget) -> QWidget:
    """Return the pane that a control stands in: one that is read by itself."""
    one = part
    while (parent := one.parentWidget()) is not None and one is not window:
        held = isinstance(parent, QStackedWidget) and not isinstance(one, SearchScreen)
        if held or isinstance(one, PANES) or isinstance(parent, SearchScreen | SideBySide):
            return one
        one = parent
    return window


def _reads_back(before: QWidget, after: QWidget, window: QWidget) -> bool:
    """Compare two places; from a scroll area to what stands beside it, as far as it is seen."""
    inner = _scroller(before) is _scroller(after)
    against = _against(_place(before, window, inner), _place(after, window, inner))
    return against and not isinstance(pane_of(after, window), NoticeLine)


def _scroller(part: QWidget) -> QWidget | None:
    area = part.parentWidget()
    while area is not None and not isinstance(area, QScrollArea):
        area = area.parentWidget()
    return area


def _place(part: QWidget, window: QWidget, inner: bool) -> QRect:  # noqa: FBT001  # one question
    box = QRect(part.mapTo(window, QPoint(0, 0)), part.size())
    area = None if inner else part.parentWidget()
    while area is not None and area is not window:
        if isinstance(area, QScrollArea):
            most = area.mapTo(window, QPoint(0, area.height())).y()
            box.moveTop(min(box.top(), most))
            box.setBottom(min(box.bottom(), most))
        area = area.parentWidget()
    return box


def _against(before: QRect, after: QRect) -> bool:
    """True where the second stands wholly above the first, or at its left in the same line."""
    if after.bottom() <= before.top() + SLACK:
        return True
    in_line = min(before.bottom(), after.bottom()) - max(before.top(), after.top()) > SLACK
    return in_line and after.right() <= before.left() + SLACK


def named(part: QWidget) -> str:
    name = QAccessible.queryAccessibleInterface(part).text(QAccessible.Text.Name)
    return f"{type(part).__name__} “{name[:40]}”"
