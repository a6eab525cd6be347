"""What softphones send: by any name, hostile or broken, it becomes one clean event or `BadCall`."""

import pytest

from kbdesk.core.calls import BadCall, CallEvent, CallState, Link, clean, read_event, read_url


def url(text: str) -> CallEvent:
    event = read_url(text)
    assert isinstance(event, CallEvent)
    return event


@pytest.mark.parametrize(
    ("key", "field"),
    [
        *((key, "number") for key in ("from", "caller", "CallerID", "ani", "cli", "phone")),
        *((key, "number") for key in ("phone_number", "number", "CallerNumber", "from_number")),
        *((key, "name") for key in ("name", "callername", "displayName", "caller_name")),
        *((key, "to") for key in ("to", "dnis", "DID", "called")),
        *((key, "queue") for key in ("queue", "skill", "campaign", "Queue")),
        *((key, "call") for key in ("call", "callid", "call_id", "Call-ID", "UniqueID")),
        *((key, "call") for key in ("interaction_id", "interactionId")),
    ],
)
def test_products_names_for_a_thing_are_one_name_here(key: str, field: str) -> None:
    event = read_event({key: "0639985678", "account": "C-1"})
    assert getattr(event, field) == "0639985678"


@pytest.mark.parametrize(
    ("said", "state"),
    [
        *((word, CallState.RINGING) for word in ("", "ring", "Incoming", "ALERTING", "S")),
        *((word, CallState.RINGING) for word in ("CALL_INCOMING", "call.created")),
        *((word, CallState.ANSWERED) for word in ("connected", "answer", "C", "call.answered")),
        *((word, CallState.ANSWERED) for word in ("CALL_ESTABLISHED", "in-progress", "resumed")),
        *((word, CallState.HELD) for word in ("hold", "held", "on_hold", "CALL_HOLD")),
        *((word, CallState.ENDED) for word in ("hungup", "missed", "E", "call.hungup", "ended")),
        *((word, CallState.ENDED) for word in ("CALL_CLOSED", "no-answer", "abandoned", "busy")),
    ],
)
def test_states_have_many_names(said: str, state: CallState) -> None:
    assert read_event({"call": "1", "status": said}).state is state
    assert read_event({"call": "1", "event": said}).state is state


@pytest.mark.parametrize("said", ["call.tagged", "commented", "???", "1", "ringing please"])
def test_a_state_that_nobody_knows_does_not_ring(said: str) -> None:
    with pytest.raises(BadCall, match="no state of a call"):
        read_event({"call": "1", "state": said})


def test_our_own_name_for_a_value_wins_and_unknown_ones_are_dropped() -> None:
    event = read_event({"ani": "1", "from": "0639985678", "phone": "2", "exec": "rm -rf /"})
    assert event == CallEvent(number="0639985678")


def test_a_call_needs_a_number_an_id_or_an_account() -> None:
    for said in ({}, {"name": "Ann"}, {"from": ""}, {"from": "{CALLERNUM}"}, {"from": None}):
        with pytest.raises(BadCall, match="needs a number"):
            read_event(said)


def test_a_number_sent_as_a_number_is_one() -> None:
    assert read_event({"from": 33639985678, "call": True}).number == "33639985678"
    with pytest.raises(BadCall):
        read_event({"from": 10**5000})


@pytest.mark.parametrize(
    "left", ["{CALLERNAME}", "$caller$", "[sip.X-Queue]", "%Queue%", "<n>", "--A--name--B--"]
)
def test_a_placeholder_that_nobody_filled_says_nothing(left: str) -> None:
    event = read_event({"from": "0639985678", "name": left, "queue": left})
    assert (event.name, event.queue) == ("", "")


# links


