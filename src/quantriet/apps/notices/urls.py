from __future__ import annotations

from django.urls import URLPattern, URLResolver, path

from quantriet.apps.notices import views

app_name = "notices"
urlpatterns: list[URLPattern | URLResolver] = [
    path("", views.notice_list, name="list"),
    path("read-all/", views.read_all, name="read_all"),
    path("open/<int:notice_id>/", views.open_notice, name="open"),
]
