"""The queue of those who decide, and what they decide: the whole, a part, or no, and why.

What is looked at is always compared with what is published on this desk now, not with what stood
when it came in. A decision is made upon a revision; where the article has moved on meanwhile the
server refuses it, the suggestion stays open, and what was decided is kept to be decided again.
"""

from collections.abc import Collection, Iterator
from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING, Any

from kbdesk.core.changes import Changes
from kbdesk.core.editing import Block, Verdict, blocks, fates, partly, whole
from kbdesk.core.suggestions import (
    ACCEPTED,
    DECLINED,
    PARTLY,
    WITHDRAWN,
    Choice,
    ReviewView,
    Suggested,
    Touched,
    by_urgency,
)
from kbdesk.errors import NotAllowed, Trouble
from kbdesk.services import bodies
from kbdesk.services.writing.authoring import asset_of, title_of
from kbdesk.services.writing.suggestion_bodies import (
    known_verdict,
    moment_or_now,
    unknown,
    verdict_of,
)
from kbdesk.services.writing.trusting import unverified
from kbdesk.store.drafts import Drafts
from kbdesk.store.entities import Found
from kbdesk.store.outbox import Draft as Asked
from kbdesk.store.outbox import Operation, State
from kbdesk.store.questions import Questions
from sync.protocol.bodies import editing as wire
from sync.protocol.bodies.learning import QuestionFigures

if TYPE_CHECKING:
    from kbdesk.services.writing.pen import Pen

_DECIDED = 50


