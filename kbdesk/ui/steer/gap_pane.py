"""One subject that is missing: how it was asked, how it failed, and the proof that closes it.

To attach an article, words are typed and one of five is taken by its number; the searches are then
asked again, and only those that find it among the first three can be closed.
"""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kbdesk.core.gaps import Replay, Subject
from kbdesk.ui.controls.buttons import ActButton
from kbdesk.ui.controls.keyed_button import KeyedButton
from kbdesk.ui.labels import label
from kbdesk.ui.look.look import Look
from kbdesk.ui.reader.prose import Prose
from kbdesk.ui.steer.words import SEPARATOR, WORDS
from kbdesk.ui.writing.reading_pane import ReadingPane
from kbdesk.ui.writing.reason_field import ReasonField

OFFERED = 5  # articles to choose from
OFFER, BESIDE_OFFERS = 32, 240  # px at 100 %: high, and of the field and what is read above it
ASKED = 12  # wordings shown


class Attaching(QWidget):
    """Words for an article, those they find, and what the searches say of the one taken."""

    sought = Signal(str)  # words
    taken = Signal(str)  # an article's id

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.field = ReasonField(look)
        self.offers = [KeyedButton(look, flush=True) for _ in range(OFFERED)]
        self._ids: tuple[str, ...] = ()
        self.room = OFFERED
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self.field)
        for number, offer in enumerate(self.offers):
            column.addWidget(offer)
            offer.clicked.connect(lambda _on=False, number=number: self._take(number))
            offer.hide()
        self.field.edit.textEdited.connect(self.sought.emit)
        self.field.given.connect(lambda _words: self._take(0))
        self.hide()

    def open(self, name: str, words: str) -> None:
        """Ask for an article; these words are typed already."""
        self.show()
        self.field.open(name)
        self.field.edit.setText(words)
        self.field.edit.selectAll()
        self.sought.emit(words)

    def offer(self, found: Sequence[tuple[str, str]]) -> None:
        """Offer as many articles as there is room for; the first is taken by Enter."""
        self._ids = tuple(id_ for id_, _ in found[: self.room])
        for number, button in enumerate(self.offers):
            if number < len(self._ids):
                button.setText(found[number][1])
                button.setAccessibleName(found[number][1])
                button.show_key("Return" if number == 0 else "")
                button.updateGeometry()
            button.setVisible(number < len(self._ids))  # last: it is laid out by its words

    def close_up(self) -> bool:
        """Go away; return whether it was there."""
        was = not self.isHidden()
        self.field.close_up()
        self.hide()
        return was

    def _take(self, number: int) -> None:
        if number < len(self._ids):
            self.taken.emit(self._ids[number])


