"""What the panel tells of a contact, with plain values."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from kbdesk.core.contact import Caller, Contact, Phase
from kbdesk.core.phones import Phone
from kbdesk.ui.now import telling

NOW = datetime(2026, 11, 22, 9, 40, tzinfo=UTC)
NUMBER = Phone("+33639980078", "06 39 98 00 78", "number", True)
CLAIRE = Caller("C-1", "Claire Martin", phones=("+33639980078",))
MARC = Caller("C-2", "Marc Martin", phones=("+33639980078",))
RINGING = Contact("k", Phase.RINGING, NUMBER, "LIGNE 4", "q", "i", "", "fr", NOW)


@pytest.mark.parametrize(
    ("seconds", "text"),
    [(0, "00:00"), (61, "01:01"), (3599, "59:59"), (3661, "1:01:01"), (-5, "00:00")],
)
def test_the_time_runs_in_minutes_then_in_hours(seconds: int, text: str) -> None:
    """A clock that was set back shows nothing negative."""
    assert telling.running(NOW, NOW + timedelta(seconds=seconds)) == text


def test_the_time_counts_from_the_ring_then_the_answer_then_the_end() -> None:
    answered, ended = NOW + timedelta(seconds=9), NOW + timedelta(seconds=99)
    talking = replace(RINGING, phase=Phase.TALKING, answered=answered)
    wrapping = replace(talking, phase=Phase.WRAPPING, ended=ended)
    assert [telling.since(c) for c in (RINGING, talking, wrapping)] == [NOW, answered, ended]


def test_several_matches_ask_who_it_is_and_none_of_them_is_an_answer() -> None:
    several = replace(RINGING, matches=(CLAIRE, MARC))
    assert telling.asks_who(several)
    assert not telling.asks_who(several, nobody="k")
    assert telling.asks_who(several, nobody="another contact")
    assert not telling.asks_who(replace(several, caller=MARC))
    assert not telling.asks_who(RINGING)


def test_a_number_that_is_only_like_a_customers_is_told_apart() -> None:
    assert not telling.alike(replace(RINGING, matches=(CLAIRE,)))
    other = replace(CLAIRE, phones=("+262639980078",))
    assert telling.alike(replace(RINGING, matches=(other,)))


def test_a_known_customer_goes_before_what_the_telephone_says() -> None:
    assert telling.told_name(RINGING) == "LIGNE 4"
    assert telling.told_name(replace(RINGING, caller=CLAIRE)) == "Claire Martin"


def test_a_withheld_number_is_no_number() -> None:
    hidden = replace(RINGING, phone=Phone("", "", "withheld", False))
    assert telling.withheld(hidden)
    assert telling.number(hidden) == ""
    assert telling.number(replace(RINGING, phone=None)) == ""
    assert telling.number(RINGING) == "06 39 98 00 78"
