"""What stands between the braces of a GIFT question, as the answers of one of ours."""

import re
from dataclasses import dataclass

from kbdesk.content.gift_text import plain, split_at
from kbdesk.core.questions import Answer, QuestionKind

BLANK = "_____"  # where the answer goes in a sentence
TRUE, FALSE = "Vrai", "Faux"
_TRUTH = {"T": True, "TRUE": True, "F": False, "FALSE": False}
_WEIGHT = re.compile(r"\s*%(-?\d+(?:\.\d+)?)%")
_NUMBER = r"[-+]?\d+(?:[.,]\d+)?"
_EXACT = re.compile(rf"({_NUMBER})(?::0+(?:\.0+)?)?")
_SAME_ENDS = re.compile(rf"({_NUMBER})\.\.({_NUMBER})")


@dataclass(frozen=True, slots=True)
class Answers:
    """Answers and what they lost; or the fault that makes them none of ours."""

    kind: QuestionKind = QuestionKind.SINGLE
    offered: tuple[Answer, ...] = ()
    accepted: tuple[str, ...] = ()
    pairs: tuple[tuple[str, str], ...] = ()
    explanation: str = ""
    losses: tuple[str, ...] = ()
    fault: str = ""


@dataclass(frozen=True, slots=True)
class _Given:
    """One answer of the file."""

    mark: str  # "=" or "~"
    text: str
    weight: float | None
    feedback: str


def read_answers(inside: str) -> Answers:
    """Read what stands between the braces."""
    bare, explanation = _explained(inside)
    if bare.lstrip().startswith("#"):
        return _numbers(bare.strip()[1:], explanation)
    first, *rest = split_at(bare, "#")
    truth = _TRUTH.get(first[1].strip().upper())
    if truth is not None:
        return _true_false(is_true=truth, feedback=[text for _, text in rest], said=explanation)
    if not bare.strip():
        return Answers(fault="asks for an essay, which nobody here can mark.")
    return _listed(bare, explanation)


def _listed(bare: str, explanation: str) -> Answers:
    given = [_given(mark, text) for mark, text in split_at(bare, "=~") if mark]
    if not given:
        return Answers(fault="has answers that GIFT does not know.")
    if any("->" in one.text for one in given):
        return _matching(given, explanation)
    if any(one.mark == "~" for one in given):
        return _choice(given, explanation)
    return _short(given, explanation)


def _explained(inside: str) -> tuple[str, str]:
    """Part the feedback on the whole question off."""
    at = inside.rfind("####")
    return (inside, "") if at < 0 else (inside[:at], plain(inside[at + 4 :]))


def _given(mark: str, text: str) -> _Given:
    (_, said), *feedback = split_at(text, "#")
    weight = _WEIGHT.match(said)
    rest = said[weight.end() :] if weight else said
    return _Given(
        mark,
        plain(rest),
        float(weight[1]) if weight else None,
        plain(" ".join(part for _, part in feedback)),
    )


def _explanation(given: list[_Given], said: str, right: set[str]) -> tuple[str, tuple[str, ...]]:
    """Return the explanation, and what of the feedback it does not hold."""
    own = [one.feedback for one in given if one.feedback and one.text in right]
    if not said and len(own) == 1:
        said, own = own[0], []
    others = [one for one in given if one.feedback and one.text not in right]
    lost = len(own) + len(others)
    return said, (f"loses the feedback on {lost} of its answers.",) if lost else ()


def _choice(given: list[_Given], said: str) -> Answers:
    right = {one.text for one in given if one.mark == "=" or (one.weight or 0) > 0}
    weights = {one.weight for one in given if one.text in right and one.weight is not None}
    is_multiple = not any(one.mark == "=" for one in given)
    if not right:
        return Answers(fault="has no right answer.")
    explanation, losses = _explanation(given, said, right)
    if len(weights) > 1 or (weights and not is_multiple and weights != {100.0}):
        losses = (*losses, "loses the weights of its answers: each counts the same.")
    many = is_multiple or len(right) > 1
    return Answers(
        QuestionKind.MULTIPLE if many else QuestionKind.SINGLE,
        offered=tuple(Answer(one.text, one.text in right) for one in given),
        explanation=explanation,
        losses=losses,
    )


def _short(given: list[_Given], said: str) -> Answers:
    whole = [one for one in given if one.weight is None or one.weight >= 100]
    if not whole:
        return Answers(fault="has no answer that is wholly right.")
    accepted = tuple(dict.fromkeys(one.text for one in whole))
    explanation, losses = _explanation(given, said, set(accepted))
    if len(whole) < len(given):
        losses = (*losses, f"loses {len(given) - len(whole)} answers that were right in part.")
    return Answers(QuestionKind.SHORT, accepted=accepted, explanation=explanation, losses=losses)


def _matching(given: list[_Given], said: str) -> Answers:
    sides = [one.text.partition("->") for one in given]
    pairs = tuple((left.strip(), right.strip()) for left, _, right in sides if left.strip())
    losses: tuple[str, ...] = ()
    if len(pairs) < len(given):
        losses = (f"loses {len(given) - len(pairs)} right sides that match nothing.",)
    if any(one.feedback for one in given):
        losses = (*losses, "loses the feedback on its pairs.")
    return Answers(QuestionKind.MATCHING, pairs=pairs, explanation=said, losses=losses)


def _true_false(*, is_true: bool, feedback: list[str], said: str) -> Answers:
    told = [plain(text) for text in feedback if text.strip()]
    if not said and len(told) == 1:
        said, told = told[0], []
    losses = ("loses the feedback on its answers.",) if told else ()
    offered = (Answer(TRUE, is_true), Answer(FALSE, not is_true))
    return Answers(QuestionKind.TRUE_FALSE, offered=offered, explanation=said, losses=losses)


def _numbers(text: str, said: str) -> Answers:
    """Take exact numbers; one with a tolerance would accept what our short answers refuse."""
    given = [_given(mark or "=", part) for mark, part in split_at(text, "=~") if part.strip()]
    accepted: list[str] = []
    for one in given:
        number = _exact(one.text)
        if number is None or (one.weight is not None and one.weight < 100):
            return Answers(fault="asks for a number within a tolerance.")
        accepted.append(number)
    if not accepted:
        return Answers(fault="has no right answer.")
    explanation, losses = _explanation(given, said, {one.text for one in given})
    return Answers(
        QuestionKind.SHORT,
        accepted=tuple(dict.fromkeys(accepted)),
        explanation=explanation,
        losses=losses,
    )


def _exact(text: str) -> str | None:
    exact, ends = _EXACT.fullmatch(text), _SAME_ENDS.fullmatch(text)
    if exact:
        return exact[1]
    return ends[1] if ends and ends[1] == ends[2] else None
