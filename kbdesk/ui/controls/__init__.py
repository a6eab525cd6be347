"""What several screens are built from: buttons, chips, key caps, lines and empty places."""
