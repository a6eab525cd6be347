"""Telephone numbers: what was shown on the line, made comparable.

A number is E.164 only where that is sure to mean something. Short numbers (3900, an extension) look
like possible numbers of the country once "+33" stands before them, so they stay as they are;
a withheld number is a state of its own and no error. `valid` is what the metadata says and never
a gate: ranges are opened before the metadata knows them.

`phonenumbers` takes 60 ms to import, so it is loaded with the first number.
"""

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from kbdesk.core.calls import clean, user_part

if TYPE_CHECKING:
    from phonenumbers import PhoneNumber

LONGEST = 64  # characters
TAIL = 9  # digits that a French number keeps, however it was dialled
SHORT = 6  # digits of the longest short number or extension

# Numbers dialled locally overseas, read as French ones, come out possible and wrong.
_OVERSEAS = {"FR": ("RE", "YT", "GP", "MQ", "GF")}

_WITHHELD = frozenset(
    {
        *("anonymous", "unavailable", "restricted", "private", "unknown", "withheld", "blocked"),
        *("hidden", "noname", "nonumber", "asserted-identity-unavailable"),
        *("anonyme", "privé", "prive", "inconnu", "masqué", "masque"),
    }
)


@dataclass(frozen=True, slots=True)
class Phone:
    """A number as it can be compared (`e164`, "" where it cannot) and as it is read."""

    e164: str
    shown: str
    kind: str  # "number", "short" (also an extension, or a name in place of one), "withheld"
    valid: bool


WITHHELD = Phone("", "", "withheld", valid=False)


@lru_cache(maxsize=512)
def read_phone(text: str, region: str = "FR", *, outside: str = "") -> Phone:
    """Read a number as the line gave it; `outside` is what an exchange puts before numbers."""
    shown = clean(user_part(clean(text, 4096)), LONGEST)
    digits = re.sub(r"\D", "", shown)
    if not shown or shown.lower() in _WITHHELD or shown.startswith(("*", "#")):
        return WITHHELD
    if not digits or len(digits) <= SHORT or re.search(r"[^\W\d_]", shown):
        return Phone("", shown, "short", valid=False)
    if outside and digits.startswith(outside) and not shown.startswith("+"):
        shown = shown.replace(outside, "", 1).lstrip()
    return _readings(shown, region) or Phone("", shown, "short", valid=False)


def tail(e164: str) -> str:
    """Return the digits that do not change with the way a number is dialled."""
    return e164[-TAIL:] if len(e164) > TAIL else ""


def _readings(shown: str, region: str) -> Phone | None:
    """Take the first valid reading of a number, else the first possible one."""
    possible: Phone | None = None
    for text, country in _ways(shown, region):
        phone = _read(text, country, region)
        if phone is not None and phone.valid:
            return phone
        possible = possible or phone
    return possible


def _ways(shown: str, region: str) -> list[tuple[str, str]]:
    """List how a number can be meant: as it stands, overseas, or behind a 0 for an outside line."""
    ways = [(shown, region)]
    digits = re.sub(r"\D", "", shown)
    if shown.startswith("+"):
        return ways
    if digits.startswith("0"):
        ways += [(shown, overseas) for overseas in _OVERSEAS.get(region, ())]
    if re.fullmatch(r"00[1-9]\d{8}", digits):
        ways.append((digits[1:], region))
    if not digits.startswith("0"):
        ways.append(("+" + digits, region))
    return ways


def _read(text: str, country: str, home: str) -> Phone | None:
    import phonenumbers  # late: 60 ms, and only a call needs it

    try:
        number = phonenumbers.parse(text, country)
    except phonenumbers.NumberParseException:
        return None
    if not phonenumbers.is_possible_number(number):
        return None
    return Phone(
        phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164),
        phonenumbers.format_number(number, _format(number, home)),
        "number",
        valid=phonenumbers.is_valid_number(number),
    )


def _format(number: "PhoneNumber", home: str) -> int:
    """Show numbers of the country as people there read them, others with their country."""
    import phonenumbers  # late: as above

    at_home = number.country_code == phonenumbers.country_code_for_region(home)
    kinds = phonenumbers.PhoneNumberFormat
    return kinds.NATIONAL if at_home else kinds.INTERNATIONAL
