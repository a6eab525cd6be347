"""Text brought to the form in which the store compares words: no case, no accents."""

import unicodedata

_LIGATURES = str.maketrans({"œ": "oe", "æ": "ae"})


def fold(text: str) -> str:
    """Take case, accents and ligatures off."""
    apart = unicodedata.normalize("NFKD", text.casefold().translate(_LIGATURES))
    return "".join(char for char in apart if not unicodedata.combining(char))
