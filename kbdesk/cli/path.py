"""`kbdesk path`: courses through the base, and the cohorts that follow them."""

from dataclasses import asdict, replace
from typing import Any

import click

from kbdesk import logs
from kbdesk.cli.output import as_json
from kbdesk.core.paths import Cohort, PathView, Pupil, Pupils
from kbdesk.errors import Trouble
from kbdesk.paths import Profile
from kbdesk.services.workspace import Workspace

_AS_JSON = click.option("--json", "json_", is_flag=True, help="Print JSON and nothing else.")
_MARKS = {"done": "x", "next": ">", "open": " ", "locked": "-"}


@click.group("path")
def command() -> None:
    """Follow a path, or accompany those who do."""


@command.command("list")
@_AS_JSON
@click.pass_context
def list_(ctx: click.Context, json_: bool) -> None:
    """List the paths that are mine or offered to me, and what is wrong with others."""
    with _workspace(ctx) as workspace:
        views = workspace.live.coaching.paths()
        faults = workspace.live.coaching.courses.faults()
    if json_:
        rows = [_view_dict(view, steps=False) for view in views]
        as_json({"paths": rows, "faults": [str(fault) for fault in faults]})
        return
    for view in views:
        target = f", by {view.target}" if view.target else ""
        click.echo(f"{view.path.id}  {view.path.title}: {view.done} of {len(view.steps)}{target}")
    if not views:
        click.echo("There is no path here.")
    for fault in faults:
        click.echo(f"Fault: {fault}")


@command.command("show")
@click.argument("path")
@_AS_JSON
@click.pass_context
def show(ctx: click.Context, path: str, json_: bool) -> None:
    """Show the modules and steps of PATH, and where to go on."""
    with _workspace(ctx) as workspace:
        view = workspace.live.coaching.path(path)
    if json_:
        as_json(_view_dict(view, steps=True))
        return
    click.echo(f"{view.path.title}: {view.done} of {len(view.steps)}, {view.minutes_left} min left")
    for module in view.modules:
        waits = f" (after {', '.join(module.after)})" if module.after else ""
        click.echo(f"{module.module.title}{waits}")
        for step in module.steps:
            click.echo(f"  [{_MARKS[step.state]}] {step.step.id}  {step.title}")


@command.command("done")
@click.argument("path")
@click.argument("step")
@_AS_JSON
@click.pass_context
def done(ctx: click.Context, path: str, step: str, json_: bool) -> None:
    """Mark an article or a guide of PATH as done."""
    with _workspace(ctx) as workspace:
        workspace.live.coaching.step_done(path, step)
        view = workspace.live.coaching.path(path)
    if json_:
        as_json(_view_dict(view, steps=True))
    elif view.next:
        click.echo(f"Done. Next: {view.next.step.id}  {view.next.title}")
    else:
        click.echo("Done.")


@command.command("progress")
@click.argument("cohort", required=False, default="")
@_AS_JSON
@click.pass_context
def progress(ctx: click.Context, cohort: str, json_: bool) -> None:
    """Show how far I have come; with COHORT, those whom I accompany or steer."""
    with _workspace(ctx) as workspace:
        coaching = workspace.live.coaching
        if cohort:
            _show_pupils(coaching.pupils(cohort), json_=json_)
            return
        views = [view for view in coaching.paths() if view.done or view.cohort]
    if json_:
        as_json([_view_dict(view, steps=True) for view in views])
        return
    for view in views:
        on = f": {view.next.title}" if view.next else ""
        click.echo(f"{view.path.title}: {view.done} of {len(view.steps)}{on}")
    if not views:
        click.echo("No path is begun.")


