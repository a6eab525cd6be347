"""What is typed into the form of an announcement, and how its question is answered by digits."""

import itertools
import json
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kbdesk.core.announcements import Level, Link, NoticeDraft, State, place
from kbdesk.core.questions import Answer, Question, QuestionKind
from kbdesk.ui.announcements.check_steps import Steps
from kbdesk.ui.announcements.parts_bar import GAP, LEAST, shares
from kbdesk.ui.announcements.strip import plain
from kbdesk.ui.announcements.typed import Typed, outcome, plain_choice, typed_again, typed_of
from kbdesk.ui.announcements.when_typed import read_when, write_when

NOW = datetime(2026, 11, 22, 9, 40, tzinfo=UTC)  # a Sunday
TYPED = Typed(title="Titre", audience="all")


def local(moment: datetime | None) -> str:
    assert moment is not None
    return f"{moment.astimezone():%d/%m/%Y %H:%M}"


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("2026-11-23 08:00", "23/11/2026 08:00"),
        ("23/11 8h", "23/11/2026 08:00"),
        ("23/11/26 8h30", "23/11/2026 08:30"),
        ("23.11.2026 à 18:05", "23/11/2026 18:05"),
        ("demain 8h", "23/11/2026 08:00"),
        ("tomorrow at 8:00", "23/11/2026 08:00"),
        ("après-demain 14 h", "24/11/2026 14:00"),
        ("15/1", "15/01/2027 00:00"),
        ("23:59", "22/11/2026 23:59"),
        ("00:01", "23/11/2026 00:01"),
    ],
)
def test_a_moment_is_read_as_people_type_it(typed: str, meant: str) -> None:
    """In both languages, day before month; a time alone is the next such time."""
    assert local(read_when(typed, NOW)) == meant


def test_a_day_alone_ends_with_its_last_minute() -> None:
    assert local(read_when("30/11", NOW, end=True)) == "30/11/2026 23:59"


@pytest.mark.parametrize(
    "typed", ["soon", "32/13", "25:00", "8", "le 23", "23/11 bientôt", "12:99"]
)
def test_what_means_no_moment_is_refused_and_nothing_is_guessed(typed: str) -> None:
    with pytest.raises(ValueError):  # noqa: PT011  # whichever part of it makes no sense
        read_when(typed, NOW)


@given(st.datetimes(min_value=datetime(2000, 1, 1), max_value=datetime(2100, 1, 1)))  # noqa: DTZ001  # made aware below
def test_a_moment_is_written_the_way_it_is_read(moment: datetime) -> None:
    """To the minute, whatever the moment: so an edit changes nothing that was not touched."""
    exact = moment.replace(second=0, microsecond=0, tzinfo=UTC)
    assert read_when(write_when(exact), NOW) == exact


@given(st.text(max_size=40))
def test_no_text_breaks_the_reading_of_a_moment(text: str) -> None:
    try:
        read_when(text, NOW)
    except ValueError:
        return


def test_nothing_typed_is_at_once_and_never() -> None:
    draft = outcome(TYPED, NOW).draft
    assert draft is not None
    assert (draft.starts, draft.ends, draft.check, draft.link) == (None, None, None, None)


def test_all_that_is_wrong_is_said_at_once_by_the_name_of_its_field() -> None:
    wrong = outcome(Typed(ends="bientôt", question="Quoi ?"), NOW).wrong
    assert wrong == {
        "audience": "audience", "title": "title", "ends": "when", "question": "check",
    }  # fmt: skip


def test_an_end_before_its_start_or_in_the_past_is_refused() -> None:
    early = Typed(title="x", audience="all", starts="2026-11-25 10:00", ends="2026-11-24 10:00")
    assert outcome(early, NOW).wrong == {"ends": "times"}
    past = Typed(title="x", audience="all", ends="2026-11-20 10:00")
    assert outcome(past, NOW).wrong == {"ends": "past"}


def test_what_is_critical_is_always_confirmed() -> None:
    """D05: whatever the form said before the level was chosen."""
    draft = outcome(Typed(Level.CRITICAL, "all", "x", receipt=False), NOW).draft
    assert draft is not None
    assert draft.receipt


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("kbdesk://open?article=facturation%2Fremboursement", ("facturation/remboursement", "")),
        ("facturation/remboursement#conditions", ("facturation/remboursement", "conditions")),
        ("kb:box#led", ("box", "led")),
        ("  box ", ("box", "")),
        ("", ("", "")),
        ("kbdesk://[", ("kbdesk://[", "")),
    ],
)
def test_an_article_is_named_by_its_id_or_by_a_link_that_was_copied(
    typed: str, meant: tuple[str, str]
) -> None:
    assert place(typed) == meant


