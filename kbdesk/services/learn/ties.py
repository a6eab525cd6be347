"""Which questions an author has looked at with the passage they test (C04, N04).

Whoever publishes a text says with it which passage each of its questions stands under. The server
keeps the first that was said of a question and takes another only where it is confirmed: by the
author, or by an edit marked minor, which takes awake questions along. So a passage edited by any
road, an import or an older desk among them, puts its questions to sleep everywhere, also on desks
that have never seen the old text.
"""

from collections import defaultdict
from collections.abc import Callable, Container, Iterable, Sequence
from typing import TYPE_CHECKING, Any

from kbdesk.core.articles import Article
from kbdesk.core.changes import Changes
from kbdesk.core.quiz import Asleep, Tested
from kbdesk.errors import BadContent
from kbdesk.services import bodies
from kbdesk.services.connected.reading_on import parser
from kbdesk.store import asked
from kbdesk.store.outbox import Draft
from kbdesk.store.published import Published
from kbdesk.store.questions import Questions, Whole
from sync.protocol.bodies.learning import ConfirmAsked

if TYPE_CHECKING:
    from kbdesk.core.me import Me
    from kbdesk.services.workspace import Workspace

CONFIRM = "confirm_questions"


class Ties:
    """Reads and confirms ties, for who writes."""

    def __init__(self, workspace: "Workspace", me: "Callable[[], Me]") -> None:
        self._workspace = workspace
        self._questions = Questions(workspace.kb)
        self._me = me

    def of_text(self, article_id: str, text: str, *, minor: bool = False) -> dict[str, Any]:
        """Return what the operation that publishes a text says of its questions."""
        known = {one.id: one for one in self._questions.of_article(article_id)}
        if "quiz" not in text:
            return {"ties": {}} if known else {}
        path = self._workspace.articles.path_of(article_id) or f"{article_id}.md"
        try:
            read = parser(self._workspace.kb)(text, path, "base")
        except BadContent:  # what is no article is not published, and its questions are not asked
            return {}
        return self._said(read, known, minor=minor)

    def of_article(self, article: Article, asking: Container[str]) -> dict[str, Any]:
        """Do the same for an article that was read already: nothing of it is minor.

        `asking` are the articles that have questions so far.
        """
        if article.questions:
            return self._said(article, {}, minor=False)
        return {"ties": {}} if article.id in asking else {}

    def asleep(self) -> tuple[Asleep, ...]:
        """List the questions that sleep on shelves where this person writes."""
        found = self._sleeping()
        waiting = self._confirmed_here() if found else {}
        return tuple(
            Asleep(one.id, one.question.text, tested(one), one.question.tie, one.question)
            for one in found
            if waiting.get(one.id) != one.question.tie
        )

    def confirm(self, ids: Sequence[str]) -> Changes:
        """Say that questions fit their passages as they stand: they wake, everywhere."""
        found = [one for one in self._sleeping() if one.id in ids]
        if not self._me().connected:
            self._questions.remember(one.id for one in found)
            return Changes(learning=True)
        by_article: dict[str, dict[str, str]] = defaultdict(dict)
        for one in found:
            by_article[one.article][one.id] = one.question.tie
        drafts = [
            Draft(CONFIRM, bodies.dump(ConfirmAsked(article, ties)), f"ties:{article}")
            for article, ties in by_article.items()
        ]
        self._workspace.outbox.put_all(drafts, self._workspace.clock.now())
        return Changes(learning=True, outbox=bool(drafts))

    def remember(self, ids: Iterable[str]) -> None:
        """Tie questions to their passages as they stand, in a base without a server."""
        listed = list(ids)
        if listed:
            self._questions.remember(listed)

    def _said(self, article: Article, known: dict[str, Whole], *, minor: bool) -> dict[str, Any]:
        ties = ties_of(article)
        awake = [id_ for id_ in ties if minor and id_ in known and known[id_].awake]
        return {"ties": ties, "confirmed": awake} if awake else {"ties": ties}

    def _sleeping(self) -> list[Whole]:
        """Return the sleeping questions that this person answers for."""
        found = self._questions.asleep()
        if not found or not self._me().connected:
            return found
        shelves = Published(self._workspace.kb).writable()
        return [one for one in found if one.space in shelves]

    def _confirmed_here(self) -> dict[str, str]:
        """Map questions to the ties that were confirmed here and did not come down yet."""
        found: dict[str, str] = {}
        for operation in self._workspace.outbox.ahead((CONFIRM,)):
            body = bodies.asked(operation.body, ConfirmAsked)
            found.update(body.ties if body else {})
        return found


def ties_of(article: Article) -> dict[str, str]:
    """Map the questions of an article to the passages they stand under."""
    ties: dict[str, str] = {}
    for placed in article.questions:
        ties.setdefault(asked.id_of(placed.question), placed.question.tie)
    return ties


def tested(one: Whole) -> Tested:
    return Tested(
        one.article, one.title, one.shelf, one.passage, one.anchor, one.heading, one.rev
    )  # fmt: skip
