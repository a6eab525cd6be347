"""The contact in hand and the window: who tells whom when a call comes, goes on, and ends."""

from typing import TYPE_CHECKING

from kbdesk.core.calls import CallEvent, CallState
from kbdesk.core.contact import Contact
from kbdesk.core.replies import Known
from kbdesk.ui.history import Place

if TYPE_CHECKING:
    from kbdesk.ui.main_window import MainWindow

PAGE = "help/softphone"  # how a telephone is connected


class ContactSide:
    """Joins the Now screen to the search screen, the rail and the docked shape."""

    def __init__(self, window: "MainWindow") -> None:
        self._window = window
        self._key = ""
        flow, place, panel = window.now_flow, window.place, window.now_panel
        window.call_came.connect(self._guard)
        flow.stood.connect(place.take_standing)
        flow.contact_changed.connect(self._follow)
        flow.open_requested.connect(self._open)
        flow.trouble_met.connect(window.tell)
        flow.changed.connect(window.take_changes)
        panel.search_requested.connect(self._search)
        panel.menu_requested.connect(window.deeds.open_menu)
        panel.help_requested.connect(lambda: window.deeds.open_help(PAGE))
        place.shown_alone.connect(lambda _alone: window.mark_screen())

    def _guard(self, event: CallEvent) -> None:
        """While it rings, also for somebody who has to wait, the docked shape takes no key."""
        if event.state is CallState.RINGING:
            self._window.docking.hold_back()
        else:
            self._window.docking.release()

    def connect_guides(self) -> None:
        """Let the path of a guide go into the note."""
        guides = self._window.search.guides
        guides.path_wanted.connect(self._window.now_flow.add_to_note)
        guides.path_wanted.connect(self._window.now_flow.keep_path)

    def _follow(self, contact: Contact | None) -> None:
        """Let nothing of one customer stand in what is said to the next."""
        window = self._window
        search, key = window.search, contact.key if contact is not None else ""
        if key != self._key:
            self._key = key
            search.guides.forget()
            if key:
                window.docking.show_quietly()
        search.guides.offer_note(contact is not None)
        known = _known(contact) if contact is not None else {}
        search.replies.know(known)
        window.now_flow.cards.know(known)
        search.motive = (contact.queue, contact.intent) if contact is not None else ("", "")
        window.mark_contact(contact)

    def _open(self, article_id: str) -> None:
        window = self._window
        window.show_screen("search")
        window.search.flow.read(Place(article_id))
        window.search.panes.show_second()

    def _search(self, letters: str) -> None:
        window = self._window
        window.show_screen("search")
        window.search.focus_search()
        if letters:
            window.search.search_for(letters)


def _known(contact: Contact) -> dict[str, str]:
    caller = contact.caller
    return dict(
        Known(
            name=caller.name if caller is not None else contact.name,
            number=contact.phone.shown if contact.phone is not None else "",
            account=contact.account,
            product=caller.product if caller is not None else "",
        ).values()
    )
