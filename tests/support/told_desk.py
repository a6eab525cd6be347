"""A desk in a window of its own desktop, watched and typed into from outside."""

import contextlib
import json
import sqlite3
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path

from kbdesk.paths import Profile
from tests.support.desk_facts import Facts
from tests.support.x11_desktop import Desktop

CHECKOUT = Path(__file__).resolve().parents[2]
PATIENCE = 60.0  # seconds
TITLE = "^kbdesk$"
# kbdesk-open that does not give up after a second: a desk of a busy machine may answer later
PATIENT = f"""
import sys
from kbdesk import handing
handing.hand_over.__defaults__ = ({PATIENCE},)
sys.exit(handing.main())
"""
CALL = "kbdesk://call?call=c1&from=0639981207&queue=facturation&intent=remboursement"


class ToldDesk:
    """Starts `telling_desk` on a desktop, hears what it says, and strikes keys as a person does."""

    tells: tuple[str, ...] = ()  # what more it tells

    def __init__(self, on: Desktop) -> None:
        self.on = on
        self.facts = Facts()
        self.seen: tuple[str, ...] = ()  # every name and text on screen, where it tells words
        self.acts: list[str] = []  # as called for; "!" before the name of one that did not apply
        self._news = threading.Condition()
        self._complaints = (on.home / "stderr").open("a+")
        self.process = subprocess.Popen(
            [sys.executable, "-m", "tests.support.telling_desk", *self.tells],
            stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=self._complaints,
            text=True, env=on.environment, cwd=CHECKOUT,
        )  # fmt: skip
        self._ended = False
        self._listener = threading.Thread(target=self._listen, daemon=True)
        self._listener.start()

    def _listen(self) -> None:
        for line in self.process.stdout or ():
            kind, _, said = line.strip().partition(" ")
            with self._news:
                if kind == "facts":
                    self.facts = Facts.read(said)
                elif kind == "seen":
                    self.seen = tuple(json.loads(said))
                elif kind == "act":
                    name, _, applies = said.partition(" ")
                    self.acts.append(name if applies == "yes" else f"!{name}")
                self._news.notify_all()
        with self._news:
            self._ended = True
            self._news.notify_all()

    def until(self, holds: Callable[[Facts], object], awaited: str) -> Facts:
        """Wait until something is to be seen; return the facts of that moment."""
        deadline = time.monotonic() + PATIENCE
        with self._news:
            while not holds(self.facts):
                left = deadline - time.monotonic()
                assert left > 0, f"waited in vain for {awaited}: {self.facts}"
                assert not self._ended, (
                    f"it ended ({self.process.wait(PATIENCE)}) before {awaited}: {self.complaints}"
                )
                self._news.wait(left)
            return self.facts

    def until_done(self, act: str) -> None:
        """Wait until an act was called for since the last time this was asked."""
        self.until(lambda _: act in self.acts or f"!{act}" in self.acts, f"the act {act}")
        assert act in self.acts, f"{act} does not apply: {self.facts}"
        self.acts.clear()

    @property
    def window(self) -> str:
        """The id of its window; another one after it was docked."""
        return self.on.window(TITLE)

    def come_up(self) -> None:
        """Wait until it is whole and has the keys."""
        self.until(lambda f: f.settled and f.screen, "the window")
        self.on.wait(lambda: self.on.active() == self.window, "the desk to be active")
        self.until(lambda f: f.focus == "SearchField", "the caret in the search field")

    def falls_behind(self) -> None:
        """Wait until the desk itself knows that another window has the keys.

        Qt tells it a moment after the window manager did; until then a step would find it active.
        """
        self.until(lambda f: not f.active and not f.focus, "the desk to be behind")

    def press(self, *keys: str) -> None:
        """Strike keys, as xdotool names them, wherever the focus of the display is."""
        self.on.ask("xdotool", "key", "--delay", "20", *keys)

    def type(self, text: str) -> None:
        self.on.ask("xdotool", "type", "--delay", "20", text)

    def find(self, words: str) -> Facts:
        """Type words where the caret is; wait until their results and the first article stand."""
        self.type(words)
        return self.until(
            lambda f: f.query == words and f.settled and f.article == f.chosen != "",
            f"what is found for {words}",
        )

    # the end

    @property
    def complaints(self) -> str:
        return (self.on.home / "stderr").read_text("utf-8")

    def kill(self) -> None:
        self.process.kill()
        self._let_go()

    def quit(self) -> None:
        """Leave as a person does, by its key."""
        self.on.ask("xdotool", "windowactivate", "--sync", self.window)
        self.press("ctrl+q")
        assert self.process.wait(PATIENCE) == 0
        self._let_go()

    def end(self) -> None:
        """Make sure that it is gone, however the test went."""
        if self.process.poll() is None:
            self.process.terminate()
        self._let_go()

    def _let_go(self) -> None:
        self.process.wait(PATIENCE)
        self._listener.join(PATIENCE)
        self._complaints.close()
        if self.process.stdout is not None:
            self.process.stdout.close()


def complaints(desk: ToldDesk, profile: Profile) -> str:
    """Return what stands on stderr, and every warning of the log."""
    log = (profile.logs / "kbdesk.log").read_text("utf-8").splitlines()
    return desk.complaints + "\n".join(
        line for line in log if " INFO " not in line and " DEBUG " not in line
    )


def hand_over(on: Desktop, link: str) -> float:
    """Run kbdesk-open as a softphone does; return when it was started."""
    begun = time.perf_counter()  # the clock of the system: the desk reads the same one
    command = [sys.executable, "-c", PATIENT, "--no-start", link]
    assert subprocess.run(command, env=on.environment, timeout=PATIENCE).returncode == 0
    return begun


def rows(profile: Profile, query: str) -> list[str]:
    """Return the first column of what user.db answers."""
    with contextlib.closing(sqlite3.connect(profile.root / "user.db")) as user:
        return [row[0] for row in user.execute(query)]


def note_kept(profile: Profile) -> str:
    """Return the notes of all contacts as user.db has them."""
    return "\n".join(rows(profile, "SELECT note FROM contacts"))
