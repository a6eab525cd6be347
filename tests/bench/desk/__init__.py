"""Programs that are started, watched and ended by the measurements of the desk; each a process."""
