"""What is kept of a bug: where it happened, never what the program was working on.

A report names the version, the machine's kind, the class of the error and the lines of our code
that led there. The message of an error stays out: it may hold the words of an article, of a note or
of a customer. Reports are few and small, and writing one never raises; a bug that repeats in a loop
is written once. Hard ends, of which no Python can tell, leave the trace of `faulthandler`, which
becomes a report at the next start.
"""

import contextlib
import faulthandler
import logging
import sys
import threading
import traceback
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import TextIO

import kbdesk
from kbdesk.paths import Profile

log = logging.getLogger(__name__)

KEPT = 5  # reports
LONGEST = 32 * 1024  # characters of one
FRAMES = 40
MOST = 20  # reports of one session: then something is wrong that one more would not explain
TRACE = "hard-end.txt"
Hook = Callable[[type[BaseException], BaseException, TracebackType | None], object]
ThreadHook = Callable[[threading.ExceptHookArgs], object]
PATTERN = "report-*.txt"


@dataclass
class Reports:
    """The reports of one profile. `told` hears of each new one, on whatever thread it happened."""

    profile: Profile
    told: Callable[[Path], object] = lambda _file: None
    _known: set[tuple[str, ...]] = field(default_factory=set)
    _trace: TextIO | None = None
    _before: tuple[Hook, ThreadHook] = (sys.__excepthook__, threading.excepthook)
    _lock: threading.Lock = field(default_factory=threading.Lock)

    @property
    def folder(self) -> Path:
        return self.profile.logs

    def begin(self) -> Path | None:
        """Listen from now on; return the report of a hard end last time, if there was one."""
        try:
            self.profile.make().logs.mkdir(exist_ok=True)
            last = self._take_trace()
            self._trace = (self.folder / TRACE).open("w", encoding="utf-8")
            faulthandler.enable(self._trace)
        except OSError as error:
            log.warning("No reports can be kept in %s: %s", self.folder, error.strerror)
            return None
        self._before = (sys.excepthook, threading.excepthook)
        sys.excepthook, threading.excepthook = self._on_exception, self._on_thread
        return last

    def end(self) -> None:
        """Listen no more; a desk that ended well leaves no trace. Safe to call twice."""
        if self._trace is None:
            return
        faulthandler.disable()
        self._trace.close()
        self._trace = None
        sys.excepthook, threading.excepthook = self._before
        with contextlib.suppress(OSError):
            (self.folder / TRACE).unlink()

    def note(self, error: BaseException, where: str = "") -> Path | None:
        """Write a report of an error; None when one like it was written, or none can be."""
        frames = traceback.extract_tb(error.__traceback__)[-FRAMES:]
        last = f"{frames[-1].filename}:{frames[-1].lineno}" if frames else ""
        return self._write((type(error).__name__, last), _told(error), where)

    def note_message(self, message: str) -> Path | None:
        """Write a report of what Qt calls critical."""
        return self._write(("Qt", message), f"Qt: {message[:500]}", "")

    def newest(self) -> Path | None:
        """Return the last report kept."""
        with contextlib.suppress(OSError):
            return max(self.folder.glob(PATTERN), key=lambda f: f.name, default=None)
        return None

    def _on_exception(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        log.error("Unexpected: %s", kind.__name__, exc_info=(kind, error, trace))
        self.note(error)

    def _on_thread(self, caught: threading.ExceptHookArgs) -> None:
        if caught.exc_value is not None:
            name = caught.thread.name if caught.thread else ""
            log.error("Unexpected in %s: %s", name, caught.exc_type.__name__)
            self.note(caught.exc_value, name)

    def _write(self, key: tuple[str, ...], text: str, where: str) -> Path | None:
        with self._lock:
            if key in self._known or len(self._known) >= MOST:
                return None
            self._known.add(key)
            file = self._kept(text, where)
        if file is not None:
            self.told(file)
        return file

    def _kept(self, text: str, where: str) -> Path | None:
        import platform  # late: no part of the start

        now = datetime.now(UTC)
        file = self.folder / f"report-{now:%Y%m%d-%H%M%S}-{len(self._known):02}.txt"
        head = [
            f"kbdesk {kbdesk.__version__}, {now:%Y-%m-%d %H:%M:%S} UTC",
            f"Python {platform.python_version()}, {platform.system()} {platform.release()}",
        ]
        lines = [*head, f"Thread: {where}" if where else "", text]
        try:
            file.write_text("\n".join(line for line in lines if line)[:LONGEST] + "\n", "utf-8")
            for old in sorted(self.folder.glob(PATTERN))[:-KEPT]:
                old.unlink()
        except OSError as error:
            log.warning("A report could not be written: %s", error.strerror)
            return None
        return file

    def _take_trace(self) -> Path | None:
        """Make a report of the trace that a hard end left."""
        with contextlib.suppress(FileNotFoundError):
            trace = (self.folder / TRACE).read_text("utf-8", errors="replace")[:LONGEST].strip()
            if trace:
                return self._kept(f"The program ended hard.\n{_without_folders(trace)}", "")
        return None


def _told(error: BaseException) -> str:
    """Tell an error without its message: classes and places, outermost cause first."""
    chain: list[BaseException] = []
    one: BaseException | None = error
    while one is not None and one not in chain and len(chain) < 5:
        chain.append(one)
        one = one.__cause__ or (None if one.__suppress_context__ else one.__context__)
    return "\n\n".join(_one(part) for part in reversed(chain))


def _one(error: BaseException) -> str:
    frames = traceback.extract_tb(error.__traceback__)[-FRAMES:]
    number = f" ({error.errno})" if isinstance(error, OSError) and error.errno else ""
    lines = [f"  {_place(f.filename)}:{f.lineno} {f.name}" for f in frames]
    return "\n".join([f"{type(error).__qualname__}{number}", *lines])


def _place(filename: str) -> str:
    """Name a file by its last parts: the folders before it may hold a person's name."""
    return "/".join(Path(filename).parts[-3:])


def _without_folders(trace: str) -> str:
    pieces = trace.split('"')
    pieces[1::2] = [_place(piece) for piece in pieces[1::2]]
    return '"'.join(pieces)
