"""What an article was before on this machine: its versions, their texts, and what changed.

The number of a version is that of the server, or of this base where there is no server. Only what
this machine has held is known here: a desk that was off for a week has missed what came and went in
it, and says so by the days on which each text could be read here.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from kbdesk.core.articles import Article
from kbdesk.core.versions import Comparison, Version
from kbdesk.core.word_diff import compare
from kbdesk.errors import Trouble, UnknownArticle
from kbdesk.services import bodies
from kbdesk.services.lists.people import person_name
from kbdesk.store.entities import Entities
from kbdesk.store.revisions import OldText, Revisions
from kbdesk.store.unread import Parse, Text, read_text
from sync.protocol.bodies.editing import Credit


def credited(
    entities: Entities, article_id: str, versions: tuple[Version, ...]
) -> tuple[Version, ...]:
    """Say of each version whose suggestion it was, where it was one."""
    found = {
        body.rev: body
        for _, body in bodies.every(entities, "credit", Credit, f"{article_id}@")
        if body.article == article_id
    }
    return tuple(
        replace(
            one,
            proposed_by=person_name(entities, found[one.rev].by) or found[one.rev].by,
            decided_by=person_name(entities, found[one.rev].decided_by)
            or found[one.rev].decided_by,
            comment=found[one.rev].comment,
        )
        if one.rev in found
        else one
        for one in versions
    )


class NoSuchVersion(Trouble):
    """A version that this machine never held, or holds no longer."""

    def __init__(self, article_id: str, rev: int) -> None:
        super().__init__(
            f"Version {rev} of “{article_id}” is not kept here.",
            f"See which are: kbdesk history {article_id}",
        )


class Versions:
    """The past of each article, as far as it is kept."""

    def __init__(self, revisions: Revisions, parse: Parse) -> None:
        self._revisions = revisions
        self._parse = parse

    def present(self, article_id: str) -> int:
        """Return the number of the version to be read now, 0 for an article that is gone."""
        return self._revisions.present(article_id) or 0

    def history(self, article_id: str) -> tuple[Version, ...]:
        """List the versions, the present one first."""
        present = self._revisions.present(article_id)
        if present is None:
            raise UnknownArticle(article_id)
        past = self._revisions.of(article_id)
        numbers = [present, *(one.rev for one in past)]
        ends: Sequence[datetime | None] = [None, *(one.until for one in past)]
        begins: Sequence[datetime | None] = [*(one.until for one in past), None]
        return tuple(map(Version, numbers, begins, ends))

    def past(self, article_id: str, rev: int) -> Version | None:
        """Return a version of before; None when it is the present one."""
        found = next((one for one in self.history(article_id) if one.rev == rev), None)
        if found is None:
            raise NoSuchVersion(article_id, rev)
        return None if found.present else found

    def text(self, article_id: str, rev: int) -> str:
        """Return the text of a version to the letter."""
        return self._kept(article_id, rev).body

    def article(self, article_id: str, rev: int) -> Article:
        """Return an article as it was."""
        old = self._kept(article_id, rev)
        text = Text(0, article_id, old.space, old.path, old.body, b"")
        return read_text(text, self._parse).article

    def compare(self, article_id: str, older: int, newer: int) -> Comparison:
        """Compare two versions word by word, the older one first whatever their order."""
        versions = self.history(article_id)
        known = {version.rev: place for place, version in enumerate(versions)}
        for rev in (older, newer):
            if rev not in known:
                raise NoSuchVersion(article_id, rev)
        first, last = sorted((older, newer), key=lambda rev: -known[rev])
        lines = compare(self.text(article_id, first), self.text(article_id, last))
        return Comparison(versions[known[first]], versions[known[last]], lines)

    def kept(self, article_id: str, rev: int) -> OldText | None:
        """Return a version with where it stood, None when it is not kept."""
        return self._revisions.text(article_id, rev)

    def _kept(self, article_id: str, rev: int) -> OldText:
        found = self._revisions.text(article_id, rev)
        if found is None:
            raise NoSuchVersion(article_id, rev)
        return found
