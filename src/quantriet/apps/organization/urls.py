from __future__ import annotations

from django.urls import URLPattern, URLResolver, path

from quantriet.apps.organization import views

app_name = "organization"
urlpatterns: list[URLPattern | URLResolver] = [
    path("", views.units, name="units"),
    path("import/", views.import_units, name="import"),
    path("import/confirm/", views.confirm_import, name="import_confirm"),
    path("import/template.xlsx", views.download_template, name="import_template"),
    path("<int:unit_id>/", views.unit, name="unit"),
    path("<int:unit_id>/edit/", views.edit_unit, name="unit_edit"),
]
