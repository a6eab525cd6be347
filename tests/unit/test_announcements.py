"""What is mine, in which order, and what may interrupt: the rules of announcements, as values."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from kbdesk.cli import announce_words
from kbdesk.core.announcements import (
    LINGER,
    Level,
    Notice,
    NoticeDraft,
    Recall,
    State,
    ended,
    faults,
    goal,
    in_force,
    join,
    next_moment,
    ordered,
    urgent,
)
from kbdesk.core.questions import parse_question

NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)
MINUTE, HOUR = timedelta(minutes=1), timedelta(hours=1)
CHECK = parse_question("Quel plafond ?\n- [x] 15 €\n- [ ] 10 €")


def notice(id_: str = "n", level: Level = Level.INFO, **more: object) -> Notice:
    told: dict[str, object] = {
        "title": id_, "body": "", "by": "chef", "by_name": "Chef", "at": NOON - HOUR,
    }  # fmt: skip
    return Notice(id=id_, level=level, **(told | more))  # type: ignore[arg-type]  # of the right types each


def ids(notices: tuple[Notice, ...]) -> list[str]:
    return [one.id for one in notices]


def test_it_starts_and_ends_at_the_minute() -> None:
    """Not a second before, and gone in the second of its end."""
    one = notice(starts=NOON, ends=NOON + HOUR)
    assert not in_force(one, NOON - timedelta(seconds=1))
    assert in_force(one, NOON)
    assert in_force(one, NOON + HOUR - timedelta(seconds=1))
    assert not in_force(one, NOON + HOUR)
    assert ended(one, NOON + HOUR)


def test_the_next_moment_is_when_something_turns() -> None:
    notices = [notice("a", starts=NOON + HOUR), notice("b", ends=NOON + MINUTE), notice("c")]
    assert next_moment(notices, NOON) == NOON + MINUTE
    assert next_moment(notices, NOON + MINUTE) == NOON + HOUR
    assert next_moment(notices, NOON + HOUR) is None


def test_what_is_asked_of_me_comes_first_and_critical_before_all() -> None:
    """Then important, then information; what is done is last, the newest of it first."""
    notices = [
        notice("done-old", Level.CRITICAL, state=State.ACKNOWLEDGED, at=NOON - 9 * HOUR),
        notice("info"),
        notice("critical-read", Level.CRITICAL, state=State.SHOWN),
        notice("important", Level.IMPORTANT),
        notice("critical", Level.CRITICAL),
        notice("done-new", state=State.SHOWN, at=NOON - MINUTE),
    ]
    assert ids(ordered(notices)) == [
        "critical", "critical-read", "important", "info", "done-new", "done-old",
    ]  # fmt: skip


def test_with_a_contact_in_hand_only_what_is_critical_interrupts() -> None:
    """D05: the rest waits for the end of it, reminded or not."""
    notices = [
        notice("critical", Level.CRITICAL),
        notice("important", Level.IMPORTANT),
        notice("reminded", state=State.SHOWN, receipt=True, reminded=NOON),
        notice("info"),
    ]
    assert ids(urgent(notices, contact=True)) == ["critical"]
    assert ids(urgent(notices, contact=False)) == ["critical", "important", "reminded"]


def test_a_critical_notice_interrupts_until_it_is_confirmed() -> None:
    one = notice("c", Level.CRITICAL)
    assert urgent([replace(one, state=State.SHOWN)], contact=True)
    assert not urgent([replace(one, state=State.ACKNOWLEDGED)], contact=True)


def test_an_important_one_interrupts_once_and_again_when_its_sender_asks() -> None:
    seen = notice("i", Level.IMPORTANT, receipt=True, state=State.SHOWN, shown_at=NOON)
    assert not urgent([seen], contact=False)
    assert urgent([replace(seen, reminded=NOON + MINUTE)], contact=False)
    assert not urgent([replace(seen, reminded=NOON - MINUTE)], contact=False)
    confirmed = replace(seen, reminded=NOON + MINUTE, state=State.ACKNOWLEDGED)
    assert not urgent([confirmed], contact=False)


@pytest.mark.parametrize(
    ("level", "receipt", "check", "asked"),
    [
        (Level.INFO, False, False, State.SHOWN),
        (Level.INFO, True, False, State.ACKNOWLEDGED),
        (Level.CRITICAL, False, False, State.ACKNOWLEDGED),
        (Level.INFO, False, True, State.UNDERSTOOD),
    ],
)
def test_how_far_a_notice_asks_everyone_to_come(
    level: Level, receipt: bool, check: bool, asked: State
) -> None:
    assert goal(level, receipt=receipt, check=check) is asked


def test_the_one_act_is_to_confirm_and_then_to_answer() -> None:
    one = notice(level=Level.CRITICAL, check=CHECK)
    assert one.asks is State.ACKNOWLEDGED
    assert replace(one, state=State.ACKNOWLEDGED).asks is State.UNDERSTOOD
    assert replace(one, state=State.UNDERSTOOD).asks is None
    assert notice().asks is State.SHOWN


def test_an_edit_in_substance_asks_again_and_says_so() -> None:
    """Version 2 of what I had confirmed: unread, and marked as changed."""
    one = notice(receipt=True, version=2, earlier=State.ACKNOWLEDGED)
    assert (one.unread, one.done, one.changed) == (True, False, True)
    assert not replace(one, state=State.ACKNOWLEDGED).changed
    assert not notice(receipt=True).changed


def test_a_recalled_notice_is_gone_for_who_never_saw_it() -> None:
    """D13: who had read it, whichever version, is told why, once; then it goes."""
    recall = Recall("Trop tôt", "chef", "Chef", NOON)
    unseen = notice(recalled=recall, state=State.DELIVERED)
    assert not in_force(unseen, NOON)
    seen = replace(unseen, earlier=State.SHOWN)
    assert in_force(seen, NOON)
    assert (seen.unread, seen.done, seen.asks) == (True, False, None)
    told = replace(seen, told_at=NOON)
    assert (told.unread, told.done) == (False, True)
    assert in_force(told, NOON + LINGER - MINUTE)
    assert not in_force(told, NOON + LINGER)


def test_states_join_to_the_further_one_whatever_the_order() -> None:
    assert join() is State.NOT_DELIVERED
    assert join(State.SHOWN, State.DELIVERED) is join(State.DELIVERED, State.SHOWN) is State.SHOWN


@pytest.mark.parametrize(
    ("draft", "codes"),
    [
        (NoticeDraft("Bon"), ()),
        (NoticeDraft("  "), ("title",)),
        (NoticeDraft("a", starts=NOON + HOUR, ends=NOON + HOUR), ("times",)),
        (NoticeDraft("a", ends=NOON), ("past",)),
        (NoticeDraft("a", body="x" * 70_000), ("long",)),
    ],
)
def test_what_cannot_be_sent_is_named(draft: NoticeDraft, codes: tuple[str, ...]) -> None:
    assert faults(draft, NOON) == codes


def test_a_hostile_title_steers_no_terminal() -> None:
    """Escapes, a second line and turned writing become spaces; the text keeps its own lines."""
    title = "Plafond\x1b[2J\r\nDone.\u202e"
    hostile = Notice("n", Level.INFO, title, "un\x9b\ndeux", "chef", "Chef\x07", NOON)
    shown = announce_words.page(hostile) + announce_words.line(
        announce_words.notice_values(hostile)
    )
    assert not {"\x1b", "\r", "\u202e", "\x9b", "\x07"} & set(shown)
    assert "un \ndeux" in shown
    assert "\n" not in announce_words.line(announce_words.notice_values(hostile))
