"""Two texts of one article, stretch by stretch, so that a person takes the whole or a part.

Three texts are looked at together: what an edit was made from, the edit, and what is published now.
Where only the edit differs from the first, it is offered; where only others have changed something,
theirs stands; where both did, both are kept and a person decides. Lines are what is compared, as
the server does (`sync.protocol.conflicts`, to whose verdicts a test holds these), and no clock is
asked: what was made from what decides, never when.
"""

import unicodedata
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum

import merge3

from kbdesk.core.word_diff import Line, Mark, Piece, compare

COMPARED = 40_000  # letters of a stretch compared word by word; a longer one is told line by line
_Stretch = tuple[list[str], list[str], list[str], bool]  # base, mine, theirs, and all three alike


class Verdict(StrEnum):
    """How a text made from another stands to what is published now."""

    FRESH = "fresh"  # nobody changed it meanwhile
    SAME = "same"  # it says what is published already
    CLEAN = "clean"  # others changed it too, elsewhere
    CLASH = "clash"  # others changed the same lines
    GONE = "gone"  # it was taken out meanwhile
    UNKNOWN = "unknown"  # what it was made from is not kept any more


class Fate(StrEnum):
    """What became of one change of a suggestion that was decided about."""

    TAKEN = "taken"  # it stands as it was proposed
    REWORDED = "reworded"  # other words stand there now
    LEFT = "left"  # what was there before stands


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch of lines: as it is published now, and as it is proposed."""

    n: int  # its place among the blocks
    before: str
    after: str
    lines: tuple[Line, ...]  # both, word by word
    clash: bool = False  # others changed it too
    base: str = ""  # what both started from, of a clash

    @property
    def changed(self) -> bool:
        return self.before != self.after


def normal(text: str) -> str:
    """Bring a text to the form in which texts are compared: NFC, LF, a final newline."""
    plain = unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n"))
    return plain if not plain or plain.endswith("\n") else plain + "\n"


def weigh(base: str | None, mine: str, theirs: str | None) -> Verdict:
    """Say how a text made from `base` stands to what is published; None: no longer kept, or out."""
    if theirs is None:
        return Verdict.GONE
    if normal(mine) == normal(theirs):
        return Verdict.SAME
    if base is None:
        return Verdict.UNKNOWN
    if normal(base) == normal(theirs):
        return Verdict.FRESH
    clash = any(block.clash for block in blocks(base, mine, theirs))
    return Verdict.CLASH if clash else Verdict.CLEAN


def blocks(base: str | None, mine: str, theirs: str) -> tuple[Block, ...]:
    """Cut two texts into stretches: what `mine` changes against `theirs`, and what it leaves.

    Without a base every difference is offered, and what others wrote meanwhile may be among what
    it would take away: the reviewer sees it.
    """
    if base is None:
        found = list(_two(_cut(mine), _cut(theirs)))
    else:
        found = list(_three(_cut(base), _cut(mine), _cut(theirs)))
    return tuple(
        _block(n, "".join(before), "".join(after), clash=clash, base="".join(start))
        for n, (start, after, before, clash) in enumerate(_joined(found))
    )


def partly(parts: Sequence[Block], taken: Collection[int]) -> str:
    """Write the text in which the changes named by number are made and the others are not."""
    return "".join(part.after if part.n in taken else part.before for part in parts)


def whole(parts: Sequence[Block]) -> str | None:
    """Write the text with every change made; None where somebody has to decide between two."""
    if any(part.clash for part in parts):
        return None
    return "".join(part.after for part in parts)


def fates(parts: Sequence[Block], stands: str) -> dict[int, Fate]:
    """Say of each change, against the text it was made from, what became of it in `stands`."""
    start = partly(parts, ())
    return {part.n: _fate(start, partly(parts, {part.n}), stands) for part in parts if part.changed}


def _fate(start: str, wanted: str, stands: str) -> Fate:
    """Ask whether one change alone still has anything to say to what stands."""
    left = [part for part in blocks(start, wanted, stands) if part.changed]
    if not left:
        return Fate.TAKEN
    return Fate.REWORDED if any(part.clash for part in left) else Fate.LEFT


def _cut(text: str) -> list[str]:
    return normal(text).splitlines(keepends=True)  # as the server cuts it


def _three(base: list[str], mine: list[str], theirs: list[str]) -> Iterator[_Stretch]:
    """Give stretches as (base, what is proposed, what is published, whether both changed it)."""
    z = a = b = 0
    for z1, z2, a1, a2, b1, b2 in merge3.Merge3(base, mine, theirs).find_sync_regions():
        yield _told(base[z:z1], mine[a:a1], theirs[b:b1])
        yield base[z1:z2], mine[a1:a2], theirs[b1:b2], False
        z, a, b = z2, a2, b2


def _told(base: list[str], mine: list[str], theirs: list[str]) -> _Stretch:
    if mine in (base, theirs):  # theirs alone, or the very same change
        return base, theirs, theirs, False
    return base, mine, theirs, theirs != base


def _two(mine: list[str], theirs: list[str]) -> Iterator[_Stretch]:
    matcher = SequenceMatcher(None, theirs, mine, autojunk=False)
    for _, a, b, c, d in matcher.get_opcodes():
        yield [], mine[c:d], theirs[a:b], False


def _joined(found: list[_Stretch]) -> Iterator[_Stretch]:
    """Leave out what is empty, and put together what stays as it is."""
    kept: list[str] = []
    for base, mine, theirs, clash in found:
        if mine == theirs:
            kept += theirs
            continue
        if kept:
            yield [], kept, kept, False
            kept = []
        yield base if clash else [], mine, theirs, clash
    if kept:
        yield [], kept, kept, False


def _all_of(text: str, mark: Mark) -> Iterator[Line]:
    gone = mark is Mark.GONE
    for line in _cut(text):
        yield Line((Piece(mark, line.removesuffix("\n")),), gone, not gone)


def _block(n: int, before: str, after: str, *, clash: bool, base: str) -> Block:
    if len(before) + len(after) > COMPARED:
        lines = (*_all_of(before, Mark.GONE), *_all_of(after, Mark.NEW))
        return Block(n, before, after, lines, clash, base)
    lines = compare(before.removesuffix("\n"), after.removesuffix("\n"))
    if not before or not after:  # one side has no line at all, not an empty one
        lines = tuple(Line(one.pieces, bool(before), bool(after)) for one in lines if one.pieces)
    return Block(n, before, after, lines, clash, base)
