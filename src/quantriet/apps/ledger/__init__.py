"""Sổ ghi hành vi: the append-only record of acts. `record` is its only door in, `queries` its only door out."""
