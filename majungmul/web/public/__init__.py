"""시민의 창구 — what everybody may see: how much there is, what may be applied for, who got how much."""
