"""What becomes of a search: the rules by which one failed without a word."""

from datetime import UTC, datetime, timedelta

import pytest

from kbdesk.core.search_trail import Searched, Trail, Wording, goes_on, sayable

START = datetime(2026, 11, 22, 9, tzinfo=UTC)


def after(seconds: float) -> datetime:
    return START + timedelta(seconds=seconds)


def played(*steps: tuple[float, str, int] | tuple[float, str]) -> list[Searched]:
    """Play (second, query, total), (second, "open ID"), (second, "empty"), (second, "gone")."""
    trail = Trail()
    told: list[Searched] = []
    for step in steps:
        at, word = after(step[0]), step[1]
        if len(step) == 3:
            trail, more = trail.shown(Wording(word, step[2]), at)
        elif word.startswith("open "):
            trail, more = trail.opened(word[5:], at), ()
        else:
            trail, more = trail.gone(at) if word == "gone" else trail.emptied(at)
        told += more
    return told


def fates(*steps: tuple[float, str, int] | tuple[float, str]) -> list[tuple[str, str]]:
    return [(one.wording.query, one.how) for one in played(*steps)]


def test_a_search_that_found_nothing_is_told_once_when_it_came_to_rest() -> None:
    """Keystrokes on the way are no questions; the wording that stood still is one."""
    typed = [(0.1 * n, "esim perdue"[:n], 0) for n in range(1, 12)]
    assert fates(*typed, (4, "gone")) == [("esim perdue", "empty")]


def test_other_words_within_a_minute_tell_that_the_first_failed() -> None:
    found = fates(
        (0, "rio pro", 8), (3, "empty"), (10, "portabilité", 4), (12, "open a"), (20, "gone")
    )
    assert found == [("rio pro", "reworded"), ("portabilité", "")]
    reworded = played((0, "rio pro", 8), (3, "portabilité", 4), (8, "open a"), (20, "gone"))
    assert reworded[0].next == "portabilité"
    assert reworded[1].opened_after == timedelta(seconds=5)


def test_other_words_after_a_minute_are_another_question() -> None:
    assert fates((0, "rio", 8), (3, "empty"), (70, "box", 4), (71, "open a"), (80, "gone")) == [
        ("rio", ""), ("box", ""),
    ]  # fmt: skip


@pytest.mark.parametrize("longer", ["esim perdue", "Esim", "es"])
def test_typing_on_is_no_rewording(longer: str) -> None:
    found = fates((0, "esim", 8), (3, longer, 4), (5, "open a"), (20, "gone"))
    assert found == [(longer, "")]


def test_a_list_looked_at_and_left_is_unclicked_and_a_glance_is_nothing() -> None:
    assert fates((0, "tva", 8), (6, "gone")) == [("tva", "unclicked")]
    assert fates((0, "tva", 8), (3, "gone")) == [("tva", "")]
    assert fates((0, "tva", 8), (4, "open a"), (9, "gone")) == [("tva", "")]


def test_nothing_is_held_against_the_base_while_its_index_is_away() -> None:
    trail, _ = Trail().shown(Wording("tva", 0, degraded=True), START)
    _, told = trail.gone(after(9))
    assert [one.how for one in told] == [""]


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ("rembourser 0612345678", "rembourser"),
        ("client 06 12 34 56 78 fibre", "client fibre"),
        ("mail de jean.dupont@example.com perdu", "mail de perdu"),
        ("erreur E203 box 5", "erreur E203 box 5"),
        ("123456", ""),
        ("   ", ""),
        (" ".join(["mot"] * 13), ""),
        ("x" * 201, ""),
        ("+33 (0)6 12 34 56 78 sav", "sav"),
    ],
)
def test_numbers_addresses_and_pasted_mails_stay_on_the_desk(query: str, said: str) -> None:
    """Six digits or more, an address, or more than twelve words never leave."""
    assert sayable(query) == said


def test_what_failed_in_words_that_may_not_leave_is_not_told() -> None:
    assert not played((0, "0612345678", 0), (3, "gone"))[0].told
    assert played((0, "esim perdue", 0), (3, "gone"))[0].told


def test_accents_and_case_make_no_other_question() -> None:
    assert goes_on("Résilier", "resilier fibre")
    assert not goes_on("résilier", "résiliation")


def test_what_was_reported_is_no_second_gap() -> None:
    """A19: once. F2 has sent it; leaving it, or asking in other words, says nothing more."""
    for following in ("", "résiliation"):
        trail, _ = Trail().shown(Wording("esim perdue", 0), after(0))
        trail = trail.reported()
        trail, _ = trail.shown(Wording("esim perdue", 0), after(2))  # shown again, after a sync
        told: list[Searched] = []
        if following:
            trail, first = trail.shown(Wording(following, 3), after(9))
            told += first
        _, rest = trail.gone(after(12))
        assert "esim perdue" in {one.wording.query for one in (*told, *rest)}
        assert not [
            one for one in (*told, *rest) if one.wording.query == "esim perdue" and one.told
        ]
