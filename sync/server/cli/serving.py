"""`kbdesk-server serve`: set up what is missing, then answer until told to stop."""

from pathlib import Path

import click

from sync.server.cli.desk import placed
from sync.server.place import Place


@click.command
@placed
@click.option("--host", default="127.0.0.1", show_default=True, help="Address to listen on.")
@click.option("--port", default=8000, show_default=True, type=click.IntRange(0, 65535))
@click.option(
    "--tls-cert",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="Certificate chain; without it a front like nginx must do TLS.",
)
@click.option("--tls-key", type=click.Path(exists=True, dir_okay=False, path_type=Path))
def serve(
    *, place: Place, host: str, port: int, tls_cert: Path | None, tls_key: Path | None
) -> None:
    """Serve desks. Without --database everything is in one folder, and needs no set-up."""
    if (tls_cert is None) != (tls_key is None):
        raise click.UsageError("--tls-cert and --tls-key go together.")
    # late: the other commands need no web server
    from sync.server.office import Office
    from sync.server.web.serve import run
    from sync.server.web.settings import Settings

    def open_office() -> Office:
        return Office(place.open(), place.folder)

    with place.alone():
        run(
            open_office,
            host=host,
            port=port,
            settings=Settings(certificate=tls_cert, certificate_key=tls_key),
            say=click.echo,
        )
