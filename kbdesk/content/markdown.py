"""The one Markdown parser of kbdesk: commonmark, tables, strikethrough, task lists, containers.

Raw HTML is off and nothing is linkified. Every link comes out as written: which ones may be
followed is decided where they are shown or resolved, never here. Front matter is cut off before
(`front_matter.py`), since its lines must be kept to the letter.

A base of 34 MB must come in within seconds, so three shortcuts spare the parser work that cannot
change its answer (a property test compares with the plain parser): the inline rules are only
asked about text that holds one of their characters, the text rule stops at those only, and a
paragraph of one line that nothing can continue is pushed at once.
"""

import re
from functools import cache

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock
from markdown_it.rules_core import StateCore
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token

from kbdesk.content.anchors import anchor, unique_anchors
from kbdesk.content.containers import CLOSE, OPEN, add_containers

MAX_NESTING = 60
MAX_BRACKETS = 5_000  # in one paragraph; the parser takes the square of their number in time
_INLINE_MARKS = re.compile(r"[\n\\`~*_\[\]!<&]")
_EXPLICIT_ID = re.compile(r"[ \t]*\{#([^\s{}#]+)\}[ \t]*$")
# How a line starts that opens no block: a letter, a quote, a number that numbers no list, words in
# bold, a link that is no reference. (A table needs a second line.)
_ONLY_TEXT = re.compile(r"[^\W\d_]|[«“‘’(\"']|\d(?!\d{0,8}[.)](?:\s|$))|\*\*[^\s*]|\[(?!.*\]:)")
_BREAK = re.compile(r"<br[ \t]*/?>", re.IGNORECASE)


def tokens_of(body: str, *, public: bool = False) -> list[Token]:
    """Parse `body`; with `public`, links may not use addresses defined inside internal blocks."""
    return parser().parse(body, {"public": public})


@cache
def parser() -> MarkdownIt:
    """Build the parser once: it keeps no state between two texts."""
    options = {"html": False, "linkify": False, "tasklists": True, "maxNesting": MAX_NESTING}
    md = MarkdownIt("commonmark", options)
    md.enable(["table", "strikethrough"]).disable(["html_block", "html_inline"])
    add_containers(md)
    md.inline.ruler.before("autolink", "break", _line_break)
    md.core.ruler.after("block", "headings", _explicit_ids)
    md.core.ruler.after("block", "references", _forget_internal_references)
    md.core.ruler.push("anchors", _anchors)
    _add_shortcuts(md)
    md.validateLink = _any_link  # type: ignore[method-assign,assignment]  # made to be replaced
    md.normalizeLink = _as_written  # type: ignore[method-assign]
    return md


def plain(children: list[Token] | None) -> str:
    """Return the text of an inline token's children, as a reader sees it."""
    if not children:
        return ""
    if len(children) == 1 and children[0].type == "text":
        return children[0].content
    return "".join(map(_plain, children))


def _plain(child: Token) -> str:
    if child.type == "image":
        return plain(child.children)
    return _BREAKS.get(child.type) or child.content


_BREAKS = {"softbreak": " ", "hardbreak": "\n"}


def _any_link(_url: str) -> bool:
    return True


def _as_written(url: str) -> str:
    return url


def _line_break(state: StateInline, silent: bool) -> bool:  # noqa: FBT001  # as the parser calls it
    """Read `<br>`, the one tag that table cells cannot do without, as a line break."""
    found = _BREAK.match(state.src, state.pos) if state.src[state.pos] == "<" else None
    if found is None:
        return False
    if not silent:
        state.push("hardbreak", "br", 0).markup = found[0]
    state.pos = found.end()
    return True


def _explicit_ids(state: StateCore) -> None:
    """Take `{#id}` off the end of a heading, before its text is parsed."""
    for opening, inline in zip(state.tokens, state.tokens[1:], strict=False):
        if opening.type != "heading_open":
            continue
        found = _EXPLICIT_ID.search(inline.content)
        if found:
            inline.content = inline.content[: found.start()]
            opening.meta["explicit"] = anchor(found[1])


def _anchors(state: StateCore) -> None:
    """Give each heading its anchor, unique in the page, and each block two: its start and end.

    No heading's anchor holds two hyphens together, so the two kinds never meet.
    """
    open_blocks: list[str] = []
    blocks = 0
    for token in state.tokens:
        if token.type == OPEN:
            blocks += 1
            open_blocks.append(f"block--{blocks}")
            token.attrs["id"] = open_blocks[-1]
        elif token.type == CLOSE:
            token.attrs["id"] = f"{open_blocks.pop()}-end"
    headings = [
        (opening, plain(inline.children))
        for opening, inline in zip(state.tokens, state.tokens[1:], strict=False)
        if opening.type == "heading_open"
    ]
    explicit = [opening.meta.get("explicit", "") for opening, _text in headings]
    wanted = [
        (given or anchor(text), bool(given))
        for given, (_opening, text) in zip(explicit, headings, strict=True)
    ]
    for (opening, _text), name in zip(headings, unique_anchors(wanted), strict=True):
        opening.attrs["id"] = name


def _forget_internal_references(state: StateCore) -> None:
    """Drop link addresses that an internal block defines: links outside would tell them."""
    references = state.env.get("references")
    if not references or not state.env.get("public"):
        return
    hidden = [
        token.map
        for token in state.tokens
        if token.type == OPEN and token.meta["container"].internal
    ]
    for label, reference in list(references.items()):
        line = reference["map"][0]
        if any(start <= line < end for start, end in filter(None, hidden)):
            del references[label]


def _add_shortcuts(md: MarkdownIt) -> None:
    md.inline.terminator_re = _INLINE_MARKS
    md.core.ruler.at("inline", _inline)
    md.block.ruler.before("table", "one_line", _one_line)


def _inline(state: StateCore) -> None:
    for token in state.tokens:
        if token.type != "inline":
            continue
        token.children = []
        if _INLINE_MARKS.search(token.content) and token.content.count("[") <= MAX_BRACKETS:
            state.md.inline.parse(token.content, state.md, state.env, token.children)
        elif token.content:
            token.children.append(Token("text", "", 0, content=token.content))


def _one_line(state: StateBlock, start: int, end: int, silent: bool) -> bool:  # noqa: FBT001  # as the parser calls it
    """Push a paragraph of one line that can be nothing else and that no later line continues."""
    following = start + 1
    first = state.bMarks[start] + state.tShift[start]
    if silent or not _ONLY_TEXT.match(state.src, first, state.eMarks[start]):
        return False
    if state.is_code_block(start) or not _stands_alone(state, following, end):
        return False
    state.line = following
    state.push("paragraph_open", "p", 1).map = [start, following]
    inline = state.push("inline", "", 0)
    inline.content = state.getLines(start, following, state.blkIndent, False).strip()
    inline.map, inline.children = [start, following], []
    state.push("paragraph_close", "p", -1)
    return True


def _stands_alone(state: StateBlock, following: int, end: int) -> bool:
    """Say whether the line `following` cannot belong to the paragraph above it.

    It is past the end, empty, or opens the next item of the list that the paragraph stands in.
    """
    if following >= end or state.isEmpty(following):
        return True
    indent = state.sCount[following]
    if not (0 <= indent < state.blkIndent and indent - state.listIndent < 4):
        return False
    mark = state.bMarks[following] + state.tShift[following]
    return state.src[mark] in "-*+" and state.src[mark + 1 : mark + 2] in {" ", "\t"}
