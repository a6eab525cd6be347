"""The table of acts of a window: what each of them calls, and when it applies."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING
from urllib.parse import quote

from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut

from kbdesk.core.articles import Kind
from kbdesk.ui.shell.acts import Act, Where
from kbdesk.ui.shell.screens import SCREENS

if TYPE_CHECKING:
    from kbdesk.ui.main_window import MainWindow
    from kbdesk.ui.search_screen import SearchScreen

A, S = Where.ARTICLE, Where.SCREEN


def made_acts(window: "MainWindow") -> tuple[Act, ...]:
    """Return every act of the window."""
    return (*_article(window), *_contact(window), *_finding(window), *_window(window),
            *_screens(window))  # fmt: skip


def bind(window: "MainWindow", acts: tuple[Act, ...]) -> None:
    """Let each bound act answer to its keys, wherever the focus is in the window."""
    for act in acts:
        if act.bound:
            for keys in act.keys:
                QShortcut(QKeySequence(keys), window).activated.connect(act.do)


def _article(window: "MainWindow") -> tuple[Act, ...]:
    here, live = window.on_search, window.live_acts

    def act(name: str, does: "Callable[[SearchScreen], object]", icon: str, **more: bool) -> Act:
        return Act(name, lambda: here(does), A, icon, lambda: window.deeds.reads, **more)

    return (
        Act("copy_reply", window.deeds.copy_reply, A, "copy",
            lambda: window.deeds.reads or window.place.is_alone),
        act("reply_form", lambda s: s.replies.choose(), "chat-text"),
        act("copy_link", _copy_link, "link"),
        act("copy_text", lambda s: _copy_text(window, s), "file-text"),
        Act("feedback", live.give_feedback, A, "chats", lambda: live.may("give_feedback")),
        Act("suggest_edit", live.suggest_edit, A, "pencil", lambda: live.may("suggest_edit")),
        Act("test_yourself", live.test_yourself, A, "graduation-cap",
            lambda: live.may("test_yourself")),
        Act("guide", lambda: here(lambda s: s.side.reader.start_guide()), A, "git-branch",
            lambda: window.deeds.reads and _is_guide(window), bound=False),
        act("favourite", lambda s: s.toggle_favourite(), "star"),
        act("find_in_article", lambda s: s.side.reader.find(), "magnifying-glass"),
        act("outline", lambda s: s.side.reader.navigation.show_headings(), "list"),
        act("as_of", lambda s: s.acts.ask_day(), "calendar-blank"),
        act("versions", lambda s: s.acts.show_versions(), "clock-counter-clockwise"),
        act("print", lambda s: s.acts.ask_paper(), "printer"),
        Act("why", lambda: here(lambda s: s.explain()), A, "question"),
        Act("history_back", lambda: here(lambda s: s.go_back()), A, "arrow-left"),
        Act("history_forward", lambda: here(lambda s: s.go_forward()), A, "arrow-right"),
    )  # fmt: skip


def _is_guide(window: "MainWindow") -> bool:
    reading = window.search.side.reader.reading
    return reading is not None and reading.article.kind is Kind.GUIDE


def _copy_link(screen: "SearchScreen") -> None:
    if place := screen.flow.here:
        QGuiApplication.clipboard().setText(f"kbdesk://open?article={quote(place.article_id)}")


def _copy_text(window: "MainWindow", screen: "SearchScreen") -> None:
    if place := screen.flow.here:
        window.deeds.copy_text(place.article_id)


def _contact(window: "MainWindow") -> tuple[Act, ...]:
    flow, panel = window.now_flow, window.now_panel

    def in_hand() -> bool:
        return flow.contact is not None

    def note() -> None:
        if not panel.isVisible():
            window.show_screen("now")
        panel.note.take_focus()

    def by_hand() -> None:
        window.show_screen("now")
        panel.take_by_hand()

    cards = tuple(
        Act(f"card_{n}", partial(panel.press_card, n), applies=in_hand, listed=False)
        for n in range(1, 6)
    )
    return (
        Act("note", note, icon="chat-text", applies=in_hand),
        Act("copy_card", flow.cards.copy_first, icon="copy", applies=in_hand),
        Act("end_contact", panel.end_contact, icon="check-circle", applies=in_hand),
        Act("take_contact", by_hand, icon="headset", applies=lambda: not in_hand()),
        Act("undo_end", flow.undo, icon="arrow-counter-clockwise", applies=panel.undo.isVisible),
        Act("switch_call", flow.switch, icon="headset", applies=panel.waiting.isVisible),
        *cards,
    )


def _finding(window: "MainWindow") -> tuple[Act, ...]:
    here = window.on_search
    return (
        Act("search", window.deeds.to_search, icon="magnifying-glass"),
        Act("palette", window.deeds.open_palette, icon="caret-right", listed=False),
        Act("not_found", window.deeds.report_not_found, icon="warning-circle"),
        Act("confirm_notice", window.live_acts.confirm_notice, icon="check-circle",
            applies=lambda: window.live_acts.may_confirm),
        Act("undo", window.undoing.take_back, icon="arrow-counter-clockwise",
            applies=lambda: window.undoing.stands),
        Act("filter_space", lambda: here(_pick_space), icon="folder-open"),
        Act("filter_kind", lambda: here(_pick_kind), icon="file-text"),
    )  # fmt: skip


def _pick_space(screen: "SearchScreen") -> None:
    screen.list.spaces.open_menu()


def _pick_kind(screen: "SearchScreen") -> None:
    screen.list.kinds.open_menu()


def _window(window: "MainWindow") -> tuple[Act, ...]:
    return (
        Act("dock", window.docking.toggle, icon="layout"),
        Act("dock_other_side", window.docking.change_edge, icon="layout"),
        Act("import", window.drops.choose_folder, icon="folder-open",
            applies=lambda: window.drops.offered),
        Act("import_file", window.drops.choose_file, icon="file-text",
            applies=lambda: window.drops.offered),
        Act("light_or_dark", window.deeds.swap_theme, icon="moon"),
        Act("other_language", window.deeds.swap_language, icon="globe"),
        Act("text_larger", lambda: window.deeds.step_text(1), icon="text-aa"),
        Act("text_smaller", lambda: window.deeds.step_text(-1), icon="text-aa"),
        Act("text_normal", lambda: window.set_text_size(100), icon="text-aa"),
        Act("reports", lambda: window.show_screen("report"), icon="warning-circle",
            applies=lambda: window.deeds.has_reports),
        Act("quit", window.deeds.quit, icon="sign-out"),
    )  # fmt: skip


def _screens(window: "MainWindow") -> tuple[Act, ...]:
    own = {
        "show_search": window.deeds.show_home, "show_now": window.deeds.toggle_now,
        "help": window.deeds.toggle_help, "sync": window.deeds.to_sync,
    }  # fmt: skip
    return tuple(
        Act(s.act, own.get(s.act, partial(window.show_screen, s.name)), S, s.icon,
            partial(window.live.offers, s.name))
        for s in SCREENS
    )  # fmt: skip
