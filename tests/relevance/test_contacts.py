"""The cards of a contact, and what is offered after an article, are as good as was promised.

Only how good is held here; how fast is printed by `python -m tests.relevance.contacts`.
"""

import socket
from collections import Counter
from collections.abc import Iterator

import pytest

from kbdesk.services.workspace import Workspace
from tests.relevance import contacts, related
from tests.support.sample_profile import open_sample

EVEN = 0.65  # of whole messages in the customer's own words: so much at least, and not yet enough


@pytest.fixture(scope="module")
def workspace(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workspace]:
    """The sample base without its rules, so that only what was found and listed is judged."""
    with open_sample(tmp_path_factory.mktemp("sample")) as opened:
        opened.entities.remove("rules", "rules")
        yield opened


@pytest.fixture
def no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    """Make any socket a failure."""

    def refuse(*_arguments: object, **_named: object) -> None:
        raise AssertionError("the cards of a contact asked the network")

    monkeypatch.setattr(socket, "socket", refuse)
    monkeypatch.setattr(socket, "create_connection", refuse)


def test_there_are_a_hundred_contacts_and_two_in_five_are_held_out() -> None:
    judged = contacts.read_contacts()
    assert len({one.id for one in judged}) == len(judged) == 100
    assert sum(one.held_out for one in judged) == 40
    assert len(Counter(one.kind for one in judged)) == 9
    assert all(1 <= len(one.right) <= 3 for one in judged)


def test_every_article_judged_is_in_the_base(workspace: Workspace) -> None:
    there = workspace.articles.ids()
    files = (contacts.FILE, contacts.MESSAGES)
    right = [one.right for file in files for one in contacts.read_contacts(file)]
    useful = related.read_judged()
    assert frozenset().union(*right, *useful.values(), useful) <= there


@pytest.mark.usefixtures("no_network")
def test_a_right_card_is_among_the_first_three(workspace: Workspace) -> None:
    """Four contacts in five at least, of all and of those nobody tuned by; with no socket open."""
    played = contacts.play(workspace, contacts.read_contacts())
    held = [one for one in played if one.judged.held_out]
    messages = contacts.play(workspace, contacts.read_contacts(contacts.MESSAGES))

    assert contacts.share(played) >= contacts.WANTED
    assert contacts.share(held) >= contacts.WANTED
    assert contacts.share(messages) >= EVEN


@pytest.mark.usefixtures("no_network")
def test_two_of_three_articles_offered_are_useful(workspace: Workspace) -> None:
    judged = related.read_judged()
    counts = related.useful(workspace, judged)

    assert len(counts) == 50
    enough = sum(count >= related.USEFUL for count in counts.values()) / len(counts)
    assert enough >= related.WANTED
