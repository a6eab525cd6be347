"""The synonyms and acronyms that come with a base, from its `synonyms.yaml`."""

from kbdesk.search.synonyms import Synonyms
from kbdesk.services.lists.spaces import read_list
from kbdesk.store.entities import Entities


def read_synonyms(entities: Entities) -> Synonyms:
    """Gather the groups of words that mean the same; an acronym and its words are such a group."""
    found = read_list(entities, "synonyms")
    groups, acronyms = found.get("synonyms"), found.get("acronyms")
    equals: list[list[str]] = []
    if isinstance(groups, list):
        equals += [[str(word) for word in group] for group in groups if isinstance(group, list)]
    if isinstance(acronyms, dict):
        equals += [[str(short), str(words)] for short, words in acronyms.items()]
    return Synonyms(equals)
