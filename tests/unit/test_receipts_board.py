"""The board's rules: five states, who is late and who cannot be, teams and order."""

from collections import Counter
from collections.abc import Iterable
from datetime import UTC, datetime, timedelta

import pytest

from kbdesk.core.announcements import Level, State
from kbdesk.core.receipts_board import (
    PATIENCE,
    Alike,
    BoardRow,
    Come,
    Known,
    Moment,
    Roll,
    Sent,
    by_name,
    by_need,
    rows,
    summed,
    teams,
    within,
)

NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)
HOUR, DAY = timedelta(hours=1), timedelta(days=1)
ANA = Known("ana", "Ana", "agent", ("lyon",), ("base",), seen=NOON - DAY)


def sent(level: Level = Level.CRITICAL, **more: object) -> Sent:
    told: dict[str, object] = {
        "title": "Plafond", "body": "", "audience": "all", "audience_title": "", "by": "chef",
        "by_name": "Chef", "at": NOON,
    }  # fmt: skip
    return Sent(id="n", level=level, **(told | more))  # type: ignore[arg-type]  # of the right types each


def reached(*states: State, server: datetime = NOON) -> dict[State, Moment]:
    return {state: Moment(server, server, "pc") for state in states}


def row(
    known: Known, states: dict[State, Moment], wrong: int, notice: Sent, now: datetime
) -> BoardRow:
    """Make the row of one person."""
    state = max(states, key=lambda one: one.rank, default=State.NOT_DELIVERED)
    first = min((one.server for one in states.values() if one.server), default=None)
    [one] = rows([(known, Come(state, states, first, wrong))], notice, now)
    return one


def test_who_could_not_have_received_it_is_never_late() -> None:
    """N01: whatever time has passed, whether no desk was heard, or one was and brought nothing."""
    for colleague in (ANA, Known("bo", "Bo", "agent"), Known("cy", "Cy", "agent", here=True)):
        one = row(colleague, {}, 0, sent(), NOON + 365 * DAY)
        assert (one.state, one.late, one.since) == (State.NOT_DELIVERED, False, NOON)
    assert not row(ANA, {}, 0, sent(), NOON + DAY).reachable
    heard = Known("ana", "Ana", "agent", seen=NOON + HOUR)
    assert row(heard, {}, 0, sent(), NOON + DAY).reachable


@pytest.mark.parametrize("level", [*Level])
def test_who_has_it_is_late_when_the_patience_of_its_level_is_over(level: Level) -> None:
    """Counted from the delivery that the server knows of, never from the sending alone."""
    notice = sent(level, receipt=True)
    came = NOON + DAY
    held = reached(State.DELIVERED, server=came)
    assert not row(ANA, held, 0, notice, came + PATIENCE[level]).late
    assert row(ANA, held, 0, notice, came + PATIENCE[level] + HOUR).late


def test_who_has_done_it_is_not_late_and_neither_is_anybody_once_it_was_recalled() -> None:
    done = reached(State.DELIVERED, State.SHOWN, State.ACKNOWLEDGED)
    one = row(ANA, done, 0, sent(), NOON + DAY)
    assert (one.state, one.done, one.late, one.moment) == (
        State.ACKNOWLEDGED, True, False, done[State.ACKNOWLEDGED],
    )  # fmt: skip


def test_a_new_version_gives_everyone_their_time_again() -> None:
    """What was delivered of it counts from the edit; nobody is late for an edit of a minute ago."""
    edited = sent(version=2, edited=NOON + DAY)
    early = reached(State.DELIVERED)  # a server's clock that was behind
    assert not row(ANA, early, 0, edited, NOON + DAY + timedelta(minutes=1)).late


def test_an_audience_is_a_role_a_group_a_shelf_or_a_person() -> None:
    for audience in ("all", "role:agent", "group:lyon", "space:base", "person:ana"):
        assert within(audience, ANA), audience
    for audience in ("role:author", "group:nice", "space:rh", "person:bo", "", "nothing:x"):
        assert not within(audience, ANA), audience


def three() -> tuple[BoardRow, ...]:
    people = [
        (Known("a", "Zoé", "agent", ("lyon",)), reached(State.DELIVERED, State.SHOWN)),
        (Known("b", "Ana", "agent", ("lyon", "nuit"), here=True), {}),
        (Known("c", "Bo", "agent"), reached(*list(State)[1:4])),
    ]
    return tuple(row(known, states, 0, sent(), NOON + DAY) for known, states in people)


def alike(people: Iterable[BoardRow]) -> Counter[Alike]:
    return Counter(Alike(one.groups, one.state, one.present, one.late) for one in people)


def no_roll() -> Roll:
    def nobody(_group: str | None) -> tuple[Known, ...]:
        raise AssertionError("A row was made.")

    return Roll(nobody, lambda _person: Come(), sent(), NOON)


def test_all_five_states_are_counted_and_who_is_missing_comes_first() -> None:
    """The numbers are there without one row having been made."""
    board = summed(sent(), alike(three()), no_roll())
    assert board.counts == {
        State.NOT_DELIVERED: 1, State.DELIVERED: 0, State.SHOWN: 1, State.ACKNOWLEDGED: 1,
        State.UNDERSTOOD: 0,
    }  # fmt: skip
    assert (board.people, board.done, board.missing, board.late) == (3, 1, 2, 1)
    assert (board.present, board.missing_present) == (1, 1)
    assert (board.sent.people, board.sent.done, board.sent.late) == (3, 1, 1)
    assert [one.person for one in by_need(three())] == ["b", "a", "c"]


def test_who_is_missing_of_a_team_is_found_without_the_others() -> None:
    """A row is made of those who are looked at, and of nobody else."""
    ana, bo = Known("a", "Ana", "agent", ("lyon",)), Known("b", "Bo", "agent", ("lyon",))
    asked: list[str] = []

    def come(person: str) -> Come:
        asked.append(person)
        return Come(State.ACKNOWLEDGED if person == "b" else State.NOT_DELIVERED)

    roll = Roll(lambda group: {"lyon": (ana, bo)}[group or ""], come, sent(), NOON)
    assert [one.person for one in roll.missing("lyon")] == ["a"]
    assert asked == ["a", "b"]


def test_colleagues_stand_by_name_whatever_they_are_called() -> None:
    people = [Known("a", "Zoé", ""), Known("c", "ana", ""), Known("b", "Ana", "")]
    assert [one.person for one in by_name(people)] == ["b", "c", "a"]


def test_teams_stand_with_the_worst_first_and_people_count_in_each_of_theirs() -> None:
    found = teams(alike(three()), State.ACKNOWLEDGED, {"lyon": "Lyon"})
    assert [(team.group, team.people, team.done) for team in found] == [
        ("lyon", 2, 0), ("nuit", 1, 0), ("", 1, 1),
    ]  # fmt: skip
    assert (found[0].title, found[0].share, found[0].late) == ("Lyon", 0.0, 1)
