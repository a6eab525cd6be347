"""What was typed into the form of an announcement, and the notice that it makes. Qt-free."""

from dataclasses import asdict, dataclass, field, fields
from datetime import datetime
from typing import Any

from kbdesk.core.announcements import Level, Link, NoticeDraft, faults, place
from kbdesk.core.questions import Answer, Question, QuestionKind
from kbdesk.ui.announcements.when_typed import read_when, write_when

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
    dead: str = ""  # what is wrong with the article, by code, where it was looked up

    @property
    def begun(self) -> bool:
        """True once there is something that it would be a pity to lose."""
        words = (self.title, self.body, self.article, self.old, self.new, self.question, self.right)
        return any(word.strip() for word in words)

    def plain(self) -> dict[str, Any]:
        """Return it as it is kept while it is written."""
        return {name: asdict(self)[name] for name in _KEPT}


_KEPT = tuple(one.name for one in fields(Typed) if one.name not in {"kept", "dead"})


def typed_again(plain: dict[str, Any]) -> Typed:
    """Read what was kept; what another version of the desk wrote into it is left aside."""
    known = {name: plain[name] for name in _KEPT if _fits(plain.get(name), getattr(Typed(), name))}
    if "others" in known:
        known["others"] = tuple(str(one) for one in known["others"])
    if "level" in known:
        known["level"] = Level(known["level"])
    return Typed(**known)


def _fits(value: object, usual: object) -> bool:
    if isinstance(usual, Level):
        return value in list(Level)
    return isinstance(value, list if isinstance(usual, tuple) else type(usual))


def typed_of(draft: NoticeDraft) -> Typed:
    """Return the fields that would make a notice again."""
    link, check = draft.link, draft.check
    asked = check if check is not None and plain_choice(check) else None
    offered = asked.offered if asked is not None else ()
    return Typed(
        draft.level, draft.audience, draft.title, draft.body,
        f"{link.article}#{link.anchor}".rstrip("#") if link is not None else "",
        link.old if link else "", link.new if link else "",
        write_when(draft.starts), write_when(draft.ends), draft.receipt,
        asked.text if asked is not None else "",
        next((one.text for one in offered if one.right), ""),
        tuple(one.text for one in offered if not one.right),
        asked.explanation if asked is not None else "",
        check if asked is None else None,
    )  # fmt: skip


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
    if typed.dead:
        wrong["article"] = typed.dead
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
