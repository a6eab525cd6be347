"""A person at our window: types, waits for what is shown, reads.

Everything here waits for a condition inside the event loop, never for the clock alone; only the
pace of typing is a matter of time.
"""

import gc
import json
import threading
import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEventLoop, Qt, QTimer

from kbdesk.ui.main_window import MainWindow
from kbdesk.ui.results.finder import Answer
from tests.bench.desk.probes import PaintProbe, StallProbe, memory
from tests.support.keyboard import type_text

PATIENCE = 30.0  # seconds for one answer
PACE = 0.125  # seconds between two letters: eight a second
LOOK = 2  # milliseconds between two looks at a condition; no figure is taken from it
UNPAINTED = 300  # milliseconds after which an answer without a paint needed none
PAUSE = 0.4  # seconds after a text: the article beside the list comes up meanwhile


class Painted:
    """Hears when an answer stands painted in the list, and of which query."""

    def __init__(self, window: MainWindow) -> None:
        self._screen = window.search
        self.at: dict[str, float] = {}  # query → perf_counter of its first paint
        for widget in (self._screen.list.results.viewport(), self._screen.list.nothing):
            PaintProbe(widget, self._hear)
        finder = self._screen.searching.finder
        self._answered, finder.answered = finder.answered, self._take

    def when(self, query: str) -> float:
        """Wait until the answer to a query is painted; return when it was."""
        until(lambda: query in self.at)
        return self.at[query]

    def _take(self, answer: Answer) -> None:
        """Where the answer stands painted already, no paint will come: it was there when home."""
        self._answered(answer)
        home = time.perf_counter()
        QTimer.singleShot(UNPAINTED, lambda: self.at.setdefault(answer.query, home))

    def _hear(self) -> None:
        # The rows that can be seen are the answer; what comes after them is not waited for.
        if self._screen.list.field.text():
            self.at.setdefault(self._screen.searching.finder.answer.query, time.perf_counter())


def use(window: MainWindow, queries: Path, searches: int, readings: int) -> dict[str, object]:
    """Search and read as often as asked; return the memory before and after."""
    until(gc.get_freeze_count)  # at rest: level, words known, and set apart by heap.settle()
    wait(PAUSE)
    told: dict[str, object] = {"idle": memory()}
    for n, text in enumerate(json.loads(queries.read_text("utf-8"))[:searches]):
        _search(window, text)
        if n < readings and window.search.list.results.count:
            window.search.read()
            until(lambda: window.search.settled)
            wait(PAUSE / 4)
    wait(PAUSE)
    return told | {"used": memory()}


def type_texts(window: MainWindow, file: Path) -> dict[str, object]:
    """Type each text letter by letter, first waiting for every answer, then at a person's pace."""
    texts = json.loads(file.read_text("utf-8"))
    painted, stall = Painted(window), StallProbe()
    until(lambda: window.search.searching.finder.settled)
    wait(PAUSE)
    patient = [took for text in texts for took in _patiently(window, painted, text)]
    paced, stalls, same, keys = [], [], [], 0
    for text in texts:
        took, late = _at_pace(window, painted, stall, text)
        paced += took
        stalls.append(late)
        same.append(_shown(window) == _expected(window, text))
        keys += len(text)
    return {"patient": patient, "paced": paced, "keys": keys, "stalls": stalls, "same": same}


class Answered:
    """Hears when the card that speaks is painted for the contact in hand."""

    def __init__(self, window: MainWindow) -> None:
        self._flow = window.now_flow
        self._lead = window.now_panel.cards.lead
        self.at: dict[str, float] = {}  # key of a contact → perf_counter of its first card painted
        PaintProbe(self._lead, self._hear)

    @property
    def shown(self) -> bool:
        """True when the contact in hand has its card on the screen."""
        contact = self._flow.contact
        return contact is not None and contact.key in self.at

    def _hear(self) -> None:
        contact = self._flow.contact
        if contact is not None and self._lead.isVisible() and self._flow.cards.shown:
            self.at.setdefault(contact.key, time.perf_counter())


