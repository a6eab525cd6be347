"""Which articles come up for the contact in hand, and why.

Three sorts of evidence add up: what managers listed (rules, the motives of a queue), what the
person's own use has taught, and what was found by the words of the note and of the account. A rule
pins and nothing outweighs it. Otherwise the words that an agent types weigh most, because a motive
chosen by a caller in a menu is often the wrong one; but the article listed for it keeps a place
among the first three, because words may be few. Use only tips the balance.
"""

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from kbdesk.core.articles import Freshness, Kind
from kbdesk.core.card_rules import MOST_CARDS, Rule, Situation
from kbdesk.core.queues import Queue

MOST_REASONS = 3
MOST_SEARCHES = 2
MOST_WORDS = 5  # of the note, shown as a reason

# What evidence is worth at most; the words of a note set the scale.
LISTED, LISTED_BARE = 0.6, 1.0  # first article of the motive: beside a note, and without one
HEAD, HEAD_BARE = 0.1, 0.5  # first article of each motive of the queue, likewise
NEXT = 0.9  # what the second article of a motive is worth beside the first
SHELF = 0.15  # found by words on a shelf of the queue
TITLED = 0.3  # found by the title of the motive, where there is no note
TAGGED, TAGGED_BARE = 0.2, 0.9  # found by a tag of the account, beside a note and without one
OWNED, OWNED_BARE = 0.12, 0.5  # found by its product, likewise
USED, ENOUGH = 0.2, 3.0  # opened often in such contacts; the count that is two thirds of it
FOREIGN = 0.55  # what is left of an article found in another language than the caller's
SURE = 25.0  # the score of an answer that can be believed; a weaker best hit weighs less


class Source(StrEnum):
    """Where a card comes from; screens have words for each."""

    RULE = "rule"
    QUEUE = "queue"
    INTENT = "intent"
    TAG = "tag"
    ACCOUNT = "account"
    WORDS = "words"
    USE = "use"


@dataclass(frozen=True, slots=True)
class Why:
    """One reason for a card; `text` is a name or words of the base, "" when there is none."""

    source: Source
    text: str = ""


@dataclass(frozen=True, slots=True)
class ContactCard:
    """An article brought up for a contact, with the sentence to say first."""

    article_id: str
    title: str
    say: str
    space: str
    kind: Kind
    freshness: Freshness
    why: tuple[Why, ...]
    pinned: bool = False


@dataclass(frozen=True, slots=True)
class Lead:
    """One piece of evidence for one article."""

    article_id: str
    why: Why
    weight: float


@dataclass(frozen=True, slots=True)
class Ranked:
    """An article with all that speaks for it, the strongest reason first."""

    article_id: str
    why: tuple[Why, ...]
    score: float
    pinned: bool = False


@dataclass(frozen=True, slots=True)
class Asked:
    """What is looked for by words: a text, what it is, and what a sure hit is worth."""

    text: str
    why: Why
    worth: float


def listed(queue: Queue | None, intent_id: str, *, bare: bool) -> list[Lead]:
    """Give what the managers of a queue listed; `bare` when no note says more."""
    if queue is None:
        return []
    intent = queue.intent(intent_id)
    leads = []
    if intent is not None:
        worth = LISTED_BARE if bare else LISTED
        for place, article in enumerate(intent.articles):
            why = Why(Source.INTENT, intent.title)
            leads.append(Lead(article, why, worth * NEXT**place))
    worth = HEAD_BARE if bare and intent is None else HEAD
    heads = [one.articles[0] for one in queue.intents if one.articles]
    for place, article in enumerate(heads):
        why = Why(Source.QUEUE, queue.title)
        leads.append(Lead(article, why, worth * NEXT**place))
    return leads