@pytest.mark.parametrize(
    "written",
    [
        "kbdesk://call?from=+33639985678",
        "kbdesk://call/?from=%2B33639985678",
        "KBDESK://CALL?from=%2033639985678",
        "kbdesk:call?from=+33639985678",
        "kbdesk://call?from=tel:+33639985678;phone-context=x",
        "kbdesk://call?from=sip:+33639985678@pbx:5060;transport=udp",
        'kbdesk://call?from="Ann"+<sip:+33639985678@pbx>',
        "kbdesk://call?from=+33639985678#from=0",
    ],
)
def test_the_plus_of_a_number_survives_every_way_of_writing_a_link(written: str) -> None:
    assert url(written).number == "+33639985678"


def test_a_plus_between_words_is_a_blank() -> None:
    event = url("kbdesk://call?from=06+39+98+56+78&name=Jean+Dupont%20%26+fils")
    assert (event.number, event.name) == ("06 39 98 56 78", "Jean Dupont & fils")


def test_links_open_an_article_or_a_search_and_nothing_else() -> None:
    assert read_url("kbdesk://open?article=facturation/remboursement") == Link(
        article="facturation/remboursement"
    )
    assert read_url("kbdesk://open?search=facture+%C3%A9lev%C3%A9e") == Link(
        search="facture élevée"
    )
    for verb in (
        "run?cmd=x",
        "open?file=/etc/passwd",
        "open",
        "open?article=a&search=b",
        "",
        "?a=b",
    ):
        with pytest.raises(BadCall):
            read_url(f"kbdesk://{verb}")


@pytest.mark.parametrize(
    "hostile",
    [
        "",
        "http://call?from=1",
        "javascript:alert(1)",
        "file:///etc/passwd",
        "kbdesk://user:secret@call?from=0639985678",
        "kbdesk://call:80?from=0639985678",
        "kbdesk://call/../../etc?from=0639985678",
        "kbdesk://call\\evil?from=0639985678",
        "kbdesk://call\x00?from=0639985678",
        "kbdesk://call?" + "&".join(f"a{n}=1" for n in range(40)) + "&from=0639985678",
        "kbdesk://call?from=0639985678&name=" + "a" * 3000,
    ],
)
def test_hostile_links_are_refused(hostile: str) -> None:
    with pytest.raises(BadCall) as caught:
        read_url(hostile)
    assert str(caught.value).isprintable()


def test_texts_are_one_clean_line() -> None:
    event = url(
        "kbdesk://call?from=06%0039985678&name=A%0Ab%E2%80%AEnn%E2%80%8B%00%1B%5B2J&queue=%ff"
    )
    assert event.number == "0639985678"
    assert event.name == "A bnn[2J"
    assert event.queue == "\ufffd"


def test_markup_stays_the_text_it_is() -> None:
    """Labels show it as plain text; taking it away would only hide what somebody tried."""
    assert url("kbdesk://call?from=1&name=%3Cimg%20src=x%3E").name == "<img src=x>"


def test_text_is_cut_and_an_id_that_does_not_fit_is_left_out() -> None:
    event = read_event(
        {"from": "0639985678", "name": "n" * 200, "call": "c" * 129, "account": "a" * 65}
    )
    assert (len(event.name), event.call, event.account) == (80, "", "")
    assert read_event({"call": "c" * 128}).call == "c" * 128
    with pytest.raises(BadCall):
        read_event({"from": "1" * 65})


@pytest.mark.parametrize("account", ["a b", "../x", "x;y", "<b>", "a/b"])
def test_an_account_is_a_plain_id(account: str) -> None:
    assert read_event({"call": "1", "account": account}).account == ""


def test_directions_have_names_too() -> None:
    assert read_event({"call": "1", "dir": "outbound"}).direction == "out"
    assert read_event({"call": "1", "direction": "I"}).direction == "in"
    with pytest.raises(BadCall):
        read_event({"call": "1", "dir": "sideways"})


def test_cleaning_composes_letters_and_cuts_whole_ones() -> None:
    assert clean("  Zoe\u0308\t Le\u00a0Goff ", 80) == "Zoë Le Goff"
    assert clean("e\u200d\u0301", 80) == "é"
    assert clean("é" * 10, 3) == "ééé"
