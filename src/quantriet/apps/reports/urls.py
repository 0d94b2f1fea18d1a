from __future__ import annotations

from django.urls import URLPattern, URLResolver, path

from quantriet.apps.reports import office_views, views

app_name = "reports"
urlpatterns: list[URLPattern | URLResolver] = [
    path("", views.report_list, name="list"),
    path("due/<int:pk>/", views.fill, name="fill"),
    path("due/<int:pk>/nil/", views.nil, name="nil"),
    path("due/<int:pk>/draft/", views.draft, name="draft"),
    path("due/<int:pk>/correct/", views.correct, name="correct"),
    path("due/<int:pk>/explain/", views.explain, name="explain"),
    path("submissions/<int:pk>/", views.submission, name="submission"),
    path("regimes/<int:pk>/", office_views.regime, name="regime"),
    path("regimes/<int:pk>/ad-hoc/", views.ad_hoc, name="ad_hoc"),
    path("periods/<int:pk>/mine/", views.mine, name="mine"),
    path("periods/<int:pk>/", office_views.period, name="period"),
    path("periods/<int:pk>/figure/<slug:code>/", office_views.figure, name="figure"),
    path("periods/<int:pk>/approve/", office_views.approve, name="approve"),
    path("periods/<int:pk>/remind/", office_views.remind, name="remind"),
    path("periods/<int:pk>/export.xlsx", office_views.export_xlsx, name="export_xlsx"),
    path("periods/<int:pk>/export.docx", office_views.export_docx, name="export_docx"),
]
