"""How level a signed-in desk is, as plain facts for the screens: what waits, what was not taken."""

from collections.abc import Iterable
from datetime import datetime

from kbdesk.services.connected.sync_facts import Entry, Shelf, SyncFacts
from kbdesk.services.connected.syncing import SyncStatus
from kbdesk.services.workspace import Workspace
from kbdesk.store.outbox import Operation

SAID = {  # what names a thing best where it is about no article: its own words
    "not_found": "query", "missed": "query", "discuss": "text", "feedback": "text",
    "answer_feedback": "text",
}  # fmt: skip


def facts(workspace: Workspace, status: SyncStatus, next_try: datetime | None) -> SyncFacts:
    """Join what the sync says of itself with the things that wait, by the names people know."""
    waiting, parked = workspace.outbox.waiting(), workspace.outbox.parked()
    titles = _titles(workspace, [*waiting, *parked])
    return SyncFacts(
        state=status.state,
        server=status.server,
        person=status.person,
        role=status.role,
        last_success=_when(workspace, status),
        lease=status.lease,
        clock_off=status.clock_off,
        next_try=next_try,
        waiting=tuple(_entry(one, titles) for one in waiting),
        refused=tuple(_entry(one, titles) for one in parked),
        others=status.others,
        unread=status.unread,
        unreadable=status.unreadable,
        trouble=status.trouble,
        trouble_code=status.trouble_code,
        alerts=tuple((one.code, one.about, one.said) for one in status.alerts),
        shelves=_shelves(workspace, status.cursors),
    )


def _when(workspace: Workspace, status: SyncStatus) -> datetime | None:
    """Say when the last success was as the clock here would have it: a screen counts from now."""
    if status.last_success is None or status.age is None:
        return status.last_success
    return workspace.clock.now() - status.age


def _titles(workspace: Workspace, operations: Iterable[Operation]) -> dict[str, str]:
    ids = {one.about.partition(":")[2] for one in operations}
    found = workspace.articles.cards_by_id(sorted(ids - {""}))
    return {id_: card.title for id_, card in found.items()}


def _shelves(workspace: Workspace, cursors: dict[str, int]) -> tuple[Shelf, ...]:
    titles = {space.id: space.title for space in workspace.knowledge.spaces()}
    return tuple(Shelf(id_, titles.get(id_, ""), cursors[id_]) for id_ in sorted(cursors))


def _entry(one: Operation, titles: dict[str, str]) -> Entry:
    id_ = one.about.partition(":")[2] or str(one.body.get("id", ""))
    said = str(one.body.get(SAID.get(one.kind, ""), ""))
    about = titles.get(id_) or said or id_
    conflict = one.outcome == "conflict"
    return Entry(one.id, one.kind, about, one.at, one.code, one.reason, conflict)
