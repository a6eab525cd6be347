"""Questions as they are kept and sent, and back: the rules know one form, the protocol another."""

from kbdesk.core.questions import Answer, Question, QuestionKind
from sync.protocol import codec
from sync.protocol.bodies import learning
from sync.protocol.codec import Unbelievable


def to_wire(question: Question) -> learning.Question:
    return learning.Question(
        question.kind.value,
        question.text,
        tuple((answer.text, answer.right) for answer in question.offered),
        question.accepted,
        question.order,
        question.pairs,
        question.explanation,
    )


def to_core(asked: learning.Question, *, tie: str = "", line: int = 0) -> Question | None:
    """Return the question of a body, None for a kind that this desk does not know."""
    if asked.kind not in set(QuestionKind):
        return None
    return Question(
        QuestionKind(asked.kind),
        asked.text,
        tuple(Answer(text, right) for text, right in asked.offered),
        asked.accepted,
        asked.order,
        asked.pairs,
        asked.explanation,
        tie,
        line,
    )


def id_of(question: Question) -> str:
    """Name a question as everybody does."""
    from sync.protocol.grading import question_id  # late: its tables cost a start ten ms

    return question_id(to_wire(question))


def written(question: Question) -> str:
    return codec.encode(to_wire(question)).decode()


def read(text: str, *, tie: str = "", line: int = 0) -> Question | None:
    """Read what `written` gave, or what a newer kbdesk did; None when it is no question to us."""
    try:
        return to_core(codec.decode(text.encode(), learning.Question), tie=tie, line=line)
    except Unbelievable:
        return None
