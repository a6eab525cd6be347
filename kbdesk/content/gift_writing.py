"""Questions out as GIFT. What GIFT has no word for is left out, and named."""

from collections.abc import Iterable

from kbdesk.content.gift import Item, NotCarried
from kbdesk.content.gift_answers import BLANK
from kbdesk.content.gift_text import escaped
from kbdesk.core.questions import Question, QuestionKind

_TRUE = {"vrai", "true"}
_PARTS = {3: "33.33333", 6: "16.66667", 7: "14.28571", 9: "11.11111"}  # as Moodle knows them


def write_gift(items: Iterable[Item]) -> tuple[str, list[NotCarried]]:
    """Return the text of a GIFT file, and what it does not hold."""
    lines: list[str] = []
    left_out: list[NotCarried] = []
    category = ""
    for item in items:
        inside, what = _inside(item.question), (item.name or item.question.text)[:60]
        if inside is None:
            left_out.append(NotCarried(what, "puts things in order: GIFT has no such question."))
            continue
        if _has_arrow(item.question):
            left_out.append(NotCarried(what, "has “->” in an answer, which GIFT takes for a pair."))
            continue
        if item.category != category:
            category = item.category
            lines += [f"$CATEGORY: {' '.join(category.split()) or '$course$'}", ""]
        name = f"::{escaped(item.name)}::" if item.name else ""
        lines += [f"{name}{_asked(item.question.text, inside)}", ""]
    return "\n".join(lines), left_out


def _has_arrow(question: Question) -> bool:
    sides = [side for pair in question.pairs for side in pair]
    texts = [answer.text for answer in question.offered]
    return any("->" in text for text in (*sides, *texts, *question.accepted))


def _asked(text: str, inside: str) -> str:
    """Write the question with its answers where they go: at the end, or in its blank."""
    before, blank, after = text.partition(BLANK)
    if blank and after.strip() and BLANK not in after:
        return f"{_begun(before)} {{{inside}}} {escaped(after)}"
    return f"{_begun(text)} {{{inside}}}"


def _begun(text: str) -> str:
    """Keep a text from being taken for a comment, or for the name of a format."""
    safe = escaped(text)
    if safe.startswith(("[", "//", "$")):
        return f"[plain]{safe}"
    return safe


def _inside(question: Question) -> str | None:
    said = f"####{escaped(question.explanation)}" if question.explanation else ""
    kind = question.kind
    if kind is QuestionKind.ORDERING:
        return None
    if kind is QuestionKind.TRUE_FALSE:
        right = next(answer.text for answer in question.offered if answer.right)
        return ("TRUE" if right.casefold().rstrip(".") in _TRUE else "FALSE") + said
    if kind is QuestionKind.SHORT:
        return " ".join(f"={escaped(text)}" for text in question.accepted) + said
    if kind is QuestionKind.MATCHING:
        pairs = (f"={escaped(left)} -> {escaped(right)}" for left, right in question.pairs)
        return " ".join(pairs) + said
    return _offered(question) + said


def _offered(question: Question) -> str:
    if question.kind is QuestionKind.SINGLE:
        return " ".join(
            f"{'=' if one.right else '~'}{escaped(one.text)}" for one in question.offered
        )
    rights = sum(one.right for one in question.offered)
    part = _PARTS.get(rights, f"{100 / rights:.5f}".rstrip("0").rstrip("."))
    return " ".join(
        f"~%{part if one.right else '-100'}%{escaped(one.text)}" for one in question.offered
    )
