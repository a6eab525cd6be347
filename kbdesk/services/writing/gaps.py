"""Gaps: searches that failed come here, become drafts, and close by proof alone.

A search that failed without a word leaves the desk as `missed`, bare of numbers and addresses; who
asked is known to the server alone, which tells them once the answer is there. A gap is closed by
asking its own query again, in its own scope: where the article does not stand among the first
three, or has hardly a word of what was asked, it stays open. The proof is made with the rights and
the copy of this desk. A base of its own keeps its gaps itself and sends none, not even later.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING

from kbdesk.core.articles import Kind
from kbdesk.core.changes import Changes
from kbdesk.core.drafts import Draft
from kbdesk.core.gaps import WITHIN, Gap, Replay, Replayed, Subject, is_enough, spoken_of, subjects
from kbdesk.core.results import Scope
from kbdesk.core.search_trail import Searched, sayable
from kbdesk.errors import Trouble, UnknownArticle
from kbdesk.search.analysis import joined, stems, words
from kbdesk.services import bodies
from kbdesk.services.writing.suggestion_bodies import moment_or_now
from kbdesk.store.moments import write_moment
from kbdesk.store.outbox import Draft as Asked
from kbdesk.store.outbox import Operation, new_id
from kbdesk.store.search_trails import SearchTrails
from sync.protocol import codec
from sync.protocol.bodies import gaps as wire

if TYPE_CHECKING:
    from kbdesk.services.writing.pen import Pen

MADE = ("not_found", "missed")
LANGUAGES = ("fr", "en")  # a query is read in the one that drops more of it
MOST = 500  # gaps that one operation closes
SHELF = "base"  # of what is local
_COMPOUND = re.compile(r"\w+(?:[-‐‑]\w+)+")  # “e-sim”, which others write as one word


class Gaps:
    """What people here and elsewhere did not find."""

    def __init__(self, pen: "Pen") -> None:
        self._pen = pen
        self._workspace = pen.workspace
        self._trails = SearchTrails(pen.workspace.user)

    # what was searched here

    def note(self, searched: Sequence[Searched]) -> Changes:
        """Remember what was searched, and send what failed; one question is sent once."""
        now = self._workspace.clock.now()
        self._trails.note(searched, now)
        asked = [_missed(one) for one in searched if one.told]
        if not asked:
            return Changes()
        if self._pen.local:
            self.keep_here(asked, now)
            return Changes(gaps=True)
        self._workspace.outbox.put_all([Asked("missed", bodies.dump(one)) for one in asked], now)
        return Changes(outbox=True, gaps=True)

    def keep_here(
        self, asked: Sequence[wire.NotFoundAsked], now: datetime, ids: Sequence[str] = ()
    ) -> None:
        """Keep what failed in a base of its own, the last `MOST`: nobody has agreed to send it."""
        at, entities = write_moment(now), self._workspace.entities
        with self._workspace.kb.writing(durable=True):
            for id_, one in zip(ids or [new_id(now) for _ in asked], asked, strict=True):
                made = wire.Gap(
                    one.query, at, at, one.how, spaces=one.spaces, kinds=one.kinds, tags=one.tags
                )
                entities.put("gap", id_, codec.encode(made).decode(), space=SHELF)
        with self._workspace.kb.writing(durable=True):
            for old in [one.id for one in entities.of("gap")][:-MOST]:
                entities.remove("gap", old)

    def trail(self) -> list[Searched]:
        """Return what was searched at this desk, the oldest first."""
        return self._trails.all()

    def forget_trail(self) -> Changes:
        """Forget what was searched at this desk; what was sent has been sent."""
        self._trails.forget()
        return Changes(gaps=True)

    # look

    def subjects(self, *, closed: bool = False) -> tuple[Subject, ...]:
        """Group what is open into subjects; or what was decided, with what became of it."""
        return subjects(gap for gap in self.all() if gap.open is not closed)

    def subject(self, id_: str) -> Subject:
        """Return an open subject by its id, or by the id of a gap in it."""
        for one in self.subjects():
            if id_ == one.id or any(id_ == gap.id for gap in one.gaps):
                return one
        raise Trouble("There is no such subject, or it is closed.", "Choose one of: kbdesk gaps.")

    def count(self) -> int:
        """Count the open subjects."""
        return len(self.subjects())

    def all(self) -> list[Gap]:
        """Return every gap this person may see, with what was done here laid over."""
        found = {
            one.id: _read(one.id, body)
            for one, body in bodies.every(self._workspace.entities, "gap", wire.Gap)
        }
        for one in self._pen.ahead(MADE):
            body = bodies.asked(one.body, wire.NotFoundAsked)
            if body is not None and one.id not in found:
                found[one.id] = _of_asked(one, body)
        for id_ in self._workspace.outbox.taken_back():
            found.pop(id_, None)
        for gap in self._decided():
            if gap[0] in found and found[gap[0]].open:
                found[gap[0]] = _laid_over(found[gap[0]], *gap[1:])
        return list(found.values())

    def _decided(self) -> Iterator[tuple[str, int, wire.CloseGapsAsked, Operation]]:
        for one in self._pen.ahead(("close_gaps",)):
            body = bodies.asked(one.body, wire.CloseGapsAsked)
            for proof in body.proofs if body is not None else ():
                assert body is not None
                yield proof.gap, proof.rank, body, one

    # answer

    def draft_from(self, id_: str, space: str = "") -> Draft:
        """Begin an article that answers a subject: its wordings are its other names already."""
        from kbdesk.content.front_matter import replace_fields  # late: YAML is no part of the start

        subject = self.subject(id_)
        authoring = self._workspace.live.authoring
        title = subject.name[:1].upper() + subject.name[1:]
        asked = [one.query for one in subject.queries if sayable(one.query)][:12]
        draft = authoring.draft_new(title=title, space=space, gaps=[gap.id for gap in subject.gaps])
        text = replace_fields(draft.text, aliases=asked)
        authoring.save(draft.id, text)
        return authoring.get(draft.id)

    def candidates(self, words: str, limit: int = 5) -> tuple[tuple[str, str], ...]:
        """Return articles that may answer, by id and title."""
        found = self._workspace.knowledge.search(words, limit=limit) if words.strip() else None
        return tuple((hit.id, hit.title.text) for hit in found.hits) if found else ()

    def replay(self, id_: str, article: str) -> Replay:
        """Ask every wording of a subject again and say where an article stands now."""
        subject = self.subject(id_)
        card = self._workspace.articles.cards_by_id([article]).get(article)
        if card is None:
            raise UnknownArticle(article)
        asked: dict[tuple[str, Scope], list[str]] = {}
        for gap in subject.gaps:
            asked.setdefault((gap.query, _scope(gap)), []).append(gap.id)
        said = self._said(article)
        meant = {query: self._meant(query, said) for query, _ in asked}
        spoken = spoken_of(said, frozenset[str]().union(*meant.values()))
        proved = [
            replace(self._ask(query, scope, article, ids), speaks=is_enough(spoken, meant[query]))
            for (query, scope), ids in asked.items()
        ]
        return Replay(subject.id, article, card.title, tuple(proved))

    def _ask(self, query: str, scope: Scope, article: str, gaps: Sequence[str]) -> Replayed:
        found = self._workspace.knowledge.search(query, scope=scope, limit=WITHIN)
        if found.degraded:
            raise Trouble(
                "The index is being rebuilt, and without it nothing is proved.",
                "Try again in a moment.",
            )
        rank = next((n for n, hit in enumerate(found.hits, 1) if hit.id == article), 0)
        first = found.hits[0].title.text if found.hits and not rank else ""
        return Replayed(query, rank, tuple(gaps), first)

    def _said(self, article: str) -> frozenset[str]:
        """Return the stems of all that an article says, by any name and in either language."""
        found = self._workspace.articles.get(article)
        if found is None:
            raise UnknownArticle(article)
        text = " ".join((found.title, *found.aliases, *found.tags, found.summary, found.body))
        text += " " + " ".join(joined(met[0]) for met in _COMPOUND.finditer(text))
        return frozenset(stem for lang in LANGUAGES for stem in stems(text, lang))

    def _meant(self, query: str, said: frozenset[str]) -> frozenset[str]:
        """Return the stems of a query, without those that an article says by another name."""
        typed, meant = tuple(words(query)), set(tokens(query))
        for start, end, others in self._workspace.engine.synonyms.runs(typed):
            if any(tokens(" ".join(other)) <= said for other in others):
                meant -= tokens(" ".join(typed[start:end]))
        return frozenset(meant)

    def close(self, id_: str, article: str) -> tuple[Replay, Changes]:
        """Close those gaps of a subject whose query finds the article; the others stay open."""
        made = self.replay(id_, article)
        proofs = [wire.Proof(gap, one.rank) for one in made.asked if one.found for gap in one.gaps]
        self._decide(made.subject, article, made.title, proofs, "")
        return made, self._changes(bool(proofs))

    def dismiss(self, id_: str, why: str) -> Changes:
        """Say that a subject is no gap, and why; nobody is told."""
        if not why.strip():
            raise Trouble("Say why this is no gap.", "A few words are enough.")
        subject = self.subject(id_)
        proofs = [wire.Proof(gap.id, 0) for gap in subject.gaps]
        self._decide(subject.id, "", "", proofs, why.strip()[:500])
        return self._changes(touched=True)

    def _decide(
        self, subject: str, article: str, title: str, proofs: Sequence[wire.Proof], why: str
    ) -> None:
        if self._pen.local:
            self.decide_here(article, proofs, why)
            return
        blocks = [proofs[start : start + MOST] for start in range(0, len(proofs), MOST)]
        asked = [wire.CloseGapsAsked(article, title, tuple(block), why) for block in blocks]
        self._pen.do([Asked("close_gaps", bodies.dump(one)) for one in asked])

    def decide_here(self, article: str, proofs: Sequence[wire.Proof], why: str) -> None:
        """Decide in a base of its own: a gap stops waiting for a server and is kept as decided."""
        known = {gap.id: gap for gap in self.all()}
        at = write_moment(self._workspace.clock.now())
        for proof in proofs:
            gap = known[proof.gap]
            body = wire.Gap(
                gap.query, write_moment(gap.at), write_moment(gap.at), gap.how, gap.queue,
                gap.intent, gap.spaces, gap.kinds, gap.tags, gap.opened,
                "dismissed" if why else "closed", article, proof.rank, "", at, why,
            )  # fmt: skip
            text = codec.encode(body).decode()
            self._workspace.entities.put("gap", gap.id, text, space=SHELF)
        self._workspace.outbox.withdraw([proof.gap for proof in proofs])

    def _changes(self, touched: bool) -> Changes:  # noqa: FBT001  # whether anything was decided
        return Changes(gaps=touched, outbox=touched and not self._pen.local)


def _missed(one: Searched) -> wire.NotFoundAsked:
    said = one.wording
    return wire.NotFoundAsked(sayable(said.query), one.how, said.spaces, said.kinds, said.tags)


def _read(id_: str, body: wire.Gap) -> Gap:
    return Gap(
        id_, body.query, moment_or_now(body.made or body.at), body.how, tokens(body.query),
        body.queue, body.intent, body.spaces, body.kinds, body.tags, body.opened, body.state,
        body.article, body.rank, moment_or_now(body.decided_at) if body.decided_at else None,
        body.decided_by, body.why,
    )  # fmt: skip


def _of_asked(one: Operation, body: wire.NotFoundAsked) -> Gap:
    return Gap(
        one.id, body.query, one.at, body.how, tokens(body.query), body.queue, body.intent,
        body.spaces, body.kinds, body.tags, body.opened, waiting=one.waits,
    )  # fmt: skip


def _laid_over(gap: Gap, rank: int, body: wire.CloseGapsAsked, one: Operation) -> Gap:
    state = "dismissed" if body.why else "closed"
    return replace(
        gap, state=state, article=body.article, rank=rank, why=body.why, decided_at=one.at,
        decided_by=one.person, waiting=one.waits,
    )  # fmt: skip


def tokens(query: str) -> frozenset[str]:
    """Return what a query says, as stems: of the language in which less of it is grammar's."""
    text = _COMPOUND.sub(lambda met: joined(met[0]) or met[0], query)
    found = min((stems(text, lang) for lang in LANGUAGES), key=len)
    return frozenset(found or words(text))


def _scope(gap: Gap) -> Scope:
    known = {kind.value for kind in Kind}
    kinds = tuple(Kind(kind) for kind in gap.kinds if kind in known)
    return Scope(gap.spaces, kinds, gap.tags)
