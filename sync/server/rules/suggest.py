"""`suggest`: a text for an article, or a new one, by whoever reads the shelf."""

from typing import Any

from msgspec.structs import replace

from sync.protocol.bodies.editing import SuggestAsked, Suggestion
from sync.protocol.conflicts import Merge, Verdict, merge
from sync.protocol.wire import Operation
from sync.server.entities import Entity, Key
from sync.server.ledger import Put
from sync.server.principal import Principal
from sync.server.rules import publish, suggestions
from sync.server.rules.rule import (
    Bench,
    Outcome,
    applied,
    made_from,
    refused,
    sound_id,
    sound_path,
    written,
)
from sync.server.rules.suggestions import puts
from sync.server.setting_up import edit_space

KIND = "article"
MOST = 100  # gaps, and pictures, of one suggestion


class Suggest:
    """The rule of `suggest`."""

    body: Any = SuggestAsked

    def touches(
        self, operation: Operation, body: SuggestAsked, principal: Principal
    ) -> tuple[Key, ...]:
        return ((KIND, body.article),)

    def decide(self, bench: Bench, operation: Operation, body: SuggestAsked) -> Outcome:
        if (wrong := _wrong(body)) is not None:
            return wrong
        found = bench.entity(KIND, body.article)
        if found is not None and not bench.reads(found.space):
            sentence = f"The id {body.article[:200]} is used elsewhere. Choose another one."
            return refused("id_taken", sentence)
        if found is None or (found.body is None and not operation.base_rev):
            return _new(bench, operation, body, found)
        return _edit(bench, operation, body, found)


def _edit(bench: Bench, operation: Operation, body: SuggestAsked, found: Entity) -> Outcome:
    merged = _merged(bench, operation, body, found)
    made = _commented(suggestions.beside(bench, operation, body.text, found, merged), body)
    if merged.verdict is Verdict.SAME:  # others were of the same mind, and quicker
        made = replace(made, state="accepted", decided_at=bench.at)
    return applied(*puts(bench, operation.id, made), *_pictures(operation.id, made))


def _new(bench: Bench, operation: Operation, body: SuggestAsked, gone: Entity | None) -> Outcome:
    if not bench.reads(body.space) or bench.sort_of(body.space) != "shelf":
        sentence = f"There is no shelf {body.space[:64]} for you. Choose another."
        return refused("no_space", sentence)
    if body.text is None:
        return refused("not_found", "There is no such article here. Nothing is left to do.")
    made = Suggestion(
        article=body.article,
        space=body.space,
        by=bench.me,
        at=bench.at,
        mine=body.text,
        path=body.path or f"{body.article}.md",
        rev=0 if gone is None else gone.rev,
        verdict=Verdict.FRESH.value,
    )
    made = _commented(made, body)
    return applied(*puts(bench, operation.id, made), *_pictures(operation.id, made))


def _merged(bench: Bench, operation: Operation, body: SuggestAsked, found: Entity) -> Merge:
    if body.text is None:
        if found.body is None:
            return Merge(Verdict.SAME)
        return Merge(Verdict.FRESH if made_from(operation, found) else Verdict.CLASH)
    base = bench.base_of(operation, KIND, found.id) if operation.base_rev else None
    return merge(None if base is None else base[1].body, body.text, found.body)


def _pictures(id_: str, made: Suggestion) -> list[Put]:
    """Let those who see a suggestion see its pictures."""
    homes = (
        (suggestions.PICTURE, edit_space(made.space)),
        (suggestions.OWN_PICTURE, f"~{made.by}"),
    )
    return [
        Put(kind, f"{id_}/{one.path}", space, one.path, written(one))
        for one in {one.path: one for one in made.assets}.values()
        for kind, space in homes
    ]


def _commented(made: Suggestion, body: SuggestAsked) -> Suggestion:
    return replace(
        made,
        path=body.path or made.path,
        comment=body.comment,
        gaps=body.gaps,
        assets=body.assets,
    )


def _wrong(body: SuggestAsked) -> Outcome | None:
    if not sound_id(body.article):
        return refused("id", "This cannot be an id. Use up to 500 plain characters.")
    if len(body.gaps) > MOST or len(body.assets) > MOST:
        return refused("too_large", f"At most {MOST} gaps or pictures go with one edit. Divide it.")
    if not all(sound_path(one.path) for one in body.assets):
        return refused("path", "This path cannot stand on every system. Rename the picture.")
    asked = publish.Body("", KIND, body.article, body.text or "", body.path)
    return publish.unsound(asked)
