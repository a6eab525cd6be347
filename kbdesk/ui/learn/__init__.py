"""Learning on screen: today, a question at a time, paths, and who accompanies others."""
