from __future__ import annotations

from django.urls import URLPattern, URLResolver, path

from quantriet.apps.insight import views

app_name = "insight"
urlpatterns: list[URLPattern | URLResolver] = [
    path("board/", views.board, name="board"),
    path("documents/<int:pk>/", views.document, name="document"),
    path("obligations/<int:pk>/", views.obligation, name="obligation"),
]
