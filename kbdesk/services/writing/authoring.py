"""Writing: drafts that are never lost, and sending them, to be read or to be decided about.

Whoever may write on a shelf publishes at once, or asks for a second look; whoever may not suggests.
Where a shelf asks for four eyes nobody publishes their own text: it becomes a suggestion. A base of
its own has no server and one person: what they send stands.
"""

import json
import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any

from kbdesk.core.changes import Changes
from kbdesk.core.drafts import Draft, Looks, Problem, Sent, Standing, Template, Unseen
from kbdesk.core.editing import Verdict, blocks, weigh, whole
from kbdesk.core.life_cycle import next_turn
from kbdesk.errors import NotAllowed, Trouble, UnknownArticle
from kbdesk.services import bodies
from kbdesk.services.connected.publishing import FIRST_SHELF
from kbdesk.services.lists.spaces import space_titles
from kbdesk.services.writing.checking import Checking, NotSendable
from kbdesk.services.writing.trusting import unverified
from kbdesk.store.assets import Asset
from kbdesk.store.drafts import Drafts, Picture
from kbdesk.store.outbox import Draft as Asked
from sync.protocol.bodies import editing as wire
from sync.protocol.texts import text_sha256

if TYPE_CHECKING:
    from kbdesk.services.writing.laid_over import Standing as Stands
    from kbdesk.services.writing.pen import Pen

_TITLE = re.compile(r"""^title:[ \t]*["']?(.*?)["']?[ \t]*$|^#[ \t]+(.*?)[ \t]*$""", re.MULTILINE)
_HEAD = 4_000  # characters in which the title of a text is looked for
NEW = "---\ntitle: {title}\nlang: {lang}\n---\n\n"


