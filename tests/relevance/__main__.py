"""`python -m tests.relevance [--save]`: print the figures; with --save they become the baseline."""

import sys

from tests.relevance.figures import NAMES
from tests.relevance.judged import FOLDER, SETS
from tests.relevance.measuring import measure, write_baseline


def main() -> int:
    if not FOLDER.is_dir():
        print("The judged questions (../shared/relevance) are not on this machine.")
        return 1
    measured = measure()
    for judged in SETS:
        rows = measured[judged.name]
        print(f"\n{judged.name}: {judged.main}, wanted {judged.target:.2f}")
        print(f"{'':14}" + "".join(f"{name:>11}" for name in NAMES) + "   of as written")
        for way, row in rows.items():
            kept = row[judged.main] / rows["as written"][judged.main]
            print(f"{way:14}" + "".join(f"{row[name]:11.4f}" for name in NAMES) + f"{kept:14.1%}")
    if "--save" in sys.argv[1:]:
        write_baseline(measured)
    return 0


if __name__ == "__main__":
    sys.exit(main())
