"""Figures for those who steer: counted exactly from the copy of this desk, so offline too.

What waits here counts already. Every figure comes from what the rights of this person let them
read: a supervisor of two shelves sees the health of two.
"""

from collections.abc import Iterable
from datetime import date, datetime
from typing import TYPE_CHECKING

from kbdesk.core import figures
from kbdesk.core.articles import Freshness
from kbdesk.core.gaps import subjects
from kbdesk.core.verification import Trust, Vouched, trust
from kbdesk.services.lists.spaces import space_titles
from kbdesk.services.reading.calendar import moment
from kbdesk.store.article_heads import Head, heads

if TYPE_CHECKING:
    from kbdesk.core.suggestions import Suggested
    from kbdesk.core.verification import Risk
    from kbdesk.services.live import Live
    from kbdesk.services.workspace import Workspace

FIRST = 6  # articles named to be verified
DECIDED = 1_000  # suggestions looked back at


class Steering:
    """Joins what the other services know into one page of figures."""

    def __init__(self, workspace: "Workspace", live: "Live") -> None:
        self._workspace = workspace
        self._live = live

    def overview(self) -> figures.Overview:
        """Count everything once."""
        day = self._workspace.calendar.today()
        found = self._trusted()
        gaps = self._live.gaps.all()
        learnt = self._live.coaching.figures()
        return figures.Overview(
            day=day,
            trusted=_summed(deserved.on(day) for _, deserved in found),
            shelves=self._shelves(found, day),
            bands=figures.banded(
                [(day - deserved.verified).days for _, deserved in found if deserved.verified]
            ),
            changed=figures.by_week(day, [head.updated for head, _ in found if head.updated]),
            subjects=subjects(gap for gap in gaps if gap.open),
            gaps=figures.by_week(
                day,
                [_day(gap.at) for gap in gaps],
                [_day(gap.decided_at) for gap in gaps if gap.decided_at],
            ),
            suggestions=self._suggestions(),
            delays=figures.delays(day, self._decided()),
            remarks=self._remarks(),
            verify_first=self._verify_first(),
            weak=figures.weakest(
                (one.article, self._title(one.article), one.asked, one.right)
                for one in learnt
                if not one.masked
            ),
            masked=sum(one.masked for one in learnt),
            notices=self._notices(),
        )

    # how far the base can be trusted

    def _trusted(self) -> list[tuple[Head, Trust]]:
        articles = self._workspace.articles
        known: dict[str, Vouched] = dict(articles.verifications.all())
        hidden = articles.lives.hidden(moment(self._workspace.calendar)).ids
        return [
            (head, trust(head.verified, head.review_every, head.verified_by, known.get(head.id)))
            for head in heads(self._workspace.kb)
            if head.id not in hidden
        ]

    def _shelves(self, found: list[tuple[Head, Trust]], day: date) -> tuple[figures.Shelf, ...]:
        titles = space_titles(self._workspace.entities)
        by_shelf: dict[str, list[Freshness]] = {}
        for head, deserved in found:
            by_shelf.setdefault(head.space, []).append(deserved.on(day))
        made = [
            figures.Shelf(id_, titles.get(id_, id_), _summed(states))
            for id_, states in by_shelf.items()
        ]
        return tuple(sorted(made, key=lambda one: (-_doubtful(one.trusted), one.title.casefold())))

    def _verify_first(self) -> "tuple[Risk, ...]":
        doubtful = (
            one for one in self._live.verifying.queue() if one.freshness is not Freshness.VERIFIED
        )
        return tuple(one for one, _ in zip(doubtful, range(FIRST), strict=False))

    # what waits

    def _suggestions(self) -> figures.Waiting:
        waiting = [one for one in self._live.reviewing.queue() if one.open]
        ages = [self._age(one.at) for one in waiting]
        return figures.Waiting(
            len(waiting),
            max(ages, default=0),
            sum(age > figures.PROMISED for age in ages),
            sum(one.verdict.value in {"clash", "gone", "unknown"} for one in waiting),
        )

    def _decided(self) -> Iterable[tuple[date, float]]:
        for one in self._live.reviewing.decided(limit=DECIDED):
            if one.decided_at is not None:
                yield _day(one.decided_at), _days(one)

    def _remarks(self) -> figures.Waiting:
        matters = self._live.remarks.board()
        ages = [self._age(one.at) for one in matters]
        return figures.Waiting(len(matters), max(ages, default=0), sum(one.late for one in matters))

    def _notices(self) -> figures.Notices:
        if not (self._live.me().connected and self._live.me().steers):
            return figures.Notices()
        now = moment(self._workspace.calendar)
        sent = [
            one
            for one in self._live.board.sent()
            if one.recalled is None
            and (one.ends is None or one.ends > now)
            and (one.starts is None or one.starts <= now)
        ]
        return figures.Notices(
            len(sent),
            sum(one.people for one in sent),
            sum(one.done for one in sent),
            sum(one.late for one in sent),
        )

    def _age(self, at: datetime) -> int:
        return max((moment(self._workspace.calendar) - at).days, 0)

    def _title(self, article: str) -> str:
        card = self._workspace.articles.cards_by_id([article]).get(article)
        return card.title if card else article


def _summed(states: Iterable[Freshness]) -> figures.Trusted:
    listed = list(states)
    return figures.Trusted(
        listed.count(Freshness.VERIFIED),
        listed.count(Freshness.STALE),
        listed.count(Freshness.UNVERIFIED),
    )


def _doubtful(trusted: figures.Trusted) -> int:
    return trusted.stale + trusted.never


def _days(one: "Suggested") -> float:
    assert one.decided_at is not None
    return (one.decided_at - one.at).total_seconds() / 86_400


def _day(at: datetime) -> date:
    return at.astimezone().date()
