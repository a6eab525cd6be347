"""The table of a board: a team a row, its bar, its numbers, the worst first; one row is chosen.

A list that is as tall as its rows, since the page scrolls; its head is a widget above them, so that
a screen reader meets a list of teams and nothing else.
"""

from collections.abc import Sequence

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QListView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from kbdesk.core.announcements import State
from kbdesk.core.receipts_board import TeamRow
from kbdesk.ui.announcements import words
from kbdesk.ui.announcements.parts_bar import ORDER, paint_parts
from kbdesk.ui.controls.buttons import paint_ring
from kbdesk.ui.look.look import Look, painter_on

Index = QModelIndex | QPersistentModelIndex
ROW = Qt.ItemDataRole.UserRole
HEAD, HIGH, TWO_LINES = 32, 48, 64  # px at 100 %
NAME, NUMBER, SHARE, PAD = 150, 90, 60, 12
WHOLE = 760  # px at 100 %: from there on every number has a column
RIGHT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight


def columns(look: Look, width: int) -> list[tuple[State, QRect]]:
    """Return the columns of numbers as boxes without height."""
    wide, right = look.px(NUMBER), width - PAD - look.px(SHARE)
    left = right - wide * len(ORDER)
    return [(state, QRect(left + at * wide, 0, wide, 0)) for at, state in enumerate(ORDER)]


class _Teams(QAbstractListModel):
    def __init__(self, table: "TeamsTable") -> None:
        super().__init__(table)
        self._table = table
        self.teams: tuple[TeamRow, ...] = ()

    def show(self, teams: Sequence[TeamRow]) -> None:
        self.beginResetModel()
        self.teams = tuple(teams)
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  # Qt's own default
        return 0 if parent.isValid() else len(self.teams)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        team = self.teams[index.row()]
        if role == ROW:
            return team
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            counts = (f"{words.state(state)} {team.counts.get(state, 0)}" for state in ORDER)
            return ", ".join((self._table.name_of(team), *counts, words.percent(team.share)))
        return None


class _Delegate(QStyledItemDelegate):
    def __init__(self, look: Look, table: "TeamsTable") -> None:
        super().__init__(table)
        self.look = look
        self._table = table

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        return QSize(100, self._table.row_height)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        team, look, box = index.data(ROW), self.look, option.rect
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if index.row() == self._table.currentIndex().row():
            painter.fillRect(box, look.colour("accent-soft"))
            painter.fillRect(0, box.top(), 2, box.height(), look.colour("accent"))
            if self._table.hasFocus():
                paint_ring(painter, look, box.adjusted(0, 0, 0, -1))
        painter.fillRect(0, box.bottom(), box.width(), 1, look.colour("line"))
        (self._paint_whole if self._table.whole else self._paint_brief)(painter, box, team)
        painter.restore()

    def _paint_whole(self, painter: QPainter, box: QRect, team: TeamRow) -> None:
        look = self.look
        name = QRect(PAD, box.top(), look.px(NAME), box.height())
        self._paint_name(painter, name, team)
        cells = columns(look, box.width())
        left, right, high = name.right() + 16, cells[0][1].left() + 16, look.px(14)
        bar = QRectF(left, box.center().y() - high / 2, right - left, high)
        if bar.width() > 40:
            paint_parts(painter, look, bar, team.counts)
        painter.setFont(look.font("body", tabular=True))
        for state, cell in cells:
            count = team.counts.get(state, 0)
            painter.setPen(look.colour("text" if count else "muted"))
            painter.drawText(QRect(cell.left(), box.top(), cell.width(), box.height()), RIGHT,
                             str(count))  # fmt: skip
        painter.setPen(look.colour("muted"))
        share = QRect(box.width() - PAD - look.px(SHARE), box.top(), look.px(SHARE), box.height())
        painter.drawText(share, RIGHT, words.percent(team.share))

    def _paint_brief(self, painter: QPainter, box: QRect, team: TeamRow) -> None:
        look = self.look
        first = QRect(PAD, box.top() + look.px(8), box.width() - 2 * PAD, look.px(24))
        told = f"{team.done}/{team.people} · {words.percent(team.share)}"
        painter.setFont(look.font("body", tabular=True))
        painter.setPen(look.colour("muted"))
        painter.drawText(first, RIGHT, told)
        wide = QFontMetrics(painter.font()).horizontalAdvance(told)
        self._paint_name(painter, first.adjusted(0, 0, -wide - 8, 0), team)
        bar = QRectF(PAD, first.bottom() + 6, box.width() - 2 * PAD, look.px(12))
        paint_parts(painter, look, bar, team.counts)

    def _paint_name(self, painter: QPainter, box: QRect, team: TeamRow) -> None:
        font = self.look.font("strong")
        painter.setFont(font)
        painter.setPen(self.look.colour("text"))
        shown = self._table.name_of(team)
        name = QFontMetrics(font).elidedText(shown, Qt.TextElideMode.ElideRight, box.width())
        painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, name)


