"""The YAML at the top of an article: read with the line of each field, rewritten line by line.

The nodes are read, not the values YAML would make of them: `id: 0012` stays "0012", a date stays
the text somebody wrote until we check it, and every fault names its line. Aliases of YAML are
refused: they are how a small file becomes a huge one.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

import yaml

from kbdesk.errors import BadContent

MAX_FRONT_MATTER = 100_000
MAX_DEPTH = 20
_OPENING = re.compile(r"\ufeff?---[ \t]*\r?\n")
_CLOSING = re.compile(r"^(?:---|\.\.\.)[ \t]*(?:\r?\n|\Z)", re.MULTILINE)
_LOOKS_LIKE_FIELD = re.compile(r"\s*(?:#.*\n\s*)*[\"']?[\w-]+[\"']?[ \t]*:(?:\s|$)")
_FIELD_LINE = re.compile(r"^([A-Za-z_][\w-]*)[ \t]*:(?=[ \t\r\n]|$)")
_PLAIN_VALUE = re.compile(r"[A-Za-zÀ-ÿ0-9](?:[^\n\r:#'\"\[\]{}&*!|>%@`,]|,(?! ))*(?<!\s)")
_QUOTED = re.compile(
    r"[^\x20\x21\x23-\x5b\x5d-\x7e\xa0-\u2027\u202f-\ud7ff\ue000-\ufefe\uff00-\ufffd]"
)
_SHORT = {"\n": "\\n", "\r": "\\r", "\t": "\\t"}
_YAML_WORDS = {"true", "false", "yes", "no", "on", "off", "null", "y", "n"}
Loader: type[yaml.SafeLoader] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@dataclass(frozen=True, slots=True)
class Field:
    """One field as written; `line` counts from 1 in the whole file."""

    name: str
    node: yaml.Node
    line: int

    @property
    def text(self) -> str | None:
        """The scalar as written, None for a list or a mapping."""
        return self.node.value if isinstance(self.node, yaml.ScalarNode) else None

    @property
    def empty(self) -> bool:
        return self.node.tag == "tag:yaml.org,2002:null"

    def texts(self) -> list[str] | None:
        """Return the scalars of a list, or the only scalar; None for anything else."""
        if isinstance(self.node, yaml.SequenceNode):
            return (
                [item.value for item in self.node.value if isinstance(item, yaml.ScalarNode)]
                if all(isinstance(item, yaml.ScalarNode) for item in self.node.value)
                else None
            )
        return None if self.text is None else ([] if self.empty else [self.text])

    def value(self) -> object:
        """Return what is kept of a field of others: texts, lists and mappings of texts."""
        return _value(self.node)


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """The fields, the text after them, and the line on which that text starts."""

    fields: dict[str, Field] = field(default_factory=dict)
    body: str = ""
    body_line: int = 1
    repeated: tuple[Field, ...] = ()  # written twice; the last one counts, as in YAML


def split(source: str) -> tuple[str, str]:
    """Cut `source` into its head (fences included, "" when there is none) and its body."""
    opening = _OPENING.match(source)
    if not opening:
        return "", source
    closing = _CLOSING.search(source, opening.end())
    if closing:
        return source[: closing.end()], source[closing.end() :]
    if _LOOKS_LIKE_FIELD.match(source, opening.end()):
        raise BadContent(
            "The front matter is never closed.",
            line=1,
            remedy="End it with a line of three dashes.",
            code="head_open",
        )
    return "", source


def read(source: str) -> FrontMatter:
    """Read the front matter of `source`; raise BadContent where it cannot be read."""
    head, body = split(source)
    if not head:
        return FrontMatter(body=body.removeprefix("\ufeff"))
    node = _compose(_between_fences(head))
    if node is None:
        return FrontMatter(body=body, body_line=head.count("\n") + 1)
    if isinstance(node, yaml.ScalarNode) and not _LOOKS_LIKE_FIELD.match(node.value):
        return FrontMatter(body=source.removeprefix("\ufeff"))  # a text between two rules
    if not isinstance(node, yaml.MappingNode):
        told = "The front matter is not a list of `field: value`."
        raise BadContent(told, line=2, code="head_fields")
    return _fields(node, body, head.count("\n") + 1)


def _between_fences(head: str) -> str:
    """Return the YAML alone, so that YAML line 0 is line 2 of the file."""
    text = head.split("\n", 1)[1]
    return text[: text.rstrip("\r\n \t").rfind("\n") + 1]


def _compose(text: str) -> yaml.Node | None:
    if len(text) > MAX_FRONT_MATTER:
        told = f"The front matter is longer than {MAX_FRONT_MATTER:,} characters."
        raise BadContent(told, line=1, code="head_long")
    try:
        _check_events(text)
        return yaml.compose(text, Loader)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line = mark.line + 2 if mark else 1
        problem = error.problem or error.context or "it is not YAML"
        told = f"The front matter cannot be read: {problem}."
        raise BadContent(told, line=line, code="head_unread") from None
    except yaml.reader.ReaderError as error:
        line = text.count("\n", 0, max(error.position, 0)) + 2
        told = "The front matter holds a character YAML forbids."
        raise BadContent(told, line=line, code="head_letter") from None
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        told = f"The front matter cannot be read: {error}."
        raise BadContent(told, line=1, code="head_unread") from None


def _check_events(text: str) -> None:
    """Refuse aliases and deep nesting before anything is built; most files have neither."""
    if not re.search(r"[*&]\S|[\[{][^\n]*[\[{]|-[ \t]+-", text) and _is_flat(text):
        return
    depth = 0
    for event in yaml.parse(text, Loader):
        if isinstance(event, yaml.AliasEvent):
            told = "The front matter uses a YAML alias (*name)."
            raise BadContent(told, line=_line(event), code="head_alias")
        depth += isinstance(event, yaml.CollectionStartEvent)
        depth -= isinstance(event, yaml.CollectionEndEvent)
        if depth > MAX_DEPTH:
            told = "The front matter is nested too deep."
            raise BadContent(told, line=_line(event), code="head_deep")


def _is_flat(text: str) -> bool:
    """Say that too few marks of nesting are there, on whichever lines, for it to be deep.

    Deep is what ends the process: libyaml's nodes are composed by a recursion in C.
    """
    return sum(map(text.count, "[{?")) <= MAX_DEPTH


def _line(event: yaml.Event) -> int:
    return event.start_mark.line + 2 if event.start_mark else 0


def _fields(node: yaml.MappingNode, body: str, body_line: int) -> FrontMatter:
    fields: dict[str, Field] = {}
    repeated = []
    for key, value in node.value:
        line = key.start_mark.line + 2
        if not isinstance(key, yaml.ScalarNode):
            told = "A field of the front matter has no plain name."
            raise BadContent(told, line=line, code="head_name")
        if key.value in fields:
            repeated.append(Field(key.value, value, line))
        fields[key.value] = Field(key.value, value, line)
    return FrontMatter(fields, body, body_line, tuple(repeated))


def _value(node: yaml.Node) -> object:
    if isinstance(node, yaml.SequenceNode):
        return [_value(item) for item in node.value]
    if isinstance(node, yaml.MappingNode):
        return {str(key.value): _value(value) for key, value in node.value}
    return None if node.tag == "tag:yaml.org,2002:null" else str(node.value)


def replace_fields(source: str, **fields: object) -> str:
    """Return `source` with these front-matter fields changed, and every other line untouched.

    None takes the field away; a field not there yet goes last. Values are texts, dates, or lists
    of texts.
    """
    newline = "\r\n" if "\r\n" in source[:2000] else "\n"
    head, body = split(source)
    if not head:
        mark = "\ufeff" if body.startswith("\ufeff") else ""
        head, body = f"{mark}---{newline}---{newline}", body.removeprefix("\ufeff")
    lines = head.splitlines(keepends=True)
    for name, value in fields.items():
        lines = _with_field(lines, name, value, newline)
    return "".join(lines) + body


def _with_field(lines: list[str], name: str, value: object, newline: str) -> list[str]:
    start, end = _span(lines, name)
    written = [] if value is None else [f"{name}: {_written(value)}{newline}"]
    return lines[:start] + written + lines[end:]


def _span(lines: list[str], name: str) -> tuple[int, int]:
    """Find all the lines of a field; an empty span at the end when it is absent."""
    starts = [index for index in range(1, len(lines) - 1) if _name_at(lines[index]) == name]
    if not starts:
        return len(lines) - 1, len(lines) - 1
    end = starts[-1] + 1
    while end < len(lines) - 1 and _continues(lines[end]):
        end += 1
    while end - 1 > starts[-1] and not lines[end - 1].strip():
        end -= 1
    return starts[-1], end


def _name_at(line: str) -> str:
    found = _FIELD_LINE.match(line)
    return found[1] if found else _quoted_name(line)


def _quoted_name(line: str) -> str:
    found = re.match(r"([\"'])([\w-]+)\1[ \t]*:(?=[ \t\r\n]|$)", line)
    return found[2] if found else ""


def _continues(line: str) -> bool:
    """Say whether a line belongs to the field above: indented, blank, or an item of its list."""
    return not line.strip() or line[0] in " \t]}" or line.startswith(("- ", "-\n", "-\r"))


def _written(value: object) -> str:
    if isinstance(value, list | tuple):
        return "[" + ", ".join(_written(item) for item in value) + "]"
    text = str(value)
    plain = _PLAIN_VALUE.fullmatch(text) and not _QUOTED.search(text)
    if plain and text.lower() not in _YAML_WORDS:
        return text
    return f'"{_QUOTED.sub(_escaped, text)}"'


def _escaped(found: re.Match[str]) -> str:
    """Escape what YAML does not allow in quotes; spaces that do not break are allowed."""
    char = found[0]
    return f"\\{char}" if char in '"\\' else _SHORT.get(char) or f"\\U{ord(char):08x}"


def fields_text(fields: dict[str, object]) -> str:
    """Write a whole front matter, for the texts our converters make."""
    kept = ((name, value) for name, value in fields.items() if value not in (None, "", [], ()))
    lines: Iterator[str] = (f"{name}: {_written(value)}" for name, value in kept)
    return "---\n" + "".join(f"{line}\n" for line in lines) + "---\n"
