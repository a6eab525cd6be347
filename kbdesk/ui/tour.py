"""A walk through the desk that the desk makes by itself: it types, reads, and takes pictures.

It serves a machine without a display (`make run` there), the frozen program's smoke test and the
picture of the README. It uses the keys an agent would use, and waits for what an agent would see.
"""

import dataclasses
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, QEventLoop, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget

from kbdesk.core.calls import CallEvent, CallState
from kbdesk.errors import Trouble
from kbdesk.ui.main_window import MainWindow

PATIENCE = 20_000  # ms that one thing may take before the tour gives up
GLANCE = 15  # ms between two looks
QUESTION = "rembourser une facture"
WITHOUT_ANSWER = "kayak pliable"
WANTED = "th"  # typed into the palette
GUIDE = "fibre/pas-internet"
CALL = CallEvent(
    call="tour", state=CallState.RINGING, number="0639981201",
    queue="facturation", intent="facture-elevee",
)  # fmt: skip


class Tour:
    """Walks the main journey in a window and leaves one picture a step."""

    def __init__(
        self,
        window: MainWindow,
        folder: Path,
        say: Callable[[str], None],
        ready: Callable[[], bool],
    ) -> None:
        self._window = window
        self._folder = folder
        self._say = say
        self._ready = ready
        self._count = 0

    def walk(self) -> int:
        """Go through every step; return 0, or raise `Trouble` at the step that did not come."""
        self._folder.mkdir(parents=True, exist_ok=True)
        self._arrive()
        self._find()
        self._read()
        self._change_look()
        self._jump()
        self._walk_guide()
        self._take_call()
        self._miss()
        if self._window.connected.is_connected:
            self._sync()
        self._shrink()
        return 0

    # the steps

    def _arrive(self) -> None:
        self._until("the base to be searchable", self._ready)
        self._settle("the first page")
        self._window.set_language("fr")
        self._window.set_theme("light")
        self._picture("home", "The desk is open: search box ready, recent articles below it.")

    def _find(self) -> None:
        self._type(QUESTION)
        self._settle("results")
        found = self._window.search.list.results.model().rowCount()
        self._picture("results", f"Typed “{QUESTION}”: {found} results, the first one beside them.")

    def _read(self) -> None:
        self._press(Qt.Key.Key_Return)
        self._settle("the article")
        here = self._window.search.flow.here
        self._picture("article", f"Enter: {here.article_id if here else None} open to read.")

    def _change_look(self) -> None:
        self._window.set_theme("dark")
        self._picture("dark", "The same in the dark theme.")
        self._window.set_theme("light")
        self._window.set_language("en")
        self._picture("english", "The same desk in English.")
        self._window.set_language("fr")

    def _jump(self) -> None:
        deeds = self._window.deeds
        deeds.open_palette()
        for letter in WANTED:
            self._send(deeds.palette.palette.field, 0, letter)
        self._until("the palette", lambda: deeds.settled)
        self._picture("palette", f"Ctrl+K twice and “{WANTED}”: acts, pages and articles.")
        deeds.open_palette()

    def _walk_guide(self) -> None:
        guides = self._window.search.guides
        guides.begin(GUIDE)
        self._until("the guide", lambda: guides.settled and guides.walking)
        self._press_text("2")
        self._picture("guide", "A guide, one question at a time; 2 was taken.")
        self._press(Qt.Key.Key_Escape)
        self._until("the article again", lambda: not guides.walking)

    def _take_call(self) -> None:
        flow = self._window.now_flow
        for state in (CallState.RINGING, CallState.ANSWERED):
            self._window.call_came.emit(dataclasses.replace(CALL, state=state))
            self._until("the caller and the cards", lambda: flow.settled and flow.cards.shown)
        self._picture("call", "A call: who it is, why, and what to say first.")
        for end in (self._window.now_panel.ended, self._window.now_panel.finished):
            end.emit()
            self._until("the end of the contact", lambda: flow.settled)

    def _miss(self) -> None:
        self._type(WITHOUT_ANSWER)
        self._settle("no result")
        self._window.search.report_not_found()  # F2: a shortcut answers only in an active window
        self._until("the note", lambda: self._window.search.list.foot.noted)
        self._picture("not-found", f"“{WITHOUT_ANSWER}” finds nothing: F2 told the base's owners.")

    def _sync(self) -> None:
        self._until("what was told to reach the server", lambda: self._window.connected.is_level)
        self._window.show_screen("sync")
        self._picture("sync", "F9: the server has it; the sync page says how level this desk is.")
        self._window.show_screen("search")

    def _shrink(self) -> None:
        self._window.window().resize(400, 800)
        self._type(QUESTION)
        self._settle("results")
        self._picture("narrow", "Beside the softphone, 400 pixels wide.")

    # its hands and eyes

    def _type(self, text: str) -> None:
        self._window.search.focus_search()
        field = self._window.search.list.field
        field.clear()
        for letter in text:
            self._send(field, 0, letter)

    def _press_text(self, letter: str) -> None:
        self._send(QApplication.focusWidget() or self._window, 0, letter)

    def _press(self, key: Qt.Key) -> None:
        target = QApplication.focusWidget() or self._window
        self._send(target, key, "\r" if key == Qt.Key.Key_Return else "")

    @staticmethod
    def _send(target: QWidget, key: int, text: str) -> None:
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            event = QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier, text)
            QCoreApplication.sendEvent(target, event)

    def _settle(self, awaited: str) -> None:
        self._until(awaited, lambda: self._window.search.settled)

    def _until(self, awaited: str, there: Callable[[], bool]) -> None:
        loop = QEventLoop()
        looks = QTimer()
        looks.timeout.connect(lambda: loop.quit() if there() else None)
        looks.start(GLANCE)
        limit = QTimer()
        limit.setSingleShot(True)
        limit.timeout.connect(lambda: loop.exit(1))
        limit.start(PATIENCE)
        if loop.exec():
            raise Trouble(
                f"The tour waited in vain for {awaited}.", "The log of the profile says more."
            )

    def _picture(self, name: str, sentence: str) -> None:
        self._count += 1
        self._until("the window to be drawn", lambda: True)
        self._settle("what the window shows")
        file = self._folder / f"{self._count:02}-{name}.png"
        if not self._window.grab().save(str(file)):
            raise Trouble(f"The picture {file} could not be written.", "Choose another folder.")
        self._say(f"{self._count}. {sentence}  [{file.name}]")
