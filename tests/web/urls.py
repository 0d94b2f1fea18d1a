"""Some of the product's URL names, so that the shell is tested apart from the apps."""

from django.http import HttpRequest, HttpResponse
from django.urls import URLPattern, URLResolver, include, path


def nothing(request: HttpRequest) -> HttpResponse:
    return HttpResponse()


urlpatterns: list[URLPattern | URLResolver] = [
    path("", nothing, name="today"),
    path("search/", nothing, name="search"),
    path("accounts/", include("allauth.account.urls")),
    path(
        "documents/",
        include(([path("", nothing, name="list"), path("<int:pk>/", nothing, name="detail")], "documents")),
    ),
    path("reports/", include(([path("", nothing, name="list")], "reports"))),
]
