"""What is to be known of rules before they fire: what is wrong, what clashes, what they would do.

A list is checked in the base, or as a file before it is brought in. The dry run takes the contacts
of the last week on this machine, whatever days a rule is bound to: a rule for next month is tried
on them too. They hold notes about customers, so counts come out of here and contacts never do.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

from kbdesk.content.files import read_text
from kbdesk.content.lists import read_list
from kbdesk.core.card_rules import (
    Conflict,
    Fault,
    Rule,
    conflicts,
    met_by,
    read_rules,
    unknown_in,
)
from kbdesk.services.contact.cards import situation_of
from kbdesk.services.lists.queues import queues_of
from kbdesk.services.lists.rules import Read, rules_of
from kbdesk.services.workspace import Workspace

WEEK = timedelta(days=7)
MOST_CONTACTS = 2_000


@dataclass(frozen=True, slots=True)
class Checked:
    """What a check found; `hits` counts the contacts on which each rule would have fired."""

    rules: tuple[Rule, ...]
    idle: tuple[Rule, ...]  # not in force today
    faults: tuple[Fault, ...]
    conflicts: tuple[Conflict, ...]
    contacts: int
    hits: dict[str, int]

    @property
    def is_clean(self) -> bool:
        """Whether every rule can fire and all that it names is there."""
        return not self.faults


def check_rules(workspace: Workspace, file: Path | None = None) -> Checked:
    """Check the rules of the base, or those of a file against it."""
    rules, faults = rules_of(workspace.entities) if file is None else _read(file)
    unknown = unknown_in(rules, _there(workspace, rules), queues_of(workspace.entities))
    today = workspace.clock.today()
    contacts, hits = _dry_run(workspace, rules)
    return Checked(
        rules=rules,
        idle=tuple(rule for rule in rules if not rule.holds_on(today)),
        faults=(*faults, *unknown),
        conflicts=conflicts(rules),
        contacts=contacts,
        hits=hits,
    )


def _read(file: Path) -> Read:
    return read_rules(read_list("rules", read_text(file, file.name).text))


def _there(workspace: Workspace, rules: Sequence[Rule]) -> set[str]:
    named = [card for rule in rules for card in rule.cards]
    return set(workspace.articles.cards_by_id(named))


def _dry_run(workspace: Workspace, rules: Sequence[Rule]) -> tuple[int, dict[str, int]]:
    """Count the contacts of the last week, and those that each rule would have met."""
    since = workspace.clock.now() - WEEK
    queues = queues_of(workspace.entities)
    hits = {rule.id: 0 for rule in rules}
    count = 0
    for contact in workspace.contacts.history(MOST_CONTACTS):
        if contact.began >= since:
            count += 1
            for rule in met_by(rules, situation_of(contact, queues)):
                hits[rule.id] += 1
    return count, hits
