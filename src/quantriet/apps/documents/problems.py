"""Refusals about documents."""
