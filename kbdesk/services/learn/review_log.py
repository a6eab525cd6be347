"""Everything I have answered, on this machine and on my others, and the schedule it makes."""

from collections.abc import Iterator
from functools import lru_cache
from typing import TYPE_CHECKING

from kbdesk.core import recall
from kbdesk.core.recall import Review, Standing
from kbdesk.services import bodies
from kbdesk.store.moments import moment_in
from kbdesk.store.reviews import Answered, Reviews
from sync.protocol.bodies import learning

if TYPE_CHECKING:
    from kbdesk.services.workspace import Workspace

REVIEW = "review"


class ReviewLog:
    """The merged log: mine here, and what the server holds of me; each answer once."""

    def __init__(self, workspace: "Workspace", reviews: Reviews) -> None:
        self._workspace = workspace
        self._reviews = reviews
        self._read = lru_cache(maxsize=1)(self._read_anew)
        self._replayed: dict[str, tuple[list[Review], Standing]] = {}

    def all(self) -> list[Review]:
        """Return the log in the order in which the schedule takes it."""
        return self._both()[0]

    def schedule(self) -> dict[str, Standing]:
        """Map each question I have answered to how it stands."""
        return self._both()[1]

    def took(self) -> dict[str, list[int]]:
        """Map questions to the seconds that my answers here took."""
        found: dict[str, list[int]] = {}
        for one in self._reviews.all():
            found.setdefault(one.question, []).append(one.took)
        return found

    def _both(self) -> tuple[list[Review], dict[str, Standing]]:
        """Read again only what is new: a log of years takes half a second to replay."""
        identity = self._workspace.outbox.identity()
        return self._read(identity, self._reviews.stand(), self._workspace.entities.stand(REVIEW))

    def _read_anew(self, *_stand: object) -> tuple[list[Review], dict[str, Standing]]:
        log = recall.merged(map(_mine, self._reviews.all()), self._theirs())
        replayed: dict[str, tuple[list[Review], Standing]] = {}
        for question, reviews in recall.by_question(log).items():
            known = self._replayed.get(question)
            same = known is not None and known[0] == reviews
            replayed[question] = known if same and known else (reviews, recall.standing(reviews))
        self._replayed = replayed
        return log, {question: standing for question, (_, standing) in replayed.items()}

    def _theirs(self) -> Iterator[Review]:
        entities = self._workspace.entities
        for found, body in bodies.every(entities, REVIEW, learning.Review):
            at, server = moment_in(body.at), moment_in(body.server)
            if at is not None and server is not None:
                yield Review(
                    found.id, body.question, body.tie, body.right, body.ease, at, server,
                    body.article,
                )  # fmt: skip


def _mine(one: Answered) -> Review:
    return Review(one.id, one.question, one.tie, one.right, one.ease, one.at, None, one.article)
