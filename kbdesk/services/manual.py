"""The user's manual: a shelf of its own that the desk fills from what ships with it.

The pages are articles like any other, so that one search, one reader and one index serve them too.
The shelf is local: it is left out of search unless asked for, of counts and of every export.
"""

from pathlib import Path

from kbdesk.core.articles import MANUAL, Article
from kbdesk.paths import resources
from kbdesk.services.workspace import Workspace

LANGUAGES = ("fr", "en")


def fill_manual(workspace: Workspace, language: str) -> bool:
    """Put the manual of one language on its shelf; return whether anything changed."""
    if _is_level(workspace, language):
        return False
    pages = read_manual(language)
    wanted = {page.id for page in pages}
    gone = [id_ for id_ in workspace.articles.ids(space=MANUAL) if id_ not in wanted]
    removed = workspace.articles.remove(gone) if gone else 0
    put = workspace.articles.put_all(pages)
    return bool(removed or put.new or put.changed)


def read_manual(language: str) -> list[Article]:
    """Read the pages of one language, French for any that we do not speak."""
    from kbdesk.content.articles import parse  # late: the Markdown reader is no part of the start

    files = _files(language)
    ids = {_path(file): _id(file) for file in files}
    return [
        parse(file.read_text("utf-8"), path=_path(file), space=MANUAL, ids=ids) for file in files
    ]


def _is_level(workspace: Workspace, language: str) -> bool:
    """Compare the pages to the letter, so that most starts need no Markdown reader for them."""
    texts = {_id(file): file.read_text("utf-8") for file in _files(language)}
    return set(workspace.articles.ids(space=MANUAL)) == set(texts) and all(
        workspace.entities.get("article", id_) == text for id_, text in texts.items()
    )


def _files(language: str) -> list[Path]:
    spoken = language if language in LANGUAGES else LANGUAGES[0]
    return sorted((resources() / MANUAL / spoken).glob("*.md"))


def _id(file: Path) -> str:
    return _path(file).removesuffix(".md")


def _path(file: Path) -> str:
    return f"{MANUAL}/{file.name}"
