"""From the tokens of a page to what the base keeps of it: passages, links, images.

One walk over the tokens. A passage ends where a heading stands, and where the text changes its
audience or its dates: an internal block is a passage of its own, so that no reader of passages
can mistake it for the text around it. Its anchor is the block's, which the page shows too.
"""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import date

from markdown_it.token import Token

from kbdesk.content.assets import is_attachment
from kbdesk.content.containers import CLOSE, OPEN, Container
from kbdesk.content.crossings import Crossing
from kbdesk.content.loss_report import Entry, Severity
from kbdesk.content.markdown import plain
from kbdesk.content.targets import Place, Target, Where, target
from kbdesk.core.articles import Link, Passage


@dataclass(slots=True)
class Page:
    """What one walk found; `entries` is what the loss report should say of it.

    Of `crossings` it should say only those that lead to no heading of `anchors` of their article.
    """

    passages: list[Passage] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)
    assets: list[str] = field(default_factory=list)
    entries: list[Entry] = field(default_factory=list)
    anchors: frozenset[str] = frozenset()  # of the headings
    crossings: list[Crossing] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class _State:
    """What holds for the text being read; blocks inside one another narrow it."""

    internal: bool = False
    valid_from: date | None = None
    valid_to: date | None = None

    def within(self, container: Container) -> "_State":
        return _State(
            self.internal or container.internal,
            max(filter(None, (self.valid_from, container.valid_from)), default=None),
            min(filter(None, (self.valid_to, container.valid_to)), default=None),
        )


@dataclass(frozen=True, slots=True)
class _Section:
    """The heading that the text being read stands under."""

    heading: str = ""
    anchor: str = ""
    level: int = 0
    kept: bool = True  # a heading is kept once, even when no text follows it


def is_quiz(token: Token) -> bool:
    """Say whether a token is a block of questions: hidden from reading and from search."""
    return token.type == "fence" and token.info.split(None, 1)[:1] == ["quiz"]


def read_page(tokens: list[Token], place: Place, *, title: str = "", first_line: int = 1) -> Page:
    """Walk the tokens of the body that starts on `first_line` of its file."""
    return _Walk(place, title, first_line).run(tokens)


def title_heading(tokens: list[Token], title: str) -> int:
    """Return the index of the first level-1 heading when it only repeats the title, else -1."""
    for index, token in enumerate(tokens):
        if token.type == "heading_open":
            same = token.tag == "h1" and _same(plain(tokens[index + 1].children), title)
            return index if same else -1
    return -1


def _same(heading: str, title: str) -> bool:
    return heading.split() == title.split()


