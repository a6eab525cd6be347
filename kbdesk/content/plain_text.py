"""From an article to plain text, for a terminal, a message or a pasted reply."""

from collections.abc import Callable
from datetime import date

from markdown_it.token import Token

from kbdesk.content.containers import CLOSE, OPEN
from kbdesk.content.markdown import plain
from kbdesk.content.one_line import one_line
from kbdesk.content.render import Labels
from kbdesk.content.targets import Where, target
from kbdesk.content.visibility import seen
from kbdesk.core.articles import Article, Audience


def to_plain_text(
    article: Article,
    *,
    on: date,
    audience: Audience = Audience.INTERNAL,
    labels: Labels | None = None,
) -> str:
    """Return the article as text, title first; web addresses stand in brackets after their words.

    Raises Trouble when an internal article is asked for in public.
    """
    sight = seen(article, on=on, audience=audience)
    body = _Text(labels or Labels()).run(sight.tokens)
    return f"{article.title}\n\n{body}".rstrip() + "\n"


class _Text:
    """One walk over the tokens; `margin` is what stands before each line of the block at hand."""

    def __init__(self, labels: Labels) -> None:
        self.labels = labels
        self.blocks: list[str] = []
        self.margins: list[str] = []
        self.lists: list[int] = []  # the number of the next item, 0 in a bullet list
        self.bullet = ""
        self.row: list[str] | None = None

    def run(self, tokens: list[Token]) -> str:
        for token in tokens:
            write = _WRITERS.get(token.type)
            if write:
                write(self, token)
        return "\n".join(self.blocks)

    def write(self, text: str) -> None:
        """Write a block; the bullet of its item stands before its first line only."""
        margin = "".join(self.margins)
        first, self.bullet = self.bullet, ""
        start = margin[: len(margin) - len(first)] + first
        lines = text.split("\n")
        self.blocks += [start + lines[0], *(margin + line for line in lines[1:])]
        if not self.lists:
            self.blocks.append(margin.rstrip())

    def inline(self, token: Token) -> None:
        text = _with_addresses(token.children or [])
        if self.row is not None:
            self.row.append(one_line(text))
        elif text:
            self.write(text)

    def heading(self, token: Token) -> None:
        self.blocks.append("")
        self.bullet += "#" * int(token.tag[1]) + " " if not self.lists else ""

    def code(self, token: Token) -> None:
        self.write(token.content.rstrip("\n"))

    def open_list(self, token: Token) -> None:
        ordered = token.type == "ordered_list_open"
        self.lists.append(int(token.attrs.get("start", 1)) if ordered else 0)

    def close_list(self, _token: Token) -> None:
        self.lists.pop()
        if not self.lists:
            self.blocks.append("".join(self.margins).rstrip())

    def open_item(self, token: Token) -> None:
        mark = f"{self.lists[-1]}. " if self.lists[-1] else "- "
        self.lists[-1] += bool(self.lists[-1])
        checked = token.meta.get("checked")
        mark += "" if checked is None else ("☑ " if checked else "☐ ")
        self.bullet = mark
        self.margins.append(" " * len(mark))

    def close_item(self, _token: Token) -> None:
        self.bullet = ""
        self.margins.pop()

    def open_quote(self, _token: Token) -> None:
        self.margins.append("> ")

    def close_margin(self, _token: Token) -> None:
        self.margins.pop()

    def open_container(self, token: Token) -> None:
        name = token.meta["container"].name
        if name != "valid":
            label = getattr(self.labels, "note" if name == "other" else name)
            self.write(f"[{label}]")
        self.margins.append("| ")

    def open_row(self, _token: Token) -> None:
        self.row = []

    def close_row(self, _token: Token) -> None:
        row, self.row = self.row or [], None
        self.blocks.append("".join(self.margins) + " | ".join(row))

    def end_table(self, _token: Token) -> None:
        self.blocks.append("")


def _with_addresses(children: list[Token]) -> str:
    """Return the text, each web link followed by its address unless that is its text already."""
    parts: list[str] = []
    opened = 0
    href = ""
    for child in children:
        if child.type == "link_open":
            opened, href = len(parts), str(child.attrs.get("href", ""))
        elif child.type == "link_close":
            to = target(href, "x", {})
            words = "".join(parts[opened:])
            if to.where is Where.WEB and words not in {href, href.removeprefix("mailto:")}:
                parts.append(f" ({to.to})")
        else:
            parts.append(plain([child]))
    return "".join(parts)


_WRITERS: dict[str, Callable[[_Text, Token], None]] = {
    "inline": _Text.inline,
    "heading_open": _Text.heading,
    "fence": _Text.code,
    "code_block": _Text.code,
    "bullet_list_open": _Text.open_list,
    "ordered_list_open": _Text.open_list,
    "bullet_list_close": _Text.close_list,
    "ordered_list_close": _Text.close_list,
    "list_item_open": _Text.open_item,
    "list_item_close": _Text.close_item,
    "blockquote_open": _Text.open_quote,
    "blockquote_close": _Text.close_margin,
    OPEN: _Text.open_container,
    CLOSE: _Text.close_margin,
    "tr_open": _Text.open_row,
    "tr_close": _Text.close_row,
    "table_close": _Text.end_table,
}
