"""Numbers from a line: comparable where that is sure to mean something, else left as they are."""

import subprocess
import sys

import pytest

from kbdesk.core.phones import Phone, read_phone, tail


@pytest.mark.parametrize(
    "written",
    [
        "0612345678",
        "06 12 34 56 78",
        "06.12.34.56.78",
        "0033612345678",
        "33612345678",
        "+33 (0)6 12 34 56 78",
        "612345678",
        "+330612345678",
        "０６１２３４５６７８",
        "tel:+33-6-12-34-56-78;phone-context=x",
        "sip:0612345678@pbx.example:5060;transport=udp",
        "\u202a+33612345678\u202c",
        "00612345678",
    ],
)
def test_a_number_is_the_same_however_it_is_written(written: str) -> None:
    assert read_phone(written) == Phone("+33612345678", "06 12 34 56 78", "number", valid=True)


@pytest.mark.parametrize("short", ["3900", "3631", "1001", "112", "15", "100100"])
def test_short_numbers_and_extensions_are_never_made_international(short: str) -> None:
    assert read_phone(short) == Phone("", short, "short", valid=False)


@pytest.mark.parametrize(
    "said", ["", "  ", "anonymous", "Anonymous", "unavailable", "Restricted", "*31#0612345678"]
)
def test_a_withheld_number_is_a_state_and_no_error(said: str) -> None:
    assert read_phone(said).kind == "withheld"


def test_a_number_dialled_locally_overseas_is_read_as_overseas() -> None:
    assert read_phone("0692123456").e164 == "+262692123456"


def test_a_foreign_number_keeps_its_country() -> None:
    assert read_phone("+442079460018") == read_phone("442079460018") == read_phone("00442079460018")
    assert read_phone("+442079460018").shown == "+44 20 7946 0018"


def test_a_range_that_the_metadata_does_not_know_is_a_number_all_the_same() -> None:
    fiction = read_phone("06 39 98 56 78")
    assert (fiction.e164, fiction.kind, fiction.valid) == ("+33639985678", "number", False)


def test_what_an_exchange_puts_before_a_number_is_taken_off() -> None:
    assert read_phone("90612345678", outside="9").e164 == "+33612345678"
    assert read_phone("+90612345678", outside="9").e164 != "+33612345678"


@pytest.mark.parametrize("odd", ["alice", "agent-12 desk", "1" * 30, "0033", "+", "+33"])
def test_what_is_no_number_is_shown_as_it_came(odd: str) -> None:
    phone = read_phone(odd)
    assert (phone.e164, phone.kind, phone.shown) == ("", "short", odd)


def test_the_last_nine_digits_do_not_depend_on_the_way_of_dialling() -> None:
    assert tail(read_phone("0612345678").e164) == tail("0612345678") == "612345678"
    assert tail("12345") == ""


def test_numbers_cost_nothing_before_the_first_call() -> None:
    done = subprocess.run(
        [sys.executable, "-c", "import kbdesk.core.phones, sys; print(*sys.modules)"],
        capture_output=True,
        text=True,
        check=True,
    )
    assert "kbdesk.core.phones" in done.stdout
    assert "phonenumbers" not in done.stdout.split()
