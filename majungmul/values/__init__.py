"""값 — the nouns that everything else is said in. Standard library only."""
