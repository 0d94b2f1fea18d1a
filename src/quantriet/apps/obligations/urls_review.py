"""URLs of the reading review, part of `obligations.urls`."""

from __future__ import annotations

from django.urls import URLPattern

review_urls: list[URLPattern] = []