SINGLE = Question(
    QuestionKind.SINGLE, "?", (Answer("a", True), Answer("b", False), Answer("c", False))
)
MULTIPLE = Question(
    QuestionKind.MULTIPLE, "?", (Answer("a", True), Answer("b", True), Answer("c", False))
)
ORDER = Question(QuestionKind.ORDERING, "?", order=("one", "two", "three"))
PAIRS = Question(QuestionKind.MATCHING, "?", pairs=(("x", "1"), ("y", "2")))


def test_one_choice_is_answered_by_one_digit() -> None:
    steps = Steps.begin(SINGLE, "n").take(1)
    assert steps.complete
    assert len(steps.answer) == 1


def test_several_are_marked_and_unmarked_until_enter() -> None:
    steps = Steps.begin(MULTIPLE, "n").take(0).take(2).take(0)
    assert not steps.complete
    assert steps.answer == (steps.offered[2],)


def test_an_order_is_complete_once_everything_has_its_place() -> None:
    steps = Steps.begin(ORDER, "n")
    for text in ORDER.order:
        assert not steps.complete
        steps = steps.take(steps.offered.index(text))
    assert steps.complete
    assert steps.answer == ORDER.order


def test_pairs_are_asked_one_left_side_after_the_other() -> None:
    steps = Steps.begin(PAIRS, "n")
    assert steps.placing == "x"
    steps = steps.take(steps.offered.index("1"))
    assert steps.placing == "y"
    steps = steps.take(steps.offered.index("2"))
    assert steps.placing == ""
    assert steps.answer == ("1", "2")


def test_the_rows_stand_in_one_order_for_one_notice_and_not_always_the_right_one_first() -> None:
    seeds = [Steps.begin(SINGLE, f"notice {number}").offered for number in range(40)]
    assert seeds == [Steps.begin(SINGLE, f"notice {number}").offered for number in range(40)]
    assert {offered.index("a") for offered in seeds} == {0, 1, 2}


def test_a_digit_too_many_takes_nothing() -> None:
    steps = Steps.begin(SINGLE, "n")
    assert steps.take(7) is steps
    assert steps.take(-1) is steps


def test_only_a_plain_choice_is_edited_in_the_fields() -> None:
    """A question of another kind, made by the command line, is kept as it is."""
    assert plain_choice(SINGLE)
    assert plain_choice(None)
    assert not plain_choice(ORDER)
    kept = Typed(title="x", audience="all", kept=ORDER)
    draft = outcome(kept, NOW).draft
    assert draft is not None
    assert draft.check is ORDER


@given(
    st.dictionaries(st.sampled_from(State), st.integers(0, 10_000)),
    st.floats(min_value=60, max_value=2000),
)
def test_the_parts_of_a_bar_fill_it_and_none_is_lost(
    counts: dict[State, int], width: float
) -> None:
    """Whoever there is can be seen, however few; the parts never run over the end."""
    found = shares(counts, width)
    assert {state for state, _, _ in found} == {state for state, n in counts.items() if n}
    assert all(wide >= LEAST for _, _, wide in found)
    if found:
        _, left, wide = found[-1]
        assert left + wide == pytest.approx(width)
        for (_, first, breadth), (_, second, _) in itertools.pairwise(found):
            assert second == pytest.approx(first + breadth + GAP)


def test_a_strip_says_words_and_no_marks() -> None:
    assert plain("## Panne\n\n- **Ne pas** [proposer](kb:x) de `rendez-vous`") == (
        "Panne - Ne pas proposer de rendez-vous"
    )


def test_a_moment_in_the_past_of_today_means_tomorrow() -> None:
    found = read_when("8:00", NOW + timedelta(hours=3))
    assert found is not None
    assert found > NOW


def test_what_is_half_written_is_read_again_as_it_was_left() -> None:
    begun = Typed(Level.CRITICAL, "all", "T", "b", ends="bient", receipt=True, others=("10 €", ""))
    assert typed_again(json.loads(json.dumps(begun.plain()))) == begun


def test_a_notice_fills_the_form_that_would_make_it_again() -> None:
    answers = (Answer("15", right=True), Answer("10", right=False))
    check = Question(QuestionKind.SINGLE, "Q?", answers, explanation="w")
    draft = NoticeDraft(
        "T", "b", Level.IMPORTANT, "all", link=Link("a", "p", "o", "n"), check=check
    )
    assert outcome(typed_of(draft), NOW).draft == draft


@given(
    st.dictionaries(
        st.sampled_from([*Typed().plain(), "newer"]),
        st.none() | st.booleans() | st.integers() | st.text() | st.lists(st.text()),
    )
)
def test_whatever_was_kept_fills_the_form(kept: dict[str, Any]) -> None:
    """By a newer desk, or spoilt: what does not fit is left aside and nothing raises."""
    again = typed_again(kept)
    assert typed_again(again.plain() | {"others": list(again.others)}) == again
