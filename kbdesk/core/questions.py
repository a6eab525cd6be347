"""Questions: how a quiz block is written, and what makes it sound.

A block is a question, then its answers, then perhaps `> why`. The shape of the answers says the
kind, so an author never has to name it (a word after `quiz` may insist):

    single, multiple   a task list: `- [x] right`, `- [ ] wrong`; one right answer, or several
    truefalse          a task list of two, named true and false in French or English
    short              lines `= answer`, each an accepted answer
    ordering           a numbered list, written in the right order
    matching           a list of `- left => right`

A question carries the mark of the text it tests (`tie`): when that text changes in substance, it
sleeps. Spaces, punctuation and capitals are no substance; figures, with what stands inside them and
the signs around them, always are.
"""

import re
import unicodedata
from dataclasses import dataclass
from enum import StrEnum

from kbdesk.core.faults import Fault


class QuestionKind(StrEnum):
    """The ways of answering."""

    SINGLE = "single"
    MULTIPLE = "multiple"
    TRUE_FALSE = "truefalse"
    SHORT = "short"
    ORDERING = "ordering"
    MATCHING = "matching"


@dataclass(frozen=True, slots=True)
class Answer:
    """One answer offered."""

    text: str
    right: bool


@dataclass(frozen=True, slots=True)
class Question:
    """A question; of `offered`, `accepted`, `order` and `pairs` the kind fills one."""

    kind: QuestionKind
    text: str
    offered: tuple[Answer, ...] = ()  # single, multiple, truefalse
    accepted: tuple[str, ...] = ()  # short
    order: tuple[str, ...] = ()  # ordering, in the right order
    pairs: tuple[tuple[str, str], ...] = ()  # matching
    explanation: str = ""
    tie: str = ""  # `tie_of` the text it tests
    line: int = 0


@dataclass(frozen=True, slots=True)
class Placed:
    """A question with the plain text it tests, and the heading that this stands under."""

    question: Question
    passage: str
    anchor: str = ""
    heading: str = ""


class BadQuestion(ValueError):
    """A block that is no sound question: what is wrong, and the line where it shows."""

    def __init__(self, code: str, sentence: str, line: int, *values: str) -> None:
        super().__init__(sentence)
        self.sentence = sentence
        self.line = line
        self.fault = Fault(code, sentence, line, values)


_SUBSTANCE = re.compile(
    r"""(?:(?<![^\s(«"'])[-−])?\d+(?:[.,:/\s]?\d+)*  # a figure with its sign and its groups
    | [^\W\d_]+                                      # a word
    | [^\w\s.,;:!?…'’‘"“”«»()\[\]{}–—\-‐‑*•·|]        # a sign: %, €, <, +
    """,
    re.VERBOSE,
)
_TASK = re.compile(r"[-*+]\s+\[([ xX])\]\s+(.*)")
_ACCEPTED = re.compile(r"=\s*(.+)")
_NUMBERED = re.compile(r"\d{1,9}[.)]\s+(.*)")
_PAIR = re.compile(r"[-*+]\s+(.*?)\s*=>\s*(.*)")
_ITEM = re.compile(r"[-*+]\s")
_WHY = re.compile(r">\s?(.*)")
_TRUE_FALSE = ({"vrai", "faux"}, {"true", "false"})
_SHAPES = (("task", _TASK), ("accepted", _ACCEPTED), ("numbered", _NUMBERED), ("pair", _PAIR))
_Found = tuple[str, tuple[str, ...]]  # the shape of an answer line, and its parts


def tie_of(passage: str) -> str:
    """Return the mark of a text: another one when it has changed in substance."""
    import hashlib  # late: it brings OpenSSL, 3 MB that a desk at rest does without

    plain = unicodedata.normalize("NFC", passage).casefold()
    parts = ("".join(part.split()) for part in _SUBSTANCE.findall(plain))
    return hashlib.sha256(" ".join(parts).encode("utf-8", "surrogatepass")).hexdigest()


def parse_question(text: str, *, kind: str = "", tie: str = "", line: int = 0) -> Question:
    """Read one block; `kind` is the word after `quiz`, `line` the line of the fence.

    Raises BadQuestion on anything that could not be asked and graded.
    """
    asked, answers, why = _split(text, line)
    if not asked:
        raise BadQuestion("asks_nothing", "This question asks nothing.", line)
    shapes = {shape for shape, _parts in answers}
    if len(shapes) != 1:
        if not shapes:
            raise BadQuestion("no_answer", "This question offers no answer.", line)
        raise BadQuestion("two_ways", "This question mixes two ways of answering.", line)
    question = _build(shapes.pop(), [parts for _shape, parts in answers], line)
    _insist(kind, question.kind, line)
    return Question(
        QuestionKind(kind or question.kind),
        asked, question.offered, question.accepted, question.order, question.pairs,
        why, tie, line,
    )  # fmt: skip


