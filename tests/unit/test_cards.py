"""The cards of a contact: what comes, why, what never does, and what a person's use may change."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kbdesk.core.articles import Freshness
from kbdesk.core.cards import ContactCard, Source, Why
from kbdesk.core.contact import Caller, Contact, Phase
from kbdesk.core.phones import WITHHELD
from kbdesk.core.shorthand import spell_out
from kbdesk.errors import ContentLocked
from kbdesk.paths import Profile
from kbdesk.services.base_files import import_base
from kbdesk.services.workspace import Workspace
from kbdesk.store.card_uses import KEPT, CardUses
from tests.support.sample_profile import NOON
from tests.support.small_base import write_base

QUEUES = """\
queues:
  - id: mobile
    title: Assistance mobile
    lang: fr
    spaces: [mobile]
    intents:
      - {id: vol, title: Vol de mobile, articles: [vol, plainte]}
      - {id: etranger, title: Étranger, articles: [etranger]}
  - {id: vente, title: Vente, spaces: [offres]}
"""
RULES = """\
rules:
  - {id: fete, title: Offre de fête, when: {queue: vente}, cards: [fete, noel], until: 2026-12-31}
  - {id: disparu, title: Carte retirée, when: {queue: vente}, cards: [disparu]}
"""


def page(title: str, text: str, more: str = "") -> str:
    front = f"title: {title}\nsummary: Je vous aide pour {title.lower()}.\nlang: fr\n{more}"
    return f"---\n{front}---\n\n{text}\n"


FILES = {
    "vol.md": page("Vol de mobile", "Suspendre la ligne.", "space: mobile\n"),
    "plainte.md": page("Porter plainte", "Au commissariat.", "space: mobile\n"),
    "etranger.md": page("À l’étranger", "Le pass itinérance.", "space: mobile\ntags: [voyage]\n"),
    "esim.md": page("Installer une eSIM", "Scanner le code carré.", "space: mobile\n"),
    "facture.md": page(
        "Duplicata de facture", "Justificatif de domicile.",
        "verified: 2025-01-01\nreview_every: 30d\n",
    ),
    "ete.md": page("Promotion eSIM d’été", "eSIM offerte.", "valid_to: 2026-09-15\n"),
    "printemps.md": page("Promotion eSIM de printemps", "eSIM.", "valid_from: 2027-03-01\n"),
    "fete.md": page("Offre de fête", "Douze mois.", "space: offres\n"),
    "noel.md": page("Cadeau de Noël", "Un cadeau.", "space: offres\nvalid_to: 2026-11-01\n"),
    "fibre.md": page("Fibre 500", "Le débit.", "space: offres\n"),
    "sim-en.md": "---\ntitle: Lost SIM card\nlang: en\nspace: mobile\n---\n\nA stolen eSIM.\n",
    "queues.yaml": QUEUES,
    "rules.yaml": RULES,
}  # fmt: skip
CONTACT = Contact("c", Phase.TALKING, WITHHELD, "", "", "", "", "", NOON.now())
CALLER = Caller("K1", "Camille", product="Fibre 500", tags=("voyage",))


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    with Workspace(Profile(tmp_path / "profile"), NOON) as opened:
        import_base(opened, write_base(tmp_path / "base", FILES))
        opened.catch_up()
        yield opened


def ids(cards: tuple[ContactCard, ...]) -> list[str]:
    return [card.article_id for card in cards]


def test_no_card_speaks_of_words_that_nobody_typed(workspace: Workspace) -> None:
    """The title of the motive is looked for as well; that is the motive's doing."""
    cards = workspace.cards.for_contact(replace(CONTACT, queue="mobile", intent="vol"))
    assert Source.WORDS not in {why.source for card in cards for why in card.why}


def test_a_motive_brings_what_its_managers_listed_in_their_order(workspace: Workspace) -> None:
    cards = workspace.cards.for_contact(replace(CONTACT, queue="mobile", intent="vol"))

    assert ids(cards)[:2] == ["vol", "plainte"]
    assert cards[0].why[0] == Why(Source.INTENT, "Vol de mobile")
    assert cards[0].say == "Je vous aide pour vol de mobile."


