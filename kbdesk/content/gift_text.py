"""The letters of GIFT: what a backslash hides, where a question ends, where its braces stand."""

import re
from collections.abc import Iterator

_ESCAPED = re.compile(r"\\([\\~=#{}:n])")
_SPECIAL = re.compile(r"([\\~=#{}:])")


def plain(text: str) -> str:
    """Return a text as it reads: nothing hidden by a backslash, spaces and line ends evened."""
    said = _ESCAPED.sub(lambda found: " " if found[1] == "n" else found[1], text)
    return " ".join(said.split())


def escaped(text: str) -> str:
    """Write a text so that nothing in it means anything to GIFT."""
    return _SPECIAL.sub(r"\\\1", " ".join(text.split()))


def parts(text: str) -> Iterator[tuple[int, str]]:
    """Give (line, text) of each category and question; comments are left out."""
    held: list[str] = []
    begun, depth = 0, 0
    for number, line in enumerate(text.split("\n"), 1):
        if line.lstrip().startswith("//"):
            continue
        ends = not line.strip() and depth == 0
        if (ends or line.startswith("$CATEGORY:")) and held:
            yield begun, "\n".join(held).strip()
            held = []
        if line.startswith("$CATEGORY:"):
            yield number, line.strip()
        elif not ends:
            begun = begun if held else number
            held.append(line)
            depth = max(0, depth + _depth(line))
    if held:
        yield begun, "\n".join(held).strip()


def _depth(line: str) -> int:
    bare = _ESCAPED.sub("", line)
    return bare.count("{") - bare.count("}")


def cut(chunk: str) -> tuple[str, str | None, str]:
    """Part a question at its braces: before, inside (None where there are none), behind."""
    opened = _find(chunk, "{", 0)
    closed = _find(chunk, "}", opened + 1) if opened >= 0 else -1
    if closed < 0:
        return chunk, None, ""
    return chunk[:opened], chunk[opened + 1 : closed], chunk[closed + 1 :]


def _find(text: str, mark: str, start: int) -> int:
    """Find a mark that no backslash hides."""
    at = start
    while at < len(text):
        if text[at] == "\\":
            at += 2
        elif text[at] == mark:
            return at
        else:
            at += 1
    return -1


def split_at(text: str, marks: str) -> list[tuple[str, str]]:
    """Part a text at marks that no backslash hides: (mark, text up to the next), "" first."""
    found = [("", "")]
    at = start = 0
    while at < len(text):
        if text[at] == "\\":
            at += 2
            continue
        if text[at] in marks:
            found[-1] = (found[-1][0], text[start:at])
            found.append((text[at], ""))
            start = at + 1
        at += 1
    found[-1] = (found[-1][0], text[start:])
    return found
