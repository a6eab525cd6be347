"""A newcomer, a path, and a cohort around them, as a server would have sent them."""

from datetime import datetime, timedelta

from kbdesk.services.base_files import import_base
from kbdesk.services.workspace import Workspace
from kbdesk.store.receipts import Receipts, Shift
from sync.protocol.bodies import learning
from tests.support.lessons import lesson
from tests.support.signed_in import PEOPLE, Server

PATHS = """
paths:
  - id: accueil
    title: Accueil Facturation
    summary: Les quatre premières semaines, entre deux appels.
    modules:
      - id: base
        title: Lire une facture avec le client
        steps:
          - article: facturation/premiere-facture
            title: Lire une première facture
          - guide: facturation/avoir-ou-remboursement
            title: "Avoir ou remboursement : choisir"
      - id: rembourser
        title: Rembourser, faire un avoir
        after: [base]
        steps:
          - article: facturation/remboursement
            title: Rembourser une facture
          - article: equipe/geste-commercial
            title: Faire un geste commercial
          - quiz: contrats/changement-titulaire
            title: Questions sur le titulaire
            pass: 60
      - id: retard
        title: Retard et échéancier
        after: [rembourser]
        steps:
          - article: facturation/echeancier
            title: Payer en plusieurs fois
"""
COHORT = "decembre"
OTHERS = "nuit"


def fill(workspace: Workspace, now: datetime, person: str) -> None:
    """Let there be a path, a cohort on its way, and what a pupil and a trainer know of it."""
    server = Server(workspace, now)
    server.colleagues()
    Receipts(workspace.user, workspace.outbox).keep_shift(Shift(now, now, None, put_away=True))
    names = "".join(f"  - {{id: {id_}, name: {one[0]}}}\n" for id_, one in PEOPLE.items())
    workspace.entities.put("people", "people", f"people:\n{names}", space="+all")
    workspace.entities.put("paths", "paths", PATHS, space="+all")
    people = tuple(one for one in PEOPLE if one != "julien.perrot")[:6]
    target, at = (now + timedelta(days=12)).date().isoformat(), _ago(now, 9)
    trainers = ("julien.perrot",)
    body = learning.Cohort(
        "Nouveaux de décembre", "accueil", people, trainers, "julien.perrot", at, target
    )
    if person == "julien.perrot":
        server.put("cohort", COHORT, body, "+steer")
        for number, pupil in enumerate(people):
            _pupil(server, now, pupil, number)
        return
    enrolment = learning.Enrolment("Nouveaux de décembre", "accueil", trainers, target, at)
    server.put("enrolment", f"{COHORT}/{person}", enrolment, f"~{person}")
    server.put("progress", f"accueil/{person}", _progress(now, person, 2), f"~{person}")


def fill_others(workspace: Workspace, now: datetime) -> None:
    """Let there be a cohort that others accompany, with the figures a server tells of it."""
    server = Server(workspace, now)
    people = tuple(f"p{number}" for number in range(18))
    body = learning.Cohort("Équipe de nuit", "accueil", people, ("ana",), "chef", _ago(now, 9))
    server.put("cohort", OTHERS, body, "+steer")
    done = {
        "base/article:facturation/premiere-facture": 10,
        "base/guide:facturation/avoir-ou-remboursement": 5,
    }
    server.put("cohort_figures", OTHERS, learning.CohortFigures(18, False, done), "+steer")


def _pupil(server: Server, now: datetime, person: str, number: int) -> None:
    progress = _progress(now, person, number % 5)
    server.put("pupil_progress", f"{person}/julien.perrot/accueil", progress, "~julien.perrot")
    for answer in range(6):
        review = learning.Review(
            f"q{answer}", "contrats/changement-titulaire", "", (answer + number) % 3 > 0, 3,
            ("L’ancien titulaire",), _ago(now, answer), _ago(now, answer),
            text="Qui ouvre la demande de cession d’une ligne ?", person=person,
        )  # fmt: skip
        key = f"{person}/julien.perrot/op{number}{answer}"
        server.put("pupil_review", key, review, "~julien.perrot")


def _progress(now: datetime, person: str, done: int) -> learning.Progress:
    steps = (
        "base/article:facturation/premiere-facture",
        "base/guide:facturation/avoir-ou-remboursement",
        "rembourser/article:facturation/remboursement",
        "rembourser/article:equipe/geste-commercial",
    )  # fmt: skip
    known = {
        step: learning.StepDone(_ago(now, 6 - at), _ago(now, 6 - at))
        for at, step in enumerate(steps[:done])
    }
    return learning.Progress("accueil", person, known)


def _ago(now: datetime, days: int) -> str:
    return (now - timedelta(days=days)).isoformat()


def let_sleep(workspace: Workspace) -> None:
    """Bring in a lesson, then change two of its passages in substance."""
    folder = workspace.profile.root / "lessons"
    if folder.is_dir():
        return
    folder.mkdir()
    for text in (lesson(0), lesson(0, frozenset({1, 4}))):
        (folder / "lecon-0.md").write_text(text, "utf-8")
        import_base(workspace, folder)


def let_change(workspace: Workspace) -> None:
    """Let a passage have changed since a question on it was answered, and its author confirm it."""
    coaching = workspace.live.coaching
    folder = workspace.profile.root / "lessons"
    folder.mkdir()
    (folder / "lecon-0.md").write_text(lesson(0), "utf-8")
    import_base(workspace, folder)
    session, _changes = coaching.practise("base/lecon-0")
    while session is not None and session.next is not None:
        session = coaching.answer(session, session.next, ("?",)).session
    (folder / "lecon-0.md").write_text(lesson(0, frozenset({0})), "utf-8")
    import_base(workspace, folder)
    coaching.confirm([one.id for one in coaching.asleep()])
