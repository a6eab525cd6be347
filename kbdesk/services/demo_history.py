"""The demo's lively history, made through the operations that real desks make.

Each made-up colleague signs in and sends what they did, all at once as after a day offline: the
server's own rules make of it what they make of everything. The story has three acts: what is sent
and published, what people did with it, what was decided. It is made once, and a marker in the
demo's folder says so.
"""

import json
import logging
import os
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from kbdesk.core.identity import RANDOM_BYTES, uuid7
from kbdesk.errors import ServerTrouble
from kbdesk.services import bodies
from kbdesk.services import demo_story as story
from kbdesk.services.workspace import Workspace
from kbdesk.store.asked import to_wire
from kbdesk.store.moments import write_moment
from sync.client.http import Entrance, HttpTransport
from sync.protocol import codec, wire
from sync.protocol.bodies import announcements as said
from sync.protocol.bodies import editing, gaps, learning

log = logging.getLogger(__name__)

ASKED = 14  # questions that the colleagues have answered
WRONG = (1, 4, 0, 2, 5, 1, 0, 3, 0, 1, 2, 0, 1, 0)  # of eight people, by question


@dataclass(frozen=True, slots=True)
class Deed:
    """One thing that somebody did, some hours ago."""

    person: str
    kind: str
    body: object
    hours: float = 0.0
    base_rev: int | None = None
    id: str = ""


class Stage:
    """People who are signed in, and what they send."""

    def __init__(self, url: str, password: str, now: datetime) -> None:
        self._url, self._password, self._now = url, password, now
        self._folder = tempfile.TemporaryDirectory()
        self._lines: dict[str, HttpTransport] = {}

    def play(self, act: Iterable[Deed]) -> int:
        """Send the deeds of an act, those of one person together; return how many there were."""
        by_person: dict[str, list[Deed]] = {}
        for deed in act:
            by_person.setdefault(deed.person, []).append(deed)
        for deeds in by_person.values():
            for start in range(0, len(deeds), wire.PUSH_OPERATIONS):
                self._send(deeds[start : start + wire.PUSH_OPERATIONS])
        return sum(map(len, by_person.values()))

    def _send(self, deeds: Sequence[Deed]) -> None:
        asked = tuple(self._operation(deed) for deed in deeds)
        results = self._line(deeds[0].person).push(wire.Push(asked)).results
        for deed, result in zip(deeds, results, strict=True):
            if result.status not in {wire.Status.APPLIED, wire.Status.DUPLICATE}:
                # As after a demo that was ended while it was made: what is there is there.
                log.info("%s of %s was not taken: %s", deed.kind, deed.person, result.reason)

    def _operation(self, deed: Deed) -> wire.Operation:
        at = self._now - timedelta(hours=deed.hours)
        id_ = deed.id or new_id(at)
        body = deed.body if isinstance(deed.body, dict) else bodies.dump(deed.body)
        said: dict[str, Any] = {"id": id_, "kind": deed.kind, "at": write_moment(at), "body": body}
        if deed.base_rev is not None:
            said["base_rev"] = deed.base_rev
        return codec.decode(json.dumps(said, ensure_ascii=False).encode(), wire.Operation)

    def _line(self, person: str) -> HttpTransport:
        if person not in self._lines:
            entrance = Entrance(self._url)
            try:
                asked = wire.SignIn(person, self._password, f"poste-{person}")
                session = entrance.sign_in(asked)
            finally:
                entrance.close()
            folder = Path(self._folder.name)
            self._lines[person] = HttpTransport(self._url, session.token, folder)
        return self._lines[person]

    def close(self) -> None:
        """Sign everybody out and let go."""
        for line in self._lines.values():
            line.sign_out()
            line.close()
        self._folder.cleanup()


def make_history(workspace: Workspace, url: str, password: str) -> int:
    """Play the story over a base that was just published; return how many operations it took.

    `workspace` is that of who published it: texts, questions and paths are read from there.
    """
    now = workspace.clock.now()
    stage = Stage(url, password, now)
    ids = [new_id(now) for _ in story.EDITS]
    published = (*_sent(now), _cohort(now), _other_change(workspace))
    lived = (
        *_receipts(), *_learnt(workspace), *_missed(), *_suggested(workspace, ids), *_remarks(),
    )  # fmt: skip
    decided = (
        Deed(story.SUPERVISOR, "recall", said.RecallAsked(*story.RECALLED)),
        *_decided_gaps(workspace),
        _taken(workspace, ids),
        *_answered(),
        *_verified(workspace),
    )
    try:
        return sum(stage.play(act) for act in (published, lived, decided))
    finally:
        stage.close()


# announcements


def _sent(now: datetime) -> Iterator[Deed]:
    for notice in story.NOTICES:
        yield Deed(
            story.SUPERVISOR,
            "announce",
            said.AnnounceAsked(
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
            ),
            1.5,
        )


def _receipts() -> Iterator[Deed]:
    """Give how far people have come with what was sent."""
    hours = 1.2
    for person in story.PEOPLE:
        for notice in story.NOTICES:
            state = notice.states.get(person, "")
            if state:
                right = tuple(text for text, so in _offered(notice) if so)
                answer = right if state == "understood" else ()
                body = said.ReceiptAsked(notice.id, 1, state, f"poste-{person}", answer)
                yield Deed(person, "receipt", body, hours)
        hours -= 0.07


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


