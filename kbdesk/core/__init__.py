"""Rules only: no input or output, no Qt, no clock of its own."""
