"""`python -m sync.server` is `kbdesk-server`."""

from sync.server.cli.main import main

if __name__ == "__main__":
    main()
