"""측정 — what the product costs, side by side in one run; never a test."""
