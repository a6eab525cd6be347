"""What stands of an article: what is published, with what was done here laid over it.

What was done counts from the moment it is done until the copy shows it: while it waits, while it is
on its way, and while it was answered and has not come down. Whoever goes on writing goes on from
that, and says so (`upon`): the server then never takes their second text for a change of what
somebody else wrote.
"""

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from kbdesk.core.articles import MANUAL
from kbdesk.core.suggestions import ACCEPTED, PARTLY
from kbdesk.services import bodies
from kbdesk.store.outbox import Operation
from sync.protocol.bodies import editing as wire

if TYPE_CHECKING:
    from kbdesk.services.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Standing:
    """What stands of an article; no text: it is to be taken out.

    `upon` is the operation that made it so, "" where the copy shows it; `rev` is then the revision
    that it made, or, before it was answered, the one it was made from.
    """

    space: str
    path: str
    rev: int
    text: str | None
    upon: str = ""


def standing(workspace: "Workspace", article: str) -> Standing | None:
    """Return what stands of an article, None when there is none."""
    found = workspace.entities.one("article", article)
    now = None
    if found is not None and found.space != MANUAL:
        now = Standing(found.space, workspace.articles.path_of(article), found.rev, found.body)
    outbox = workspace.outbox
    done = outbox.ahead(("publish", "retire"), f"article:{article}")
    done += outbox.ahead(("settle",), "suggestion:")
    for one in sorted(done, key=lambda one: one.place):
        if not (one.rev and now and now.rev >= one.rev):  # else it has come
            now = _laid_over(workspace, article, now, one)
    return now


def _laid_over(
    workspace: "Workspace", article: str, now: Standing | None, one: Operation
) -> Standing | None:
    if one.kind == "settle":
        return _decided(workspace, article, now, one)
    rev = one.rev or (now.rev if now else 0)
    if one.kind == "retire":
        return replace(now, rev=rev, text=None, upon=one.id) if now else None
    space, path, text = (str(one.body.get(name, "")) for name in ("space", "path", "body"))
    return Standing(space, path, rev, text, one.id)


def _decided(
    workspace: "Workspace", article: str, now: Standing | None, one: Operation
) -> Standing | None:
    """Lay over what a decision about a suggestion publishes."""
    asked = bodies.asked(one.body, wire.SettleAsked)
    if asked is None or asked.decision not in {ACCEPTED, PARTLY}:
        return now
    entity = workspace.entities.one("suggestion", asked.suggestion)
    about = bodies.read(entity, wire.Suggestion)
    if about is None or about.article != article:
        return now
    text = about.mine if asked.text is None else asked.text
    place, path = (now.space, now.path) if now else (about.space, about.path)
    return Standing(place, path, one.rev or (now.rev if now else 0), text, one.id)
