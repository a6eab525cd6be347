"""The sample base and the house that the demo builds around it."""
