"""Everything that is open for one profile, built in one place and closed in one place.

Order: the databases first (they may refuse to open, and then nothing else has started), then the
index over them, then what agents do with both. `close()` goes the other way and may be called
twice.
"""

import contextlib
import logging
from collections.abc import Callable, Mapping, Sequence
from functools import cached_property
from types import TracebackType
from typing import TYPE_CHECKING, Any, Self

from kbdesk.clock import Clock, SystemClock
from kbdesk.core.verification import Vouched
from kbdesk.errors import IndexTrouble
from kbdesk.paths import Profile
from kbdesk.search.index import CatchUp, SearchIndex
from kbdesk.search.searcher import Engine
from kbdesk.search.synonyms import Synonyms
from kbdesk.services.connected.reading_on import parser
from kbdesk.services.contact.contacts import Contacts
from kbdesk.services.lists.synonyms import read_synonyms
from kbdesk.services.reading.attachments import Attachments
from kbdesk.services.reading.calendar import Calendar
from kbdesk.services.reading.knowledge import Knowledge
from kbdesk.services.reading.lease import Leases
from kbdesk.services.reading.versions import Versions
from kbdesk.services.writing.trusting import vouched_here
from kbdesk.store.articles import Articles
from kbdesk.store.assets import Assets
from kbdesk.store.card_uses import CardUses
from kbdesk.store.contacts import Contacts as ContactRows
from kbdesk.store.entities import Entities
from kbdesk.store.favourites import Favourites
from kbdesk.store.kb import brought_at, last_success, open_kb
from kbdesk.store.lease_notes import LeaseNotes
from kbdesk.store.opens import Opens
from kbdesk.store.outbox import Outbox
from kbdesk.store.replica import StoredReplica
from kbdesk.store.reserve import Reserve
from kbdesk.store.revisions import Revisions
from kbdesk.store.unread import Unread
from kbdesk.store.user import open_user

if TYPE_CHECKING:
    from kbdesk.core.related import RelatedCard
    from kbdesk.services.contact.cards import Cards
    from kbdesk.services.live import Live
    from kbdesk.services.reading.related import Related

log = logging.getLogger(__name__)

Progress = Callable[[int, int], None]


