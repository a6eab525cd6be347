"""Verifying: who looked at which text, what to look at first, and many at once, undoably.

The order is risk: how often an article is read, how old its verification is, what people have said
of it, and what a wrong text of its class would cost. The factors are shown. Reads are those of this
desk until the server tells figures of all.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from kbdesk.core.changes import Changes
from kbdesk.core.life_cycle import Status
from kbdesk.core.verification import Act, Risk, Vouched, score, trust, weighed
from kbdesk.errors import Trouble, UnknownArticle
from kbdesk.services import bodies
from kbdesk.store.article_heads import Head, heads
from kbdesk.store.outbox import Draft as Asked
from sync.protocol.bodies import editing as wire

if TYPE_CHECKING:
    from kbdesk.services.writing.laid_over import Standing
    from kbdesk.services.writing.pen import Pen
    from kbdesk.services.writing.remarks import Remarks

MOST = 200  # articles in one act


class Verifying:
    """What of the base was looked at, and what waits for it."""

    def __init__(self, pen: "Pen", remarks: "Remarks") -> None:
        self._pen = pen
        self._remarks = remarks
        self._articles = pen.workspace.articles

    # look

    def of(self, article: str) -> Vouched | None:
        """Return the last verification of an article, None where only its text speaks of one."""
        found = self._articles.verifications.of([article]).get(article)
        return replace(found, by_name=self._pen.name(found.by)) if found else None

    def queue(self, limit: int = MOST, spaces: Sequence[str] = ()) -> tuple[Risk, ...]:
        """List what should be looked at, by risk; with shelves named, of those alone."""
        known = self._articles.verifications.all()
        said, views = self._remarks.open_counts(), self._pen.workspace.opens.counts()
        hidden = self._articles.lives.hidden(self._pen.now()).ids
        found = [
            self._risk(article, known.get(article.id), said, views)
            for article in heads(self._pen.workspace.kb)
            if article.id not in hidden and (not spaces or article.space in spaces)
        ]
        return tuple(sorted(found, key=lambda one: (-one.score, one.article))[:limit])

    def _risk(
        self,
        article: Head,
        vouched: Vouched | None,
        said: Mapping[str, int],
        views: Mapping[str, int],
    ) -> Risk:
        today = self._pen.workspace.calendar.today()
        deserved = trust(article.verified, article.review_every, article.verified_by, vouched)
        since = deserved.verified or article.updated
        age = max((today - since).days, 0) if since else 365
        factors = weighed(
            views=views.get(article.id, 0),
            age=age,
            review_every=deserved.review_every,
            open_feedback=said.get(article.id, 0),
            content_class=article.content_class,
            kind=article.kind,
        )
        return Risk(
            article=article.id,
            title=article.title,
            space=article.space,
            owner=article.owner,
            owner_name=self._pen.name(article.owner),
            freshness=deserved.on(today),
            verified=deserved.verified,
            views=views.get(article.id, 0),
            age=age,
            open_feedback=said.get(article.id, 0),
            content_class=article.content_class,
            kind=article.kind,
            factors=factors,
            score=score(factors),
        )

    # act

    def verify(self, ids: Sequence[str], comment: str = "", review_every: int = 0) -> Act:
        """Vouch for articles as they stand now."""
        asked = []
        for id_, standing in self._standing(ids):
            about = f"verification:{id_}"
            self._withdraw("verify", about)
            said = bodies.dump(wire.VerifyAsked(id_, comment, review_every))
            asked.append(Asked("verify", said, about, standing.rev, standing.upon))
        before = {}
        if self._pen.local:
            entities = self._pen.workspace.entities
            before = {id_: entities.get("verification", id_) or "" for id_ in ids}
        operations = self._pen.do(asked)
        return Act("verify", tuple(one.body["article"] for one in asked), {}, operations, before)

    def reassign(self, ids: Sequence[str], owner: str) -> Act:
        """Give articles another owner; a detail, so that what was verified stays so."""
        return self._rewrite("reassign", ids, lambda _id, text: _with(text, owner=owner or None))

    def archive(self, ids: Sequence[str]) -> Act:
        """Put articles in the archive: still there, no longer found."""
        return self._rewrite(
            "archive", ids, lambda _id, text: _with(text, status=Status.ARCHIVED.value)
        )

    def undo(self, act: Act) -> Changes:
        """Take an act back: what never left is not sent; the rest is put as it was before."""
        outbox = self._pen.workspace.outbox
        sent = {id_: one for id_, one in _pairs(act) if not outbox.withdraw([one])}
        if act.vouched is not None and self._pen.local:
            self._put_verifications(act.vouched)
        rewritten = [id_ for id_ in sent if id_ in act.before]
        if rewritten and self._pen.local:
            self._rewrite(f"undo {act.kind}", rewritten, lambda id_, _text: act.before[id_])
        elif rewritten:
            asked, _ = self._rewritten(rewritten, lambda id_, _text: act.before[id_])
            self._take_back(dict(zip(rewritten, asked, strict=True)), sent)
        elif act.kind == "verify" and not self._pen.local:
            self._take_back({id_: _unverified(id_) for id_ in sent}, sent)
        return self._pen.changes(articles=True)

    def _take_back(self, undone: Mapping[str, Asked], sent: Mapping[str, str]) -> None:
        """Let each follow the operation that it takes back, wherever that is by now."""
        outbox, now = self._pen.workspace.outbox, self._pen.workspace.clock.now()
        with self._pen.workspace.user.writing():
            for id_, asked in undone.items():
                outbox.take_back(sent[id_], asked, now)

    def _put_verifications(self, before: Mapping[str, str]) -> None:
        entities = self._pen.workspace.entities
        for id_, body in before.items():
            if body:
                entities.put("verification", id_, body)
            else:
                entities.remove("verification", id_)

    def _rewrite(self, kind: str, ids: Sequence[str], change: Callable[[str, str], str]) -> Act:
        """Rewrite the front matter of articles, all or none of them."""
        asked, before = self._rewritten(ids, change)
        return Act(kind, tuple(before), before, self._pen.do(asked))

    def _rewritten(
        self, ids: Sequence[str], change: Callable[[str, str], str]
    ) -> tuple[list[Asked], dict[str, str]]:
        """Return what rewrites articles, and their texts of before."""
        asked, before = [], {}
        for id_, standing in self._standing(ids):
            assert standing.text is not None
            before[id_] = standing.text
            text = change(id_, standing.text)
            body = {
                "space": standing.space, "kind": "article", "id": id_, "path": standing.path,
                "body": text, "minor": True, **self._pen.ties(id_, text, minor=True),
            }  # fmt: skip
            base_rev = standing.rev or None
            asked.append(Asked("publish", body, f"article:{id_}", base_rev, standing.upon))
        return asked, before

    def _standing(self, ids: Sequence[str]) -> Iterable[tuple[str, "Standing"]]:
        """Give what stands of each, or refuse the whole act."""
        if not 0 < len(ids) <= MOST:
            told = f"One act is about 1 to {MOST} articles."
            raise Trouble(told, "Choose fewer at a time.", code="too_many", values=(str(MOST),))
        found = []
        for id_ in dict.fromkeys(ids):
            standing = self._pen.standing(id_)
            if standing is None or standing.text is None:
                raise UnknownArticle(id_)
            self._pen.refuse_strangers(standing.space)
            found.append((id_, standing))
        return found

    def _withdraw(self, kind: str, about: str) -> None:
        waiting = self._pen.waiting((kind,), about)
        self._pen.workspace.outbox.withdraw(one.id for one in waiting)


def _unverified(id_: str) -> Asked:
    """Ask the server for the verification that stood before."""
    return Asked("verify", {"article": id_, "undo": True}, f"verification:{id_}")


def _pairs(act: Act) -> Iterable[tuple[str, str]]:
    return zip(act.ids, act.operations, strict=True)


def _with(text: str, **fields: str | None) -> str:
    from kbdesk.content.front_matter import replace_fields  # late: YAML is no part of the start

    return replace_fields(text, **fields)
