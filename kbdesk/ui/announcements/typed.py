"""What was typed into the form of an announcement, and the notice that it makes. Qt-free."""

from dataclasses import dataclass, field
from datetime import datetime
from urllib.parse import parse_qs, unquote, urlsplit

from kbdesk.core.announcements import Level, Link, NoticeDraft, faults
from kbdesk.core.questions import Answer, Question, QuestionKind
from kbdesk.ui.announcements.when_typed import read_when

FIELDS = {"title": "title", "long": "body", "times": "ends", "past": "ends", "check": "question"}


@dataclass(frozen=True, slots=True)
class Typed:
    """The fields as they stand."""

    level: Level = Level.INFO
    audience: str = ""
    title: str = ""
    body: str = ""
    article: str = ""
    old: str = ""
    new: str = ""
    starts: str = ""
    ends: str = ""
    receipt: bool = False
    question: str = ""
    right: str = ""
    others: tuple[str, ...] = ()
    explanation: str = ""
    kept: Question | None = None  # a question of another kind, sent as it is


@dataclass(frozen=True, slots=True)
class Outcome:
    """A draft, or what is wrong: a code by the name of its field."""

    draft: NoticeDraft | None
    wrong: dict[str, str] = field(default_factory=dict)


def outcome(typed: Typed, now: datetime) -> Outcome:
    """Make a notice of what was typed; say all that is wrong at once."""
    wrong: dict[str, str] = {}
    starts = _moment(typed.starts, now, "starts", wrong)
    ends = _moment(typed.ends, now, "ends", wrong)
    if not typed.audience:
        wrong["audience"] = "audience"
    check = _question(typed, wrong)
    draft = NoticeDraft(
        typed.title.strip(), typed.body.strip(), typed.level, typed.audience, starts, ends,
        _link(typed), typed.receipt or typed.level is Level.CRITICAL, check,
    )  # fmt: skip
    for code in faults(draft, now):
        wrong.setdefault(FIELDS.get(code, "title"), code)
    return Outcome(None if wrong else draft, wrong)


def rough(typed: Typed) -> NoticeDraft:
    """Return what would be read, however unfinished: enough to weigh it."""
    check = _question(typed, {})
    body, title = typed.body.strip(), typed.title.strip()
    return NoticeDraft(title, body, typed.level, typed.audience, link=_link(typed), check=check)


def _moment(text: str, now: datetime, name: str, wrong: dict[str, str]) -> datetime | None:
    try:
        return read_when(text, now, end=name == "ends")
    except ValueError:
        wrong[name] = "when"
        return None


def _link(typed: Typed) -> Link | None:
    article, anchor = place(typed.article)
    return Link(article, anchor, typed.old.strip(), typed.new.strip()) if article else None


def place(text: str) -> tuple[str, str]:
    """Read where an article is: its id, with `#` a passage, or a link that was copied."""
    text = text.strip()
    try:
        parts = urlsplit(text)
    except ValueError:
        return text, ""
    if parts.scheme == "kbdesk":
        asked = parse_qs(parts.query)
        return next(iter(asked.get("article", [""]))), unquote(parts.fragment)
    id_, _, anchor = text.removeprefix("kb:").partition("#")
    return id_, anchor


def _question(typed: Typed, wrong: dict[str, str]) -> Question | None:
    if typed.kept is not None:
        return typed.kept
    asked, right = typed.question.strip(), typed.right.strip()
    others = [other.strip() for other in typed.others if other.strip()]
    if not (asked or right or others):
        return None
    if not (asked and right and others):
        wrong["question"] = "check"
        return None
    answers = (Answer(right, right=True), *(Answer(other, right=False) for other in others))
    if len({answer.text.casefold() for answer in answers}) < len(answers):
        wrong["question"] = "twice"
        return None
    return Question(QuestionKind.SINGLE, asked, answers, explanation=typed.explanation.strip())


def plain_choice(question: Question | None) -> bool:
    """Return whether the form can show a question in its fields."""
    if question is None:
        return True
    right = sum(answer.right for answer in question.offered)
    return question.kind is QuestionKind.SINGLE and right == 1 and len(question.offered) <= 4
