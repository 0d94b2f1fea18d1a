from __future__ import annotations

from django.urls import URLPattern, URLResolver, path

from quantriet.apps.organization import views, views_delegation

app_name = "organization"
urlpatterns: list[URLPattern | URLResolver] = [
    path("", views.units, name="units"),
    path("import/", views.import_units, name="import"),
    path("import/confirm/", views.confirm_import, name="import_confirm"),
    path("import/template.xlsx", views.download_template, name="import_template"),
    path("<int:unit_id>/", views.unit, name="unit"),
    path("<int:unit_id>/new/", views.open_unit, name="unit_open"),
    path("<int:unit_id>/close/", views.close_unit, name="unit_close"),
    path("<int:unit_id>/people/", views.staff_unit, name="staff"),
    path("<int:unit_id>/delegate/", views_delegation.delegate, name="delegate"),
    path("delegations/<int:delegation_id>/end/", views_delegation.end, name="delegation_end"),
    path("holdings/<int:holding_id>/end/", views.relieve, name="relieve"),
    path("<int:unit_id>/edit/", views.edit_unit, name="unit_edit"),
]
