"""What is wrong with a text or an act, by its code: what it is, and what to do about it.

The rules of the content speak no language; every code that they give has its sentence here (a test
looks for those without one). A code that is not known is told in the words that came with it.
"""

import re
from collections.abc import Sequence

from PySide6.QtCore import QObject

_GAP = re.compile(r"%([1-9])")


class FaultWords(QObject):
    """The sentences; one instance serves all."""

    def said(self, code: str, values: Sequence[str] = ()) -> str:
        """Say one fault; "" for a code without words."""
        if not code:
            return ""
        told = {
            **self._heads(),
            **self._fields(),
            **self._blocks(),
            **self._questions(),
            **self._guides(),
            **self._acts(),
        }.get(code, "")
        return _GAP.sub(lambda gap: _value(values, int(gap[1])), told)

    def _heads(self) -> dict[str, str]:
        """Say what is wrong between the dashes, or with the letters of the whole text."""
        return {
            "head_open": self.tr(
                "The head of the text never ends. Close it with a line of three dashes: ---"
            ),
            "head_fields": self.tr("The head is no list of fields. Write each as “name: value”."),
            "head_long": self.tr("The head is too long. Move its text below the dashes."),
            "head_unread": self.tr(
                "The head cannot be read here. Write “name: value”; put a value with a colon or"
                " a sign at its start in quotes, and indent by spaces."
            ),
            "head_letter": self.tr("A letter here may not stand in the head. Type the line anew."),
            "head_alias": self.tr(
                "A value of the head begins with * or &. Put it in quotes, or write it out."
            ),
            "head_deep": self.tr("Too many lists within lists. Write the head more simply."),
            "head_name": self.tr("This field has no plain name. Write it as “name: value”."),
            "nul": self.tr("A letter here is none. Delete it, or type the line anew."),
            "half": self.tr("Half a letter stands here. Type the line anew."),
        }

    def _fields(self) -> dict[str, str]:
        return {
            "one_text": self.tr("One value stands here, no list. Write it on one line."),
            "no_list": self.tr("A list is wanted here. Write one entry a line, after a dash."),
            "no_day": self.tr("“%1” is no day of the calendar. Write it as 2026-03-31."),
            "no_length": self.tr("“%1” is no length of time. Write 90d, 12w, 6m or 1y."),
            "no_moment": self.tr("“%1” is no moment. Write it as 2026-03-31T08:00."),
            "ends_first": self.tr("%1 comes before %2, which is %3. Change one of the two."),
            "goes_first": self.tr("It would go before it comes. Put it after publish_at."),
            "no_id": self.tr("“%1” cannot be an id. Use letters, digits and - _ . / only."),
            "other_id": self.tr(
                "An article keeps its id: “%1”, not “%2”. Write it back, or begin a new article."
            ),
        }

    def _blocks(self) -> dict[str, str]:
        return {
            "internal_open": self.tr(
                "This internal block never ends. Close it with a line of three colons: :::"
            ),
            "block_undated": self.tr(
                "This block names no day. Write from=2026-03-01, to=2026-03-31, or both."
            ),
            "block_turned": self.tr("This block ends on %1, before it begins on %2. Turn them."),
            "block_day": self.tr("“%1” is no day of the calendar. Write it as 2026-03-31."),
        }

    def _questions(self) -> dict[str, str]:
        return {
            "question_alone": self.tr("There is no text above this question. Put it below one."),
            "asks_nothing": self.tr("This block asks nothing. Begin it with the question."),
            "no_answer": self.tr("This question has no answer. Add lines “- [x] right”, “- [ ]”."),
            "two_ways": self.tr("This question mixes two ways of answering. Keep to one."),
            "after_why": self.tr("Something follows the explanation. Put it above the line “>”."),
            "no_part": self.tr(
                "“%1” is no answer and no explanation. Begin it with “- [ ]”, or with “>”."
            ),
            "empty_answer": self.tr("An answer is empty. Fill it in, or delete its line."),
            "one_item": self.tr("One item alone cannot be put in order. Add another."),
            "answer_twice": self.tr("The same answer stands here twice. Change one."),
            "none_right": self.tr("No answer is marked as right. Write “- [x]” before it."),
            "one_answer": self.tr("One answer alone is no choice. Add a wrong one: “- [ ]”."),
            "item_twice": self.tr("The same item stands here twice. Change one."),
            "no_kind": self.tr("“%1” is no kind of question. Delete this word."),
            "other_kind": self.tr(
                "These answers make a “%1” question, not “%2”. Delete this word, or change them."
            ),
        }

    def _guides(self) -> dict[str, str]:
        return {
            "no_steps": self.tr("This guide has no step. Begin each with a line “## Question”."),
            "no_such_step": self.tr("“%1” leads to “%2”, and no step has this name. Correct it."),
            "step_twice": self.tr("Two steps have the name “%1”. Rename one."),
            "not_reached": self.tr("No choice leads to the step “%1”. Add one, or delete it."),
            "endless": self.tr(
                "From the step “%1” one never gets to an end. Add a choice that leads out."
            ),
        }

    def _acts(self) -> dict[str, str]:
        """Say what stands in the way of sending, deciding and answering."""
        return {
            "title_taken": self.tr("Too many articles have this title. Give it another one."),
            "draft_gone": self.tr("This draft is no longer on this computer. Choose another."),
            "no_picture": self.tr("“%1” cannot be shown. Take a PNG, JPEG, GIF or WebP picture."),
            "unpublished": self.tr("The article is not published any more. Send yours as it is."),
            "same_lines": self.tr(
                "Somebody else changed the same lines meanwhile. Choose which are to stand."
            ),
            "no_change": self.tr("This says what is published already. Change it, or delete it."),
            "may_not_publish": self.tr("You may not publish this yourself. Suggest it instead."),
            "changed_meanwhile": self.tr(
                "The article was changed meanwhile. Bring your text onto it first."
            ),
            "may_not_decide": self.tr(
                "You may read “%1”, not decide what is written there. Ask one of its authors."
            ),
            "four_eyes": self.tr(
                "On “%1” nobody publishes their own text. Ask another author to decide."
            ),
            "not_chosen": self.tr("No change is chosen. Choose one by its number, or decline."),
            "no_reason": self.tr("A no wants a reason. Say it in a sentence: its author reads it."),
            "decided": self.tr("This was decided already. There is nothing left to do."),
            "own_suggestion": self.tr("This suggestion is yours. Withdraw it to change it."),
            "not_asked": self.tr("Nothing is asked about this suggestion. Withdraw it to go on."),
            "suggestion_gone": self.tr("This suggestion is not here any more. Choose another."),
            "remark_gone": self.tr("This remark is not here any more. Choose another."),
            "remark_closed": self.tr("This remark is answered. Make a new one of the article."),
            "answered": self.tr("It was answered already. It can no longer be taken back."),
            "wordless": self.tr("Words are wanted here. Write a sentence."),
            "too_long": self.tr("A text here has at most %1 letters. Say it shorter."),
            "too_many": self.tr("At most %1 articles at a time. Choose fewer."),
            "reader": self.tr("You may read here and not write. Ask an administrator."),
        }


def _value(values: Sequence[str], number: int) -> str:
    return values[number - 1] if number <= len(values) else ""


_words = FaultWords()
said = _words.said
