"""Before there is a base: the three ways to one. Nothing else is on the screen.

The digits choose a door; letters go to the address, which most people come with.
"""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from kbdesk.ui.connected.door_row import Door, Doors
from kbdesk.ui.connected.sign_in_form import SignInForm
from kbdesk.ui.controls.key_cap import KeyCaps
from kbdesk.ui.controls.quiet_button import QuietButton
from kbdesk.ui.controls.sign import Sign
from kbdesk.ui.first_run import FirstActs
from kbdesk.ui.labels import label
from kbdesk.ui.look.look import Look
from kbdesk.ui.mark import Mark
from kbdesk.ui.shortcuts import SHORTCUTS

if TYPE_CHECKING:
    from kbdesk.ui.connected.acts import ConnectionActs

ROW = {"1": 1, "2": 2, "3": 3, "&": 1, "é": 2, '"': 3}  # a French row has digits with Shift only
WIDE = 600  # px of the column
OTHER = {"fr": "English", "en": "Français"}


class FirstRun(QScrollArea):
    """A question, and a card with a door for each answer."""

    signed_in = Signal(object)  # Welcome
    help_requested = Signal()
    language_requested = Signal(str)

    def __init__(
        self, look: Look, acts: FirstActs, connection: "ConnectionActs | None" = None
    ) -> None:
        super().__init__()
        self._look = look
        self._acts = acts
        self._language = "fr"
        self.form = SignInForm(look, connection) if connection is not None else None
        self.doors = Doors(self._made_doors(), look)
        self._mark = Mark(look, 40)
        self._title, self._sentence = label("title", wraps=True), label("body", wraps=True)
        self._private, self._help = label("caption", wraps=True), QuietButton(look, role="caption")
        self._other_language = QuietButton(look, role="caption", flush=True)
        self._lock = Sign("lock", "muted", look)
        self._lay_out()
        self._connect()
        self._say()

    # set up

    def _made_doors(self) -> list[Door]:
        self._does: list[Callable[[], object]] = []
        made = []
        offered: list[tuple[str, Callable[[], object] | None, QWidget | None]] = [
            ("arrows-clockwise", self._to_form if self.form else None, self.form),
            ("folder-open", self._ask_folder if self._acts.import_folder else None, None),
            ("file-text", self._acts.try_sample, None),
        ]
        self._names: list[str] = []
        for (icon, does, asks), name in zip(offered, ("server", "folder", "sample"), strict=True):
            if does is not None:
                self._does.append(does)
                self._names.append(name)
                made.append(Door(icon, str(len(self._does)), self._look, asks))
        return made

    def _lay_out(self) -> None:
        page = QWidget()
        page.setObjectName("canvas")
        self._column = QVBoxLayout()
        self._column.setSpacing(0)
        self._column.addLayout(self._top())
        self._column.addSpacing(24)
        for part, below in ((self._title, 6), (self._sentence, 24), (self.doors, 12)):
            self._column.addWidget(part)
            self._column.addSpacing(below)
        self._column.addLayout(self._foot())
        self._holder = QWidget()
        self._holder.setLayout(self._column)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._outer = QVBoxLayout(page)
        self._outer.addWidget(self._holder)
        self._outer.addStretch(1)
        self.setWidget(page)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.viewport().setObjectName("canvas")

    def _top(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.addWidget(self._mark)
        row.addStretch(1)
        row.addWidget(self._other_language, alignment=Qt.AlignmentFlag.AlignVCenter)
        return row

    def _foot(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(6)
        row.addWidget(self._lock)
        row.addWidget(self._private, 1)
        row.addSpacing(8)
        row.addWidget(self._help)
        row.addWidget(KeyCaps(SHORTCUTS["help"], self._look))
        return row

    def _connect(self) -> None:
        self.doors.chosen.connect(self.take)
        self._help.clicked.connect(self.help_requested.emit)
        self._other_language.clicked.connect(
            lambda: self.language_requested.emit("en" if self._language == "fr" else "fr")
        )
        if self.form is not None:
            self.form.signed_in.connect(self.signed_in.emit)

    # acts

    def focus_doors(self) -> None:
        """Bring the focus to the door that is chosen: digits, arrows and letters work from it."""
        if self.doors.doors:
            self.doors.doors[self.doors.present].head.setFocus(Qt.FocusReason.TabFocusReason)

    def take(self, number: int) -> None:
        """Go through a door."""
        if number < len(self._does):
            self.doors.choose(number)
            self.focus_doors()
            self._does[number]()

    def _to_form(self) -> None:
        if self.form is not None:
            self.form.focus_first()

    def _ask_folder(self) -> None:
        from PySide6.QtWidgets import QFileDialog  # late: few ever need it, and it costs the launch

        asked = QFileDialog.getExistingDirectory(self, self.tr("Folder of articles"))
        if asked and self._acts.import_folder:
            self._acts.import_folder(Path(asked))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        text, steps = event.text(), {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.take(self.doors.present)
        elif event.key() == Qt.Key.Key_Escape:
            self.focus_doors()
        elif 1 <= ROW.get(text, 0) <= len(self._does):
            self.take(ROW[text] - 1)
        elif step := steps.get(Qt.Key(event.key())):
            self.doors.choose((self.doors.present + step) % len(self._does))
            self.focus_doors()
        elif text.isalpha() and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._type_address(text)
        else:
            super().keyPressEvent(event)

    def _type_address(self, text: str) -> None:
        if self.form is not None and not self.form.asks_who:
            self.doors.choose(0)
            self.form.focus_first()
            self.form.where.edit.insert(text)

    # look and words

    def apply_look(self, look: Look) -> None:
        self._look = look
        self._shape()
        self.viewport().update()

    def _shape(self) -> None:
        side = 16 if self.viewport().width() < WIDE + 80 else 40
        # From the top, and not from the middle: what is typed stays where it is as the card grows.
        roomy = self._look.scale <= 125 and self.viewport().width() >= WIDE + 80
        above = max(24, self.viewport().height() * 14 // 100) if roomy else 24
        grown = round(WIDE * (1 + (self._look.scale - 100) / 200))
        side = max(side, (self.viewport().width() - grown) // 2)
        self._outer.setContentsMargins(side, above, side, 24)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._shape()

    def speak(self, language: str) -> None:
        """Note which language the screens speak: the other one is offered."""
        self._language = language
        self._other_language.setText(OTHER.get(language, "English"))
        self._other_language.updateGeometry()

    def _say(self) -> None:
        told = {
            "server": (
                self.tr("Connect to my team's server"),
                self.tr("With the address your supervisor gave you"),
            ),
            "folder": (
                self.tr("Bring in a folder of articles"),
                self.tr("For a computer by itself: Markdown, HTML, Word or CSV"),
            ),
            "sample": (
                self.tr("Try the sample base"),
                self.tr("The articles of a made-up operator; nothing is sent"),
            ),
        }
        for door, name in zip(self.doors.doors, self._names, strict=True):
            door.head.say(*told[name])
        self._title.setText(self.tr("Where is your team's base?"))
        self._sentence.setText(
            self.tr("The first copy takes a minute or two. Then all can be read without a network.")
        )
        self._private.setText(
            self.tr("Your notes and answers stay in your folder, which only you can read.")
        )
        self._help.setText(self.tr("Help"))
        self._help.updateGeometry()
        self.speak(self._language)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._say()
        super().changeEvent(event)
