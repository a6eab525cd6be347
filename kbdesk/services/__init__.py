"""What an agent can do, without Qt; each mutation returns the changes it made."""
