"""The lively history of the sample, as operations of made-up people, each with its moment.

Nothing is sent from here. A demo's server plays all of them in the order of their moments
(`demo.py`), the sample without a server what its one person can have done (`sample_history.py`):
either by its own rules, so that the story cannot show what they would not take.
"""

import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from kbdesk.core.articles import Article
from kbdesk.core.identity import RANDOM_BYTES, uuid7
from kbdesk.core.paths import Step, StepKind, read_paths
from kbdesk.core.questions import Question, QuestionKind
from kbdesk.errors import Trouble
from kbdesk.services import bodies
from kbdesk.services.demo import story
from kbdesk.services.lists.spaces import mapping_of
from kbdesk.store.asked import id_of, to_wire
from kbdesk.store.moments import write_moment
from sync.protocol.bodies import announcements as said
from sync.protocol.bodies import editing, gaps, learning

ASKED = 14  # questions that the colleagues have answered
WRONG = (1, 4, 0, 2, 5, 1, 0, 3, 0, 1, 2, 0, 1, 0)  # of eight people, by question
FIRST = 1  # the revision of a text that was published once


@dataclass(frozen=True, slots=True)
class Deed:
    """One thing that somebody did, some hours ago."""

    person: str
    kind: str
    body: object
    hours: float = 0.0
    base_rev: int | None = None
    id: str = ""

    def at(self, now: datetime) -> datetime:
        return now - timedelta(hours=self.hours)

    def said(self) -> dict[str, Any]:
        """Return the body as plain values."""
        return self.body if isinstance(self.body, dict) else bodies.dump(self.body)

    def operation(self, now: datetime) -> dict[str, Any]:
        """Return it as it goes to a server."""
        at = self.at(now)
        asked = {
            "id": self.id or new_id(at), "kind": self.kind, "at": write_moment(at),
            "body": self.said(),
        }  # fmt: skip
        return asked if self.base_rev is None else asked | {"base_rev": self.base_rev}


class Material:
    """What the story speaks of: texts, steps and questions of the sample."""

    def __init__(self, articles: Iterable[Article], paths: str) -> None:
        self.articles = {one.id: one for one in articles}
        self._paths: Mapping[str, object] = mapping_of("paths", paths)

    def article(self, id_: str) -> Article:
        if id_ not in self.articles:
            raise Trouble(f"The sample has no article {id_}.", "Install kbdesk anew.")
        return self.articles[id_]

    @property
    def steps(self) -> tuple[Step, ...]:
        """The steps of the path that people follow."""
        path = next(one for one in read_paths(self._paths)[0] if one.id == story.PATH)
        return tuple(path.steps)

    @property
    def singles(self) -> list[tuple[str, Question]]:
        """The first questions with one right answer, each with its article."""
        found = [
            (one.id, placed.question)
            for one in sorted(self.articles.values(), key=lambda one: (one.path, one.id))
            for placed in one.questions
            if placed.question.kind is QuestionKind.SINGLE
        ]
        return found[:ASKED]


def history(material: Material, now: datetime) -> list[Deed]:
    """Return all that happened since the sample was published, the oldest first."""
    deeds = [
        *_sent(now),
        *_receipts(),
        _cohort(now),
        *_learnt(material),
        *_missed(),
        *_decided_gaps(material),
        *_edits(material),
        *_remarks(),
        *_verified(),
    ]
    return sorted(deeds, key=lambda deed: -deed.hours)


# announcements


def _sent(now: datetime) -> Iterator[Deed]:
    for notice in story.NOTICES:
        asked = said.AnnounceAsked(
            notice.id,
            notice.audience,
            notice.title,
            notice.body,
            notice.level,
            _moment(now, notice.starts),
            _moment(now, notice.ends),
            said.Passage(**notice.link) if notice.link else None,
            notice.receipt,
            learning.Question(**notice.check) if notice.check else None,
        )
        yield Deed(story.SUPERVISOR, "announce", asked, notice.sent)
    recalled = said.RecallAsked(*story.RECALLED)
    yield Deed(story.SUPERVISOR, "recall", recalled, story.RECALLED_AGO)


def _receipts() -> Iterator[Deed]:
    """Give how far people have come with what was sent, one soon after the other."""
    for number, person in enumerate(story.PEOPLE):
        for notice in story.NOTICES:
            state = notice.states.get(person, "")
            if state:
                right = tuple(text for text, so in _offered(notice) if so)
                answer = right if state == "understood" else ()
                body = said.ReceiptAsked(notice.id, 1, state, f"poste-{person}", answer)
                yield Deed(person, "receipt", body, notice.sent * (0.95 - number * 0.02))


def _offered(notice: story.Told) -> Sequence[tuple[str, bool]]:
    found: Sequence[tuple[str, bool]] = (notice.check or {}).get("offered", ())
    return found


# learning


def _cohort(now: datetime) -> Deed:
    target = (now + timedelta(days=18)).date().isoformat()
    cohort = learning.CohortAsked(
        story.COHORT, "Accueil de novembre", story.PATH, story.PUPILS, (story.SUPERVISOR,), target
    )
    return Deed(story.SUPERVISOR, "cohort", cohort, 24 * 9)


