"""What an edit does to the trust in a text, and what was vouched for here and waits to be sent."""

from collections.abc import Mapping
from contextlib import suppress
from datetime import date, timedelta

from kbdesk.core.verification import Vouched
from kbdesk.errors import BadContent
from kbdesk.store.outbox import Operation, Outbox

_VERIFIED = ("verified", "verified_by")


def unverified(text: str, base: str | None, today: date) -> str:
    """Take an older verification out of a text edited in substance: verified is not edited (B02).

    Whoever writes the day of today there vouches for the new text, and so does whoever changes
    nothing but that day.
    """
    if base is None:
        return text
    from kbdesk.content.front_matter import read, replace_fields  # late: YAML is no part of start

    with suppress(BadContent):  # what cannot be read cannot be published either
        said = read(text).fields.get("verified")
        if said is None or (said.text or "")[:10] >= today.isoformat():
            return text
        nobody = dict.fromkeys(_VERIFIED)
        bare = replace_fields(text, **nobody)
        return text if bare == replace_fields(base, **nobody) else bare
    return text


def vouched_here(outbox: Outbox) -> Mapping[str, Vouched | None]:
    """Return the verifications that the copy does not show yet: what was done here counts at once.

    None for one that was shown and is taken back: what stood before it comes with the answer.
    """
    done = outbox.ahead(("verify",))
    here = {one.id for one in done}
    undone = {one.undoes for one in done}
    found: dict[str, Vouched | None] = {}
    for one in done:
        if one.id not in undone and one.undoes not in here:
            found[str(one.body.get("article"))] = _vouched(one)
    return found


def _vouched(one: Operation) -> Vouched | None:
    if one.body.get("undo"):
        return None
    days = one.body.get("review_every") or 0
    return Vouched(
        article=str(one.body.get("article")),
        rev=one.base_rev or 0,
        by=one.person,
        at=one.at,
        comment=str(one.body.get("comment") or ""),
        review_every=timedelta(days=days) if days else None,
    )
