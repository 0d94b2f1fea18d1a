"""URLs of the reading review, part of `obligations.urls`."""

from __future__ import annotations

from django.urls import URLPattern, path

from quantriet.apps.obligations import views_review

review_urls: list[URLPattern] = [
    path("review/<int:pk>/", views_review.review, name="review"),
    path("review/<int:pk>/items/<slug:item_id>/", views_review.review_item, name="review_item"),
    path("review/<int:pk>/autosave/", views_review.autosave, name="review_autosave"),
]
