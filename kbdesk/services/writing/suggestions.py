"""Suggestions as this person sees them: what came down, with what was done here laid over it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kbdesk.core.editing import Verdict
from kbdesk.core.suggestions import WITHDRAWN, Choice, Suggested
from kbdesk.core.talk import Reply
from kbdesk.services import bodies
from kbdesk.services.writing import talk
from kbdesk.services.writing.authoring import title_of
from kbdesk.services.writing.suggestion_bodies import known_verdict, moment_or_now, unknown
from kbdesk.store.drafts import Drafts
from kbdesk.store.entities import Found
from kbdesk.store.outbox import Operation, State
from sync.protocol.bodies import editing as wire

if TYPE_CHECKING:
    from kbdesk.services.writing.pen import Pen


@dataclass(frozen=True, slots=True)
class Here:
    """What was done at this desk and the copy does not show, and what was read here."""

    deciding: Mapping[str, Operation]
    said: Mapping[str, tuple[Reply, ...]]
    read: Mapping[str, str]


class Suggestions:
    """Reads them; decides nothing."""

    def __init__(self, pen: "Pen") -> None:
        self._pen = pen
        self._entities = pen.workspace.entities
        self._drafts = Drafts(pen.workspace.user)

    def every(self) -> Iterator[Suggested]:
        """Give those of the shelves where this person looks on, or decides."""
        here = self.here()
        for kept, body in bodies.every(self._entities, "suggestion", wire.Suggestion):
            yield self.shown(kept.id, body, here)

    def mine(self) -> dict[str, Suggested]:
        """Map the ids of what this person has proposed to it; what waits here among it."""
        here = self.here()
        found = {kept.id: self.shown(kept.id, body, here) for kept, body in self._own()}
        for one in (*self._pen.ahead(("suggest",)), *self._pen.parked(("suggest",))):
            body = bodies.asked(one.body, wire.SuggestAsked)
            if body is not None and one.id not in found:
                found[one.id] = self._waiting(one, body, here)
        return found

    def one(self, id_: str) -> tuple[Found, wire.Suggestion]:
        """Return what the copy has of a suggestion; `Trouble` where that is nothing."""
        kept = self._entities.one("suggestion", id_)
        body = bodies.read(kept, wire.Suggestion)
        if kept is None or body is None:
            raise unknown(id_)
        return kept, body

    def own_texts(self, id_: str) -> tuple[str | None, str | None]:
        """Return what one's own was made from, and what it says."""
        body = bodies.read(self._entities.one(self._own_kind, id_), wire.Suggestion)
        if body is not None:
            return body.base, body.mine
        waiting = (*self._pen.ahead(("suggest",)), *self._pen.parked(("suggest",)))
        said = next((one.body.get("text") for one in waiting if one.id == id_), None)
        draft = self._drafts.sent_as(id_)
        return draft.base if draft else None, said

    def place(self, body: wire.Suggestion) -> str:
        """Say on which shelf it would be published: where the article stands by now, if it does."""
        found = self._entities.one("article", body.article)
        return found.space if found else body.space

    def kept(self, id_: str) -> Choice | None:
        """Return what this person had decided and the server did not take."""
        said = next(iter(self._pen.parked(("settle",), f"suggestion:{id_}")), None)
        if said is None:
            return None
        body = bodies.asked(said.body, wire.SettleAsked)
        return Choice(body.decision, body.text, body.why, body.minor) if body else None

    def read_now(self) -> dict[str, str]:
        """Return the marks by which one's own suggestions count as read."""
        return {
            kept.id: news
            for kept, body in self._own()
            if body.by == self._pen.person and (news := _news(body))
        }

    def here(self) -> Here:
        """Return what was done here about suggestions."""
        settled = (*self._pen.parked(("settle",)), *self._pen.ahead(("settle",)))
        return Here(
            {str(one.body.get("suggestion")): one for one in settled},
            talk.said_here(self._pen, "discuss", _word_of),
            self._drafts.read_marks(),
        )

    def shown(self, id_: str, body: wire.Suggestion, here: Here) -> Suggested:
        """Say how a suggestion stands for this person."""
        mine = here.deciding.get(id_)
        waits = mine is not None and mine.state is not State.REFUSED
        own = body.by == self._pen.person
        decided, place = body.decided_at, self.place(body)
        news, come = _news(body), talk.read(self._pen, body.replies)
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
            decided_at=moment_or_now(decided) if decided else None,
            deciding=str(mine.body.get("decision")) if mine and waits else "",
            refused=mine.reason if mine and not waits else "",
            mine_only=not self._pen.decides(place)
            or (own and not self._pen.local and self._pen.four_eyes(place)),
            unread=bool(own and news and here.read.get(id_) != news),
            gaps=body.gaps,
            replies=(*come, *talk.not_come(come, here.said.get(id_, ()))),
        )

    def _waiting(self, one: Operation, body: wire.SuggestAsked, here: Here) -> Suggested:
        mine = here.deciding.get(one.id)
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

    @property
    def _own_kind(self) -> str:
        return "suggestion" if self._pen.local else "own_suggestion"

    def _own(self) -> Iterator[tuple[Found, wire.Suggestion]]:
        return bodies.every(self._entities, self._own_kind, wire.Suggestion)

    def _title(self, body: wire.Suggestion) -> str:
        return self._named(body.article) or title_of(body.mine or "") or body.article

    def _named(self, article: str) -> str:
        row = self._pen.workspace.articles.cards_by_id([article]).get(article)
        return row.title if row else ""


def _word_of(one: Operation) -> talk.Said | None:
    said = bodies.asked(one.body, wire.DiscussAsked)
    return (said.suggestion, "open", said.text) if said is not None else None


def _news(body: wire.Suggestion) -> str:
    """Return when others last told its author something, "" for never."""
    if body.state == WITHDRAWN:
        return ""
    return body.decided_at or talk.last_of_others(body.replies, body.by)
