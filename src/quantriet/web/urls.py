from __future__ import annotations

from django.urls import URLPattern, URLResolver, path

from quantriet.web import views

urlpatterns: list[URLPattern | URLResolver] = [
    path("", views.today, name="today"),
    path("search/", views.search, name="search"),
]
