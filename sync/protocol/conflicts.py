"""Two people changed one text: what both sides agree to call a conflict, and what becomes of it.

Optimistic base revision and a three-way merge by lines, proposed to a person and never published by
itself: a merge that is clean as text can still be wrong. No CRDT: merged letter by letter, "$20"
changed to "$30" here and "$10" there became "$130". Deleting against editing is never silent.
"""

from dataclasses import dataclass
from enum import StrEnum

import merge3

from sync.protocol.texts import normal


class Verdict(StrEnum):
    """How a text made from `base` stands to what is published now."""

    FRESH = "fresh"  # nobody changed it meanwhile
    SAME = "same"  # others made the very same change: nothing is left to do
    CLEAN = "clean"  # both changes fit together; a person looks at the result
    CLASH = "clash"  # both touched the same lines; a person decides
    GONE = "gone"  # it was taken out meanwhile
    UNKNOWN = "unknown"  # the text it was made from is not kept any more: no third side


@dataclass(frozen=True, slots=True)
class Region:
    """Lines in a row that are alike (`agreed`), or two versions of them."""

    agreed: tuple[str, ...] = ()
    base: tuple[str, ...] = ()
    mine: tuple[str, ...] = ()
    theirs: tuple[str, ...] = ()

    @property
    def clash(self) -> bool:
        return self.mine != self.theirs


@dataclass(frozen=True, slots=True)
class Merge:
    """The outcome of a merge; `text` only where the verdict leaves nothing to decide."""

    verdict: Verdict
    text: str | None = None
    regions: tuple[Region, ...] = ()


def merge(base: str | None, mine: str, theirs: str | None) -> Merge:
    """Merge a text made from `base` with what is published now.

    `base` None: no longer kept. `theirs` None: taken out.
    """
    if theirs is None:
        return Merge(Verdict.GONE)
    if normal(mine) == normal(theirs):
        return Merge(Verdict.SAME, theirs)
    if base is None:
        return Merge(Verdict.UNKNOWN)
    if normal(base) == normal(theirs):
        return Merge(Verdict.FRESH, mine)
    regions = _regions(normal(base), normal(mine), normal(theirs))
    if any(region.clash for region in regions):
        return Merge(Verdict.CLASH, None, regions)
    return Merge(Verdict.CLEAN, "".join(line for r in regions for line in r.agreed), regions)


def _regions(base: str, mine: str, theirs: str) -> tuple[Region, ...]:
    before, ours, others = (text.splitlines(keepends=True) for text in (base, mine, theirs))
    found = []
    for group in merge3.Merge3(before, ours, others).merge_groups():
        if group[0] == "conflict":
            found.append(Region((), *(tuple(side) for side in group[1:])))
        else:  # "unchanged", "a", "b" and "same" each leave one version of their lines
            found.append(Region(agreed=tuple(group[1])))
    return tuple(found)
