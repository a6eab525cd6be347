"""Calls as they come: by kbdesk-open and from a real telephone, painted in a real window.

Another window is active meanwhile, as a softphone is; it stays active and keeps its keys.
"""

import contextlib
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from itertools import count
from pathlib import Path

import pytest

from kbdesk.paths import Profile
from kbdesk.settings import Settings
from tests.bench.figures import Spread
from tests.support.in_time import in_time
from tests.support.telephone import Telephone
from tests.support.told_desk import CALL, ToldDesk, hand_over, rows
from tests.support.x11_desktop import start_softphone
from tests.support.x11_eyes import Eyes

CALLER = "+33639981207"  # of the sample base


def test_a_call_is_painted_and_takes_no_key_from_another_window(
    desk: ToldDesk, eyes: Eyes, capsys: pytest.CaptureFixture[str]
) -> None:
    """A card stands on the screen soon after kbdesk-open was started; the active window stays."""
    on = desk.on
    softphone = start_softphone(on)
    on.ask("xdotool", "windowmove", softphone, "0", "0")
    desk.falls_behind()
    eyes.remember()
    numbers = count(1)

    def seconds() -> float:
        number = next(numbers)
        if number > 1:
            abandon(desk, f"c{number - 1}")
        begun = hand_over(on, CALL.replace("c1", f"c{number}"))
        shown = desk.until(lambda f: f.contact in f.painted, "the card to be painted")
        took = shown.painted[shown.contact] - begun
        with capsys.disabled():
            print(f"\nkbdesk-open started, card painted: {took * 1000:.0f} ms")  # noqa: T201  # a figure
        return took

    assert in_time(2, seconds), "loosely: this machine may be busy"
    shown = desk.facts
    assert on.active() == softphone
    on.wait(lambda: eyes.changed(shown.box) > 0.05, "the pixels of the card")

    on.ask("xdotool", "type", "abc")
    on.window("Softphone stand-in abc")
    after = desk.until(lambda f: f.settled, "rest")
    assert (after.query, after.note, after.active) == ("", "", False)


def test_a_call_takes_no_key_from_who_types_in_the_desk(desk: ToldDesk) -> None:
    """Letters struck while it rings go on into the search."""
    desk.type("rembour")
    desk.until(lambda f: f.query == "rembour", "the letters")
    hand_over(desk.on, CALL)
    desk.type("sement")
    shown = desk.until(lambda f: f.contact in f.painted and f.query == "remboursement", "both")
    assert (shown.focus, shown.note) == ("SearchField", "")
    desk.until(lambda f: f.lead, "the first card")
    desk.press("alt+1")
    opened = desk.until(lambda f: f.article == f.lead != "", "the first card, by its key")
    assert opened.focus == "SearchField", "it is read beside, and who types goes on"


@pytest.mark.long
def test_twenty_calls_are_painted_one_after_the_other(
    desk: ToldDesk, capsys: pytest.CaptureFixture[str]
) -> None:
    """Each by kbdesk-open while another window is active; each is gone once it was abandoned."""
    softphone = start_softphone(desk.on)
    desk.falls_behind()
    took = []
    for number in range(20):
        link = CALL.replace("c1", f"c{number}")
        begun = hand_over(desk.on, link)
        shown = desk.until(lambda f: f.contact in f.painted, "the card to be painted")
        took.append((shown.painted[shown.contact] - begun) * 1000)
        abandon(desk, f"c{number}")
    assert len(desk.facts.painted) == len(took)
    assert desk.on.active() == softphone
    spread = Spread.of(took)
    figures = f"p50 {spread.p50:.0f}, p95 {spread.p95:.0f}, worst {spread.worst:.0f}"
    with capsys.disabled():
        print(f"\nkbdesk-open started, card painted, ms: {figures}")  # noqa: T201  # figures
    assert spread.p95 < 2000, "loosely: this machine may be busy"


def abandon(desk: ToldDesk, call: str) -> None:
    """Let a call that rings end."""
    hand_over(desk.on, CALL.replace("call?call=c1", f"call?state=ended&call={call}"))
    desk.until(lambda f: not f.contact, "nobody in hand")


# a telephone


@pytest.fixture
def telephone(tmp_path: Path, profile: Profile) -> Iterator[Telephone]:
    """A softphone that only rings, whose calls the desk of this profile hears."""
    folder = tmp_path / "baresip"
    folder.mkdir()
    made = Telephone(folder, answers=False)
    made.wait_until_it_listens()
    host, port = made.control
    Settings(language="en", theme="light", baresip=f"{host}:{port}").save(profile.settings)
    yield made
    made.close()


def test_a_real_call_is_painted_and_gone_when_it_is_abandoned(
    telephone: Telephone, desk: ToldDesk, profile: Profile
) -> None:
    """From sipp to baresip to the desk: the caller's card, then nothing, and no trace of it."""
    telephone.wait_until_heard()
    with calling(telephone, ring=2000):
        shown = desk.until(lambda f: f.contact in f.painted, "the card to be painted")
        assert (shown.number, shown.phase) == (CALLER, "ringing")
        desk.until(lambda f: not f.contact, "nobody in hand")
    assert not desk.facts.panel
    assert rows(profile, "SELECT key FROM contacts") == []


@pytest.mark.long
def test_of_twenty_real_calls_each_is_painted_and_none_stays(
    telephone: Telephone, desk: ToldDesk, profile: Profile
) -> None:
    """One after the other, then twenty at once."""
    telephone.wait_until_heard()
    with calling(telephone, times=20, at_once=1, ring=1000):
        desk.until(lambda f: len(f.painted) == 20, "twenty cards")
    desk.until(lambda f: not f.contact, "nobody in hand")
    with calling(telephone, times=20, ring=1000):
        desk.until(lambda f: len(f.painted) > 20 and f.waiting, "calls that wait")
    desk.until(lambda f: not f.contact and not f.waiting, "nobody in hand, nobody waiting")
    assert rows(profile, "SELECT key FROM contacts") == []


@contextlib.contextmanager
def calling(telephone: Telephone, **how: int) -> Iterator[None]:
    """Let it ring beside what is done here; it has to go well."""
    with ThreadPoolExecutor(1) as beside:
        rings = beside.submit(telephone.call, "cancel.xml", CALLER, **how)
        yield
        rings.result()
