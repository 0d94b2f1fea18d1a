"""Tài khoản: sign-in, roles on the unit tree, and the `Actor` that every action takes as `by`."""
