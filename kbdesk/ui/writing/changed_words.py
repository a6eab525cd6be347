"""Which words of a text are not in the one it was made from, line by line. Qt-free."""

from dataclasses import dataclass

from kbdesk.core.word_diff import Mark, compare

MOST = 200_000  # letters: more are not compared while somebody types


@dataclass(frozen=True, slots=True)
class Span:
    """Letters of a line that are new."""

    line: int  # from 0
    start: int
    length: int


@dataclass(frozen=True, slots=True)
class Changed:
    """What is new in a text, and which lines something was changed in or taken out before."""

    spans: tuple[Span, ...] = ()
    lines: frozenset[int] = frozenset()

    @property
    def stretches(self) -> tuple[int, ...]:
        """The first line of each stretch of changed lines."""
        return tuple(line for line in sorted(self.lines) if line - 1 not in self.lines)


def changed(base: str | None, text: str) -> Changed:
    """Compare a text with what it was made from; a new one has nothing changed."""
    if base is None or len(base) + len(text) > MOST:
        return Changed()
    spans: list[Span] = []
    lines: set[int] = set()
    at = 0
    for line in compare(base.rstrip("\n"), text.rstrip("\n")):
        if line.changed:
            lines.add(at)
        if not line.after:
            continue
        column = 0
        for piece in line.pieces:
            if piece.mark is Mark.GONE:
                continue
            wide = len(piece.text.encode("utf-16-le")) // 2  # as Qt counts
            if piece.mark is Mark.NEW:
                spans.append(Span(at, column, wide))
            column += wide
        at += 1
    return Changed(tuple(spans), frozenset(lines))
