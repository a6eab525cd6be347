"""How well the engine ranks, measured on judged questions, saved, and compared on every run."""
