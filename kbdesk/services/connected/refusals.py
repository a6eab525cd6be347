"""Why a sign-in did not work, by a word that the screens know how to say."""

from kbdesk.errors import OtherProfile, ServerTrouble
from kbdesk.services.connected.sync_facts import Refusal
from sync.client.ports import (
    Busy,
    Damaged,
    Disagreed,
    Intercepted,
    SignedOut,
    SyncTrouble,
    TooOld,
)

REFUSALS: tuple[tuple[type[SyncTrouble], str], ...] = (
    (SignedOut, "password"),
    (Intercepted, "portal"),
    (Damaged, "stranger"),
    (TooOld, "too old"),
    (Busy, "busy"),
    (Disagreed, "password"),  # a name that no person can have is nobody's
)


def refusal_of(error: Exception) -> Refusal:
    """Say by a word why a sign-in did not work."""
    cause = error.__cause__ if isinstance(error, ServerTrouble) else error
    if isinstance(error, OtherProfile):
        return Refusal("base", str(error))
    if not isinstance(cause, SyncTrouble):
        return Refusal("fault", str(error))
    for family, kind in REFUSALS:
        if isinstance(cause, family):
            return Refusal(kind, cause.sentence)
    kind = "certificate" if "certificate" in cause.sentence else "unreachable"
    return Refusal(kind, cause.sentence)
