"""The `kbdesk-server` command, one file per group of commands."""
