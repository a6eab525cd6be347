"""G16, G24, G28, F18, N03: how old a copy is whatever its clock shows, and what it may still do."""

import threading
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kbdesk.clock import FixedClock, SystemClock
from kbdesk.core.articles import MANUAL
from kbdesk.core.lease import Level, Mark
from kbdesk.core.results import Scope
from kbdesk.errors import ContentLocked
from kbdesk.paths import Profile
from kbdesk.services.health import Finding, examine
from kbdesk.services.reading.lease import Leases
from kbdesk.services.workspace import Workspace
from kbdesk.store.lease_notes import LeaseNotes
from sync.protocol.wire import Policy
from tests.support.bases import article
from tests.support.silence import Silence

NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)
MOMENT = "2026-11-22T12:00:00Z"
HOUR, DAY = timedelta(hours=1), timedelta(days=1)
MINUTE = timedelta(minutes=1)
YEARS = timedelta(days=20 * 365)


@pytest.fixture
def clock() -> FixedClock:
    return FixedClock(NOON)


@pytest.fixture
def workspace(tmp_path: Path, clock: FixedClock) -> Iterator[Workspace]:
    with Workspace(Profile(tmp_path / "profile"), clock) as found:
        yield found


@pytest.fixture
def leases(workspace: Workspace) -> Leases:
    """Of a copy that was level at noon, in a house that locks after seven days."""
    workspace.leases.learn(Policy(lease_days=7))
    workspace.leases.renew(MOMENT)
    return workspace.leases


def restarted(workspace: Workspace, clock: FixedClock) -> Leases:
    """Start kbdesk again on the same profile: what was measured is gone with the process."""
    clock.run = timedelta(days=3)  # of another boot: the numbers of before mean nothing
    return Leases(LeaseNotes(workspace.kb), clock)


def test_a_base_without_a_server_is_always_fresh(workspace: Workspace, clock: FixedClock) -> None:
    clock.pass_(400 * DAY)
    lease = workspace.leases.lease()
    assert (lease.level, lease.since, lease.age) == (Level.FRESH, None, None)
    workspace.leases.refuse_locked()


@pytest.mark.parametrize(
    ("passed", "level"),
    [
        (8 * HOUR, Level.FRESH),
        (8 * HOUR + MINUTE, Level.AGEING),
        (7 * DAY, Level.AGEING),
        (7 * DAY + MINUTE, Level.LOCKED),
    ],
)
def test_a_copy_ages_and_then_locks(
    leases: Leases, clock: FixedClock, passed: timedelta, level: Level
) -> None:
    clock.pass_(passed)
    assert (leases.lease().level, leases.lease().age) == (level, passed)
    assert leases.lease().since == NOON


def test_a_success_unlocks(leases: Leases, clock: FixedClock) -> None:
    clock.pass_(8 * DAY)
    with pytest.raises(ContentLocked, match="8 days") as caught:
        leases.refuse_locked()
    assert "kbdesk sync" in caught.value.remedy
    leases.renew("2026-11-30T12:00:00Z")
    leases.refuse_locked()
    assert leases.lease().age == timedelta(0)


def test_a_house_that_asks_nothing_locks_nothing(workspace: Workspace, clock: FixedClock) -> None:
    """The default: no lock, however long; that it is old is said all the same."""
    workspace.leases.renew(MOMENT)
    clock.pass_(900 * DAY)
    assert workspace.leases.lease().level is Level.AGEING
    workspace.leases.learn(Policy(stale_after=0, classes={"critical": 0}))
    assert workspace.leases.lease().level is Level.FRESH
    assert workspace.leases.of("critical").level is Level.FRESH


def test_critical_content_ages_after_four_hours_and_ordinary_does_not(
    leases: Leases, clock: FixedClock
) -> None:
    """N03: at 4 h 01 the critical one asks for care, normal articles are unchanged."""
    clock.pass_(4 * HOUR)
    assert leases.of("critical").level is Level.FRESH
    clock.pass_(MINUTE)
    ageing = leases.of("critical")
    assert (ageing.level, ageing.of, ageing.age) == (
        Level.AGEING, "critical", 4 * HOUR + MINUTE,
    )  # fmt: skip
    assert [leases.of(name).level for name in ("", "tariff")] == [Level.FRESH, Level.FRESH]
    leases.learn(Policy(classes={"critical": 4, "tariff": 1}))
    assert leases.of("tariff").level is Level.AGEING


JUMPS = [YEARS, -YEARS, DAY, -DAY, 11 * MINUTE]


@pytest.mark.parametrize("jump", JUMPS)
def test_a_clock_moved_within_a_run_decides_nothing_and_is_told(
    leases: Leases, clock: FixedClock, jump: timedelta
) -> None:
    assert leases.clock_off is None
    clock.pass_(2 * HOUR)
    clock.moment += jump
    clock.pass_(3 * HOUR)
    assert leases.lease().age == 5 * HOUR
    assert leases.clock_off == jump
    clock.moment -= jump
    assert leases.clock_off is None