def test_a_queue_alone_brings_the_first_article_of_each_motive(workspace: Workspace) -> None:
    cards = workspace.cards.for_contact(replace(CONTACT, queue="mobile"))

    assert ids(cards) == ["vol", "etranger"]
    assert {card.why for card in cards} == {(Why(Source.QUEUE, "Assistance mobile"),)}


def test_what_is_typed_outweighs_the_motive_which_still_shows(workspace: Workspace) -> None:
    """The words that count are named as they stand in the article."""
    contact = replace(CONTACT, queue="mobile", intent="vol", note="installer e-sim code carré")
    cards = workspace.cards.for_contact(contact)

    assert ids(cards)[0] == "esim"
    assert "vol" in ids(cards)[:3]
    assert cards[0].why[0].source is Source.WORDS
    assert "esim" in cards[0].why[0].text


def test_the_wrong_queue_does_not_hide_what_the_note_asks_for(workspace: Workspace) -> None:
    contact = replace(CONTACT, queue="mobile", note="veut un duplicata de fact")
    cards = workspace.cards.for_contact(contact)

    assert ids(cards)[0] == "facture"
    assert cards[0].freshness is Freshness.STALE


def test_a_rule_pins_its_cards_before_all_others_until_its_last_day(workspace: Workspace) -> None:
    """A card that is gone or past its days does not come, by a rule either."""
    contact = replace(CONTACT, queue="vente", note="fibre 500")
    cards = workspace.cards.for_contact(contact)

    assert (ids(cards)[0], cards[0].pinned) == ("fete", True)
    assert cards[0].why[0] == Why(Source.RULE, "Offre de fête")
    assert "fibre" in ids(cards)
    assert not {"noel", "disparu"} & set(ids(cards))
    assert [card.article_id for card in cards if card.pinned] == ["fete"]


def test_articles_out_of_their_dates_never_come(workspace: Workspace) -> None:
    found = ids(workspace.cards.for_contact(replace(CONTACT, note="promotion esim"), 10))
    assert "esim" in found
    assert not {"ete", "printemps"} & set(found)


def test_a_retired_article_never_comes_however_it_is_named(workspace: Workspace) -> None:
    """Not by its motive, and not by an index that is a moment behind."""
    contact = replace(CONTACT, queue="mobile", intent="vol", note="vol de mobile")
    assert ids(workspace.cards.for_contact(contact))[0] == "vol"
    workspace.articles.remove(["vol"])

    assert "vol" not in ids(workspace.cards.for_contact(contact, 10))


def test_what_is_known_of_the_account_brings_cards_where_nothing_else_does(
    workspace: Workspace,
) -> None:
    cards = workspace.cards.for_contact(replace(CONTACT, caller=CALLER))

    assert ids(cards) == ["etranger", "fibre"]
    assert [card.why[0] for card in cards] == [
        Why(Source.TAG, "voyage"),
        Why(Source.ACCOUNT, "Fibre 500"),
    ]


def test_of_several_callers_nothing_is_taken(workspace: Workspace) -> None:
    """One match is somebody; two are nobody until the agent has chosen."""
    alone = replace(CONTACT, matches=(CALLER,))
    household = replace(CONTACT, matches=(CALLER, replace(CALLER, account="K2")))

    assert ids(workspace.cards.for_contact(alone)) == ["etranger", "fibre"]
    assert workspace.cards.for_contact(household) == ()


def test_nothing_known_brings_nothing(workspace: Workspace) -> None:
    assert workspace.cards.for_contact(CONTACT) == ()


def test_a_motive_that_no_list_knows_is_words(workspace: Workspace) -> None:
    found = ids(workspace.cards.for_contact(replace(CONTACT, intent="duplicata-facture")))
    assert found[0] == "facture"


