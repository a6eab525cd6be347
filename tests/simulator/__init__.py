"""One office, a few desks and every misfortune, from one seed.

`python -m tests.simulator --seeds 2000` looks for a seed that breaks a promise.
"""
