"""약속 — what was promised, since when, under which law: dated TOML per jurisdiction, and its readers."""
