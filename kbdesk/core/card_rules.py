"""A supervisor's rules: when a contact is so, these articles come first.

Every condition of a rule must hold, and of one condition any value will do. The rule with more
conditions goes first, since it says more about the contact; among equals the order of the list
decides. A rule without a condition would fire on every contact, so it is a fault and never fires.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from itertools import combinations

from kbdesk.core.queues import Queue, mappings, text, texts

MOST_CARDS = 3  # that one rule may pin, and that are pinned at once: more would bury the rest
MOST_RULES = 500
KEYS = ("queue", "intent", "tag", "product", "words", "language", "caller")
CALLERS = ("known", "unknown")


@dataclass(frozen=True, slots=True)
class Situation:
    """What is known of a contact: all that rules and ranking look at."""

    queue: str = ""
    intent: str = ""
    tags: tuple[str, ...] = ()
    product: str = ""
    note: str = ""
    lang: str = ""
    known: bool = False  # whether the caller is


@dataclass(frozen=True, slots=True)
class Rule:
    """Conditions by name, each with its values, and the articles that they pin."""

    id: str
    title: str
    when: Mapping[str, tuple[str, ...]]
    cards: tuple[str, ...]
    starts: date | None = None
    until: date | None = None  # inclusive

    def holds_on(self, day: date) -> bool:
        """Say whether the rule is in force on a day."""
        return (self.starts or day) <= day <= (self.until or day)


class Flaw(StrEnum):
    """What can be wrong with a rule."""

    NO_LIST = "no list"
    UNNAMED = "unnamed"
    TWICE = "twice"
    TOO_MANY = "too many"
    NO_CONDITION = "no condition"
    UNKNOWN_CONDITION = "unknown condition"
    NO_CARDS = "no cards"
    TOO_MANY_CARDS = "too many cards"
    BAD_DATE = "bad date"
    UNKNOWN_ARTICLE = "unknown article"
    UNKNOWN_QUEUE = "unknown queue"
    UNKNOWN_INTENT = "unknown intent"


_SENTENCES = {
    Flaw.NO_LIST: "has no list under it: nothing is read",
    Flaw.UNNAMED: "has no id",
    Flaw.TWICE: "has the id of an earlier rule",
    Flaw.TOO_MANY: f"is left aside: {MOST_RULES} rules are read",
    Flaw.NO_CONDITION: "has no condition: it would fire on every contact",
    Flaw.UNKNOWN_CONDITION: "has a condition that means nothing: {}",
    Flaw.NO_CARDS: "names no card",
    Flaw.TOO_MANY_CARDS: f"names more than {MOST_CARDS} cards",
    Flaw.BAD_DATE: "has a day that is none, or ends before it begins: {}",
    Flaw.UNKNOWN_ARTICLE: "names an article that is not in the base: {}",
    Flaw.UNKNOWN_QUEUE: "waits for a queue that does not exist: {}",
    Flaw.UNKNOWN_INTENT: "waits for an intent that no such queue lists: {}",
}
WARNINGS = frozenset({Flaw.UNKNOWN_ARTICLE, Flaw.UNKNOWN_QUEUE, Flaw.UNKNOWN_INTENT})


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing wrong with one rule; only what is not in WARNINGS keeps the rule out."""

    rule: str
    flaw: Flaw
    detail: str = ""

    def __str__(self) -> str:
        return f"The rule “{self.rule}” {_SENTENCES[self.flaw].format(self.detail)}."


class Clash(StrEnum):
    """How two rules get in each other's way."""

    SAME = "same"  # the same conditions, other cards
    COVERED = "covered"  # whenever the first fires, the second does too
    CROWDED = "crowded"  # together they pin more than is pinned at once


@dataclass(frozen=True, slots=True)
class Conflict:
    """Two rules that may fire on one contact; the first goes before the second."""

    first: str
    second: str
    clash: Clash


# read


def read_rules(found: Mapping[str, object]) -> tuple[tuple[Rule, ...], tuple[Fault, ...]]:
    """Read what `rules.yaml` says: the rules that can fire, and what is wrong with the others."""
    rules: dict[str, Rule] = {}
    faults: list[Fault] = []
    if not isinstance(found.get("rules"), list):
        return (), (Fault("rules", Flaw.NO_LIST),)
    for n, item in enumerate(mappings(found["rules"])):
        rule, own = _rule(item, n)
        if rule.id in rules:
            own.append(Fault(rule.id, Flaw.TWICE))
        if len(rules) >= MOST_RULES:
            own.append(Fault(rule.id, Flaw.TOO_MANY))
        faults += own
        if not own:
            rules[rule.id] = rule
    return tuple(rules.values()), tuple(faults)


def _rule(item: Mapping[str, object], n: int) -> tuple[Rule, list[Fault]]:
    """Read one rule with its faults; one without an id goes by its place."""
    name = text(item, "id") or f"#{n + 1}"
    flaws: list[tuple[Flaw, str]] = [] if text(item, "id") else [(Flaw.UNNAMED, "")]
    conditions = item.get("when")
    given = conditions if isinstance(conditions, dict) else {}
    when = {str(key): texts(value) for key, value in given.items()}
    flaws += [(Flaw.UNKNOWN_CONDITION, key) for key in when if not _means_something(key, when)]
    if not any(when.values()):
        flaws.append((Flaw.NO_CONDITION, ""))
    cards = texts(item.get("cards"))
    if not 0 < len(cards) <= MOST_CARDS:
        flaws.append((Flaw.TOO_MANY_CARDS if cards else Flaw.NO_CARDS, ""))
    days = {key: _day(item.get(key)) for key in ("from", "until")}
    flaws += [(Flaw.BAD_DATE, key) for key, day in days.items() if day is None and item.get(key)]
    rule = Rule(
        name, text(item, "title") or name, when, cards, starts=days["from"], until=days["until"]
    )
    if rule.starts and rule.until and rule.until < rule.starts:
        flaws.append((Flaw.BAD_DATE, "until"))
    return rule, [Fault(name, flaw, detail) for flaw, detail in flaws]


