"""From an article to the HTML its readers see.

The HTML is made token by token out of a fixed set of tags; no text of the article ever becomes a
tag or an attribute unescaped. It carries classes and no colours, so that a theme can be changed
without rendering again. Blocks with a frame are tables of one cell: the desk's reader knows no
other box. Nothing in it points to the network by itself: links are followed when somebody asks,
images come from the base (`asset:PATH`), remote ones are their alternative text.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from html import escape
from urllib.parse import quote

from markdown_it.token import Token

from kbdesk.content.assets import is_attachment
from kbdesk.content.containers import CLOSE, OPEN, Container
from kbdesk.content.guide_steps import choices
from kbdesk.content.markdown import plain
from kbdesk.content.targets import Place, Target, Where, target
from kbdesk.content.visibility import seen
from kbdesk.core.articles import Article, Audience, Kind
from kbdesk.core.reading import ATTACHED, OutlineEntry
from kbdesk.core.scripts import VARIABLE, variables


@dataclass(frozen=True, slots=True)
class Labels:
    """The words a page adds to an article; the desk gives them in the reader's language."""

    internal: str = "Internal"
    warning: str = "Warning"
    note: str = "Note"
    valid_from: str = "From {start}"
    valid_to: str = "Until {end}"
    valid_between: str = "From {start} to {end}"
    day: str = "%Y-%m-%d"


@dataclass(frozen=True, slots=True)
class Rendered:
    """A page, its outline, the days on which it changes, and the variables its script wants."""

    html: str
    outline: tuple[OutlineEntry, ...]
    next_change: date | None
    script_variables: tuple[str, ...] = ()
    days: tuple[date, ...] = ()


def to_html(
    article: Article,
    *,
    on: date,
    audience: Audience = Audience.INTERNAL,
    labels: Labels | None = None,
    ids: Mapping[str, str] | None = None,
) -> Rendered:
    """Render an article as it reads on the day `on`, without its title.

    `ids` maps the paths of the base to article ids; without it only the links that the article
    holds already are links. Raises Trouble when an internal article is asked for in public.
    """
    sight = seen(article, on=on, audience=audience)
    page = _Page(article, ids, labels or Labels())
    html = page.run(sight.tokens)
    outline, variables_ = tuple(page.outline), page.script_variables()
    return Rendered(html, outline, sight.next_change, variables_, sight.days)


def to_safe_html(
    article: Article,
    *,
    on: date,
    audience: Audience = Audience.INTERNAL,
    labels: Labels | None = None,
    ids: Mapping[str, str] | None = None,
) -> str:
    """Render a whole document, title included, for a file or a terminal."""
    page = to_html(article, on=on, audience=audience, labels=labels, ids=ids)
    title = escape(article.title)
    return (
        f'<!DOCTYPE html>\n<html lang="{escape(article.lang)}">\n<head><meta charset="utf-8">'
        f"<title>{title}</title></head>\n<body>\n<h1>{title}</h1>\n{page.html}</body>\n</html>\n"
    )


def fragment(article: Article, tokens: list[Token], ids: Mapping[str, str] | None = None) -> str:
    """Render some of the tokens of an article by themselves, such as those of one step."""
    return _Page(article, ids, Labels()).run(tokens)


