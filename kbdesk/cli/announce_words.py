"""What `kbdesk announce` prints: plain values for programs, pages for people."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from kbdesk.core.announcements import Graded, Notice, State
from kbdesk.core.attention import Cost
from kbdesk.core.questions import Question, QuestionKind
from kbdesk.core.receipts_board import Board, BoardRow, Sent
from kbdesk.errors import Trouble
from kbdesk.services.announcements.announcing import NoSuchAnnouncement
from kbdesk.services.announcements.informing import NoSuchNotice
from kbdesk.services.workspace import Workspace

STATES = {
    State.NOT_DELIVERED: "not delivered",
    State.DELIVERED: "delivered",
    State.SHOWN: "shown",
    State.ACKNOWLEDGED: "acknowledged",
    State.UNDERSTOOD: "understood",
}


def one_notice(workspace: Workspace, typed: str) -> Notice:
    """Return the notice to me that an id, or the beginning of one, names."""
    known = {notice.id: notice for notice in workspace.live.informing.known()}
    found = _meant(typed, list(known))
    if found is None:
        raise NoSuchNotice(typed)
    return known[found]


def one_sent(workspace: Workspace, typed: str) -> Sent:
    """Return the notice sent that an id, or the beginning of one, names."""
    known = {one.sent.id: one.sent for one in workspace.live.announcing.sent()}
    found = _meant(typed, list(known))
    if found is None:
        raise NoSuchAnnouncement(typed)
    return known[found]


def _meant(typed: str, ids: Sequence[str]) -> str | None:
    if typed in ids:
        return typed
    begin = [id_ for id_ in ids if typed and id_.startswith(typed)]
    if len(begin) > 1:
        raise Trouble(f"“{typed}” names {len(begin)} announcements.", "Give more of the id.")
    return begin[0] if begin else None


def sent_state(workspace: Workspace, id_: str) -> dict[str, Any]:
    """Say whether a notice is at the server, waits here, or was not taken."""
    one = one_sent(workspace, id_)
    return {"waiting": one.waiting, "refused": one.refused, "version": one.version}


def too_much(cost: Cost) -> tuple[str, str]:
    """Say that a day is full, and what to do."""
    minutes = cost.busiest.total_seconds() / 60
    sentence = (
        f"Somebody would have {minutes:.1f} minutes of announcements to read that day; "
        f"this one costs {cost.minutes} minutes of work in all."
    )
    return sentence, "Shorten it, choose another day with --starts, or send it with --yes."


# values


def notice_values(one: Notice) -> dict[str, Any]:
    """Return a notice to me as programs read it."""
    return {
        "id": one.id,
        "level": one.level.value,
        "title": one.title,
        "body": one.body,
        "by": one.by,
        "at": _moment(one.at),
        "starts": _moment(one.starts),
        "ends": _moment(one.ends),
        "version": one.version,
        "edited": _moment(one.edited),
        "state": one.state.value,
        "asks": one.goal.value,
        "unread": one.unread,
        "done": one.done,
        "changed": one.changed,
        "article": f"{one.link.article}#{one.link.anchor}".rstrip("#") if one.link else "",
        "old": one.link.old if one.link else "",
        "new": one.link.new if one.link else "",
        "question": _question(one.check),
        "wrong_answers": one.wrong,
        "recalled": one.recalled.why if one.recalled else "",
    }


def _question(asked: Question | None) -> dict[str, Any] | None:
    """Return a question without what would answer it."""
    if asked is None:
        return None
    return {"kind": asked.kind.value, "text": asked.text, "answers": list(_choices(asked))}


def _choices(asked: Question) -> Sequence[str]:
    if asked.kind is QuestionKind.ORDERING:
        return sorted(asked.order)
    if asked.kind is QuestionKind.MATCHING:
        return sorted(right for _, right in asked.pairs)
    return [answer.text for answer in asked.offered]


def sent_values(one: Sent) -> dict[str, Any]:
    """Return a notice that was sent as programs read it."""
    return {
        "id": one.id,
        "level": one.level.value,
        "title": one.title,
        "audience": one.audience,
        "by": one.by,
        "at": _moment(one.at),
        "starts": _moment(one.starts),
        "ends": _moment(one.ends),
        "version": one.version,
        "edited": _moment(one.edited),
        "reminded": _moment(one.reminded),
        "recalled": one.recalled.why if one.recalled else "",
        "waiting": one.waiting,
        "refused": one.refused,
        "asks": one.goal.value,
        "people": one.people,
        "done": one.done,
        "late": one.late,
        "states": {state.value: one.counts.get(state, 0) for state in State},
    }


def board_values(board: Board) -> dict[str, Any]:
    """Return a board as programs read it."""
    return {
        **sent_values(board.sent),
        "present": board.present,
        "missing": board.missing,
        "as_of": _moment(board.as_of),
        "rows": [_row_values(one) for one in board.rows],
        "teams": [
            {
                "group": team.group,
                "people": team.people,
                "done": team.done,
                "late": team.late,
                "states": {state.value: team.counts.get(state, 0) for state in State},
            }
            for team in board.teams
        ],
    }


def _row_values(one: BoardRow) -> dict[str, Any]:
    return {
        "person": one.person,
        "name": one.name,
        "groups": list(one.groups),
        "state": one.state.value,
        "late": one.late,
        "done": one.done,
        "present": one.present,
        "last_heard": _moment(one.seen),
        "not_delivered_since": _moment(one.since),
        "wrong_answers": one.wrong,
        "reached": {
            state.value: {
                "at": _moment(moment.at),
                "server": _moment(moment.server),
                "device": moment.device,
            }
            for state, moment in one.reached.items()
        },
    }


def _moment(at: datetime | None) -> str | None:
    return at.isoformat() if at is not None else None


# pages


def _plain(text: str, *, lines: bool = False) -> str:
    """Leave out what would steer the terminal; what is no `lines` stays on one."""
    return "".join(one if one.isprintable() or (lines and one in "\n\t") else " " for one in text)


def line(one: dict[str, Any]) -> str:
    """Write a notice on one line, to me or sent."""
    if "states" in one:
        how = f"{one['done']} of {one['people']} {STATES[State(one['asks'])]}"
        how += f", {one['late']} late" if one["late"] else ""
        how += ", waits here" if one["waiting"] else ""
    else:
        how = "confirm" if not one["done"] else STATES[State(one["state"])]
    how = "recalled" if one["recalled"] else how
    return f"{one['id'][:13]}  {one['level']:9}  {how:24}  {_plain(one['title'])}"


def page(one: Notice) -> str:
    """Write a notice out for its reader."""
    return _plain(_page(one), lines=True)


def _page(one: Notice) -> str:
    parts = [f"{one.title}\n{one.level.value} · {one.by_name} · {_local(one.at)}"]
    if one.recalled is not None:
        return f"{parts[0]}\n\nRecalled by {one.recalled.by_name}: {one.recalled.why}"
    if one.changed:
        parts.append("Changed since you confirmed it.")
    if one.body:
        parts.append(one.body.rstrip())
    if one.link is not None:
        place = f"{one.link.article}#{one.link.anchor}".rstrip("#")
        parts.append(f"Article: {place}")
        parts += [f"Before: {one.link.old}"] if one.link.old else []
        parts += [f"Now:    {one.link.new}"] if one.link.new else []
    if one.check is not None and not one.done:
        choices = "".join(f"\n  - {choice}" for choice in _choices(one.check))
        parts.append(f"Question: {one.check.text}{choices}")
    parts.append(state_of(one))
    return "\n\n".join(parts)


def state_of(one: Notice) -> str:
    if one.done:
        return f"Done: {STATES[one.state]}."
    if one.asks is State.UNDERSTOOD:
        return f"Still to do: kbdesk announce answer {one.id[:13]} ANSWER"
    return f"Still to do: kbdesk announce ack {one.id[:13]}"


def verdict(graded: Graded) -> str:
    said = "Right." if graded.right else "Not right: look again, and answer once more."
    place = f"\nSee: kbdesk show {graded.link.article}" if graded.link and not graded.right else ""
    return _plain(f"{said} {graded.explanation}".rstrip() + place, lines=True)


def board_page(board: Board) -> str:
    """Write a board for people: the counts, then who is missing."""
    sent = board.sent
    head = f"{sent.title} (version {sent.version}, to {sent.audience})"
    counts = "\n".join(f"{board.counts[state]:7}  {STATES[state]}" for state in reversed(State))
    missing = [_row(one) for one in board.rows if not one.done]
    late = f", {board.late} late" if board.late else ""
    total = f"{board.done} of {board.people} are done, {board.missing} missing{late}."
    as_of = f"As of {_local(board.as_of)}." if board.as_of else "This desk was never level."
    return "\n".join([_plain(head), counts, total, *map(_plain, missing), as_of])


def _row(one: BoardRow) -> str:
    late = "  late" if one.late else ""
    if one.state is State.NOT_DELIVERED:
        since = f"since {_local(one.since)}" if one.since else ""
        return f"  {one.name}: not delivered {since}{late}"
    moment = one.moment
    return f"  {one.name}: {STATES[one.state]} {_local(moment.at) if moment else ''}{late}"


def _local(at: datetime) -> str:
    return at.astimezone().strftime("%Y-%m-%d %H:%M")
