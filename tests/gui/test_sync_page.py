"""The sync page, the line and the sign-in over a connection that the test plays."""

import itertools
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from kbdesk.paths import Profile
from kbdesk.services.connected.sync_facts import Activity, Refusal, SignIn, SyncFacts, Welcome
from kbdesk.settings import Settings
from kbdesk.ui import words
from kbdesk.ui.connected.first_run_page import FirstRun
from kbdesk.ui.connected.sync_page import SyncPage
from kbdesk.ui.first_run import FirstActs
from kbdesk.ui.sync_line import BaseStatus
from tests.gui.test_accessibility import nameless
from tests.gui.test_text_size import SIZES, clipped
from tests.support.desk_window import MOMENT, DeskWindow, copy_of, open_desk
from tests.support.keyboard import press, type_text
from tests.support.played_connection import REFUSED, WAITING, PlayedConnection, facts

ACTS = FirstActs(import_folder=lambda _folder: None, try_sample=lambda: None)
FULL = facts("behind", refused=REFUSED, waiting=WAITING, others={"bruno": 2})


@pytest.fixture
def played() -> PlayedConnection:
    return PlayedConnection()


@pytest.fixture
def desk(
    qtbot: QtBot,
    tmp_path: Path,
    sample_profile: Profile,
    settings: Settings,
    played: PlayedConnection,
) -> Iterator[DeskWindow]:
    folder = copy_of(sample_profile, tmp_path / "profile")
    with open_desk(folder, settings, acts=ACTS, connection=played) as desk:
        yield desk


def show(desk: DeskWindow, sync: SyncFacts, articles: int = 41) -> None:
    desk.window.show_status(BaseStatus(articles, MOMENT, len(sync.waiting), sync=sync))


def page(desk: DeskWindow, sync: SyncFacts) -> SyncPage:
    show(desk, sync)
    desk.window.show_screen("sync")
    found = desk.window.connected.page
    assert found is not None
    return found


def first_run(desk: DeskWindow) -> FirstRun:
    show(desk, SyncFacts(), articles=0)
    found = desk.window.connected.first_run
    assert found is not None
    return found


def focused() -> QWidget:
    found = QApplication.focusWidget()
    assert found is not None
    return found


# the line


@pytest.mark.parametrize(
    ("sync", "said"),
    [
        (facts(), "Synchronisé il y a\u00a02\u00a0min"),
        (facts(last_success=MOMENT), "Synchronisé à l’instant"),
        (facts("never", last_success=None), "Première copie à venir"),
        (
            facts("offline", last_success=MOMENT - timedelta(hours=2)),
            "Hors connexion, synchronisé il y a\u00a02\u00a0h",
        ),
        (facts("offline", last_success=None), "Serveur injoignable"),
        (facts("signed out"), "Session terminée\u00a0: reconnectez-vous"),
        (facts("too old"), "kbdesk est à mettre à jour"),
        (facts("intercepted"), "Le réseau demande une connexion"),
        (facts("no room"), "Le disque est plein"),
    ],
    ids=lambda value: value.state if isinstance(value, SyncFacts) else "",
)
def test_the_line_says_each_state_in_a_few_words(
    desk: DeskWindow, sync: SyncFacts, said: str
) -> None:
    show(desk, sync)
    assert desk.window.status.spoken.replace("\u00a0", " ").startswith(said.replace("\u00a0", " "))


def test_the_line_tells_what_waits_and_what_was_refused(desk: DeskWindow) -> None:
    show(desk, FULL)
    assert "3 envois refusés, 3 envois en attente" in desk.window.status.spoken.replace("\xa0", " ")


def test_the_line_opens_the_page_by_mouse_and_by_keys(desk: DeskWindow, qtbot: QtBot) -> None:
    show(desk, facts())
    desk.window.status.setFocus()
    press(desk.window.status, "Return")
    assert desk.window.screen_shown == "sync"
    press(focused(), "Esc")
    assert desk.window.screen_shown == "search"


def test_f9_opens_the_page_and_there_it_syncs(desk: DeskWindow, played: PlayedConnection) -> None:
    show(desk, facts())
    for _ in range(2):
        desk.window.deeds.to_sync()
    assert desk.window.screen_shown == "sync"
    assert played.asked == ["sync"]


# the page


def test_a_level_desk_says_so_in_one_sentence_and_shows_no_list(desk: DeskWindow) -> None:
    shown = page(desk, facts())
    assert shown.head.sentence.text() == "Tout est à jour."
    assert shown.refused.isHidden()
    assert shown.waiting.isHidden()
    assert not shown.form.isVisible()


