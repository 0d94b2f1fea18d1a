"""All URLs; tests/project/test_doors.py holds who gets which answer at each of them."""

from __future__ import annotations

from django.urls import include, path

from quantriet.project.api import api

urlpatterns = [
    path("", include("quantriet.web.urls")),
    path("accounts/", include("quantriet.apps.accounts.urls")),
    path("units/", include("quantriet.apps.organization.urls")),
    path("notices/", include("quantriet.apps.notices.urls")),
    path("documents/", include("quantriet.apps.documents.urls")),
    path("work/", include("quantriet.apps.obligations.urls")),
    path("reports/", include("quantriet.apps.reports.urls")),
    path("insight/", include("quantriet.apps.insight.urls")),
    path("api/v1/", api.urls),
]

handler400 = "quantriet.web.views.bad_request"
handler403 = "quantriet.web.views.forbidden"
handler404 = "quantriet.web.views.not_found"
handler500 = "quantriet.web.views.server_error"
