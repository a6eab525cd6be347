"""What people do with each other by keys alone: each at a real desk in a real window.

The server is the real one, in a process of its own. Each desk stands on a desktop of its own, as on
a computer of its own, and is read from outside: the words on its screen, where its keys are, the
window that is active, and what it leaves in its files.
"""

from functools import partial
from pathlib import Path

import pytest

from tests.support import live_office
from tests.support.desk_facts import Facts
from tests.support.live_desk import LiveDesk, Seat, seat
from tests.support.sync_server import SyncServer
from tests.support.told_desk import CALL, hand_over
from tests.support.x11_desktop import start_softphone

pytestmark = pytest.mark.long
server, school = live_office.server, live_office.school
ANSWERED = CALL.replace("call?", "call?state=answered&")


# announcements

TITLE = "Panne fibre : plus de rendez-vous"
RIGHT, WRONG = "Retour a 14 h", "Retour demain"


def test_an_announcement_is_sent_seen_confirmed_understood_and_recalled(
    server: SyncServer, tmp_path: Path
) -> None:
    """A supervisor writes it; it comes above a call and takes no key; the board counts who did."""
    with seat(tmp_path, server, "chef", "fr") as chef, seat(tmp_path, server, "lea", "fr") as lea:
        on, agent = lea.on, lea.desk
        agent.press("ctrl+d")
        agent.until(lambda f: f.docked and f.active, "the docked shape")
        hand_over(on, ANSWERED)
        agent.until(lambda f: f.contact, "the contact")
        softphone = start_softphone(on)
        on.ask("xdotool", "type", "abc")
        on.window("Softphone stand-in abc")
        lea.shot("call")

        _announce(chef)
        agent.until_seen(TITLE)
        lea.shot("strip")
        assert on.active() == softphone, "the strip took the focus"
        on.ask("xdotool", "type", "def")
        on.window("Softphone stand-in abcdef")

        on.ask("xdotool", "key", "alt+Tab")
        agent.until(lambda f: f.active, "the desk, by Alt+Tab")
        before = agent.facts
        agent.press("F7")
        agent.until_done("confirm_notice")
        agent.until_gone(TITLE)
        assert agent.facts.focus == before.focus
        _answer(lea)
        _counted(chef)
        _recall(chef, lea)


def _announce(chef: Seat) -> None:
    """Write it from the first letter to Ctrl+Enter."""
    desk = chef.desk
    desk.press("ctrl+3")
    desk.until(lambda f: f.screen == "announcements", "the announcements")
    new = chef.said("Inbox", "New announcement")
    desk.until_seen(new)
    desk.press("n")
    desk.until(lambda f: f.name == chef.said("Compose", "Title"), "the caret in the title")
    desk.write(TITLE)
    desk.tab_to(chef.said("AudienceField", "For whom"), "shift+Tab")
    desk.choose("fibre")
    desk.until_seen(chef.said("AudienceField", "%n person(s)", count=2))
    away = "%n cannot be reached now and will get it on return"
    desk.until_seen(chef.said("AudienceField", away, count=1))
    chef.shot("reach")
    desk.tab_to(chef.said("Compose", "Level"), "shift+Tab")
    desk.press("Right", "Right", "space")
    desk.until_seen(
        chef.said("Compose", "Comes above all, also during a call. Has to be confirmed.")
    )
    desk.fill_in(chef.said("Compose", "Text"), "Le dire avant tout.")
    desk.tab_to(chef.said("QuestionFields", "Add a question"))
    desk.press("space")
    desk.until(lambda f: f.name == chef.said("QuestionFields", "Question"), "the question")
    desk.write("Quand est le retour ?")
    desk.fill_in(chef.said("QuestionFields", "Right answer"), RIGHT)
    desk.fill_in(chef.said("QuestionFields", "Wrong answer"), WRONG)
    desk.until_seen(chef.said("Compose", "Send to %n person(s)", count=2))
    chef.shot("form")
    desk.press("ctrl+Return")
    desk.until(lambda f: TITLE in f.held, "it among those that were sent")
    chef.shot("sent")


