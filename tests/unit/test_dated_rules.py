"""Twenty dated rules: on any day the text that holds then, and the days on which it changes."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kbdesk.clock import FixedClock
from kbdesk.content import render
from kbdesk.content.articles import parse
from kbdesk.core.articles import Freshness
from kbdesk.paths import Profile
from kbdesk.services.reading.calendar import Calendar, moment
from kbdesk.services.workspace import Workspace

FIRST = date(2026, 1, 1)
DAY = timedelta(days=1)


@dataclass(frozen=True)
class Rule:
    """A block and the days on which it holds, both ends included."""

    name: str
    start: date | None
    end: date | None

    def holds(self, on: date) -> bool:
        return (self.start is None or self.start <= on) and (self.end is None or on <= self.end)

    def text(self) -> str:
        bounds = [f"from={self.start}"] if self.start else []
        bounds += [f"to={self.end}"] if self.end else []
        return f"::: valid {' '.join(bounds)}\n{self.name}.\n:::\n"


@st.composite
def rules(draw: st.DrawFn) -> list[Rule]:
    """Draw twenty rules, each with a start, an end, or both."""
    found = []
    for number in range(20):
        start = FIRST + draw(st.integers(0, 900)) * DAY
        end = start + draw(st.integers(0, 200)) * DAY
        shape = draw(st.sampled_from(("from", "to", "both")))
        found.append(
            Rule(
                f"règle-{number:02}",
                None if shape == "to" else start,
                None if shape == "from" else end,
            )
        )
    return found


def shown(html: str) -> set[str]:
    return {f"règle-{n:02}" for n in range(20) if f"règle-{n:02}." in html}


@settings(max_examples=60)
@given(rules(), st.lists(st.integers(-30, 1200), min_size=1, max_size=12))
def test_on_any_day_exactly_the_rules_that_hold_are_shown(
    found: list[Rule], days: list[int]
) -> None:
    article = parse("# T\n\n" + "\n".join(rule.text() for rule in found), path="t.md")
    for on in (FIRST + number * DAY for number in days):
        page = render.to_html(article, on=on)
        assert shown(page.html) == {rule.name for rule in found if rule.holds(on)}


@settings(max_examples=40)
@given(rules(), st.integers(-30, 1200))
def test_the_days_of_change_are_all_of_them_and_no_others(found: list[Rule], number: int) -> None:
    """Between two of them nothing changes; on each of them something does."""
    article = parse("# T\n\n" + "\n".join(rule.text() for rule in found), path="t.md")
    on = FIRST + number * DAY
    page = render.to_html(article, on=on)

    def holding(day: date) -> set[str]:
        return {rule.name for rule in found if rule.holds(day)}

    every = (FIRST + n * DAY for n in range(-31, 1300))
    assert list(page.days) == [day for day in every if holding(day) != holding(day - DAY)]
    assert page.next_change == next((day for day in page.days if day > on), None)


TARIFF = """---
title: Tarif
verified: 2026-11-02
review_every: 20d
---

::: valid to=2027-02-28
Ancien texte : 29,90 €.
:::

::: valid from=2027-03-01
Nouveau texte : 31,90 €.
:::
"""


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    clock = FixedClock(datetime(2027, 2, 28, 23, 59, 59, tzinfo=UTC))
    with Workspace(Profile(tmp_path), clock) as workspace:
        workspace.articles.put_all([parse(TARIFF, path="tarif.md")])
        yield workspace


def clock_of(workspace: Workspace) -> FixedClock:
    assert isinstance(workspace.clock, FixedClock)
    return workspace.clock


def test_the_text_is_another_at_midnight(workspace: Workspace) -> None:
    assert "Ancien texte" in workspace.knowledge.open("tarif").html
    clock_of(workspace).pass_(timedelta(seconds=1))
    html = workspace.knowledge.open("tarif").html
    assert "Nouveau texte" in html
    assert "Ancien" not in html


def test_any_other_day_shows_what_holds_then_and_says_which(workspace: Workspace) -> None:
    reading = workspace.knowledge.open("tarif", on=date(2027, 3, 1))
    assert "Nouveau texte" in reading.html
    assert reading.on == date(2027, 3, 1)
    assert reading.days == (date(2027, 3, 1),)
    assert workspace.knowledge.open("tarif", on=date(2027, 2, 28)).on is None  # that is today


def test_trust_is_said_as_of_today_whatever_day_is_asked_for(workspace: Workspace) -> None:
    reading = workspace.knowledge.open("tarif", on=date(2026, 11, 5))
    assert reading.freshness is Freshness.STALE


@pytest.mark.parametrize("wrong", [timedelta(days=-1), timedelta(days=1), timedelta(hours=-30)])
def test_a_clock_set_wrong_since_the_last_sync_changes_neither_rule_nor_warning(
    workspace: Workspace, wrong: timedelta
) -> None:
    """The desk knows from its server how far its clock is off, and counts days without that."""
    clock = clock_of(workspace)
    clock.pass_(timedelta(hours=12))  # 1 March, noon
    workspace.leases.renew(clock.now().isoformat())
    clock.moment += wrong  # somebody sets the clock
    workspace.leases.keep()
    reading = workspace.knowledge.open("tarif")
    assert "Nouveau texte" in reading.html
    assert reading.freshness is Freshness.STALE
    calendar = workspace.calendar
    assert calendar.today() == date(2027, 3, 1)
    assert moment(calendar) == clock.now() - wrong


def test_without_a_server_the_day_is_that_of_the_machine(workspace: Workspace) -> None:
    assert isinstance(workspace.calendar, Calendar)
    assert workspace.calendar.today() == workspace.clock.today()
    assert moment(workspace.calendar) == workspace.clock.now()


def test_a_stale_article_names_who_verified_it_last(workspace: Workspace) -> None:
    text = TARIFF.replace("verified:", "verified_by: ana.silva\nverified:")
    workspace.articles.put_all([parse(text, path="tarif.md")])
    assert workspace.knowledge.open("tarif").verifier == "ana.silva"
    workspace.entities.put("people", "people", "people:\n  - {id: ana.silva, name: Ana Silva}\n")
    assert workspace.knowledge.open("tarif").verifier == "Ana Silva"