class _Head(QWidget):
    """The names of the columns."""

    def __init__(self, look: Look, table: "TeamsTable") -> None:
        super().__init__(table)
        self._look = look
        self._table = table

    def apply_look(self, look: Look) -> None:
        self._look = look
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        look, high = self._look, self.height() - 1
        line = look.colour("line-strong" if self._table.whole else "line")
        with painter_on(self) as painter:
            painter.fillRect(0, high, self.width(), 1, line)
            if not self._table.whole:
                return
            painter.setFont(look.font("label"))
            painter.setPen(look.colour("muted"))
            team, share = self._table.heads
            first = QRect(PAD, 0, look.px(NAME), high)
            painter.drawText(first, Qt.AlignmentFlag.AlignVCenter, team)
            letters = QFontMetrics(painter.font())
            elided = Qt.TextElideMode.ElideRight
            for state, cell in columns(look, self.width()):
                name = letters.elidedText(words.state(state), elided, cell.width() - 4)
                painter.drawText(QRect(cell.left(), 0, cell.width(), high), RIGHT, name)
            last = QRect(self.width() - PAD - look.px(SHARE), 0, look.px(SHARE), high)
            painter.drawText(last, RIGHT, share)


class TeamsTable(QListView):
    """Arrows choose; all other keys are the board's."""

    chosen = Signal(str)  # a group

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._rows = _Teams(self)
        self._delegate = _Delegate(look, self)
        self._head = _Head(look, self)
        self.setModel(self._rows)
        self.setItemDelegate(self._delegate)
        self.setFrameShape(QFrame.Shape.NoFrame)
        for bars in (self.setVerticalScrollBarPolicy, self.setHorizontalScrollBarPolicy):
            bars(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTabKeyNavigation(False)
        self.setStyleSheet("background: transparent;")
        self.selectionModel().currentChanged.connect(self._on_current)
        self._say()

    def show_teams(self, teams: Sequence[TeamRow]) -> None:
        """Show teams; the one chosen stays chosen wherever it stands by now."""
        before = self.team
        self._rows.show(teams)
        groups = [team.group for team in teams]
        here = groups.index(before.group) if before and before.group in groups else 0
        self.choose(here)
        self._fit()

    @property
    def team(self) -> TeamRow | None:
        """The one chosen."""
        index = self.currentIndex()
        return index.data(ROW) if index.isValid() else None

    def step(self, by: int) -> None:
        """Choose the next team, or the one before."""
        if self._rows.teams:
            here = self.currentIndex().row() + by
            self.choose(min(max(here, 0), len(self._rows.teams) - 1))

    def choose(self, number: int) -> None:
        """Choose a row."""
        flags = QItemSelectionModel.SelectionFlag.ClearAndSelect
        self.selectionModel().setCurrentIndex(self._rows.index(number, 0), flags)

    def name_of(self, team: TeamRow) -> str:
        """Name a team; those of no group have a name too."""
        return team.title or self.tr("Without a group")

    @property
    def heads(self) -> tuple[str, str]:
        """What stands over the first column and the last."""
        return self.tr("Team"), self.tr("Share")

    @property
    def whole(self) -> bool:
        """True where every number has a column."""
        return self.width() >= self._look.px(WHOLE)

    @property
    def row_height(self) -> int:
        """How tall a row is in this width."""
        return self._look.px(HIGH if self.whole else TWO_LINES)

    def _on_current(self, now: QModelIndex, _before: QModelIndex) -> None:
        self.viewport().update()
        if now.isValid():
            self.chosen.emit(now.data(ROW).group)

    def _fit(self) -> None:
        top = self._look.px(HEAD) if self.whole else 1
        self.setViewportMargins(0, top, 0, 0)
        self._head.setGeometry(0, 0, self.width(), top)
        self.setFixedHeight(top + self.row_height * len(self._rows.teams))
        self.scheduleDelayedItemsLayout()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fit()

    def apply_look(self, look: Look) -> None:
        self._look = self._delegate.look = look
        self._fit()
        self.viewport().update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        by = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()), 0)
        if by:
            self.step(by)
        else:
            event.ignore()

    def _say(self) -> None:
        self.setAccessibleName(self.tr("Teams"))
        self._head.update()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._say()
        super().changeEvent(event)
