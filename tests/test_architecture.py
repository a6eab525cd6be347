"""House rules that a machine can check: who may import whom, one door to Qt, no print, sizes.

import-linter checks the directions on its own graph; the walk over the syntax trees here is a
second net that also sees imports inside functions, and it alone knows which third-party package
belongs to whom.
"""

import ast
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import pytest

import kbdesk
import sync

CHECKOUT = Path(__file__).resolve().parent.parent
PRODUCT = CHECKOUT / "kbdesk"
SYNC = CHECKOUT / "sync"
BASE = {
    "clock", "crash", "errors", "handing", "heap", "logs", "paths", "settings", "system_libraries",
    "work",
}  # fmt: skip
PACKAGES = {"cli", "content", "core", "search", "services", "store", "ui"}
SIDES = {"sync.client", "sync.protocol", "sync.server"}

# What each part may import of ours; `app`, `desk` and `__main__` may import everything.
MAY_IMPORT = {
    "core": {"core"},
    "content": {"content", "core"} | BASE,
    "store": {"store", "core", "sync.client", "sync.protocol"} | BASE,
    "search": {"search", "core"} | BASE,
    "services": {"services", "content", "store", "search", "core"}
    | {"sync.client", "sync.protocol"}
    | BASE,
    "ui": {"ui", "services", "core"} | BASE,
    "cli": {"cli", "services", "core", "app"} | BASE,  # app: to open the desk
    "sync.protocol": {"sync.protocol"},
    "sync.client": {"sync.client", "sync.protocol"},
    "sync.server": {"sync.server", "sync.protocol"},
} | dict.fromkeys(BASE, BASE)

# The folders of services: each may import itself and those that stand after it.
SUBJECTS = (
    "demo", "announcements", "learn", "writing", "contact", "connected", "reading", "lists",
)  # fmt: skip

# Which parts alone may import what comes from others.
OWNERS = {
    "PySide6": {"ui"},
    "argon2": {"sync.server"},
    "backports": {"sync.protocol"},  # zstd, in the library from 3.14 on
    "bs4": {"content"},
    "click": {"cli", "sync.server"},
    "fsrs": {"core"},
    "keyring": {"services"},
    "litestar": {"sync.server"},
    "mammoth": {"content"},
    "merge3": {"sync.protocol", "core"},
    "msgspec": SIDES,
    "prometheus_client": {"sync.server"},
    "psycopg": {"sync.server"},
    "psycopg_pool": {"sync.server"},
    "requests": {"sync.client"},
    "markdown_it": {"content"},
    "markdownify": {"content"},
    "phonenumbers": {"core"},
    "platformdirs": {"paths", "sync.server"},
    "qtawesome": {"ui"},
    "shiboken6": {"ui"},
    "sqlite3": {"store", "sync.server"},
    "sqlite_utils": {"store"},
    "tantivy": {"search"},
    "uvicorn": {"sync.server"},
    "yaml": {"content", "sync.protocol"},
}


@dataclass(frozen=True)
class Import:
    """One import statement: where it stands, what it names, whether inside a function."""

    path: Path
    line: int
    name: str
    late: bool
    typing: bool  # under `if TYPE_CHECKING`

    def __str__(self) -> str:
        return f"{self.path.relative_to(CHECKOUT)}:{self.line} imports {self.name}"


@cache
def _files() -> tuple[Path, ...]:
    return tuple(sorted([*PRODUCT.rglob("*.py"), *SYNC.rglob("*.py")]))


def _tree(path: Path) -> ast.Module:
    """Parse anew: who kept all trees would have the collector of garbage walk through them."""
    return ast.parse(path.read_text("utf-8"), str(path))


def _part(path: Path) -> str:
    """Return the package or base module that a file belongs to; one of SIDES under sync/."""
    if path.is_relative_to(SYNC):
        return ".".join(path.relative_to(CHECKOUT).parts[:2]).removesuffix(".py")
    first = path.relative_to(PRODUCT).parts[0]
    return first.removesuffix(".py")


def _named(node: ast.Import | ast.ImportFrom) -> list[str]:
    if isinstance(node, ast.Import):
        return [alias.name for alias in node.names]
    module = node.module or ""
    return [module, *(f"{module}.{alias.name}" for alias in node.names)]


@cache
def _imports() -> tuple[Import, ...]:
    return tuple(found for path in _files() for found in _imports_of(path))


def _imports_of(path: Path) -> Iterator[Import]:
    """Walk through the statements alone: no expression holds an import."""
    waiting: list[tuple[ast.AST, bool, bool]] = [(_tree(path), False, False)]
    while waiting:
        node, late, typing = waiting.pop()
        if isinstance(node, ast.Import | ast.ImportFrom):
            for name in _named(node):
                yield Import(path, node.lineno, name, late=late, typing=typing)
        late |= isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        typing |= isinstance(node, ast.If) and ast.unparse(node.test) == "TYPE_CHECKING"
        waiting += [(child, late, typing) for child in _statements(node)]