def test_each_entry_says_what_about_what_and_why(desk: DeskWindow) -> None:
    shown = page(desk, FULL)
    conflict, forbidden, large = shown.refused.rows
    assert "Geste commercial" in conflict.name.text()
    assert "gardé sur le serveur" in conflict.why.text()
    assert conflict.again.isHidden()
    assert "Demandez" in forbidden.why.text()
    assert "Raccourcissez" in large.why.text()
    assert [row.again.isHidden() for row in shown.waiting.rows] == [True] * 3
    assert "bruno" in shown.notes.text


def test_nothing_is_forgotten_before_it_was_kept(
    desk: DeskWindow, played: PlayedConnection
) -> None:
    shown = page(desk, FULL)
    assert all(row.forget.isHidden() for row in shown.refused.rows)
    shown.choose_file = lambda: Path("kept.json")
    shown.export.click()
    assert ("export", Path("kept.json")) in played.asked
    shown.refused.rows[1].forget.click()
    assert ("forget", "op-5") in played.asked
    more = facts("behind", refused=(*REFUSED, WAITING[0]))
    show(desk, more)  # something new was refused, and is in no file
    assert all(row.forget.isHidden() for row in shown.refused.rows)


def test_all_that_may_be_sent_again_goes_with_one_press(
    desk: DeskWindow, played: PlayedConnection
) -> None:
    shown = page(desk, FULL)
    shown.again_all.click()
    assert played.asked[-1] == ("again", "op-5", "op-27")


def test_the_focus_stays_in_the_list_when_a_row_goes(desk: DeskWindow) -> None:
    shown = page(desk, FULL)
    shown.refused.rows[1].again.setFocus()
    show(desk, facts("behind", refused=(REFUSED[0], REFUSED[2])))
    assert focused() is shown.refused.rows[1].again


def test_the_details_name_what_it_wants_to_know(desk: DeskWindow) -> None:
    shown = page(desk, facts("offline", trouble="The server cannot be reached."))
    shown.details.toggle.click()
    told = [one.text() for one in shown.details.findChildren(QWidget) if hasattr(one, "text")]
    fault, role = "The server cannot be reached.", words.role("author")
    assert {"https://base.nordal.example", "ana", role, fault} <= set(told)
    assert "author" not in told  # what the protocol calls it is no word of the screen
    assert any("changement\u00a01204" in text for text in told)


def test_what_is_under_way_has_a_bar_and_goes_away(desk: DeskWindow) -> None:
    shown = page(desk, facts("never", last_success=None))
    desk.window.show_activity(Activity("downloading", 2_000_000, 8_000_000, first=True))
    strip = desk.window.connected.strip
    assert strip.isVisible()
    assert strip.bar.share == shown.head.bar.share == 25
    assert strip.text.replace("\xa0", " ") == "Copie : 2,0 sur 8,0 Mo"
    desk.window.show_activity(None)
    assert not strip.isVisible()
    assert not shown.head.bar.isVisible()


def test_a_pass_of_every_day_shows_no_strip(desk: DeskWindow) -> None:
    show(desk, facts())
    desk.window.show_activity(Activity("fetching", 3, 9))
    assert not desk.window.connected.strip.isVisible()


def test_news_move_nothing_under_the_eyes_of_a_reader(desk: DeskWindow) -> None:
    from kbdesk.core.changes import Changes

    desk.find("facture")
    desk.window.search.list.results.move_by(2)
    desk.settle()
    chosen, here = desk.window.search.list.results.chosen, desk.window.search.flow.here
    desk.window.take_news(Changes(articles=True))
    desk.settle()
    assert desk.window.search.list.results.chosen == chosen
    assert desk.window.search.flow.here == here


# signing in


def test_the_first_run_takes_digits_letters_and_arrows(
    desk: DeskWindow, played: PlayedConnection
) -> None:
    shown = first_run(desk)
    assert not desk.window._rail.isVisible()
    assert shown.form is not None
    press(focused(), "Down")
    assert shown.doors.present == 1
    type_text(focused(), "b")
    assert shown.doors.present == 0
    type_text(focused(), "ase.example")
    press(focused(), "Return")
    assert played.asked == ["base.example"]
    type_text(focused(), "ana")
    press(focused(), "Return")
    type_text(focused(), "secret")
    press(focused(), "Return")
    asked = played.asked[-1]
    assert isinstance(asked, SignIn)
    assert (asked.address, asked.user, asked.password) == (played.found, "ana", "secret")
    assert "secret" not in repr(asked)


def test_a_french_row_of_digits_opens_doors_without_shift(desk: DeskWindow) -> None:
    shown = first_run(desk)
    type_text(focused(), "&")
    assert shown.form is not None
    assert shown.form.where.edit.hasFocus()


@pytest.mark.parametrize(
    "kind", ["unreachable", "portal", "stranger", "too old", "busy", "certificate", "fault"]
)
def test_every_refusal_has_words_and_loses_only_the_password(
    desk: DeskWindow, played: PlayedConnection, kind: str
) -> None:
    form = first_run(desk).form
    assert form is not None
    form.begin(played.found, "ana")
    form.password.edit.setText("secret")
    played.refusal = Refusal(kind, "in English")
    form.sign_in()
    assert form.trouble
    assert form.user.text == "ana"
    assert form.password.text == ""


