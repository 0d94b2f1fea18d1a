"""Nghĩa vụ: what a clause asks of whom until when; assignments, due moments, evidence, extensions."""
