"""Gaps as a whole loop: a search fails, an article is written, the proof closes it, and the one who
asked is told. Real server, three profiles, the command line between them.
"""

import json
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from kbdesk.core.results import Scope
from kbdesk.core.search_trail import Searched, Wording
from kbdesk.paths import Profile
from kbdesk.services.workspace import Workspace
from tests.support.desk_commands import desk, sign_in, sync_until
from tests.support.sync_server import SyncServer, serving

# what was asked, by whom, how it failed, and the words of the article that will answer it
PLANTED = [
    ("esim perdue", "ana", "told", "Perdre son eSIM : esim perdue, on la bloque."),
    ("résilier suite décès", "ana", "empty", "Résilier suite à un décès du titulaire."),
    ("tva facture étranger", "ana", "unclicked", "TVA sur une facture payée à l’étranger."),
    ("rio entreprise", "ana", "reworded", "RIO d’une entreprise : où le lire."),
    ("box rendue non reçue", "ana", "empty", "Box rendue mais non reçue : ouvrir une recherche."),
    ("plan de paiement", "ben", "empty", "Plan de paiement en trois fois."),
    ("carte senior", "ben", "told", "Carte senior : remise de cinq euros."),
    ("travaux voisinage câble", "ben", "empty", "Câble coupé par des travaux du voisinage."),
    ("numéro surtaxé", "ben", "unclicked", "Numéro surtaxé : bloquer les appels."),
    ("parrainage double", "ben", "reworded", "Parrainage : cas de la prime en double."),
]
START = datetime(2026, 11, 20, 9, tzinfo=UTC)


@pytest.fixture
def server(tmp_path: Path) -> Iterator[SyncServer]:
    with serving(tmp_path / "server") as running:
        running.add_person("ben", "agent")
        yield running


@pytest.fixture
def people(server: SyncServer, tmp_path: Path) -> dict[str, Path]:
    base = tmp_path / "base"
    base.mkdir()
    (base / "accueil.md").write_text("---\nid: base/accueil\ntitle: Accueil\n---\n\nBonjour.\n")
    profiles = {name: tmp_path / name for name in ("auteur", "ana", "ben")}
    for name, profile in profiles.items():
        sign_in(profile, server, name)
    desk(profiles["auteur"], "import", str(base), "--space", "base")
    for profile in profiles.values():
        _come_level(profile)
    return profiles


def _come_level(profile: Path) -> None:
    sync_until(profile, lambda _: articles(profile) == 1)


def _told(profile: Path, wanted: dict[str, str]) -> None:
    sync_until(profile, lambda _: answered(profile) == wanted)


def articles(profile: Path) -> int:
    return int(json.loads(desk(profile, "status", "--json"))["articles"])


def plant(profile: Path, query: str, how: str) -> None:
    """Fail to find something, as the search screen tells it."""
    with Workspace(Profile(profile)) as workspace:
        if how == "told":
            workspace.knowledge.not_found(query, Scope())
        else:
            total = 0 if how == "empty" else 3
            wording = Wording(query, total)
            workspace.live.gaps.note([Searched(wording, START, timedelta(seconds=9), how=how)])
    desk(profile, "sync")


def subjects(profile: Path, *more: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(desk(profile, "gaps", "--json", *more))["subjects"]
    return found


def answered(profile: Path) -> dict[str, str]:
    with Workspace(Profile(profile)) as workspace:
        found = [json.loads(one.body) for one in workspace.entities.of("answered_gap")]
    return {one["query"]: one["article"] for one in found}


def publish(profile: Path, folder: Path, name: str, text: str) -> str:
    folder.mkdir(exist_ok=True)
    title = text.partition(" :")[0].rstrip(".")
    source = f"---\nid: base/{name}\ntitle: {json.dumps(title)}\nlang: fr\n---\n\n{text}\n"
    (folder / f"{name}.md").write_text(source, "utf-8")
    desk(profile, "import", str(folder), "--space", "base")
    sync_until(profile, lambda _: name in desk(profile, "search", title, "--json"))
    return f"base/{name}"


@pytest.mark.parametrize("many", [4, pytest.param(10, marks=pytest.mark.long)])
def test_planted_gaps_each_close_only_when_their_own_query_succeeds(
    people: dict[str, Path], tmp_path: Path, many: int
) -> None:
    """Every other subject stays open, and those who asked are told, and nobody else.

    Four of the ten with every change, all with the long tests.
    """
    planted = PLANTED[:many]
    for query, who, how, _ in planted:
        plant(people[who], query, how)
    author = people["auteur"]
    sync_until(author, lambda _: len(subjects(author)) == len(planted))
    ids = {one["name"]: one["id"] for one in subjects(author)}
    assert set(ids) == {query for query, *_ in planted}
    assert {one["name"]: list(one["hows"]) for one in subjects(author)} == {
        query: [how] for query, _, how, _ in planted
    }
    for number, (query, _, _, text) in enumerate(planted):
        refused = json.loads(desk(author, "gaps", "close", ids[query], "base/accueil", "--json"))
        assert (refused["closes"], refused["stays"]) == (0, 1)
        article = publish(author, tmp_path / "written", f"reponse-{number}", text)
        closed = json.loads(desk(author, "gaps", "close", ids[query], article, "--json"))
        assert (closed["closes"], closed["stays"]) == (1, 0), query
        assert len(subjects(author)) == len(planted) - number - 1
    decided = subjects(author, "--closed")
    assert {gap["state"] for one in decided for gap in one["gaps"]} == {"closed"}
    for who in ("ana", "ben"):
        mine = {
            query: f"base/reponse-{number}"
            for number, (query, asker, _, _) in enumerate(planted)
            if asker == who
        }
        _told(people[who], mine)


def test_a_draft_from_a_subject_has_its_searches_as_aliases_and_a_dismissal_its_reason(
    people: dict[str, Path],
) -> None:
    for query in ("esim perdue", "esim perdu", "esim perdue volée"):
        plant(people["ana"], query, "empty")
    plant(people["ben"], "recette de crêpes", "empty")
    author = people["auteur"]
    sync_until(author, lambda _: sum(one["times"] for one in subjects(author)) == 4)
    esim, other = subjects(author)
    assert (esim["times"], other["name"]) == (3, "recette de crêpes")
    made = json.loads(desk(author, "gaps", "draft", esim["id"][:13], "--json"))
    assert len(made["gaps"]) == 3
    with Workspace(Profile(author)) as workspace:
        text = workspace.live.authoring.get(made["draft"]).text
    assert "aliases: [" in text
    assert all(query in text for query in ("esim perdue", "esim perdu", "esim perdue volée"))
    assert "Say why" in desk(author, "gaps", "dismiss", other["id"], "--why", " ", code=1)
    desk(author, "gaps", "dismiss", other["id"], "--why", "Hors sujet.")
    assert [one["name"] for one in subjects(author)] == ["esim perdue"]
    (gone,) = subjects(author, "--closed")
    assert (gone["gaps"][0]["state"], gone["gaps"][0]["why"]) == ("dismissed", "Hors sujet.")
    desk(people["ben"], "sync")
    assert answered(people["ben"]) == {}


def test_an_agent_sees_no_gap_of_anybody_else(people: dict[str, Path]) -> None:
    plant(people["ana"], "esim perdue", "empty")
    sync_until(people["auteur"], lambda _: len(subjects(people["auteur"])) == 1)
    desk(people["ben"], "sync")
    assert subjects(people["ben"]) == []
    assert "esim" not in (people["ben"] / "kb.db").read_bytes().decode("latin-1")
    assert "supervisors" in desk(people["ben"], "steer", code=1)
