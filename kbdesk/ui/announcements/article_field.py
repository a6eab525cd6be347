"""The article that an announcement speaks of: typed by words, its id or a link, shown by its title.

While typing rests it is looked up. What is in the base stands there by its title. Where articles
may be meant they are offered below: the arrows go along them, Enter takes one. That nothing in the
base is meant is said at once, or when it is sent so.
"""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kbdesk.core.announcements import Linked
from kbdesk.ui.controls.field import FaultLine, Field
from kbdesk.ui.controls.keyed_button import KeyedButton
from kbdesk.ui.controls.words_button import EDGE
from kbdesk.ui.hearing import announce
from kbdesk.ui.look.look import Look
from kbdesk.ui.reader.prose import Prose

REST = 300  # ms without a further key
OFFERED = 5


class _Offer(KeyedButton):
    """A title, which may be of any length: its beginning is enough to choose it by."""

    @property
    def cut(self) -> bool:
        return False


class ArticleField(QWidget):
    """The field, what is wrong with it, and articles that may be meant."""

    look_up_wanted = Signal(str)  # what was typed
    changed = Signal()  # another article, or none
    told = Signal()  # what is wrong, or may be meant, stands below it now

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._found: Linked | None = None
        self._then: Callable[[], object] | None = None  # once it was looked up
        self._offered: tuple[tuple[str, str], ...] = ()
        self._present = 0
        self.field = Field(look)
        self.edit = self.field.edit
        self.fault = FaultLine(look)
        self._choose = Prose("caption", look, colour="muted")
        self.offers = [_Offer(look) for _ in range(OFFERED)]
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        for part in (self.field, self.fault, self._choose):
            column.addWidget(part)
        self._below = QVBoxLayout()  # the titles stand below what is typed
        self._below.setSpacing(4)
        column.addLayout(self._below)
        for offer in self.offers:
            self._below.addWidget(offer)
        self.apply_look(look)
        for number, offer in enumerate(self.offers):
            offer.clicked.connect(lambda _on=False, number=number: self._take(number))
        self._rest = QTimer(self, singleShot=True, interval=REST)
        self._rest.timeout.connect(self._look_up)
        self.edit.textEdited.connect(self._on_typed)
        self.edit.installEventFilter(self)
        self._offer(())
        self._say()

    @property
    def place(self) -> str:
        """The article as it is sent: id#passage; what was typed where it is not known."""
        found = self._found
        if found is None or not found.title:
            return self.edit.text().strip()
        return f"{found.article}#{found.anchor}".rstrip("#")

    @property
    def dead(self) -> str:
        """What is wrong, by code, as far as it was looked up."""
        return self._found.fault if self._found is not None else ""

    def look_up_first(self, then: Callable[[], object]) -> bool:
        """Say whether it has yet to be looked up; `then` is done once it was."""
        if self._found is not None or not self.edit.text().strip():
            return False
        self._rest.stop()
        self._then = then
        self._look_up()
        return True

    def show_place(self, place: str) -> None:
        """Show an article by its id; its title comes in its place as soon as it is known."""
        self._rest.stop()
        self._found = self._then = None
        self.edit.setText(place)
        self.fault.say("")
        self._offer(())
        if place:
            self._look_up()

    def show_linked(self, found: Linked) -> None:
        """Take in what was looked up, unless something else was typed since."""
        if found.typed != self.edit.text():
            return
        before = self.place
        self._found = found
        if not self.dead and found.title:
            told = self.tr("%1 › %2", "an article, a passage of it")
            passage = told.replace("%1", found.title).replace("%2", found.heading)
            self.edit.setText(passage if found.heading else found.title)
            self.edit.setCursorPosition(0)  # of a long one the beginning is seen
            announce(self, self.edit.text())
        if found.offered:  # words on the way to a title are no fault
            self.fault.say("")
        else:
            self.tell()
        self._offer(found.offered)
        if found.offered:
            announce(self, f"{self._choose.accessibleName()} {found.offered[0][1]}")
        if self.dead:
            self.told.emit()
        if self.place != before:
            self.changed.emit()
        then, self._then = self._then, None
        if then is not None:
            then()

    def _on_typed(self, _text: str) -> None:
        self._found = self._then = None
        self.fault.say("")
        self._offer(())
        self._rest.start()
        self.changed.emit()

    def _look_up(self) -> None:
        self.look_up_wanted.emit(self.edit.text())

    def _offer(self, offered: tuple[tuple[str, str], ...]) -> None:
        self._offered, self._present = offered[:OFFERED], 0
        for number, button in enumerate(self.offers):
            if number < len(self._offered):
                button.setText(self._offered[number][1])
                button.setAccessibleName(self._offered[number][1])
                button.updateGeometry()
            button.setVisible(number < len(self._offered))
        self._choose.setVisible(bool(self._offered))
        self._mark()

    def _mark(self) -> None:
        for number, button in enumerate(self.offers):
            button.show_key("Return" if number == self._present else "")

    def _take(self, number: int) -> None:
        self.edit.setFocus(Qt.FocusReason.OtherFocusReason)  # the button goes
        self.show_place(self._offered[number][0])

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return self._take_key(event) or super().eventFilter(watched, event)
        return super().eventFilter(watched, event)

    def _take_key(self, event: QKeyEvent) -> bool:
        plain = event.modifiers() in (
            Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier,
        )  # fmt: skip
        if not (plain and self._offered):
            return False
        key, last = Qt.Key(event.key()), len(self._offered) - 1
        if by := {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(key, 0):
            self._present = min(max(self._present + by, 0), last)
            self._mark()
            announce(self, self._offered[self._present][1])
            return True
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._take(self._present)
            return True
        return False

    def tell(self) -> None:
        """Say what is wrong, if something is."""
        self.fault.say(
            {
                "article": self.tr("This article is not in the base. Choose one, or name none."),
                "passage": self.tr("The article has no such passage. Name it without the passage."),
            }.get(self.dead, "")
        )

    def _say(self) -> None:
        self.field.name(self.tr("Article it speaks of"), self.tr("Words of its title, or a link"))
        self._choose.say(self.tr("Which one is meant?"))
        self.tell()

    def apply_look(self, look: Look) -> None:
        self._below.setContentsMargins(look.px(8) + 3 - EDGE, 0, 0, 0)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._say()
        super().changeEvent(event)