def _means_something(key: str, when: Mapping[str, tuple[str, ...]]) -> bool:
    return key in KEYS and (key != "caller" or set(when[key]) <= set(CALLERS)) and bool(when[key])


def _day(value: object) -> date | None:
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    try:
        return date.fromisoformat(str(value)) if value else None
    except ValueError:
        return None


# fire


def fired(rules: Iterable[Rule], contact: Situation, today: date) -> tuple[Rule, ...]:
    """Return the rules in force that the contact meets, those that say most about it first."""
    return met_by([rule for rule in rules if rule.holds_on(today)], contact)


def met_by(rules: Iterable[Rule], contact: Situation) -> tuple[Rule, ...]:
    """Return the rules that the contact meets, whatever the day."""
    facts = _Facts(contact)
    return tuple(sorted((rule for rule in rules if facts.meet(rule)), key=_order))


def _order(rule: Rule) -> int:
    return -len(rule.when)


class _Facts:
    """A contact as conditions are compared with it: folded once, however many rules there are."""

    def __init__(self, contact: Situation) -> None:
        self._note = f" {folded(contact.note)} "
        self._product = f" {folded(contact.product)} "
        caller = "known" if contact.known else "unknown"
        self._said = {
            "queue": {folded(contact.queue)},
            "intent": {folded(contact.intent)},
            "tag": {folded(tag) for tag in contact.tags},
            "language": {contact.lang[:2].lower()},
            "caller": {caller},
        }

    def meet(self, rule: Rule) -> bool:
        return all(self._any(key, values) for key, values in rule.when.items())

    def _any(self, key: str, values: Sequence[str]) -> bool:
        if key == "words":
            return any(_stands(value, self._note) for value in values)
        if key == "product":
            return any(_stands(value, self._product) for value in values)
        return any(folded(value) in self._said[key] for value in values)


def _stands(value: str, within: str) -> bool:
    """Say whether words stand in a text in their order; a star stands for any end of a word."""
    words = folded(value)
    return bool(words) and f" {words}{'' if value.endswith('*') else ' '}" in within


def folded(words: str) -> str:
    """Bring a text to the form in which it is compared: no case, accents or marks."""
    parts = unicodedata.normalize("NFKD", words.replace("œ", "oe"))
    bare = "".join(part for part in parts if not unicodedata.combining(part))
    return " ".join(re.findall(r"\w+", bare.casefold()))


# judge


def unknown_in(
    rules: Iterable[Rule], articles: Iterable[str], queues: Mapping[str, Queue]
) -> Iterator[Fault]:
    """Give what rules name that the base does not have; such a rule still fires with the rest."""
    there = set(articles)
    for rule in rules:
        for card in rule.cards:
            if card not in there:
                yield Fault(rule.id, Flaw.UNKNOWN_ARTICLE, card)
        named = rule.when.get("queue", ())
        for queue in named:
            if queue not in queues:
                yield Fault(rule.id, Flaw.UNKNOWN_QUEUE, queue)
        wanted = [queues[name] for name in named or queues if name in queues]
        for intent in rule.when.get("intent", ()):
            if not any(queue.intent(intent) for queue in wanted):
                yield Fault(rule.id, Flaw.UNKNOWN_INTENT, intent)


def conflicts(rules: Sequence[Rule]) -> tuple[Conflict, ...]:
    """List the pairs of rules that get in each other's way on some contact, in order of firing."""
    found = []
    for first, second in combinations(sorted(rules, key=_order), 2):
        clash = _clash(first, second) if _may_meet(first, second) else None
        if clash is not None:
            found.append(Conflict(first.id, second.id, clash))
    return tuple(found)


def _clash(first: Rule, second: Rule) -> Clash | None:
    """Name the worst of it; rules that pin the same cards do not quarrel."""
    if set(first.cards) == set(second.cards):
        return None
    if _conditions(first) == _conditions(second):
        return Clash.SAME
    if _implies(first, second) or _implies(second, first):
        return Clash.COVERED
    together = set(first.cards) | set(second.cards)
    return Clash.CROWDED if len(together) > MOST_CARDS else None


def _may_meet(first: Rule, second: Rule) -> bool:
    """Say whether one contact can meet both: in force on one day, and no condition excludes it."""
    starts = max(first.starts or date.min, second.starts or date.min)
    until = min(first.until or date.max, second.until or date.max)
    mine, theirs = _conditions(first), _conditions(second)
    one_valued = (mine.keys() & theirs.keys()) - {"words", "tag", "product"}
    return starts <= until and all(mine[key] & theirs[key] for key in one_valued)


def _implies(narrow: Rule, wide: Rule) -> bool:
    mine, theirs = _conditions(narrow), _conditions(wide)
    return all(key in mine and mine[key] <= values for key, values in theirs.items())


def _conditions(rule: Rule) -> dict[str, frozenset[str]]:
    return {key: frozenset(map(folded, values)) for key, values in rule.when.items()}
