"""What a reviewer has to know about a suggestion, in sentences; Qt-free but for the translation."""

from PySide6.QtCore import QObject

from kbdesk.core.editing import Verdict
from kbdesk.core.suggestions import ReviewView, Touched

MOST_NAMED = 3  # articles that are called by their titles


class ReviewWords(QObject):
    """The sentences; one instance serves all."""

    def stands(self, view: ReviewView) -> str:
        """Say how a suggestion stands to what is published now, "" where there is nothing to say.

        Deleting against editing is said plainly: neither wins by itself.
        """
        if view.of.removes:
            return self._removal(view)
        if view.verdict is Verdict.GONE:
            return self.tr(
                "This article was taken out meanwhile. Accepting publishes it again, with this"
                " text; declining leaves it out."
            )
        return {
            Verdict.CLASH: self.tr(
                "Somebody else changed the same lines meanwhile. Both texts are kept: choose one"
                " for each."
            ),
            Verdict.CLEAN: self.tr(
                "The article was changed elsewhere meanwhile. Both fit together: what you see is"
                " compared with today's text."
            ),
            Verdict.UNKNOWN: self.tr(
                "The text this was made from is not kept any more. Look closely: what others"
                " wrote since may be among what it takes away."
            ),
            Verdict.SAME: self.tr("This is published already. There is nothing to change."),
        }.get(view.verdict, "")

    def _removal(self, view: ReviewView) -> str:
        if view.published is None:
            return self.tr("This article was taken out already.")
        if view.verdict is Verdict.CLASH:
            return self.tr(
                "To be taken out, but somebody changed it meanwhile. Accepting takes out their"
                " text too; declining keeps it."
            )
        return self.tr("Accepting takes the whole article out. Its history stays.")

    def serious(self, view: ReviewView) -> bool:
        """Return whether something may be lost, or somebody has to choose."""
        calm = {Verdict.CLEAN, Verdict.SAME, Verdict.FRESH}
        return view.of.removes or view.verdict not in calm

    def refused(self, code: str) -> str:
        """Say why the server did not take a decision, and what to do."""
        told = {
            "moved": self.tr("The article was changed before your decision arrived."),
            "changed": self.tr("The article was changed before your decision arrived."),
            "decided": self.tr("Somebody else decided about this first."),
            "forbidden": self.tr("You may not decide about this shelf any more."),
            "four_eyes": self.tr("On this shelf nobody decides about their own text."),
        }.get(code, self.tr("The server did not take your decision."))
        kept = self.tr("Yours is kept: look again and decide.")
        return f"{told} {kept}" if code else ""

    def not_taken(self, code: str) -> str:
        """Say to its author why the server did not take something, and that nothing is lost."""
        told = {
            "forbidden": self.tr("You may not write there any more."),
            "not_found": self.tr("The article is not there any more."),
        }.get(code, self.tr("The server did not take it."))
        kept = self.tr("Your words are kept: take it back and go on.")
        return f"{told} {kept}" if code else ""

    def kept_out(self, view: ReviewView) -> str:
        """Say why this person cannot decide, "" where they can."""
        if not view.of.mine_only:
            return ""
        if view.of.own:
            return self.tr(
                "Four eyes: on this shelf nobody decides about their own text. Another author will."
            )
        return self.tr("You may read this shelf and not decide what is written in it.")

    def touched(self, by: Touched) -> str:
        """Say what else a decision touches, "" for nothing."""
        told = []
        if by.questions:
            told.append(self.tr("%n question(s) will sleep until looked at.", "", by.questions))
        if by.learned:
            told.append(self.tr("%n people had learnt them.", "", by.learned))
        if by.named_in:
            named = ", ".join(by.named_in[:MOST_NAMED])
            more = len(by.named_in) - MOST_NAMED
            told.append(self.tr("%n article(s) link here: %1", "", len(by.named_in)))
            told[-1] = told[-1].replace("%1", f"{named}…" if more > 0 else named)
        return " ".join(told)

    def detail(self) -> str:
        """Say what publishing a detail leaves as it is."""
        return self.tr(
            "As a detail: the verification stays, no question sleeps, and nobody is asked to read"
            " it again."
        )

    def changes(self, count: int) -> str:
        """Head the list of changes."""
        return self.tr("%n change(s)", "", count)


_words = ReviewWords()
stands, serious, refused = _words.stands, _words.serious, _words.refused
not_taken = _words.not_taken
kept_out, changes, touched = _words.kept_out, _words.changes, _words.touched
detail = _words.detail