@pytest.mark.parametrize("jump", JUMPS)
def test_a_clock_moved_within_a_run_is_no_gap_for_the_next(
    workspace: Workspace, leases: Leases, clock: FixedClock, jump: timedelta
) -> None:
    clock.pass_(HOUR)
    clock.moment += jump
    leases.keep()
    clock.pass_(2 * HOUR)  # closed meanwhile
    assert restarted(workspace, clock).lease().age == 3 * HOUR


@pytest.mark.parametrize("off", [2 * DAY, -2 * DAY])
def test_a_clock_that_is_always_wrong_ages_a_copy_like_any(
    workspace: Workspace, clock: FixedClock, off: timedelta
) -> None:
    """B05: the server's moment says how wrong it is, and that is told from the first success."""
    clock.moment += off
    workspace.leases.renew(MOMENT)
    assert workspace.leases.clock_off == off
    clock.pass_(5 * HOUR)
    again = restarted(workspace, clock)
    assert again.of("critical").level is Level.AGEING
    assert again.lease().age == 5 * HOUR
    assert again.clock_off == off


def test_a_clock_set_back_while_it_was_closed_renews_nothing(
    workspace: Workspace, leases: Leases, clock: FixedClock
) -> None:
    clock.pass_(6 * DAY)
    leases.keep()
    clock.moment = NOON  # set back by six days
    again = restarted(workspace, clock)
    assert again.lease().age == 6 * DAY
    assert again.clock_off == -6 * DAY
    clock.pass_(DAY + MINUTE)
    assert again.lease().level is Level.LOCKED


def test_a_clock_put_right_while_it_was_closed_shows_the_moment_itself(
    workspace: Workspace, leases: Leases, clock: FixedClock
) -> None:
    """A flat battery: the clock ran years ahead, and then the network put it right."""
    clock.moment += YEARS
    leases.keep()
    clock.moment = NOON + 9 * HOUR
    again = restarted(workspace, clock)
    assert again.lease().age == 9 * HOUR
    assert again.clock_off is None


def test_a_day_with_kbdesk_closed_counts(
    workspace: Workspace, leases: Leases, clock: FixedClock
) -> None:
    leases.keep()
    clock.pass_(8 * DAY)
    assert restarted(workspace, clock).lease().level is Level.LOCKED


def test_time_is_kept_while_it_runs_so_that_a_kill_loses_little(
    workspace: Workspace, leases: Leases, clock: FixedClock
) -> None:
    notes = LeaseNotes(workspace.kb)
    before, _ = notes.read()
    clock.pass_(4 * MINUTE)
    leases.keep()
    assert notes.read()[0] == before, "not every minute is worth a write"
    clock.pass_(MINUTE)
    leases.keep()
    kept, _ = notes.read()
    assert kept is not None
    assert kept.age == 5 * MINUTE


def test_another_process_that_syncs_renews_the_lease_of_this_one(
    workspace: Workspace, leases: Leases, clock: FixedClock
) -> None:
    clock.pass_(8 * DAY)
    assert leases.lease().level is Level.LOCKED
    restarted(workspace, clock).renew("2026-11-30T12:00:00Z")
    assert leases.lease().level is Level.FRESH


def test_what_another_process_measured_is_not_lost(
    workspace: Workspace, leases: Leases, clock: FixedClock
) -> None:
    """Two on one profile, the clock set back before the second began: the larger moment stands."""
    clock.pass_(6 * HOUR)
    clock.moment = NOON
    other = Leases(LeaseNotes(workspace.kb), clock)
    assert other.lease().age == timedelta(0), "it cannot know better yet"
    leases.keep()
    assert other.lease().age == 6 * HOUR
    other.keep()
    assert leases.lease().age == 6 * HOUR


def test_a_server_that_says_no_moment_is_taken_by_the_clock_here(
    workspace: Workspace, clock: FixedClock
) -> None:
    """An older server, or one that says nonsense; and a success counts though the clock stood."""
    for said in ("", "yesterday", "2026-11-22T12:00:00"):
        clock.run += 9 * HOUR  # the wall clock stands still
        workspace.leases.renew(said)
        assert workspace.leases.lease().age == timedelta(0)
        assert workspace.leases.lease().since == NOON


def test_a_copy_of_an_older_kbdesk_has_its_last_success_for_a_lease(
    workspace: Workspace, clock: FixedClock
) -> None:
    with workspace.kb.writing() as connection:
        connection.execute("INSERT INTO meta VALUES ('last_success', ?)", (NOON.isoformat(),))
    clock.pass_(9 * HOUR)
    assert workspace.leases.lease().age == 9 * HOUR


def test_a_thread_that_read_before_the_first_policy_came_finds_nothing_wrong(
    workspace: Workspace, clock: FixedClock
) -> None:
    """Two threads, two states of the store: the older one holds no policy, which is no damage."""
    leases = workspace.leases
    leases.renew(MOMENT)
    clock.pass_(2 * DAY)
    newer: list[Level] = []

    def another() -> None:
        leases.learn(Policy(lease_days=1))
        newer.append(leases.lease().level)

    with leases.one_moment():
        assert leases.lease().level is Level.AGEING
        thread = threading.Thread(target=another)
        thread.start()
        thread.join()
        assert leases.lease().level is Level.AGEING
    assert newer == [leases.lease().level] == [Level.LOCKED]


