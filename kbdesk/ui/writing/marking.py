"""What the acts of the editor do to a text: bold, heading, list, table, link. Qt-free.

Each takes the text and what is selected in it, and returns one replacement, so that one undo takes
it back; each done twice is taken back as well, where that makes sense.
"""

import re
from dataclasses import dataclass

_ITEM = re.compile(r"^(\s*)([-*+]|(\d+)[.)]|>)(\s+(?:\[[ xX]\]\s+)?)")
_HEADING = re.compile(r"^(#{1,6})\s+")
BULLET = "- "


@dataclass(frozen=True, slots=True)
class Edit:
    """Replace `start` to `end` by `text`, then select from `first` to `last`."""

    start: int
    end: int
    text: str
    first: int
    last: int


def wrapped(text: str, start: int, end: int, sign: str) -> Edit:
    """Put a sign such as “**” around the words selected, or take it away again."""
    before, after = text[max(0, start - len(sign)) : start], text[end : end + len(sign)]
    if before == sign == after:
        inside = text[start:end]
        first = start - len(sign)
        return Edit(first, end + len(sign), inside, first, first + len(inside))
    inside = text[start:end]
    return Edit(
        start, end, f"{sign}{inside}{sign}", start + len(sign), start + len(sign) + len(inside)
    )


def heading(text: str, at: int) -> Edit:
    """Make the line a section, then one within it, then plain again."""
    start, end = line_at(text, at)
    line = text[start:end]
    found = _HEADING.match(line)
    words = line[found.end() :] if found else line
    level = len(found[1]) if found else 1
    sign = {1: "## ", 2: "### "}.get(level, "")
    made = f"{sign}{words}"
    return Edit(start, end, made, start + len(made), start + len(made))


def listed(text: str, start: int, end: int) -> Edit:
    """Make the lines items of a list, or plain lines again where all of them are."""
    first, last = line_at(text, start)[0], line_at(text, max(start, end - (end > start)))[1]
    lines = text[first:last].split("\n")
    full = [line for line in lines if line.strip()]
    if full and all(line.startswith(BULLET) for line in full):
        made = [line.removeprefix(BULLET) for line in lines]
    else:
        made = [f"{BULLET}{line}" if line.strip() or len(lines) == 1 else line for line in lines]
    replaced = "\n".join(made)
    if start == end:
        return Edit(first, last, replaced, first + len(replaced), first + len(replaced))
    return Edit(first, last, replaced, first, first + len(replaced))


def table(text: str, at: int, column: str, cell: str) -> Edit:
    """Put a table of two columns and two rows below the line, its first word selected."""
    _start, end = line_at(text, at)
    gap = "" if not text[:end].strip() or text[:end].endswith("\n\n") else "\n\n"
    if text[:end].endswith("\n") and not text[:end].endswith("\n\n"):
        gap = "\n"
    rows = [f"| {column} 1 | {column} 2 |", "|---|---|"] + [f"| {cell} | {cell} |"] * 2
    made = gap + "\n".join(rows) + "\n"
    first = end + len(gap) + 2
    return Edit(end, end, made, first, first + len(f"{column} 1"))


def link(text: str, start: int, end: int, address: str) -> Edit:
    """Make the words selected a link; its address is selected to be typed."""
    words = text[start:end]
    made = f"[{words}]({address})"
    if not words:
        return Edit(start, end, made, start + 1, start + 1)
    first = start + len(words) + 3
    return Edit(start, end, made, first, first + len(address))


def continued(text: str, at: int) -> Edit | None:
    """Go on with a list or a quote in the next line; an empty item ends it. None: nothing to do."""
    start, end = line_at(text, at)
    found = _ITEM.match(text[start:end])
    if found is None or at < start + found.end():
        return None
    if not text[start + found.end() : end].strip():
        return Edit(start, end, "", start, start)
    mark = f"{int(found[3]) + 1}{found[2][-1]}" if found[3] else found[2]
    made = f"\n{found[1]}{mark}{found[4].replace('x', ' ').replace('X', ' ')}"
    return Edit(at, at, made, at + len(made), at + len(made))


def shelf(text: str, space: str) -> Edit | None:
    """Say in the front matter on which shelf the article goes."""
    if not text.startswith("---\n") or (end := text.find("\n---", 4)) < 0:
        return None
    found = re.compile(r"^space:.*$", re.MULTILINE).search(text, 4, end)
    made = f"space: {space}"
    if found:
        return Edit(found.start(), found.end(), made, found.end(), found.end())
    return Edit(end, end, f"\n{made}", end, end)


def line_at(text: str, at: int) -> tuple[int, int]:
    """Return where the line of a letter begins and ends."""
    start = text.rfind("\n", 0, at) + 1
    end = text.find("\n", at)
    return start, len(text) if end < 0 else end


def heading_number(text: str, at: int) -> int:
    """Count the headings down to the line of a letter, those in fences left out; -1 for none."""
    number, fenced = -1, False
    for line in text[: line_at(text, at)[1]].split("\n"):
        if line.lstrip().startswith(("```", "~~~")):
            fenced = not fenced
        elif not fenced and _HEADING.match(line):
            number += 1
    return number
