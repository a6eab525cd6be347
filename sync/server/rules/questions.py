"""Whether a question can be asked and graded, and is not larger than a question is."""

from collections.abc import Sequence

from sync.protocol.bodies.learning import Question

MOST = 20  # answers
LONGEST = 2_000  # characters of an answer


def fault(question: Question) -> str:
    """Say in a sentence what is wrong with a question; nothing when it is sound."""
    texts = _texts(question)
    if not question.text.strip():
        return "The question asks nothing. Write what is asked."
    if len(texts) > 2 * MOST or any(len(text) > LONGEST for text in texts):
        return f"The question is too large. Offer at most {MOST} answers."
    if not all(text.strip() for text in texts) or not _fits(question):
        return "The question cannot be graded. Look at its answers again."
    return ""


def fair(answer: Sequence[str]) -> bool:
    """Return whether an answer is no larger than a person's."""
    return len(answer) <= 2 * MOST and all(len(text) <= LONGEST for text in answer)


def _texts(question: Question) -> list[str]:
    pairs = [side for pair in question.pairs for side in pair]
    return [text for text, _ in question.offered] + [*question.accepted, *question.order, *pairs]


def _fits(question: Question) -> bool:
    """Return whether the answers are those of its kind, and no others."""
    right = sum(good for _, good in question.offered)
    filled = {name for name in ("offered", "accepted", "order", "pairs") if getattr(question, name)}
    offered = len(question.offered)
    fits = {
        "single": filled == {"offered"} and offered >= 2 and right == 1,
        "multiple": filled == {"offered"} and offered >= 2 and right >= 1,
        "truefalse": filled == {"offered"} and offered == 2 and right == 1,
        "short": filled == {"accepted"},
        "ordering": filled == {"order"} and len(question.order) >= 2,
        "matching": filled == {"pairs"} and len(question.pairs) >= 2,
    }
    return fits.get(question.kind, False)
