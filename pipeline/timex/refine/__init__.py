"""The refiners: each takes all candidates and returns a new list. Pure, idempotent."""
