"""조합·기업의 창구 — apply, see where it stands, contract, claim, be paid, print."""
