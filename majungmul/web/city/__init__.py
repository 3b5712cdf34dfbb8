"""시의 창구 — plan against execution, documents to seal, instalments, conditions, settlements, the plan."""
