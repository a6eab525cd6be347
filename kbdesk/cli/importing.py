"""`kbdesk import`: a folder or a file in, and an honest account of what was lost."""

import json
from pathlib import Path

import click

from kbdesk import logs
from kbdesk.cli.output import progress
from kbdesk.cli.publishing import send
from kbdesk.paths import Profile
from kbdesk.services.base_files import FORMATS, Imported, import_base
from kbdesk.services.connected.syncing import Syncing
from kbdesk.services.workspace import Workspace


@click.command("import")
@click.argument("path", type=click.Path(exists=True, path_type=Path))
@click.option(
    "--format", "form", type=click.Choice(FORMATS), help="Instead of what the file names say."
)
@click.option("--space", help="Shelf of the articles that name none.")
@click.option("--dry-run", is_flag=True, help="Read and report; write nothing.")
@click.option(
    "--report",
    type=click.Path(dir_okay=False, path_type=Path),
    help="Write the whole loss report there: JSON if it ends in .json, else text.",
)
@click.pass_obj
def command(
    profile: Profile,
    path: Path,
    form: str | None,
    space: str | None,
    dry_run: bool,
    report: Path | None,
) -> None:
    """Bring in a folder of Markdown, HTML, DOCX or CSV, or one such file."""
    logs.start_or_say(profile)
    with Workspace(profile) as workspace:
        with progress("Reading") as advance:
            imported = import_base(
                workspace, path, form=form, space=space, dry_run=dry_run, progress=advance
            )
        if report:
            _write_report(imported, report)
        told = ""
        if imported.published and not dry_run:
            told = send(Syncing(workspace))
        elif not dry_run:
            with progress("Indexing") as advance:
                workspace.catch_up(advance)
    click.echo(_summary(imported, dry_run))
    click.echo(imported.report.to_text(), nl=False)
    if told:
        click.echo(told)


def _summary(imported: Imported, dry_run: bool) -> str:
    would = "Nothing written. Would be: " if dry_run else ""
    return (
        f"{would}{imported.new} new, {imported.changed} changed, "
        f"{imported.unchanged} unchanged, {imported.refused} refused."
    )


def _write_report(imported: Imported, file: Path) -> None:
    text = (
        json.dumps(imported.report.to_json(), ensure_ascii=False, indent=2)
        if file.suffix == ".json"
        else imported.report.to_text(full=True)
    )
    file.write_text(text + "\n", "utf-8")
