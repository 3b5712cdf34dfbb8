"""서식 — what a file is: bytes to records and back. It knows no subsidy."""
