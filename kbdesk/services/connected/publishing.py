"""A base as operations: how an import, and a retirement, reach everybody through the server.

Each article, picture and list that is not here to the letter becomes one operation, made from the
revision that is here. What is here already, or waits already, makes none. Nothing is written into
the copy: it comes back with the next pass, as it comes to everybody.
"""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from functools import cached_property
from typing import TYPE_CHECKING, Any

from kbdesk.core.articles import Article
from kbdesk.core.changes import Changes
from kbdesk.errors import NotAllowed, UnknownArticle
from kbdesk.services.workspace import Workspace
from kbdesk.store.articles import PutReport
from kbdesk.store.operation_hashes import body_hash
from kbdesk.store.outbox import Draft, Latest
from kbdesk.store.published import Home, Published
from kbdesk.store.questions import Questions
from sync.protocol.wire import BLOB_BYTES

if TYPE_CHECKING:
    from kbdesk.content.importing import BaseIn
    from kbdesk.content.loss_report import Entry

BLOCK = 500  # operations kept in one go: what is kept survives, and counts once if sent again
FIRST_SHELF = "base"
MEGABYTE = 1024 * 1024
UNNAMED = "?"  # the shelf of an article whose text names none; no space is called so
WRITERS = ("author", "admin")  # others write where they were given the right by name


_Files = Sequence[tuple[str, str, bytes]]  # SHA-256, media type, bytes
_Batch = tuple[Sequence[Draft], _Files]


