"""Whether an answer is right, and what a question is called: the same on every desk and server.

An answer is a tuple of texts: for single, multiple and truefalse those chosen; for short the one
typed; for ordering all of them in the order given; for matching the right side of each pair, in the
order of the pairs. Nothing given raises: what cannot be understood is wrong.

Of a short text are forgiven: accents, case, spaces, hyphens, an article before it, the way a unit
or a number is written, a unit left out, and a letter wrong, missing, doubled or swapped in a word
of four letters or more. Numbers are never forgiven: two that differ are never the same answer, so
whatever counts or orders (digits, "six", "billion", "sixième") is compared to the letter.
"""

import json
import re
import unicodedata
from collections.abc import Iterator
from itertools import groupby

from sync.protocol.bodies.learning import Question

LONGEST = 2_000  # letters of a short answer that are looked at
LONGEST_WORD = 64  # letters up to which a wrong one is forgiven
ROOM_FOR_TWO = 16  # letters of an answer from which two words may each have one wrong


def question_id(question: Question) -> str:
    """Name a question by what it asks and takes for right.

    Spaces, the order in which answers are offered and the explanation make no other question.
    """
    import hashlib  # late: it brings OpenSSL, 3 MB that a desk at rest does without

    even = _even_out
    canonical = (
        question.kind,
        even(question.text),
        sorted((even(text), right) for text, right in question.offered),
        sorted(map(even, question.accepted)),
        [*map(even, question.order)],
        sorted((even(left), even(right)) for left, right in question.pairs),
    )
    text = json.dumps(canonical, separators=(",", ":"))  # ASCII: no surrogate can break it
    return hashlib.sha256(text.encode()).hexdigest()


def right(question: Question, answer: tuple[str, ...]) -> bool:
    """Say whether an answer is right; an answer to an unknown kind of question never is."""
    given = tuple(map(_name, answer))
    if question.kind == "short":
        return len(answer) == 1 and _is_accepted(question, answer[0])
    if question.kind == "ordering":
        return bool(given) and given == tuple(map(_name, question.order))
    if question.kind == "matching":
        return bool(given) and given == tuple(_name(matched) for _, matched in question.pairs)
    if question.kind in {"single", "multiple", "truefalse"}:
        wanted = {_name(text) for text, is_right in question.offered if is_right}
        return bool(given) and len(set(given)) == len(given) and set(given) == wanted
    return False


def _even_out(text: str) -> str:
    return " ".join(unicodedata.normalize("NFC", text).split())


_SAME_NAMES = {
    "true": "vrai",
    "false": "faux",
    "vrai": "vrai",
    "faux": "faux",
}  # so that a question may be answered in either


def _name(text: str) -> str:
    """Return what tells one offered answer from another."""
    name = _even_out(text).casefold()
    return _SAME_NAMES.get(name.rstrip("."), name)


# short texts


def _is_accepted(question: Question, typed: str) -> bool:
    given = _read(typed)
    asked_in = _units_in(question.text)
    return any(
        _fits(_read(accepted), given, asked_in)
        if _read(accepted)
        else _name(accepted) == _name(typed) != ""
        for accepted in question.accepted
    )


_Parts = tuple[str, ...]  # numbers as "#14", units behind them by their name, words, signs


def _units_in(asked: str) -> frozenset[str]:
    """Name the units a question asks for; of letters alone, too many words would be one."""
    return frozenset(
        _UNITS[part]
        for part in _read(asked)
        if part in _UNITS and (len(part) > 2 or not part.isalpha() or part == "an")
    )


def _fits(accepted: _Parts, given: _Parts, asked_in: frozenset[str]) -> bool:
    if not given:
        return False
    if accepted == given or list(_runs(accepted)) == list(_runs(given)):
        return True
    if _is_same_amount(accepted, given, asked_in):
        return True
    return _is_misspelt(accepted, given)


