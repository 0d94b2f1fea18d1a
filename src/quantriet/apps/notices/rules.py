"""What a notice may hold."""

from __future__ import annotations

from django.utils.http import url_has_allowed_host_and_scheme


def is_local_path(path: str) -> bool:
    """Whether a path stays inside this site; a notice that leads elsewhere would be a lure.

    >>> [is_local_path(path) for path in ("/work/7/", "//evil.example/", "https://evil.example/", "work/")]
    [True, False, False, False]
    """
    return path.startswith("/") and url_has_allowed_host_and_scheme(path, allowed_hosts=None)
