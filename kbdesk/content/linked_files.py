"""Pages that are files of one folder and link to each other by name: what HTML and Word share."""

from dataclasses import dataclass
from pathlib import Path
from posixpath import splitext

from kbdesk.content.anchors import id_of_path, join, split_target
from kbdesk.content.files import Folder


@dataclass(frozen=True, slots=True)
class LinkedFile:
    """One such file; `pages` are the paths of all of them."""

    path: str
    origin: str
    file: Path
    pages: frozenset[str]
    line: int = 0

    def identity(self) -> str:
        return id_of_path(self.path)

    def link(self, href: str) -> str:
        """Turn a link to another page of the folder into a link to its article."""
        file, _anchor = split_target(href)
        is_page = file and join(self.origin, file) in self.pages
        if not is_page:
            return href
        before, mark, fragment = href.partition("#")
        return article_path(before.partition("?")[0]) + mark + fragment


def article_path(path: str) -> str:
    """Return where the article made of a file stands."""
    return splitext(path)[0] + ".md"


def pages_of(folder: Folder, endings: frozenset[str]) -> frozenset[str]:
    """Return the paths of the files that are pages, by their ending."""
    return frozenset(path for path in folder.files if splitext(path)[1].lower() in endings)