def _answer(lea: Seat) -> None:
    """Answer wrongly, then rightly, by digits."""
    desk = lea.desk
    desk.press("ctrl+3")
    desk.until(lambda f: f.screen == "announcements", "the announcements")
    desk.until(lambda f: TITLE in f.held, "it in the list")
    desk.press("Return")
    desk.until_seen("Quand est le retour ?", RIGHT, WRONG)
    lea.shot("question")
    _choose(desk, WRONG)
    desk.until_seen(lea.said("Verdict", "Not that one. Choose again."))
    lea.shot("wrong")
    _choose(desk, RIGHT)
    desk.until_seen(lea.said("Verdict", "Right: understood."))
    lea.shot("right")


def _choose(desk: LiveDesk, answer: str) -> None:
    """Strike the digit that stands before an answer."""
    offered = [one for one in desk.seen if one in (RIGHT, WRONG)]
    desk.press(str(list(dict.fromkeys(offered)).index(answer) + 1))


def _counted(chef: Seat) -> None:
    """Open the board by Enter: one of two has understood."""
    desk = chef.desk
    desk.press("Return")
    desk.until(lambda f: f.focus == "TeamsTable", "the board")
    counted = chef.said("NoticeWords", "%1 of %2 people have understood")
    desk.until_seen(counted.replace("%1", "1").replace("%2", "2"))
    chef.shot("board")
    desk.press("n")
    desk.until_seen("tom")
    chef.shot("names")
    desk.press("Escape")


def _recall(chef: Seat, lea: Seat) -> None:
    """Take it back: it goes at the other desk, and says why."""
    desk = chef.desk
    desk.tab_to(chef.said("BoardPage", "Recall…"))
    desk.press("space")
    desk.until(lambda f: f.focus == "QLineEdit", "the caret in the reason")
    desk.write("Fausse alerte.")
    chef.shot("recalling")
    desk.press("Return")
    desk.until_seen("Fausse alerte.")
    chef.shot("recalled")
    lea.desk.until_seen(TITLE, "Fausse alerte.")
    lea.shot("told-why")


# learning

# question → what is offered, and what is chosen of it, one key after the other
ASKED: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "Sous combien de jours (3) ?": (("3 jours", "90 jours"), ("3 jours",)),
    "Que cumule-t-on (3) ?": (
        ("L’avoir 3", "La remise 3", "Le geste 3"), ("L’avoir 3", "La remise 3"),
    ),
    "Le cas 3 demande un accord.": (("Vrai", "Faux"), ("Vrai",)),
    "Quel est le délai du dossier 3 ?": ((), ("3 jours",)),
    "Mettez dans l’ordre (3).": (
        ("Ouvrir la fiche 3", "Lire le montant 3", "Valider 3"),
        ("Ouvrir la fiche 3", "Lire le montant 3"),
    ),
    "Quelle couleur pour quoi (3) ?": (
        ("Rose 3", "Bleu 3", "cas 3", "dossier 3"), ("Rose 3", "cas 3", "Bleu 3", "dossier 3"),
    ),
}  # fmt: skip
AT_ONCE = ("Sous combien de jours (3) ?", "Le cas 3 demande un accord.")


