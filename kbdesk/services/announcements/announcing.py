"""Announcing: who can be reached, and what a supervisor sends, edits, takes back and repeats.

What was done here counts here at once: the operations that wait are laid over what the server sent,
so a notice written offline stands in the list with all that was done to it since.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from operator import itemgetter
from typing import TYPE_CHECKING

from kbdesk.core.announcements import Level, Link, NoticeDraft, Recall, faults
from kbdesk.core.attention import Cost, reading_time
from kbdesk.core.changes import Changes
from kbdesk.core.receipts_board import AudienceChoice, Known, Reach, Sent, within
from kbdesk.errors import NotAllowed, Trouble
from kbdesk.services import bodies
from kbdesk.services.announcements.informing import link_of
from kbdesk.services.announcements.linking import Linking
from kbdesk.services.lists.people import person_name
from kbdesk.services.lists.spaces import space_titles
from kbdesk.store.asked import to_core, to_wire
from kbdesk.store.moments import moment_in, write_moment
from kbdesk.store.notice_drafts import NoticeDrafts
from kbdesk.store.outbox import Operation, State, new_id
from sync.protocol.bodies import announcements as said

if TYPE_CHECKING:
    from collections.abc import Callable

    from kbdesk.core.me import Me
    from kbdesk.services.workspace import Workspace

NAMED = 12  # people up to which an audience is told by name
ROLES = ("agent", "author", "supervisor", "admin")
ASKS = {"announce", "recall"}
FAULTS = {
    "title": ("An announcement needs a title.", "Write one line that says what is new."),
    "times": ("It would end before it starts.", "Put the end after the start."),
    "past": ("It would be over already.", "Choose an end that is still to come."),
    "long": ("The announcement is too long.", "Shorten it, and link an article for the rest."),
    "article": (
        "The article it speaks of is not in the base.",
        "Name one that is, by its id or its link, or send it without.",
    ),
    "passage": (
        "The article it speaks of has no such passage.",
        "Leave out what follows the #, or name another passage of it.",
    ),
}


class Unsound(Trouble):
    """A draft that cannot be sent; `code` says why, as `core.announcements.faults` does."""

    def __init__(self, code: str) -> None:
        super().__init__(*FAULTS[code])
        self.code = code


class NoSuchAnnouncement(Trouble):
    """An id that is none of those sent."""

    def __init__(self, id_: str) -> None:
        super().__init__(
            f"No announcement “{id_}” was sent.", "See which were: kbdesk announce list --sent"
        )


@dataclass(frozen=True, slots=True)
class Asked:
    """What was made, and which screens must look again."""

    id: str
    changes: Changes


def known(id_: str, body: said.Colleague) -> Known:
    """Return what is known of somebody."""
    return Known(
        id_, body.full_name, body.role, body.groups, body.spaces, moment_in(body.seen), body.here
    )


class Announcing:
    """What a supervisor does with announcements."""

    def __init__(self, workspace: "Workspace", me: "Callable[[], Me]") -> None:
        self._workspace = workspace
        self._entities = workspace.entities
        self._me = me
        self.begun = NoticeDrafts(workspace.user, workspace.outbox)
        self.linking = Linking(workspace)

    # who

    def everybody(self) -> "list[tuple[str, said.Colleague]]":
        """Return everybody whom the steering data names, as it names them, in no order."""
        found = zip(*bodies.all_of(self._entities, "colleague", said.Colleague), strict=True)
        return [(id_, body if body.full_name else self._named(id_, body)) for id_, body in found]

    def _named(self, id_: str, body: said.Colleague) -> said.Colleague:
        return bodies.changed(body, full_name=person_name(self._entities, id_) or id_)

    def colleagues(self) -> tuple[Known, ...]:
        """Return what is known of everybody, by id."""
        return tuple(known(*one) for one in sorted(self.everybody(), key=itemgetter(0)))

    def reach(self, audience: str) -> Reach:
        """Say how many people an audience is, and how many of them are away just now."""
        people = [one for one in self.colleagues() if within(audience, one)]
        away = sum(not one.here for one in people)
        names = tuple(one.name for one in people) if len(people) <= NAMED else ()
        return Reach(len(people), away, names)

    def cost(self, draft: NoticeDraft) -> Cost:
        """Say what a notice would cost in attention, with all that was sent on the same day."""
        people = [one for one in self.colleagues() if within(draft.audience, one)]
        each = reading_time(draft)
        day = (draft.starts or self._workspace.calendar.moment()).astimezone().date()
        that_day = [
            (one.sent.audience, reading_time(one.sent.draft))
            for one in self.sent()
            if one.sent.began.astimezone().date() == day and one.sent.recalled is None
        ]
        loads = (
            sum((time for audience, time in that_day if within(audience, one)), each)
            for one in people
        )
        return Cost(len(people), each, max(loads, default=each))

    def audiences(self) -> tuple[AudienceChoice, ...]:
        """List whom one may send to: all, roles, groups, shelves, people."""
        people = self.colleagues()
        titles = space_titles(self._entities)
        names = {one.person: one.name for one in people}
        groups = sorted({group for one in people for group in one.groups})
        spaces = sorted({space for one in people for space in one.spaces})
        asked = [("all", "", "")]
        asked += [("role", role, role) for role in ROLES if any(p.role == role for p in people)]
        asked += [("group", group, group) for group in groups]
        asked += [("space", space, titles.get(space, space)) for space in spaces]
        asked += [("person", person, name) for person, name in names.items()]
        return tuple(self._choice(sort, name, title, people) for sort, name, title in asked)

    def _choice(
        self, sort: str, name: str, title: str, people: tuple[Known, ...]
    ) -> AudienceChoice:
        audience = f"{sort}:{name}" if name else sort
        return AudienceChoice(
            audience, sort, name, title, sum(within(audience, one) for one in people)
        )

    # act

    def send(self, draft: NoticeDraft, *, begun: bool = False) -> Asked:
        """Send a notice; return its id. Raises `Unsound` for one that cannot be sent.

        With `begun` it is the one that was being written here, which is then no longer.
        """
        self._refuse_others()
        now = self._workspace.clock.now()
        self._refuse_unsound(draft)
        if not self._addressable(draft.audience):
            raise Trouble(
                f"Nobody is called “{draft.audience}”.",
                "Use all, group:NAME, role:NAME, space:NAME or person:NAME.",
            )
        id_ = new_id(now)
        with self._workspace.user.writing():  # both or neither: else it would be offered again
            self._put("announce", id_, _asked(id_, draft))
            if begun:
                self.begun.drop()
        return Asked(id_, Changes(notices=True, outbox=True))

    def edit(self, id_: str, draft: NoticeDraft, *, minor: bool = False) -> Changes:
        """Change a notice. Everyone is asked again, unless the edit is minor."""
        self._refuse_others()
        standing = self._standing(id_)
        self._refuse_unsound(draft)
        kept = replace(draft, audience=standing.sent.audience)  # an audience never changes
        self._put("announce", id_, _asked(id_, kept, minor=minor), standing)
        return Changes(notices=True, outbox=True)

    def relaunch(self, id_: str) -> Changes:
        """Remind whoever has not come to the end of it; nobody else is asked again."""
        self._refuse_others()
        standing = self._standing(id_)
        body = _asked(id_, standing.sent.draft, relaunched=True)
        self._put("announce", id_, body, standing)
        return Changes(notices=True, outbox=True)

    def recall(self, id_: str, why: str) -> Changes:
        """Take a notice back; who had read it is told why."""
        self._refuse_others()
        standing = self._standing(id_)
        if not why.strip():
            raise Trouble("A recall needs a reason.", "Say in a line why, for who had read it.")
        self._put("recall", id_, said.RecallAsked(id_, why.strip()), standing)
        return Changes(notices=True, outbox=True)

    def _put(self, kind: str, id_: str, body: object, of: "Standing | None" = None) -> None:
        rev, upon = (of.rev, of.upon) if of else (None, "")
        about = f"announcement:{id_}"
        self._workspace.outbox.put(
            kind, bodies.dump(body), self._workspace.clock.now(), rev, about, upon
        )

    def _refuse_others(self) -> None:
        me = self._me()
        if not (me.connected and me.steers):
            raise NotAllowed(
                "Only supervisors announce, on a desk that is signed in to a server.",
                "Ask a supervisor, or sign in with: kbdesk login URL",
            )

    def _refuse_unsound(self, draft: NoticeDraft) -> None:
        for code in faults(draft, self._workspace.calendar.moment()):
            raise Unsound(code)
        if (link := draft.link) is not None:
            found = self.linking.look_up(f"{link.article}#{link.anchor}".rstrip("#"))
            if found.fault:
                raise Unsound(found.fault)

    def _addressable(self, audience: str) -> bool:
        """Say whether an audience makes sense here; without colleagues the server decides."""
        sort, _, name = audience.partition(":")
        if audience == "all":
            return True
        if sort not in {"role", "group", "space", "person"} or not name:
            return False
        people = self.colleagues()
        if not people:
            return True
        return any(within(audience, one) for one in people)

    # what was sent

    def sent(self) -> "tuple[Standing, ...]":
        """Return what was sent, the newest first, with what waits here laid over it."""
        found = {one.sent.id: one for one in self._from_server()}
        for operation in self._operations():
            id_ = operation.about.partition(":")[2]
            after = self._after(found.get(id_), id_, operation)
            if after is not None:
                found[id_] = after
        return tuple(sorted(found.values(), key=lambda one: one.sent.began, reverse=True))

    def _standing(self, id_: str) -> "Standing":
        one = next((one for one in self.sent() if one.sent.id == id_), None)
        if one is None:
            raise NoSuchAnnouncement(id_)
        if one.sent.recalled is not None:
            raise Trouble("This announcement was recalled.", "Send a new one instead.")
        return one

    def _from_server(self) -> "Iterator[Standing]":
        every = bodies.every(self._entities, "sent_announcement", said.Announcement)
        for found, body in every:
            at = moment_in(body.at)
            if at is None or body.level not in set(Level):
                continue
            draft = NoticeDraft(
                body.title, body.body, Level(body.level), body.audience, moment_in(body.starts),
                moment_in(body.ends), link_of(body.link), body.receipt,
                to_core(body.check) if body.check is not None else None,
            )  # fmt: skip
            sent = replace(
                self._sent(found.id, draft, body.by, at),
                version=body.version,
                edited=moment_in(body.edited),
                reminded=moment_in(body.reminded),
                questioned=body.questioned,
                recalled=self._recall(body.recalled.why, body.recalled.by, body.recalled.at, at)
                if body.recalled is not None
                else None,
            )
            yield Standing(sent, found.rev)

    def _sent(self, id_: str, draft: NoticeDraft, by: str, at: datetime) -> Sent:
        return Sent(
            id=id_, level=draft.level, title=draft.title, body=draft.body,
            audience=draft.audience, audience_title=self._audience_title(draft.audience),
            by=by, by_name=person_name(self._entities, by) or by, at=at, starts=draft.starts,
            ends=draft.ends, link=draft.link, receipt=draft.receipt, check=draft.check,
        )  # fmt: skip

    def _audience_title(self, audience: str) -> str:
        sort, _, name = audience.partition(":")
        if sort == "space":
            return space_titles(self._entities).get(name, name)
        return (person_name(self._entities, name) or name) if sort == "person" else name

    def _recall(self, why: str, by: str, at: str, else_at: datetime) -> Recall:
        name = person_name(self._entities, by) or by
        return Recall(why, by, name, moment_in(at) or else_at)

    def _operations(self) -> list[Operation]:
        outbox = self._workspace.outbox
        return [*outbox.of_kinds(ASKS, waiting=False), *outbox.ahead(ASKS)]

    def _after(
        self, before: "Standing | None", id_: str, operation: Operation
    ) -> "Standing | None":
        """Return a notice as an operation that is not at the server yet leaves it."""
        if operation.state is State.REFUSED:  # the notice stands as it was
            return self._refused(before, id_, operation)
        if before is not None and operation.rev and (before.rev or 0) >= operation.rev:
            return before  # it has come
        if operation.kind == "recall":
            asked = bodies.asked(operation.body, said.RecallAsked)
            if before is None or asked is None:
                return before
            recall = self._recall(asked.why, self._me().person, "", operation.at)
            return _upon(operation, replace(before.sent, recalled=recall), before)
        return self._announced(before, id_, operation)

    def _refused(
        self, before: "Standing | None", id_: str, operation: Operation
    ) -> "Standing | None":
        if before is None:
            before = self._announced(None, id_, operation)
        if before is None:
            return None
        sent = replace(before.sent, waiting=False, refused=operation.reason or operation.outcome)
        return replace(before, sent=sent)

    def _announced(
        self, before: "Standing | None", id_: str, operation: Operation
    ) -> "Standing | None":
        asked = bodies.asked(operation.body, said.AnnounceAsked)
        if asked is None or asked.level not in set(Level):
            return before
        draft = _draft(asked)
        if before is None:
            sent = self._sent(id_, draft, self._me().person, operation.at)
            return _upon(operation, sent)
        if asked.relaunched:
            return _upon(operation, replace(before.sent, reminded=operation.at), before)
        sent = self._sent(id_, draft, before.sent.by, before.sent.at)
        version = before.sent.version + (not asked.minor)
        edited = before.sent.edited if asked.minor else operation.at
        repeated = before.sent.reminded if asked.minor else None
        sent = replace(sent, version=version, edited=edited, reminded=repeated)
        return _upon(operation, sent, before)


@dataclass(frozen=True, slots=True)
class Standing:
    """A notice that was sent, and the revision that an act on it is made from."""

    sent: Sent
    rev: int | None
    upon: str = ""  # the operation that made it so, where the copy does not show it yet


def _upon(operation: Operation, sent: Sent, before: Standing | None = None) -> Standing:
    """Return a notice as an operation leaves it."""
    rev = operation.rev or (before.rev if before else operation.base_rev)
    return Standing(replace(sent, waiting=operation.waits), rev, operation.id)


def _asked(
    id_: str, draft: NoticeDraft, *, minor: bool = False, relaunched: bool = False
) -> said.AnnounceAsked:
    return said.AnnounceAsked(
        id=id_,
        audience=draft.audience,
        title=draft.title.strip(),
        body=draft.body,
        level=draft.level.value,
        starts=write_moment(draft.starts) if draft.starts else "",
        ends=write_moment(draft.ends) if draft.ends else "",
        link=_passage(draft.link),
        receipt=draft.receipt,
        check=to_wire(draft.check) if draft.check is not None else None,
        minor=minor,
        relaunched=relaunched,
    )


def _draft(asked: said.AnnounceAsked) -> NoticeDraft:
    return NoticeDraft(
        asked.title, asked.body, Level(asked.level), asked.audience, moment_in(asked.starts),
        moment_in(asked.ends), link_of(asked.link), asked.receipt,
        to_core(asked.check) if asked.check is not None else None,
    )  # fmt: skip


def _passage(link: Link | None) -> said.Passage | None:
    if link is None:
        return None
    return said.Passage(link.article, link.anchor, link.old, link.new)
