from __future__ import annotations

from django.urls import URLPattern, URLResolver, path
from django.views.i18n import set_language

from quantriet.web import views

urlpatterns: list[URLPattern | URLResolver] = [
    path("", views.today, name="today"),
    path("search/", views.search, name="search"),
    path("language/", set_language, name="set_language"),
    path("sw.js", views.service_worker, name="service_worker"),
    path("offline/", views.offline, name="offline"),
    path("manifest.webmanifest", views.manifest, name="manifest"),
    path("health/", views.health, name="health"),
]
