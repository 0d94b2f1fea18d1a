"""Quán Triệt: from directive to done (quán triệt, to grasp fully and carry through)."""

__version__ = "0.1.0"
