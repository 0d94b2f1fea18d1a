"""What a sign-in name may be, what one would suggest, and passwords to hand over."""

from __future__ import annotations

import re
import secrets
import unicodedata

_USERNAME = re.compile(r"[a-z0-9][a-z0-9.\-]{1,38}[a-z0-9]")
_LETTERS = "abcdefghkmnpqrstuvwxyz"  # none that is read as another
_FIGURES = "23456789"


def is_username(text: str) -> bool:
    return _USERNAME.fullmatch(text) is not None


def suggest_username(full_name: str) -> str:
    """A sign-in name from a person's name: given name, then the first letters of the others.

    >>> suggest_username("Đỗ Thị Thu Hà")
    'hadtt'
    """
    plain = unicodedata.normalize("NFD", full_name.lower().replace("đ", "d"))
    words = re.findall(r"[a-z]+", "".join(char for char in plain if not unicodedata.combining(char)))
    return words[-1] + "".join(word[0] for word in words[:-1]) if words else ""


def make_password() -> str:
    """A password to hand over on paper: about 50 bits, easily typed, changed at the first sign-in."""
    groups = [_LETTERS, _FIGURES, _LETTERS]
    return "-".join("".join(secrets.choice(letters) for _ in range(4)) for letters in groups)
