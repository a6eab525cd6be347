"""The row above an article: where it stands in the base, and what can be done with it."""

from PySide6.QtCore import QEvent, QRect, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QWidget

from kbdesk.core.reading import Reading
from kbdesk.ui.controls.buttons import IconButton, paint_ring
from kbdesk.ui.look import icons
from kbdesk.ui.look.look import Look, painter_on
from kbdesk.ui.reader.glyph import Glyph

BETWEEN = 24  # px between two words of the path
LEAST = 120  # px that a path of two words needs, cut or not


class Star(IconButton):
    """Keeps an article among the favourites, filled while it is one."""

    def __init__(self, look: Look) -> None:
        super().__init__("star", look)
        self.setCheckable(True)

    def paintEvent(self, _event: QPaintEvent) -> None:
        side = self._look.px(20)
        box = QRect(0, 0, side, side)
        box.moveCenter(self.rect().center())
        with painter_on(self) as painter:
            colour = "accent" if self.isChecked() else "text" if self.underMouse() else "muted"
            name = "star-fill" if self.isChecked() else "star"
            icons.paint(painter, name, box, self._look.colour(colour))
            if self.hasFocus():
                paint_ring(painter, self._look, self.rect())


class Crumb(QLabel):
    """A word of the path that gives way, from its end, when there is no room."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "caption")
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)

    def minimumSizeHint(self) -> QSize:
        return QSize(0, super().minimumSizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        letters = self.fontMetrics()
        shown = letters.elidedText(self.text(), Qt.TextElideMode.ElideRight, self.width())
        with QPainter(self) as painter:
            painter.setPen(self.palette().windowText().color())
            painter.drawText(self.rect(), Qt.AlignmentFlag.AlignVCenter, shown)


class Bar(QWidget):
    """Path on the left, acts on the right; 56 px like the row above the results."""

    outline_asked = Signal()
    favourite_clicked = Signal()
    day_asked = Signal()
    more_asked = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._space = Crumb()
        self._caret = Glyph("caret-right", 12, look, colour="muted", line="caption")
        self._subject = Crumb()
        self.day = IconButton("calendar-blank", look)
        self.outline = IconButton("list", look)
        self.star = Star(look)
        self.more = IconButton("dots-three", look)
        self._lead: QWidget | None = None
        self._row = QHBoxLayout(self)
        self._row.setSpacing(0)
        for part in (self._space, self._caret, self._subject):
            self._row.addWidget(part)
            self._row.addSpacing(4)
        self._row.addStretch(1)
        self._acts = (self.day, self.outline, self.star, self.more)
        for act in self._acts:
            self._row.addWidget(act)
        self.day.clicked.connect(self.day_asked)
        self.more.clicked.connect(self.more_asked)
        self.outline.clicked.connect(self.outline_asked)
        self.star.clicked.connect(self.favourite_clicked)
        self._name_things()
        self.apply_look(look)

    def lead(self, widget: QWidget) -> None:
        """Put a widget of the window, such as a way back, before the path."""
        self._row.insertWidget(0, widget)
        self._lead = widget

    def show_reading(self, reading: Reading) -> None:
        """Tell where an article stands."""
        article = reading.article
        subject = article.tags[0] if article.tags else ""
        self._space.setText(reading.space_title or article.space)
        self._subject.setText(subject[:1].upper() + subject[1:])
        self._shorten()
        self.star.setChecked(reading.favourite)
        self.day.setVisible(bool(reading.days))
        self._name_things()

    def apply_look(self, look: Look) -> None:
        self._look = look
        for part in (self._caret, *self._acts):
            part.apply_look(look)
        self.setFixedHeight(look.size("bar"))

    def place(self, left: int) -> None:
        """Stand in line with the text below."""
        self._row.setContentsMargins(left, 0, min(left, 20), 0)
        self._shorten()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._shorten()

    def _shorten(self) -> None:
        """Keep the shelf alone where two words of the path would both be stumps."""
        sides = self._row.contentsMargins()
        room = self.width() - sides.left() - sides.right()
        for part in (*self._acts, self._lead):
            if part is not None and not part.isHidden():
                room -= part.sizeHint().width()
        wanted = sum(word.sizeHint().width() for word in (self._space, self._subject))
        both = bool(self._subject.text()) and wanted + self._look.px(BETWEEN) <= max(
            room, self._look.px(LEAST)
        )
        for part in (self._caret, self._subject):
            part.setVisible(both)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._name_things()
        super().changeEvent(event)

    def _name_things(self) -> None:
        self.outline.name(self.tr("In this article (Ctrl+J)"))
        self.day.name(self.tr("As it holds on another day (Ctrl+Shift+D)"))
        self.more.name(self.tr("More"))
        kept = self.tr("Remove from favourites"), self.tr("Add to favourites")
        self.star.name(kept[0] if self.star.isChecked() else kept[1])
