"""What the list shows while nothing is typed: favourites first, then what was read lately."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QCoreApplication

from kbdesk.core.reading import Card
from kbdesk.ui.results import rows
from kbdesk.ui.results.rows import Heading, Row

translate = QCoreApplication.translate


def home_rows(
    favourites: Sequence[Card], recents: Sequence[Card], title_of: Callable[[str], str]
) -> list[Row | Heading]:
    """Group the cards under their headings; a favourite is not said twice."""
    starred = {card.id for card in favourites}
    others = [card for card in recents if card.id not in starred]
    made: list[Row | Heading] = []
    for heading, cards in (
        (translate("HomeRows", "Favourites"), favourites),
        (translate("HomeRows", "Read lately"), others),
    ):
        if cards:
            made.append(Heading(heading))
            made += [rows.of_card(card, title_of(card.space)) for card in cards]
    return made
