"""The way in, for `kbdesk`, for `python -m kbdesk` and for the frozen program.

Opening the desk is by far the commonest call, and nobody on a call should wait for a command line
that is not used: without a command, nothing of it is imported.
"""

import sys


def main(arguments: list[str] | None = None) -> None:
    """Open the desk when that is all that is asked, else run the command line; always exits."""
    asked = sys.argv[1:] if arguments is None else arguments
    if not asked:
        from kbdesk.cli.desk import start  # late: see the top

        sys.exit(start())
    if getattr(sys, "frozen", False):
        import multiprocessing  # late: only a frozen program's workers start through here

        multiprocessing.freeze_support()
    from kbdesk.cli.main import main as command_line  # late: see the top

    command_line(asked)


if __name__ == "__main__":
    main()