class Workspace:
    """The stores, the index and the services of one profile; a context manager."""

    def __init__(self, profile: Profile, clock: Clock | None = None) -> None:
        self.profile = profile.make()
        self.clock = clock or SystemClock()
        self.reserve = Reserve(profile.user_db)
        self.reserve.make_way()  # first: to open a database takes room, too
        self.kb = open_kb(profile.kb_db)
        self.user = open_user(profile.user_db, self.reserve)
        self.outbox = Outbox(self.user)
        self.articles = Articles(self.kb, parser(self.kb), self._vouched_here)
        self.unread = Unread(self.kb)
        self.entities = Entities(self.kb)
        self.assets = Assets(self.kb)
        self.attachments = Attachments(self.assets, self.profile.root / "opened")
        self._revisions = Revisions(self.kb)
        self.versions = Versions(self._revisions, parser(self.kb))
        self.replica = StoredReplica(self.kb, self.user, self.clock.now)
        self.leases = Leases(LeaseNotes(self.kb), self.clock)
        self.calendar = Calendar(self.clock, self.leases)
        self.index = SearchIndex(profile.index)
        self.opens = Opens(self.user)
        self.contacts = Contacts(ContactRows(self.user), self.entities, self.clock)
        self.engine = Engine(self.index, Synonyms(()), self._use, self._hidden)
        self.knowledge = Knowledge(
            articles=self.articles,
            entities=self.entities,
            assets=self.assets,
            favourites=Favourites(self.user),
            opens=self.opens,
            outbox=self.outbox,
            engine=self.engine,
            clock=self.calendar,
            versions=self.versions,
            leases=self.leases,
            attachments=self.attachments,
            related=self._related,
        )

    @cached_property
    def cards(self) -> "Cards":
        """What comes up for a contact."""
        # late: the first contact comes after the start
        from kbdesk.services.contact.cards import Cards

        return Cards(
            articles=self.articles,
            entities=self.entities,
            uses=CardUses(self.user),
            engine=self.engine,
            leases=self.leases,
            clock=self.calendar,
        )

    @cached_property
    def live(self) -> "Live":
        """Announcements, learning, edits and gaps."""
        from kbdesk.services.live import Live  # late: none of it is part of a start

        return Live(self)

    @cached_property
    def related(self) -> "Related":
        """What to read after an article."""
        from kbdesk.services.reading.related import Related  # late: as above

        return Related(
            articles=self.articles,
            opens=self.opens,
            engine=self.engine,
            leases=self.leases,
            clock=self.clock,
        )

    def _related(self, article_id: str) -> "tuple[RelatedCard, ...]":
        return self.related.of(article_id)

    def catch_up(self, progress: Progress | None = None, *, check: bool = False) -> CatchUp | None:
        """Bring index and synonyms level with the store, and tidy what articles were before.

        With `check`, the files of the index are proved first.
        Without an index the store still answers, so a failure is logged and no more.
        """
        self.refresh_synonyms()
        try:
            return self.index.catch_up(self.articles, progress, check=check)
        except IndexTrouble as trouble:
            log.warning("The index could not catch up: %s", trouble)
            return None
        finally:
            self._revisions.tidy()

    def warm(self) -> None:
        """Make ready what the first article and the first misspelt word would wait for."""
        with contextlib.suppress(IndexTrouble):
            self.engine.warm()
        self.contacts.warm()

        # Late: it is no part of the start; and after the words, whose room it takes over.
        import kbdesk.content.render  # noqa: F401

    def refresh_synonyms(self) -> None:
        """Take over an edited list of synonyms; the index stays as it is."""
        self.engine.synonyms = read_synonyms(self.entities)

    def tend(self) -> None:
        """Do what is due every minute of a desk that stays open: keep the time, and the reserve."""
        self.leases.keep()
        self.reserve.make()

    def become(self, server: str, person: str, spaces: Sequence[str]) -> None:
        """Make this the desk of a person; what they may not read goes before they can see it."""
        standing = self.replica.standing()
        gone = set(standing.cursors)
        if standing.server == server:
            gone -= set(spaces)
        for space in sorted(gone) if standing.server else ():
            self.replica.drop(space)
        self.replica.forget_tag()
        self.outbox.belong_to(server, person)

    def status(self) -> dict[str, Any]:
        """Say what the profile holds, in plain values."""
        epoch, seq = self.articles.head()
        stamp = self.index.stamp()
        level = stamp is not None and (stamp.epoch, stamp.seq) == (epoch, seq)
        counts, success = self.outbox.counts(), last_success(self.kb)
        standing = self.replica.standing()
        cursors = {space: cursor.seq for space, cursor in standing.cursors.items()}
        return {
            "profile": str(self.profile.root),
            "articles": self.articles.count(),
            "spaces": {space.id: space.count for space in self.knowledge.spaces()},
            "as_of": success or brought_at(self.kb),
            "cursor": cursors or {"base": seq},
            "last_success": success,
            "waiting": counts.waiting,
            "refused": counts.refused,
            "reserve": "used" if self.reserve.used else "whole" if self.reserve.held else "none",
            "index": "level" if level else self.index.state().value,
        }

    def close(self) -> None:
        """Close index and databases."""
        self.index.close()
        self.attachments.close()
        self.kb.close()
        self.user.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def _hidden(self) -> frozenset[int]:
        """Return what stands in the index and is not to be found now."""
        return self.articles.lives.hidden(self.calendar.moment()).turning

    def _vouched_here(self) -> Mapping[str, Vouched | None]:
        return vouched_here(self.outbox)

    def _use(self) -> dict[str, int]:
        return self.opens.counts()