def test_a_newcomer_follows_a_path_through_a_call_and_a_second_start(
    school: SyncServer, tmp_path: Path
) -> None:
    """Every kind of question by keys; a call puts the test aside, and it goes on where it was."""
    with seat(tmp_path, school, "tom", "en") as tom:
        desk = tom.desk
        _read_the_first_step(tom)
        _begin_the_test(tom)
        first = _asked(desk)
        _answer_question(tom, first)
        second = _asked(desk)
        _answer_half(tom, second)

        hand_over(tom.on, ANSWERED)
        desk.until(lambda f: f.contact, "the contact")
        desk.until_gone(second)
        tom.shot("put-aside")
        desk.press("F8")
        desk.until(lambda f: f.phase == "wrapping", "the end of the call")
        desk.press("F8")
        desk.until(lambda f: not f.contact, "nobody in hand")
        _resume(tom, second)
        desk.quit()

        desk = tom.again()
        _resume(tom, second)
        for _ in ASKED.keys() - {first}:
            _answer_question(tom, _asked(desk))
        tom.shot("end")
        desk.press("Return")
        desk.until_seen("Lire la seconde lecon")
        desk.quit()

        desk = tom.again()
        desk.press("ctrl+4")
        desk.until(lambda f: f.screen == "learn", "the screen of learning")
        desk.until_seen("Lire la seconde lecon")
        tom.shot("next-step")


def _read_the_first_step(tom: Seat) -> None:
    desk = tom.desk
    desk.press("ctrl+4")
    desk.until_seen("Premiers jours", "Lire la premiere lecon")
    tom.shot("learn")
    desk.tab_to("Lire la premiere lecon")
    desk.press("Return")
    desk.until(lambda f: f.screen == "search" and f.article == "base/lecon-0", "the article")
    desk.press("ctrl+4")
    desk.until(lambda f: "Lire la premiere lecon" in f.name, "the step in the path")
    desk.press("d")
    desk.until(lambda f: "Questions de la premiere lecon" in f.name, "the step after it")
    tom.shot("path")


def _begin_the_test(tom: Seat) -> None:
    tom.desk.press("Return")
    tom.desk.until(lambda _: _asked(tom.desk), "a question")


def _asked(desk: LiveDesk) -> str:
    """Return the question that is on screen, "" for none."""
    return next((one for one in ASKED if one in desk.seen and not desk.shows(MARKED)), "")


MARKED = "Open the article"


def _answer_question(tom: Seat, question: str) -> None:
    """Answer rightly by keys, and go to the next."""
    desk = tom.desk
    tom.shot("question")
    _strike(desk, question, ASKED[question][1])
    if question not in AT_ONCE:
        desk.press("Return")
    desk.until_seen(tom.said("Verdict", "Right."))
    tom.shot("marked")
    desk.press("Return")
    desk.until(lambda _: _asked(desk) not in ("", question) or not desk.shows(MARKED), "the next")


def _answer_half(tom: Seat, question: str) -> None:
    """Choose a part of the answer where it has parts."""
    if question not in AT_ONCE:
        _strike(tom.desk, question, ASKED[question][1][:1])


def _strike(desk: LiveDesk, question: str, answer: tuple[str, ...]) -> None:
    """Strike the digit of each row, as it stands on screen; or type where nothing is offered."""
    offered, _ = ASKED[question]
    if not offered:
        desk.write(answer[0])
        return
    sides = (offered[:2], offered[2:]) if len(offered) == 4 else (offered,)
    digits: dict[str, str] = {}
    for side in sides:  # before the first key: what is paired stands beside the row of its pair
        desk.until(partial(_all_there, desk, side), f"{side}")
        digits |= {one: str(at) for at, one in enumerate(_rows(desk, side), 1)}
    desk.press(*(digits[one] for one in answer))


def _all_there(desk: LiveDesk, among: tuple[str, ...], _facts: Facts) -> bool:
    return len(_rows(desk, among)) == len(among)


def _rows(desk: LiveDesk, among: tuple[str, ...]) -> list[str]:
    """Return these in the order in which they stand on screen."""
    names = [one.partition(", ")[0] for one in desk.seen]
    return list(dict.fromkeys(name for name in names if name in among))


def _resume(tom: Seat, question: str) -> None:
    """Go on with what was put aside: the same question is asked."""
    desk = tom.desk
    desk.press("ctrl+4")
    desk.until(lambda f: f.name == tom.said("HomePage", "Resume"), "the offer to resume")
    tom.shot("resume")
    desk.press("Return")
    desk.until(lambda _: _asked(desk) == question, question)
