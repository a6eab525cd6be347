"""A real desk of somebody at a real server, on a desktop of its own as on a computer of its own.

Struck with real keys and read from outside, in the words of its own language: `said` looks those up
where the desk finds them, so that a test names what is meant and the person reads their tongue.
Each station is kept as a picture when KBDESK_SHOTS names a folder.
"""

import os
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from PySide6.QtCore import QTranslator

from kbdesk.paths import Profile, resources
from kbdesk.services.connected.front_door import HttpDoor
from kbdesk.services.connected.session import Session
from kbdesk.services.connected.syncing import Syncing
from kbdesk.services.workspace import Workspace
from kbdesk.settings import Settings
from tests.support.desk_facts import Facts
from tests.support.sync_server import PASSWORD, SyncServer
from tests.support.told_desk import ToldDesk, complaints
from tests.support.told_words import SPACES
from tests.support.x11_desktop import Desktop, desktop
from tests.support.x11_eyes import Eyes

SHOTS = "KBDESK_SHOTS"
FAR = 60  # strokes of Tab: more than any page has stops


class LiveDesk(ToldDesk):
    """Tells every word on its screen."""

    tells = ("words",)

    def until_seen(self, *words: str) -> Facts:
        """Wait until all of these are to be read, each in one place."""
        return self.until(lambda _: all(self.shows(one) for one in words), f"{words} on screen")

    def until_gone(self, words: str) -> Facts:
        """Wait until this is to be read nowhere."""
        return self.until(lambda _: not self.shows(words), f"{words!r} to go")

    def shows(self, words: str) -> bool:
        """Return whether some place on screen says this."""
        return any(words in one for one in self.seen)

    def tab_to(self, name: str, key: str = "Tab") -> Facts:
        """Strike Tab until the keys are where this name is."""
        return self.tab_to_any([name], key)

    def tab_to_any(self, names: Sequence[str], key: str = "Tab") -> Facts:
        """Strike Tab until the keys are where one of these names is."""
        for _ in range(FAR):
            here = self.facts
            if any(name in here.name for name in names):
                return here
            self.step(key)
        raise AssertionError(f"Tab never came to {names}")

    def step(self, key: str) -> Facts:
        """Strike a key that brings the focus elsewhere."""
        was = self.facts.stop
        self.press(key)
        return self.until(lambda f: f.stop not in {0, was}, f"another place, by {key}")

    def choose(self, entry: str) -> Facts:
        """Open the menu that has the keys, walk to an entry by arrows, and take it."""
        self.press("space")
        self.until(lambda f: f.menu and f.row, "the menu")
        while entry not in self.facts.row:
            self._down()
        self.press("Return")
        return self.until(lambda f: not f.menu and entry in f.name, f"{entry!r}, chosen")

    def _down(self) -> None:
        was = self.facts.row
        self.press("Down")
        self.until(lambda f: f.row != was, f"another entry than {was!r}")

    def walk_to(self, title: str) -> None:
        """Go down the list that has the keys, from its first row to one."""
        self.press("Home")
        self.until(lambda f: f.caret == 0, "the first row")
        while not (here := self.facts).held.startswith(title):
            self.press("j")
            self.until(partial(_below, here.caret), f"a row further down, for {title}")

    def write(self, text: str) -> None:
        """Type where the caret is, and wait until it stands there."""
        self.type(text)
        self.until(lambda f: text in f.held, f"{text!r} in the field")

    def fill_in(self, name: str, text: str) -> None:
        """Come to a field by Tab and write into it."""
        self.tab_to(name)
        self.write(text)

    def until(self, holds: Callable[[Facts], object], awaited: str) -> Facts:
        """As any desk; a failure tells what was on screen meanwhile."""
        try:
            return super().until(holds, awaited)
        except AssertionError as error:
            seen = "\n  ".join(self.seen)
            raise AssertionError(f"{error}\nOn screen:\n  {seen}") from None


def _below(row: int, facts: Facts) -> bool:
    return facts.caret > row


@dataclass
class Seat:
    """Somebody's computer: a desktop, their profile, and the desk that runs on it."""

    person: str
    language: str
    on: Desktop
    profile: Profile
    eyes: Eyes | None
    desk: LiveDesk
    _words: dict[str, QTranslator] = field(default_factory=dict)
    _shots: int = 0

    def said(self, context: str, source: str, about: str = "", *, count: int = -1) -> str:
        """Return how this desk says a sentence of a class; an untranslated one as it is written."""
        if not self._words:
            self._words[self.language] = made = QTranslator()
            made.load(str(resources() / "i18n" / f"kbdesk_{self.language}.qm"))
        found = self._words[self.language].translate(context, source, about, count)
        text = (found or source).replace("%n", str(count))
        return " ".join(text.translate(SPACES).split())

    def come(self) -> LiveDesk:
        """Start the desk, and wait until it is whole and level with the server."""
        self.desk.come_up()
        self.desk.until_seen(self.said("Sentences", "Synced %1").partition(" %1")[0])
        return self.desk

    def again(self) -> LiveDesk:
        """Start another desk on the same profile, after the one before has gone."""
        self.desk = LiveDesk(self.on)
        return self.come()

    def shot(self, station: str) -> None:
        """Keep a picture of the whole screen, where somebody wants them."""
        if self.eyes is None:
            return
        self._shots += 1
        self.desk.until(lambda f: f.settled, "rest for a picture")
        name = f"{self.person}-{self.language}-{self._shots:02}-{station}.png"
        self.eyes.save(Path(os.environ[SHOTS]) / name)


@contextmanager
def seat(
    folder: Path, server: SyncServer, person: str, language: str, size: str = "1300x860x24"
) -> Iterator[Seat]:
    """Sit somebody down at a desk that is level; it has complained of nothing at its end."""
    home = folder / person / "home"
    home.mkdir(parents=True)
    profile = signed_in(folder / person / "profile", server, person)
    Settings(language=language, theme="light").save(profile.settings)
    with ExitStack() as ends:
        on = ends.enter_context(desktop(home, size))
        eyes = Eyes(on) if os.environ.get(SHOTS) else None
        if eyes is not None:
            Path(os.environ[SHOTS]).mkdir(parents=True, exist_ok=True)
            ends.callback(eyes.close)
        made = Seat(person, language, on, profile, eyes, LiveDesk(on))
        ends.callback(lambda: made.desk.end())  # noqa: PLW0108  # the desk of then, not of now
        made.come()
        yield made
        made.desk.quit()
    assert not (said := complaints(made.desk, profile)), said


def signed_in(folder: Path, server: SyncServer, person: str) -> Profile:
    """Make the profile of somebody who has signed in at this computer, and is level."""
    profile = Profile(folder)
    with Workspace(profile) as workspace:
        Session(workspace, HttpDoor()).sign_in(server.url, person, PASSWORD, device=f"pc-{person}")
        Syncing(workspace).sync_once()
        workspace.catch_up()
        workspace.live.since.here()
        workspace.live.since.put_away()  # what came before this shift was told
    return profile
