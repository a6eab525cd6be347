"""A picture of an article as large as the pane allows; Esc or a click leads back to the text."""

from PySide6.QtCore import QEvent, QRect, QSize, Qt
from PySide6.QtGui import QImage, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from kbdesk.ui.controls.buttons import IconButton
from kbdesk.ui.controls.own_keys import claimed
from kbdesk.ui.look.look import Look, painter_on

MARGIN = 24
MOST = 2.0  # times its own size: more shows dots, not more of the picture
OWN = frozenset({Qt.Key.Key_Escape, Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space})


class PictureView(QWidget):
    """Lies over the reader while a picture is looked at."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self._pane = parent
        self._picture = QImage()
        self._before: QWidget | None = None
        self._close = IconButton("x", look)
        self._close.setParent(self)
        self._close.clicked.connect(self.leave)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._name_things()
        parent.installEventFilter(self)
        self.hide()

    def show_picture(self, picture: QImage) -> None:
        """Show a picture, and take the keys."""
        self._picture = picture
        self._before = self.window().focusWidget()
        self.setGeometry(self._pane.rect())
        self._place()
        self.show()
        self.raise_()
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def leave(self) -> None:
        """Go back to where the keys were."""
        self.hide()
        if self._before is not None:
            self._before.setFocus(Qt.FocusReason.OtherFocusReason)

    def apply_look(self, look: Look) -> None:
        self._look = look
        self._close.apply_look(look)
        self._place()
        self.update()

    def shown_at(self) -> QRect:
        """Return where the picture stands: whole, in the middle, at most twice its size."""
        room = self.size() - QSize(2 * MARGIN, 2 * MARGIN + self._close.height())
        size = self._picture.size().scaled(room, Qt.AspectRatioMode.KeepAspectRatio)
        most = self._picture.size() * MOST
        if size.width() > most.width():
            size = most
        box = QRect(0, 0, max(1, size.width()), max(1, size.height()))
        box.moveCenter(self.rect().center())
        return box

    def _place(self) -> None:
        side = self._close.sizeHint()
        self._close.setGeometry(self.width() - side.width() - 12, 12, side.width(), side.height())

    def eventFilter(self, watched: QWidget, event: QEvent) -> bool:  # type: ignore[override]  # of its parent alone
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self.setGeometry(self._pane.rect())
            self._place()
        return False

    def event(self, event: QEvent) -> bool:
        return claimed(event, lambda key: key.key() in OWN) or super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in OWN:
            self.leave()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.leave()

    def paintEvent(self, _event: QPaintEvent) -> None:
        with painter_on(self) as painter:
            painter.fillRect(self.rect(), self._look.colour("surface"))
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawImage(self.shown_at(), self._picture)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._name_things()
        super().changeEvent(event)

    def _name_things(self) -> None:
        self.setAccessibleName(self.tr("Picture"))
        self._close.name(self.tr("Back to the text (Esc)"))