class _Walk:
    def __init__(self, place: Place, title: str, first_line: int) -> None:
        self.page = Page()
        self.place = place
        self.title = title
        self.first_line = first_line
        self.line = 0
        self.texts: list[str] = []
        self.cells: list[str] | None = None
        self.section = _Section()
        self.states = [(_State(), self.section)]

    def run(self, tokens: list[Token]) -> Page:
        skipped = title_heading(tokens, self.title)
        self.page.anchors = frozenset(
            str(token.attrs["id"]) for token in tokens if token.type == "heading_open"
        )
        heading: Token | None = None
        for index, token in enumerate(tokens):
            kind = token.type
            if kind == "inline":
                self._inline(token, heading, skipped=index - 1 == skipped)
                heading = None
            elif kind == "heading_open":
                heading = token
            elif kind in _BLOCKS:
                _BLOCKS[kind](self, token)
        self._end_passage()
        return self.page

    def _inline(self, token: Token, heading: Token | None, *, skipped: bool) -> None:
        if token.map:
            self.line = token.map[0]
        children = token.children or []
        text = plain(children)
        if heading is not None:
            if not skipped:
                self._start(heading, text)
        elif self.cells is not None:
            self.cells.append(text)
        elif text:
            self.texts.append(text)
        if len(children) > 1 or (children and children[0].type == "image"):
            self._links(children)

    def _start(self, heading: Token, text: str) -> None:
        self._end_passage()
        self.section = _Section(text, str(heading.attrs["id"]), int(heading.tag[1]), False)

    def _end_passage(self) -> None:
        """Keep what was read, unless it is the empty rest of a section that has passages."""
        text = "\n".join(self.texts)
        self.texts = []
        section = self.section
        if not text and (section.kept or not section.heading):
            return
        self.section = replace(section, kept=True)
        state = self.states[-1][0]
        self.page.passages.append(
            Passage(
                section.anchor,
                section.heading,
                section.level,
                text,
                state.internal,
                state.valid_from,
                state.valid_to,
            )
        )

    def open_container(self, token: Token) -> None:
        """Enter a block; the section outside is remembered, for the text after the block."""
        state = self.states[-1][0].within(token.meta["container"])
        changed = state != self.states[-1][0]
        if changed:
            self._end_passage()
        self.states.append((state, self.section))
        if changed:
            self.section = replace(self.section, anchor=str(token.attrs["id"]))

    def close_container(self, token: Token) -> None:
        """Leave a block: a heading inside an internal block never names the text after it."""
        state, outside = self.states[-1]
        if state != self.states[-2][0]:
            self._end_passage()
            self.section = replace(outside, anchor=str(token.attrs["id"]))
        self.states.pop()

    def code(self, token: Token) -> None:
        if not is_quiz(token):
            self.texts.append(token.content.rstrip("\n"))

    def open_row(self, _token: Token) -> None:
        self.cells = []

    def close_row(self, _token: Token) -> None:
        if self.cells:
            self.texts.append(" | ".join(self.cells))
        self.cells = None

    def _links(self, children: list[Token]) -> None:
        start = 0
        for index, child in enumerate(children):
            if child.type == "link_open":
                start = index
            elif child.type == "link_close":
                self._link(str(children[start].attrs.get("href", "")), children[start + 1 : index])
            elif child.type == "image":
                self._image(str(child.attrs.get("src", "")))
            elif child.type in {"softbreak", "hardbreak"} and not child.markup:
                self.line += 1

    def _link(self, href: str, children: list[Token]) -> None:
        to = target(href, self.place.path, self.place.ids)
        if to.where is Where.ARTICLE:
            self.page.links.append(Link(to.to, plain(children), to.anchor))
            if to.anchor:
                self._cross(to, href)
        elif to.where is Where.PAGE:
            if to.anchor not in self.page.anchors and to.anchor:
                self._lost(_NO_HEADING, "link", href)
        elif to.where is Where.FILE and not self.place.has(to.to):
            self._lost("Links to a file that is not there", "link", href)
        elif to.where is Where.FILE and is_attachment(to.to):
            self._keep_asset(to.to)
        elif to.where is not Where.WEB:
            self._lost(_LINK_TOPICS[to.where], "link", href)

    def _image(self, src: str) -> None:
        to = target(src, self.place.path, {})
        if to.where in {Where.WEB, Where.FORBIDDEN}:
            self._lost("Images that are not files of the base", "image", src)
        elif to.where is not Where.FILE or not self.place.has(to.to):
            self._lost("Images that are not there", "image", src)
        else:
            self._keep_asset(to.to)

    def _keep_asset(self, path: str) -> None:
        if path not in self.page.assets:
            self.page.assets.append(path)

    def _cross(self, to: Target, href: str) -> None:
        message = f"the link to “{href[:200]}” opens its article at the top"
        entry = self._entry(_NO_HEADING, message)
        self.page.crossings.append(Crossing(to.to, to.anchor, entry))

    def _lost(self, topic: str, what: str, href: str) -> None:
        message = f"the {what} to “{href[:200]}” is kept as text"
        self.page.entries.append(self._entry(topic, message))

    def _entry(self, topic: str, message: str) -> Entry:
        line = self.first_line + self.line
        return Entry(Severity.LOST, topic, self.place.path, message, line)


_NO_HEADING = "Links to a heading that is not there"
_LINK_TOPICS = {
    Where.BROKEN: "Links to an article that is not there",
    Where.FILE: "Links to a file that is no article",
    Where.FORBIDDEN: "Links with a scheme that is not followed",
}
_BLOCKS: dict[str, Callable[[_Walk, Token], None]] = {
    OPEN: _Walk.open_container,
    CLOSE: _Walk.close_container,
    "fence": _Walk.code,
    "code_block": _Walk.code,
    "tr_open": _Walk.open_row,
    "tr_close": _Walk.close_row,
}
