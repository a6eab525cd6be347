"""What stands in the way of publishing a text, and how it will look: the parser of publication.

What was missing in an article already when somebody began to edit it does not stop their edit: who
mends a price in an old sheet need not write the rest of it.
"""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from kbdesk.core.articles import Article
from kbdesk.core.drafts import Draft, Looks, Problem, Template
from kbdesk.errors import BadContent, Trouble
from kbdesk.store.unread import PathIds

if TYPE_CHECKING:
    from kbdesk.services.workspace import Workspace


class NotSendable(Trouble):
    """A text that cannot be published yet; `problems` says all of why."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        first = problems[0]
        place = f"Line {first.line}: " if first.line else ""
        more = f" ({len(problems) - 1} more)" if len(problems) > 1 else ""
        super().__init__(
            f"{place}{first.sentence}{more}", first.remedy or "Mend it and send again."
        )
        self.problems = problems


class Checking:
    """Reads texts that are still being written."""

    def __init__(self, workspace: "Workspace") -> None:
        self._workspace = workspace

    def templates(self, lang: str) -> tuple[Template, ...]:
        """Return the texts to begin with."""
        from kbdesk.content import forms  # late: the Markdown reader is no part of the start

        return forms.templates(lang)

    def problems(self, draft: Draft, text: str) -> tuple[Problem, ...]:
        """List what forbids to publish a text, in the order of its lines."""
        found = self._found(draft, text)
        if draft.base is not None:
            known = {one.field for one in self._found(draft, draft.base) if one.code == "empty"}
            found = [one for one in found if one.code != "empty" or one.field not in known]
        return tuple(sorted(found, key=lambda one: (one.line == 0, one.line)))

    def _found(self, draft: Draft, text: str) -> list[Problem]:
        from kbdesk.content import forms  # late: as above

        try:
            article, faults = self.read(text, draft.path or "new.md", draft.space)
        except BadContent as fault:
            return [forms.as_problem(fault)]
        found = [*map(forms.as_problem, faults), *forms.missing(article)]
        if draft.article and draft.base is not None and article.id != draft.article:
            found.append(_another_id(draft, article))
        return found

    def read(self, text: str, path: str, space: str) -> tuple[Article, tuple[BadContent, ...]]:
        """Read a text as publication does; raise `BadContent` when its front matter cannot be."""
        from kbdesk.content.articles import read_article  # late: as above
        from kbdesk.content.targets import Place  # late: as above

        parsed = read_article(text, Place(path, self._ids()), space=space or "base")
        return parsed.article, parsed.faults

    def looks(self, text: str, path: str, space: str) -> Looks:
        """Render a text as it stands, however unfinished; never raises for what it says."""
        from kbdesk.content import render  # late: as above
        from kbdesk.content.front_matter import split  # late: as above

        try:
            article, _ = self.read(text, path, space)
        except BadContent:
            try:
                body = split(text)[1]
            except BadContent:
                body = text
            article, _ = self.read(_harmless(body), path, space)
        today = self._workspace.calendar.today()
        html = render.to_html(article, on=today, ids=self._ids()).html
        return Looks(article.title, article.summary, html)

    def new_place(self, text: str, space: str) -> tuple[str, str]:
        """Return (id, path) for a new article, after its title; neither is taken yet."""
        from kbdesk.content.anchors import anchor, id_of_path  # late: as above

        article, _ = self.read(text, "new.md", space)
        folder = anchor(article.space) or "base"
        stem = anchor(article.title)[:80].strip("-.") or "article"
        paths, ids = self._workspace.articles.path_ids(), self._workspace.articles.ids()
        for number in range(1, 1000):
            path = f"{folder}/{stem}{'' if number == 1 else f'-{number}'}.md"
            id_ = article.id if article.id != "new" else id_of_path(path)
            if path not in paths and (id_ not in ids or article.id != "new"):
                return id_, path
        told = "There are a thousand articles of this title."
        raise Trouble(told, "Give it another one.", code="title_taken")

    def _ids(self) -> Mapping[str, str]:
        return PathIds(self._workspace.kb)


def _another_id(draft: Draft, article: Article) -> Problem:
    return Problem(
        f"The id of an article stays: this one is “{draft.article}”, not “{article.id}”.",
        "Write it back, or begin a new article.",
        field="id",
        code="other_id",
        values=(draft.article, article.id),
    )


def _harmless(body: str) -> str:
    """Let a text be read that cannot be one of ours: what begins like a front matter is text."""
    cleaned = body.replace("\0", "").encode("utf-8", "replace").decode()
    return f"\n{cleaned}"
