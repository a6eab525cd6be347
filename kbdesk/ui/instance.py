"""One desk for a profile, and the door by which other processes reach it.

A lock decides who is the desk; only its holder may clear away a socket that somebody left, so that
of many desks started at once exactly one stays and the others hand over what they brought. The
lock dies with its process, whatever kills that. The door shows and never acts: what comes in is
read by `core.calls`, bounded in length and number, and anything else is refused.

What arrives before there is a window to show it in is kept until `attend()`.
"""

import json
import logging
import os
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QLockFile, QObject, QTimer, Signal
from PySide6.QtGui import QFileOpenEvent
from PySide6.QtWidgets import QApplication

from kbdesk import handing
from kbdesk.errors import Trouble

if TYPE_CHECKING:
    from PySide6.QtNetwork import QLocalServer, QLocalSocket

    from kbdesk.core.calls import CallEvent, Link

    Arrival = CallEvent | Link | None  # None: somebody wants to see the desk

log = logging.getLogger(__name__)

LOCK = "desk.lock"
PATIENCE = 15.0  # seconds for a desk that holds the lock to come up far enough to listen
PAUSE = 0.05  # seconds between two tries
MOST_GUESTS = 32  # processes at the door at once
VISIT = 5_000  # ms that one may stay without saying anything
MOST_KEPT = 32  # messages that came before the window


def claim(
    root: Path, message: handing.Message | None = None, patience: float = PATIENCE
) -> "Instance | None":
    """Become the desk of a profile; None when another one is, and has taken the message."""
    lock = QLockFile(str(root / LOCK))
    lock.setStaleLockTime(0)  # held as long as its process lives, however long that is
    brought = message or handing.raise_message()
    where = handing.address(str(root))
    until = time.monotonic() + patience
    while not lock.tryLock(0):
        if lock.error() is not QLockFile.LockError.LockFailedError:
            log.warning("No lock could be made in %s: the desk opens without.", root)
            break
        if handing.hand_over(where, brought):
            return None
        if time.monotonic() > until:
            raise Trouble(
                "Another kbdesk has this profile open and does not answer.",
                "End it, or give this one a profile of its own with --profile DIR.",
            )
        time.sleep(PAUSE)  # before any window: nobody waits for this thread but its own start
    return Instance(lock, where, message)


