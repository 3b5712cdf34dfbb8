"""상대방 — who: jurisdictions, offices, people, organisations, positions, sanctions; and who may do what."""
