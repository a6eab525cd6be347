"""Focus rings for what paints none of its own: lists, texts, and words that stand alone."""

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt
from PySide6.QtGui import QFocusEvent, QPaintEvent
from PySide6.QtWidgets import QAbstractItemView, QAbstractScrollArea, QWidget

from kbdesk.ui.controls.buttons import paint_ring
from kbdesk.ui.look.look import Look, painter_on

BY_MOUSE = (Qt.FocusReason.MouseFocusReason, Qt.FocusReason.PopupFocusReason)
BY_KEY = (
    Qt.FocusReason.TabFocusReason,
    Qt.FocusReason.BacktabFocusReason,
    Qt.FocusReason.ShortcutFocusReason,
)


REACH = 4  # px that a ring stands out beside words
LEAST = 12  # px of a row: of less there is nothing to stand round


class FocusRing(QWidget):
    """Lies over a scroll area, lets everything through, and is seen while the area has the focus.

    In a list it stands round the row that has the keys, while that is in view.

    Not after a click: who points at something knows where they are. Who was brought here by what
    they did, such as opening an article, gets a hairline: the sentence to say is seen before it.
    """

    def __init__(self, area: QAbstractScrollArea, look: Look) -> None:
        super().__init__(area)
        self._look = look
        self._quiet = False
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.hide()
        area.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        area = self.parentWidget()
        if watched is area and isinstance(event, QFocusEvent):
            if event.reason() != Qt.FocusReason.PopupFocusReason:
                self._quiet = event.reason() not in BY_KEY
                self.setVisible(event.gotFocus() and event.reason() not in BY_MOUSE)
            self.setGeometry(area.rect())
            self.raise_()
        elif watched is area and event.type() == QEvent.Type.Resize:
            self.setGeometry(area.rect())
        return super().eventFilter(watched, event)

    def apply_look(self, look: Look) -> None:
        self._look = look
        self.update()

    def _box(self) -> QRect:
        """Return what it stands round: a row that has the keys, else the whole area."""
        area = self.parentWidget()
        if not isinstance(area, QAbstractItemView):
            return self.rect()
        port = area.viewport()
        row = area.visualRect(area.currentIndex()) & port.rect()
        return row.translated(port.pos()) if row.height() > LEAST else self.rect()

    def paintEvent(self, _event: QPaintEvent) -> None:
        box = self._box()
        with painter_on(self) as painter:
            if self._quiet:
                painter.setPen(self._look.colour("accent"))
                painter.drawRect(box.adjusted(0, 0, -1, -1))
            else:
                paint_ring(painter, self._look, box)


class RingAround(QWidget):
    """Stands round a button that is only its words, which so keep the edge of their column.

    It lies in the nearest widget above that has room for it, and scrolls with that.
    """

    def __init__(self, words: QWidget, look: Look) -> None:
        self._words = words
        self._look = look
        super().__init__(self._host())
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        words.destroyed.connect(self.deleteLater)
        self.place()
        self.show()

    def _box(self, host: QWidget) -> QRect:
        box = QRect(self._words.mapTo(host, QPoint(0, 0)), self._words.size())
        return box.adjusted(-REACH, 0, REACH, 0)

    def _host(self) -> QWidget:
        host = self._words
        while (above := host.parentWidget()) is not None:
            host = above
            if host.isWindow() or host.rect().contains(self._box(host)):
                break
        return host

    def place(self) -> None:
        """Follow the words."""
        host = self.parentWidget()
        if host is not None:
            self.setGeometry(self._box(host))
            self.raise_()

    def paintEvent(self, _event: QPaintEvent) -> None:
        with painter_on(self) as painter:
            paint_ring(painter, self._look, self.rect())
