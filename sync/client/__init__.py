"""The desk's side: keeps a replica level with the server, and hands over what was done here."""