def take_calls(window: MainWindow, file: Path) -> dict[str, list[float]]:
    """Let links of calls come in by the socket, each after the card of the one before."""
    from kbdesk import handing  # late: it is no part of the start

    where = handing.address(handing.profile_root())
    answered, took, wrong = Answered(window), [], 0.0
    until(lambda: window.now_flow.settled)
    wait(2 * PAUSE)
    for link in json.loads(file.read_text("utf-8")):
        written = _hand_over(where, f"{link}&state=ringing")
        until(lambda: answered.shown)
        contact = window.now_flow.contact
        assert contact is not None
        took.append((answered.at[contact.key] - written) * 1000)
        wrong += not window.now_panel.cards.lead.sentence
        _hand_over(where, f"{link}&state=ended")
        until(lambda: window.now_flow.contact is None)
        wait(PACE)  # ten new calls in a second are a flood, and are not shown
    return {"took": took, "mute": [wrong]}


def _hand_over(where: str, link: str) -> float:
    """Write a link to the socket of the desk from another thread; return when it was begun."""
    from kbdesk import handing  # late: as above

    begun: list[float] = []

    def write() -> None:
        begun.append(time.perf_counter())
        assert handing.hand_over(where, {"v": 1, "url": link}) == handing.TAKEN

    writer = threading.Thread(target=write)
    writer.start()
    until(lambda: not writer.is_alive())
    return begun[0]


def until(condition: Callable[[], object], seconds: float = PATIENCE) -> None:
    """Let the event loop run until something holds; fail when it never does."""
    if condition():
        return
    loop, look, end = QEventLoop(), QTimer(), time.perf_counter() + seconds
    look.timeout.connect(lambda: loop.quit() if condition() or time.perf_counter() > end else None)
    look.start(LOOK)
    loop.exec()
    look.stop()
    if not condition():
        raise TimeoutError("The window did not come to rest.")


def wait(seconds: float) -> None:
    """Let the event loop run for a time."""
    loop, timer = QEventLoop(), QTimer()
    timer.setTimerType(Qt.TimerType.PreciseTimer)
    timer.timeout.connect(loop.quit)
    timer.start(round(seconds * 1000))
    loop.exec()
    timer.stop()


def _answers(window: MainWindow, text: str) -> bool:
    finder = window.search.searching.finder
    return finder.settled and finder.answer.query == text


def _search(window: MainWindow, text: str) -> None:
    window.search.search_for(text)
    until(lambda: _answers(window, text))


def _clear(window: MainWindow, painted: Painted) -> None:
    window.search.search_for("")
    wait(PACE)
    painted.at.clear()


def _patiently(window: MainWindow, painted: Painted, text: str) -> list[float]:
    _clear(window, painted)
    field, took = window.search.list.field, []
    for letter in text:
        start = time.perf_counter()
        type_text(field, letter)
        typed = field.text()
        if typed.strip():
            took.append((painted.when(typed) - start) * 1000)
    return took


def _at_pace(
    window: MainWindow, painted: Painted, stall: StallProbe, text: str
) -> tuple[list[float], list[float]]:
    """Return the times of the letters whose answer was shown, and every stall meanwhile."""
    _clear(window, painted)
    field, struck = window.search.list.field, {}
    stall.start()
    begin = time.perf_counter()
    for n, letter in enumerate(text):
        wait(max(0.0, begin + n * PACE - time.perf_counter()))
        before = time.perf_counter()
        type_text(field, letter)
        struck[field.text()] = before
    painted.when(text)
    wait(PAUSE)
    late = stall.stop()
    return [(painted.at[q] - at) * 1000 for q, at in struck.items() if q in painted.at], late


def _shown(window: MainWindow) -> list[str]:
    return [hit.id for hit in window.search.searching.finder.answer.hits]


def _expected(window: MainWindow, text: str) -> list[str]:
    """Ask the final text again from nothing: what a person who pastes it would see."""
    shown = len(_shown(window))
    window.search.search_for("")
    _search(window, text)
    return _shown(window)[:shown] if shown else _shown(window)
