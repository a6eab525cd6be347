"""Files in and out: the article format, the importers, the export, the loss report."""
