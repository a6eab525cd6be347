"""A question that was answered, as rows: what was right, what was said, told in words."""

from PySide6.QtCore import QObject

from kbdesk.core.questions import QuestionKind
from kbdesk.core.quiz import Due, Marked
from kbdesk.ui.learn.answer_rows import Row


class OutcomeWords(QObject):
    """The words of the rows."""

    def choices(self, due: Due, marked: Marked) -> list[Row]:
        """Keep the rows where they stood: right ones, and those chosen, say so."""
        rows = []
        right, given = set(marked.solution), set(marked.given)
        for text in due.choices:
            is_right, is_given = text in right, text in given
            state = "right" if is_right else "wrong" if is_given else ""
            told = self.tr("Your answer") if is_given else self.tr("Right") if is_right else ""
            rows.append(Row(text, told, state))
        return rows

    def order(self, marked: Marked) -> list[Row]:
        """Say the right order; an item that stood elsewhere says where."""
        rows = []
        for place, text in enumerate(marked.solution):
            mine = marked.given.index(text) if text in marked.given else -1
            told = "" if mine == place else self.tr("You: place %1").replace("%1", str(mine + 1))
            rows.append(Row(text, told if mine >= 0 else "", "right" if mine == place else "off"))
        return rows

    def pairs(self, due: Due, marked: Marked) -> list[Row]:
        """Say each pair; one that was matched otherwise says with what."""
        rows = []
        given = (*marked.given, *[""] * len(due.lefts))
        for left, goes_with, mine in zip(due.lefts, marked.solution, given, strict=False):
            is_right = mine == goes_with
            told = "" if is_right else self.tr("You: %1").replace("%1", mine)
            rows.append(Row(f"{left} → {goes_with}", told, "right" if is_right else "off"))
        return rows

    def short(self, marked: Marked) -> list[Row]:
        """Say what was typed, and what is taken."""
        typed = marked.given[0] if marked.given else ""
        mine = Row(typed, self.tr("Your answer"), "right" if marked.right else "wrong")
        if marked.right:
            return [mine]
        return [mine, Row(" · ".join(marked.solution[:3]), self.tr("Right"), "right")]


_words = OutcomeWords()


def outcome(due: Due, marked: Marked) -> list[Row]:
    """Return the rows of a question that was answered."""
    kind = due.asked.kind
    if kind is QuestionKind.ORDERING:
        return _words.order(marked)
    if kind is QuestionKind.MATCHING:
        return _words.pairs(due, marked)
    if kind is QuestionKind.SHORT:
        return _words.short(marked)
    return _words.choices(due, marked)
