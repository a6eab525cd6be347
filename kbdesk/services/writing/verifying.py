"""Verifying: who looked at which text, what to look at first, and many at once, undoably.

The order is risk: how often an article is read, how old its verification is, what people have said
of it, and what a wrong text of its class would cost. The factors are shown. Reads are those of this
desk until the server tells figures of all.
"""

from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import replace
from typing import TYPE_CHECKING

from kbdesk.core.changes import Changes
from kbdesk.core.life_cycle import Status
from kbdesk.core.verification import Act, Risk, Vouched, score, trust, weighed
from kbdesk.errors import BadContent, Trouble, UnknownArticle
from kbdesk.services import bodies
from kbdesk.store.article_heads import Head, heads
from kbdesk.store.outbox import CONFLICT
from kbdesk.store.outbox import Draft as Asked
from sync.protocol.bodies import editing as wire
from sync.protocol.texts import text_sha256

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
            base = text_sha256(standing.text)
            asked.append(Asked("verify", said, about, standing.rev, standing.upon, base))
        before = {}
        if self._pen.local:
            entities = self._pen.workspace.entities
            before = {id_: entities.get("verification", id_) or "" for id_ in ids}
        operations = self._pen.do(asked)
        return Act("verify", tuple(one.body["article"] for one in asked), {}, operations, before)

    def reassign(self, ids: Sequence[str], owner: str) -> Act:
        """Give articles another owner; a detail, so that what was verified stays so."""
        return self._set("reassign", ids, owner=owner)

    def archive(self, ids: Sequence[str]) -> Act:
        """Put articles in the archive: still there, no longer found."""
        return self._set("archive", ids, status=Status.ARCHIVED.value)

    def undo(self, act: Act) -> Changes:
        """Take an act back: what never left is not sent, the rest is put as it was before.

        What was done to the articles since stands: an edit keeps its words, and what was verified
        anew, or by another, stays verified.
        """
        for id_, operation in zip(act.ids, act.operations, strict=True):
            if act.kind != "verify":
                self._put_back(act, id_, operation)
            elif self._stands(id_, operation):
                self._unverify(act, id_, operation)
        return self._pen.changes(articles=True)

    # verifications taken back

    def _stands(self, id_: str, operation: str) -> bool:
        """Say whether what is verified of an article is so by this act, or is to be."""
        about = f"verification:{id_}"
        done = [*self._pen.parked(("verify",), about), *self._pen.ahead(("verify",), about)]
        if done:
            return done[-1].id == operation
        found = self._pen.workspace.entities.one("verification", id_)
        made = bodies.read(found, wire.Verification)
        if made is None:
            return False
        return made.act == operation if made.act else made.by == self._pen.person

    def _unverify(self, act: Act, id_: str, operation: str) -> None:
        """Let what stood before stand again, wherever the operation is by now."""
        workspace = self._pen.workspace
        if not self._pen.local:
            body = bodies.dump(wire.VerifyAsked(id_, undo=True, undoes=operation))
            after = Asked("verify", body, f"verification:{id_}")
            workspace.outbox.take_back(operation, after, workspace.clock.now())
        elif before := (act.vouched or {}).get(id_):
            workspace.entities.put("verification", id_, before)
        else:
            workspace.entities.remove("verification", id_)

    # texts put back

    def _put_back(self, act: Act, id_: str, operation: str) -> None:
        """Put back what an act changed of a text, on top of what was done to it since."""
        outbox, standing = self._pen.workspace.outbox, self._pen.standing(id_)
        last = standing is not None and standing.upon == operation
        if (last and outbox.withdraw([operation])) or outbox.drop(self._refused(operation)):
            return
        if standing is None or standing.text is None:
            return  # it was taken out since
        text = _as_before(standing.text, act.before[id_], act.fields)
        if text == standing.text:
            return
        asked = self._rewritten(id_, standing, text)
        if self._pen.local or (standing.upon and not last):
            self._pen.do([asked])
        else:
            outbox.take_back(operation, asked, self._pen.workspace.clock.now())

    def _refused(self, operation: str) -> list[str]:
        """Name an operation again if the server said no; a conflict is somebody's to look at."""
        parked = self._pen.parked(("publish",))
        return [one.id for one in parked if one.id == operation and one.outcome != CONFLICT]

    def _set(self, kind: str, ids: Sequence[str], **fields: str) -> Act:
        """Set fields in the front matter of articles, all or none of them."""
        asked, before = [], {}
        for id_, standing in self._standing(ids):
            assert standing.text is not None
            before[id_] = standing.text
            asked.append(self._rewritten(id_, standing, _with(standing.text, fields)))
        return Act(kind, tuple(before), before, self._pen.do(asked), fields=fields)

    def _rewritten(self, id_: str, standing: "Standing", text: str) -> Asked:
        """Return what publishes a text that differs in a detail from what stands."""
        body = {
            "space": standing.space, "kind": "article", "id": id_, "path": standing.path,
            "body": text, "minor": True, **self._pen.ties(id_, text, minor=True),
        }  # fmt: skip
        base_rev, base = standing.rev or None, text_sha256(standing.text)
        return Asked("publish", body, f"article:{id_}", base_rev, standing.upon, base)

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


def _as_before(text: str, before: str, fields: Mapping[str, str]) -> str:
    """Return a text without what an act had set in it; what was set otherwise since stays."""
    if text == _with(before, fields):
        return before
    now, then = _values(text), _values(before)
    mine = (name for name, value in fields.items() if (now.get(name) or "") == value)
    return _with(text, {name: then.get(name) or "" for name in mine})


def _with(text: str, fields: Mapping[str, str]) -> str:
    """Set fields; an empty one is taken away."""
    from kbdesk.content.front_matter import replace_fields  # late: YAML is no part of the start

    return replace_fields(text, **{name: value or None for name, value in fields.items()})


def _values(text: str) -> dict[str, str | None]:
    from kbdesk.content.front_matter import read  # late: as above

    with suppress(BadContent):  # somebody has spoilt it since: nothing in it is known to be ours
        return {name: found.text for name, found in read(text).fields.items()}
    return {}
