"""Work spread over the processors of the machine: order kept, memory small, Ctrl-C clean."""

import gc
import os
import signal
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from typing import TypeVar

T = TypeVar("T")
R = TypeVar("R")

AT_ONCE = 16
"""How many items a process takes at most before it hands over what it made of them."""

LITTER = 100_000
"""How many objects may be left over before what holds itself is looked for among them."""


def spread(
    work: Callable[[T], R], items: Sequence[T], steps: Callable[[int, int], None], alone: bool
) -> Iterator[R]:
    """Yield what ``work`` makes of each of ``items``, in their order.

    ``work`` and what it makes are sent between processes; with ``alone``, for work that is done
    before a process has started, there are none. ``steps`` is told how many are done. Raises
    BrokenExecutor where the system ends a process.
    """
    count = 1 if alone else min(_processors(), len(items))
    made = _in_turn(work, items) if count <= 1 else _side_by_side(work, items, count)
    for done, result in enumerate(made, 1):
        yield result
        steps(done, len(items))


def _processors() -> int:
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def _in_turn(work: Callable[[T], R], items: Sequence[T]) -> Iterator[R]:
    gc.freeze()
    for item in items:
        yield _tidily(work, item)
        gc.freeze()


def _side_by_side(work: Callable[[T], R], items: Sequence[T], count: int) -> Iterator[R]:
    from concurrent.futures import ProcessPoolExecutor
    from multiprocessing import active_children

    chunk = max(1, min(AT_ONCE, len(items) // (4 * count)))
    pool = ProcessPoolExecutor(count, initializer=_begin)
    finished = False
    try:
        with _undisturbed():
            made = pool.map(partial(_tidily, work), items, chunksize=chunk)
        yield from made
        finished = True
    finally:
        # In this order: were its processes ended first, the thread of the pool might find work
        # both cancelled and broken, and would say so in a traceback.
        pool.shutdown(wait=finished, cancel_futures=True)
        if not finished:
            for process in active_children():
                process.terminate()


@contextmanager
def _undisturbed() -> Iterator[None]:
    """Hold signals back while processes start: an exception amid a fork gets lost."""
    if sys.platform == "win32":
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, _ending())
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _begin() -> None:
    """Make a process that ends without a word when it is told to, and keeps what it began with."""
    for number in _ending():
        signal.signal(number, signal.SIG_DFL)
    if sys.platform != "win32":
        signal.pthread_sigmask(signal.SIG_UNBLOCK, _ending())
    gc.disable()
    gc.freeze()


def _ending() -> list[signal.Signals]:
    """Return the signals that end the program, without those that its caller ignores."""
    found = [getattr(signal, name, None) for name in ("SIGINT", "SIGTERM", "SIGHUP")]
    return [each for each in found if each and signal.getsignal(each) is not signal.SIG_IGN]


def _tidily(work: Callable[[T], R], item: T) -> R:
    """Do the work, and now and then take down what holds itself: nobody else collects."""
    made = work(item)
    if gc.get_count()[0] > LITTER:
        gc.collect()
    return made