def test_nothing_is_asked_while_something_is_missing(
    desk: DeskWindow, played: PlayedConnection
) -> None:
    form = first_run(desk).form
    assert form is not None
    form.look()
    assert form.trouble
    form.begin(played.found, "ana")
    form.sign_in()
    assert form.password.edit.hasFocus()
    assert played.asked == []


def test_a_base_of_files_gives_way_only_when_told_to(
    desk: DeskWindow, played: PlayedConnection
) -> None:
    form = page(desk, SyncFacts()).form
    form.begin(played.found, "ana")
    form.password.edit.setText("secret")
    played.refusal = Refusal("base")
    form.sign_in()
    assert form.password.text == "secret"
    played.refusal = None
    form.replace.click()
    asked = played.asked[-1]
    assert isinstance(asked, SignIn)
    assert asked.replace_base


def test_another_person_is_told_whose_work_waits_here(
    desk: DeskWindow, played: PlayedConnection
) -> None:
    played.welcome = Welcome("chef", {"ana": 2}, before="ana")
    form = page(desk, facts("signed out")).form
    form.user.edit.setText("chef")
    form.password.edit.setText("secret")
    form.sign_in()
    assert "2 envois de ana" in desk.window.notice.text.replace("\xa0", " ")


@pytest.mark.parametrize("way", ["escape", "another screen", "another address"])
def test_leaving_the_form_gives_the_wait_up(
    desk: DeskWindow, played: PlayedConnection, way: str
) -> None:
    """And what was typed stays: it can be asked again at once."""
    form = first_run(desk).form
    assert form is not None
    form._on_found(played.found)
    form.user.edit.setText("ana")
    form.password.edit.setText("secret")
    played.silent = True
    form.sign_in()
    if way == "escape":
        press(form.password.edit, "Esc")
        assert form.password.text == "secret"
    elif way == "another screen":
        desk.window.show_screen("search")
    else:
        form._other.click()
    assert (played.asked[1:], form.user.text) == (["give up"], "ana")
    assert not form.user.edit.isReadOnly()
    form.give_up()
    assert len(played.asked) == 2, "what is not waited for cannot be given up"


def test_two_presses_are_one_question(desk: DeskWindow, played: PlayedConnection) -> None:
    form = first_run(desk).form
    assert form is not None
    played.silent = True
    form.where.edit.setText("base.example")
    form.look()
    form.look()
    assert played.asked == ["base.example"]
    assert not form.link.isEnabled()


def test_escape_walks_back_from_the_form_and_leaves_the_page(
    desk: DeskWindow, played: PlayedConnection
) -> None:
    shown = first_run(desk)
    form = shown.form
    assert form is not None
    form.begin(played.found, "")
    form._fixed = False
    form.focus_first()
    press(focused(), "Esc")
    assert form.where.edit.hasFocus()
    press(focused(), "Esc")
    assert shown.doors.doors[0].head.hasFocus()
    page(desk, facts("signed out"))
    press(focused(), "Esc")
    assert desk.window.screen_shown == "search"


# for everyone


def test_all_that_can_be_focused_has_a_name(desk: DeskWindow) -> None:
    first_run(desk)
    assert nameless(desk.window) == []
    page(desk, FULL)
    assert nameless(desk.window) == []
    page(desk, facts("signed out"))
    assert nameless(desk.window) == []


@pytest.mark.parametrize(("scale", "language"), list(itertools.product((80, 200), ("fr", "en"))))
def test_no_text_is_clipped(
    qtbot: QtBot, tmp_path: Path, sample_profile: Profile, scale: int, language: str
) -> None:
    chosen = Settings(language=language, theme="light", text_scale=scale)
    played = PlayedConnection()
    folder = copy_of(sample_profile, tmp_path / "p")
    faults: list[str] = []
    with open_desk(folder, chosen, acts=ACTS, connection=played) as desk:
        for shape, size in SIZES.items():
            desk.window.resize(*size)
            shown = first_run(desk)
            assert shown.form is not None
            shown.form.ask_address()
            played.refusal = Refusal("portal")
            shown.form.where.edit.setText("base.nordal.example")
            shown.form.look()
            desk.settle()
            faults += [f"{shape} doors: {fault}" for fault in clipped(shown)]
            played.refusal = None
            shown.form.look()
            desk.settle()
            faults += [f"{shape} who: {fault}" for fault in clipped(shown)]
            for sync in (FULL, facts("signed out")):
                there = page(desk, sync)
                desk.settle()
                faults += [f"{shape} page: {fault}" for fault in clipped(there)]
    assert faults == []
