"""What a disk may hold after the power went, at every moment of a process (strace, Linux).

A run is recorded call by call, with its bytes. What was written is sure only once its file was
synced, and a name only once its folder was. So a disk after a loss holds what was synced and any
part of the rest: none, all, or some writes, some of them torn into sectors. SQLite's index of the
WAL (`-shm`) is left out: it is made anew by whoever opens the file first.
"""

import re
import shutil
import subprocess
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from random import Random

from tests.support.shared_data import CHECKOUT
from tests.support.write_calls import STRACE

CALLS = "openat,write,pwrite64,fsync,fdatasync,ftruncate,unlink,rename"
SECTOR = 512
_HEXED = re.compile(r"(?:\\x[0-9a-f]{2})+")
_CALL = re.compile(r"^(?:\d+ +)?(\w+)\((.*)\) += (\d+)(?:<(.*)>)?$")
_FILE = re.compile(r"^\d+<([^>]*)>")


@dataclass(frozen=True)
class Call:
    """One call that succeeded: on which file, and what it changes; or the mark it said aloud."""

    name: str
    file: str = ""
    data: bytes = b""
    at: int = 0


@dataclass
class Inode:
    """A file: what is sure of it, and what was written since."""

    sure: bytearray = field(default_factory=bytearray)
    pending: list[Call] = field(default_factory=list)


@dataclass
class Disk:
    """A folder whose power can be cut."""

    names: dict[str, Inode] = field(default_factory=dict)
    sure_names: dict[str, Inode] = field(default_factory=dict)
    said: list[str] = field(default_factory=list)

    def hold(self, file: str, data: bytes) -> None:
        """Begin with a file that has been there for long."""
        self.names[file] = self.sure_names[file] = Inode(bytearray(data))

    def do(self, call: Call) -> None:
        if call.name == "say":
            self.said += call.data.decode().split()
        elif call.name == "create":
            self.names.setdefault(call.file, Inode())
        elif call.name == "unlink":
            self.names.pop(call.file, None)
        elif call.name == "sync folder":
            self.sure_names = dict(self.names)
        elif call.name == "sync":
            inode = self.names[call.file]
            for one in inode.pending:
                _apply(inode.sure, one)
            inode.pending.clear()
        else:
            self.names[call.file].pending.append(call)

    def after_loss(self, chance: Random, folder: Path, keep: float) -> None:
        """Write what may be left; `keep` is how likely each unsure thing is there."""
        folder.mkdir()
        for name in {*self.names, *self.sure_names}:
            now, sure = self.names.get(name), self.sure_names.get(name)
            inode = now if now is sure or chance.random() < keep else sure
            if inode is not None:
                (folder / name).write_bytes(_left_of(inode, chance, keep))


def _left_of(inode: Inode, chance: Random, keep: float) -> bytes:
    content = bytearray(inode.sure)
    for one in inode.pending:
        if chance.random() >= keep:
            continue
        torn = one.name == "write" and 0 < keep < 1 and chance.random() < 0.3
        for part in _sectors(one) if torn else (one,):
            if not torn or chance.random() < 0.5:
                _apply(content, part)
    return bytes(content)


def _sectors(one: Call) -> Iterator[Call]:
    for start in range(0, len(one.data), SECTOR):
        yield Call("write", one.file, one.data[start : start + SECTOR], one.at + start)


def _apply(content: bytearray, one: Call) -> None:
    if one.name == "truncate":
        del content[one.at :]
        content.extend(bytes(one.at - len(content)))
        return
    content.extend(bytes(max(0, one.at - len(content))))
    content[one.at : one.at + len(one.data)] = one.data


def recorded(command: Sequence[str], folder: Path, trace: Path) -> list[Call]:
    """Run a command and return what it did to the files of a folder, and what it said."""
    options = ("-y", "-xx", "-s", "1000000", "-o", str(trace), "-e", f"trace={CALLS}")
    done = subprocess.run(
        [*STRACE, *options, *command], cwd=CHECKOUT, capture_output=True, text=True, timeout=120
    )
    assert (done.returncode, done.stderr) == (0, ""), done.stderr
    lines = trace.read_text("ascii").splitlines()
    return [call for line in lines for call in _read(line, folder)]


def _read(line: str, folder: Path) -> Iterator[Call]:
    assert "unfinished" not in line, "the command must have one thread"
    found = _CALL.match(line)
    if found is None:
        return  # it failed
    name, told, result, opened = found.groups()
    if name == "openat":
        file = _inside(_plain(opened or ""), folder)
        if file and "O_CREAT" in told:
            yield Call("create", file)
        return
    if name == "unlink":
        file = _inside(_plain(told.strip('"')), folder)
        if file:
            yield Call("unlink", file)
        return
    assert name != "rename" or str(folder) not in _plain(told), "renames are not played"
    at = _FILE.match(told)
    path = _plain(at.group(1)) if at else ""
    if name == "write" and told.startswith("1<"):
        yield Call("say", data=_data(told))
    elif name in {"fsync", "fdatasync"} and path == str(folder):
        yield Call("sync folder")
    elif file := _inside(path, folder):
        yield _on_file(name, file, told, int(result))


def _on_file(name: str, file: str, told: str, result: int) -> Call:
    if name == "pwrite64":
        data = _data(told)
        assert len(data) == result
        return Call("write", file, data, int(told.rpartition(",")[2]))
    if name == "ftruncate":
        return Call("truncate", file, at=int(told.rpartition(",")[2]))
    assert name in {"fsync", "fdatasync"}, name
    return Call("sync", file)


def _inside(path: str, folder: Path) -> str:
    where, _, name = path.rpartition("/")
    return name if where == str(folder) and not name.endswith("-shm") else ""


def _data(told: str) -> bytes:
    return bytes.fromhex(told.split('"')[1].replace("\\x", ""))


def _plain(text: str) -> str:
    return _HEXED.sub(lambda m: bytes.fromhex(m.group().replace("\\x", "")).decode(), text)


def each_loss(
    calls: Sequence[Call], disk: Disk, folder: Path, chance: Random, several: int = 2
) -> Iterator[tuple[Path, list[str]]]:
    """Cut the power after each call; give what is left, and what had been said until then."""
    for number, call in enumerate(calls):
        disk.do(call)
        for keep in (0.0, 1.0, *(chance.random() for _ in range(several))):
            left = folder / f"left-{number}"
            disk.after_loss(chance, left, keep)
            yield left, disk.said
            shutil.rmtree(left)
