"""What is offered after an article: what ties it there, what never comes, and what is learnt."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from kbdesk.clock import FixedClock
from kbdesk.core.related import Tie
from kbdesk.errors import UnknownArticle
from kbdesk.paths import Profile
from kbdesk.services.base_files import import_base
from kbdesk.services.workspace import Workspace
from kbdesk.store.opens import SOON
from tests.support.small_base import write_base


def page(title: str, text: str, more: str = "lang: fr\n") -> str:
    return f"---\ntitle: {title}\n{more}---\n\n{text}\n"


FILES = {
    "centre.md": page("Panne de box", "Voir [l’échange](echange.md), [la promo](promo.md)."),
    "echange.md": page("Échange de matériel", "Au relais."),
    "promo.md": page("Promo terminée", "Finie.", "lang: fr\nvalid_to: 2026-01-01\n"),
    "citant.md": page("Accueil des clients", "Souvent une [panne](centre.md)."),
    "voisin.md": page("Panne de box la nuit", "Rien à faire avant huit heures."),
    "loin.md": page("Succession et notaire", "Un courrier."),
}


@pytest.fixture
def clock() -> FixedClock:
    return FixedClock(datetime(2026, 11, 22, 12, tzinfo=UTC))


@pytest.fixture
def workspace(tmp_path: Path, clock: FixedClock) -> Iterator[Workspace]:
    with Workspace(Profile(tmp_path / "profile"), clock) as opened:
        import_base(opened, write_base(tmp_path / "base", FILES))
        opened.catch_up()
        yield opened


def offered(workspace: Workspace, limit: int = 3) -> dict[str, Tie]:
    return {card.article_id: card.why for card in workspace.related.of("centre", limit)}


def test_links_and_likeness_tie_articles_together(workspace: Workspace) -> None:
    """What is past its dates is not offered, nor the article itself."""
    found = offered(workspace)
    assert next(iter(found)) in {"echange", "voisin"}
    assert found["echange"] is Tie.LINK
    assert found["voisin"] is Tie.WORDS
    assert found.keys() == {"echange", "voisin", "citant"}


def test_what_is_retired_is_not_offered(workspace: Workspace) -> None:
    workspace.articles.remove(["echange"])
    assert "echange" not in offered(workspace, 10)


def test_what_is_opened_next_is_offered_next(workspace: Workspace, clock: FixedClock) -> None:
    """Within ten minutes, and on this desk alone; it fades like everything learnt."""
    for _ in range(8):
        workspace.knowledge.record_open("centre")
        clock.moment += SOON
        workspace.knowledge.record_open("loin")
        clock.moment += SOON + timedelta(minutes=1)

    assert next(iter(offered(workspace).items())) == ("loin", Tie.NEXT)
    clock.moment += timedelta(days=600)
    assert "loin" not in offered(workspace)


def test_what_is_opened_much_later_is_another_matter(
    workspace: Workspace, clock: FixedClock
) -> None:
    for article in ("centre", "loin", "centre", "centre"):
        workspace.knowledge.record_open(article)
        clock.moment += SOON + timedelta(seconds=1)
    assert workspace.opens.following("centre", clock.now()) == {}


def test_without_an_index_links_remain(tmp_path: Path, clock: FixedClock) -> None:
    with Workspace(Profile(tmp_path / "profile"), clock) as workspace:
        import_base(workspace, write_base(tmp_path / "base", FILES))
        assert list(offered(workspace)) == ["echange", "citant"]


def test_an_article_that_is_not_there_is_said_so(workspace: Workspace) -> None:
    with pytest.raises(UnknownArticle):
        workspace.related.of("nowhere")
