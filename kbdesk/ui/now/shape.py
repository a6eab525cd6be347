"""Where the Now screen stands: beside the others, in their place, or as one line. Qt-free."""

from dataclasses import dataclass

from kbdesk.core.contact import Contact, Phase

PANEL = 300  # px at 100 % text; grows by half as much as the letters
READER = 360  # px: less is no page to read
LIST = 340


def grown(pixels: int, scale: int) -> int:
    """Widen a column with its letters, by half as much as they grow."""
    return round(pixels * (1 + scale / 100) / 2)


def fits_beside(width: int, scale: int) -> bool:
    """Return whether list, reader and panel find room in what the rail leaves."""
    return width >= grown(LIST + READER + PANEL, scale)


@dataclass(frozen=True, slots=True)
class Shown:
    """What of it is to be seen."""

    panel: bool = False
    screens: bool = True
    strip: bool = False


@dataclass(slots=True)
class Place:
    """Remembers what was asked for; `shown` says what that means now."""

    beside: bool = True
    contact: bool = False  # one is in hand
    folded: bool = False  # by the person, until the next contact
    pinned: bool = False  # by the person, without a contact
    asked: bool = False  # in one column: this screen and no other
    lingers: bool = False  # a contact was just closed, and that can be taken back
    by_itself: bool = False  # it came up with a call, and nobody has touched it

    @property
    def shown(self) -> Shown:
        if self.beside:
            panel = self.pinned or self.lingers or (self.contact and not self.folded)
            return Shown(panel, True, self.contact and not panel)
        return Shown(self.asked, not self.asked, self.contact and not self.asked)

    def show(self) -> None:
        """Show it because somebody asked."""
        self.folded, self.asked, self.by_itself = False, True, False
        self.pinned = self.pinned or not self.contact

    def hide(self) -> None:
        """Show the other screens alone."""
        self.folded = self.contact
        self.pinned = self.asked = self.by_itself = self.lingers = False

    def show_screens(self) -> None:
        """Give way to another screen, where there is room for one only."""
        self.asked = self.by_itself = False

    def take(self, before: Contact | None, now: Contact | None, *, typing: bool) -> None:
        """Follow a contact: come up when another one rings, but over nobody who is typing."""
        self.contact = now is not None
        if now is None:
            abandoned = before is not None and before.phase is Phase.RINGING
            if abandoned and self.by_itself:
                self.show_screens()
        elif before is None or before.key != now.key:
            self.folded = False
            if not self.asked and not typing:
                self.asked = self.by_itself = True