class GapPane(ReadingPane):
    """A subject, open or decided."""

    draft_wanted = Signal()
    close_wanted = Signal()
    why_given = Signal(str)
    open_wanted = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__(look)
        self.subject: Subject | None = None
        self.replay: Replay | None = None
        self._answer = ""  # title of what answered a subject that is decided
        self.title = Prose("title", look)
        self.meta = Prose("caption", look, colour="muted")
        self._asked, self._proof = label("section", wraps=True), label("section", wraps=True)
        self.asked = Prose("read", look)
        self.beside = Prose("caption", look, colour="muted")
        self.proof = Prose("read", look)
        self.attaching = Attaching(look)
        self.why = ReasonField(look)
        self.draft = ActButton(look, shortcut="N", primary=True)
        self.attach = ActButton(look, shortcut="L")
        self.close_ = ActButton(look, shortcut="C", primary=True)
        self.dismiss = ActButton(look, shortcut="D")
        self.open = KeyedButton(look, "O", quiet=True, flush=True)
        self.add_to_bar(self.open)
        self._lay_out()
        self.draft.clicked.connect(self.draft_wanted.emit)
        self.attach.clicked.connect(self.ask_article)
        self.close_.clicked.connect(self.close_wanted.emit)
        self.dismiss.clicked.connect(self.ask_why)
        self.open.clicked.connect(self.open_wanted.emit)
        self.why.given.connect(self._on_why)
        self.show_nothing()

    def _lay_out(self) -> None:
        parts: tuple[tuple[QWidget, int], ...] = (
            (self.title, 4), (self.meta, 22), (self._asked, 4), (self.asked, 8), (self.beside, 22),
            (self._proof, 4), (self.proof, 0),
        )  # fmt: skip
        for part, gap in parts:
            self.column.addWidget(part)
            self.column.addSpacing(gap)
        self.column.addStretch(1)
        self.foot.column.insertWidget(0, self.attaching)
        self.foot.column.insertWidget(1, self.why)
        for act in (self.draft, self.close_, self.attach, self.dismiss):
            self.foot.acts.addWidget(act)

    def show_nothing(self) -> None:
        """Show an empty pane."""
        self.subject = None
        for part in (self.page, self.foot, self.open):
            part.hide()

    def show_subject(self, subject: Subject, answer: str = "") -> None:
        """Show a subject; what was typed about it stays while it is the same."""
        if self.subject is None or self.subject.id != subject.id:
            self.to_top()
            self.replay = None
            self.step_back()
        self.subject, self._answer = subject, answer
        self.page.show()
        self.foot.setVisible(subject.gaps[0].open)
        self.say()

    def show_replay(self, replay: Replay) -> None:
        """Show what its searches say of an article."""
        self.replay = replay
        self.attaching.close_up()
        self.say()

    def ask_article(self) -> None:
        """Ask which article answers."""
        if self.subject is not None:
            self.why.close_up()
            left = self.height() - self._look.px(BESIDE_OFFERS)
            self.attaching.room = min(max(left // self._look.px(OFFER), 1), OFFERED)
            self.attaching.open(self.tr("Which article answers it?"), self.subject.name)
            self._show_acts()

    def ask_why(self) -> None:
        """Ask why this is no gap."""
        self.attaching.close_up()
        self.why.open(self.tr("Why is nothing missing here?"), self.tr("It is not our trade."))

    def step_back(self) -> bool:
        """Take a field away; return whether one was there."""
        was = self.attaching.close_up() or not self.why.isHidden()
        self.why.close_up()
        self._show_acts()
        return was

    def _on_why(self, why: str) -> None:
        if why:
            self.why_given.emit(why)
        else:
            self.why.blame(self.tr("Say it in a few words."))

    # words

    def say(self) -> None:
        """Set the words for what is shown."""
        one = self.subject
        if one is None:
            return
        self.crumb.say(self.tr("Gaps"))
        self.title.say(WORDS.quoted(one.name))
        times = self.tr("Asked %n time(s)", "", one.times)
        hows = [WORDS.how(how, count) for how, count in one.hows.items()]
        self.meta.say(SEPARATOR.join((times, *hows, *one.motives[:3])))
        self._asked.setText(self.tr("Searched as"))
        asked = [f"{WORDS.quoted(each.query)}  ×\u202f{each.times}" for each in one.queries[:ASKED]]
        self.asked.say("\n".join(asked), "<br>".join(map(_escaped, asked)))
        self._say_beside(one)
        self._say_proof(one)
        self._say_acts(one)

    def _say_beside(self, one: Subject) -> None:
        opened = self.tr("Opened without an answer: %1").replace("%1", ", ".join(one.opened))
        self.beside.setVisible(bool(one.opened))
        self.beside.say(opened)

    def _say_proof(self, one: Subject) -> None:
        made = self.replay
        decided = not one.gaps[0].open
        self._proof.setVisible(made is not None or decided)
        self.proof.setVisible(made is not None or decided)
        if decided:
            self._proof.setText(self.tr("What became of it"))
            self.proof.say(WORDS.decided(one.gaps[0], self._answer))
            return
        if made is None:
            return
        self._proof.setText(self.tr("Asked again, for “%1”").replace("%1", made.title))
        lines = []
        for asked in made.asked:
            told = self.tr("still not found")
            if asked.first:
                told = self.tr("not found; “%1” comes first").replace("%1", asked.first)
            if asked.rank:
                told = self.tr("found, in place %1") if asked.found else self.tr(
                    "in place %1, but the article hardly speaks of it"
                )  # fmt: skip
                told = told.replace("%1", str(asked.rank))
            sign = "✓" if asked.found else "✗"
            lines.append(f"{sign} {WORDS.quoted(asked.query)}{SEPARATOR}{told}")
        if not made.closes:
            lines.append(self.tr("Nothing can be closed: give the article these words as other "
                                 "names, or choose another."))  # fmt: skip
        self.proof.say("\n".join(lines), "<br>".join(map(_escaped, lines)))

    def _say_acts(self, one: Subject) -> None:
        closes = self.replay.closes if self.replay is not None else 0
        self.draft.setText(self.tr("Write the article"))
        self.attach.setText(self.tr("Attach…"))
        self.dismiss.setText(self.tr("Set aside…"))
        self.close_.setText(self.tr("Close %n gap(s)", "", closes))
        self._show_acts()
        self.draft.show_primary(closes == 0)
        self.open.setVisible(self.replay is not None or bool(one.gaps[0].article))
        self.open.setText(self.tr("Open the article"))
        for act in (self.draft, self.attach, self.dismiss, self.close_, self.open):
            act.setAccessibleName(act.text())
            act.updateGeometry()

    def _show_acts(self) -> None:
        """Show what can be done; while an article is looked for, that alone."""
        closes = self.replay is not None and self.replay.closes > 0
        for act in (self.draft, self.attach, self.dismiss, self.close_):
            act.setVisible(self.attaching.isHidden() and (act is not self.close_ or closes))

    @property
    def article(self) -> str:
        """The article that is spoken of, "" for none."""
        if self.replay is not None:
            return self.replay.article
        return self.subject.gaps[0].article if self.subject is not None else ""

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.say()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.step_back():
            return
        super().keyPressEvent(event)


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