class Reviewing:
    """Suggestions: those to decide about, and one's own."""

    def __init__(self, pen: "Pen") -> None:
        self._pen = pen
        self._entities = pen.workspace.entities
        self._drafts = Drafts(pen.workspace.user)

    # look

    def queue(self) -> tuple[Suggested, ...]:
        """List what waits for a decision: what met another change first, then the oldest."""
        return tuple(sorted((one for one in self._all() if one.open), key=by_urgency))

    def decided(self, limit: int = _DECIDED) -> tuple[Suggested, ...]:
        """List what was decided, the last first."""
        found = [one for one in self._all() if not one.open]
        return tuple(sorted(found, key=_decided_at, reverse=True)[:limit])

    def mine(self) -> tuple[Suggested, ...]:
        """List what this person has proposed, the newest first; what waits here among it."""
        kind = "suggestion" if self._pen.local else "own_suggestion"
        deciding, read = self._deciding(), self._drafts.read_marks()
        found = {
            kept.id: self._suggested(kept.id, body, deciding, read)
            for kept, body in bodies.every(self._entities, kind, wire.Suggestion)
        }
        for one in (*self._pen.ahead(("suggest",)), *self._pen.parked(("suggest",))):
            body = bodies.asked(one.body, wire.SuggestAsked)
            if body is not None and one.id not in found:
                found[one.id] = self._waiting(one, body, deciding)
        return tuple(sorted(found.values(), key=lambda one: (one.at, one.id), reverse=True))

    def look(self, id_: str) -> ReviewView:
        """Compare a suggestion with what is published here now."""
        kept, body = self._one(id_)
        of = self._suggested(kept.id, body, self._deciding(), {})
        standing = self._pen.standing(body.article)
        published = standing.text if standing else None
        base, mine = body.base, body.mine
        verdict = verdict_of(body, published)
        parts: tuple[Block, ...] = ()
        if mine is not None and not (published is None and not of.new):
            parts = blocks(base if published is not None else None, mine, published or "")
        rev = standing.rev if standing else 0
        return ReviewView(
            of=replace(of, verdict=verdict),
            verdict=verdict,
            blocks=parts,
            base=base,
            mine=mine,
            published=published,
            rev=rev,
            moved=rev != body.rev,
            kept=self._kept(id_),
            upon=standing.upon if standing else "",
        )

    def own(self, id_: str) -> ReviewView:
        """Show what a suggestion of one's own changes in the text that it was made from.

        Sent or not: what waits here, or was not taken, is shown too.
        """
        of = next((one for one in self.mine() if one.id == id_), None)
        if of is None:
            raise unknown(id_)
        base, mine = self._own_texts(id_)
        standing = self._pen.standing(of.article)
        published = standing.text if standing else None
        start = base if base is not None else "" if of.new else published or ""
        parts = blocks(start, mine, start) if mine is not None else ()
        rev = standing.rev if standing else 0
        became = self._decided_text(of)
        return ReviewView(
            of, of.verdict, parts, base, mine, published, rev, moved=False,
            fates=fates(parts, became) if became is not None else {},
        )  # fmt: skip

    def _decided_text(self, of: Suggested) -> str | None:
        """Return the text in which a part of a suggestion was taken, as far as it is kept here."""
        if of.state != PARTLY or of.decided_at is None:
            return None
        for _, credit in bodies.every(self._entities, "credit", wire.Credit, f"{of.article}@"):
            if credit.by == of.by and moment_or_now(credit.at) == of.decided_at:
                kept = self._pen.workspace.versions.kept(of.article, credit.rev)
                return kept.body if kept else None
        return None

    def can_withdraw(self, id_: str) -> bool:
        """Say whether a suggestion of one's own can still be taken back."""
        return any(one.id == id_ and one.open for one in self.mine())

    def _own_texts(self, id_: str) -> tuple[str | None, str | None]:
        kind = "suggestion" if self._pen.local else "own_suggestion"
        body = bodies.read(self._entities.one(kind, id_), wire.Suggestion)
        if body is not None:
            return body.base, body.mine
        waiting = (*self._pen.ahead(("suggest",)), *self._pen.parked(("suggest",)))
        said = next((one.body.get("text") for one in waiting if one.id == id_), None)
        draft = self._drafts.sent_as(id_)
        return draft.base if draft else None, said

    def touches(self, id_: str) -> Touched:
        """Say what else would change with it: questions that would sleep, and who links here."""
        body = self._one(id_)[1]
        linked = self._pen.workspace.articles.backlinks(body.article)
        titles = tuple(title for _, title in linked)
        if body.mine is None:
            return Touched(named_in=titles)
        ties = self._pen.ties(body.article, body.mine, minor=False).get("ties", {})
        known = Questions(self._pen.workspace.kb).of_article(body.article)
        moved = (one for one in known if ties.get(one.id) not in {None, one.question.tie})
        asleep = [one.id for one in moved if one.awake]
        figures = (
            bodies.read(self._entities.one("question_figures", question), QuestionFigures)
            for question in asleep
        )
        people = max((one.people for one in figures if one and not one.masked), default=0)
        return Touched(len(asleep), people, titles)

    # decide

    def accept(self, id_: str, *, minor: bool = False, why: str = "") -> Changes:
        """Publish a suggestion whole; two texts for the same lines have to be chosen from."""
        view = self._decidable(id_)
        if view.mine is None:
            return self._settle(view, ACCEPTED, None, why, minor=minor)
        if view.verdict is Verdict.GONE or view.published is None:
            return self._settle(view, ACCEPTED, view.mine, why, minor=minor)
        text = whole(view.blocks)
        if text is None:
            told = "Others changed the same lines meanwhile."
            raise Trouble(told, "Choose which lines to take.", code="same_lines")
        return self._settle(view, ACCEPTED, text, why, minor=minor)

    def accept_part(
        self, id_: str, taken: Collection[int], *, minor: bool = False, why: str = ""
    ) -> Changes:
        """Publish some of the changes: those with these numbers."""
        view = self._decidable(id_)
        wrong = set(taken).difference(view.changes)
        if not taken or wrong:
            raise Trouble(
                f"There is no change {min(wrong)}." if wrong else "No change was chosen.",
                "Choose by the numbers shown, or decline.",
                code="not_chosen",
            )
        decision = ACCEPTED if set(taken) == set(view.changes) else PARTLY
        text = partly(view.blocks, taken)
        return self._settle(view, decision, text, why, minor=minor)

    def accept_as(self, id_: str, text: str, *, minor: bool = False, why: str = "") -> Changes:
        """Publish a text that the reviewer has made of it; its author is credited all the same."""
        view = self._decidable(id_)
        decision = ACCEPTED if text == whole(view.blocks) else PARTLY
        return self._settle(view, decision, text, why, minor=minor)

    def decline(self, id_: str, why: str) -> Changes:
        """Say no, and why: its author reads it."""
        if not why.strip():
            told = "A no wants a reason."
            raise Trouble(told, "Say it in a sentence: its author reads it.", code="no_reason")
        kept, body = self._one(id_)
        self._pen.refuse_strangers(body.space)
        self._refuse_decided(kept.id, body)
        return self._do(wire.SettleAsked(kept.id, DECLINED, None, why), rev=body.rev)

    def withdraw(self, id_: str) -> Changes:
        """Take one's own suggestion back, sent or not."""
        mine = next((one for one in self.mine() if one.id == id_), None)
        if mine is None:
            raise unknown(id_)
        self._refuse_closed(mine)
        said = wire.SettleAsked(id_, WITHDRAWN, None)
        if self._pen.local:
            self._do(said, rev=0)
        else:
            after = Asked("settle", bodies.dump(said), f"suggestion:{id_}")
            self._pen.workspace.outbox.take_back(id_, after, self._pen.workspace.clock.now())
        self._bring_back(id_)
        return self._pen.changes()

    def _bring_back(self, id_: str) -> None:
        """Open the draft again that a suggestion was made of: nobody's work ends with it."""
        draft = self._drafts.sent_as(id_)
        if draft is not None:
            self._drafts.bring_back(draft.id)

    def _decidable(self, id_: str) -> ReviewView:
        view = self.look(id_)
        body = self._one(id_)[1]
        place = self._place(body)
        self._pen.refuse_strangers(place)
        self._refuse_decided(id_, body)
        if view.of.own and self._pen.four_eyes(place):
            raise NotAllowed(
                f"On “{place}” nobody publishes their own text.",
                "Ask another author of the shelf to decide.",
                code="four_eyes",
                values=(place,),
            )
        return view

    def _refuse_decided(self, id_: str, body: wire.Suggestion) -> None:
        self._refuse_closed(self._suggested(id_, body, self._deciding(), {}))

    def _refuse_closed(self, found: Suggested) -> None:
        if not found.open:
            raise Trouble(
                f"This was decided already: {found.deciding or found.state}.",
                "See it among what was decided.",
                code="decided",
            )

    def _settle(
        self, view: ReviewView, decision: str, text: str | None, why: str, *, minor: bool
    ) -> Changes:
        if text is not None and not minor:
            text = unverified(text, view.published, self._pen.workspace.calendar.today())
        ties = {} if text is None else self._pen.ties(view.article_id, text, minor=minor)
        files = self._pictures(view) if text is not None else []
        said = wire.SettleAsked(view.of.id, decision, text, why, minor)
        return self._do(said, rev=view.rev, upon=view.upon, more=ties, before=files)

    def _do(
        self,
        said: wire.SettleAsked,
        *,
        rev: int,
        upon: str = "",
        more: dict[str, Any] | None = None,
        before: list[Asked] | None = None,
    ) -> Changes:
        body, about = bodies.dump(said) | (more or {}), f"suggestion:{said.suggestion}"
        self._pen.do([*(before or []), Asked("settle", body, about, rev or None, upon)])
        return self._pen.changes(articles=said.text is not None)

    def _pictures(self, view: ReviewView) -> list[Asked]:
        """Publish the pictures that a suggested text shows; their bytes came up with it."""
        body = self._one(view.of.id)[1]
        return [] if self._pen.local else [asset_of(one, self._place(body)) for one in body.assets]

    def _place(self, body: wire.Suggestion) -> str:
        """Say on which shelf it would be published: where the article stands by now, if it does."""
        found = self._entities.one("article", body.article)
        return found.space if found else body.space

    # within

    def _one(self, id_: str) -> tuple[Found, wire.Suggestion]:
        kept = self._entities.one("suggestion", id_)
        body = bodies.read(kept, wire.Suggestion)
        if kept is None or body is None:
            raise unknown(id_)
        return kept, body

    def _all(self) -> Iterator[Suggested]:
        deciding = self._deciding()
        for kept, body in bodies.every(self._entities, "suggestion", wire.Suggestion):
            yield self._suggested(kept.id, body, deciding, {})

    def _deciding(self) -> dict[str, Operation]:
        """Map suggestions to what this person has decided and the copy does not show."""
        found = [*self._pen.parked(("settle",)), *self._pen.ahead(("settle",))]
        return {str(one.body.get("suggestion")): one for one in found}

    def _kept(self, id_: str) -> Choice | None:
        said = next(iter(self._pen.parked(("settle",), f"suggestion:{id_}")), None)
        if said is None:
            return None
        body = bodies.asked(said.body, wire.SettleAsked)
        return Choice(body.decision, body.text, body.why, body.minor) if body else None

    def _suggested(
        self, id_: str, body: wire.Suggestion, deciding: dict[str, Operation], read: dict[str, str]
    ) -> Suggested:
        mine = deciding.get(id_)
        waits = mine is not None and mine.state is not State.REFUSED
        own = body.by == self._pen.person
        moved, place = body.decided_at, self._place(body)
        return Suggested(
            id=id_,
            article=body.article,
            title=self._title(body),
            space=body.space,
            by=body.by,
            by_name=self._pen.name(body.by),
            at=moment_or_now(body.at),
            comment=body.comment,
            state=body.state,
            verdict=known_verdict(body.verdict),
            own=own,
            removes=body.mine is None,
            new=body.base_rev == 0 and body.rev == 0,
            why=body.why,
            decided_by=self._pen.name(body.decided_by),
            decided_at=moment_or_now(moved) if moved else None,
            deciding=str(mine.body.get("decision")) if mine and waits else "",
            refused=mine.reason if mine and not waits else "",
            mine_only=not self._pen.decides(place)
            or (own and not self._pen.local and self._pen.four_eyes(place)),
            unread=bool(own and moved and body.state != WITHDRAWN and read.get(id_) != moved),
            gaps=body.gaps,
        )

    def _waiting(
        self, one: Operation, body: wire.SuggestAsked, deciding: dict[str, Operation]
    ) -> Suggested:
        mine = deciding.get(one.id)
        return Suggested(
            id=one.id,
            article=body.article,
            title=title_of(body.text or "") or self._named(body.article),
            space=body.space,
            by=self._pen.person,
            by_name=self._pen.name(self._pen.person),
            at=one.at,
            comment=body.comment,
            state="open",
            verdict=Verdict.FRESH,
            own=True,
            removes=body.text is None,
            new=not one.base_rev,
            mine_only=True,
            waiting=one.waits,
            refused=one.reason,
            gaps=body.gaps,
            deciding=str(mine.body.get("decision")) if mine else "",
        )

    def _title(self, body: wire.Suggestion) -> str:
        return self._named(body.article) or title_of(body.mine or "") or body.article

    def _named(self, article: str) -> str:
        row = self._pen.workspace.articles.cards_by_id([article]).get(article)
        return row.title if row else ""

    def read_now(self) -> dict[str, str]:
        """Return the marks by which one's own decided suggestions count as read."""
        kind = "suggestion" if self._pen.local else "own_suggestion"
        return {
            kept.id: body.decided_at
            for kept, body in bodies.every(self._entities, kind, wire.Suggestion)
            if body.decided_at and body.by == self._pen.person
        }


def _decided_at(one: Suggested) -> datetime:
    return one.decided_at or one.at
