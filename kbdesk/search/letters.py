"""A text as one run of bytes, a byte a letter, without case, accents or punctuation.

The beginning of a word is then found by plain finding, at the speed of memory, and stands at the
same place as in the text. One letter for one letter: "œ" is no "oe" here, so whoever must not miss
such a word looks where `is_plain` says no.
"""

import codecs
import unicodedata

MOST_FAR_LETTERS = 20_000  # remembered
_USUAL = "’œ–—…€“”\u202f\u2011"  # beyond Latin-1 and in most texts: replaced before encoding


def as_letters(text: str) -> bytes:
    """Write a letter as a byte, the same for all its cases and accents; a space comes first."""
    if not text.isascii():
        # Each sign beyond Latin-1 left to the codec costs a call of Python.
        for sign, letter in _INSTEAD:
            if sign in text:
                text = text.replace(sign, letter)
    return b" " + text.encode("latin-1", _FAR).translate(_NEAR_LETTERS)


def is_plain(text: str, letters: bytes) -> bool:
    """Say whether every word of `text` reads the same in its letters as when it is folded."""
    return text.isascii() or (letters.isascii() and unicodedata.is_normalized("NFC", text))


def _letter(code: int) -> str:
    """Give the one sign of Latin-1 that stands for a sign: its bare letter if it has one.

    Letters of other scripts share the thirty-two signs that no text holds: enough to find a word.
    """
    sign = chr(code).lower()[0]
    bare = unicodedata.normalize("NFD", sign)[0]
    if not sign.isalnum():
        return " "
    return bare if bare.isascii() else chr(0x80 + ord(sign) % 32)


class _FarLetters(dict[int, str]):
    """The signs beyond Latin-1 that were met, and what stands for each."""

    def __missing__(self, code: int) -> str:
        if len(self) > MOST_FAR_LETTERS:
            self.clear()
        return self.setdefault(code, _letter(code))


def _far(error: UnicodeError) -> tuple[str, int]:
    assert isinstance(error, UnicodeEncodeError)
    return error.object[error.start : error.end].translate(_FAR_LETTERS), error.end


_NEAR_LETTERS = "".join(
    chr(code) if 0x80 <= code < 0xA0 else _letter(code) for code in range(256)
).encode("latin-1")
_FAR_LETTERS = _FarLetters()
_INSTEAD = [(sign, _letter(ord(sign))) for sign in _USUAL]
_FAR = "kbdesk.bare"
codecs.register_error(_FAR, _far)