def test_use_tips_the_balance_and_never_beats_a_rule(workspace: Workspace) -> None:
    """What is opened for a motive comes up for it, on this desk; pins stay where they are."""
    sale = replace(CONTACT, queue="vente", intent="retour")
    theft = replace(CONTACT, queue="mobile", intent="vol")
    for _ in range(50):
        workspace.cards.record_use(sale, "esim")
        workspace.cards.record_use(theft, "etranger")

    assert ids(workspace.cards.for_contact(sale))[:2] == ["fete", "esim"]
    cards = workspace.cards.for_contact(theft)
    assert ids(cards)[0] == "vol"
    assert Why(Source.USE) in next(c.why for c in cards if c.article_id == "etranger")
    assert "esim" not in ids(workspace.cards.for_contact(replace(CONTACT, queue="mobile")))


def test_use_of_a_contact_without_a_motive_is_not_kept(workspace: Workspace) -> None:
    workspace.cards.record_use(CONTACT, "esim")
    assert workspace.cards.for_contact(CONTACT) == ()


def test_counts_of_use_fade_and_are_bounded(workspace: Workspace) -> None:
    """Half is left after sixty days; a clock set back fades nothing; the oldest rows go."""
    uses, now = CardUses(workspace.user), NOON.now()
    uses.record("q", "i", "a", now)
    uses.record("q", "i", "a", now)

    assert uses.counts("q", "i", now) == {"a": 2.0}
    assert uses.counts("q", "i", now + timedelta(days=60)) == {"a": pytest.approx(1.0)}
    assert uses.counts("q", "i", now - timedelta(days=60)) == {"a": 2.0}
    with workspace.user.writing():
        for n in range(KEPT):
            uses.record("q", "other", f"a{n}", now + timedelta(seconds=n + 1))
    assert workspace.user.reading().value("SELECT count(*) FROM card_uses") == KEPT
    assert uses.counts("q", "i", now) == {}


def test_without_an_index_the_store_answers(tmp_path: Path) -> None:
    with Workspace(Profile(tmp_path / "profile"), NOON) as workspace:
        import_base(workspace, write_base(tmp_path / "base", FILES))
        contact = replace(CONTACT, queue="mobile", intent="vol", note="duplicata de facture")
        assert {"vol", "facture"} <= set(ids(workspace.cards.for_contact(contact)))


def test_a_copy_too_old_to_be_shown_shows_no_cards(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse() -> None:
        raise ContentLocked(timedelta(days=40))

    monkeypatch.setattr(workspace.leases, "refuse_locked", refuse)
    with pytest.raises(ContentLocked):
        workspace.cards.for_contact(replace(CONTACT, queue="mobile"))


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(note=st.text(max_size=300), queue=st.text(max_size=10), product=st.text(max_size=20))
def test_whatever_is_typed_or_told_nothing_raises(
    workspace: Workspace, note: str, queue: str, product: str
) -> None:
    """A note is never a question in a language of its own: its marks ask for nothing."""
    caller = replace(CALLER, product=product, tags=(product,))
    contact = replace(CONTACT, note=note, queue=queue, intent=queue, caller=caller)
    assert len(workspace.cards.for_contact(contact, 5)) <= 5


def test_marks_in_a_note_ask_for_nothing(workspace: Workspace) -> None:
    plain = workspace.cards.for_contact(replace(CONTACT, note="duplicata facture mobile"))
    marked = workspace.cards.for_contact(replace(CONTACT, note='"duplicata" -facture space:mobile'))
    assert ids(marked)[0] == ids(plain)[0] == "facture"


@pytest.mark.parametrize(
    ("note", "lang", "spelt"),
    [
        ("cli dde dupli fact", "fr", "demande dupli facture"),
        ("RDV tech, pb de co", "fr", "rendez-vous technicien problème de connexion"),
        ("lost nb yday", "en", "lost number yesterday"),
        ("cli", "fr", ""),
        ("E-203 l'abonnement", "fr", "E-203 l'abonnement"),
    ],
)
def test_shorthand_is_spelt_out(note: str, lang: str, spelt: str) -> None:
    assert spell_out(note, lang) == spelt


def test_small_talk_goes_from_long_messages_alone() -> None:
    short, long = "bonjour merci", "Bonjour, depuis hier matin ma box est vraiment morte, " * 2
    assert spell_out(short) == short
    assert "box" in spell_out(long)
    assert not {"Bonjour", "hier", "vraiment"} & set(spell_out(long).split())
