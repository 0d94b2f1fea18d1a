"""Dated law: parameters and report forms as YAML; `load` is their only reader."""
