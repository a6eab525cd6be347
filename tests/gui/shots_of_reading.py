"""Articles in every state that a reader meets, and guides being walked, for the pictures."""

from PySide6.QtWidgets import QApplication

from kbdesk.content.articles import parse
from kbdesk.core.articles import Article
from kbdesk.ui.guide.view import GuideView
from kbdesk.ui.reader.reader import Reader
from tests.gui.shots import shot
from tests.support.desk_window import DeskWindow
from tests.support.guides import wide_guide
from tests.support.keyboard import press, type_text

GUIDE = "facturation/avoir-ou-remboursement"


def read(desk: DeskWindow, article_id: str) -> Reader:
    search = desk.window.search
    if search.acts.compares:
        search.acts.leave_versions()
    search.flow.follow(article_id, "")
    desk.settle()
    search.panes.show_second()
    search.side.reader.finding.close()
    search.side.reader.around.paper.leave()
    return search.side.reader


def walk(desk: DeskWindow, article_id: str, keys: str) -> GuideView:
    if (shown := desk.window.search.guides.view) is not None and shown.isVisible():
        shown.start_over()
        press(shown, "Escape")
        desk.settle()
    read(desk, article_id).focus_text()
    for key in ("G", *keys):
        at = QApplication.focusWidget()
        assert at is not None, key
        (press if key.isupper() else type_text)(at, key)
        desk.settle()
    view = desk.window.search.guides.view
    assert view is not None
    return view


@shot("article-stale")
def stale(desk: DeskWindow) -> None:
    read(desk, "fibre/coupure-dedommagement")


@shot("article-dated")
def dated(desk: DeskWindow) -> None:
    read(desk, "offres/mobile-120-go")


@shot("article-over")
def over(desk: DeskWindow) -> None:
    read(desk, "mobile/pass-ete-2026")


@shot("article-table")
def table(desk: DeskWindow) -> None:
    read(desk, "offres/remise-groupee")


@shot("article-script")
def script(desk: DeskWindow) -> None:
    read(desk, "facturation/sms-rejet")


@shot("article-script-sms")
def script_for_sms(desk: DeskWindow) -> None:
    read(desk, "facturation/annonce-remboursement")
    desk.window.search.replies.use("sms")


@shot("article-pictures")
def pictures(desk: DeskWindow) -> None:
    read(desk, "materiel/voyants-box")


@shot("article-english")
def english(desk: DeskWindow) -> None:
    read(desk, "facturation/refund-en")


@shot("article-end")
def end(desk: DeskWindow) -> None:
    reader = read(desk, "facturation/remboursement")
    desk.window.search.acts._ask_related()
    desk.settle()
    bar = reader.page.verticalScrollBar()
    desk.wait(lambda: reader.page.builder.done)
    bar.setValue(bar.maximum())


@shot("article-find")
def find(desk: DeskWindow) -> None:
    reader = read(desk, "facturation/remboursement")
    reader.find()
    reader.find_bar.field.setText("rembours")


@shot("article-print")
def paper(desk: DeskWindow) -> None:
    read(desk, "facturation/remboursement").ask_paper()


@shot("article-day")
def day(desk: DeskWindow) -> None:
    read(desk, "facturation/remboursement").ask_day()


@shot("article-versions")
def versions(desk: DeskWindow) -> None:
    said = desk.workspace.knowledge.article("facturation/remboursement")
    text = said.source.replace("12 mois", "24 mois").replace("5 jours", "3 jours")
    desk.workspace.articles.put_all([parse(text, path=said.path)])
    read(desk, said.id)
    acts = desk.window.search.acts
    acts.show_versions()
    desk.wait(lambda: acts.compares and acts.settled)
    assert acts.versions is not None
    shown = acts.versions.text
    desk.wait(lambda: "+24" in shown.toPlainText(), "two versions, word by word")


@shot("guide-first")
def guide_first(desk: DeskWindow) -> None:
    walk(desk, GUIDE, "")


@shot("guide-step")
def guide_step(desk: DeskWindow) -> None:
    walk(desk, GUIDE, "11")


@shot("guide-end")
def guide_end(desk: DeskWindow) -> None:
    walk(desk, GUIDE, "111")


@shot("guide-many")
def guide_many(desk: DeskWindow) -> None:
    guide: Article = wide_guide(12)
    desk.workspace.articles.put_all([guide])
    walk(desk, guide.id, "")
