"""One C heap for all threads, on the systems that would make one for each."""

import subprocess
import sys

import pytest

from kbdesk import heap

THREADS = """
import ctypes, threading
from kbdesk import heap
{share}
threads = [threading.Thread(target=bytearray, args=(100_000,)) for _ in range(3)]
for thread in threads: thread.start()
for thread in threads: thread.join()
ctypes.CDLL(None).malloc_stats()
"""


def _heaps(share: str) -> int:
    done = subprocess.run(
        [sys.executable, "-c", THREADS.format(share=share)],
        capture_output=True,
        text=True,
        check=True,
    )
    return done.stderr.count("Arena ")


@pytest.mark.skipif(sys.platform != "linux", reason="only glibc keeps a heap for each thread")
def test_all_threads_use_one_heap() -> None:
    assert _heaps("heap.share()") == 1
    assert _heaps("") > 1, "the test sees no heaps of threads at all"


def test_giving_free_pages_back_hurts_nobody() -> None:
    heap.give_back()


def test_a_system_without_these_calls_goes_on(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "win32")
    heap.share()
    heap.give_back()


SETTLED = """
import gc
from kbdesk import heap
lasting = [[] for _ in range(50_000)]
before = len(gc.get_objects())
heap.settle()
print(before - len(gc.get_objects()))
"""


def test_what_lasts_is_left_out_of_later_collections() -> None:
    """Once the program rests, its fifty thousand objects are not walked again."""
    done = subprocess.run(
        [sys.executable, "-c", SETTLED], capture_output=True, text=True, check=True
    )
    assert int(done.stdout) > 50_000