def _learnt(workspace: Workspace) -> Iterator[Deed]:
    """Give a cohort halfway through its path, and answers enough for figures to be told."""
    steps = _steps(workspace)
    for number, person in enumerate(story.PUPILS):
        for at, (step, is_test) in enumerate(steps[: len(steps) // 2 + 1 - 2 * number]):
            score = (100 if number % 2 == 0 else 83) if is_test else None
            body = learning.ProgressAsked(story.PATH, step, score=score, cohort=story.COHORT)
            yield Deed(person, "progress", body, 24 * (8 - at * 0.6))
    yield from _answers(workspace)


def _steps(workspace: Workspace) -> list[tuple[str, bool]]:
    path = workspace.live.coaching.path(story.PATH)
    return [(one.step.id, one.step.kind == "quiz") for one in path.steps]


def _answers(workspace: Workspace) -> Iterator[Deed]:
    dues = workspace.live.coaching.asking()
    singles = [due for due in dues if due.asked.kind.value == "single"][:ASKED]
    for at, person in enumerate(story.COLLEAGUES):
        for number, due in enumerate(singles):
            asked = to_wire(due.asked)
            right = tuple(text for text, so in asked.offered if so)
            wrong = next(((text,) for text, so in asked.offered if not so), right)
            misses = (at + number) % len(story.COLLEAGUES) < WRONG[number]
            body = learning.ReviewAsked(
                due.id, due.tested.article, asked, wrong if misses else right, due.asked.tie,
                3, 8 + number, f"poste-{person}",
            )  # fmt: skip
            yield Deed(person, "review", body, 24 * (1 + number % 6))


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


def _decided_gaps(workspace: Workspace) -> Iterator[Deed]:
    first = len(story.GAPS)
    article = "equipe/reclamation"
    title = workspace.knowledge.article(article).title
    proofs = tuple(gaps.Proof(_gap_id(first + number), 1) for number in range(len(story.ANSWERED)))
    closed = gaps.CloseGapsAsked(article, title, proofs)
    yield Deed(story.AUTHOR, "close_gaps", closed, 20)
    aside = (gaps.Proof(_gap_id(first + len(proofs)), 0),)
    dismissed = gaps.CloseGapsAsked(proofs=aside, why=story.SET_ASIDE[2])
    yield Deed(story.AUTHOR, "close_gaps", dismissed, 20)


def _gap_id(number: int) -> str:
    """Name a gap before it is made, so that closing it can speak of it."""
    return f"0193{number:04x}-0000-7000-8000-{number:012x}"


# edits and remarks


def _other_change(workspace: Workspace) -> Deed:
    """Publish a change of lines that somebody, who does not know of it, wants changed too."""
    article, before, after = story.OTHER_CHANGE
    found, rev = _text(workspace, article)
    home = workspace.entities.one("article", article)
    assert home is not None
    published = {
        "space": home.space, "kind": "article", "id": article,
        "path": workspace.articles.path_of(article), "body": _changed(found, before, after),
    }  # fmt: skip
    return Deed(story.AUTHOR, "publish", published, 26, rev)


def _suggested(workspace: Workspace, ids: Sequence[str]) -> Iterator[Deed]:
    for id_, (article, before, after, why, person) in zip(ids, story.EDITS, strict=True):
        found, rev = _text(workspace, article)
        body = editing.SuggestAsked(article, _changed(found, before, after), comment=why)
        yield Deed(person, "suggest", body, 30, rev, id_)


def _taken(workspace: Workspace, ids: Sequence[str]) -> Deed:
    """Accept one of the edits."""
    taken = story.EDITS[story.TAKEN]
    found, rev = _text(workspace, taken[0])
    return Deed(
        story.AUTHOR,
        "settle",
        editing.SettleAsked(
            ids[story.TAKEN], "accepted", _changed(found, taken[1], taken[2]), "Bonne idée, merci."
        ),
        3,
        rev,
    )


def _text(workspace: Workspace, article: str) -> tuple[str, int]:
    found = workspace.entities.one("article", article)
    if found is None:
        raise ServerTrouble(f"The sample has no article {article}.", "Try kbdesk demo --fresh.")
    return found.body, found.rev


def _changed(text: str, before: str, after: str) -> str:
    return text.replace(before, after, 1) if before else f"{text.rstrip()}\n{after}"


def _remarks() -> Iterator[Deed]:
    for number, (article, kind, anchor, words, person, days) in enumerate(story.REMARKS):
        body = editing.FeedbackAsked(article, kind, words, anchor, 1)
        yield Deed(person, "feedback", body, 24 * days, id=_remark_id(number))


def _answered() -> Iterator[Deed]:
    for number, state, words in story.ANSWERS:
        answer = editing.AnswerFeedbackAsked(_remark_id(number), state, words, story.AUTHOR)
        yield Deed(story.AUTHOR, "answer_feedback", answer, 5)


def _remark_id(number: int) -> str:
    return f"0193f{number:03x}-0000-7000-8000-{number:012x}"


def _verified(workspace: Workspace) -> Iterator[Deed]:
    taken = story.EDITS[story.TAKEN][0]
    for article in story.VERIFIED:
        rev = _text(workspace, article)[1] + (article == taken)
        body = editing.VerifyAsked(article, "Relue ce matin.")
        yield Deed(story.AUTHOR, "verify", body, 1, rev)


def _moment(now: datetime, hours: float | None) -> str:
    return "" if hours is None else write_moment(now + timedelta(hours=hours))


def new_id(at: datetime) -> str:
    return str(uuid7(at, os.urandom(RANDOM_BYTES)))
