"""Look for seeds that break a promise: `python -m tests.simulator --seeds 2000`."""

import argparse
import sys
from dataclasses import replace

from tests.simulator.mutants import MUTANTS
from tests.simulator.real_office import RealOffice
from tests.simulator.world import Breach, Build, play


def main(arguments: list[str] | None = None) -> int:
    asked = _parser().parse_args(arguments)
    build = MUTANTS[asked.mutant] if asked.mutant else Build()
    if asked.real:
        build = replace(build, office=RealOffice)
    if asked.mutants:
        return _try_all(asked.seeds)
    seeds = (
        [asked.seed] if asked.seed is not None else range(asked.first, asked.first + asked.seeds)
    )
    broken = 0
    for seed in seeds:
        try:
            trace = play(seed, build, asked.steps)
        except Breach as breach:
            broken += 1
            trace = [*breach.trace, f"BREACH: {breach}"]
            _say(f"seed {seed}: {breach}")
        if asked.trace:
            _say("\n".join(trace))
    _say(f"{broken} of {len(seeds)} seeds broke a promise.")
    return 1 if broken else 0


def _try_all(seeds: int) -> int:
    """Say for each planted bug which seed caught it first."""
    missed = 0
    for name, build in MUTANTS.items():
        seed, breach = first_caught(build, seeds)
        missed += seed is None
        _say(f"{name:28} {'MISSED' if seed is None else seed:>6}  {breach}")
    return 1 if missed else 0


def first_caught(build: Build, seeds: int) -> tuple[int | None, str]:
    """Return the first seed that catches a planted bug, and what it said."""
    for seed in range(seeds):
        try:
            play(seed, build)
        except Breach as breach:
            return seed, str(breach)
        except (AssertionError, LookupError, TypeError, ValueError) as error:
            return seed, f"{type(error).__name__}: {error}"
    return None, ""


def _say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser("python -m tests.simulator", description=__doc__)
    parser.add_argument("--seeds", type=int, default=400, help="how many seeds to play")
    parser.add_argument("--first", type=int, default=0, help="the first of them")
    parser.add_argument("--seed", type=int, help="one seed only")
    parser.add_argument("--steps", type=int, default=40, help="acts in a run")
    parser.add_argument("--trace", action="store_true", help="print what happened")
    parser.add_argument("--mutant", choices=sorted(MUTANTS), help="with a planted bug")
    parser.add_argument("--real", action="store_true", help="with the office of sync.server")
    parser.add_argument("--mutants", action="store_true", help="try every planted bug")
    return parser


if __name__ == "__main__":
    sys.exit(main())
