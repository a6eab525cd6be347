"""The cards of the contact in hand: gathered from the base in two searches and a few queries.

One search is for the words that say most (the note, else the motive, else what is known of the
account), a second for the account; there is never one per article. What is retired or forbidden is
not in the base, and what its own dates have ended or not yet begun is left out here. Nothing waits
for a network: there is none in it.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from kbdesk.clock import Clock
from kbdesk.core import cards as ranking
from kbdesk.core.articles import MANUAL, freshness
from kbdesk.core.card_rules import Rule, Situation, fired, folded
from kbdesk.core.cards import Asked, ContactCard, Lead, Ranked, Source, Why
from kbdesk.core.changes import Changes
from kbdesk.core.contact import Contact
from kbdesk.core.queues import Queue
from kbdesk.core.results import Scope
from kbdesk.core.shorthand import spell_out
from kbdesk.errors import IndexTrouble
from kbdesk.search.passages import Parts, Reading
from kbdesk.search.searcher import Engine, Ranking
from kbdesk.search.stopwords import STOP_WORDS
from kbdesk.services.lists.queues import queues_of
from kbdesk.services.lists.rules import rules_of
from kbdesk.services.reading.calendar import moment
from kbdesk.services.reading.lease import Leases
from kbdesk.store.articles import Articles, CardRow
from kbdesk.store.card_uses import CardUses
from kbdesk.store.entities import Entities

LOOKED_AT = 20  # hits of one search that may become cards
_TURNED_ON_WORDS = frozenset({Source.WORDS, Source.TAG})
HEAD = 5  # letters by which two words are forms of one
_EMPTY = frozenset().union(*STOP_WORDS.values())
LONGEST_FACT = 200  # characters of a product
MOST_TAGS = 12  # of an account


class Cards:
    """Finds what an agent may need for a contact; asked from a lane, never from the window."""

    def __init__(
        self,
        *,
        articles: Articles,
        entities: Entities,
        uses: CardUses,
        engine: Engine,
        leases: Leases,
        clock: Clock,
    ) -> None:
        self._articles = articles
        self._entities = entities
        self._uses = uses
        self._engine = engine
        self._leases = leases
        self._clock = clock

    def for_contact(self, contact: Contact, limit: int = 5) -> tuple[ContactCard, ...]:
        """Return the cards for a contact, the most likely first."""
        return self.for_situation(situation_of(contact, queues_of(self._entities)), limit)

    def for_situation(self, about: Situation, limit: int = 5) -> tuple[ContactCard, ...]:
        """Return the cards for what is known of a contact."""
        self._leases.refuse_locked()
        queue = queues_of(self._entities).get(about.queue)
        rules = fired(rules_of(self._entities)[0], about, self._clock.today())
        gathered = self._gather(about, queue)
        rows = self._rows(rules, gathered.leads)
        shelves = {id_: row.space for id_, row in rows.items()}
        ranked = ranking.rank(
            rules,
            [*gathered.leads, *ranking.on_shelf(gathered.leads, shelves, queue)],
            allowed={id_: row.lang for id_, row in rows.items()},
            lang=about.lang[:2],
            limit=limit,
        )
        return self._shown([(rows[one.article_id], one) for one in ranked], gathered, about)

    def record_use(self, contact: Contact, article_id: str) -> Changes:
        """Remember that an article was opened for such a contact: a small prior, kept here."""
        if contact.queue or contact.intent:
            self._uses.record(contact.queue, contact.intent, article_id, self._clock.now())
        return Changes()

    # gather

    def _gather(self, about: Situation, queue: Queue | None) -> "_Gathered":
        note = spell_out(about.note, about.lang or "fr")
        leads = ranking.listed(queue, about.intent, bare=not note)
        leads += ranking.used(self._uses.counts(about.queue, about.intent, self._clock.now()))
        intent = queue.intent(about.intent) if queue and not note else None
        gathered = _Gathered(leads, motive=intent.title if intent else "")
        for asked in ranking.questions(about, note, queue):
            self._find(asked, gathered)
        return gathered

    def _find(self, asked: Asked, gathered: "_Gathered") -> None:
        """Look for words; without an index the store answers, where all of them stand."""
        try:
            answer = self._engine.search(asked.text, limit=LOOKED_AT, today=self._clock.today())
            rows = self._articles.cards([rid for rid, _ in answer.rows])
            hits = [(rows[rid].id, score) for rid, score in answer.rows if rid in rows]
            gathered.answers[asked.why.source] = answer
        except IndexTrouble:
            hidden = self._articles.lives.hidden(moment(self._clock)).rids
            plain = self._articles.plain_search(asked.text, Scope(), limit=LOOKED_AT, hidden=hidden)
            hits = [(row.id, ranking.SURE / place) for place, row in enumerate(plain, 1)]
        gathered.leads += ranking.found(asked, hits)

    def _rows(self, rules: Sequence[Rule], leads: Sequence[Lead]) -> dict[str, CardRow]:
        """Return the articles that may come: here, no page of the manual, and in force today."""
        ids = [card for rule in rules for card in rule.cards]
        ids = list(dict.fromkeys([*ids, *(lead.article_id for lead in leads)]))
        ended = self._articles.not_in_force(ids, self._clock.today(), moment(self._clock))
        rows = self._articles.cards_by_id(ids)
        return {id_: row for id_, row in rows.items() if row.space != MANUAL and id_ not in ended}

    # show

    def _shown(
        self, ranked: Sequence[tuple[CardRow, Ranked]], gathered: "_Gathered", about: Situation
    ) -> tuple[ContactCard, ...]:
        rows = [row for row, _ in ranked]
        parts = self._articles.parts([row.rid for row in rows]) if gathered.answers else {}
        tags = self._articles.tags_of([row.id for row in rows]) if about.tags else {}
        return tuple(
            self._card(row, one, _Named(gathered, parts.get(row.rid, []), tags.get(row.id, ())))
            for row, one in ranked
        )

    def _card(self, row: CardRow, ranked: Ranked, named: "_Named") -> ContactCard:
        return ContactCard(
            article_id=row.id,
            title=row.title,
            say=row.summary,
            space=row.space,
            kind=row.kind,
            freshness=freshness(row.verified, row.review_every, self._clock.today()),
            why=tuple(dict.fromkeys(self._named(why, row, named) for why in ranked.why)),
            pinned=ranked.pinned,
        )

    def _named(self, why: Why, row: CardRow, named: "_Named") -> Why:
        """Name what a reason turned on: the tags in common, else the words as they stand there."""
        if why.source is Source.WORDS and named.gathered.motive:
            return Why(Source.INTENT, named.gathered.motive)  # nobody typed a word
        answer = named.gathered.answers.get(why.source)
        if why.source not in _TURNED_ON_WORDS or answer is None:
            return why
        if why.source is Source.TAG:
            wanted = {folded(tag) for tag in why.text.split(", ")}
            if common := [tag for tag in named.tags if folded(tag) in wanted]:
                return Why(why.source, ", ".join(common))
        return Why(why.source, self._matched(row, Reading(named.parts), answer))

    def _matched(self, row: CardRow, reading: Reading, answer: Ranking) -> str:
        """Return the telling words that matched, one of each beginning; "" when there is none."""
        number, place = answer.finder.best(reading)
        marked = (
            self._engine.mark(row.title, answer),
            self._engine.mark(row.summary, answer),
            answer.finder.snippet(reading.part(number)[2], place),
        )
        words = [one.text[start:end].lower() for one in marked for start, end in one.spans]
        telling = {word[:HEAD]: word for word in reversed(words) if word not in _EMPTY}
        return ", ".join(list(telling.values())[::-1][: ranking.MOST_WORDS])


@dataclass(slots=True)
class _Gathered:
    """What speaks for which article, and the answers of the searches, to mark their words."""

    leads: list[Lead]
    motive: str = ""  # whose title was looked for, where there was no note
    answers: dict[Source, Ranking] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class _Named:
    """What the reasons for one card are named after."""

    gathered: _Gathered
    parts: Parts
    tags: Sequence[str]


def situation_of(contact: Contact, queues: Mapping[str, Queue]) -> Situation:
    """Take from a contact what rules and ranking look at; a queue has a language of its own."""
    caller, queue = contact.caller, queues.get(contact.queue)
    if caller is None and len(contact.matches) == 1:
        caller = contact.matches[0]
    return Situation(
        queue=contact.queue,
        intent=contact.intent,
        tags=caller.tags[:MOST_TAGS] if caller else (),
        product=caller.product[:LONGEST_FACT] if caller else "",
        note=contact.note,
        lang=(contact.lang or (queue.lang if queue else "")).lower(),
        known=caller is not None or bool(contact.matches),
    )
