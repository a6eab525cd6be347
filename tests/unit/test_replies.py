"""Replies in the form of their channel: filled, counted, and never cut."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kbdesk.core.replies import GSM, Channel, Known, channel_of, frame_of, shape, to_html

MAIL = (
    "Bonjour {nom},\n\nNous vous remboursons {montant}.\n\n"
    "- une chose\n- une autre\n\nVoyez https://ex.org/a."
)


def sms(text: str) -> tuple[int, int, int]:
    made = shape(text, {}, Channel.SMS)
    return made.length, made.parts, made.over


def test_what_is_known_is_filled_and_what_is_not_is_named() -> None:
    made = shape("Bonjour {nom}, {montant} !", {"nom": "Mme Martin"}, Channel.PLAIN)
    assert made.text == "Bonjour Mme Martin, {montant} !"
    assert made.missing == ("montant",)
    assert shape("{a}", {"a": "  "}, Channel.SMS).missing == ("a",)


def test_one_text_differs_by_channel() -> None:
    values = {"nom": "A & B", "montant": "12\u00a0€"}
    forms = {channel: shape(MAIL, values, channel) for channel in Channel}
    assert forms[Channel.PLAIN].text == forms[Channel.HTML].text
    assert forms[Channel.PLAIN].html == forms[Channel.CHAT].html == forms[Channel.SMS].html == ""
    assert forms[Channel.HTML].html == (
        "<p>Bonjour A &amp; B,</p>\n<p>Nous vous remboursons 12\u00a0€.</p>\n"
        "<ul><li>une chose</li><li>une autre</li></ul>\n"
        '<p>Voyez <a href="https://ex.org/a">https://ex.org/a</a>.</p>\n'
    )
    assert "12 €" in forms[Channel.SMS].text


def test_a_mail_has_the_greeting_and_the_closing_of_its_script() -> None:
    named = {
        "Salutation": "Bonjour {nom},",
        "Réponse": "Oui.",
        "Signature": "Bien à vous,\n{agent}",
    }
    greeting, closing = frame_of(named)
    made = shape("Oui.", {"nom": "Ana"}, Channel.MAIL, greeting=greeting, closing=closing)
    assert made.text == "Bonjour Ana,\n\nOui.\n\nBien à vous,\n{agent}"
    assert made.missing == ("agent",)
    assert shape("Oui.", {}, Channel.CHAT, greeting=greeting).text == "Oui."


def test_a_chat_gets_short_paragraphs_and_keeps_the_author_s_lines() -> None:
    sentence = "Votre remboursement part ce soir et vous le recevrez sous cinq jours ouvrés."
    made = shape(" ".join([sentence] * 5) + "\n\n- a\n- b", {}, Channel.CHAT)
    paragraphs = made.text.split("\n\n")
    assert paragraphs == [f"{sentence} {sentence}", f"{sentence} {sentence}", sentence, "- a\n- b"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a" * 160, (160, 1, 0)),
        ("a" * 161, (161, 2, 1)),
        ("a" * 306, (306, 2, 146)),
        ("a" * 307, (307, 3, 147)),
        ("€" * 80, (160, 1, 0)),
        ("€" * 81, (162, 2, 2)),
        ("a" * 152 + "€" + "a" * 152, (306, 3, 146)),  # the sign is not cut in two
        ("ê" * 70, (70, 1, 0)),
        ("ê" + "a" * 70, (71, 2, 1)),
        ("ê" + "a" * 134, (135, 3, 65)),
        ("😀" * 35, (70, 1, 0)),
        ("😀" * 36, (72, 2, 2)),
        ("", (0, 1, 0)),
    ],
)
def test_a_text_message_is_counted_as_a_telephone_does(
    text: str, expected: tuple[int, int, int]
) -> None:
    assert sms(text) == expected


def test_typography_is_written_the_way_a_telephone_can() -> None:
    made = shape("« L’accès » : 5\u202f€…", {}, Channel.SMS)
    assert made.text == '"L\'accès" : 5 €...'
    assert made.forcing == ""
    assert shape("reçu, même", {}, Channel.SMS).forcing == "çê"
    assert shape("reçu", {}, Channel.SMS).limit == 70


@given(st.text(max_size=700), st.sampled_from(list(Channel)))
def test_nothing_is_ever_cut(text: str, channel: Channel) -> None:
    """Every letter and digit that goes in comes out, in order, whatever the channel."""
    made = shape(text, {}, channel)
    if channel is not Channel.SMS:
        assert _letters(made.text) == _letters(text)
    else:
        written = text.replace("œ", "oe").replace("Œ", "OE")
        assert _letters(made.text) == _letters(written)
        assert (made.over > 0) == (made.parts > 1) == (made.length > made.limit)
        assert made.parts >= -(-made.length // (made.limit - 3 if made.limit == 70 else 153)) or (
            made.parts == 1
        )


def _letters(text: str) -> str:
    return "".join(c for c in text if c.isalnum())


@given(st.text(max_size=300))
def test_html_is_inert(text: str) -> None:
    html = to_html(text)
    for tag in ("<p>", "</p>", "<br>", "<ul>", "</ul>", "<ol>", "</ol>", "<li>", "</li>", "</a>"):
        html = html.replace(tag, "")
    assert "<" not in html.replace('<a href="http', "")


def test_the_alphabet_has_128_places_less_the_escape() -> None:
    assert len(GSM) == 127


@pytest.mark.parametrize(
    ("heading", "channel"),
    [
        ("SMS de confirmation", Channel.SMS), ("Text message", Channel.SMS),
        ("Courriel", Channel.MAIL), ("E-mail", Channel.MAIL), ("Chat", Channel.CHAT),
        ("Au téléphone", Channel.PLAIN), ("Mettre en attente", None), ("Achat", None),
    ],
)  # fmt: skip
def test_a_heading_says_for_which_channel_its_message_is(
    heading: str, channel: Channel | None
) -> None:
    assert channel_of(heading) is channel


def test_facts_of_the_contact_answer_to_the_names_that_scripts_use() -> None:
    values = Known(name="Mme Martin", agent=" Inès ").values()
    assert values["nom"] == values["name"] == "Mme Martin"
    assert values["prénom de l’agent"] == "Inès"
    assert "numéro de rappel" not in values
