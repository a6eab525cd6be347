"""Which cards stand where: nothing moves under the eyes of who is about to choose one. Qt-free."""

from collections.abc import Sequence

from kbdesk.core.cards import ContactCard

KEYED = 5  # cards that have a key


def settle(
    shown: Sequence[ContactCard], found: Sequence[ContactCard], *, anew: bool, held: bool
) -> tuple[ContactCard, ...]:
    """Return the cards to show next, first the one that says its sentence.

    `anew`: the contact is another one, or who it is was just chosen, so the new order stands.
    `held`: a key of the cards is half struck, so that nothing may move at all. Otherwise the
    first card stays first, even when it is found no more, unless a rule pins another.
    """
    if anew or not shown:
        return tuple(found)
    if held:
        return tuple(shown)
    first = shown[0]
    if newly_pinned(shown, found):
        return tuple(found)
    now = next((card for card in found if card.article_id == first.article_id), first)
    return (now, *(card for card in found if card.article_id != first.article_id))


def newly_pinned(shown: Sequence[ContactCard], found: Sequence[ContactCard]) -> bool:
    """Return whether a rule now puts first what it did not put first before."""
    if not found or not found[0].pinned:
        return False
    known = {card.article_id for card in shown if card.pinned}
    return found[0].article_id not in known


def parted(
    cards: Sequence[ContactCard], room: int
) -> tuple[tuple[ContactCard, ...], tuple[ContactCard, ...]]:
    """Part the cards into those that there is room for and those under “more”."""
    return tuple(cards[:room]), tuple(cards[room:])