class Authoring:
    """What one person writes on this machine."""

    def __init__(self, pen: "Pen") -> None:
        self._pen = pen
        self._workspace = pen.workspace
        self._drafts = Drafts(pen.workspace.user)
        self._checking = Checking(pen.workspace)

    # drafts

    def drafts(self) -> tuple[Draft, ...]:
        """List what is being written, the last one first."""
        return tuple(self._drafts.all())

    def get(self, draft_id: str) -> Draft:
        found = self._drafts.get(draft_id)
        if found is None:
            told = "This draft is not on this machine."
            raise Trouble(told, "Choose one of the list.", code="draft_gone")
        return found

    def draft(self, article: str, *, anew: bool = False) -> Draft:
        """Return the open draft of an article, or begin one from the text that stands."""
        if not anew and (found := self._drafts.of(article)):
            return found
        standing = self._pen.standing(article)
        if standing is None or standing.text is None:
            raise UnknownArticle(article)
        return self._begin(article, standing)

    def draft_new(
        self,
        template: str = "",
        *,
        title: str = "",
        space: str = "",
        lang: str = "fr",
        gaps: Sequence[str] = (),
    ) -> Draft:
        """Begin a new article, from a template or from nothing."""
        from kbdesk.content.front_matter import replace_fields  # late: YAML is no part of the start

        text = NEW.format(title=json.dumps(title, ensure_ascii=False), lang=lang)
        if template:
            text = next((one.text for one in self.templates(lang) if one.id == template), text)
        fields = {name: said for name, said in (("title", title), ("space", space)) if said}
        text = replace_fields(text, **fields)
        now = self._pen.now()
        return self._drafts.add(
            Draft(
                "", "", space or self._shelf(), "", template, title, text, None, 0, now, now,
                gaps=tuple(gaps),
            )
        )  # fmt: skip

    def _begin(self, article: str, of: "Stands") -> Draft:
        at, text, rev = self._pen.now(), of.text or "", of.rev
        made = Draft("", article, of.space, of.path, "", title_of(text), text, text, rev, at, at)
        return self._drafts.add(replace(made, upon=of.upon))

    def _shelf(self) -> str:
        shelves = self._pen.shelves()
        return next((one for one, may in shelves.items() if may), next(iter(shelves), FIRST_SHELF))

    def save(self, draft_id: str, text: str, caret: int | None = None) -> Changes:
        """Keep what was typed; when this returns it survives a power cut. Nothing else happens."""
        before, title = self._drafts.get(draft_id), title_of(text)
        kept = self._drafts.save(draft_id, text, title, self._pen.now(), caret)
        return Changes(writing=bool(kept and before and before.title != title))

    def place(self, draft_id: str, caret: int) -> Changes:
        """Keep where in it its author was."""
        self._drafts.leave_at(draft_id, caret)
        return Changes()

    def note(self, draft_id: str, comment: str) -> Changes:
        """Keep what is said of a draft to those who will decide."""
        self._drafts.note(draft_id, comment)
        return Changes()

    def drop(self, draft_id: str) -> Changes:
        """Put a draft away; `bring_back` has it again."""
        return Changes(writing=self._drafts.end(draft_id, self._pen.now()))

    def bring_back(self, draft_id: str) -> Changes:
        return Changes(writing=self._drafts.bring_back(draft_id))

    def unseen(self) -> tuple[Unseen, ...]:
        """List the articles that are not to be found now, where this person may write."""
        now, lives = self._pen.now(), self._workspace.articles.lives.all()
        away = {id_: life for id_, life in lives.items() if not life.stands(now)}
        rows = self._workspace.articles.cards_by_id(list(away))
        found = (
            Unseen(id_, row.title, row.space, away[id_].phase(now), next_turn([away[id_]], now))
            for id_, row in rows.items()
        )
        mine = (one for one in found if self._writes(one.article))
        return tuple(sorted(mine, key=lambda one: (one.phase, one.title.casefold(), one.article)))

    def _writes(self, article: str) -> bool:
        standing = self._pen.standing(article)
        return standing is not None and self._pen.writes(standing.space)

    # while it is being written

    def templates(self, lang: str = "fr") -> tuple[Template, ...]:
        """Return the texts to begin with."""
        return self._checking.templates(lang)

    def shelves(self) -> tuple[tuple[str, str], ...]:
        """List (id, title) of the shelves something may be proposed for."""
        titles = space_titles(self._workspace.entities)
        found = ((id_, titles.get(id_, id_)) for id_ in self._pen.shelves())
        return tuple(sorted(found, key=lambda one: one[1].casefold()))

    def check(self, draft: Draft | str, text: str) -> tuple[Problem, ...]:
        """List what forbids to publish a text."""
        return self._checking.problems(self._known(draft), text)

    def preview(self, text: str, draft: Draft | str | None = None) -> str:
        """Render a text as it would be read, with the classes of the reader."""
        return self.looked(text, draft).html

    def looked(self, text: str, draft: Draft | str | None = None) -> Looks:
        """Say how a text would be read, the head of its page too."""
        of = None if draft is None else self._known(draft)
        path, space = (of.path, of.space) if of else ("", "")
        return self._checking.looks(text, path or f"{space or 'base'}/new.md", space)

    def _known(self, draft: Draft | str) -> Draft:
        return self.get(draft) if isinstance(draft, str) else draft

    def image(self, draft_id: str, name: str, data: bytes) -> str:
        """Keep a picture with a draft; return the Markdown that shows it."""
        import hashlib  # late: it brings OpenSSL, 3 MB that a desk at rest does without

        from kbdesk.content import assets  # late: as above
        from kbdesk.content.anchors import anchor  # late: as above

        sha256 = hashlib.sha256(data).hexdigest()
        stem, _, ending = name.replace("\\", "/").rpartition("/")[2].rpartition(".")
        path = f"images/{anchor(stem)[:60] or 'image'}-{sha256[:8]}.{ending.lower() or 'png'}"
        found = assets.checked(path, data)
        if not isinstance(found, assets.Asset):
            raise Trouble(
                f"{name}: {found.message}.",
                "Choose a PNG, JPEG, GIF or WebP picture.",
                code="no_picture",
                values=(name,),
            )
        self._drafts.attach(draft_id, Picture(path, found.media_type, sha256, data))
        return f"![{stem.replace('[', '').replace(']', '')}](/{path})"

    def picture(self, draft_id: str, path: str) -> bytes | None:
        """Return a picture that a draft shows: its own, or one of the base."""
        own = (one.content for one in self._drafts.pictures(draft_id) if one.path == path)
        return next(own, None) or self._workspace.knowledge.asset(path)

    # where it would go

    def standing(self, draft_id: str) -> Standing:
        """Say what sending a draft would do, and how it stands to what is published now."""
        return self._standing(self.get(draft_id))

    def _standing(self, draft: Draft) -> Standing:
        now = self._pen.standing(draft.article) if draft.article else None
        space = now.space if now else self._space(draft)
        may = self._pen.writes(space)
        publishes = may and (self._pen.local or not self._pen.four_eyes(space))
        if draft.base is None and now is None:
            moved = Verdict.FRESH
        else:
            moved = weigh(draft.base, draft.text, now.text if now else None)
        suggests = not self._pen.local
        rev, text, upon = (now.rev, now.text, now.upon) if now else (0, None, "")
        return Standing(publishes, suggests, self._pen.local, moved, rev, text, upon)

    def _space(self, draft: Draft) -> str:
        """Say on which shelf of the server a new article goes: as its text says, if it may be."""
        from kbdesk.content.front_matter import read  # late: as above

        try:
            field = read(draft.text).fields.get("space")
        except Trouble:
            return draft.space
        named = (field.text or "").strip() if field else ""
        return named if named and (self._pen.local or named in self._pen.shelves()) else draft.space

    def rebase(self, draft_id: str) -> Draft:
        """Bring a draft onto what is published now, where both fit together."""
        draft = self.get(draft_id)
        standing = self._standing(draft)
        if standing.published is None or draft.base is None:
            told = "There is nothing published to bring this onto."
            raise Trouble(told, "Send it as it is.", code="unpublished")
        merged = whole(blocks(draft.base, draft.text, standing.published))
        if merged is None:
            told = "Others changed the same lines."
            raise Trouble(told, "Choose line by line what is to stand.", code="same_lines")
        return self.settle_on(draft_id, merged)

    def settle_on(self, draft_id: str, text: str) -> Draft:
        """Make a draft, with this text, one of what is published now."""
        draft = self.get(draft_id)
        standing = self._standing(draft)
        published, rev, upon = standing.published, standing.rev, standing.upon
        self._drafts.stand_on(draft_id, text, published, rev, upon, self._pen.now())
        return self.get(draft_id)

    # send

    def send(
        self,
        draft_id: str,
        comment: str = "",
        *,
        publish: bool | None = None,
        minor: bool = False,
        exact: bool = False,
    ) -> Sent:
        """Publish a draft, or suggest it; None publishes where this person may.

        `minor` keeps what was verified; `exact` keeps what the text says of it, as it once was.

        Raises `NotSendable` with every problem; the draft stays then, as it does for any refusal.
        """
        draft = self.get(draft_id)
        problems = self.check(draft, draft.text)
        if problems:
            raise NotSendable(problems)
        standing = self._standing(draft)
        if standing.moved is Verdict.SAME:
            told = "It says what is published already."
            raise Trouble(told, "Change it first, or drop it.", code="no_change")
        at_once = standing.publishes if publish is None else publish
        if at_once and not standing.publishes:
            told = "You may not publish this by yourself."
            raise NotAllowed(told, "Suggest it: somebody else decides.", code="may_not_publish")
        if self._pen.local and standing.moved in {Verdict.CLEAN, Verdict.CLASH, Verdict.GONE}:
            told = "The article was changed meanwhile."
            raise Trouble(told, "Bring your text onto it first.", code="changed_meanwhile")
        placed = self._placed(draft)
        asked = self._asked(placed, standing, comment, at_once=at_once, minor=minor, exact=exact)
        pictures = self._shown(placed)
        with self._workspace.user.writing():  # the draft ends when what it became is kept
            if not self._pen.local:
                for one in pictures:
                    self._workspace.outbox.attach(one.sha256, one.media_type, one.content)
            before = [asset_of(_told(one), placed.space) for one in pictures] if at_once else []
            *_, operation = self._pen.do([*before, asked])
            self._drafts.end(draft_id, self._pen.now(), operation)
        if self._pen.local:
            self._workspace.assets.put_all(
                Asset(one.path, one.media_type, one.content) for one in pictures
            )
        return Sent(at_once, self._pen.changes(articles=at_once), operation)

    def _placed(self, draft: Draft) -> Draft:
        """Say where a draft goes: an article where it stands now, moved or not since it began."""
        now = self._pen.standing(draft.article) if draft.article else None
        if now is not None and draft.base is not None:
            return replace(draft, space=now.space, path=now.path)
        if draft.base is not None:
            return draft
        article, path = self._checking.new_place(draft.text, draft.space)
        placed = replace(draft, article=article, path=path, space=self._space(draft))
        self._drafts.place(draft.id, placed.article, placed.space, placed.path)
        return placed

    def _asked(
        self,
        draft: Draft,
        standing: Standing,
        comment: str,
        *,
        at_once: bool,
        minor: bool,
        exact: bool,
    ) -> Asked:
        """Write the operation. Made from a text that still stands, it is one of that."""
        fresh = standing.moved in {Verdict.FRESH, Verdict.SAME}
        base_rev = (standing.rev if fresh else draft.base_rev) or None
        upon = standing.upon if fresh else draft.upon
        base = text_sha256(standing.published if fresh else draft.base)
        if not at_once:
            said = self._suggestion(draft, comment)
            return Asked("suggest", said, f"suggestion:{draft.id}", base_rev, upon, base)
        keeps = minor or exact
        text = draft.text if keeps else unverified(draft.text, draft.base, self._today)
        body = {
            "space": draft.space, "kind": "article", "id": draft.article, "path": draft.path,
            "body": text, **self._pen.ties(draft.article, text, minor=minor),
        } | ({"minor": True} if minor else {})  # fmt: skip
        return Asked("publish", body, f"article:{draft.article}", base_rev, upon, base)

    @property
    def _today(self) -> date:
        return self._workspace.calendar.today()

    def _suggestion(self, draft: Draft, comment: str) -> dict[str, Any]:
        return bodies.dump(
            wire.SuggestAsked(
                draft.article,
                draft.text,
                space=draft.space,
                path=draft.path,
                comment=comment or draft.comment,
                gaps=draft.gaps,
                assets=tuple(map(_told, self._shown(draft))),
            )
        )

    def _shown(self, draft: Draft) -> list[Picture]:
        """Return the pictures that the text still shows."""
        return [one for one in self._drafts.pictures(draft.id) if one.path in draft.text]

    def suggest_removal(self, article: str, comment: str = "") -> Changes:
        """Suggest to take an article out."""
        standing = self._pen.standing(article)
        if standing is None or standing.text is None:
            raise UnknownArticle(article)
        body = {"article": article, "text": None, "space": standing.space, "comment": comment}
        about, base = f"removal:{article}", text_sha256(standing.text)
        self._pen.do([Asked("suggest", body, about, standing.rev, standing.upon, base)])
        return self._pen.changes()

    def roll_back(self, article: str, rev: int, comment: str = "") -> Sent:
        """Make a text of before the newest version, or suggest that."""
        text = self._workspace.versions.text(article, rev)
        standing = self._pen.standing(article)
        if standing is None or standing.text is None:
            raise UnknownArticle(article)
        if standing.text == text:
            raise Trouble(f"That is what “{article}” says now.", f"kbdesk history {article}")
        made = self._begin(article, standing)
        self._drafts.save(made.id, text, title_of(text), self._pen.now())
        try:
            return self.send(made.id, comment or f"Version {rev}", exact=True)
        finally:
            self._drafts.end(made.id, self._pen.now())  # nothing of it is anybody's writing


def title_of(text: str) -> str:
    """Return what a text calls itself, as far as it is written."""
    found = _TITLE.search(text[:_HEAD])
    return ((found[1] or found[2] or "") if found else "").strip()[:200]


def asset_of(one: wire.Picture, space: str) -> Asked:
    """Publish a picture whose bytes go up, or went up, beside."""
    said = {"media_type": one.media_type, "sha256": one.sha256, "size": one.size}
    body = {
        "space": space, "kind": "asset", "id": one.path, "path": one.path,
        "body": json.dumps(said, sort_keys=True),
    }  # fmt: skip
    return Asked("publish", body, f"asset:{one.path}")


def _told(one: Picture) -> wire.Picture:
    return wire.Picture(one.path, one.sha256, one.media_type, len(one.content))
