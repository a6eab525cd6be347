"""Questions of the base out as a Moodle GIFT file, and those of such a file into an article."""

import contextlib
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

from kbdesk.content.gift import Item, NotCarried, categories, fenced, read_gift
from kbdesk.content.gift_writing import write_gift
from kbdesk.core.changes import Changes
from kbdesk.errors import NotAllowed, Trouble, UnknownArticle
from kbdesk.services.lists.spaces import space_titles
from kbdesk.services.writing.pen import Pen
from kbdesk.store.asked import id_of
from kbdesk.store.outbox import Draft
from kbdesk.store.questions import Questions

if TYPE_CHECKING:
    from kbdesk.services.workspace import Workspace

LARGEST = 16 * 1024 * 1024  # bytes of a file
NAMED = 60  # letters of the name of a question


@dataclass(frozen=True, slots=True)
class GiftReport:
    """What came in or went out, and what could not."""

    carried: int
    left_out: tuple[NotCarried, ...]
    known: int = 0  # that the article asks already


def export_gift(workspace: "Workspace", file: Path, articles: Sequence[str] = ()) -> GiftReport:
    """Write the questions of some articles, or of all, as a GIFT file: a category for each."""
    workspace.leases.refuse_locked()
    questions = Questions(workspace.kb)
    for id_ in articles:
        if workspace.articles.rid(id_) is None:
            raise UnknownArticle(id_)
    titles = space_titles(workspace.entities)
    items = [
        Item(
            one.question,
            name=one.question.text[:NAMED],
            category="/".join((titles.get(one.shelf, one.shelf), one.title.replace("/", "∕"))),
        )
        for id_ in articles or sorted(questions.articles())
        for one in questions.of_article(id_)
    ]
    text, left_out = write_gift(items)
    with _said(file):
        _write(file, text)
    return GiftReport(len(items) - len(left_out), tuple(left_out))


def import_gift(workspace: "Workspace", file: Path, article: str) -> tuple[GiftReport, Changes]:
    """Add the questions of a GIFT file to the end of an article, those it asks already left out."""
    with _said(file):
        found = read_gift(_read(file))
    pen = Pen(workspace)
    standing = pen.standing(article)
    if standing is None or standing.text is None:
        raise UnknownArticle(article)
    if not pen.writes(standing.space):
        raise NotAllowed(
            f"You may read “{standing.space}” and not write in it.",
            "Ask one of its authors, or an administrator for the right to write.",
        )
    left_out = [*found.left_out, *_names_lost(found.items)]
    asked = {one.id for one in Questions(workspace.kb).of_article(article)}
    fresh = {id_of(item.question): item for item in found.items}
    new = [item for id_, item in fresh.items() if id_ not in asked]
    report = GiftReport(len(new), tuple(left_out), len(found.items) - len(new))
    if not new:
        return report, Changes()
    text = "\n".join([standing.text.rstrip() + "\n", *(fenced(item.question) for item in new)])
    _refuse_headless(workspace, article, text, len(new))
    body = {
        "space": standing.space,
        "kind": "article",
        "id": article,
        "path": standing.path,
        "body": text,
        **pen.ties(article, text, minor=False),
    }
    about = f"article:{article}"
    pen.do([Draft("publish", body, about, standing.rev or None, standing.upon)])
    return report, pen.changes(articles=True) | Changes(learning=True)


def _refuse_headless(workspace: "Workspace", article: str, text: str, count: int) -> None:
    """Stop before an article without a text gets questions that would test nothing."""
    # late: Markdown is read when it is needed
    from kbdesk.services.connected.reading_on import parser

    path = workspace.articles.path_of(article) or f"{article}.md"
    if len(parser(workspace.kb)(text, path, "base").questions) < count:
        raise Trouble(
            f"“{article}” ends with nothing that questions could test.",
            "Write the passage first, then import again.",
        )


def _names_lost(items: Sequence[Item]) -> Iterator[NotCarried]:
    """Say what of a file an article has no place for."""
    for category in categories(items):
        yield NotCarried(
            category, "is a category: the questions are of the article now.", whole=False
        )
    if named := [item for item in items if item.name]:
        said = f"and {len(named) - 1} more names of questions are not kept."
        why = said if len(named) > 1 else "is the name of a question, and not kept."
        yield NotCarried(named[0].name[:NAMED], why, named[0].line, whole=False)


def _read(file: Path) -> str:
    if file.stat().st_size > LARGEST:
        raise Trouble(f"{file} is larger than 16 MB.", "Divide it.")
    return file.read_text("utf-8-sig")


def _write(file: Path, text: str) -> None:
    """Write whole or not at all."""
    with tempfile.NamedTemporaryFile(
        "w", encoding="utf-8", dir=file.parent, delete=False
    ) as beside:
        beside.write(text)
    try:
        Path(beside.name).replace(file)
    except OSError:
        Path(beside.name).unlink()
        raise


@contextlib.contextmanager
def _said(file: Path) -> Iterator[None]:
    """Say in one sentence why a file cannot be read or written."""

    def stop(why: str, error: Exception) -> NoReturn:
        raise Trouble(f"{file}: {why}.", "Name another file.") from error

    try:
        yield
    except UnicodeDecodeError as error:
        stop("this is no UTF-8 text", error)
    except OSError as error:
        stop(error.strerror or "it cannot be used", error)
