"""What a server would make of operations, for a base that has none: the same entities, at once.

So drafts, suggestions, remarks and verifications are one thing with a server and without. There is
one person here and nobody else's right to keep, so nothing is refused but what cannot be done.
"""

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from typing import Any

from kbdesk.core.editing import Verdict, weigh
from kbdesk.core.feedback import CLOSED
from kbdesk.core.suggestions import ACCEPTED, PARTLY
from kbdesk.core.talk import OPEN
from kbdesk.errors import Trouble, UnknownArticle
from kbdesk.services import bodies
from kbdesk.services.connected.reading_on import parser
from kbdesk.services.workspace import Workspace
from kbdesk.store.entities import Found
from kbdesk.store.outbox import Draft, new_id
from sync.protocol import codec
from sync.protocol.bodies import editing as wire


class LocalRules:
    """Applies what is asked for to the base itself."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace
        self._entities = workspace.entities
        self._rules: Mapping[str, Callable[[str, Draft, str], None]] = {
            "publish": self._publish,
            "retire": self._retire,
            "suggest": self._suggest,
            "settle": self._settle,
            "feedback": self._feedback,
            "answer_feedback": self._answer,
            "take_back": self._take_back,
            "verify": self._verify,
        }

    def knows(self, kind: str) -> bool:
        """Say whether operations of a kind mean anything without others."""
        return kind in self._rules

    def apply(
        self, asked: Sequence[Draft], now: datetime, ids: Sequence[str] = ()
    ) -> tuple[str, ...]:
        """Do these things, all or none of them; return the ids by which they are known."""
        known = ids or [new_id(now) for _ in asked]
        with self._workspace.kb.writing(durable=True):
            for id_, one in zip(known, asked, strict=True):
                self._rules[one.kind](id_, one, now.isoformat())
        return tuple(known)

    def _publish(self, _id: str, one: Draft, at: str) -> None:
        body = one.body
        if body["kind"] == "asset":
            return  # its bytes are in the base already
        rev = self._write(body["id"], body["space"], body["path"], body["body"])
        self._workspace.live.ties.remember(body.get("confirmed", ()))
        if body.get("minor"):
            self._keep_verified(body["id"], rev)

    def _write(self, article: str, space: str, path: str, text: str) -> int:
        """Write a text; return its number, which nobody can read before all is written."""
        made = parser(self._workspace.kb)(text, path, space)
        if made.id != article:
            raise Trouble(f"The text says that it is “{made.id}”.", f"Its id is “{article}”.")
        before = self._workspace.versions.present(article)
        return before + (not self._workspace.articles.put_all([made]).unchanged)

    def _retire(self, _id: str, one: Draft, at: str) -> None:
        self._workspace.articles.remove([one.body["id"]])

    # suggestions

    def _suggest(self, id_: str, one: Draft, at: str) -> None:
        asked = _body(one.body, wire.SuggestAsked)
        found = self._entities.one("article", asked.article)
        base = self._base(asked.article, one.base_rev)
        theirs = found.body if found else None
        verdict = _verdict(asked.text, base, theirs, new=not one.base_rev)
        self._put(
            "suggestion",
            id_,
            wire.Suggestion(
                article=asked.article,
                space=found.space if found else asked.space,
                by="",
                at=at,
                mine=asked.text,
                path=asked.path,
                base_rev=one.base_rev or 0,
                rev=found.rev if found else 0,
                verdict=verdict.value,
                base=base,
                comment=asked.comment,
                gaps=asked.gaps,
            ),
        )

    def _base(self, article: str, rev: int | None) -> str | None:
        if not rev:
            return None
        kept = self._workspace.versions.kept(article, rev)
        return kept.body if kept else None

    def _settle(self, _id: str, one: Draft, at: str) -> None:
        asked = _body(one.body, wire.SettleAsked)
        kept = self._entities.one("suggestion", asked.suggestion)
        found = bodies.read(kept, wire.Suggestion)
        if kept is None or found is None:
            raise Trouble("This suggestion is not here any more.", "Look at the queue again.")
        if asked.decision in {ACCEPTED, PARTLY}:
            self._accept(found, asked, at, one.body.get("confirmed", ()))
        settled = bodies.changed(
            found, state=asked.decision, why=asked.why, decided_by="", decided_at=at
        )
        self._put("suggestion", asked.suggestion, settled, kept)

    def _accept(
        self,
        found: wire.Suggestion,
        asked: wire.SettleAsked,
        at: str,
        confirmed: Sequence[str],
    ) -> None:
        text = found.mine if asked.text is None else asked.text
        if text is None:
            self._workspace.articles.remove([found.article])
            return
        here = self._entities.one("article", found.article)
        path = self._workspace.articles.path_of(found.article) if here else found.path
        rev = self._write(found.article, here.space if here else found.space, path, text)
        self._workspace.live.ties.remember(confirmed)
        if asked.minor:
            self._keep_verified(found.article, rev)
        credit = wire.Credit(found.article, rev, found.by, "", at, found.comment)
        self._put("credit", f"{found.article}@{rev}", credit)

    # remarks

    def _feedback(self, id_: str, one: Draft, at: str) -> None:
        asked = _body(one.body, wire.FeedbackAsked)
        found = self._workspace.articles.get(asked.article)
        if found is None:
            raise UnknownArticle(asked.article)
        said = {name: getattr(asked, name) for name in asked.__struct_fields__}
        made = wire.Feedback(by="", at=at, made=at, owner=found.owner, **said)
        self._put("feedback", id_, made)

    def _answer(self, _id: str, one: Draft, at: str) -> None:
        asked = _body(one.body, wire.AnswerFeedbackAsked)
        kept = self._entities.one("feedback", asked.feedback)
        found = bodies.read(kept, wire.Feedback)
        if kept is None or found is None:
            raise Trouble("This remark is not here any more.", "Look at the board again.")
        reply = wire.Reply("", at, asked.state, asked.text)
        goes_on = asked.state == OPEN and found.state not in CLOSED  # as the server has it
        answered = bodies.changed(
            found,
            state=found.state if goes_on else asked.state,
            owner=asked.owner or found.owner,
            replies=(*found.replies, reply),
        )
        self._put("feedback", asked.feedback, answered, kept)

    def _take_back(self, _id: str, one: Draft, at: str) -> None:
        self._entities.remove("feedback", one.body["said"])

    # verifications

    def _verify(self, id_: str, one: Draft, at: str) -> None:
        asked = _body(one.body, wire.VerifyAsked)
        found = self._entities.one("article", asked.article)
        if found is None:
            raise UnknownArticle(asked.article)
        before = bodies.read(self._entities.one("verification", asked.article), wire.Verification)
        every = asked.review_every or (before.review_every if before else 0)
        made = wire.Verification(
            asked.article, one.base_rev or found.rev, "", at, asked.comment, every, id_
        )
        self._put("verification", asked.article, made)

    def _keep_verified(self, article: str, rev: int) -> None:
        """Take a verification along over an edit in detail that made this version."""
        kept = self._entities.one("verification", article)
        found = bodies.read(kept, wire.Verification)
        if found is not None and found.rev == self._workspace.versions.present(article):
            self._put("verification", article, bodies.changed(found, rev=rev), kept)

    def _put(self, kind: str, id_: str, body: object, kept: Found | None = None) -> None:
        text = codec.encode(body).decode()
        self._entities.put(kind, id_, text, space=kept.space if kept else "base")


def _body(body: Mapping[str, Any], kind: type[Any]) -> Any:
    read = bodies.asked(dict(body), kind)
    if read is None:
        raise Trouble("This cannot be done: a text is too long.", "Shorten it.")
    return read


def _verdict(text: str | None, base: str | None, theirs: str | None, *, new: bool) -> Verdict:
    if text is None:
        return Verdict.FRESH if theirs is not None else Verdict.GONE
    if new and theirs is None:
        return Verdict.FRESH
    return weigh(base, text, theirs)