class Publishing:
    """Makes operations of what an author brings in."""

    def __init__(self, workspace: Workspace, *, role: str) -> None:
        self._workspace = workspace
        self._published = Published(workspace.kb)
        self._role = role

    def refuse_readers(self) -> None:
        """Stop before any file is read when this person may write nowhere."""
        if self._role not in WRITERS and not self._published.writable():
            raise NotAllowed(
                f"You are signed in as {self._role or 'a reader'}, who may read the base and not "
                "write in it.",
                "Sign in as an author, or ask an administrator for the right to write.",
                code="reader",
            )

    def put(
        self, base: "BaseIn", articles: Iterable[Article], space: str | None, *, dry_run: bool
    ) -> PutReport:
        """Turn what was read into operations that wait; a dry run only counts them."""
        report = PutReport()
        waiting = self._workspace.outbox.latest()
        for drafts, attached in self._blocks(base, articles, space, report, waiting):
            if not dry_run:
                self._keep(drafts, attached, waiting)
        return report

    def retire(self, ids: Iterable[str]) -> Changes:
        """Ask for articles to be taken out for everybody."""
        drafts = []
        for id_ in ids:
            home = self._published.home("article", id_)
            if home is None:
                raise UnknownArticle(id_)
            body = {"kind": "article", "id": id_}
            base = self._published.text_sha256("article", id_)
            drafts.append(Draft("retire", body, f"article:{id_}", home.rev, base_sha256=base))
        self._keep(drafts, [], self._workspace.outbox.latest())
        return Changes(outbox=True)

    def _keep(
        self, drafts: Sequence[Draft], attached: _Files, waiting: Mapping[str, Latest]
    ) -> None:
        outbox = self._workspace.outbox
        for sha256, media_type, content in attached:
            outbox.attach(sha256, media_type, content)
        outbox.supersede(draft.about for draft in drafts)
        made = [_upon(draft, waiting.get(draft.about)) for draft in drafts]
        outbox.put_all(made, self._now())

    def _now(self) -> datetime:
        return self._workspace.clock.now()

    def _blocks(
        self,
        base: "BaseIn",
        articles: Iterable[Article],
        space: str | None,
        report: PutReport,
        waiting: Mapping[str, Latest],
    ) -> Iterator[_Batch]:
        drafts: list[_Made] = []
        for article in articles:
            draft = self._draft("article", article.id, article.path, article.source, space, article)
            if _count(draft, report, waiting):
                drafts.append(draft)
            if len(drafts) >= BLOCK:
                yield drafts, []
                drafts = []
        yield drafts, []
        yield from self._beside(base, space, waiting)

    def _beside(
        self, base: "BaseIn", space: str | None, waiting: Mapping[str, Latest]
    ) -> Iterator[_Batch]:
        """Give the operations of pictures and lists; they are not counted, like articles are."""
        import hashlib  # late: it brings OpenSSL, 3 MB that a desk at rest does without

        uncounted = PutReport()
        for asset in base.assets:
            if len(asset.data) > BLOB_BYTES:
                base.report.add(_too_large(asset.path, len(asset.data)))
                continue
            sha256 = hashlib.sha256(asset.data).hexdigest()
            said = {"media_type": asset.media_type, "sha256": sha256, "size": len(asset.data)}
            body = json.dumps(said, sort_keys=True)
            draft = self._draft("asset", asset.path, asset.path, body, space)
            if _count(draft, uncounted, waiting):
                yield [draft], [(sha256, asset.media_type, asset.data)]
        lists = [
            self._draft(entity.kind, entity.id, f"{entity.kind}.yaml", entity.body, space)
            for entity in base.entities
        ]
        yield [draft for draft in lists if _count(draft, uncounted, waiting)], []

    def _draft(
        self,
        kind: str,
        id_: str,
        path: str,
        text: str,
        space: str | None,
        article: Article | None = None,
    ) -> "_Made":
        home = self._published.home(kind, id_)
        where = self._where(home, space, article.space if article else "")
        body: dict[str, Any] = {
            "space": where, "kind": kind, "id": id_, "path": path, "body": text
        }  # fmt: skip
        if article is not None:
            body |= self._workspace.live.ties.of_article(article, self._asking)
        same = home is not None and self._published.is_same(home, where, kind, id_, path, text)
        about, base = f"{kind}:{id_}", ""
        if home is not None and not same:
            base = self._published.text_sha256(kind, id_)
        return _Made("publish", body, about, home.rev if home else None, "", base, same=same)

    @cached_property
    def _asking(self) -> frozenset[str]:
        return Questions(self._workspace.kb).articles()

    def _where(self, home: Home | None, space: str | None, shelf: str) -> str:
        """Say in which space of the server something is to live.

        Where its own text says, if that is a space; else where it was asked for; else where it
        lives already.
        """
        if shelf in self._published.spaces():
            return shelf
        if space is not None:
            return space
        return home.space if home is not None else FIRST_SHELF


@dataclass(frozen=True, slots=True)
class _Made(Draft):
    """A draft, and whether it says what is here already."""

    same: bool = False


def _too_large(path: str, size: int) -> "Entry":
    from kbdesk.content.loss_report import Entry, Severity  # late: an import alone needs it

    most, has = BLOB_BYTES // MEGABYTE, -(-size // MEGABYTE)
    told = f"It has {has} MB; the server takes files of up to {most} MB. Make it smaller."
    return Entry(Severity.REFUSED, "Files that are too large", path, told)


def _upon(draft: Draft, last: Latest | None) -> Draft:
    """Let a text follow what was brought in of it before; what was taken out comes in anew."""
    if last is None:
        return draft
    if (last.kind, draft.kind) == ("retire", "publish"):
        return replace(draft, base_rev=None, base_sha256="")
    return replace(draft, upon=last.id, base_sha256="")  # from that, and not from what is here


def _count(draft: _Made, report: PutReport, waiting: Mapping[str, Latest]) -> bool:
    """Say whether a draft is worth an operation, and count it."""
    known = waiting.get(draft.about)
    if (known and known.sha256 == body_hash(draft.body)) or (known is None and draft.same):
        report.unchanged += 1
        return False
    if draft.base_rev is None:
        report.new += 1
    else:
        report.changed += 1
    return True
