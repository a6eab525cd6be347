"""What changed between two texts, word by word, line by line.

Lines are matched first, so that a row of a table or an item of a list is compared with the row or
item it was, and stays one line on the screen; only within a pair of lines are words compared. Every
letter of both texts is in the answer: what is the same and what is gone make the older text, what
is the same and what is new the newer one (a property test holds that for any two texts).
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum
from itertools import zip_longest

ALIKE = 0.4  # from which share of common words on two lines are two states of one line
MOST_PAIRS = 2_500  # of lines weighed against each other; more are paired in their order
_WORDS = re.compile(r"\w+|\s+|[^\w\s]")


class Mark(StrEnum):
    """What became of a piece of text."""

    SAME = "same"
    GONE = "gone"
    NEW = "new"


@dataclass(frozen=True, slots=True)
class Piece:
    """Some letters of a line and what became of them."""

    mark: Mark
    text: str


@dataclass(frozen=True, slots=True)
class Line:
    """A line of either text, or of both; `before` and `after` say in which it stands."""

    pieces: tuple[Piece, ...]
    before: bool = True
    after: bool = True

    @property
    def changed(self) -> bool:
        return not (self.before and self.after) or any(
            piece.mark is not Mark.SAME for piece in self.pieces
        )


def compare(before: str, after: str) -> tuple[Line, ...]:
    """Return the lines of both texts in reading order, each with its pieces."""
    old, new = before.split("\n"), after.split("\n")
    return tuple(_lines(old, new))


def texts_of(lines: Sequence[Line]) -> tuple[str, str]:
    """Put the two texts together again."""
    return _text(lines, Mark.GONE, "before"), _text(lines, Mark.NEW, "after")


def _text(lines: Sequence[Line], own: Mark, side: str) -> str:
    return "\n".join(
        "".join(piece.text for piece in line.pieces if piece.mark in {Mark.SAME, own})
        for line in lines
        if getattr(line, side)
    )


def _lines(old: list[str], new: list[str]) -> Iterator[Line]:
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    for tag, a, b, c, d in matcher.get_opcodes():
        if tag == "equal":
            yield from (_whole(line, Mark.SAME) for line in old[a:b])
        else:
            yield from _replaced(old[a:b], new[c:d])


def _replaced(old: list[str], new: list[str]) -> Iterator[Line]:
    for one, other in _pairs(old, new):
        if one is None:
            yield _whole(other or "", Mark.NEW)
        elif other is None:
            yield _whole(one, Mark.GONE)
        else:
            yield Line(tuple(_pieces(one, other)))


def _whole(line: str, mark: Mark) -> Line:
    pieces = (Piece(mark, line),) if line else ()
    return Line(pieces, mark is not Mark.NEW, mark is not Mark.GONE)


def _pairs(old: list[str], new: list[str]) -> Iterator[tuple[str | None, str | None]]:
    """Pair the lines that are two states of one; the others stand alone, what is gone first."""
    if len(old) * len(new) > MOST_PAIRS:
        yield from zip_longest(old, new)
        return
    i = j = 0
    for one, other in _best(old, new):
        yield from ((line, None) for line in old[i:one])
        yield from ((None, line) for line in new[j:other])
        yield old[one], new[other]
        i, j = one + 1, other + 1
    yield from ((line, None) for line in old[i:])
    yield from ((None, line) for line in new[j:])


def _best(old: list[str], new: list[str]) -> list[tuple[int, int]]:
    """Choose pairs in order so that together they have most in common."""
    alike = [[_likeness(one, other) for other in new] for one in old]
    best = [[0.0] * (len(new) + 1) for _ in range(len(old) + 1)]
    for i in range(len(old) - 1, -1, -1):
        for j in range(len(new) - 1, -1, -1):
            paired = alike[i][j] + best[i + 1][j + 1] if alike[i][j] else 0.0
            best[i][j] = max(best[i + 1][j], best[i][j + 1], paired)
    pairs, i, j = [], 0, 0
    while i < len(old) and j < len(new):
        if alike[i][j] and best[i][j] == alike[i][j] + best[i + 1][j + 1]:
            pairs.append((i, j))
            i, j = i + 1, j + 1
        elif best[i][j] == best[i + 1][j]:
            i += 1
        else:
            j += 1
    return pairs


def _likeness(one: str, other: str) -> float:
    """Return the share of common words, 0 below `ALIKE`."""
    matcher = SequenceMatcher(None, _words(one), _words(other), autojunk=False)
    if matcher.real_quick_ratio() < ALIKE or matcher.quick_ratio() < ALIKE:
        return 0.0
    ratio = matcher.ratio()
    return ratio if ratio >= ALIKE else 0.0


def _words(line: str) -> list[str]:
    return [word for word in _WORDS.findall(line) if not word.isspace()]


def _pieces(one: str, other: str) -> list[Piece]:
    old, new = _WORDS.findall(one), _WORDS.findall(other)
    found: list[Piece] = []
    for tag, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag == "equal":
            found.append(Piece(Mark.SAME, "".join(old[a:b])))
            continue
        found.append(Piece(Mark.GONE, "".join(old[a:b])))
        found.append(Piece(Mark.NEW, "".join(new[c:d])))
    return _joined([piece for piece in found if piece.text])


def _joined(pieces: list[Piece]) -> list[Piece]:
    """Tell three words in a row that changed as one change: a space between them is no news."""
    joined: list[Piece] = []
    gone: list[str] = []
    new: list[str] = []

    def flush() -> None:
        joined.extend(
            Piece(mark, "".join(parts))
            for mark, parts in ((Mark.GONE, gone), (Mark.NEW, new))
            if parts
        )
        gone.clear()
        new.clear()

    for index, piece in enumerate(pieces):
        more = index + 1 < len(pieces) and (gone or new)
        if piece.mark is Mark.SAME and piece.text.isspace() and more:
            if gone:
                gone.append(piece.text)
            if new:
                new.append(piece.text)
            if not (gone and new):  # the space stands in both texts
                (new if gone else gone).append(piece.text)
        elif piece.mark is Mark.SAME:
            flush()
            joined.append(piece)
        else:
            (gone if piece.mark is Mark.GONE else new).append(piece.text)
    flush()
    return joined