class _Page:
    """One rendering; methods are named after the tokens they write."""

    def __init__(self, article: Article, ids: Mapping[str, str] | None, labels: Labels) -> None:
        self.article = article
        self.place = Place(article.path, ids)
        self.labels = labels
        self.known = None if ids is not None else {link.target for link in article.links}
        self.script = article.kind is Kind.SCRIPT
        self.guide = article.kind is Kind.GUIDE
        self.out: list[str] = []
        self.outline: list[OutlineEntry] = []
        self.anchors: set[str] = set()
        self.closing: list[str] = []  # what closes each open link and list
        self.texts: list[str] = []
        self.tokens: list[Token] = []
        self.at = 0

    def run(self, tokens: list[Token]) -> str:
        self.tokens = tokens
        self.anchors = {str(token.attrs["id"]) for token in tokens if token.type == "heading_open"}
        for self.at, token in enumerate(tokens):
            if token.hidden:
                continue
            write = _WRITERS.get(token.type)
            self.out.append(write(self, token) if write else _TAGS.get(token.type, ""))
        return "".join(self.out)

    def script_variables(self) -> tuple[str, ...]:
        return variables("\n".join(self.texts)) if self.script else ()

    def inline(self, token: Token) -> str:
        children = token.children or []
        if self.script:
            self.texts.append(plain(children))
        return "".join(
            _INLINE[child.type](self, child) for child in children if child.type in _INLINE
        )

    def text(self, token: Token) -> str:
        if self.script and "{" in token.content:
            return VARIABLE.sub(r'<span class="variable">{\1}</span>', escape(token.content, False))
        return escape(token.content)

    def code_inline(self, token: Token) -> str:
        return f"<code>{escape(token.content)}</code>"

    def heading_open(self, token: Token) -> str:
        name, level = str(token.attrs["id"]), int(token.tag[1])
        text = plain(self.tokens[self.at + 1].children)
        self.outline.append(OutlineEntry(name, text, level))
        step = ' class="step"' if self.guide and level == 2 else ""
        return f'<h{level} id="{escape(name)}"{step}>'

    def heading_close(self, token: Token) -> str:
        return f"</{token.tag}>\n"

    def link_open(self, token: Token) -> str:
        href = self._href(target(str(token.attrs.get("href", "")), self.place.path, self.place.ids))
        self.closing.append("</a>" if href else "")
        return f'<a href="{escape(href)}">' if href else ""

    def link_close(self, _token: Token) -> str:
        return self.closing.pop()

    def _href(self, to: Target) -> str:
        """Return the address of a link that can be followed, "" for one that stays text."""
        if to.where is Where.WEB:
            return to.to
        if to.where is Where.PAGE:
            return f"#{to.anchor}" if to.anchor in self.anchors else ""
        if to.where is Where.FILE and is_attachment(to.to):
            return f"{ATTACHED}:{quote(to.to)}"
        if to.where is Where.ARTICLE and (self.known is None or to.to in self.known):
            return f"kb:{quote(to.to)}" + (f"#{quote(to.anchor)}" if to.anchor else "")
        return ""

    def image(self, token: Token) -> str:
        alt = escape(plain(token.children))
        to = target(str(token.attrs.get("src", "")), self.place.path, {})
        if to.where is not Where.FILE:
            return alt
        return f'<img src="asset:{quote(to.to)}" alt="{alt}">'

    def code_block(self, token: Token) -> str:
        if self.script:
            self.texts.append(token.content)
        return f'<pre class="code">{self.text(token)}</pre>\n'

    def list_open(self, token: Token) -> str:
        if self.guide and choices(self.tokens, self.at):
            self.closing.append("</ul>\n")
            return '<ul class="choices">\n'
        ordered = token.type == "ordered_list_open"
        self.closing.append("</ol>\n" if ordered else "</ul>\n")
        start = token.attrs.get("start")
        return f'<ol start="{int(start)}">\n' if start is not None else f"<{token.tag}>\n"

    def list_close(self, _token: Token) -> str:
        return self.closing.pop()

    def item_open(self, token: Token) -> str:
        checked = token.meta.get("checked")
        return "<li>" if checked is None else f'<li class="task">{"☑" if checked else "☐"} '

    def cell_open(self, token: Token) -> str:
        style = str(token.attrs.get("style", ""))
        side = next((side for side in ("right", "center") if side in style), "")
        return f'<{token.tag} align="{side}">' if side else f"<{token.tag}>"

    def container_open(self, token: Token) -> str:
        container: Container = token.meta["container"]
        name = "internal" if container.internal else container.name
        label = escape(self._label(name, container))
        caption = f'<p class="label">{label}</p>' if label else ""
        return _anchor(token) + _box(name) + caption

    def container_close(self, token: Token) -> str:
        return _END_BOX + _anchor(token)

    def _label(self, name: str, container: Container) -> str:
        if name != "valid":
            return str(getattr(self.labels, name))
        start, end = container.valid_from, container.valid_to
        pattern = (
            self.labels.valid_between
            if start and end
            else (self.labels.valid_from if start else self.labels.valid_to)
        )
        return pattern.format(start=self._day(start), end=self._day(end)) if start or end else ""

    def _day(self, day: date | None) -> str:
        return day.strftime(self.labels.day) if day else ""


def _anchor(token: Token) -> str:
    return f'<a name="{escape(str(token.attrs["id"]))}"></a>'


def _box(name: str) -> str:
    return f'<table class="{name}" width="100%" cellspacing="0"><tr><td class="{name}">\n'


_END_BOX = "</td></tr></table>\n"
_TAGS = {
    "paragraph_open": "<p>",
    "paragraph_close": "</p>\n",
    "list_item_close": "</li>\n",
    "blockquote_open": _box("quote"),
    "blockquote_close": _END_BOX,
    "hr": "<hr>\n",
    "table_open": '<table class="grid" cellspacing="0">\n',
    "table_close": "</table>\n",
    "thead_open": "<thead>\n",
    "thead_close": "</thead>\n",
    "tbody_open": "<tbody>\n",
    "tbody_close": "</tbody>\n",
    "tr_open": "<tr>",
    "tr_close": "</tr>\n",
    "th_close": "</th>",
    "td_close": "</td>",
}
_Writer = Callable[[_Page, Token], str]
_WRITERS: dict[str, _Writer] = {
    "inline": _Page.inline,
    "heading_open": _Page.heading_open,
    "heading_close": _Page.heading_close,
    "fence": _Page.code_block,
    "code_block": _Page.code_block,
    "bullet_list_open": _Page.list_open,
    "ordered_list_open": _Page.list_open,
    "bullet_list_close": _Page.list_close,
    "ordered_list_close": _Page.list_close,
    "list_item_open": _Page.item_open,
    "th_open": _Page.cell_open,
    "td_open": _Page.cell_open,
    OPEN: _Page.container_open,
    CLOSE: _Page.container_close,
}
_INLINE: dict[str, _Writer] = {
    "text": _Page.text,
    "text_special": _Page.text,
    "code_inline": _Page.code_inline,
    "link_open": _Page.link_open,
    "link_close": _Page.link_close,
    "image": _Page.image,
    "softbreak": lambda _page, _token: "\n",
    "hardbreak": lambda _page, _token: "<br>",
    "em_open": lambda _page, _token: "<em>",
    "em_close": lambda _page, _token: "</em>",
    "strong_open": lambda _page, _token: "<strong>",
    "strong_close": lambda _page, _token: "</strong>",
    "s_open": lambda _page, _token: "<s>",
    "s_close": lambda _page, _token: "</s>",
}
