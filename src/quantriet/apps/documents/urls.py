from __future__ import annotations

from django.urls import URLPattern, URLResolver, path

from quantriet.apps.documents import views, views_waiting

app_name = "documents"
urlpatterns: list[URLPattern | URLResolver] = [
    path("", views.document_list, name="list"),
    path("new/", views.receive, name="receive"),
    path("waiting/<int:pk>/", views_waiting.waiting_file, name="waiting"),
    path("waiting/<int:pk>/step/", views_waiting.step, name="waiting_step"),
    path("waiting/<int:pk>/resume/", views_waiting.resume, name="waiting_resume"),
    path("waiting/<int:pk>/drop/", views_waiting.drop, name="waiting_drop"),
    path("original/<int:pk>/", views.original, name="original"),
    path("<int:pk>/enclosures/", views.enclosures, name="enclosures"),
    path("<int:pk>/set-aside/", views.set_aside, name="set_aside"),
    path("<int:pk>/take-up/", views.take_up, name="take_up"),
]