def _statements(node: ast.AST) -> Iterator[ast.AST]:
    for part in ("body", "handlers", "orelse", "finalbody", "cases"):
        inner = getattr(node, part, ())
        if isinstance(inner, list):  # the body of a lambda is none
            yield from inner


def _ours(name: str) -> str | None:
    """Return the part of ours that a dotted name belongs to, None for what is not ours."""
    words = name.split(".")
    if words[0] == "sync":
        return ".".join(words[:2]) if len(words) > 1 else None
    if words[0] != "kbdesk" or len(words) < 2:
        return None
    return words[1] if words[1] in PACKAGES | BASE | {"app", "desk"} else None


def test_every_part_of_the_product_has_its_place_in_the_order() -> None:
    """A new package or base module must be written into the table above and DESIGN.md."""
    known = PACKAGES | BASE | SIDES | {"app", "desk", "__init__", "__main__", "sync.__init__"}
    assert {_part(path) for path in _files()} <= known


def test_imports_follow_the_order_of_the_floors() -> None:
    wrong = [
        str(found)
        for found in _imports()
        if (part := _part(found.path)) in MAY_IMPORT
        and (target := _ours(found.name)) is not None
        and target not in MAY_IMPORT[part]
    ]
    assert not wrong, "\n".join(wrong)


def test_each_foreign_package_has_one_owner() -> None:
    """Qt is behind `ui`, SQLite behind `store`, Tantivy behind `search`, and so on."""
    wrong = [
        str(found)
        for found in _imports()
        if (owners := OWNERS.get(found.name.split(".")[0])) and _part(found.path) not in owners
    ]
    assert not wrong, "\n".join(wrong)


def test_modules_do_not_import_in_circles() -> None:
    """The graph of imports at the top of modules has an order.

    What only a type checker reads is left out: a facade and what it holds may name each other.
    """
    modules = {_module(path): path for path in _files()}
    graph: dict[str, set[str]] = {name: set() for name in modules}
    for found in _imports():
        importer = _module(found.path)
        runs = not found.late and not found.typing
        if runs and found.name in modules and found.name != importer:
            graph[importer].add(found.name)
    try:
        TopologicalSorter(graph).prepare()
    except CycleError as error:
        pytest.fail(" -> ".join(error.args[1]))


def _module(path: Path) -> str:
    words = path.relative_to(CHECKOUT).with_suffix("").parts
    return ".".join(words[:-1] if words[-1] == "__init__" else words)


def test_an_import_inside_a_function_says_why() -> None:
    """A late import buys start-up time; the line, or the one above the block, says what."""
    silent = sorted(
        {f"{found.path.relative_to(CHECKOUT)}:{found.line}" for found in _imports() if found.late}
        - {f"{p.relative_to(CHECKOUT)}:{line}" for p in _files() for line in _explained(p)}
    )
    assert not silent, "late imports without a reason: " + ", ".join(silent)


def _explained(path: Path) -> Iterator[int]:
    """Give the lines of imports that carry a comment, or stand in a block headed by one."""
    lines = path.read_text("utf-8").splitlines()
    explained = False
    for number, line in enumerate(lines, 1):
        words = line.strip()
        importing = words.startswith(("import ", "from "))
        explained = "#" in words or (explained and importing)
        if importing and explained:
            yield number


PRINTING = ("print", "pprint", "breakpoint", "input")


def test_no_product_code_prints() -> None:
    """The command line speaks through click, everything else through results and logs."""
    printing = [
        f"{path.relative_to(CHECKOUT)}:{node.lineno}"
        for path in _files()
        if any(f"{name}(" in path.read_text("utf-8") for name in PRINTING)  # few are walked
        for node in ast.walk(_tree(path))
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Name)
        and node.func.id in PRINTING
    ]
    assert not printing


def test_no_file_is_longer_than_four_hundred_lines() -> None:
    files = [*_files(), *(CHECKOUT / "tests").rglob("*.py"), CHECKOUT / "dev.py"]
    long = {
        str(path.relative_to(CHECKOUT)): count
        for path in files
        if (count := len(path.read_text("utf-8").splitlines())) > 400
    }
    assert not long


def test_no_file_is_an_attic() -> None:
    attics = {"utils", "util", "helpers", "helper", "common", "misc", "manager", "managers"}
    assert not [str(path) for path in _files() if attics & set(path.with_suffix("").parts)]


def test_every_module_says_what_it_is_for() -> None:
    files = [*_files(), *(CHECKOUT / "tests").rglob("*.py")]
    mute = [str(p.relative_to(CHECKOUT)) for p in files if p.stat().st_size and not _speaks(p)]
    assert not mute


def _speaks(path: Path) -> bool:
    """Say whether a file begins with its docstring: to parse all tests would take seconds."""
    return path.read_text("utf-8").removeprefix("#!/usr/bin/env python3\n").startswith('"""')