def _split(text: str, line: int) -> tuple[str, list[_Found], str]:
    """Cut a block into its question, its answer lines and its explanation."""
    asked: list[str] = []
    answers: list[_Found] = []
    why: list[str] = []
    for number, raw in enumerate(text.splitlines(), line + 1):
        stripped = raw.strip()
        explained = _WHY.match(stripped)
        if explained and answers:
            why.append(explained[1])
        elif stripped and why:
            raise BadQuestion("after_why", "Nothing may follow the explanation.", number)
        elif stripped:
            _sort_line(stripped, asked, answers, number)
    return " ".join(asked), answers, " ".join(filter(None, why))


def _sort_line(text: str, asked: list[str], answers: list[_Found], number: int) -> None:
    for shape, pattern in _SHAPES:
        found = pattern.match(text)
        if found:
            answers.append((shape, tuple(part.strip() for part in found.groups())))
            return
    if answers or (_ITEM.match(text) and asked):
        shown = text[:60]
        told = f"“{shown}” is neither an answer nor an explanation."
        raise BadQuestion("no_part", told, number, shown)
    asked.append(text)


def _build(shape: str, parts: list[tuple[str, ...]], line: int) -> Question:
    if any(not part for part in _texts(shape, parts)):
        raise BadQuestion("empty_answer", "An answer of this question is empty.", line)
    if shape == "task":
        return _choice(tuple(Answer(text, bool(mark)) for mark, text in parts), line)
    if shape == "accepted":
        return Question(QuestionKind.SHORT, "", accepted=tuple(text for (text,) in parts))
    if len(parts) < 2:
        raise BadQuestion("one_item", "One item alone can be neither ordered nor matched.", line)
    if shape == "numbered":
        return _distinct_order(tuple(text for (text,) in parts), line)
    return _matching(tuple((left, right) for left, right in parts), line)


def _texts(shape: str, parts: list[tuple[str, ...]]) -> list[str]:
    if shape == "task":
        return [text for _mark, text in parts]
    return [text for part in parts for text in part]


def _choice(offered: tuple[Answer, ...], line: int) -> Question:
    names = [answer.text.casefold().rstrip(".") for answer in offered]
    right = sum(answer.right for answer in offered)
    if len(set(names)) != len(names):
        raise BadQuestion("answer_twice", "The same answer is offered twice.", line)
    if not right:
        raise BadQuestion("none_right", "No answer of this question is right (`- [x]`).", line)
    if len(offered) < 2:
        raise BadQuestion("one_answer", "One answer alone is no choice.", line)
    if set(names) in _TRUE_FALSE and right == 1:
        return Question(QuestionKind.TRUE_FALSE, "", offered)
    return Question(QuestionKind.SINGLE if right == 1 else QuestionKind.MULTIPLE, "", offered)


def _distinct_order(order: tuple[str, ...], line: int) -> Question:
    if len({item.casefold() for item in order}) != len(order):
        raise BadQuestion("item_twice", "Two items to order are the same.", line)
    return Question(QuestionKind.ORDERING, "", order=order)


def _matching(pairs: tuple[tuple[str, str], ...], line: int) -> Question:
    if len({left.casefold() for left, _right in pairs}) != len(pairs):
        raise BadQuestion("item_twice", "Two items to match are the same.", line)
    return Question(QuestionKind.MATCHING, "", pairs=pairs)


_MAY_BE = {QuestionKind.SINGLE: QuestionKind.MULTIPLE, QuestionKind.TRUE_FALSE: QuestionKind.SINGLE}


def _insist(word: str, kind: QuestionKind, line: int) -> None:
    """Refuse a kind that the answers contradict; one right answer may still be `multiple`."""
    if word and word not in set(QuestionKind):
        shown = word[:40]
        raise BadQuestion("no_kind", f"“{shown}” is no kind of question.", line, shown)
    if word and word != kind and _MAY_BE.get(kind) != word:
        told = f"The answers are those of a “{kind}” question, not “{word}”."
        raise BadQuestion("other_kind", told, line, kind.value, word)
