"""From a call written to the socket of the desk to its card painted, what to say in it.

A real desk, started as a person starts it, over the sample base (queues, customers, rules) and over
the real one. A thread hands over `kbdesk://call?...` links as kbdesk-open does; each call is
abandoned once its card stands, so that the next one finds an empty place.
"""

import json
from pathlib import Path

from kbdesk.paths import Profile, resources
from kbdesk.services.base_files import import_base
from kbdesk.services.manual import fill_manual
from kbdesk.services.workspace import Workspace
from kbdesk.settings import Settings
from tests.bench import bases
from tests.bench.figures import Report, Spread, Table, Target
from tests.bench.options import Options
from tests.bench.screens import ProgramFailed, run, screens

PAINTED_P95 = 500.0  # milliseconds
NUMBERS = [f"0639981{number:03}" for number in range(201, 220)] + ["0199004233", "anonymous"]
QUEUES = (
    ("facturation", "facture-elevee"), ("fibre-technique", "panne"), ("mobile", "reseau"),
    ("resiliation", "depart"), ("vol-perte", "vol"), ("", "remboursement trop percu"),
)  # fmt: skip


def measure(options: Options) -> Report:
    """Let calls come in, over each base and on each display."""
    report = Report("call")
    file = bases.CACHE / "links.json"
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(json.dumps(_links(options.samples(60, 20))), "utf-8")
    profiles = {
        "sample": _sample(fresh=options.fresh),
        "real": str(bases.fill_profile(bases.real(), fresh=options.fresh).root),
    }
    with screens() as found:
        for screen, environment in found.items():
            table = Table(
                f"call · {screen} · written to the socket, card painted (milliseconds)",
                ["base", "p50", "p95", "p99", "worst", "calls"],
            )
            for base, profile in profiles.items():
                try:
                    _, line = run("our_window", "call", profile, str(file), environment=environment)
                except ProgramFailed as failure:
                    report.skipped.append(f"call on {screen}, {base}: {failure}")
                    continue
                told = json.loads(line)
                spread = Spread.of(told["took"])
                table.rows.append([base, *spread.cells()])
                if base == "sample":
                    table.notes.append(f"{told['mute'][0]:.0f} cards without a sentence to say")
                if screen == "offscreen":
                    report.targets.append(Target(f"{base} p95, ms", spread.p95, PAINTED_P95))
            report.tables.append(table)
    return report


def _links(count: int) -> list[str]:
    links = []
    for number in range(count):
        queue, intent = QUEUES[number % len(QUEUES)]
        caller = NUMBERS[number % len(NUMBERS)]
        links.append(f"kbdesk://call?call=b{number}&from={caller}&queue={queue}&intent={intent}")
    return [link.replace(" ", "%20") for link in links]


def _sample(*, fresh: bool) -> str:
    """Fill a profile with the sample base once."""
    folder: Path = bases.CACHE / "sample" / "profile"
    if fresh or not (folder / "kb.db").exists():
        profile = Profile(folder).make()
        Settings(language=bases.LANGUAGE).save(profile.settings)
        with Workspace(profile) as workspace:
            import_base(workspace, resources() / "sample")
            fill_manual(workspace, bases.LANGUAGE)
            workspace.catch_up()
    return str(folder)
