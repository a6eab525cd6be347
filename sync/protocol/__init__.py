"""The language of desk and server: pure values and rules, no I/O, no clock."""