class Instance(QObject):
    """The holder of the lock, with the door; `shut()` closes the door, `close()` gives up both."""

    call_came = Signal(object)  # CallEvent
    link_came = Signal(object)  # Link
    raise_wanted = Signal()  # somebody opened kbdesk once more, or followed a link

    def __init__(self, lock: QLockFile, where: str, message: handing.Message | None = None) -> None:
        super().__init__()
        self._lock = lock
        self._where = where
        self._kept: list[Arrival] = []
        self._attended = False
        self._server: QLocalServer | None = None
        self._guests = 0
        if message is not None:
            self.take(message)

    def listen(self) -> None:
        """Open the door; a desk without one still works, and says so in its log."""
        if sys.platform == "darwin":
            self._hear_of_links()
        try:
            from PySide6.QtNetwork import QLocalServer  # late: 20 ms, after the frame is painted
        except ImportError as error:  # it wants a library of the system that Qt itself does not
            from kbdesk import system_libraries  # late: hardly ever asked

            remedy = system_libraries.remedy()
            log.warning("Calls and links cannot be handed over: %s. %s", error, remedy)
            return
        if not self._where:
            log.warning("There is no place for a socket: calls and links cannot be handed over.")
            return
        if os.name == "posix":
            try:
                Path(self._where).parent.mkdir(mode=0o700, exist_ok=True)
            except OSError as error:  # a home that is not there, or not to be written
                log.warning("Calls and links cannot be handed over: %s.", error.strerror)
                return
        server = QLocalServer(self)
        server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        server.newConnection.connect(self._welcome)
        QLocalServer.removeServer(self._where)  # ours to clear: we hold the lock
        if not server.listen(self._where):
            log.warning("Calls and links cannot be handed over: %s.", server.errorString())
        self._server = server

    def attend(self) -> None:
        """Give what has come so far to those connected now, and what comes later at once."""
        self._attended = True
        kept, self._kept = self._kept, []
        for arrival in kept:
            self._tell(arrival)

    def take(self, message: object) -> bool:
        """Take a message; return whether it was one."""
        from kbdesk.core.calls import BadCall  # late: reading links is no part of the start

        try:
            arrival = _read(message)
        except BadCall as refused:
            log.info("Something was refused at the door: %s", refused)
            return False
        if self._attended:
            self._tell(arrival)
        elif len(self._kept) < MOST_KEPT:
            self._kept.append(arrival)
        return True

    def shut(self) -> None:
        """Close the door: who comes now waits until the profile is free, and becomes the desk."""
        server, self._server = self._server, None
        if server is not None:
            server.close()
            server.deleteLater()

    def close(self) -> None:
        """Close the door and give up the lock; safe to call twice."""
        self.shut()
        self._lock.unlock()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take the links that macOS gives to the program itself."""
        if event.type() == QEvent.Type.FileOpen and isinstance(event, QFileOpenEvent):
            return self.take({"v": 1, "url": event.url().toString()})
        return super().eventFilter(watched, event)

    def _hear_of_links(self) -> None:
        application = QApplication.instance()
        if application is not None:
            application.installEventFilter(self)

    def _tell(self, arrival: "Arrival") -> None:
        from kbdesk.core.calls import CallEvent  # late: as above

        if isinstance(arrival, CallEvent):
            self.call_came.emit(arrival)
            return
        if arrival is not None:
            self.link_came.emit(arrival)
        self.raise_wanted.emit()

    def _welcome(self) -> None:
        while self._server is not None and self._server.hasPendingConnections():
            guest = self._server.nextPendingConnection()
            if self._guests >= MOST_GUESTS:
                guest.abort()
                guest.deleteLater()
                continue
            self._guests += 1
            guest.disconnected.connect(self._say_goodbye)
            _Visit(self, guest)

    def _say_goodbye(self) -> None:
        self._guests -= 1


class _Visit(QObject):
    """One process at the door; lives as long as its socket."""

    def __init__(self, instance: Instance, guest: "QLocalSocket") -> None:
        super().__init__(guest)
        self._instance = instance
        self._guest = guest
        self._heard = b""
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.timeout.connect(self._hang_up)
        self._patience.start(VISIT)
        guest.readyRead.connect(self._hear)
        guest.disconnected.connect(self._leave)
        self._hear()

    def _hear(self) -> None:
        self._heard += bytes(self._guest.readAll().data())
        while (frame := self._frame()) is not None:
            self._patience.start(VISIT)
            taken = self._instance.take(_decoded(frame))
            self._guest.write(handing.TAKEN if taken else handing.REFUSED)
        if self._length() > handing.LONGEST:
            self._hang_up()

    def _hang_up(self) -> None:
        self._guest.abort()

    def _leave(self) -> None:
        self._guest.deleteLater()

    def _length(self) -> int:
        return int.from_bytes(self._heard[:4], "big") if len(self._heard) >= 4 else 0

    def _frame(self) -> bytes | None:
        """Take one whole frame from what was heard."""
        length = self._length()
        end = 4 + length
        if len(self._heard) < 4 or length > handing.LONGEST or len(self._heard) < end:
            return None
        frame, self._heard = self._heard[4:end], self._heard[end:]
        return frame


def _decoded(frame: bytes) -> object:
    try:
        return json.loads(frame)
    except (ValueError, RecursionError):  # UnicodeDecodeError is a ValueError
        return None


def _read(message: object) -> "Arrival":
    """Read a message of version 1: a link, an event, or the wish to see the desk."""
    from kbdesk.core.calls import BadCall, read_event, read_url  # late: as above

    if not isinstance(message, dict) or message.get("v") != 1:
        raise BadCall("This is no message that kbdesk understands.")
    if isinstance(url := message.get("url"), str):
        return read_url(url)
    if isinstance(event := message.get("event"), dict):
        return read_event(event)
    if message.get("raise") is True:
        return None
    raise BadCall("This message says nothing.")
