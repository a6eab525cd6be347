"""Learning: questions, sessions, paths, cohorts, and what is kept of answers."""
