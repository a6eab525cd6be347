"""Folders in and folders out: the base as files.

One import is one transaction: whoever reads meanwhile sees the base as it
was, and a crash leaves it so. Nothing is removed by an import: a file that is no longer there says
nothing about the article it once made.
"""

import contextlib
import os
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from kbdesk.content.assets import Asset as ImportedAsset
from kbdesk.content.exporting import Exported, write_base
from kbdesk.content.front_matter import read, replace_fields
from kbdesk.content.importing import FORMATS as READERS
from kbdesk.content.importing import BaseIn, read_base
from kbdesk.content.loss_report import LossReport, Severity
from kbdesk.content.sources import ROOT_FILES, Entity
from kbdesk.core.articles import Article
from kbdesk.core.verification import Vouched
from kbdesk.errors import BadContent
from kbdesk.services.connected.account import Accounts
from kbdesk.services.connected.publishing import UNNAMED, Publishing
from kbdesk.services.workspace import Workspace
from kbdesk.store.articles import PutReport
from kbdesk.store.assets import Asset as StoredAsset
from kbdesk.store.kb import note_brought

__all__ = ["FORMATS", "Imported", "export_base", "import_base", "retire"]

FORMATS = tuple(READERS)
WORKERS = min(4, os.cpu_count() or 1)

Progress = Callable[[int, int], None]
Keep = Callable[[Article], None]


@dataclass(frozen=True, slots=True)
class Imported:
    """What an import did, or would do."""

    new: int
    changed: int
    unchanged: int
    refused: int
    report: LossReport
    published: bool = False  # as operations that wait for the server, not as rows of this base


def import_base(
    workspace: Workspace,
    path: Path,
    *,
    form: str | None = None,
    space: str | None = None,
    dry_run: bool = False,
    progress: Progress | None = None,
    workers: int = WORKERS,
    keep: Keep | None = None,
) -> Imported:
    """Bring a folder or file in; a dry run does all of it, and then takes it back.

    `keep` sees each article just before it goes in.

    In a profile that belongs to a server, what is brought in is published: it makes operations.
    """
    account = Accounts(workspace.profile).read()
    if account is not None:
        return _publish(
            workspace, path, Publishing(workspace, role=account.role), form=form, space=space,
            dry_run=dry_run, progress=progress, workers=workers,
        )  # fmt: skip
    base = read_base(
        path, format=form, space=space, known=workspace.articles.path_ids(), workers=workers
    )
    put = PutReport()
    with contextlib.suppress(_TakenBack), workspace.kb.writing(durable=True):
        put = _put(workspace, base, progress, keep)
        if dry_run:
            raise _TakenBack
    workspace.refresh_synonyms()
    refused = base.report.count(Severity.REFUSED)
    return Imported(put.new, put.changed, put.unchanged, refused, base.report)


def _publish(
    workspace: Workspace,
    path: Path,
    publishing: Publishing,
    *,
    form: str | None,
    space: str | None,
    dry_run: bool,
    progress: Progress | None,
    workers: int,
) -> Imported:
    publishing.refuse_readers()
    base = read_base(
        path, format=form, space=UNNAMED, known=workspace.articles.path_ids(), workers=workers
    )
    put = publishing.put(base, _counted(base, progress), space, dry_run=dry_run)
    refused = base.report.count(Severity.REFUSED)
    return Imported(put.new, put.changed, put.unchanged, refused, base.report, published=True)


class _TakenBack(Exception):
    """Ends a dry run, so that its transaction is undone."""


def _put(
    workspace: Workspace, base: BaseIn, progress: Progress | None, keep: Keep | None
) -> PutReport:
    put = workspace.articles.put_all(_counted(base, progress, keep))
    workspace.assets.put_all(
        StoredAsset(asset.path, asset.media_type, asset.data) for asset in base.assets
    )
    for entity in base.entities:
        workspace.entities.put(entity.kind, entity.id, entity.body, path=f"{entity.kind}.yaml")
    note_brought(workspace.kb, workspace.clock.now())
    return put


def export_base(workspace: Workspace, folder: Path) -> Exported:
    """Write the whole base as the folder it came from; the manual is not part of it."""
    workspace.leases.refuse_locked()
    known = workspace.articles.verifications.all()
    return write_base(
        folder,
        (
            Article(id_, path, _vouched_for(text, known.get(id_)), "")
            for id_, path, text in workspace.articles.sources()
        ),
        (
            Entity(name, name, body)
            for name in ROOT_FILES
            if (body := workspace.entities.get(name, name)) is not None
        ),
        (ImportedAsset(a.path, a.media_type, a.content) for a in workspace.assets.all()),
    )


def _vouched_for(text: str, vouched: Vouched | None) -> str:
    """Write into a text when it was verified, where that is known beside it alone."""
    if vouched is None or not vouched.holds:
        return text
    with contextlib.suppress(BadContent):  # a text that nobody can read goes out as it is
        said = read(text).fields.get("verified")
        if said is None or (said.text or "")[:10] < vouched.day.isoformat():
            by = vouched.by or None
            return replace_fields(text, verified=vouched.day.isoformat(), verified_by=by)
    return text


def _counted(
    base: BaseIn, progress: Progress | None, keep: Keep | None = None
) -> Iterator[Article]:
    for done, article in enumerate(base.articles, start=1):
        if progress is not None:
            progress(done, base.total)
        if keep is not None:
            keep(article)
        yield article


def retire(workspace: Workspace, ids: Sequence[str]) -> bool:
    """Take articles out; return whether that is left to the server."""
    account = Accounts(workspace.profile).read()
    for id_ in ids:
        workspace.knowledge.article(id_)  # raises `UnknownArticle` before anything is done
    if account is None:
        workspace.articles.remove(ids)
        return False
    publishing = Publishing(workspace, role=account.role)
    publishing.refuse_readers()
    publishing.retire(ids)
    return True