@pytest.mark.parametrize("package", sorted(PACKAGES | SIDES))
def test_every_package_has_its_theory_beside_it(package: str) -> None:
    home = CHECKOUT if package in SIDES else PRODUCT
    page = home / package.replace(".", "/") / "DESIGN.md"
    assert page.is_file(), f"{package} has no DESIGN.md"
    assert len(page.read_text("utf-8").split()) > 80


def _loaded_after(statement: str) -> set[str]:
    """Import in a process of its own; return the top-level names then loaded."""
    done = subprocess.run(
        [sys.executable, "-c", f"{statement}; import sys; print(*sys.modules)"],
        capture_output=True,
        text=True,
        check=True,
        cwd=CHECKOUT,
    )
    return {name.split(".")[0] for name in done.stdout.split()}


def test_the_subjects_of_the_services_form_a_line() -> None:
    """None imports one above it, also inside functions; the files beside them serve them all."""
    services = PRODUCT / "services"
    assert {path.parent.name for path in services.glob("*/__init__.py")} == set(SUBJECTS)
    wrong = []
    for found in _imports():
        if not found.path.is_relative_to(services) or found.typing:
            continue
        subject, to = found.path.relative_to(services).parts[0], found.name.split(".")[2:3]
        if subject in SUBJECTS and to and to[0] in SUBJECTS[: SUBJECTS.index(subject)]:
            wrong.append(str(found))
    assert not wrong, "\n".join(wrong)


def test_the_services_leave_qt_alone() -> None:
    modules = " , ".join(sorted(_module(p) for p in _files() if _part(p) == "services"))
    assert not _loaded_after(f"import {modules}") & {"PySide6", "shiboken6", "qtpy"}


def test_the_server_installs_without_a_desk() -> None:
    modules = " , ".join(sorted(_module(p) for p in _files() if _part(p) == "sync.server"))
    assert not _loaded_after(f"import {modules}") & {"kbdesk", "PySide6", "tantivy"}


def test_the_protocol_is_pure() -> None:
    """No file, no socket, no clock: what both sides agree on can be read like a page."""
    wrong = [
        str(found)
        for found in _imports()
        if _part(found.path) == "sync.protocol"
        and found.name.split(".")[0] in {"os", "io", "pathlib", "socket", "time", "random"}
    ]
    assert not wrong, "\n".join(wrong)


def test_the_command_line_starts_light() -> None:
    """`kbdesk --help` and the first paint of the desk do not pay for what they do not use."""
    heavy = {"PySide6", "bs4", "mammoth", "markdown_it", "sqlite_utils", "tantivy", "yaml"}
    heavy |= {"keyring", "litestar", "requests"}
    assert not _loaded_after("import kbdesk.cli.main") & heavy


def test_tests_import_the_product_of_this_checkout() -> None:
    """Every level of tests/ is a package, so that no folder of tests hides the product."""
    assert Path(kbdesk.__file__).parent == PRODUCT
    assert Path(sync.__file__).parent == SYNC
    folders = {path.parent for path in (CHECKOUT / "tests").rglob("*.py")}
    assert not [folder for folder in folders if not (folder / "__init__.py").exists()]


def _project() -> dict[str, object]:
    read: dict[str, object] = tomllib.loads((CHECKOUT / "pyproject.toml").read_text("utf-8"))
    return read


def test_the_binding_to_qt_is_pinned_to_a_sound_release() -> None:
    """6.12 drops references of None on Python 3.11: neither the extra nor a lock may take it."""
    project = _project()["project"]
    assert isinstance(project, dict)
    assert "PySide6-Essentials==6.11.3" in project["optional-dependencies"]["desktop"]
    for name in ("dev.txt", "run.txt"):
        lock = CHECKOUT / "installers" / "requirements" / name
        assert "pyside6-essentials==6.11.3" in lock.read_text("utf-8"), lock.name


def test_the_pins_are_hashed_and_name_no_host() -> None:
    locks = sorted((CHECKOUT / "installers" / "requirements").glob("*.txt"))
    assert [lock.name for lock in locks] == ["dev.txt", "run.txt", "server.txt"]
    for lock in locks:
        text = lock.read_text("utf-8")
        assert "://" not in text
        assert text.count("==") <= text.count("--hash=sha256:")


def test_every_resource_ships() -> None:
    """Each folder of resources/ that holds a file is listed among the data files, and travels."""
    tool = _project()["tool"]
    assert isinstance(tool, dict)
    shipped = {
        path
        for patterns in tool["setuptools"]["data-files"].values()
        for pattern in patterns
        for path in CHECKOUT.glob(pattern)
    }
    files = {p for p in (CHECKOUT / "resources").rglob("*") if p.is_file()}
    assert not {str(p.relative_to(CHECKOUT)) for p in files - shipped}