def questions(about: Situation, note: str, queue: Queue | None) -> list[Asked]:
    """Say what to look for by words, two texts at most: what the contact is about, and whose it is.

    `note` is spelt out. A motive that no list knows is words like any others.
    """
    intent = queue.intent(about.intent) if queue else None
    about_it = [note] if note else []
    if about.intent and intent is None:
        about_it.append(about.intent.replace("-", " "))
    asked = []
    if about_it:
        asked.append(Asked(" ".join(about_it), Why(Source.WORDS), 1.0))
    elif intent is not None:
        asked.append(Asked(intent.title, Why(Source.WORDS), TITLED))
    bare = not asked and queue is None
    if tags := " ".join(about.tags):
        why = Why(Source.TAG, ", ".join(about.tags))
        asked.append(Asked(tags, why, TAGGED_BARE if bare else TAGGED))
    if about.product:
        why = Why(Source.ACCOUNT, about.product)
        asked.append(Asked(about.product, why, OWNED_BARE if bare else OWNED))
    return asked[:MOST_SEARCHES]


def used(counts: Mapping[str, float]) -> list[Lead]:
    """Give what was opened in such contacts, by its faded counts."""
    return [
        Lead(article, Why(Source.USE), USED * -math.expm1(-count / ENOUGH))
        for article, count in counts.items()
        if count > 0
    ]


def found(asked: Asked, hits: Sequence[tuple[str, float]]) -> list[Lead]:
    """Give what a search found, weighed by the best hit; words also by what a sure one scores."""
    best = max((score for _, score in hits), default=0.0)
    typed = asked.why.source is Source.WORDS
    scale = asked.worth / max(best, SURE if typed else 1.0)
    return [Lead(article, asked.why, score * scale) for article, score in hits if score > 0]


def on_shelf(leads: Iterable[Lead], shelves: Mapping[str, str], queue: Queue | None) -> list[Lead]:
    """Give more to what the note found on the queue's own shelves; `shelves`: article → shelf."""
    if queue is None:
        return []
    return [
        Lead(lead.article_id, Why(Source.QUEUE, queue.title), SHELF)
        for lead in leads
        if lead.why.source is Source.WORDS and shelves.get(lead.article_id) in queue.spaces
    ]


def rank(
    rules: Sequence[Rule],
    leads: Iterable[Lead],
    *,
    allowed: Mapping[str, str],
    lang: str,
    limit: int,
) -> tuple[Ranked, ...]:
    """Put the articles in order: what rules pin, then by all the evidence together.

    `allowed` maps each article that may come to its language; any other is left out.
    """
    pins = _pins(rules, allowed)
    gathered: dict[str, list[Lead]] = {}
    for lead in leads:
        if lead.article_id in allowed:
            gathered.setdefault(lead.article_id, []).append(lead)
    first = [
        Ranked(id_, (why, *_reasons(gathered.get(id_, ())))[:MOST_REASONS], math.inf, pinned=True)
        for id_, why in pins.items()
    ]
    rest = [
        Ranked(id_, _reasons(own), _score(own, foreign=bool(lang) and allowed[id_] != lang))
        for id_, own in gathered.items()
        if id_ not in pins
    ]
    return (*first, *sorted(rest, key=lambda one: (-one.score, one.article_id)))[:limit]


def _pins(rules: Sequence[Rule], allowed: Mapping[str, str]) -> dict[str, Why]:
    pins: dict[str, Why] = {}
    for rule in rules:
        for card in rule.cards:
            if card in allowed and len(pins) < MOST_CARDS:
                pins.setdefault(card, Why(Source.RULE, rule.title))
    return pins


def _score(leads: Iterable[Lead], *, foreign: bool) -> float:
    """Add up; what a manager listed counts in whatever language it is."""
    parts = [
        lead.weight * (FOREIGN if foreign and lead.why.source is not Source.INTENT else 1.0)
        for lead in leads
    ]
    return sum(parts)


def _reasons(leads: Iterable[Lead]) -> tuple[Why, ...]:
    """Return the reasons, one of each source, the heaviest first."""
    ordered = sorted(leads, key=lambda lead: -lead.weight)
    return tuple({lead.why.source: lead.why for lead in reversed(ordered)}.values())[::-1][
        :MOST_REASONS
    ]
