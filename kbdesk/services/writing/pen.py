"""Who writes here, where they may, what stands now, and the road that what they write takes.

At a server's desk everything becomes an operation that waits. A base of its own takes it at once,
by the same shapes (`local_rules.py`), so that drafts, reviews and remarks work without a server.
What waits here counts already as what stands: who goes on writing goes on from that.
"""

from collections.abc import Collection, Sequence
from datetime import datetime
from functools import cached_property
from typing import TYPE_CHECKING, Any

from kbdesk.core.articles import MANUAL
from kbdesk.core.changes import Changes
from kbdesk.errors import NotAllowed
from kbdesk.services.connected.account import Account, Accounts
from kbdesk.services.connected.publishing import FIRST_SHELF
from kbdesk.services.lists.people import person_name
from kbdesk.services.reading.calendar import moment
from kbdesk.services.writing.laid_over import Standing, standing
from kbdesk.store.outbox import Draft as Asked
from kbdesk.store.outbox import Operation
from kbdesk.store.published import Published

if TYPE_CHECKING:
    from kbdesk.services.workspace import Workspace
    from kbdesk.services.writing.local_rules import LocalRules

# No text is lost with one of these: a draft holds it, or it was but a word.
DONE_ANEW = ("verify", "answer_feedback", "discuss", "settle", "suggest")


class Pen:
    """What all services of writing share."""

    def __init__(self, workspace: "Workspace") -> None:
        self.workspace = workspace
        self._accounts = Accounts(workspace.profile)

    # who

    @property
    def account(self) -> Account | None:
        """Who this desk is of, None for a base of its own."""
        return self._accounts.read()

    @property
    def person(self) -> str:
        account = self.account
        return account.person if account else ""

    @property
    def local(self) -> bool:
        return self.account is None

    def now(self) -> datetime:
        """Return the moment it is by the best that is known."""
        return moment(self.workspace.calendar)

    def name(self, person: str) -> str:
        """Return what a person is called, or their id."""
        return person_name(self.workspace.entities, person) or person

    # where they may

    def shelves(self) -> dict[str, bool]:
        """Map the shelves this person reads to whether they may write there."""
        if self.local:
            found = dict.fromkeys(self.workspace.articles.spaces(), True)
            return found or {FIRST_SHELF: True}
        rights = Published(self.workspace.kb).spaces()
        return {space: may for space, may in rights.items() if space[:1] not in "+~"}

    def writes(self, space: str) -> bool:
        """Say whether this person may write on a shelf of the server."""
        return space != MANUAL and (self.local or self.shelves().get(space, False))

    def decides(self, space: str) -> bool:
        """Say whether this person may decide about what is proposed for a shelf."""
        return self.writes(space)

    def decides_about(self, article: str) -> bool:
        """Say whether they may decide about an article; about one that is gone, whoever sees it.

        By the server's shelf: the one that its text names sorts it for readers, and gives no right.
        """
        found = self.workspace.entities.one("article", article)
        return found is None or self.decides(found.space)

    def refuse_strangers(self, space: str) -> None:
        """Stop who may not decide there."""
        if not self.decides(space):
            raise NotAllowed(
                f"You may read “{space}” and not decide what is written in it.",
                "Ask one of its authors, or an administrator for the right to write.",
                code="may_not_decide",
                values=(space,),
            )

    def four_eyes(self, *shelves: str) -> bool:
        """Say whether nobody may publish their own text there (`four_eyes` of spaces.yaml)."""
        from sync.protocol.shelves import four_eyes  # late: YAML is no part of the start

        listed = self.workspace.entities.get("spaces", "spaces")
        return listed is not None and not four_eyes(listed).isdisjoint(shelves)

    # what stands

    def standing(self, article: str) -> Standing | None:
        """Return what is published of an article with what was done here laid over it."""
        return standing(self.workspace, article)

    def waiting(self, kinds: Collection[str], about: str = "") -> list[Operation]:
        """Return what waits to be sent, of some kinds, about one thing or about any."""
        return self.workspace.outbox.of_kinds(kinds, about, waiting=True)

    def ahead(self, kinds: Collection[str], about: str = "") -> list[Operation]:
        """Return what was done here, of some kinds, that the copy does not show yet."""
        return self.workspace.outbox.ahead(kinds, about)

    def parked(self, kinds: Collection[str], about: str = "") -> list[Operation]:
        """Return what the server did not take."""
        return self.workspace.outbox.of_kinds(kinds, about, waiting=False)

    # the road

    def do(self, asked: Sequence[Asked]) -> tuple[str, ...]:
        """Let things be done, all or none of them; return the ids by which they are known."""
        now = self.workspace.clock.now()
        if self.local:
            return self._rules.apply(asked, now)
        outbox = self.workspace.outbox
        with self.workspace.user.writing():
            outbox.supersede(one.about for one in asked if one.about)
            outbox.drop(self._refused_before(asked))
            return tuple(outbox.put_all(asked, now))

    def unsay(self, id_: str) -> None:
        """Take back what was said by an operation, wherever that is by now."""
        after = Asked("take_back", {"said": id_})
        if self.local:
            self.do([after])
        else:
            self.workspace.outbox.take_back(id_, after, self.workspace.clock.now())

    def _refused_before(self, asked: Sequence[Asked]) -> list[str]:
        """List what was refused and is done anew: it would hold back what replaces it for ever."""
        kinds_and_abouts = {(one.kind, one.about) for one in asked if one.about}
        return [
            one.id for one in self.parked(DONE_ANEW) if (one.kind, one.about) in kinds_and_abouts
        ]

    def ties(self, article: str, text: str, *, minor: bool) -> dict[str, Any]:
        """Say which questions of a text were looked at with it, as its operation tells."""
        return self.workspace.live.ties.of_text(article, text, minor=minor)

    def changes(self, *, articles: bool = False) -> Changes:
        """Say what the screens must look at again after something was done."""
        here = articles and self.local
        return Changes(writing=True, outbox=not self.local, articles=here)

    @cached_property
    def _rules(self) -> "LocalRules":
        from kbdesk.services.writing.local_rules import LocalRules  # late: only a base of its own

        return LocalRules(self.workspace)