def test_a_policy_that_cannot_be_read_asks_what_a_house_asks_by_default(
    workspace: Workspace, clock: FixedClock, silence: Silence
) -> None:
    silence.expect("policy that is kept could not be read")
    LeaseNotes(workspace.kb).write_policy('{"lease_days": -1}')
    workspace.leases.renew(MOMENT)
    clock.pass_(30 * DAY)
    assert workspace.leases.lease().level is Level.AGEING


# what is locked

ACTS: dict[str, Callable[[Workspace], object]] = {
    "open": lambda w: w.knowledge.open("avoir"),
    "search": lambda w: w.knowledge.search("avoir"),
    "find": lambda w: w.knowledge.find("avoir", limit=3, typing=True),
    "text": lambda w: w.knowledge.plain_text("avoir"),
    "document": lambda w: w.knowledge.document("avoir"),
    "printout": lambda w: w.knowledge.printout("avoir"),
}


@pytest.fixture
def locked(workspace: Workspace, leases: Leases, clock: FixedClock) -> Workspace:
    """A locked copy whose person has a favourite, a reading and something waiting."""
    workspace.articles.put_all([article("avoir", "Un avoir."), article("aide", "Une page.")])
    workspace.catch_up()
    workspace.knowledge.toggle_favourite("avoir")
    workspace.knowledge.record_open("avoir")
    workspace.knowledge.not_found("kayak", Scope())
    clock.pass_(8 * DAY)
    return workspace


@pytest.mark.parametrize("name", ACTS)
def test_nothing_of_the_base_is_shown_while_it_is_locked(locked: Workspace, name: str) -> None:
    with pytest.raises(ContentLocked):
        ACTS[name](locked)
    locked.leases.renew("2026-11-30T12:00:00Z")
    ACTS[name](locked)


def test_lists_are_empty_while_it_is_locked_and_the_persons_work_is_theirs(
    locked: Workspace,
) -> None:
    knowledge = locked.knowledge
    assert (knowledge.favourites(), knowledge.recents(), knowledge.suggest("av")) == ((), (), ())
    assert locked.outbox.count() == 1
    knowledge.not_found("pagaie", Scope())
    assert locked.outbox.count() == 2
    locked.leases.renew("2026-11-30T12:00:00Z")
    assert [card.id for card in knowledge.favourites()] == ["avoir"]


def test_the_manual_can_be_read_while_it_is_locked(locked: Workspace) -> None:
    knowledge = locked.knowledge
    assert knowledge.search("sync", scope=Scope(spaces=(MANUAL,))).hits == ()


def test_an_article_says_what_it_is_worth_when_it_is_opened(
    workspace: Workspace, leases: Leases, clock: FixedClock
) -> None:
    from kbdesk.content.articles import parse

    text = "---\nclass: Critical\n---\n# Panne\n"
    workspace.articles.put_all([parse(text, path="panne.md"), article("avoir", "Un avoir.")])
    clock.pass_(5 * HOUR)
    assert workspace.knowledge.open("panne").lease.level is Level.AGEING
    assert workspace.knowledge.open("avoir").lease.level is Level.FRESH


def test_the_doctor_tells_a_clock_that_is_wrong(
    workspace: Workspace, leases: Leases, clock: FixedClock
) -> None:
    def found() -> Finding:
        return next(
            one for one in examine(workspace.profile, clock=clock) if one.subject == "clock"
        )

    assert found().fine
    clock.moment -= DAY
    leases.keep()  # it stood right in front of us when it was set back
    assert not found().fine
    assert "24.0 h before" in found().sentence


# the arithmetic, whatever happens

EVENTS = st.lists(
    st.tuples(
        st.sampled_from(["run", "closed", "back while closed", "any jump while open"]),
        st.integers(0, 60 * 24 * 40),
    ),
    max_size=12,
)


@settings(max_examples=300, deadline=None)
@given(EVENTS)
def test_no_play_with_the_clock_hides_the_time_in_which_it_ran(
    events: list[tuple[str, int]],
) -> None:
    """The reckoning is never less than what was measured, and never goes back."""
    mark, wall, ran = Mark(NOON, NOON, NOON), NOON, timedelta(0)
    for what, minutes in events:
        before, span = mark.reckoned, timedelta(minutes=minutes)
        if what == "run":
            wall, ran = wall + span, ran + span
            mark = mark.after(span, wall)
        elif what == "any jump while open":
            wall += span * (1 if minutes % 2 else -1)
            mark = mark.after(timedelta(0), wall)
        else:
            wall += span if what == "closed" else -span
            mark = mark.after_a_gap(wall)
        assert mark.reckoned >= before
        assert mark.age >= ran


def test_the_machines_own_measure_goes_forward_only() -> None:
    clock = SystemClock()
    assert timedelta(0) <= clock.steady() <= clock.steady()
