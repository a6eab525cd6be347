"""What a run was asked for: how much to measure, on which bases."""

from dataclasses import dataclass

LARGE = 100_000


@dataclass(frozen=True, slots=True)
class Options:
    """Choices of one run; `quick` measures fewer samples on the same bases."""

    articles: int = LARGE
    quick: bool = False
    fresh: bool = False
    which: str = "both"  # bases for search and index: "real", "large" or "both"
    without: frozenset[str] = frozenset()  # names of peers to leave out, in lower case

    def samples(self, full: int, quick: int) -> int:
        return quick if self.quick else full
