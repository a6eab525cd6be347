"""The `::: name` blocks of an article, nested as deep as one likes.

The container rule that ships with the parser's plugins closes a block at the first `:::`, even
when that one belongs to a block inside: the rest of an internal block would then be public. Here
openings and closings are counted, and whatever is in doubt stays inside.
"""

import re
from dataclasses import dataclass
from datetime import date

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock

from kbdesk.core.faults import Fault

OPEN, CLOSE = "container_open", "container_close"
_OPENING = re.compile(r"(:{3,})[ \t]*([A-Za-zÀ-ÿ][\w-]*)[ \t]*(.*)$")
_CLOSING = re.compile(r"(:{3,})[ \t]*$")
_FENCE = re.compile(r"(`{3,}|~{3,})")
_SETTING = re.compile(r"(\w+)=(\S+)")
_NAMES = {
    "internal": "internal", "interne": "internal",
    "warning": "warning", "attention": "warning", "danger": "warning", "caution": "warning",
    "note": "note", "info": "note", "tip": "note",
    "valid": "valid",
}  # fmt: skip
CODE_INDENT = 4


@dataclass(frozen=True, slots=True)
class Container:
    """What an opening line says; `fault` is set when a date in it cannot be read."""

    name: str  # internal, warning, note, valid, or "other" for a word we do not know
    word: str  # as written
    valid_from: date | None = None
    valid_to: date | None = None
    closed: bool = True
    fault: Fault | None = None

    @property
    def internal(self) -> bool:
        """Unknown blocks count as internal: what we do not understand we do not tell outside."""
        return self.name in {"internal", "other"}

    def in_force(self, on: date) -> bool:
        started = self.valid_from is None or self.valid_from <= on
        return started and (self.valid_to is None or on <= self.valid_to)


def add_containers(md: MarkdownIt) -> None:
    """Teach the parser `::: name … :::`."""
    md.block.ruler.before(
        "fence", "container", _rule, {"alt": ["paragraph", "reference", "blockquote", "list"]}
    )


def _rule(state: StateBlock, start: int, end: int, silent: bool) -> bool:  # noqa: FBT001  # as the parser calls it
    first = state.bMarks[start] + state.tShift[start]
    if not state.src.startswith(":::", first) or state.is_code_block(start):
        return False
    opening = _OPENING.match(_line(state, start))
    if opening is None:
        return False
    if not silent:
        _push(state, opening, start, end)
    return True


def _push(state: StateBlock, opening: re.Match[str], start: int, end: int) -> None:
    """Push the block and all it holds; the parser's own containers do the same dance."""
    last = _closing_line(state, len(opening[1]), start, end)
    closed = last < end and bool(_CLOSING.match(_line(state, last)))
    parent, line_max = state.parentType, state.lineMax
    state.parentType, state.lineMax = "container", last
    token = state.push(OPEN, "", 1)
    token.info, token.map = opening[2].lower(), [start, last]
    token.meta = {"container": _read(opening[2].lower(), opening[3].strip(), closed=closed)}
    state.md.block.tokenize(state, start + 1, last)
    state.push(CLOSE, "", -1)
    state.parentType, state.lineMax = parent, line_max
    state.line = last + closed


def _closing_line(state: StateBlock, length: int, start: int, end: int) -> int:
    """Find the line that closes the block, or the line after its last when none does."""
    open_blocks = [(length, False)]
    fence = ""
    for line in range(start + 1, end):
        if not state.isEmpty(line) and state.sCount[line] < state.blkIndent:
            return line
        text = _line(state, line)
        if text[:1] in "`~" and text:
            fence = _fence_after(fence, text)
        elif not fence and text.startswith(":::"):
            _count(open_blocks, text, deep=state.sCount[line] - state.blkIndent >= CODE_INDENT)
            if not open_blocks:
                return line
    return end


def _count(open_blocks: list[tuple[int, bool]], text: str, *, deep: bool) -> None:
    """Open or close one level; a line indented like code never closes what was opened outside."""
    opening, closing = _OPENING.match(text), _CLOSING.match(text)
    if opening:
        open_blocks.append((len(opening[1]), deep))
    elif closing:
        length, opened_deep = open_blocks[-1]
        if len(closing[1]) >= length and (opened_deep or not deep):
            open_blocks.pop()


def _fence_after(fence: str, text: str) -> str:
    found = _FENCE.match(text)
    if not found:
        return fence
    if not fence:
        return found[1]
    closes = found[1].startswith(fence) and not text.strip(fence[0]).strip()
    return "" if closes else fence


def _line(state: StateBlock, line: int) -> str:
    return state.src[state.bMarks[line] + state.tShift[line] : state.eMarks[line]]


def _read(word: str, settings: str, *, closed: bool) -> Container:
    name = _NAMES.get(word, "other")
    if name != "valid":
        return Container(name, word, closed=closed)
    try:
        start, end = _bounds(dict(_SETTING.findall(settings)))
    except _BadDays as error:
        return Container(name, word, closed=closed, fault=error.fault)
    return Container(name, word, start, end, closed)


class _BadDays(ValueError):
    """Days of a block that cannot be read."""

    def __init__(self, code: str, why: str, *values: str) -> None:
        super().__init__(why)
        self.fault = Fault(code, f"This dated block cannot be read: {why}.", values=values)


def _bounds(given: dict[str, str]) -> tuple[date | None, date | None]:
    if not given or given.keys() - {"from", "to"}:
        told = "a dated block says from=YYYY-MM-DD, to=YYYY-MM-DD, or both"
        raise _BadDays("block_undated", told)
    start, end = (_day(given[key]) if key in given else None for key in ("from", "to"))
    if start and end and end < start:
        told = f"the block ends on {end}, before it starts on {start}"
        raise _BadDays("block_turned", told, str(end), str(start))
    return start, end


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        shown = text[:40]
        told = f"“{shown}” is not a day of the calendar (YYYY-MM-DD)"
        raise _BadDays("block_day", told, shown) from None
