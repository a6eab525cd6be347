"""Where a link of an article leads, decided in one place for reading, showing and reporting."""

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from enum import Enum, auto
from posixpath import splitext
from urllib.parse import quote

from kbdesk.content.anchors import id_of_path, join, split_target

SCHEMES = frozenset({"http", "https", "mailto", "tel"})
_SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.-]*):")
_UNSAFE = re.compile(r"[\x00-\x20\x7f-\x9f\\]")
_PAGE_ENDINGS = ("", ".md", "/index.md", "/README.md")


class Where(Enum):
    """The kinds of place a link may lead to."""

    ARTICLE = auto()  # `to` is an article id
    PAGE = auto()  # an anchor of the same page
    WEB = auto()  # `to` is an address with an allowed scheme
    FILE = auto()  # `to` is a path of the base that is no article
    BROKEN = auto()  # an article, or something, that is not there
    FORBIDDEN = auto()  # a scheme that we never follow


@dataclass(frozen=True, slots=True)
class Place:
    """Where a text stands: its path, and what else the base holds as far as it is known.

    `ids` maps paths to article ids; without it any path that may be an article is taken for one.
    `files` are the other files of the base; without it every one is taken to be there.
    """

    path: str
    ids: Mapping[str, str] | None = None
    files: Collection[str] | None = None

    def has(self, file: str) -> bool:
        return self.files is None or file in self.files


@dataclass(frozen=True, slots=True)
class Target:
    """The place a link leads to."""

    where: Where
    to: str = ""
    anchor: str = ""


def target(href: str, path: str, ids: Mapping[str, str] | None) -> Target:
    """Resolve `href`, written in the file at `path`; `ids` maps paths to ids of the articles.

    Without `ids` any path that may be an article is taken for one, under the id its path makes.
    """
    href = href.strip()
    scheme = _SCHEME.match(href)
    if scheme:
        return _with_scheme(href, scheme[1].lower())
    if href.startswith(("//", "\\")):
        return Target(Where.FORBIDDEN, href)
    if href.startswith("#"):
        return Target(Where.PAGE, "", split_target(href)[1])
    return _relative(href, path, ids)


def _with_scheme(href: str, scheme: str) -> Target:
    if scheme not in SCHEMES or _UNSAFE.search(href):
        return Target(Where.FORBIDDEN, href)
    return Target(Where.WEB, quote(href, safe="%/:=&?~#+!$,;'@()*[]"))


def _relative(href: str, path: str, ids: Mapping[str, str] | None) -> Target:
    file, place = split_target(href)
    joined = join(path, file) if file else ""
    if not joined:
        return Target(Where.BROKEN, href)
    article = _article_at(joined, ids)
    if article:
        return Target(Where.ARTICLE, article, place)
    ending = splitext(joined)[1].lower()
    return Target(Where.BROKEN if ending in {"", ".md"} else Where.FILE, joined, place)


def _article_at(path: str, ids: Mapping[str, str] | None) -> str:
    if ids is None:
        return id_of_path(path) if splitext(path)[1].lower() in {"", ".md"} else ""
    for ending in _PAGE_ENDINGS:
        if path + ending in ids:
            return ids[path + ending]
    return ""
