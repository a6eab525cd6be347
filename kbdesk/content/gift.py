"""Moodle's GIFT: questions in from a file, and out to one.

What our questions cannot hold is left out and said, never bent: an essay, a number with a
tolerance, weights of part-right answers, feedback on a single answer. A question comes in only when
the block that it would become reads as the same question again. Names of categories and questions
are kept for whoever writes the file again (`Item`), and otherwise said.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from kbdesk.content.gift_answers import BLANK, Answers, read_answers
from kbdesk.content.gift_text import cut, parts, plain
from kbdesk.core.questions import BadQuestion, Question, parse_question

FORMATS = frozenset({"plain", "moodle", "markdown"})  # whose text is read as it stands


@dataclass(frozen=True, slots=True)
class Item:
    """A question with what a GIFT file says around it."""

    question: Question
    name: str = ""
    category: str = ""
    line: int = 0


@dataclass(frozen=True, slots=True)
class NotCarried:
    """What of a file, or of an article, was left out, and why."""

    what: str  # the beginning of the question, or its name
    why: str
    line: int = 0
    whole: bool = True  # the question itself; else a part of it

    def __str__(self) -> str:
        where = f"line {self.line}: " if self.line else ""
        return f"{where}“{self.what}” {self.why}"


@dataclass(slots=True)
class GiftIn:
    """What a GIFT file holds."""

    items: list[Item] = field(default_factory=list)
    left_out: list[NotCarried] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class _Block:
    """One question as it stands in the file."""

    line: int
    category: str
    name: str
    format: str
    text: str  # before the braces and behind them, with a blank between
    inside: str | None


def read_gift(text: str) -> GiftIn:
    """Read a GIFT file; whatever stands in it, nothing raises."""
    found = GiftIn()
    for block in _blocks(text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")):
        _take(block, found)
    return found


def _take(block: _Block, found: GiftIn) -> None:
    what = (block.name or block.text)[:60] or "…"

    def lose(why: str, *, whole: bool = True) -> None:
        found.left_out.append(NotCarried(what, why, block.line, whole))

    if block.inside is None:
        lose("is a text without an answer.")
        return
    answers = read_answers(block.inside)
    if answers.fault:
        lose(answers.fault)
        return
    question = _question(block.text, answers)
    if isinstance(question, str):
        lose(question)
        return
    found.items.append(Item(question, block.name, block.category, block.line))
    if block.format not in FORMATS | {""}:
        lose(f"is written as [{block.format}]: its marks are kept as they stand.", whole=False)
    for loss in answers.losses:
        lose(loss, whole=False)


def _question(text: str, answers: Answers) -> Question | str:
    """Make a question, or say why none can be made."""
    made = Question(
        answers.kind, " ".join(text.split()), answers.offered, answers.accepted, (),
        answers.pairs, answers.explanation,
    )  # fmt: skip
    try:
        again = parse_question(block_of(made), kind=made.kind.value)
    except BadQuestion as fault:
        return f"cannot be asked here: {fault.sentence}"
    same = (again.text, again.offered, again.accepted, again.pairs, again.explanation) == (
        made.text, made.offered, made.accepted, made.pairs, made.explanation,
    )  # fmt: skip
    return made if same else "holds marks that a block of questions would read otherwise."


def block_of(question: Question) -> str:
    """Write a question as the lines of a block."""
    lines = [question.text, ""]
    lines += [f"- [{'x' if one.right else ' '}] {one.text}" for one in question.offered]
    lines += [f"= {text}" for text in question.accepted]
    lines += [f"{number}. {text}" for number, text in enumerate(question.order, 1)]
    lines += [f"- {left} => {right}" for left, right in question.pairs]
    if question.explanation:
        lines += ["", f"> {question.explanation}"]
    return "\n".join(lines) + "\n"


def fenced(question: Question) -> str:
    """Write a question as a fenced block of an article."""
    inside = block_of(question)
    longest = max((len(run) for run in re.findall("`+", inside)), default=0)
    fence = "`" * max(3, longest + 1)
    try:
        is_plain = parse_question(inside).kind is question.kind
    except BadQuestion:
        is_plain = True
    word = "quiz" if is_plain else f"quiz {question.kind.value}"
    return f"{fence}{word}\n{inside}{fence}\n"


def _blocks(text: str) -> Iterator[_Block]:
    """Part a file into its questions, by empty lines outside of braces."""
    category = ""
    for line, chunk in parts(text):
        if chunk.startswith("$CATEGORY:"):
            category = " ".join(chunk.removeprefix("$CATEGORY:").split())
            continue
        name, chunk = _name(chunk)
        format_, chunk = _format(chunk)
        before, inside, after = cut(chunk)
        between = BLANK if inside is not None and after.strip() else ""
        whole = " ".join(filter(None, (plain(before), between, plain(after))))
        yield _Block(line, category, name, format_, whole, inside)


def _name(chunk: str) -> tuple[str, str]:
    found = re.match(r"::((?:\\.|[^\\:]|:(?!:))*)::", chunk)
    return (plain(found[1]), chunk[found.end() :]) if found else ("", chunk)


def _format(chunk: str) -> tuple[str, str]:
    found = re.match(r"\s*\[(html|moodle|plain|markdown)\]", chunk)
    return (found[1], chunk[found.end() :]) if found else ("", chunk.lstrip())


def categories(items: Iterable[Item]) -> list[str]:
    """Return the categories of a file, in their order."""
    return list(dict.fromkeys(item.category for item in items if item.category))
