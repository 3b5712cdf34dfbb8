"""들어오기 — login, seats, invitations, passwords; people and positions of an office."""