def _is_same_amount(accepted: _Parts, given: _Parts, asked_in: frozenset[str]) -> bool:
    """Forgive one number its unit: left out, or added as the question names it."""
    shorter, longer = sorted((accepted, given), key=len)
    if len(shorter) != 1 or len(longer) != 2 or shorter[0] != longer[0]:
        return False
    if not _is_number(shorter[0]) or longer[1] not in _UNIT_NAMES:
        return False
    return longer is accepted or not asked_in or longer[1] in asked_in


def _is_misspelt(accepted: _Parts, given: _Parts) -> bool:
    """Say whether words differ by one letter each, in as many words as the length allows."""
    if len(accepted) != len(given):
        return False
    wrong = [(want, got) for want, got in zip(accepted, given, strict=True) if want != got]
    room = 1 if sum(map(len, accepted)) < ROOM_FOR_TWO else 2
    return len(wrong) <= room and all(_is_one_letter_off(want, got) for want, got in wrong)


def _is_one_letter_off(want: str, got: str) -> bool:
    """Compare two words: one letter changed, missing, added, or two neighbours swapped."""
    if _is_exact(want) or _is_exact(got) or not 4 <= len(want) <= LONGEST_WORD:
        return False
    if abs(len(want) - len(got)) > 1:
        return False
    start = 0
    while start < min(len(want), len(got)) and want[start] == got[start]:
        start += 1
    left, other = want[start:], got[start:]
    return (
        left[1:] == other[1:]
        or left[1:] == other
        or left == other[1:]
        or (left[2:] == other[2:] and left[:2] == other[:2][::-1])
    )


def _is_exact(part: str) -> bool:
    """Tell what is compared to the letter: numbers, units, signs, and words that put in order."""
    return (
        not part.isalpha()
        or part in _UNIT_NAMES
        or part in _ORDINALS
        or part.endswith(("ieme", "iemes"))
    )


def _runs(parts: _Parts) -> Iterator[str]:
    """Join neighbouring words, so that "wi-fi", "wi fi" and "wifi" are one."""
    for is_word, run in groupby(parts, key=lambda part: part.isalpha() and not _is_exact(part)):
        if is_word:
            yield "".join(run)
        else:
            yield from run


def _is_number(part: str) -> bool:
    return part[:1] == "#"


# how a text is read

_THOUSANDS = re.compile(r"(?<![\d.,])([1-9]\d{0,2}(?:[ ]\d{3})+)(?![\d])")
_PHONE = re.compile(r"(?<!\d)0\d(?:[ .]\d\d){4}(?!\d)")
_CLOCK = re.compile(r"(?<!\d)(\d{1,2}):(\d\d)(?!\d)")
_PART = re.compile(
    r"(?P<number>(?:(?<![^\s(])-)?\d+(?:[.,]\d+)*)"
    r"|(?P<rate>[^\W\d_]+/[^\W\d_]+)"
    r"|(?P<word>[^\W\d_]+)"
    r"|(?P<over>(?<=\d)\s*/\s*(?=\d))"
    r"|(?P<sign>[^\w\s.,;:!?'\"()\[\]{}…«»“”\-–—/*_])"
)
_ARTICLES = frozenset({"le", "la", "les", "l", "the"})


def _read(text: str) -> _Parts:
    """Cut a text into the parts that count."""
    plain = _fold(text[:LONGEST])
    for pattern in (_PHONE, _THOUSANDS):
        plain = pattern.sub(lambda found: re.sub(r"[ .]", "", found[0]), plain)
    plain = _CLOCK.sub(r"\1 h \2", plain).replace("pour cent", "%").replace("per cent", "%")
    parts: list[str] = []
    for found in _PART.finditer(plain):
        part = _part(found)
        counted = bool(parts) and _is_number(parts[-1])
        parts.append(_UNITS.get(part, part) if counted else part)
    return tuple(parts[1:] if len(parts) > 1 and parts[0] in _ARTICLES else parts)


def _fold(text: str) -> str:
    """Leave out accents and case, and write digits, spaces, hyphens and quotes in one way.

    Compatibility forms stay: of them "10²" would become 102.
    """
    letters: list[str] = []
    for letter in unicodedata.normalize("NFD", text.replace("’", "'")).casefold():
        kind = unicodedata.category(letter)
        if kind == "Nd":
            letters.append(str(unicodedata.decimal(letter)))
        elif kind != "Mn":
            letters.append(_ONE_WAY.get(letter, letter))
    return " ".join("".join(letters).split())


