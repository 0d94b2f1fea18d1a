"""Dated law: parameters, report forms, checklists as YAML; `load` is their only reader."""
