"""Remarks: made in one gesture, offline too; answered on a board; whoever made one is told.

Remarks of one kind about one passage are one matter, whoever makes them: an answer answers all.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING

from kbdesk.core.changes import Changes
from kbdesk.core.feedback import CLOSED, KINDS, STATES, Remark, due_at, joined
from kbdesk.core.search_trail import sayable
from kbdesk.core.talk import OPEN, Reply
from kbdesk.errors import Trouble, UnknownArticle
from kbdesk.services import bodies
from kbdesk.services.writing import talk
from kbdesk.services.writing.suggestion_bodies import NEVER, moment_or_now
from kbdesk.store.article_heads import owner_of
from kbdesk.store.drafts import Drafts
from kbdesk.store.outbox import Draft as Asked
from kbdesk.store.outbox import Operation
from sync.protocol.bodies import editing as wire

if TYPE_CHECKING:
    from kbdesk.services.writing.pen import Pen

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
            article,
            kind,
            talk.bounded(text, LONGEST),
            anchor[:500],
            standing.rev,
            sayable(query),
            queue,
            intent,
        )
        about = f"feedback:{article}#{anchor}/{kind}/{self._pen.now().isoformat()}"
        self._pen.do([Asked("feedback", bodies.dump(said), about)])
        return self._pen.changes()

    def take_back(self, id_: str) -> Changes:
        """Have a remark unsaid that nobody answered, whether it was sent or not."""
        if not self.can_take_back(id_):
            told = "It was answered already, and cannot be taken back any more."
            raise Trouble(told, "Reply to the answer.", code="answered")
        self._pen.unsay(id_)
        return self._pen.changes()

    def can_take_back(self, id_: str) -> bool:
        """Say whether a remark of one's own stands here and was not answered."""
        return any(one.id == id_ and one.can_take_back for one in self.mine())

    def mine(self) -> tuple[Remark, ...]:
        """List one's own remarks with what was answered, the newest first."""
        kind, read, ahead = self._own_kind(), self._drafts.read_marks(), self._answers()
        found = {}
        for kept, body in bodies.every(self._entities, kind, wire.Feedback):
            made = _answered(self._remark(kept.id, body), ahead.get(kept.id, ()))
            last = talk.last_of_others(body.replies, body.by)
            found[kept.id] = replace(made, unread=bool(last) and read.get(kept.id) != last)
        for one in (*self._pen.ahead(("feedback",)), *self._pen.parked(("feedback",))):
            if one.id not in found and (asked := bodies.asked(one.body, wire.FeedbackAsked)):
                found[one.id] = self._waiting(one, asked)
        for id_ in self._pen.workspace.outbox.taken_back():
            found.pop(id_, None)
        return tuple(sorted(found.values(), key=lambda one: (one.at, one.id), reverse=True))

    def seen(self, ids: Iterable[str]) -> Changes:
        """Remember that the answers to these were read."""
        marks = self.read_now()
        self._drafts.mark_read({id_: marks[id_] for id_ in ids if id_ in marks})
        return Changes(writing=True)

    def read_now(self) -> dict[str, str]:
        """Return the marks by which one's own remarks count as read."""
        return {
            kept.id: last
            for kept, body in bodies.every(self._entities, self._own_kind(), wire.Feedback)
            if (last := talk.last_of_others(body.replies, body.by))
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
            told = f"There is no remark “{id_}” here."
            raise Trouble(told, "Look at the board again.", code="remark_gone")
        said = talk.worded(text, LONGEST) if state == OPEN else talk.bounded(text, LONGEST)
        self._pen.do([_asked(one, state, said, owner) for one in _ids(matter)])
        return self._pen.changes()

    def reply(self, id_: str, text: str) -> Changes:
        """Say something more of one's own remark: what was asked back, as a rule."""
        mine = next((one for one in self.mine() if one.id == id_), None)
        if mine is None or not mine.can_reply:
            told = "Nothing more can be said of this remark."
            raise Trouble(told, "Make a new one.", code="remark_closed")
        self._pen.do([_asked(id_, OPEN, talk.worded(text, LONGEST))])
        return self._pen.changes()

    def _all(self) -> Iterator[Remark]:
        waiting, gone = self._answers(), self._pen.workspace.outbox.taken_back()
        for kept, body in bodies.every(self._entities, "feedback", wire.Feedback):
            if kept.id in gone:
                continue
            yield _answered(self._remark(kept.id, body), waiting.get(kept.id, ()))

    def _answers(self) -> dict[str, tuple[Reply, ...]]:
        """Map remarks to what I have answered and the server does not know yet."""
        return talk.said_here(self._pen, "answer_feedback", _answer_of)

    # within

    def _remark(self, id_: str, body: wire.Feedback) -> Remark:
        came = moment_or_now(body.at)
        made = replace(
            self._said(id_, body, body.by, _said_at(body.made, came)),
            state=body.state,
            replies=talk.read(self._pen, body.replies),
            due=due_at(body.kind, came),  # nobody could know of it before it came
        )
        if made.due and made.replies and made.replies[-1].by == made.by:  # a day again to answer
            made = replace(made, due=due_at(body.kind, made.replies[-1].at))
        waits = body.state == OPEN and not made.asked
        late = bool(made.due and made.due < self._pen.now() and waits)
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


def _asked(id_: str, state: str, text: str, owner: str = "") -> Asked:
    body = bodies.dump(wire.AnswerFeedbackAsked(id_, state, text, owner))
    return Asked("answer_feedback", body, f"feedback:{id_}")


def _answer_of(one: Operation) -> talk.Said | None:
    said = bodies.asked(one.body, wire.AnswerFeedbackAsked)
    return (said.feedback, said.state, said.text) if said is not None else None


def _answered(remark: Remark, replies: Iterable[Reply]) -> Remark:
    """Add what was answered here and not sent; words alone leave an open matter as it is."""
    for reply in talk.not_come(remark.replies, replies):
        state = remark.state if reply.state == OPEN and remark.open else reply.state
        remark = replace(remark, state=state, replies=(*remark.replies, reply), late=False)
    return remark