_ONE_WAY = {"œ": "oe", "æ": "ae", "\u2212": "-", "\u2010": "-", "\u2011": "-", "\u2044": "/"}


def _part(found: re.Match[str]) -> str:
    text = found[0]
    if found["number"]:
        return _number(text)
    if found["over"]:
        return "/"
    if text in _NUMBER_WORDS:
        return f"#{_NUMBER_WORDS[text]}"
    return text


_COULD_BE_THOUSANDS = re.compile(r"-?[1-9]\d{0,2}\.\d{3}")


def _number(text: str) -> str:
    """Write a number in one way.

    "1,500" is a thousand and a half to some and one and a half to others: it equals "1.500" and
    neither of the two. A long one that starts with 0 is a code, and its zeros count.
    """
    plain = text.replace(",", ".")
    whole, point, part = plain.partition(".")
    sign, whole = ("-", whole[1:]) if whole[0] == "-" else ("", whole)
    if "." in part or _COULD_BE_THOUSANDS.fullmatch(plain) or (len(whole) > 2 and whole[0] == "0"):
        return f"#{plain}"
    whole, part = whole.lstrip("0") or "0", part.rstrip("0")
    if whole == "0" and not part:
        sign = ""
    return f"#{sign}{whole}{point if part else ''}{part}"


def _table(lines: str) -> dict[str, str]:
    """Map every way of writing a unit to its name, which is the first of its line."""
    rows = [line.split() for line in lines.split("\n") if line.strip()]
    return {way: row[0] for row in rows for way in row}


_UNITS = _table("""
    jour jours j jrs jr day days d
    heure heures h hr hrs hour hours
    minute minutes min mins mn
    seconde secondes s sec secs second seconds
    semaine semaines sem week weeks wk
    mois month months
    an ans annee annees year years
    € euro euros eur
    centime centimes
    $ dollar dollars usd
    £ gbp
    % pourcent percent
    go gb giga gigas gigaoctet gigaoctets gigabyte gigabytes
    mo mb mega megas megaoctet megaoctets megabyte megabytes
    ko kb kilooctet kilooctets
    to tb tera teraoctet teraoctets
    mbit/s mb/s mbps mbits/s
    gbit/s gb/s gbps gbits/s
    km kilometre kilometres kilometer kilometers
    m metre metres meter meters
    cm centimetre centimetres
    mm millimetre millimetres
    kg kilo kilos kilogramme kilogrammes
    g gramme grammes gram grams
""")
_UNIT_NAMES = frozenset(_UNITS.values())

_NUMBER_WORDS = {
    word: str(number)
    for number, words in {
        0: "zero", 1: "un une one", 2: "deux two", 3: "trois three", 4: "quatre four",
        5: "cinq five", 6: "six", 7: "sept seven", 8: "huit eight", 9: "neuf nine", 10: "dix ten",
        11: "onze eleven", 12: "douze twelve", 13: "treize thirteen", 14: "quatorze fourteen",
        15: "quinze fifteen", 16: "seize sixteen", 17: "seventeen", 18: "eighteen",
        19: "nineteen", 20: "vingt vingts twenty", 30: "trente thirty", 40: "quarante forty",
        50: "cinquante fifty", 60: "soixante sixty", 70: "septante seventy",
        80: "huitante octante eighty", 90: "nonante ninety", 100: "cent cents hundred hundreds",
        10**3: "mille thousand thousands", 10**6: "million millions",
        10**9: "milliard milliards",
    }.items()
    for word in words.split()
} | {"billion": "billion", "billions": "billion"}  # fmt: skip  # a thousand times more in French
_ORDINALS = frozenset(
    _table(
        "premier premiere premiers premieres first third fourth fifth sixth seventh eighth ninth"
        " tenth eleventh twelfth"
    )
)
