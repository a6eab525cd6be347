"""The few acts of Markdown above the text, each with its key in its name."""

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from kbdesk.ui import words
from kbdesk.ui.controls.buttons import IconButton
from kbdesk.ui.controls.keyed_button import KeyedButton
from kbdesk.ui.labels import label
from kbdesk.ui.look.look import Look
from kbdesk.ui.writing.text_edit import ACTS

ICONS = {
    "heading": "text-aa", "bold": "text-bolder", "list": "list-bullets", "table": "table",
    "image": "image", "link": "link",
}  # fmt: skip
HIGH = 40  # px at 100 %
KEPT = ("heading", "bold", "list", "image", "link", "table")  # the last goes first


class Toolbar(QWidget):
    """Icons; at the right the changes so far, or in one column the way to the preview."""

    wanted = Signal(str)  # an act
    next_wanted = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._changes = 0
        self._alone = False
        self._name = label("strong")
        self.buttons = {act: IconButton(icon, look) for act, icon in ICONS.items()}
        self.next = KeyedButton(look, "Alt+Down", quiet=True)
        self.preview = IconButton("eye", look)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 0, 12, 0)
        row.setSpacing(0)
        row.addWidget(self._name)
        row.addSpacing(12)
        for act, button in self.buttons.items():
            button.clicked.connect(lambda _on=False, act=act: self.wanted.emit(act))
            row.addWidget(button)
        row.addStretch(1)
        row.addWidget(self.next)
        row.addWidget(self.preview)
        self.next.clicked.connect(self.next_wanted.emit)
        self.preview.hide()
        self.apply_look(look)
        self._say()

    def show_changes(self, count: int) -> None:
        """Say how many lines were changed."""
        self._changes = count
        self._say()

    def show_alone(self, alone: bool) -> None:
        """Offer the preview, which is not beside the text."""
        self.preview.setVisible(alone)
        self._alone = alone
        self._fit()

    def _fit(self) -> None:
        """Show what has room: the acts first; every one of them has its key all the same."""
        side, room = self._look.size("button"), self.width() - 28
        name, told = self._name.sizeHint().width() + 12, self.next.sizeHint().width()
        acts = len(self.buttons) * side
        self._name.setVisible(not self._alone and room >= acts + name)
        wide = acts + (name if not self._alone else side)
        self.next.setVisible(not self._alone and self._changes > 0 and room >= wide + told)
        spare = room - (side if self._alone else 0)
        for number, act in enumerate(KEPT, 1):
            self.buttons[act].setVisible(number * side <= spare)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def apply_look(self, look: Look) -> None:
        self._look = look
        self.setFixedHeight(look.px(HIGH))
        self._fit()

    def _say(self) -> None:
        self._name.setText(self.tr("Your text"))
        names = {
            "heading": self.tr("Heading"),
            "bold": self.tr("Bold"),
            "list": self.tr("List"),
            "table": self.tr("Table"),
            "image": self.tr("Picture"),
            "link": self.tr("Link"),
        }
        keys = {act: key for key, act in ACTS.items()}
        for act, button in self.buttons.items():
            button.name(f"{names[act]} ({'+'.join(words.keys(keys[act]))})")
        told = self.tr("%n line(s) changed", "", self._changes)
        self.next.setText(told)
        step, preview = self.tr("go to the next"), self.tr("Preview")
        self.next.setAccessibleName(f"{told}: {step}")
        self.preview.name(f"{preview} ({'+'.join(words.keys('Alt+P'))})")
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._say()
        super().changeEvent(event)
