"""Remarks: made in one gesture, offline too; answered on a board; whoever made one is told.

Remarks of one kind about one passage are one matter, whoever makes them: an answer answers all.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING

from kbdesk.core.changes import Changes
from kbdesk.core.feedback import CLOSED, KINDS, STATES, Remark, Reply, due_at, joined
from kbdesk.core.search_trail import sayable
from kbdesk.errors import Trouble, UnknownArticle
from kbdesk.services import bodies
from kbdesk.services.suggestion_bodies import NEVER, moment_or_now
from kbdesk.store.article_heads import owner_of
from kbdesk.store.drafts import Drafts
from kbdesk.store.outbox import Draft as Asked
from kbdesk.store.outbox import Operation
from sync.protocol.bodies import editing as wire

if TYPE_CHECKING:
    from kbdesk.services.pen import Pen

LONGEST = 4_000  # letters of a remark, or of an answer


class Remarks:
    """What people say of articles, and what is said back."""

    def __init__(self, pen: "Pen") -> None:
        self._pen = pen
        self._entities = pen.workspace.entities
        self._drafts = Drafts(pen.workspace.user)

    # say

    def give(  # noqa: PLR0913  # what a remark carries, each by name
        self,
        article: str,
        kind: str,
        text: str = "",
        *,
        anchor: str = "",
        query: str = "",
        queue: str = "",
        intent: str = "",
    ) -> Changes:
        """Say something of an article, a passage or a step; never of whom a contact was with.

        What was searched goes along without anybody writing it: bare of numbers and addresses.
        """
        if kind not in KINDS:
            raise Trouble(f"“{kind}” is no kind of remark.", f"Choose: {', '.join(KINDS)}.")
        standing = self._pen.standing(article)
        if standing is None:
            raise UnknownArticle(article)
        said = wire.FeedbackAsked(
            article, kind, _bounded(text), anchor[:500], standing.rev, sayable(query), queue, intent
        )
        about = f"feedback:{article}#{anchor}/{kind}/{self._pen.now().isoformat()}"
        self._pen.do([Asked("feedback", bodies.dump(said), about)])
        return self._pen.changes()

    def take_back(self, id_: str) -> Changes:
        """Take a remark back that still waits here, or was not taken; what was sent has been."""
        outbox = self._pen.workspace.outbox
        taken = outbox.withdraw([id_]) or outbox.drop([id_])
        return Changes(writing=bool(taken), outbox=bool(taken))

    def mine(self) -> tuple[Remark, ...]:
        """List one's own remarks with what was answered, the newest first."""
        kind, read = self._own_kind(), self._drafts.read_marks()
        found = {}
        for kept, body in bodies.every(self._entities, kind, wire.Feedback):
            made = self._remark(kept.id, body)
            last = body.replies[-1].at if body.replies else ""
            found[kept.id] = replace(made, unread=bool(last) and read.get(kept.id) != last)
        for one in (*self._pen.waiting(("feedback",)), *self._pen.parked(("feedback",))):
            if one.id not in found and (asked := bodies.asked(one.body, wire.FeedbackAsked)):
                found[one.id] = self._waiting(one, asked)
        return tuple(sorted(found.values(), key=lambda one: (one.at, one.id), reverse=True))

    def seen(self, ids: Iterable[str]) -> Changes:
        """Remember that the answers to these were read."""
        marks = self.read_now()
        self._drafts.mark_read({id_: marks[id_] for id_ in ids if id_ in marks})
        return Changes(writing=True)

    def read_now(self) -> dict[str, str]:
        """Return the marks by which one's own remarks count as read."""
        return {
            kept.id: body.replies[-1].at
            for kept, body in bodies.every(self._entities, self._own_kind(), wire.Feedback)
            if body.replies
        }

    def _own_kind(self) -> str:
        return "feedback" if self._pen.local else "own_feedback"

    # answer

    def board(self, *, closed: bool = False) -> tuple[Remark, ...]:
        """List the matters that want an answer, late ones first; or those that had one."""
        found = joined(self._all())
        return tuple(one for one in found if one.open is not closed)

    def open_counts(self) -> dict[str, int]:
        """Map articles to how many open remarks there are about them; thanks are none."""
        counts: dict[str, int] = {}
        for one in self._all():
            if one.open and one.kind != "thanks":
                counts[one.article] = counts.get(one.article, 0) + 1
        return counts

    def answer(self, id_: str, state: str, text: str = "", owner: str = "") -> Changes:
        """Answer a remark and those joined with it; each of their authors is told."""
        if state not in STATES:
            raise Trouble(f"“{state}” is no state of a remark.", f"Choose: {', '.join(STATES)}.")
        matter = next((one for one in joined(self._all()) if id_ in _ids(one)), None)
        if matter is None:
            raise Trouble(f"There is no remark “{id_}” here.", "Look at the board again.")
        said = _bounded(text)
        self._pen.do(
            [
                Asked(
                    "answer_feedback",
                    bodies.dump(wire.AnswerFeedbackAsked(one, state, said, owner)),
                    f"feedback:{one}",
                )
                for one in _ids(matter)
            ]
        )
        return self._pen.changes()

    def _all(self) -> Iterator[Remark]:
        waiting = self._answers()
        for kept, body in bodies.every(self._entities, "feedback", wire.Feedback):
            yield _answered(self._remark(kept.id, body), waiting.get(kept.id))

    def _answers(self) -> dict[str, Reply]:
        """Map remarks to what I have answered and the server does not know yet."""
        found = {}
        for one in self._pen.waiting(("answer_feedback",)):
            said = bodies.asked(one.body, wire.AnswerFeedbackAsked)
            if said is not None:
                name = self._pen.name(one.person)
                found[said.feedback] = Reply(one.person, name, one.at, said.state, said.text)
        return found

    # within

    def _remark(self, id_: str, body: wire.Feedback) -> Remark:
        came = moment_or_now(body.at)
        made = replace(
            self._said(id_, body, body.by, _said_at(body.made, came)),
            state=body.state,
            replies=tuple(
                Reply(one.by, self._pen.name(one.by), moment_or_now(one.at), one.state, one.text)
                for one in body.replies
            ),
            due=due_at(body.kind, came),  # nobody could know of it before it came
        )
        late = bool(made.due and made.due < self._pen.now() and body.state == "open")
        return self._placed(replace(made, late=late), body.owner)

    def _waiting(self, one: Operation, body: wire.FeedbackAsked) -> Remark:
        made = self._said(one.id, body, one.person, one.at)
        return self._placed(replace(made, waiting=not one.outcome, refused=one.reason))

    def _said(
        self, id_: str, body: wire.Feedback | wire.FeedbackAsked, by: str, at: datetime
    ) -> Remark:
        """Read what somebody said, whether a server has it or not."""
        return Remark(
            id=id_,
            article=body.article,
            title=body.article,
            space="",
            heading="",
            kind=body.kind,
            text=body.text,
            anchor=body.anchor,
            rev=body.rev,
            query=body.query,
            queue=body.queue,
            intent=body.intent,
            by=by,
            by_name=self._pen.name(by),
            at=at,
            state="open",
            due=due_at(body.kind, at),
        )

    def _placed(self, remark: Remark, owner: str = "") -> Remark:
        """Say what a remark is about, as far as that is still here, and whose matter it is."""
        articles = self._pen.workspace.articles
        row = articles.cards_by_id([remark.article]).get(remark.article)
        if row is None:
            return replace(remark, owner=owner, owner_name=self._pen.name(owner))
        parts = articles.parts([row.rid]).get(row.rid, ()) if remark.anchor else ()
        heading = next((head for name, head, _ in parts if name == remark.anchor), "")
        rev = self._pen.workspace.versions.present(remark.article)
        owner = owner or owner_of(self._pen.workspace.kb, row.rid)
        return replace(
            remark, title=row.title, space=row.space, heading=heading, rev_now=rev,
            owner=owner, owner_name=self._pen.name(owner),
        )  # fmt: skip


def _said_at(made: str, came: datetime) -> datetime:
    """Return when it was said by the desk it was said at, never later than it came."""
    said = moment_or_now(made)
    return min(said, came) if said > NEVER else came


def _ids(matter: Remark) -> tuple[str, ...]:
    return (matter.id, *(one.id for one in matter.joined if one.state not in CLOSED))


def _answered(remark: Remark, reply: Reply | None) -> Remark:
    if reply is None:
        return remark
    return replace(remark, state=reply.state, replies=(*remark.replies, reply), late=False)


def _bounded(text: str) -> str:
    if len(text) > LONGEST:
        raise Trouble(f"A text here has at most {LONGEST} letters.", "Say it shorter.")
    return text.strip()
