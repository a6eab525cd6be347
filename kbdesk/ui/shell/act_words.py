"""What each act is called: the same words in the palette, the menu and the tooltips."""

from PySide6.QtCore import QObject

from kbdesk.ui.shell.acts import Where


class ActWords(QObject):
    """The words; asked anew each time, so that they follow the language."""

    def heading(self, of: Where) -> str:
        """Name a group of acts."""
        return {
            Where.ARTICLE: self.tr("On this article"),
            Where.EVERYWHERE: self.tr("Everywhere"),
            Where.SCREEN: self.tr("Screens"),
        }[of]

    def title(self, name: str) -> str:
        """Say what an act does, in the imperative."""
        return (self._article() | self._window() | self._contact())[name]

    def _article(self) -> dict[str, str]:
        return {
            "copy_reply": self.tr("Copy what to say"),
            "reply_form": self.tr("Pick the form of what is copied"),
            "copy_link": self.tr("Copy the link of the article"),
            "copy_text": self.tr("Copy the whole article"),
            "feedback": self.tr("Say what is wrong with it, or thanks"),
            "suggest_edit": self.tr("Suggest an edit"),
            "test_yourself": self.tr("Test yourself on it"),
            "favourite": self.tr("Add to favourites, or take away"),
            "guide": self.tr("Start the guide"),
            "find_in_article": self.tr("Find in the article"),
            "outline": self.tr("Outline of the article"),
            "as_of": self.tr("See the article as on another day"),
            "versions": self.tr("Versions of the article"),
            "print": self.tr("Print or save as PDF"),
            "why": self.tr("Why this result?"),
            "history_back": self.tr("Previous article"),
            "history_forward": self.tr("Next article"),
        }

    def _window(self) -> dict[str, str]:
        return {
            "search": self.tr("Go to the search box"),
            "palette": self.tr("Commands"),
            "not_found": self.tr("Report as not found"),
            "filter_space": self.tr("Pick a space"),
            "filter_kind": self.tr("Pick a kind of article"),
            "show_search": self.tr("Search"),
            "show_now": self.tr("Now"),
            "show_announcements": self.tr("Announcements"),
            "show_learn": self.tr("Learn"),
            "show_contributions": self.tr("My contributions"),
            "show_steer": self.tr("Steer"),
            "confirm_notice": self.tr("Confirm the announcement"),
            "settings": self.tr("Settings"),
            "help": self.tr("Help"),
            "sync": self.tr("Synchronisation"),
            "dock": self.tr("Dock beside the other windows, or back to full size"),
            "dock_other_side": self.tr("Dock at the other edge"),
            "undo": self.tr("Undo"),
            "import": self.tr("Import a folder"),
            "import_file": self.tr("Import a file"),
            "light_or_dark": self.tr("Light or dark theme"),
            "other_language": self.tr("Passer en français"),
            "text_larger": self.tr("Larger text"),
            "text_smaller": self.tr("Smaller text"),
            "text_normal": self.tr("Text at its normal size"),
            "reports": self.tr("Reports of what went wrong"),
            "quit": self.tr("Quit"),
        }

    def _contact(self) -> dict[str, str]:
        card = self.tr("Open card %1")
        numbered = {f"card_{n}": card.replace("%1", str(n)) for n in range(1, 6)}
        return numbered | {
            "copy_card": self.tr("Copy the sentence of the first card"),
            "note": self.tr("Write the note of the contact"),
            "take_contact": self.tr("Take a contact by hand"),
            "end_contact": self.tr("End the contact"),
            "undo_end": self.tr("Take the end of the contact back"),
            "switch_call": self.tr("Take the call that waits"),
        }

    def aside(self, name: str) -> str:
        """Add a word where a title alone leaves a doubt."""
        return {
            "copy_text": self.tr("Text and tables"),
            "import": self.tr("Or drop it on the window"),
            "import_file": self.tr("Or drop it on the window"),
            "reports": self.tr("Without customers' data"),
        }.get(name, "")


_words = ActWords()
title, aside, heading = _words.title, _words.aside, _words.heading