@command.command("cohort")
@click.argument("cohort", required=False, default="")
@click.option("--path", "path", help="Make it: the path it follows.")
@click.option("--title", help="What it is called.")
@click.option("--person", "people", multiple=True, help="Who learns; may be repeated.")
@click.option("--trainer", "trainers", multiple=True, help="Who accompanies; may be repeated.")
@click.option("--target", type=click.DateTime(["%Y-%m-%d"]), help="The day to be done by.")
@click.option("--end", is_flag=True, help="End it: its trainers see its people no more.")
@_AS_JSON
@click.pass_context
def cohort(ctx: click.Context, /, cohort: str, json_: bool, **given: Any) -> None:
    """List the cohorts I accompany or steer; with COHORT and options, make or change that one."""
    with _workspace(ctx) as workspace:
        coaching = workspace.live.coaching
        if cohort and any(given.values()):
            known = next((one for one in coaching.cohorts() if one.id == cohort), None)
            made = _made(known or Cohort(cohort, cohort, "", (), ()), given)
            coaching.make_cohort(made)
        found = [one for one in coaching.cohorts() if cohort in {"", one.id}]
    if json_:
        as_json([_cohort_dict(one) for one in found])
        return
    for one in found:
        until = f", by {one.target}" if one.target else ""
        ended = " (ended)" if one.ended else ""
        click.echo(f"{one.id}  {one.title}: {len(one.people)} on {one.path}{until}{ended}")
    if not found:
        click.echo("There is no cohort that you accompany or steer.")


def _made(known: Cohort, given: dict[str, Any]) -> Cohort:
    """Lay what was given over what is known."""
    target = given["target"]
    made = replace(
        known,
        path=given["path"] or known.path,
        title=given["title"] or known.title,
        people=given["people"] or known.people,
        trainers=given["trainers"] or known.trainers,
        target=target.date() if target else known.target,
        ended=given["end"] or known.ended,
    )
    if not made.path or not made.people:
        raise Trouble("A cohort needs a path and people.", "Give --path P and --person NAME.")
    return made


def _workspace(ctx: click.Context) -> Workspace:
    profile: Profile = ctx.obj
    logs.start_or_say(profile)
    return Workspace(profile)


def _view_dict(view: PathView, *, steps: bool) -> dict[str, Any]:
    said: dict[str, Any] = {
        "id": view.path.id,
        "title": view.path.title,
        "done": view.done,
        "steps": len(view.steps),
        "minutes_left": view.minutes_left,
        "next": view.next.step.id if view.next else None,
        "cohort": view.cohort or None,
        "target": view.target,
    }
    if steps:
        said["modules"] = [
            {
                "id": module.module.id,
                "title": module.module.title,
                "state": module.state.value,
                "after": module.after,
                "steps": [
                    {
                        "id": step.step.id,
                        "kind": step.step.kind.value,
                        "title": step.title,
                        "state": step.state.value,
                        "minutes": step.step.minutes,
                        "score": step.done.score if step.done else None,
                        "missing": step.missing,
                    }
                    for step in module.steps
                ],
            }
            for module in view.modules
        ]
    return said


def _cohort_dict(one: Cohort) -> dict[str, Any]:
    return {
        "id": one.id,
        "title": one.title,
        "path": one.path,
        "people": one.people,
        "trainers": one.trainers,
        "target": one.target,
        "ended": one.ended,
    }


def _show_pupils(found: Pupils, *, json_: bool) -> None:
    if json_:
        as_json(
            {
                **_cohort_dict(found.cohort),
                "masked": found.masked,
                "people": found.people,
                "by_step": found.by_step,
                "weak": [asdict(one) for one in found.weak],
                "pupils": [_pupil_dict(one) for one in found.pupils],
            }
        )
        return
    click.echo(f"{found.cohort.title}: {found.people} people")
    if found.masked:
        click.echo("Too few people, or too little done, for a figure.")
    for step, count in found.by_step.items():
        click.echo(f"{count:5}{'' if found.exact else '+'}  {step}")
    for one in found.pupils:
        late = "  late" if one.late else ""
        click.echo(f"{one.name}: {one.done} of {one.steps}{late}")


def _pupil_dict(one: Pupil) -> dict[str, Any]:
    return {
        "person": one.person,
        "name": one.name,
        "done": one.done,
        "steps": one.steps,
        "last": one.last,
        "late": one.late,
        "weak": [asdict(weak) for weak in one.weak],
        "answers": [asdict(answer) for answer in one.answers],
    }
