from __future__ import annotations

from django.urls import URLPattern, URLResolver, path

from quantriet.apps.documents import views

app_name = "documents"
urlpatterns: list[URLPattern | URLResolver] = [
    path("", views.document_list, name="list"),
    path("new/", views.receive, name="receive"),
    path("original/<int:pk>/", views.original, name="original"),
    path("<int:pk>/enclosures/", views.enclosures, name="enclosures"),
    path("<int:pk>/set-aside/", views.set_aside, name="set_aside"),
    path("<int:pk>/take-up/", views.take_up, name="take_up"),
]
