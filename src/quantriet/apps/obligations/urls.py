from __future__ import annotations

from django.urls import URLPattern, URLResolver, path

from quantriet.apps.obligations import views, views_office
from quantriet.apps.obligations.urls_review import review_urls

app_name = "obligations"
urlpatterns: list[URLPattern | URLResolver] = [
    path("", views.work_list, name="list"),
    *review_urls,
    path("obligations/<int:pk>/units/", views_office.units, name="units"),
    path("obligations/<int:pk>/close/", views_office.close, name="close"),
    path("<int:pk>/", views.assignment, name="assignment"),
    path("<int:pk>/acknowledge/", views.acknowledge, name="acknowledge"),
    path("<int:pk>/occasion/", views.occasion, name="occasion"),
    path("dues/<int:pk>/done/", views.done, name="done"),
    path("dues/<int:pk>/evidence/", views.more_evidence, name="more_evidence"),
    path("dues/<int:pk>/accept/", views.accept, name="accept"),
    path("dues/<int:pk>/return/", views.send_back, name="return"),
    path("dues/<int:pk>/extension/", views.ask_extension, name="ask_extension"),
    path("dues/<int:pk>/extension/answer/", views.answer_extension, name="answer_extension"),
    path("dues/<int:pk>/explain/", views.explain, name="explain"),
    path("evidence/<int:pk>/", views.evidence_file, name="evidence_file"),
]
