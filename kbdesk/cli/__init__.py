"""The `kbdesk` command, one file per group of commands."""
