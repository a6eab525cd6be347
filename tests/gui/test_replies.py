"""Replies copied in the form of their channel, by keys, filled with what is known."""

from datetime import timedelta

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from kbdesk.core.lease import Lease, Level
from kbdesk.core.replies import Known
from kbdesk.ui.reader.prose import Prose
from kbdesk.ui.reader.say import Say
from tests.support.desk_window import DeskWindow
from tests.support.keyboard import press, type_text

SCRIPT = "facturation/annonce-remboursement"
ARTICLE = "facturation/remboursement"
VALUES = {
    "montant": "34,90 €", "délai": "5", "civilité": "Mme", "nom": "Martin", "référence": "R7",
    "date de l’appel": "jour", "numéro de facture": "F1", "moyen de paiement": "votre compte",
    "prénom de l’agent": "Inès",
}  # fmt: skip


def read(desk: DeskWindow, article_id: str) -> Say:
    desk.window.search.flow.follow(article_id, "")
    desk.settle()
    desk.window.search.side.reader.focus_text()
    return desk.window.search.side.reader.page.head.say


def pasted() -> str:
    return QGuiApplication.clipboard().text()


def test_the_form_that_was_chosen_is_copied_and_remembered(desk: DeskWindow) -> None:
    said = read(desk, ARTICLE)
    assert desk.window.search.replies.channel.value == "plain"
    desk.window.search.copy_reply()
    assert not QGuiApplication.clipboard().mimeData().hasHtml()
    menu = said.chip.menu_of_choices
    next(a for a in menu.actions() if a.data() == "mail").trigger()
    desk.window.search.copy_reply()
    made = QGuiApplication.clipboard().mimeData()
    assert made.html().startswith("<p>Je lance votre remboursement")
    assert made.text() == desk.workspace.knowledge.article(ARTICLE).summary
    desk.wait(lambda: bool(desk.kept), "the settings to be kept")
    assert desk.kept[-1].channel == "mail"
    assert desk.window.search.replies.channel.value == "mail"


def test_what_is_known_of_the_contact_fills_the_names(desk: DeskWindow) -> None:
    said = read(desk, SCRIPT)
    QGuiApplication.clipboard().setText("before")
    desk.window.search.replies.know(Known(name="Mme Martin").values())
    desk.window.search.copy_reply()
    assert pasted() == "before", "a hole is never pasted"
    fields = {field.accessibleName(): field.text() for field in said.findChildren(QLineEdit)}
    assert fields["nom"] == "Mme Martin"
    assert fields["montant"] == ""
    desk.window.search.replies.know(VALUES)
    desk.window.search.copy_reply()
    assert "Bonjour Mme Martin," in pasted()
    assert "{" not in pasted()
    desk.window.search.replies.know({})
    QGuiApplication.clipboard().setText("before")
    desk.window.search.copy_reply()
    assert pasted() == "before", "nothing of one customer goes to the next"


def focused() -> QWidget:
    found = QApplication.focusWidget()
    assert found is not None
    return found


def test_the_message_written_for_the_channel_is_the_one_copied(desk: DeskWindow) -> None:
    read(desk, SCRIPT)
    desk.window.search.replies.know(VALUES)
    desk.window.search.replies.use("sms")
    desk.window.search.copy_reply()
    assert pasted().startswith("Brévane : votre remboursement de 34,90 € est lancé.")
    assert "\u00a0" not in pasted()


def test_a_text_message_is_counted_where_it_is_said(desk: DeskWindow) -> None:
    said = read(desk, ARTICLE)
    desk.window.search.replies.use("sms")
    told = [label.accessibleName() for label in said.findChildren(Prose)]
    length = len(desk.workspace.knowledge.article(ARTICLE).summary)
    assert any(text.startswith(f"SMS\u00a0: {length} sur 160") for text in told), told


def test_fields_are_filled_and_left_by_keys(desk: DeskWindow) -> None:
    read(desk, "facturation/sms-rejet")
    desk.window.search.copy_reply()
    desk.settle()
    for value in ("12 €", "5 mai", "ex.org/a"):
        type_text(focused(), value)
        press(focused(), "Return")
    assert pasted().endswith("Réglez par carte avant le 5 mai : ex.org/a")
    desk.window.search.replies.know({"nom": "x"})
    desk.window.search.copy_reply()
    desk.settle()
    press(focused(), "Esc")
    assert QApplication.focusWidget() is desk.window.search.side.reader.page


def test_an_aged_guide_is_copied_only_when_asked_twice(desk: DeskWindow) -> None:
    search = desk.window.search
    read(desk, "facturation/avoir-ou-remboursement")
    search.side.reader.start_guide()
    desk.settle()
    view = search.guides.view
    assert view is not None
    view.show_lease(Lease(Level.AGEING, age=timedelta(hours=5), of="critical"))
    QGuiApplication.clipboard().setText("before")
    search.copy_reply()
    assert pasted() == "before"
    assert "5" in view.around.lease.text
    search.copy_reply()
    assert pasted().startswith("Votre facture")


def test_the_key_stands_at_the_message_that_it_copies(desk: DeskWindow) -> None:
    read(desk, SCRIPT)
    shown = desk.window.search.side.reader.page
    for channel, heading in (("sms", "SMS"), ("mail", "Courriel")):
        desk.window.search.replies.use(channel)
        desk.wait(lambda: shown.builder.done)
        keyed = [line for line in shown.toPlainText().splitlines() if "Ctrl+Maj+C" in line]
        assert [line.split()[0] for line in keyed] == [heading]