def _learnt(material: Material) -> Iterator[Deed]:
    """Give a cohort halfway through its path, and answers enough for figures to be told."""
    steps = material.steps
    for number, person in enumerate(story.PUPILS):
        for at, step in enumerate(steps[: len(steps) // 2 + 1 - 2 * number]):
            full = 100 if number % 2 == 0 else 83
            score = full if step.kind is StepKind.QUIZ else None
            body = learning.ProgressAsked(story.PATH, step.id, score=score, cohort=story.COHORT)
            yield Deed(person, "progress", body, 24 * (8 - at * 0.6))
    yield from _answers(material)


def _answers(material: Material) -> Iterator[Deed]:
    for at, person in enumerate(story.COLLEAGUES):
        for number, (article, question) in enumerate(material.singles):
            asked = to_wire(question)
            misses = (at + number) % len(story.COLLEAGUES) < WRONG[number]
            body = learning.ReviewAsked(
                id_of(question), article, asked, choice(question, right=not misses), question.tie,
                3, 8 + number, f"poste-{person}",
            )  # fmt: skip
            yield Deed(person, "review", body, 24 * (1 + at % 6))


def choice(question: Question, *, right: bool) -> tuple[str, ...]:
    """Return the right answer to a question with one, or a wrong one."""
    return next((one.text,) for one in question.offered if one.right is right)


# gaps


def _missed() -> Iterator[Deed]:
    asked = [
        *story.GAPS,
        *((query, "empty", days) for query, days in story.ANSWERED),
        (story.SET_ASIDE[0], "empty", story.SET_ASIDE[1]),
    ]
    people = (story.AGENT, *story.COLLEAGUES)
    for number, (query, how, days) in enumerate(asked):
        kind = "not_found" if how == "told" else "missed"
        person = people[number % len(people)]
        queue = "mobile" if "esim" in query else "facturation" if "facture" in query else ""
        body = gaps.NotFoundAsked(query, how, queue=queue)
        yield Deed(person, kind, body, 24 * days + 1 + number / 10, id=_gap_id(number))


def _decided_gaps(material: Material) -> Iterator[Deed]:
    first, article = len(story.GAPS), material.article("equipe/reclamation")
    proofs = tuple(gaps.Proof(_gap_id(first + number), 1) for number in range(len(story.ANSWERED)))
    closed = gaps.CloseGapsAsked(article.id, article.title, proofs)
    yield Deed(story.AUTHOR, "close_gaps", closed, 20)
    aside = (gaps.Proof(_gap_id(first + len(proofs)), 0),)
    dismissed = gaps.CloseGapsAsked(proofs=aside, why=story.SET_ASIDE[2])
    yield Deed(story.AUTHOR, "close_gaps", dismissed, 20)


def _gap_id(number: int) -> str:
    """Name a gap before it is made, so that closing it can speak of it."""
    return f"0193{number:04x}-0000-7000-8000-{number:012x}"


# edits, remarks, verifications


def _edits(material: Material) -> Iterator[Deed]:
    """Give edits that people propose: one was accepted, another met a change of the same lines."""
    for number, (article, before, after, why, person, days) in enumerate(story.EDITS):
        text = _changed(material.article(article).source, before, after)
        body = editing.SuggestAsked(article, text, comment=why)
        yield Deed(person, "suggest", body, 24 * days, FIRST, _edit_id(number))
        if number == story.TAKEN:
            taken = editing.SettleAsked(_edit_id(number), "accepted", text, "Bonne idée, merci.")
            yield Deed(story.AUTHOR, "settle", taken, 24 * story.TAKEN_AGO, FIRST)
    for person, words, days in story.WORDS:
        said = editing.DiscussAsked(_edit_id(story.ASKED_BACK), words)
        yield Deed(person, "discuss", said, 24 * days)
    yield _other_change(material)


def _other_change(material: Material) -> Deed:
    """Publish a change of lines that somebody, who does not know of it, wants changed too."""
    id_, before, after = story.OTHER_CHANGE
    found = material.article(id_)
    body = published(found, _changed(found.source, before, after))
    return Deed(story.AUTHOR, "publish", body, 24 * story.OTHER_CHANGE_AGO, FIRST)


def published(article: Article, text: str) -> dict[str, Any]:
    """Return what publishes a text of an article in the base."""
    return {
        "space": "base", "kind": "article", "id": article.id, "path": article.path, "body": text
    }  # fmt: skip


def _changed(text: str, before: str, after: str) -> str:
    return text.replace(before, after, 1) if before else f"{text.rstrip()}\n{after}"


def _edit_id(number: int) -> str:
    return f"0193e{number:03x}-0000-7000-8000-{number:012x}"


def _remarks() -> Iterator[Deed]:
    for number, (article, kind, anchor, words, person, days) in enumerate(story.REMARKS):
        body = editing.FeedbackAsked(article, kind, words, anchor, FIRST)
        yield Deed(person, "feedback", body, 24 * days, id=_remark_id(number))
    for number, state, words, days in story.ANSWERS:
        answer = editing.AnswerFeedbackAsked(_remark_id(number), state, words, story.AUTHOR)
        yield Deed(story.AUTHOR, "answer_feedback", answer, 24 * days)


def _remark_id(number: int) -> str:
    return f"0193f{number:03x}-0000-7000-8000-{number:012x}"


def _verified() -> Iterator[Deed]:
    taken = story.EDITS[story.TAKEN][0]
    for article in story.VERIFIED:
        rev = FIRST + (article == taken)
        yield Deed(story.AUTHOR, "verify", editing.VerifyAsked(article, "Relue en équipe."), 1, rev)


def _moment(now: datetime, hours: float | None) -> str:
    return "" if hours is None else write_moment(now + timedelta(hours=hours))


def new_id(at: datetime) -> str:
    return str(uuid7(at, os.urandom(RANDOM_BYTES)))
